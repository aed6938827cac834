"""The tables of a page as GitHub shows them, each row read when first asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from bot.document.cells import Cell, Link
from bot.document.html import Handler, feed, from_safe

_PLACE = 'data-sourcepos="'


class ShownRow(NamedTuple):
    """A row: its line, counted from 1, its cells, and the attributes of its tags.

    `tags` has one for the row and one for each cell.
    """

    line: int
    cells: tuple[Cell, ...]
    tags: tuple[str, ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the cells are written, see `spans_of`."""
        return spans_of(self.tags)


def spans_of(tags: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The first and last byte of each written cell, counted from 1 at the first mark of the row.

    cmark counts from the column of the table's header, however far a row is indented:
    https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/extensions/table.c
    """
    found = []
    (_, row_begin), _ = _place(tags[0])
    for tag in tags[1:]:
        (_, begin), (_, end) = _place(tag)
        if begin:  # 0 if no cell is written
            found.append((begin - row_begin + 1, end - row_begin + 1))
    return tuple(found)


def _place(tag: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The line and column of the first and last byte of an element."""
    first, _, last = tag.partition(_PLACE)[2].partition('"')[0].partition("-")
    line, _, column = first.partition(":")
    last_line, _, last_column = last.partition(":")
    return (int(line), int(column)), (int(last_line), int(last_column))


class TableContent:
    """The HTML of a table, read when first asked for; its lines count from those of its segment."""

    def __init__(self, html: str) -> None:
        self.html = html
        self._texts: dict[int, tuple[str, ...]] = {}

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        head, _, _ = self.html.partition("</thead>")
        return tuple(cell.text for cell in _read(f"{head}</thead></table>")[0].cells)

    @cached_property
    def rows(self) -> tuple[ShownRow, ...]:
        """The rows below the header."""
        return tuple(_read(self.html)[1:])

    def texts(self, column: int) -> tuple[str, ...]:
        """The texts of one column, counted from 0, below the header; faster than all rows."""
        if column not in self._texts:
            inside = []
            for row in self.html.split("<tr")[2:]:
                written = row.partition(">")[2].split("</td>", column + 1)[column]
                inside.append(written.partition(">")[2])
            self._texts[column] = tuple(cell.text for cell in _cells(inside))
        return self._texts[column]


@dataclass(frozen=True)
class ShownTable:
    """A table: the lines of its header and of its end, and the number of lines above its segment.

    It is nested in a list or a quote, or not.
    """

    line: int
    last_line: int
    is_nested: bool
    content: TableContent
    above: int = 0

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.content.header

    @cached_property
    def rows(self) -> tuple[ShownRow, ...]:
        """The rows below the header."""
        above, rows = self.above, self.content.rows
        return tuple(ShownRow(row.line + above, row.cells, row.tags) for row in rows)

    def texts(self, column: int) -> tuple[str, ...]:
        """The texts of one column, counted from 0, below the header; faster than all rows."""
        return self.content.texts(column)

    def below(self, lines: int) -> "ShownTable":
        """The same one so many lines further down."""
        line, last_line = self.line + lines, self.last_line + lines
        return ShownTable(line, last_line, self.is_nested, self.content, self.above + lines)


def shown_table(html: str, is_nested: bool) -> ShownTable:
    """The table in a piece of HTML.

    After a paragraph without an empty line cmark gives a table the place of the paragraph, and its
    end is a line short after some last rows. So only the places of rows count, and without any row
    the table ends with its delimiter row.
    """
    content = TableContent(html)
    head, _, body = html.partition("<tbody>")
    if not body:
        (_, _), (delimiter, _) = _place(head)
        return ShownTable(delimiter - 1, delimiter, is_nested, content)
    (first, _), _ = _place(body)
    (last, _), _ = _place(body.rpartition("<tr ")[2])
    return ShownTable(first - 2, last, is_nested, content)


def read_row(html: str) -> tuple[Cell, ...]:
    """The cells of a row given as HTML, with or without places in the source."""
    return _read(f"<table>{html}</table>")[0].cells


def _read(html: str) -> list[ShownRow]:
    """The rows of a table, parted at the tags: no text has a `<` or a `>` of its own."""
    tags, counts, inside = [], [], []
    for row in html.split("<tr")[1:]:
        tag, _, body = row.partition(">")
        tags.append([tag])
        written = body.split("</td>" if "</td>" in body else "</th>")[:-1]
        counts.append(len(written))
        for cell in written:
            tag, _, inner = cell.partition(">")
            tags[-1].append(tag)
            inside.append(inner)
    cells = iter(_cells(inside))
    found = []
    for row_tags, count in zip(tags, counts, strict=True):
        shown = tuple(islice(cells, count))
        found.append(ShownRow(_line(row_tags[0]), shown, tuple(row_tags)))
    return found


def _cells(inside: Sequence[str]) -> list[Cell]:
    """The cells with this HTML inside; only those with markup or entities need a parser."""
    marked = [html for html in inside if "<" in html or "&" in html]
    read = iter(_CellReader(marked).cells)
    found = []
    for html in inside:
        found.append(next(read) if "<" in html or "&" in html else Cell(from_safe(html)))
    return found


def _line(tag: str) -> int:
    """The line of a row; 0 for one without a place in the source."""
    return int(tag.partition(_PLACE)[2].partition(":")[0] or 0)


class _CellReader(Handler):
    """Reads cells with markup or entities, given as HTML."""

    def __init__(self, written: Sequence[str]) -> None:
        self.cells: list[Cell] = []
        self._written = written
        self._texts: list[str] = []
        self._links: list[Link] = []
        self._open: list[tuple[str, int]] = []  # links: the address, where the title begins
        self._markup: set[str] = set()
        if written:
            feed(f"<row><td>{'</td><td>'.join(written)}</td></row>", self)

    def start(self, tag: str, attributes: Mapping[str, str], offset: int) -> None:
        if tag in {"row", "td"}:
            self._texts, self._links, self._markup = [], [], set()
        elif tag == "a":
            if self._open:
                self._markup.add("nested link")
            if "title" in attributes:
                self._markup.add("title")
            self._open.append((attributes["href"], len(self._texts)))
        else:
            self._markup.add(tag)

    def end(self, tag: str, offset: int) -> None:
        if tag == "td":
            html = ""
            if self._links or self._markup:
                html = from_safe(self._written[len(self.cells)])
            text = from_safe("".join(self._texts))
            self.cells.append(Cell(text, tuple(self._links), html, frozenset(self._markup)))
        elif tag == "a" and self._open:
            href, begin = self._open.pop()
            if not self._open:  # a link within another one is markup of that
                title = "".join(self._texts[begin:])
                self._links.append(Link(from_safe(title), from_safe(href)))

    def text(self, text: str) -> None:
        self._texts.append(text)

    def omitted(self) -> None:
        self._markup.add("omitted")
