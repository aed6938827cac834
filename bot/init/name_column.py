"""The column by whose values the bot knows an entry, each once in a section."""

import re
from collections.abc import Sequence

from bot.document.appearance import comparable
from bot.document.rows import Row
from bot.errors import ReadmeError
from bot.init.dates import day_number
from bot.init.values import SHORTCODE, CellValue, ColumnValues
from bot.init.words import SECTION_WORDS
from bot.names.order import normalize_name

PROSE_HEADERS = {"comment", "comments", "note", "notes", "remark", "remarks"}
PROSE_HEADERS |= {"description", "details"}
LINK_HEADERS = {"link", "links", "url", "website", "site", "homepage", "source", "sources"}
LINK_HEADERS |= {"repository"}
_NAMES = (
    "name", "title", "model", "project", "tool", "api", "app", "device", "product", "service",
    "book", "course", "dataset", "event", "game", "library", "meetup", "package", "plugin",
)  # fmt: skip
_CODES = ("code", "id")
_NO_NAMES = {"", "id", "no", "nr", "date", "year", "rank", "status", "type", "category"}
_NO_NAMES |= {"avatar", "flag", "icon", "image", "logo", "photo", "picture", "screenshot"}
_NO_NAMES |= LINK_HEADERS | PROSE_HEADERS
_MOST_WORDS = 8  # of a name; a sentence which describes has more
_DITTO = {"↳", "⤷", "↪", "└", "└─", "〃", "″", '"', "''"}  # "the name of the row above"
_LONGEST_NAME = 120
_COUNTRY_CODE = re.compile(r"[A-Z]{2}")  # ISO 3166-1

SectionRows = tuple[str, Sequence[Row]]


# The index of the column with names, and the lines of two rows of a section with one.
Names = tuple[int, tuple[int, int] | None]


def choose_names(columns: Sequence[ColumnValues], rows: Sequence[SectionRows]) -> Names:
    """The column with the names; `rows` are those of each table, by section.

    It is called so or comes early, and its values are short, differ, and are no dates, numbers or
    flags. Raises ReadmeError, with the line, for a row which only refers to the name above.
    """
    points = []
    for number, column in enumerate(columns):
        points.append(_likeness_to_names(column) - 0.2 * number)
    by_likeness = sorted(range(len(columns)), key=points.__getitem__, reverse=True)
    index = by_likeness[0]
    same, ditto = _first_repetition(index, rows)
    if same is None and ditto is None:
        return index, None
    for number, column in enumerate(columns):
        if comparable(column.name).endswith(_NAMES + _CODES) and _has_unique_names(column):
            return number, None
    header = columns[index].name
    if comparable(header) in SECTION_WORDS:  # a country which repeats is none of the names
        for number in by_likeness:
            is_named_otherwise = comparable(columns[number].name) in _NO_NAMES
            if not is_named_otherwise and _has_unique_names(columns[number]):
                return number, None
    if ditto:
        reason = f"this row has the {header} of the one above. Write it out in each row."
        raise ReadmeError(ditto, reason)
    return index, same


def _likeness_to_names(column: ColumnValues) -> float:
    """Points for the values and the name of a column."""
    header = comparable(column.name)
    names = {normalize_name(value.label) for value in column.filled}
    points = 2 * column.share(len(names)) + len(column.filled) / (len(column.values) or 1)
    points -= 2 * column.share(sum(map(_is_no_name, column.filled)))
    linked = [value for value in column.filled if value.is_one_link or value.has_html_link]
    points += 0.7 * column.share(len(linked))
    if header.endswith(_NAMES):
        points += 1
    elif header in _NO_NAMES:
        points -= 1
    return points


def _is_no_name(value: CellValue) -> bool:
    text = SHORTCODE.sub("", value.label)
    is_word = any(map(str.isalpha, text)) and not _COUNTRY_CODE.fullmatch(text)
    is_long = len(text) > _LONGEST_NAME or len(text.split()) > _MOST_WORDS
    return not is_word or is_long or day_number(text) is not None


def _first_repetition(
    index: int, rows: Sequence[SectionRows]
) -> tuple[tuple[int, int] | None, int | None]:
    """The lines of two rows of a section with one name, and of a mark for the name above."""
    lines: dict[tuple[str, str], int] = {}
    same = ditto = None
    for section, inside in rows:
        for row in inside:
            text = row.cells[index].text
            if any(map(str.isalnum, text)):
                first = lines.setdefault((section, normalize_name(text)), row.line)
                if first != row.line and same is None:
                    same = (first, row.line)
            elif text.strip() in _DITTO and ditto is None:
                ditto = row.line
    return same, ditto


def _has_unique_names(column: ColumnValues) -> bool:
    """Whether each cell has a name, and no two have the same."""
    names = {normalize_name(value.label) for value in column.values}
    is_named = not column.has_gaps and not any(map(_is_no_name, column.values))
    return is_named and len(names) == len(column.values)
