"""A row as the values it holds, judged by the rules of the forms and in the words of the list."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from bot.check.cells import CellReading, read_text_cell, text_value
from bot.check.choice_cells import read_choice_cell
from bot.check.link_cells import links_value, read_links_cell
from bot.check.markup import hidden_problems, live_problems, markup_problems
from bot.check.name_cells import NameReader
from bot.document.cells import CellContent, Cells
from bot.document.document import Document
from bot.document.rows import LOST, Row
from bot.document.section import Section, Table
from bot.names.cleaning import deceptive_words, is_invisible
from bot.rules import row_rules
from bot.rules.finding import Place
from bot.rules.rule import Level, Problem
from bot.shape.entry_names import canonical_name
from bot.shape.ordering import is_date, is_date_column, row_order
from bot.shape.shape import ColumnShape, Shape


@dataclass(frozen=True)
class RowReading:
    """The values of a row, and its problems.

    `values` has one for each column, None where it cannot be read: a text for names and texts, a
    tuple of options for choices, a tuple of links for links.
    """

    row: Row
    shape: Shape
    values: tuple[Any, ...]
    problems: tuple[Problem, ...]
    fixes: tuple[CellContent | None, ...]

    @property
    def is_complete(self) -> bool:
        """Whether all values can be said."""
        return None not in self.values

    @property
    def is_certain(self) -> bool:
        """Whether this is a row and its name is one, so that its place in the order is certain."""
        ordered, key = row_order(self.shape)
        if key and key(self.row.text(ordered)) is None:
            return False
        column = self.shape.name_column.name
        for problem in self.problems:
            if problem.field in {None, column} and problem.rule.level is Level.ERROR:
                return False
        return self.row.name.isascii() or not any(map(is_invisible, self.row.name))


def read_rows(
    document: Document, section: Section, *, only_values: bool = False
) -> list[RowReading]:
    """Read all rows of a section; with `only_values`, a complete row is not judged any further."""
    shape = document.shape
    names = NameReader(document, section)
    found = []
    for row in section.rows:
        values = tuple(_value(column, row) for column in shape.columns)
        if only_values and None not in values:
            found.append(RowReading(row, shape, values, (), ()))
        else:
            found.append(_judged(shape, row, values, names))
    return found


@lru_cache(maxsize=2)
def rows_by_section(document: Document) -> Mapping[int, list[RowReading]]:
    """All rows read, by the line of their section; a fix asks for those of one list often."""
    return {section.line: read_rows(document, section) for section in document.sections}


def by_table(
    section: Section, readings: Iterable[RowReading]
) -> Iterator[tuple[Table, list[RowReading]]]:
    """Each table of a section, and the values of its rows."""
    remaining = iter(readings)
    for table in section.tables:
        yield table, list(islice(remaining, len(table.rows)))


def sort_key_by_meaning(section: Section) -> Callable[[Cells], Any] | None:
    """The sort key for the cells of a section's rows, by what they mean however they are written.

    None where they are in no order.
    """
    shape = section.shape
    column, key = row_order(shape)
    if key is None:
        return None
    sort_key = key

    def by_meaning(cells: Cells) -> Any:
        text = cells[column].text
        if column == shape.name_column.index:
            text = canonical_name(shape, section.name, text)
        return sort_key(text)

    return by_meaning


def _value(column: ColumnShape, row: Row) -> Any:
    cell = row.cells[column.index]
    match column.kind:
        case "name":
            return row.name or None
        case "text":
            return text_value(column, cell)
        case "links":
            return links_value(column, row)
        case "choice" | "choices" | "yes/no":
            return read_choice_cell(column, cell).value


def _judged(shape: Shape, row: Row, values: tuple[Any, ...], names: NameReader) -> RowReading:
    """A row with its values, and everything wrong with it.

    Where a cell is missing, nobody knows which: what is in the others is not judged.
    """
    problems = [] if row.is_regular else list(_row_problems(shape, row))
    is_row = row.is_regular or ("|" in row.source and len(row.spans) >= len(shape.columns))
    is_lost = "\0" in row.source or LOST in row.source  # which the bot would write as shown
    fixes = []
    for column, value in zip(shape.columns, values, strict=True):
        reading = _read_cell(shape, column, row, value, names)
        if is_row and row.is_written(column.index):
            problems += reading.problems
            problems += _text_problems(column, row)
        fixes.append(reading.fix if is_row and not is_lost else None)
    return RowReading(row, shape, values, tuple(problems), tuple(fixes))


def _read_cell(
    shape: Shape, column: ColumnShape, row: Row, value: Any, names: NameReader
) -> CellReading:
    match column.kind:
        case "name":
            return names.read(row)
        case "text":
            if value and is_date_column(shape, column) and not is_date(value):
                return CellReading([row_rules.NOT_A_DATE.problem(column.name, received=value)])
            return read_text_cell(column, row.cells[column.index], value)
        case "links":
            return read_links_cell(column, row, value)
        case "choice" | "choices" | "yes/no":
            return read_choice_cell(column, row.cells[column.index]).reading


def _text_problems(column: ColumnShape, row: Row) -> Iterator[Problem]:
    """Markup, and deceptive characters."""
    yield from markup_problems(column, row)
    if column.kind in {"name", "text", "links"}:
        yield from live_problems(column, row)
    yield from hidden_problems(column, row)
    if column.kind in {"text", "links"}:
        for word in deceptive_words(row.cells[column.index].text):
            yield row_rules.LOOK_ALIKES.problem(column.name, received=word)


def _row_problems(shape: Shape, row: Row) -> Iterator[Problem]:
    """Too few or too many cells."""
    limit = len(shape.columns)
    if "|" not in row.source:
        yield row_rules.TEXT_IN_TABLE.problem(received=row.source.strip())
    elif len(row.spans) < limit:
        yield row_rules.CELLS_MISSING.problem(count=len(row.spans), limit=limit)
    if row.extra_text:
        yield row_rules.CELLS_BEYOND.problem(received=row.extra_text, limit=limit)


def place_of(shape: Shape, row: Row, problem: Problem) -> Place:
    """Where a problem of a row is: at what was received, if that is in its cell as such."""
    received = str(problem.facts.get("received", ""))
    if problem.field is None:
        column = row.source.rfind(received) + 1 if received else len(row.source) + 1
        return Place(row.line, column)
    index = min(shape.header.index(problem.field), len(row.written) - 1)
    cell = row.written[index]
    return Place(row.line, cell.column + max(cell.markdown.find(received), 0))
