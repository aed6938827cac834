"""From the text of README.md to the list in it, as GitHub shows it to its keeper."""

from bisect import bisect, bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.document.anchors import anchors
from bot.document.appearance import (
    comparable,
    line_with_words,
    section_name,
    stray_rows,
    unclosed_fence,
)
from bot.document.conflict import find_conflict
from bot.document.contents import find_contents
from bot.document.document import Document
from bot.document.lines import split_lines
from bot.document.page import Page, read_page
from bot.document.section import Section, Table
from bot.document.segment import Heading
from bot.document.unreadable import (
    find_misplaced,
    find_nested,
    find_unreadable,
    no_table_finding,
    section_flaws,
)
from bot.names.near import nearest
from bot.rules import list_rules
from bot.rules.finding import Finding, finding
from bot.rules.rule import Fact
from bot.shape.shape import Shape

_MOST_HEADINGS = 5  # in a message


@lru_cache(maxsize=4)
def parse(text: str, shape: Shape) -> Document:
    """Read README.md as far as it can be read.

    Raises nothing: whatever keeps the bot from editing is among `errors` of the document or of a
    section.
    """
    return _Parser(text, shape).document()


class _Range(NamedTuple):
    """Where the list is: from the line `start` up to, not including, `end`.

    `level` is that of the headings of its sections; `stray` are the lines which look like rows, but
    are in no table.
    """

    start: int
    end: int
    level: int
    stray: Sequence[int]


