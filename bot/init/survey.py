"""Which tables of a page are the list, and below which headings they are."""

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.document.appearance import comparable, is_html_table, without_count
from bot.document.lines import split_lines
from bot.document.page import Page
from bot.document.segment import Heading
from bot.document.tables import ShownTable
from bot.errors import ReadmeError
from bot.names.order import normalize_name

_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S")
_BELOW_ALL = 7  # one more than the deepest level of a heading in Markdown

SectionTables = tuple[str, tuple[ShownTable, ...]]


class OtherTable(NamedTuple):
    """A table outside the list: the line of its header, and why."""

    line: int
    reason: str


class Survey(NamedTuple):
    """The tables which are the list.

    `heading` is that of the whole list; without one, the whole page is the list. `level` is that of
    the sections' headings; None for a list of one table. `sections` has the tables below each.
    """

    header: tuple[str, ...]
    heading: Heading | None
    level: int | None
    sections: tuple[SectionTables, ...]
    parents: tuple[str, ...]
    others: tuple[OtherTable, ...]

    @property
    def tables(self) -> list[ShownTable]:
        """All tables, in order."""
        return [table for _, tables in self.sections for table in tables]


def survey(text: str, page: Page) -> Survey:
    """Find the list. Raises ReadmeError, with the line, where there is none the bot can serve."""
    tables = [table for table in page.tables if not table.is_nested]
    if not tables:
        raise _no_table(text, page)
    chosen, others = _most_frequent(tables)
    _check_header(chosen[0])
    header = tuple(" ".join(name.split()) for name in chosen[0].header)  # some pad with entities
    headings = [heading for heading in page.headings if not heading.is_nested]
    outline = _Outline(headings, [item.line for item in page.link_items if item.anchor])
    if len(chosen) == 1:
        heading = outline.heading_of_list(chosen, _BELOW_ALL)
        parents = outline.parents(chosen)
        return Survey(header, heading, None, (("", tuple(chosen)),), parents, others)
    level = outline.section_level(chosen)
    inside, outside = outline.by_heading(chosen, level)
    if len(inside) == 1:
        raise _no_headings(chosen, level, outline.chain(chosen[0].line)[0])
    sections = tuple((without_count(one.text), tuple(below)) for one, below in inside.items())
    reason = f"it is not below a heading of level {level}, as most tables are"
    others += tuple(OtherTable(table.line, reason) for table in outside)
    others = tuple(sorted(others, key=lambda table: table.line))
    surveyed = Survey(header, None, level, sections, (), others)
    heading = outline.heading_of_list(surveyed.tables, level)
    for table in others:
        if heading and (outside or heading in outline.chain(table.line)):
            heading = None  # below it, each table should be one of the list
    return surveyed._replace(heading=heading, parents=outline.parents(surveyed.tables))


def _no_headings(tables: Sequence[ShownTable], level: int, above: Heading) -> ReadmeError:
    """Why tables below one heading of the level of sections cannot be served."""
    lines = ", ".join(str(table.line) for table in tables[1:])
    reason = (
        f"this table and those with its columns, on line {lines}, need headings of one level. "
        f"Give each its own, such as `{'#' * (level + 1)} {above.text}`."
    )
    return ReadmeError(tables[0].line, reason)


def _no_table(text: str, page: Page) -> ReadmeError:
    """Why a page without a table cannot be served."""
    lines = split_lines(text)
    for number, line in enumerate(lines, start=1):
        if is_html_table(line):
            reason = "the list is an HTML table. The bot edits tables written in Markdown only."
            return ReadmeError(number, reason)
    if page.tables:
        reason = "this table is inside a list or a quote, where the bot does not edit it."
        return ReadmeError(page.tables[0].line, reason)
    for number, line in enumerate(lines, start=1):
        if _BULLET.match(line):
            reason = "the list is one of bullets. The bot edits tables only."
            return ReadmeError(number, reason)
    return ReadmeError(None, "there is no table in it, and the bot edits tables only.")


def _most_frequent(tables: Sequence[ShownTable]) -> tuple[list[ShownTable], tuple[OtherTable, ...]]:
    """The tables with the most frequent header, of equals those with most rows; and the others."""
    by_header: dict[tuple[str, ...], list[ShownTable]] = defaultdict(list)
    for table in tables:
        by_header[tuple(map(comparable, table.header))].append(table)

    def frequency(same: list[ShownTable]) -> tuple[int, int]:
        return len(same), sum(len(table.rows) for table in same)

    chosen = max(by_header.values(), key=frequency)
    others = []
    for table in tables:
        if table not in chosen:
            others.append(OtherTable(table.line, _difference(table.header, chosen[0].header)))
    return chosen, tuple(others)


