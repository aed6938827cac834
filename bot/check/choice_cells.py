"""A cell with one or several options."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.check.cells import CellReading
from bot.document.cells import Cell
from bot.document.values import choices_content, is_empty, shown_cell
from bot.forms.options import read_choices, split_words
from bot.names.order import skeleton
from bot.rules import row_rules
from bot.rules.rule import FieldErrors, Problem
from bot.shape.shape import ColumnShape
from bot.shape.yes_no import yes_or_no


class ChoiceReading(NamedTuple):
    """The options of a cell, in the order of the form, None where they cannot be read."""

    value: tuple[str, ...] | None
    reading: CellReading = CellReading()


def read_choice_cell(column: ColumnShape, cell: Cell) -> ChoiceReading:
    """One or several options."""
    if is_empty(column, cell) and (column.empty or column.is_optional):
        return ChoiceReading(())
    return _read_choices(column, cell)


@lru_cache(maxsize=2048)
def _read_choices(column: ColumnShape, cell: Cell) -> ChoiceReading:
    known = _shown_options(column)
    exact = _exact_options(column, cell, known)
    if exact is not None:
        return ChoiceReading(exact)
    if column.kind == "yes/no":
        meaning = yes_or_no(cell.text)
        if meaning is not None:
            return _other_mark(column, cell, is_yes=meaning)
    try:
        words = split_words(cell.label)
    except FieldErrors as errors:
        return ChoiceReading(None, CellReading(errors.problems(column.name)))
    chosen: set[str] = set()
    problems: list[Problem] = []
    for word in words:
        try:
            chosen.update([known[word]] if word in known else read_choices(column, word))
        except FieldErrors as errors:
            problems += _choice_problems(column, word, errors)
    if problems:
        return ChoiceReading(None, CellReading(problems))
    if not chosen:
        missing = row_rules.MISSING_CHOICE.problem(column.name, allowed=_allowed(column))
        return ChoiceReading(None, CellReading([missing]))
    content = choices_content(column, chosen)
    problem = row_rules.UNKNOWN_SPELLING.problem(
        column.name, received=cell.label, suggestion=content.text or content.markdown
    )
    return ChoiceReading(None, CellReading([problem], content))


def _allowed(column: ColumnShape) -> tuple[str, ...]:
    """The options in words, as cells show them."""
    return tuple(shown_cell(column.shown(option)).label or option for option in column.options)


def _other_mark(column: ColumnShape, cell: Cell, *, is_yes: bool) -> ChoiceReading:
    """A yes or no which is not written as the column shows it, such as `Yes` among `✅`.

    A column may show nothing for no.
    """
    chosen = column.options[:1] if is_yes else column.options[1:2]
    content = choices_content(column, chosen)
    if content.text:
        problem = row_rules.NOT_NORMALIZED.problem(
            column.name, received=cell.text, suggestion=content.text
        )
    else:
        problem = row_rules.EMPTY_CELL.problem(column.name, received=cell.text)
    return ChoiceReading(chosen, CellReading([problem], content))


@lru_cache(maxsize=16)
def _shown_options(column: ColumnShape) -> Mapping[str, str]:
    """The options by the content of a cell for them."""
    found = {}
    for option in column.options:
        cell = shown_cell(column.shown(option))
        found[cell.text or cell.html] = option
    return found


def _exact_options(
    column: ColumnShape, cell: Cell, known: Mapping[str, str]
) -> tuple[str, ...] | None:
    """The options of a cell written just as the bot would write it."""
    parts = [cell.text or cell.html]
    if column.kind == "choices":
        parts = parts[0].split(column.separator.replace("\\|", "|"))
    chosen = list(map(known.get, parts))
    found = tuple(option for option in column.options if option in chosen)
    return found if list(found) == chosen else None


def _choice_problems(column: ColumnShape, word: str, errors: FieldErrors) -> Iterator[Problem]:
    """The problems of a word, with the words of a cell in place of those of the form."""
    known = _shown_options(column)
    if not word.isascii() and skeleton(word):
        for shown in known:
            if skeleton(shown) == skeleton(word):
                look_alike = {"received": word, "suggestion": shown}
                yield row_rules.CONFUSABLE_CHOICE.problem(column.name, **look_alike)
                return
    for problem in errors.problems(column.name):
        facts = dict(problem.facts)
        if "allowed" in facts:
            words = {option: shown for shown, option in known.items()}
            facts["allowed"] = _allowed(column)
            facts["suggestion"] = words.get(str(facts.get("suggestion", "")), "")
        yield problem.rule.problem(column.name, **facts)