class _Parser:
    """The steps from a text to a document, each with what the ones before have found."""

    def __init__(self, text: str, shape: Shape) -> None:
        self.text, self.shape = text, shape
        self.lines = split_lines(text)
        self.page: Page = read_page(text)
        self.after = len(self.lines) + 1
        headings = self.page.headings
        self.anchors = {}
        for heading, anchor in zip(headings, anchors(h.text for h in headings), strict=True):
            self.anchors[heading.line] = anchor
        self.top_level = [heading for heading in headings if not heading.is_nested]
        header = list(map(comparable, shape.header))
        self.tables = []
        self.nested_tables = []
        for table in self.page.tables:
            if list(map(comparable, table.header)) != header:
                continue
            if table.is_nested:
                self.nested_tables.append(table)
            else:
                self.tables.append(Table(table, self.lines, shape.name_column.index))
        self.lines_of_headings = [heading.line for heading in self.top_level]
        self.lines_of_tables = [table.line for table in self.tables]

    def document(self) -> Document:
        starts = self._list_headings()
        start = starts[0] if starts else None
        line = start.line if start else 0
        end = self._end_of_list(start)
        if self.shape.file.heading and start is None:
            line, end = self.after, self.after
        level = self._section_level(start, line, end)
        span = _Range(line, end, level, self._stray_rows(line, end))
        sections, unreadable = self._sections(span)
        begin = line or (sections[0].line if sections else 0)
        place, contents = find_contents(self.page, self.anchors, begin, end)
        return Document(
            text=self.text,
            shape=self.shape,
            lines=self.lines,
            page=self.page,
            start=line,
            end=end,
            section_level=level,
            sections=tuple(sections),
            unreadable=tuple(unreadable),
            anchors=self.anchors,
            contents=contents,
            contents_place=place,
            errors=tuple(self._errors(starts, sections, unreadable, line)),
        )

    def _stray_rows(self, start: int, end: int) -> list[int]:
        """The lines which look like rows.

        A page without a heading of the list can hold anything; there those with a pipe in front.
        """
        found = []
        for number in stray_rows(self.page, self.lines, start, end, len(self.shape.header)):
            if self.shape.file.heading or self.lines[number - 1].lstrip().startswith("|"):
                found.append(number)
        return found

    def _list_headings(self) -> list[Heading]:
        """The headings below which the list is; more than one is an error.

        Below the highest of that name, one of a lower level may be that of a section.
        """
        if self.shape.file.heading is None:
            return []
        wanted = comparable(self.shape.file.heading)
        found: list[Heading] = []
        for heading in self.top_level:
            if comparable(heading.text) != wanted:
                continue
            if found and heading.level < found[0].level:
                found = []
            if not found or heading.level == found[0].level:
                found.append(heading)
        return found

    def _end_of_list(self, start: Heading | None) -> int:
        """The line after the list: of the next heading of its level or above."""
        if start is None:
            return self.after
        for heading in self.top_level:
            if heading.line > start.line and heading.level <= start.level:
                return heading.line
        return self.after

    def _section_level(self, start: Heading | None, line: int, end: int) -> int:
        """The level of sections, as set.

        Else the one below the list's heading if it has tables, else the one most tables are under.
        """
        sections = self.shape.file.sections
        if sections and sections.level:
            return sections.level
        found = []
        for table in self.tables:
            above = self._heading_above(table.line)
            if above and above.line in range(line + 1, end):
                found.append(above.level)
        levels = Counter(found)
        below = start.level + 1 if start else None
        if below and (below in levels or not levels):
            return below
        if not levels:
            return 2
        return max(sorted(levels), key=levels.__getitem__)  # the first of those with most

    def _heading_above(self, line: int) -> Heading | None:
        place = bisect(self.lines_of_headings, line)
        return self.top_level[place - 1] if place else None

    def _headings_of_sections(self, span: _Range) -> Iterator[tuple[Heading, int]]:
        """The headings of sections, each with the line after its section."""
        inside = []
        for heading in self.top_level:
            if heading.line in range(span.start, span.end) and heading.level <= span.level:
                inside.append(heading)
        for place, heading in enumerate(inside):
            stop = inside[place + 1].line if place + 1 < len(inside) else span.end
            if heading.level == span.level:
                yield heading, stop

    def _sections(self, span: _Range) -> tuple[list[Section], list[Section]]:
        """The sections of the list, and text like a section, but not shown as one by GitHub."""
        if not self.shape.has_sections:
            tables = self._tables_between(span.start, span.end)
            if not tables:
                return [], []
            return [self._section("", "", span.start, span.end, tables, span)], []
        sections, unreadable = [], []
        for heading, stop in self._headings_of_sections(span):
            line, anchor = heading.line, self.anchors[heading.line]
            if tables := self._tables_between(line, stop):
                name = section_name(heading.text, self.shape)
                sections.append(self._section(name, anchor, line, stop, tables, span))
            elif flaw := self._flaw(heading, stop, span.stray):
                name = section_name(heading.text, self.shape)
                unreadable.append(Section(name, anchor, line, stop, self.shape, errors=(flaw,)))
        if span.start < self.after:
            unreadable += self._misplaced(span)
        return sections, unreadable

    def _section(
        self,
        name: str,
        anchor: str,
        line: int,
        end: int,
        tables: Sequence[Table],
        span: _Range,
    ) -> Section:
        flaws = section_flaws(self.page, self.shape, name, span.level, tables)
        for row in span.stray:
            if row in range(line, end):
                flaws.append(finding(list_rules.STRAY_ROW, row))
        return Section(name, anchor, line, end, self.shape, tuple(tables), tuple(flaws))

    def _tables_between(self, start: int, end: int) -> list[Table]:
        lines = self.lines_of_tables
        return self.tables[bisect(lines, start) : bisect_left(lines, end)]

    def _flaw(self, heading: Heading, end: int, stray: Sequence[int]) -> Finding | None:
        """Why a section has no table of the list, if it should have one.

        Without a heading of the list, other tables of the page are not the list's.
        """
        if self.shape.file.heading:
            return find_unreadable(self.page, self.lines, self.shape, heading, end, stray)
        for row in stray:
            if row in range(heading.line, end):
                return finding(list_rules.STRAY_ROW, row)
        return None

    def _misplaced(self, span: _Range) -> Iterator[Section]:
        """Tables of the list outside of it, inside a list or quote, or below another level."""
        found = [
            *find_nested(self.page.headings, self.nested_tables, span.start, span.end),
            *find_misplaced(
                self.top_level, self.tables, self.shape, span.level, span.start, span.end
            ),
        ]
        for name, line, flaw in found:
            yield Section(name, "", line, line + 1, self.shape, errors=(flaw,))

    def _errors(
        self,
        starts: list[Heading],
        sections: list[Section],
        unreadable: list[Section],
        line: int,
    ) -> Iterator[Finding]:
        """The errors against any edit."""
        conflict = find_conflict(self.text)
        if conflict:
            yield conflict
        fence = unclosed_fence(self.page, self.lines)
        if fence and line_with_words(self.lines[fence:], " ".join(self.shape.header)):
            yield finding(list_rules.UNCLOSED_CODE, fence)
        heading = self.shape.file.heading
        if heading and not starts:
            yield self._no_heading_finding(heading)
            return
        if len(starts) > 1:
            yield finding(list_rules.LIST_HEADING_TWICE, starts[1].line, heading=starts[1].text)
        if sections:
            if not self.shape.has_sections and len(sections[0].tables) > 1:
                yield finding(list_rules.SECOND_TABLE, sections[0].tables[1].line)
            return
        is_low = bool(starts) and starts[0].level > 2
        outside = [section for section in unreadable if section.line > line]
        if heading and is_low and outside:
            yield finding(list_rules.LIST_HEADING_LEVEL, line, heading=f"## {heading}")
        elif outside:
            yield outside[0].errors[0]
        else:
            yield no_table_finding(self.page, self.shape, max(line, 1))

    def _no_heading_finding(self, wanted: str) -> Finding:
        """The error at the heading most like that of the list, or at a line with its words."""
        line = line_with_words(self.lines, wanted)
        if line or not self.top_level:
            return finding(list_rules.NO_LIST_HEADING, line or 1, heading=f"## {wanted}")
        headings: dict[str, Heading] = {}
        for heading in self.top_level:
            headings.setdefault(heading.text, heading)
        near = nearest(wanted, headings, self.shape.vocabulary)
        known = []
        for text in near or list(headings)[:_MOST_HEADINGS]:
            known.append(f"{'#' * headings[text].level} {text}")
        place = headings[near[0]].line if near else 1
        facts: dict[str, Fact] = {"heading": f"## {wanted}", "known": tuple(known)}
        return finding(list_rules.OTHER_LIST_HEADING, place, **facts)
