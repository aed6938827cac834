"""How a table is written, for new rows and cells to look like their neighbours."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.document.cells import CellContent

_MOST_ROWS = 100  # enough to see how a table is written
_PIPE = re.compile(r"(?<!\\)\|")
# Elsewhere a line without a pipe in front may begin a list, a heading or a quote.
_PLAIN_BEGIN = re.compile(r"(?![0-9]+[.)])[^\W_]|\[")


class TableStyle(NamedTuple):
    """The pipes around a row, and the spaces around the texts of its cells.

    `widths` has the number of characters of each cell where the table is padded to columns.
    """

    has_first_pipe: bool = True
    has_last_pipe: bool = True
    is_compact: bool = False
    widths: tuple[int, ...] = ()

    def row(self, contents: Sequence[CellContent]) -> str:
        """A row, without its line end."""
        widths = self.widths or (0,) * len(contents)
        cells = []
        for content, width in zip(contents, widths, strict=True):
            cells.append(written_cell(content.markdown.ljust(width), is_compact=self.is_compact))
        line = "|".join(cells)
        if self.has_first_pipe or not _PLAIN_BEGIN.match(contents[0].markdown):
            line = f"|{line}"
        if self.has_last_pipe or not contents[-1].markdown:
            line = f"{line}|"
        return line.strip()


def written_cell(markdown: str, *, is_compact: bool) -> str:
    """A cell with what is around it up to the pipes, which never follow a backslash."""
    if is_compact and not markdown.endswith("\\"):
        return markdown
    return f"{markdown} " if is_compact else f" {markdown} "


@lru_cache(maxsize=32768)
def is_compact(row: str) -> bool:
    """Whether no text of a row has a space between itself and the pipe in front of it."""
    texts = [cell for cell in _PIPE.split(row)[1:] if cell.strip()]
    return bool(texts) and not any(text[0] in " \t" for text in texts)


def table_style(header: str, delimiter: str, rows: Sequence[str]) -> TableStyle:
    """The style of a table, given its lines: that of most of its rows, else of its header."""
    shown = [row.strip() for row in rows[:_MOST_ROWS]] or [header]
    has_first_pipe = 2 * sum(row.startswith("|") for row in shown) >= len(shown)
    has_last_pipe = 2 * sum(row.endswith("|") for row in shown) >= len(shown)
    compact = 2 * sum(map(is_compact, shown)) > len(shown)
    lengths = {len(line.strip()) for line in (header, delimiter, *rows)}
    has_pipes = header.startswith("|") and header.endswith("|")
    cells = _PIPE.split(header)[1:-1] if rows and has_pipes and len(lengths) == 1 else []
    widths = tuple(len(cell) - (0 if compact else 2) for cell in cells)
    return TableStyle(has_first_pipe, has_last_pipe, compact, widths)
