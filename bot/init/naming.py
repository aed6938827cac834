"""The column by whose values the bot knows an entry, each once in a section."""

from collections.abc import Sequence

from bot.document.appearance import comparable
from bot.document.rows import Row
from bot.errors import ReadmeError
from bot.init.dates import day_number
from bot.init.values import ColumnValues, Value
from bot.names.order import normalize_name

LINK_HEADERS = {"link", "links", "url", "website", "site", "homepage", "source", "sources"}
LINK_HEADERS |= {"repository"}
_NAMES = ("name", "title", "model", "project", "tool", "api", "app", "device", "product", "service")
_CODES = ("code", "id")
_NO_NAMES = {"", "id", "no", "nr", "date", "year", "rank", "status", "type", "category"}
_DITTO = {"↳", "⤷", "↪", "└", "└─", "〃", "″", '"', "''"}  # "the name of the row above"
_LONGEST_NAME = 120

SectionRows = tuple[str, Sequence[Row]]


def choose_names(columns: Sequence[ColumnValues], rows: Sequence[SectionRows]) -> int:
    """The index of the column with the names; `rows` are those of each table, by section.

    Raises ReadmeError, with the line of a row whose name another of its section has.
    """
    name = _name_column(columns)
    index = next(number for number, column in enumerate(columns) if column is name)
    repeated = _first_repeated(name.name, index, rows)
    if repeated is None:
        return index
    for number, column in enumerate(columns):
        header = comparable(column.name)
        if header.endswith(_NAMES + _CODES) and _has_unique_names(column):
            return number
    raise repeated


def _first_repeated(header: str, index: int, rows: Sequence[SectionRows]) -> ReadmeError | None:
    """Why the first row whose name says nothing new cannot be served."""
    lines: dict[tuple[str, str], int] = {}
    for section, inside in rows:
        for row in inside:
            text = row.cells[index].text.strip()
            if text in _DITTO:
                reason = f"this row has the {header} of the one above. Give each row its own."
                return ReadmeError(row.line, reason)
            if not any(map(str.isalnum, text)):
                continue
            first = lines.setdefault((section, normalize_name(text)), row.line)
            if first != row.line:
                reason = (
                    f"this row has the {header} of line {first}, and the bot knows a row by it. "
                    f"Give each row of a table its own, such as “{text} (2)”."
                )
                return ReadmeError(row.line, reason)
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


def _is_no_name(value: Value) -> bool:
    text = value.label
    is_word = any(map(str.isalpha, text))
    return not is_word or len(text) > _LONGEST_NAME or day_number(text) is not None


def is_one_link(value: Value) -> bool:
    """Whether a cell is one link and nothing else."""
    links = value.cell.links
    return bool(links) and links[0].title.strip() == value.cell.text.strip() != ""
