"""The list as README.md holds it: brands, rows and the table of contents, each with its place."""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count, islice, pairwise

from bot.document.anchors import anchors
from bot.document.charger import HEADER, Cell
from bot.document.conflict import left_conflict
from bot.document.lines import split_lines
from bot.document.rendering import (
    ContentsEntry,
    RenderedHeading,
    RenderedRow,
    RenderedTable,
    Rendering,
    render,
)
from bot.document.structure import Structure, Table, read_structure
from bot.errors import ReadmeError
from bot.names.order import PowerRated, identity, normalize_name

LIST_HEADING = "EV Charger List"
_CONTENTS_HEADINGS = {"table of contents", "contents"}


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

        mistletoe finds the lines and GitHub's renderer says what stands there: where the two do not
        see the same rows, an edit would land in another place than a reader sees. Raises
        ReadmeError.
        """
        seen = tuple(row.line for row in self.table.rows)
        written = self._table_lines.rows if self._table_lines else ()
        if self._table_lines is None or written != seen:
            line = min(set(written) ^ set(seen), default=self.table.line)
            told = "GitHub ends the table elsewhere; begin each row with its pipe, and put a blank line after the last."
            raise ReadmeError(line, told)
        return tuple(Row(row.line, row) for row in self.table.rows)

    @cached_property
    def rows_by_identity(self) -> dict[PowerRated, list[Row]]:
        """The rows by what they name."""
        found: dict[PowerRated, list[Row]] = {}
        for row in self.rows:
            found.setdefault(identity(row.model), []).append(row)
        return found


@dataclass(frozen=True)
class Listing:
    """README.md: its lines, and the list in it, from line `start` (its heading) up to, not
    including, `end`.

    `anchors` are those of all headings, by line. The table of contents is between the headings on
    the two lines of `contents_section`, where 0 is the begin of the page. `faults` keep the bot
    from editing, and only `survey` has any.
    """

    text: str
    lines: tuple[str, ...]
    start: int
    end: int
    brands: tuple[Brand, ...]
    headings: tuple[RenderedHeading, ...]
    anchors: dict[int, str]
    contents: tuple[ContentsEntry, ...]
    contents_section: tuple[int, int]
    faults: tuple[ReadmeError, ...]

    @cached_property
    def brands_by_name(self) -> dict[str, list[Brand]]:
        """The brands by their folded names; more than one where sections are doubled."""
        found: dict[str, list[Brand]] = {}
        for brand in self.brands:
            found.setdefault(normalize_name(brand.name), []).append(brand)
        return found

    @cached_property
    def headings_by_anchor(self) -> dict[str, tuple[str, int]]:
        """The heading that each anchor leads to: its brand and its place in that section, or its
        place among the rest.

        It is the same in whatever order the sections stand.
        """
        places: dict[str, Iterator[int]] = defaultdict(count)
        found = {}
        for line, anchor in self.anchors.items():
            before = bisect(self.brands, line, key=lambda brand: brand.line)
            brand = self.brands[before - 1] if before else None
            name = brand.name if brand and line < brand.end else ""
            found[anchor] = (name, next(places[name]))
        return found

    def brand(self, name: str) -> Brand | None:
        """The brand of that name, however it is written.

        Raises ReadmeError when two sections have it.
        """
        found = self.brands_by_name.get(normalize_name(name), [])
        if len(found) > 1:
            raise ReadmeError(
                found[1].line, f'the brand "{found[1].name}" has two sections; join them into one.'
            )
        return found[0] if found else None

    def runs_on(self, brand: Brand) -> bool:
        """Whether the table of a brand runs into the next heading, which ends it for GitHub, but
        not for everybody.

        Raises ReadmeError.
        """
        return brand.end <= len(self.lines) and [row.line for row in brand.rows[-1:]] == [
            brand.end - 1
        ]


@lru_cache(maxsize=4)
def parse_lenient(text: str) -> Listing:
    """Read README.md as far as it can be read; its `faults` are what stands in the way of more."""
    lines = split_lines(text)
    structure, rendering = read_structure(lines), render(text)
    after = len(lines) + 1
    starts = _list_headings(structure, rendering.headings)
    start = starts[0] if starts else after
    end = next(
        (h.line for h in structure.headings if not h.nested and h.level <= 2 and h.line > start),
        after,
    )
    sections = [
        (line, stop, _tables_in(rendering, line, stop))
        for line, stop in _sections(structure, start, end)
    ]
    named = {heading.line: heading for heading in rendering.headings}
    anchored = {
        h.line: a
        for h, a in zip(
            rendering.headings, anchors(h.text for h in rendering.headings), strict=True
        )
    }
    tables = {table.line: table for table in structure.tables}
    brands = tuple(
        Brand(named[line].text, anchored[line], line, stop, found[0], tables.get(found[0].line))
        for line, stop, found in sections
        if found and line in named
    )
    conflict = left_conflict(text)
    faults = (
        *([conflict] if conflict else []),
        *_faults_of_place(starts),
        *_faults_of_headings(structure, rendering.headings, start, end),
        *(_two_tables(found[1]) for *_, found in sections if found[1:]),
        *([_no_brand(start)] if starts and not brands else []),
    )
    section = _contents_section(rendering, anchored, start, end)
    contents = tuple(entry for entry in rendering.contents if section[0] < entry.line < section[1])
    return Listing(
        text, lines, start, end, brands, rendering.headings, anchored, contents, section, faults
    )


def read_listing(text: str) -> Listing:
    """Read README.md.

    Raises ReadmeError.
    """
    listing = parse_lenient(text)
    if listing.faults:
        raise listing.faults[0].with_traceback(None)  # the next reading raises the same one
    return listing


def _list_headings(structure: Structure, headings: tuple[RenderedHeading, ...]) -> list[int]:
    texts = {heading.line: heading.text for heading in headings}
    return [
        h.line
        for h in structure.headings
        if not h.nested and h.level == 2 and texts.get(h.line) == LIST_HEADING
    ]


def _contents_section(
    rendering: Rendering, anchored: dict[int, str], start: int, end: int
) -> tuple[int, int]:
    """The lines of the headings between which the table of contents stands; none leaves it no room.

    It is the section above the list that is called so; else, of those that name a heading of the
    list, the one in which most entries are just the name of what they lead to.
    """
    entries = [entry for entry in rendering.contents if entry.line < start]
    above = [heading for heading in rendering.headings if heading.line < start]
    if called := _section_called_contents(above, [entry.line for entry in entries], start):
        return called
    named = {anchored[heading.line]: heading for heading in rendering.headings}
    naming = [
        e
        for e in entries
        if e.is_plain
        and e.anchor in named
        and normalize_name(named[e.anchor].text) == normalize_name(e.text)
    ]
    edges = [0, *(heading.line for heading in above), start]
    counts = Counter(
        place for place, _ in {(bisect(edges, entry.line), entry.anchor) for entry in naming}
    )
    into_the_list = (
        bisect(edges, entry.line) for entry in naming if start <= named[entry.anchor].line < end
    )
    most = max(into_the_list, key=lambda place: counts[place], default=None)
    return (edges[most - 1], edges[most]) if most else (start, start)


def _section_called_contents(
    above: list[RenderedHeading], entries: list[int], start: int
) -> tuple[int, int] | None:
    """The first section that is called so and has an entry; a title of the page is no longer
    than up to a chapter.
    """
    for place, heading in enumerate(above):
        if normalize_name(heading.text) in _CONTENTS_HEADINGS:
            level = max(heading.level, 2)
            end = next(
                (other.line for other in islice(above, place + 1, None) if other.level <= level),
                start,
            )
            if bisect(entries, heading.line) < bisect(entries, end):
                return heading.line, end
    return None


def _faults_of_place(starts: list[int]) -> Iterator[ReadmeError]:
    if not starts:
        yield ReadmeError(
            None, f'there is no heading "## {LIST_HEADING}", under which the list is expected.'
        )
    if len(starts) > 1:
        yield ReadmeError(starts[1], f'the heading "## {LIST_HEADING}" is there twice; keep one.')


def _faults_of_headings(
    structure: Structure, rendered: tuple[RenderedHeading, ...], start: int, end: int
) -> Iterator[ReadmeError]:
    ours = {
        (heading.line, heading.level)
        for heading in structure.headings
        if start < heading.line < end
    }
    theirs = {(heading.line, heading.level) for heading in rendered if start < heading.line < end}
    told = (
        "GitHub does not read this heading as it is written; put a blank line before and after it."
    )
    yield from (ReadmeError(line, told) for line in sorted({line for line, _ in ours ^ theirs}))


def _two_tables(second: RenderedTable) -> ReadmeError:
    return ReadmeError(
        second.line,
        "a brand has two tables; join them into one, or give this one a heading of its own.",
    )


def _no_brand(start: int) -> ReadmeError:
    return ReadmeError(
        start, f"no brand in the list has a table with the header | {' | '.join(HEADER)} |."
    )


def _sections(structure: Structure, start: int, end: int) -> list[tuple[int, int]]:
    inside = [
        h.line for h in structure.headings if not h.nested and h.level <= 3 and start < h.line < end
    ]
    return list(pairwise([*inside, end]))


def _tables_in(rendering: Rendering, line: int, stop: int) -> list[RenderedTable]:
    """The tables of chargers between two lines."""
    first, last = (
        bisect(rendering.tables, edge, key=lambda table: table.line) for edge in (line, stop)
    )
    return [table for table in rendering.tables[first:last] if table.header == HEADER]
