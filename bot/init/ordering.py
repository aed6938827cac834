"""The order in which the rows and the sections of a list are."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, pairwise
from typing import Any, NamedTuple, TypeVar

from bot.chargers.words import RATING_UNIT
from bot.init.columns import ColumnGuess
from bot.init.dates import day_number, day_numbers
from bot.names.order import alphabetical_key, natural_key, rated_key
from bot.shape.list_file import Direction, ListEnd
from bot.shape.ordering import is_date

_MOST = 0.9  # of neighbours in order; a random list has half of them
_MANY = 0.7  # from which new rows are known to arrive at the top
_FEWEST = 3  # pairs of neighbours, or sections, from which an order can be seen

_FEWEST_BY_OTHERS = 8  # pairs of a column which may be in order by chance

_Value = TypeVar("_Value")
ColumnTexts = Sequence[Sequence[str]]  # of one column in each table, from top to bottom


class OrderGuess(NamedTuple):
    """An order, as a value of list.yml, and why.

    `by` names the column of dates or texts; without it, the order is by name or of arrival.
    """

    how: Direction | ListEnd
    reason: str
    by: str = ""


def guess_row_order(guesses: Sequence[ColumnGuess], columns: Sequence[ColumnTexts]) -> OrderGuess:
    """The order of rows; `columns` has the texts of each column, table by table."""
    name = next(index for index, guess in enumerate(guesses) if guess.kind == "name")
    names = columns[name]
    if not _pairs(names):
        return OrderGuess(Direction.NATURAL, "by name, since there are too few rows to tell")
    candidates = _by_name(names)
    for index, guess in enumerate(guesses):
        if guess.is_date:
            candidates += _by_date(guess.name, columns[index])
        elif guess.kind in {"text", "choice"}:
            order = OrderGuess(Direction.NATURAL, f"by {guess.name}", guess.name)
            if len(_pairs(columns[index])) >= _FEWEST_BY_OTHERS:
                candidates.append((_share(columns[index], natural_key), order))
    share, best = max(candidates, key=lambda candidate: candidate[0])
    if share < _MOST or len(_pairs(names)) < _FEWEST:
        if share >= _MANY and best.how is Direction.NEWEST_FIRST:
            return OrderGuess(ListEnd.TOP, "mostly newest first, so new rows go to the top")
        why = "in no order" if share < _MOST else "too few rows to see an order"
        return OrderGuess(ListEnd.BOTTOM, f"{why}, so new rows go to the bottom")
    return OrderGuess(best.how, f"{best.reason}, as {share:.0%} of the rows are", best.by)


def _by_name(names: ColumnTexts) -> list[tuple[float, OrderGuess]]:
    """The orders by name, each with its share of pairs."""
    alphabetical = OrderGuess(Direction.ALPHABETICAL, "by name, digits as letters")
    candidates = [
        (_share(names, natural_key), OrderGuess(Direction.NATURAL, "by name")),
        (_share(names, alphabetical_key), alphabetical),
    ]
    by_rating = partial(rated_key, unit=RATING_UNIT)
    if any(by_rating(text)[1] > 0 for text in chain.from_iterable(names)):
        rated = OrderGuess(Direction.POWER_RATING, "by name, then power rating")
        candidates.append((_share(names, by_rating), rated))
    return candidates


def _by_date(name: str, texts: ColumnTexts) -> list[tuple[float, OrderGuess]]:
    """Both directions of a column of dates, which the bot can compare if they are in ISO 8601."""
    by, how = name, ""
    for text in chain.from_iterable(texts):
        if day_number(text) is not None and not is_date(text):
            by, how = "", ", in which new rows arrive"
    numbers = list(map(day_numbers, texts))
    oldest = _share(numbers, lambda number: number)
    newest = _share(numbers, lambda number: -number)
    return [
        (newest, OrderGuess(Direction.NEWEST_FIRST, f"by {name}, newest first{how}", by)),
        (oldest, OrderGuess(Direction.OLDEST_FIRST, f"by {name}, oldest first{how}", by)),
    ]


def guess_section_order(names: Sequence[str]) -> OrderGuess:
    """The order of sections."""
    share, how = _share([names], alphabetical_key), Direction.ALPHABETICAL
    natural = _share([names], natural_key)
    if natural > share:
        share, how = natural, Direction.NATURAL
    if len(names) >= _FEWEST and share >= _MOST:
        return OrderGuess(how, f"{how}, as {share:.0%} of them are")
    return OrderGuess(ListEnd.BOTTOM, "in no order")


def _pairs(tables: Sequence[Sequence[_Value]]) -> list[tuple[_Value, _Value]]:
    """The neighbours with different texts."""
    pairs = []
    for texts in tables:
        pairs += [(before, after) for before, after in pairwise(texts) if before != after]
    return pairs


def _share(tables: Sequence[Sequence[_Value]], key: Callable[[_Value], Any]) -> float:
    """The share of pairs in order."""
    pairs = _pairs(tables)
    in_order = sum(key(before) <= key(after) for before, after in pairs)
    return in_order / len(pairs) if pairs else 0.0
