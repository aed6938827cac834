"""Fixes of cells, and of the order of rows and sections."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from bot.check.rows import RowReading, by_table, rows_by_section, sort_key_by_meaning
from bot.document.cells import Cells
from bot.document.document import Document
from bot.document.placing import is_placeholder
from bot.document.rows import Row
from bot.document.section import Section, Table
from bot.document.splices import Splice
from bot.document.verify_fix import Promise, PromisedSection
from bot.rules import row_rules
from bot.shape.ordering import section_key

Thing = TypeVar("Thing")
_MARKUP = (row_rules.MARKUP, row_rules.MARKED_LINK)
Key = Callable[[Thing], Any]


def _fixes(reading: RowReading) -> tuple[Any, ...]:
    """The cells to write; none with markup, since its text alone says less."""
    if not reading.is_certain:
        return (None,) * len(reading.fixes)
    marked = {p.field for p in reading.problems if p.rule in _MARKUP}
    fixes = list(reading.fixes)
    for column in reading.shape.columns:
        if column.name in marked:
            fixes[column.index] = None
    return tuple(fixes)


def fix_cells(document: Document) -> Iterator[Splice]:
    """Cells whose meaning is certain, written as the bot would write them."""
    for section in _editable(document):
        for reading in rows_by_section(document)[section.line]:
            contents = _fixes(reading)
            if any(contents):
                row = reading.row
                yield Splice(row.line - 1, row.line, (row.line_with(contents),))


def _editable(document: Document) -> list[Section]:
    return [section for section in document.sections if not section.errors]


def _can_be_ordered(readings: Iterable[RowReading]) -> bool:
    """Whether the place of each row of a table is certain."""
    return all(reading.is_certain and not is_placeholder(reading.row) for reading in readings)


def reorder_rows(document: Document) -> Iterator[Splice]:
    """Rows out of order, moved with as few others as possible staying."""
    for section in _editable(document):
        by_meaning = sort_key_by_meaning(section)
        if by_meaning is None:
            return
        rows = rows_by_section(document)[section.line]
        for table, readings in by_table(section, rows):
            if _can_be_ordered(readings):
                yield from _moved_rows(document, table, by_meaning)


def _moved_rows(document: Document, table: Table, by_meaning: Key[Cells]) -> Iterator[Splice]:
    def key(row: Row) -> Any:
        return by_meaning(row.cells), row.line  # those of one entry stay as they are

    kept, moved = split_by_longest_sorted_run(table.rows, key)
    for row in moved:
        yield Splice(row.line - 1, row.line, ())
    for row in sorted(moved, key=key, reverse=True):
        place = bisect_right(kept, key(row), key=key)
        target = kept[place].line - 1 if place < len(kept) else kept[-1].line
        yield Splice(target, target, (document.lines[row.line - 1].rstrip("\r\n"),))


def separate_headings(document: Document) -> Iterator[Splice]:
    """An empty line between a table and the heading it runs into."""
    for section in _editable(document):
        runs_on = section.tables[-1].shown.last_line == section.end - 1
        if runs_on and section.end <= len(document.lines):
            yield Splice(section.end - 1, section.end - 1, ("",))


def _sort_key_of_sections(document: Document) -> Key[Section]:
    key = section_key(document.shape)

    def by_name(section: Section) -> Any:
        return (key(section.name), section.line) if key else section.line

    return by_name


def reorder_sections(document: Document) -> Iterator[Splice]:
    """Sections out of order, moved with as few others as possible staying."""
    if not document.shape.has_sections or section_key(document.shape) is None:
        return
    key = _sort_key_of_sections(document)
    kept, moved = split_by_longest_sorted_run(document.sections, key)
    for section in moved:
        yield Splice(section.line - 1, section.end - 1, ())
    for section in sorted(moved, key=key, reverse=True):
        place = bisect_right(kept, key(section), key=key)
        target = kept[place].line - 1 if place < len(kept) else kept[-1].end - 1
        yield Splice(target, target, _section_lines(document, section, target))


def _section_lines(document: Document, section: Section, target: int) -> tuple[str, ...]:
    """The lines of a section, with an empty line before and after it."""
    span = document.lines[section.line - 1 : section.end - 1]
    lines = [line.rstrip("\r\n") for line in span]
    if document.lines[target - 1].strip():
        lines.insert(0, "")
    if lines[-1].strip() and target < len(document.lines):
        lines.append("")
    return tuple(lines)


def sections_promise(document: Document, *, is_reordered: bool) -> Promise:
    """The sections with their rows as they are, in order or as they are."""
    promised = []
    for section in document.sections:
        tables = [[row.cells for row in table.rows] for table in section.tables]
        promised.append(PromisedSection(section, tables))
    if is_reordered:
        key = _sort_key_of_sections(document)
        promised.sort(key=lambda one: key(one.section))
    return promised


def fixed_rows(document: Document) -> Promise:
    """The sections as they are, with their rows fixed and in order."""
    promised = []
    for section in document.sections:
        tables = []
        is_editable, by_meaning = not section.errors, sort_key_by_meaning(section)
        for _, readings in by_table(section, rows_by_section(document)[section.line]):
            rows: list[Cells] = []
            for reading in readings:
                row = reading.row
                rows.append(row.cells_with(_fixes(reading)) if is_editable else row.cells)
            if by_meaning and is_editable and _can_be_ordered(readings):
                rows.sort(key=by_meaning)
            tables.append(rows)
        promised.append(PromisedSection(section, tables))
    return promised


def split_by_longest_sorted_run(
    things: Sequence[Thing], key: Key[Thing]
) -> tuple[list[Thing], list[Thing]]:
    """As many things as are in order already, and the others, to be moved.

    https://en.wikipedia.org/wiki/Longest_increasing_subsequence
    """
    ends: list[Any] = []  # the least key a run of each length can end with
    lengths = []
    for thing in things:
        length = bisect_right(ends, key(thing))
        ends[length : length + 1] = [key(thing)]
        lengths.append(length)
    kept: list[Thing] = []
    moved: list[Thing] = []
    wanted = len(ends) - 1
    for thing, length in zip(reversed(things), reversed(lengths), strict=True):
        if length == wanted and (not kept or key(thing) <= key(kept[-1])):
            kept.append(thing)
            wanted -= 1
        else:
            moved.append(thing)
    return kept[::-1], moved[::-1]
