"""What a reader of the document sees, as cmarkgfm, GitHub's own renderer, shows it."""

import html
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote

from bot.document.charger import Cell
from bot.document.cmark import render_html

OMITTED = "<!-- raw HTML omitted -->"  # what the renderer writes for any HTML

_TABLE_START, _TABLE_END = "<table", "</table>"
_POSITION = r'[^>]*data-sourcepos="(\d+):[^"]*"'
_HEADING = re.compile(rf"<h([1-6]){_POSITION}>(.*?)</h\1>", re.DOTALL)
_CODE = re.compile(r'<pre[^>]*data-sourcepos="(\d+):\d+-(\d+):')
_WHOLE_HEADING = re.compile(r"(<h[1-6]>.*?</h[1-6]>)", re.DOTALL)
_ROW_START, _ROW_END = '<tr data-sourcepos="', "</tr>"
_CELL_PLACE = re.compile(
    r'<td[^>]*data-sourcepos="[0-9]+:([1-9][0-9]*)-[0-9]+:([0-9]+)"'
)  # 0 if none is written
_ITEM = re.compile(
    r'</?[ou]l\b|<li[^>]*data-sourcepos="(?P<line>\d+):\d+-(?P<last>\d+):\d+">'
    r'(?:(?:\s*<p[^>]*>)?(?:<(?:strong|em)>)*<a href="(?P<href>[^"]*)"[^>]*>(?P<text>.*?)</a>'
    r"(?P<end>(?:</(?:strong|em)>)*(?:</p>)?\s*(?=<(?:/li|ul|ol)\b))?)?"
)
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_COMMENT = re.compile(r"<!--[^<>]*-->")
_ATTRIBUTE = re.compile(r' data-sourcepos="[^"]*"')
_FIRST_LINE = re.compile(_POSITION)


class RenderedHeading(NamedTuple):
    """A heading: its line, counted from 1, its level and its text."""

    line: int
    level: int
    text: str


