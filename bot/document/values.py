"""The values of a row, and the cells for them."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from bot.document.cells import Cell, CellContent, Link, link_content, text_content
from bot.document.cmark import render
from bot.document.tables import read_row
from bot.shape.shape import ColumnShape


@lru_cache(maxsize=256)
def shown_cell(markdown: str) -> Cell:
    """The visible content of a cell with this Markdown."""
    table = render(f"| {markdown} |\n| - |\n")
    return read_row(table.partition("<tr")[2])[0]


def markdown_content(markdown: str) -> CellContent:
    """The cell with Markdown of the list's keeper, taken from list.yml."""
    cell = shown_cell(markdown)
    return CellContent(markdown, cell.text, cell.links)


def choices_content(column: ColumnShape, options: Iterable[str]) -> CellContent:
    """The cell for options, in the order of the form; the column's own text without any."""
    chosen = set(options)
    shown = [column.shown(option) for option in column.options if option in chosen]
    return markdown_content(column.separator.join(shown)) if shown else empty_content(column)


def empty_content(column: ColumnShape) -> CellContent:
    """The cell without a value."""
    return markdown_content(column.empty)


def links_content(column: ColumnShape, links: Sequence[Link]) -> CellContent:
    """The cell with one or more links, separated as the column has it."""
    cells = [link_content(link).markdown for link in links]
    text = separator_text(column.separator).join(link.title for link in links)
    return CellContent(column.separator.join(cells), text, tuple(links))


@lru_cache(maxsize=16)
def separator_text(markdown: str) -> str:
    """The text of the Markdown between two links: a space for `<br>`."""
    return shown_cell(f"a{markdown}b").text[1:-1]


def name_content(name: str, address: str | None) -> CellContent:
    """The cell for a name, a link if there is an address."""
    return link_content(Link(name, address)) if address else text_content(name)


def value_content(column: ColumnShape, value: Any, address: str | None) -> CellContent:
    """The cell for a value of a column: a text, a tuple of options, or a tuple of links.

    `address` is that of a name.
    """
    if not value:
        return empty_content(column)
    match column.kind:
        case "name":
            return name_content(value, address)
        case "text":
            return text_content(value)
        case "links":
            return links_content(column, value)
        case "choice" | "choices" | "yes/no":
            return choices_content(column, value)


def is_empty(column: ColumnShape, cell: Cell) -> bool:
    """Whether a cell shows what the column shows without a value."""
    if not column.empty:
        return not cell.text.strip() and not cell.html
    empty = shown_cell(column.empty)
    return (cell.text, cell.links) == (empty.text, empty.links)
