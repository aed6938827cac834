"""A whole document as GitHub shows it, put together from segments.

A segment goes from one heading to the next and is rendered on its own, so that of a page after an
edit only the part with the edit is rendered again. The result is that of the whole page:
CommonMark reads a page line by line, and where a heading is shown outside of everything else,
nothing above it is still open. Only definitions of links reach further, see
https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy; a page which may have one is a
single segment.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from weakref import WeakValueDictionary

from bot.document.cmark import render
from bot.document.lines import split_lines
from bot.document.segment import Heading, LinkItem, Segment
from bot.document.tables import ShownTable

_HEADING = re.compile(r"#{1,6}[ \t]")
_HEADING_TAG = re.compile("<h[1-6]")
_NEXT = "# next\n"  # in place of the heading of the next segment
_NEXT_SHOWN = "next</h1>\n"
_DEFINITION = "]:"


class Page:
    """A document as GitHub shows it; its parts are read when first asked for."""

    def __init__(self, text: str) -> None:
        self._segments = list(_segments(text))

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        found = []
        for above, segment in self._segments:
            found += [heading.below(above) for heading in segment.headings]
        return found

    @cached_property
    def link_items(self) -> list[LinkItem]:
        """All list items beginning with a link, in order."""
        found = []
        lists = 0
        for above, segment in self._segments:
            found += [item.below(above, lists) for item in segment.link_items]
            lists += segment.list_count
        return found

    @cached_property
    def code(self) -> list[tuple[int, int]]:
        """The first and last line of each block of code."""
        found = []
        for above, segment in self._segments:
            found += [(first + above, last + above) for first, last in segment.code]
        return found

    @cached_property
    def tables(self) -> list[ShownTable]:
        """All tables, in order."""
        found = []
        for above, segment in self._segments:
            found += [table.below(above) for table in segment.tables]
        return found

    @cached_property
    def pieces(self) -> list[str]:
        """The HTML; each heading and each table is its own piece.

        Places in the source count from the first line of a segment.
        """
        found = [""]
        for _, segment in self._segments:
            first, *others = segment.pieces
            found[-1] += first
            found += others
        return found

    @cached_property
    def piece_of_heading(self) -> dict[int, int]:
        """The index of each heading among the pieces, by its line."""
        headings = iter(self.headings)
        found = {}
        for place, piece in enumerate(self.pieces):
            if _HEADING_TAG.match(piece):
                found[next(headings).line] = place
        return found

    @cached_property
    def piece_of_table(self) -> dict[int, int]:
        """The index of each table among the pieces, by the line of its header."""
        tables = iter(self.tables)
        found = {}
        for place, piece in enumerate(self.pieces):
            if piece.startswith("<table"):
                found[next(tables).line] = place
        return found


@lru_cache(maxsize=4)
def read_page(text: str) -> Page:
    """Render a document; the last few are kept, since the result of one edit is the next start."""
    return Page(text)


# Those of the pages in memory, by their text and whether another one comes below.
_known: WeakValueDictionary[tuple[str, bool], Segment] = WeakValueDictionary()


def _segments(text: str) -> Iterator[tuple[int, Segment]]:
    """The segments of a page, each with the number of lines above it.

    Where one does not end before the next heading, it is tried with twice as many headings, so that
    a page takes linear time whatever is left open in it.
    """
    lines = split_lines(text)
    starts = [0]
    if _DEFINITION not in text:
        for number, line in enumerate(lines):
            if line[0] == "#" and _HEADING.match(line) and number:
                starts.append(number)
    place, count = 0, 1
    while place < len(starts):
        following = place + count
        stop = starts[following] if following < len(starts) else len(lines)
        part = "".join(lines[starts[place] : stop])
        segment = _segment(part, is_last=stop == len(lines))
        if segment is None:
            count *= 2
            continue
        yield starts[place], segment
        place, count = following, 1


def _segment(text: str, *, is_last: bool) -> Segment | None:
    """A segment; None where a heading below it would be shown as a part of it."""
    segment = _known.get((text, is_last))
    if segment is None:
        html = render(text) if is_last else _rendered_alone(text)
        if html is None:
            return None
        segment = _known[text, is_last] = Segment(html)
    return segment


def _rendered_alone(text: str) -> str | None:
    html, _, following = render(text + _NEXT).rpartition("<h1 ")
    return html if following.partition(">")[2] == _NEXT_SHOWN else None