class RenderedRow(NamedTuple):
    """A row of a table: its line, the column that the renderer says it begins at, and the HTML
    between its tags.
    """

    line: int
    column: int
    html: str

    @property
    def fragments(self) -> list[str]:
        """The HTML of each cell."""
        ended = self.html.replace("</th>", "</td>").split("</td>")[
            :-1
        ]  # which no text contains as such
        return [cell.partition(">")[2] for cell in ended]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells of the row as a reader sees them."""
        return tuple(map(read_cell, self.fragments))

    @property
    def places(self) -> list[tuple[int, int]]:
        """The first and last byte of each cell that is written, counted from 1 at the first mark
        of the row.

        The renderer counts them from where the header of the table begins, however far the row
        itself is set in: https://github.com/github/cmark-gfm/blob/master/extensions/table.c
        """
        before = self.column - 1
        return [
            (int(first) - before, int(last) - before)
            for first, last in _CELL_PLACE.findall(self.html)
        ]


@dataclass(frozen=True)
class RenderedTable:
    """A table: the line of its header and the HTML between its tags."""

    line: int
    html: str

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(cell.text for cell in _read_row(self.html.partition(_ROW_END)[0]).cells)

    @cached_property
    def rows(self) -> tuple[RenderedRow, ...]:
        """The rows below the header."""
        return tuple(map(_read_row, self.html.split(_ROW_END)[1:-1]))


def _read_row(piece: str) -> RenderedRow:
    start = piece.partition(_ROW_START)[2]
    line, column = start[: start.index("-")].split(":")
    return RenderedRow(int(line), int(column), start.partition(">")[2])


class ContentsEntry(NamedTuple):
    """A list item that links to a heading of the same document: its line, the anchor, the text.

    `last` is the last line of the item with all that is set in below it, or a blank one behind
    that. `outermost` and `innermost` are the numbers, among all lists, of those that it stands in.
    It `is_plain` when it has no text beside its link.
    """

    line: int
    anchor: str
    text: str
    last: int
    outermost: int
    innermost: int
    is_plain: bool


def text_of(fragment: str) -> str:
    """The text that a reader sees in a piece of HTML."""
    return html.unescape(_TAG.sub("", fragment))


def holds_html(text: str) -> bool:
    """Whether there is HTML in a text other than comments, as which the renderer shows all that
    it leaves out.
    """
    return "<" in text and _COMMENT.sub("", render_html(text, raw=True)) != _COMMENT.sub(
        "", render_html(text)
    )


def read_cell(fragment: str) -> Cell:
    """Read a cell from the HTML between its tags."""
    return _read_markup(fragment) if "<" in fragment or "&" in fragment else Cell(fragment)


@lru_cache(maxsize=65536)
def _read_markup(fragment: str) -> Cell:
    links = [(text_of(text), html.unescape(href)) for href, text in _LINK.findall(fragment)]
    return Cell(text_of(fragment), tuple(links))


class Rendering:
    """A document as GitHub renders it; its parts are read from the HTML when first asked for."""

    def __init__(self, text: str) -> None:
        self._tables, self._texts = _cut(render_html(text))

    @cached_property
    def headings(self) -> tuple[RenderedHeading, ...]:
        """All headings, in order."""
        found = (heading for text in self._texts for heading in _HEADING.findall(text))
        return tuple(
            RenderedHeading(int(line), int(level), text_of(inner)) for level, line, inner in found
        )

    @cached_property
    def tables(self) -> tuple[RenderedTable, ...]:
        """All tables, in order."""
        starts = map(_FIRST_LINE.match, self._tables)
        return tuple(
            RenderedTable(int(start[1]), table)
            for start, table in zip(starts, self._tables, strict=True)
            if start
        )

    @cached_property
    def code(self) -> tuple[tuple[int, int], ...]:
        """The first and last line of each block of code."""
        return tuple(
            (int(first), int(last)) for text in self._texts for first, last in _CODE.findall(text)
        )

    @cached_property
    def contents(self) -> tuple[ContentsEntry, ...]:
        """All list items that begin with a link into the document."""
        return tuple(
            ContentsEntry(
                int(item["line"]),
                unquote(html.unescape(item["href"][1:])),
                text_of(item["text"]),
                int(item["last"]),
                outermost,
                innermost,
                is_plain=item["end"] is not None,
            )
            for item, (outermost, innermost) in self._linking_items
            if item["href"].startswith("#")
        )

    @cached_property
    def linked_elsewhere(self) -> frozenset[str]:
        """The texts of the links to headings of other documents with which list items begin."""
        return frozenset(
            text_of(item["text"])
            for item, _ in self._linking_items
            if not item["href"].startswith("#") and "#" in item["href"]
        )

    @cached_property
    def _linking_items(self) -> list[tuple[re.Match[str], tuple[int, int]]]:
        """The list items that begin with a link, each with the numbers of the first and the last
        list around it.
        """
        found, around, number = [], list[int](), 0
        for tag in chain.from_iterable(map(_ITEM.finditer, self._texts)):
            if tag["href"] is not None:
                found.append((tag, (around[0], around[-1])))
            elif tag[0].startswith("</"):
                around.pop()
            elif not tag["line"]:
                number += 1
                around.append(number)
        return found

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The HTML without places in the source, cut so that each heading and each table is a
        piece of its own.
        """
        plain = (
            _ATTRIBUTE.sub("", part)
            for pair in zip(self._texts, [*self._tables, ""], strict=True)
            for part in pair
        )
        return tuple(
            piece
            for index, part in enumerate(plain)
            for piece in ([part] if index % 2 else _WHOLE_HEADING.split(part))
        )

    @cached_property
    def piece_of_heading(self) -> dict[int, int]:
        """The index of a heading among the pieces, by its line."""
        indices = (index for index, piece in enumerate(self.pieces) if _WHOLE_HEADING.match(piece))
        return {heading.line: index for heading, index in zip(self.headings, indices, strict=True)}

    @cached_property
    def piece_of_table(self) -> dict[int, int]:
        """The index of a table among the pieces, by the line of its header."""
        indices = (
            index for index, piece in enumerate(self.pieces) if piece.startswith(">\n<thead>")
        )
        return {table.line: index for table, index in zip(self.tables, indices, strict=True)}


def _cut(rendered: str) -> tuple[list[str], list[str]]:
    """The tables, each from behind the name of its tag, and the texts before, between and behind
    them.
    """
    first, *others = rendered.split(_TABLE_START)
    pairs = [other.partition(_TABLE_END)[::2] for other in others]
    return [table for table, _ in pairs], [first, *(text for _, text in pairs)]


@lru_cache(maxsize=4)
def render(text: str) -> Rendering:
    """Render a document; the last few are kept, since the outcome of one edit is the start of
    the next.
    """
    return Rendering(text)
