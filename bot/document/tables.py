"""The tables of a page as GitHub shows them, each row read when first asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice

from bot.document.cells import Cell, Link
from bot.document.html import Handler, from_safe

_PLACE = 'data-sourcepos="'
_BLOCK = 4  # rows read at a time, since most edits show a few of a long table


class TableContent:
    """The rows of a table as HTML; their cells are read when first asked for, some rows at a time.

    Rows count from 0 below the header.
    """

    def __init__(self, html: str) -> None:
        _, self._head, *self.rows = html.split("<tr")
        self._blocks: dict[int, list[tuple[Cell, ...]]] = {}
        self._texts: dict[int, tuple[str, ...]] = {}

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return _texts_of_header(self._head)

    def cells(self, place: int) -> tuple[Cell, ...]:
        """The cells of one row."""
        block, rest = divmod(place, _BLOCK)
        if block not in self._blocks:
            start = place - rest
            self._blocks[block] = _read(self.rows[start : start + _BLOCK])
        return self._blocks[block][rest]

    def texts(self, column: int) -> tuple[str, ...]:
        """The texts of one column, counted from 0, for which no other is read."""
        if column not in self._texts:
            inside = []
            for row in self.rows:
                written = row.partition(">")[2].split("</td>", column + 1)[column]
                inside.append(written.partition(">")[2])
            self._texts[column] = tuple(cell.text for cell in _cells(inside))
        return self._texts[column]


@dataclass(frozen=True, eq=False)
class ShownRow:
    """A row: its line, counted from 1, and its place in the table."""

    line: int
    content: TableContent = field(repr=False)
    place: int

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells, one for each column."""
        return self.content.cells(self.place)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and last byte of each written cell, counted from 1 at the row's first mark.

        There may be fewer than cells. cmark counts from the column of the table's header, however
        far a row is indented:
        https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/extensions/table.c
        """
        row, *cells = self.content.rows[self.place].split("<td")
        (_, row_begin), _ = _place(row)
        found = []
        for cell in cells:
            (_, begin), (_, end) = _place(cell)
            if begin:  # 0 if no cell is written
                found.append((begin - row_begin + 1, end - row_begin + 1))
        return tuple(found)


def _place(element: str) -> tuple[tuple[int, int], tuple[int, int]]:
    """The line and column of the first and last byte of an element, given from its tag on."""
    first, last = element.partition(_PLACE)[2].partition('"')[0].split("-")
    line, column = first.split(":")
    last_line, last_column = last.split(":")
    return (int(line), int(column)), (int(last_line), int(last_column))


@dataclass(frozen=True, eq=False)
class ShownTable:
    """A table: the lines of its header and of its end; nested in a list or a quote, or not."""

    line: int
    last_line: int
    is_nested: bool
    content: TableContent

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self.content.header

    @property
    def rows(self) -> tuple[ShownRow, ...]:
        """The rows below the header, each on a line."""
        content = self.content
        lines = enumerate(range(self.line + 2, self.last_line + 1))
        return tuple(ShownRow(line, content, place) for place, line in lines)

    def texts(self, column: int) -> tuple[str, ...]:
        """The texts of one column, counted from 0, below the header; faster than all rows."""
        return self.content.texts(column)

    def below(self, lines: int) -> "ShownTable":
        """The same one so many lines further down."""
        line, last_line = self.line + lines, self.last_line + lines
        return ShownTable(line, last_line, self.is_nested, self.content)


def shown_table(html: str, is_nested: bool) -> ShownTable:
    """The table in a piece of HTML.

    After a paragraph without an empty line cmark gives a table the place of the paragraph, and its
    end is a line short after some last rows. So only the places of rows count, and without any row
    the table ends with its delimiter row.
    """
    content = TableContent(html)
    if not content.rows:
        (_, _), (delimiter, _) = _place(html)
        return ShownTable(delimiter - 1, delimiter, is_nested, content)
    (first, _), _ = _place(content.rows[0])
    (last, _), _ = _place(content.rows[-1])
    return ShownTable(first - 2, last, is_nested, content)


def read_row(html: str) -> tuple[Cell, ...]:
    """The cells of a row given as HTML, with or without places in the source."""
    (cells,) = _read([html])
    return cells


@lru_cache(maxsize=1024)  # most tables of a page have the same one
def _texts_of_header(html: str) -> tuple[str, ...]:
    (cells,) = _read([html])
    return tuple(cell.text for cell in cells)


def _read(rows: Sequence[str]) -> list[tuple[Cell, ...]]:
    """The cells of rows, parted at the tags: no text has a `<` or a `>` of its own."""
    counts, inside = [], []
    for row in rows:
        written = row.partition(">")[2].split("</td>" if "</td>" in row else "</th>")[:-1]
        counts.append(len(written))
        inside += [cell.partition(">")[2] for cell in written]
    cells = iter(_cells(inside))
    return [tuple(islice(cells, count)) for count in counts]


def _cells(inside: Sequence[str]) -> list[Cell]:
    """The cells with this HTML inside; only those with markup or entities need a parser."""
    marked = [html for html in inside if "<" in html or "&" in html]
    read = iter(_CellReader(marked).cells)
    found = []
    for html in inside:
        found.append(next(read) if "<" in html or "&" in html else Cell(from_safe(html)))
    return found


class _CellReader(Handler):
    """Reads cells with markup or entities, given as HTML."""

    _texts: list[str]
    _links: list[Link]
    _markup: set[str]

    def __init__(self, written: Sequence[str]) -> None:
        self.cells: list[Cell] = []
        self._written = written
        self._open: list[tuple[str, int]] = []  # links: the address, where the title begins
        if written:
            self.feed(f"<row><td>{'</td><td>'.join(written)}</td></row>")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
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

    def end(self, tag: str) -> None:
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

    def omitted(self, comment: str) -> None:
        self._markup.add("omitted")
