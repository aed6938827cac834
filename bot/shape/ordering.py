"""The order of sections and rows: their sort keys, and the place of a new section.

No sort key means: the list is in no order, and a new row or section goes to the top or bottom. A
key of None means: the place of this row is not known. It stays where it is, and none is compared
with it.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from bot.chargers.words import RATING_UNIT
from bot.names.order import alphabetical_key, natural_key, rated_key
from bot.shape.list_file import ByColumn, Direction, ListEnd
from bot.shape.shape import ColumnShape, Shape

SortKey = Callable[[str], Any]

# Ways to write a date, with signs as spaces, and its ISO form.
_WRITTEN = {
    "%Y %m %d": "%Y-%m-%d",
    "%d %B %Y": "%Y-%m-%d",
    "%d %b %Y": "%Y-%m-%d",
    "%B %d %Y": "%Y-%m-%d",
    "%b %d %Y": "%Y-%m-%d",
    "%B %Y": "%Y-%m",
    "%b %Y": "%Y-%m",
}
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def newest_first_key(text: str) -> int | None:
    """Sorts ISO dates, the latest first; None for anything else."""
    day = oldest_first_key(text)
    return None if day is None else -day


def is_date_column(shape: Shape, column: ColumnShape) -> bool:
    """Whether this column is one of dates, as list.yml says, or because rows are in their order."""
    if column.holds_dates:
        return True
    order = shape.file.order.rows
    return isinstance(order, ByColumn) and order.by == column.name and order.how in _BY_DATE


def is_date(text: str) -> bool:
    """Whether a text is a day, a month or a year as ISO 8601 writes them: `2026-11-30`."""
    return oldest_first_key(text) is not None


def meant_date(text: str) -> str:
    """The day or month of a text in other words, as ISO 8601 writes it: `1 October 2026`.

    Empty for a text with several meanings: `1/10/2026`.
    """
    plain = " ".join(re.findall(r"[^\W_]+", text))
    for written, iso in _WRITTEN.items():
        with suppress(ValueError):
            day = datetime.datetime.strptime(plain, written).replace(tzinfo=datetime.UTC)
            return day.strftime(iso)
    return ""


def oldest_first_key(text: str) -> int | None:
    """Sorts ISO dates, the earliest first; a year or a month alone counts as its first day.

    None for anything else.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = match.groups(default="01")
    try:
        return datetime.date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return None


_BY_DATE = frozenset({Direction.NEWEST_FIRST, Direction.OLDEST_FIRST})
_KEYS: dict[Direction, SortKey] = {
    Direction.NATURAL: natural_key,
    Direction.ALPHABETICAL: alphabetical_key,
    Direction.POWER_RATING: partial(rated_key, unit=RATING_UNIT),
    Direction.NEWEST_FIRST: newest_first_key,
    Direction.OLDEST_FIRST: oldest_first_key,
}


def section_key(shape: Shape) -> SortKey | None:
    """The sort key of a section's name; a name without a date comes after those with one."""
    order = shape.file.order.sections
    if isinstance(order, ListEnd):
        return None
    key = _KEYS[order]
    if order not in _BY_DATE:
        return key

    def undated_last(name: str) -> tuple[bool, Any]:
        found = key(name)
        return found is None, found or 0

    return undated_last


def row_order(shape: Shape) -> tuple[int, SortKey | None]:
    """The index of the column in whose order the rows are, and the sort key of its text.

    `newest-first` without a column means the order of arrival, as do `top` and `bottom`.
    """
    order = shape.file.order.rows
    if isinstance(order, ByColumn):
        return shape.header.index(order.by), _KEYS[order.how]
    if isinstance(order, ListEnd) or order in _BY_DATE:
        return shape.name_column.index, None
    return shape.name_column.index, _KEYS[order]


def new_rows_go_to_top(shape: Shape) -> bool:
    """Whether a new row of a list without order goes above the others."""
    return shape.file.order.rows in {ListEnd.TOP, Direction.NEWEST_FIRST}


def place_in_order(key: Any, keys: Sequence[Any]) -> int:
    """The index before the first key which sorts after this one, else the end."""
    for index, other in enumerate(keys):
        if other > key:
            return index
    return len(keys)
