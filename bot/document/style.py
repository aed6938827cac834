"""The style of a table, for a new one to look like its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.document.cells import CellContent
from bot.document.document import Document, Table

_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True)
class TableStyle:
    """How a table is written: its header and delimiter row as they are, and its rows.

    `widths` has the number of characters of each cell where the table is padded to columns.
    """

    header: str
    delimiter: str
    has_outer_pipes: bool
    widths: tuple[int, ...] = ()

    def row(self, contents: Sequence[CellContent]) -> str:
        """A row in this style."""
        cells = [content.markdown for content in contents]
        if self.widths:
            pairs = zip(cells, self.widths, strict=True)
            cells = [cell.ljust(width) for cell, width in pairs]
        if self.has_outer_pipes:
            return f"| {' | '.join(cells)} |"
        return f"{' | '.join(cells)}{'' if cells[-1] else '|'}"


def style_of(document: Document, table: Table) -> TableStyle:
    """The style of a table in the list."""
    header, delimiter = (
        document.lines[line - 1].strip(" \t\r\n") for line in (table.line, table.line + 1)
    )
    has_outer_pipes = header.startswith("|")
    return TableStyle(header, delimiter, has_outer_pipes, _widths(table, header, delimiter))


def _widths(table: Table, header: str, delimiter: str) -> tuple[int, ...]:
    """The widths of the columns of a padded table, whose lines are all of one length."""
    sources = [row.source.strip() for row in table.rows]
    lengths = {len(line) for line in [header, delimiter, *sources]}
    if len(lengths) != 1 or not sources or not header.startswith("|"):
        return ()
    cells = _PIPE.split(header)[1:-1]
    return tuple(len(cell) - 2 for cell in cells)
