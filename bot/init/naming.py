"""The column by whose values the bot knows an entry, each once in a section."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.document.appearance import comparable
from bot.document.rows import Row
from bot.errors import ReadmeError
from bot.init.dates import day_number
from bot.init.values import CellValue, ColumnValues
from bot.names.order import normalize_name

LINK_HEADERS = {"link", "links", "url", "website", "site", "homepage", "source", "sources"}
LINK_HEADERS |= {"repository"}
_NAMES = (
    "name", "title", "model", "project", "tool", "api", "app", "device", "product", "service",
    "book", "course", "dataset", "event", "game", "library", "meetup", "package", "plugin",
)  # fmt: skip
_CODES = ("code", "id")
_NO_NAMES = {"", "id", "no", "nr", "date", "year", "rank", "status", "type", "category"}
_NO_NAMES |= {"avatar", "flag", "icon", "image", "logo", "photo", "picture", "screenshot"}
_MOST_WORDS = 8  # of a name; a sentence which describes has more
_DITTO = {"↳", "⤷", "↪", "└", "└─", "〃", "″", '"', "''"}  # "the name of the row above"
_LONGEST_NAME = 120

SectionRows = tuple[str, Sequence[Row]]


class Names(NamedTuple):
    """The index of the column with names, and the lines of two rows of a section with one."""

    column: int
    same: tuple[int, int] | None = None


def choose_names(columns: Sequence[ColumnValues], rows: Sequence[SectionRows]) -> Names:
    """The column with the names; `rows` are those of each table, by section.

    Raises ReadmeError, with the line, for a row which only refers to the name above.
    """
    name = _name_column(columns)
    index = next(number for number, column in enumerate(columns) if column is name)
    same, ditto = _first_same(index, rows), _first_ditto(index, rows)
    if same is None and ditto is None:
        return Names(index)
    for number, column in enumerate(columns):
        header = comparable(column.name)
        if header.endswith(_NAMES + _CODES) and _has_unique_names(column):
            return Names(number)
    if ditto:
        reason = f"this row has the {name.name} of the one above. Write it out in each row."
        raise ReadmeError(ditto, reason)
    return Names(index, same)


def _first_same(index: int, rows: Sequence[SectionRows]) -> tuple[int, int] | None:
    """The lines of the first two rows of a section with one name."""
    lines: dict[tuple[str, str], int] = {}
    for section, inside in rows:
        for row in inside:
            text = row.cells[index].text
            if any(map(str.isalnum, text)):
                first = lines.setdefault((section, normalize_name(text)), row.line)
                if first != row.line:
                    return first, row.line
    return None


def _first_ditto(index: int, rows: Sequence[SectionRows]) -> int | None:
    """The line of the first row with a mark for the name above."""
    for _, inside in rows:
        for row in inside:
            if row.cells[index].text.strip() in _DITTO:
                return row.line
    return None


def _has_unique_names(column: ColumnValues) -> bool:
    """Whether each cell has a name, and no two have the same."""
    names = {normalize_name(value.label) for value in column.values}
    is_named = not column.has_gaps and not any(map(_is_no_name, column.values))
    return is_named and len(names) == len(column.values)


def _name_column(columns: Sequence[ColumnValues]) -> ColumnValues:
    """The column with the names of the entries.

    It is called so or comes early, and its values are short, differ, and are no dates or numbers.
    """
    return max(columns, key=lambda column: _likeness_to_names(columns, column))


def _likeness_to_names(columns: Sequence[ColumnValues], column: ColumnValues) -> float:
    texts = [normalize_name(value.label) for value in column.filled]
    count = len(texts) or 1
    header = comparable(column.name)
    points = 2 * len(set(texts)) / count + len(texts) / (len(column.values) or 1)
    points -= 2 * sum(_is_no_name(value) for value in column.filled) / count
    points -= 0.2 * list(columns).index(column)
    points += 0.7 * column.share(sum(is_one_link(value) for value in column.filled))
    if header.removesuffix("name") in _NAMES or header.endswith(_NAMES):
        points += 1
    elif header in _NO_NAMES | LINK_HEADERS:
        points -= 1
    return points


def _is_no_name(value: CellValue) -> bool:
    text = value.label
    is_word = any(map(str.isalpha, text))
    is_long = len(text) > _LONGEST_NAME or len(text.split()) > _MOST_WORDS
    return not is_word or is_long or day_number(text) is not None


def is_one_link(value: CellValue) -> bool:
    """Whether a cell is one link and nothing else."""
    links = value.cell.links
    return bool(links) and links[0].title.strip() == value.cell.text.strip() != ""
