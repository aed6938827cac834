"""The tables of a page as GitHub shows them, each row read when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.document.cells import Cell, Link
from bot.document.html import Handler, feed, from_safe

_NOWHERE = "0:0-0:0"


class ShownRow(NamedTuple):
    """A row: its line, counted from 1, its cells, and where these are written.

    `spans` holds the first and last byte of each written cell, counted from 1 at the first mark of
    the row; cmark counts from the column of the table's header, however far a row is indented:
    https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/extensions/table.c
    """

    line: int
    cells: tuple[Cell, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class ShownTable:
    """A table: the lines of its header and of its end, and its HTML.

    It is nested in a list or a quote, or not.
    """

    line: int
    last_line: int
    is_nested: bool
    html: str

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        head, _, _ = self.html.partition("</thead>")
        return tuple(cell.text for cell in _read(f"{head}</thead></table>")[0].cells)

    @cached_property
    def rows(self) -> tuple[ShownRow, ...]:
        """The rows below the header."""
        return tuple(_read(self.html)[1:])


def shown_table(html: str, is_nested: bool) -> ShownTable:
    """The table in a piece of HTML.

    After a paragraph without an empty line cmark gives a table the place of the paragraph, and its
    end is a line short after some last rows. So only the places of rows count, and without any row
    the table ends with its delimiter row.
    """
    head, _, body = html.partition("<tbody>")
    if not body:
        delimiter = _first_place(head)[1]
        return ShownTable(delimiter - 1, delimiter, is_nested, html)
    delimiter = _first_place(body)[0] - 1
    last_row = body.rpartition("<tr ")[2]
    return ShownTable(delimiter - 1, _first_place(last_row)[0], is_nested, html)


def _first_place(html: str) -> tuple[int, int]:
    """The first and last line of the first element."""
    place = html.partition('data-sourcepos="')[2].partition('"')[0]
    first, _, last = place.partition("-")
    return int(first.partition(":")[0]), int(last.partition(":")[0])


def read_row(html: str) -> tuple[Cell, ...]:
    """The cells of a row given as HTML, with or without places in the source."""
    return _read(f"<table>{html}</table>")[0].cells


def _read(html: str) -> list[ShownRow]:
    reader = _TableReader(html)
    feed(html, reader)
    return reader.rows


class _TableReader(Handler):
    """Collects the rows of a table."""

    def __init__(self, html: str) -> None:
        self.rows: list[ShownRow] = []
        self._data = html.encode()
        self._line = 0
        self._indent = 0
        self._cells: list[Cell] = []
        self._spans: list[tuple[int, int]] = []
        self._is_in_cell = False
        self._begin = 0
        self._texts: list[str] = []
        self._links: list[Link] = []
        self._open: list[tuple[str, int]] = []  # links: the address, where the title begins
        self._markup: set[str] = set()

    def start(self, tag: str, attributes: Mapping[str, str], offset: int) -> None:
        if tag in {"td", "th"}:
            first, _, last = attributes.get("data-sourcepos", _NOWHERE).partition("-")
            begin, end = int(first.partition(":")[2]), int(last.partition(":")[2])
            if begin:  # 0 if no cell is written
                self._spans.append((begin - self._indent, end - self._indent))
            self._is_in_cell = True
            self._begin = self._data.index(b">", offset) + 1
            self._texts, self._links, self._markup = [], [], set()
        elif tag == "tr":
            line, column = attributes.get("data-sourcepos", _NOWHERE).partition("-")[0].split(":")
            self._line, self._indent = int(line), int(column) - 1
            self._cells, self._spans = [], []
        elif self._is_in_cell:
            self._start_in_cell(tag, attributes)

    def _start_in_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag != "a":
            self._markup.add(tag)
            return
        if self._open:
            self._markup.add("nested link")
        if "title" in attributes:
            self._markup.add("title")
        self._open.append((attributes["href"], len(self._texts)))

    def end(self, tag: str, offset: int) -> None:
        if tag in {"td", "th"}:
            html = ""
            if self._links or self._markup:
                html = from_safe(self._data[self._begin : offset].decode())
            text = from_safe("".join(self._texts))
            self._cells.append(Cell(text, tuple(self._links), html, frozenset(self._markup)))
            self._is_in_cell = False
        elif tag == "tr":
            self.rows.append(ShownRow(self._line, tuple(self._cells), tuple(self._spans)))
        elif tag == "a" and self._open:
            href, begin = self._open.pop()
            if not self._open:  # a link within another one is markup of that
                title = "".join(self._texts[begin:])
                self._links.append(Link(from_safe(title), from_safe(href)))

    def text(self, text: str) -> None:
        if self._is_in_cell:
            self._texts.append(text)

    def omitted(self) -> None:
        self._markup.add("omitted")
