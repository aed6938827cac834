"""The list as README.md holds it: brands, rows and the table of contents, each with its place."""

from bisect import bisect
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.faults import BrokenList
from bot.listing.anchors import anchors
from bot.listing.charger import HEADER, Cell
from bot.listing.lines import split_lines
from bot.listing.order import Rated, fold, identity
from bot.listing.rendering import ContentsEntry, RenderedHeading, RenderedRow, RenderedTable, render
from bot.listing.structure import Structure, Table, read_structure

LIST_HEADING = "EV Charger List"


@dataclass(frozen=True)
class Row:
    """One charger in the list; `line` counts from 1."""

    line: int
    rendered: RenderedRow

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The five cells as a reader sees them."""
        return self.rendered.cells

    @property
    def model(self) -> str:
        """The charger's name, which begins with the brand."""
        return self.cells[0].text


@dataclass(frozen=True)
class Brand:
    """A brand's section: lines `line` (the heading) up to, not including, `end`, with its table."""

    name: str
    anchor: str
    line: int
    end: int
    table: RenderedTable
    _table_lines: Table | None

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The chargers of the brand, in order.

        mistletoe finds the lines and GitHub's renderer says what stands there: where the two do not see the same rows,
        an edit would land in another place than a reader sees. Raises BrokenList.
        """
        seen = tuple(row.line for row in self.table.rows)
        written = self._table_lines.rows if self._table_lines else ()
        if self._table_lines is None or written != seen:
            line = min(set(written) ^ set(seen), default=self.table.line)
            raise BrokenList(line, "GitHub ends the table elsewhere; put a blank line after its last row.")
        return tuple(Row(row.line, row) for row in self.table.rows)

    @cached_property
    def rows_by_identity(self) -> dict[Rated, list[Row]]:
        """The rows by what they name."""
        found: dict[Rated, list[Row]] = {}
        for row in self.rows:
            found.setdefault(identity(row.model), []).append(row)
        return found


@dataclass(frozen=True)
class Listing:
    """README.md: its lines, and the list in it, from line `start` (its heading) up to, not including, `end`.

    `anchors` are those of all headings, by line.
    """

    text: str
    lines: tuple[str, ...]
    start: int
    end: int
    brands: tuple[Brand, ...]
    headings: tuple[RenderedHeading, ...]
    anchors: dict[int, str]
    contents: tuple[ContentsEntry, ...]

    @cached_property
    def _brands_by_name(self) -> dict[str, list[Brand]]:
        found: dict[str, list[Brand]] = {}
        for brand in self.brands:
            found.setdefault(fold(brand.name), []).append(brand)
        return found

    def brand(self, name: str) -> Brand | None:
        """The brand of that name, however it is written.

        Raises BrokenList when two sections have it.
        """
        found = self._brands_by_name.get(fold(name), [])
        if len(found) > 1:
            raise BrokenList(found[1].line, f'the brand "{found[1].name}" has two sections; join them into one.')
        return found[0] if found else None


@lru_cache(maxsize=4)
def read_listing(text: str) -> Listing:
    """Read README.md.

    Raises BrokenList.
    """
    lines = split_lines(text)
    structure, rendering = read_structure(lines), render(text)
    start, end = _find_list(structure, rendering.headings, len(lines) + 1)
    _agree_on_headings(structure, rendering.headings, start, end)
    sections = _sections(structure, start, end)
    named = {heading.line: heading for heading in rendering.headings}
    anchored = {h.line: a for h, a in zip(rendering.headings, anchors(h.text for h in rendering.headings), strict=True)}
    tables = {table.line: table for table in structure.tables}
    headed = [table for table in rendering.tables if table.header == HEADER]
    brands = [
        Brand(named[line].text, anchored[line], line, stop, table, tables.get(table.line))
        for line, stop in sections
        if (table := _brand_table(headed, line, stop))
    ]
    if not brands:
        raise BrokenList(start, f"no brand in the list has a table with the header | {' | '.join(HEADER)} |.")
    contents = tuple(entry for entry in rendering.contents if entry.line < start)
    return Listing(text, lines, start, end, tuple(brands), rendering.headings, anchored, contents)


def _find_list(structure: Structure, headings: tuple[RenderedHeading, ...], after: int) -> tuple[int, int]:
    top = [heading for heading in structure.headings if not heading.nested]
    texts = {heading.line: heading.text for heading in headings}
    starts = [heading.line for heading in top if heading.level == 2 and texts.get(heading.line) == LIST_HEADING]
    if not starts:
        raise BrokenList(None, f'there is no heading "## {LIST_HEADING}", under which the list is expected.')
    if len(starts) > 1:
        raise BrokenList(starts[1], f'the heading "## {LIST_HEADING}" is there twice; keep one.')
    ends = (heading.line for heading in top if heading.level <= 2 and heading.line > starts[0])
    return starts[0], next(ends, after)


def _sections(structure: Structure, start: int, end: int) -> list[tuple[int, int]]:
    inside = [h.line for h in structure.headings if not h.nested and h.level <= 3 and start < h.line < end]
    return list(pairwise([*inside, end]))


def _brand_table(headed: list[RenderedTable], line: int, stop: int) -> RenderedTable | None:
    first = bisect(headed, line, key=lambda table: table.line)
    inside = [table for table in headed[first : first + 2] if table.line < stop]
    if len(inside) > 1:
        raise BrokenList(inside[1].line, "a brand has two tables; join them into one.")
    return inside[0] if inside else None


def _agree_on_headings(structure: Structure, rendered: tuple[RenderedHeading, ...], start: int, end: int) -> None:
    ours = {(heading.line, heading.level) for heading in structure.headings if start < heading.line < end}
    theirs = {(heading.line, heading.level) for heading in rendered if start < heading.line < end}
    if ours != theirs:
        line = min(ours ^ theirs)[0]
        raise BrokenList(
            line, "GitHub does not read this heading as it is written; put a blank line before and after it."
        )
