"""Everything wrong with README.md, in the order of its lines."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from bot.check.cells import is_written_so, normalization_problem, written_problems
from bot.check.contents import check_contents
from bot.check.duplicates import duplicate_rows, duplicate_sections
from bot.check.invisible import find_invisible
from bot.check.name_cells import is_name, names_begin_with_section
from bot.check.rows import RowReading, by_table, place_of, rows_by_section, sort_key_by_meaning
from bot.document.appearance import comparable
from bot.document.conflict import find_conflict
from bot.document.document import Document
from bot.document.placing import is_placeholder, says_nothing
from bot.document.section import Section
from bot.document.unreadable import other_columns_finding, resembles
from bot.forms.values import SECTION_LIMIT, read_name
from bot.names.cleaning import deceptive_words
from bot.rules import list_rules, row_rules
from bot.rules.finding import Finding, Place, finding
from bot.rules.rule import FieldErrors, Problem
from bot.shape.ordering import row_order, section_key
from bot.shape.shape import Shape

# What GitHub shows of a file, and what its contents API gives:
# https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits
_LIMITS = {
    512_000: "GitHub shows no file beyond",
    1_000_000: "GitHub's contents API gives no file beyond",
}
_NEAR = 0.8


def inspect(document: Document) -> tuple[Finding, ...]:
    """Find everything wrong with README.md.

    Of a merge conflict left in it only that, from which all else follows.
    """
    conflict = find_conflict(document.text)
    if conflict:
        return (conflict,)
    found = [*_size(document), *document.errors, *find_invisible(document)]
    found += _look_alikes(document)
    if not document.errors:
        found += _foreign_tables(document)
        found += [flaw for section in document.unreadable for flaw in section.errors]
    found += _sections(document)
    found += duplicate_sections(document)
    found += check_contents(document)
    for section in document.sections:
        found += section.errors
        found += _rows(document, section)
    once: dict[Any, Finding] = {}  # two parts of the check can find the same
    for place, general in found:
        problem = general.with_nouns(document.shape.nouns)
        key = (place, problem.rule, problem.field, repr(problem.facts))
        once.setdefault(key, Finding(place, problem))
    return tuple(sorted(once.values(), key=lambda one: one.place))


def _size(document: Document) -> Iterator[Finding]:
    size = len(document.text.encode())
    for limit, why in _LIMITS.items():
        if size > _NEAR * limit:
            yield finding(list_rules.SIZE, 1, count=size, limit=limit, why=why)


def _look_alikes(document: Document) -> Iterator[Finding]:
    """Letters of another alphabet in headings and in the table of contents.

    A section's heading with such letters is no name, which is reported as that.
    """
    sections = {section.line for section in document.sections}
    texts = [(h.line, h.text) for h in document.headings if h.line not in sections]
    texts += [(entry.line, entry.text) for entry in document.contents]
    for line, text in texts:
        for word in deceptive_words(text):
            column = max(document.lines[line - 1].find(word), 0) + 1
            problem = row_rules.LOOK_ALIKES.problem(received=word)
            yield Finding(Place(line, column), problem)


def _foreign_tables(document: Document) -> Iterator[Finding]:
    """Tables in the list with other columns, or above the first section."""
    if not document.shape.has_sections:
        return
    known = {table.line for section in document.sections for table in section.tables}
    unreadable = {s.errors[0].place.line for s in document.unreadable if s.errors}
    header = list(map(comparable, document.shape.header))
    first = min((section.line for section in document.sections), default=document.end)
    for table in document.page.tables:
        if table.line in known | unreadable or not document.start < table.line < document.end:
            continue
        if list(map(comparable, table.header)) != header:
            if document.shape.file.heading and resembles(document.shape, table):
                yield other_columns_finding(document.lines, document.shape, table)
        elif table.line < first and not _is_in_other_chapter(document, table.line):
            noun = document.shape.section_noun.capitalize()
            heading = f"{'#' * document.section_level} {noun}"
            yield finding(list_rules.TABLE_WITHOUT_SECTION, table.line, heading=heading)


def _is_in_other_chapter(document: Document, line: int) -> bool:
    """Whether a line of a page which is all list is below a heading which is none of a section."""
    if document.shape.file.heading:
        return False
    return any(heading.level > 1 and heading.line < line for heading in document.headings)


def _sections(document: Document) -> Iterator[Finding]:
    shape = document.shape
    if not shape.has_sections:
        return
    headings = {heading.line: heading.text for heading in document.headings}
    for section in document.sections:
        place = _heading_place(document, section)
        heading = headings[section.line]
        if heading.strip() != section.name:
            yield Finding(
                place, list_rules.SECTION_COUNT.problem(received=heading, suggestion=section.name)
            )
        for problem in _name_problems(shape, section.name):
            yield Finding(place, problem)
    key = section_key(shape)
    if key is None:
        return
    for before, after in pairwise(document.sections):
        if key(before.name) > key(after.name):
            problem = list_rules.SECTION_ORDER.problem(received=after.name, known=before.name)
            yield Finding(_heading_place(document, after), problem)


def _name_problems(shape: Shape, name: str) -> Iterator[Problem]:
    """Problems of the name of a section."""
    noun = shape.section_noun.capitalize()
    try:
        used = read_name(name, SECTION_LIMIT, shape.file.names)
    except FieldErrors as errors:
        yield from written_problems(errors, noun, is_strict=shape.file.strict)
        return
    different = normalization_problem(noun, name, used)
    if different and not is_written_so(name, used, is_strict=shape.file.strict):
        yield different


def _heading_place(document: Document, section: Section) -> Place:
    line = document.lines[section.line - 1]
    return Place(section.line, len(line) - len(line.lstrip(" #\t")) + 1)


def _rows(document: Document, section: Section) -> Iterator[Finding]:
    shape = document.shape
    readings = rows_by_section(document)[section.line]
    if shape.has_sections:
        yield from _without_rows(document, section)
    for reading in readings:
        if is_placeholder(reading.row) and not shape.names_start_with_section:
            if not says_nothing(reading.row):
                problem = row_rules.NAMELESS.problem(shape.name_column.name)
                yield Finding(place_of(shape, reading.row, problem), problem)
            continue
        for problem in reading.problems:
            yield Finding(place_of(shape, reading.row, problem), problem)
    for row, problem in duplicate_rows(shape, section):
        yield Finding(place_of(shape, row, problem), problem)
    for _, inside in by_table(section, readings):
        yield from _out_of_order(section, inside)
    if section.end <= len(document.lines) and section.tables[-1].shown.last_line == section.end - 1:
        yield finding(list_rules.RUNS_ON, section.end)


def _without_rows(document: Document, section: Section) -> Iterator[Finding]:
    """A section without any row, or with none beginning with its name."""
    shape, place = document.shape, _heading_place(document, section)
    if not section.rows:
        yield Finding(place, list_rules.NO_ROWS.problem(received=section.name))
        return
    is_wanted = shape.names_start_with_section and is_name(shape, section.name)
    same = document.sections_by_identity[shape.section_identity(section.name)]
    if len(same) > 1:  # which is reported, with the heading it should have
        return
    if is_wanted and not names_begin_with_section(shape, section):
        problem = list_rules.NAME_IN_NO_ROW.problem(received=section.name)
        yield Finding(place, problem)


def _out_of_order(section: Section, readings: list[RowReading]) -> Iterator[Finding]:
    by_meaning = sort_key_by_meaning(section)
    if by_meaning is None:
        return
    shape = section.shape
    column, _ = row_order(shape)
    certain = [r.row for r in readings if r.is_certain and not is_placeholder(r.row)]
    keyed = [(by_meaning(row.cells), row) for row in certain]
    for (key, before), (later, after) in pairwise(keyed):
        if key > later:
            problem = row_rules.ROW_ORDER.problem(
                shape.header[column],
                received=after.cells[column].text,
                known=before.cells[column].text,
            )
            yield Finding(place_of(shape, after, problem), problem)