def _difference(header: Sequence[str], wanted: Sequence[str]) -> str:
    """How the columns of a table differ from those of the list."""
    known, own = set(map(comparable, wanted)), set(map(comparable, header))
    more = [name for name in header if comparable(name) not in known]
    fewer = [name for name in wanted if comparable(name) not in own]
    if 2 * len(fewer) > len(wanted):
        return f"its columns are {' | '.join(header)}"
    parts = []
    for verb, names in (("also has", more), ("lacks", fewer)):
        if names:
            noun = "column" if len(names) == 1 else "columns"
            parts.append(f"it {verb} the {noun} {', '.join(names)}")
    return " and ".join(parts) or "its columns are in another order"


def _check_header(table: ShownTable) -> None:
    """Refuse a header without a name for each column. Raises ReadmeError."""
    seen: set[str] = set()
    for number, name in enumerate(table.header, start=1):
        if not name.strip():
            raise ReadmeError(
                table.line, f"column {number} has no name. Give it one, such as `Name`."
            )
        if comparable(name) in seen:
            raise ReadmeError(table.line, f"two columns are called {name}. Rename one.")
        seen.add(comparable(name))


class _Outline:
    """The headings of a page, and the tables below them."""

    def __init__(self, headings: Sequence[Heading], contents: Sequence[int]) -> None:
        self.headings = headings
        self._contents = contents  # the lines of links into the page
        self._lines = [heading.line for heading in headings]
        self._names = Counter(comparable(heading.text) for heading in headings)

    def chain(self, line: int) -> list[Heading]:
        """The headings around a line, the nearest first."""
        chain: list[Heading] = []
        for heading in reversed(self.headings[: bisect(self._lines, line)]):
            if not chain or heading.level < chain[-1].level:
                chain.append(heading)
            if heading.level == 1:
                break
        return chain

    def section_level(self, tables: Sequence[ShownTable]) -> int:
        """The level of the headings right above most tables; above that where names repeat.

        Raises ReadmeError.
        """
        levels: Counter[int] = Counter()
        rows: Counter[int] = Counter()
        for table in tables:
            chain = self.chain(table.line)
            if chain:
                levels[chain[0].level] += 1
                rows[chain[0].level] += len(table.rows)
        if not levels:
            raise ReadmeError(tables[1].line, "this table has no heading. Give each table one.")
        level = max(levels, key=lambda level: (levels[level], rows[level], -level))
        headings, _ = self.by_heading(tables, level)
        self._refuse_many_below_one(tables, len(headings))
        names = Counter(normalize_name(heading.text) for heading in headings)
        repeated = sum(count for count in names.values() if count > 1)
        if repeated * 2 > names.total():
            for heading in self.chain(tables[0].line):
                if heading.level < level:
                    return heading.level
        return level

    def _refuse_many_below_one(self, tables: Sequence[ShownTable], headings: int) -> None:
        """Refuse tables of which most share a heading: nobody could say where an entry goes.

        Raises ReadmeError.
        """
        seen: set[int] = set()
        extra = []
        for table in tables:
            chain = self.chain(table.line)
            if chain and chain[0].line in seen:
                extra.append(table)
            if chain:
                seen.add(chain[0].line)
        if len(extra) * 2 > len(tables) or headings < 2 <= len(extra):
            reason = "this table and one above it share a heading. Give each table its own."
            raise ReadmeError(extra[0].line, reason)

    def by_heading(
        self, tables: Sequence[ShownTable], level: int
    ) -> tuple[dict[Heading, list[ShownTable]], list[ShownTable]]:
        """The tables by the heading of a level above them, and those without one."""
        inside: dict[Heading, list[ShownTable]] = {}
        outside = []
        for table in tables:
            for heading in self.chain(table.line):
                if heading.level == level:
                    inside.setdefault(heading, []).append(table)
                    break
            else:
                outside.append(table)
        return inside, outside

    def heading_of_list(self, tables: Sequence[ShownTable], level: int) -> Heading | None:
        """The nearest heading above a level around all tables.

        Not the title of the page, and none with a table of contents below it: that must be above
        the list.
        """
        for heading in self._around_all(tables, level):
            first, *others = self.headings
            is_title = heading is first and all(other.level > first.level for other in others)
            begin = bisect(self._contents, heading.line)
            links = bisect(self._contents, tables[0].line) - begin
            if is_title or links > 1:
                return None
            if self._names[comparable(heading.text)] == 1:
                return heading
        return None

    def parents(self, tables: Sequence[ShownTable]) -> tuple[str, ...]:
        """The texts of all headings around all tables, the nearest first."""
        return tuple(heading.text for heading in self._around_all(tables, _BELOW_ALL))

    def _around_all(self, tables: Sequence[ShownTable], level: int) -> list[Heading]:
        last = self.chain(tables[-1].line)
        return [h for h in self.chain(tables[0].line) if h.level < level and h in last]


def html_tables(text: str, page: Page) -> Iterator[int]:
    """The lines on which tables in HTML begin, outside of code."""
    code: set[int] = set()
    for first, last in page.code:
        code.update(range(first, last + 1))
    for number, line in enumerate(split_lines(text), start=1):
        if number not in code and "<table" in line.casefold():
            yield number
