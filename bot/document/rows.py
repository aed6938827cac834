"""A row of the list: the one type for editing, checking and exporting."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.document.cells import CellContent, Cells, Link
from bot.document.escape import BREAK
from bot.document.html import MAY_BE_TAG, raw_links
from bot.document.lines import indentation
from bot.document.style import is_compact, written_cell
from bot.document.tables import ShownRow

# The renderer reads another character for NUL, of three bytes:
# https://spec.commonmark.org/0.31.2/#insecure-characters
LOST = "\N{REPLACEMENT CHARACTER}"
_NUL, _NUL_AS_COUNTED = b"\0", b"\0\0\0"

# What the bot itself writes so that a text stays one, and characters made text by a backslash.
_OWN_MARKS = re.compile(rf"\\.|{BREAK}|<span>\$</span>")


class WrittenCell(NamedTuple):
    """A cell as it is written: its Markdown without the spaces around, and its first column."""

    markdown: str
    column: int

    @property
    def holds_html(self) -> bool:
        """Whether there may be HTML in it besides what keeps a text as it is."""
        return bool(MAY_BE_TAG.search(_OWN_MARKS.sub(" ", self.markdown)))


@dataclass(frozen=True, eq=False)
class Row(ShownRow):
    """One entry of the list: its line without the line end, and its name."""

    source: str
    name: str

    def text(self, column: int) -> str:
        """The text of one cell, for which no other is read."""
        return self.content.texts(column)[self.place]

    def links(self, column: int) -> tuple[Link, ...]:
        """The links of one cell, and those in raw HTML, which the renderer leaves out."""
        cell = self.cells[column]
        if "omitted" not in cell.markup:
            return cell.links
        return cell.links + tuple(Link(*link) for link in raw_links(self.markdown(column)))

    @cached_property
    def written(self) -> tuple[WrittenCell, ...]:
        """The cells as written; fewer than columns where some are missing."""
        data, indent = self._bytes, indentation(self.source)
        found = []
        for first, last in self.spans:
            start, stop = indent + first - 1, indent + last
            cell = _text(data[start:stop]).replace("\0\0\0", LOST)
            before = len(_text(data[:start].replace(_NUL_AS_COUNTED, _NUL)))
            found.append(WrittenCell(cell.strip(), before + len(cell) - len(cell.lstrip()) + 1))
        return tuple(found)

    @property
    def shown(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """The text and the links of each cell."""
        return tuple(cell.shown for cell in self.cells)

    @property
    def extra_text(self) -> str:
        """The text after the last column, where GitHub does not show it."""
        if len(self.spans) < len(self.cells):
            return ""
        end = indentation(self.source) + self.spans[-1][1]
        beyond = self._bytes[end:].replace(_NUL_AS_COUNTED, _NUL)
        return _text(beyond).strip(" \t|")

    def is_written(self, column: int) -> bool:
        """Whether the line has a cell for a column."""
        return self.is_regular or column < len(self.spans)

    def markdown(self, column: int) -> str:
        """One cell as it is written; empty where it is not."""
        return self.written[column].markdown if self.is_written(column) else ""

    @cached_property
    def is_regular(self) -> bool:
        """Whether the line plainly has one cell for each column and outer pipes."""
        line = self.source
        pipes = len(self.cells) + 1
        return line[:1] == line[-1:] == "|" and line.count("|") == pipes and "\\" not in line

    @property
    def _bytes(self) -> bytes:
        return self.source.encode().replace(_NUL, _NUL_AS_COUNTED)

    def cells_with(self, contents: Sequence[CellContent | None]) -> Cells:
        """The cells with other contents for some of them; None leaves a cell as it is."""
        return [content or cell for content, cell in zip(contents, self.cells, strict=True)]

    def line_with(self, contents: Sequence[CellContent | None]) -> str:
        """The line with other contents in some of its cells; None leaves a cell as it is."""
        raw, indent = self._bytes, indentation(self.source)
        for content, (first, last) in reversed(list(zip(contents, self.spans, strict=False))):
            if content:
                start, stop = indent + first - 1, indent + last
                cell = self._cell(content.markdown, _text(raw[start:stop]))
                if start == indent:  # no pipe is in front of it
                    cell = cell.lstrip()
                raw = raw[:start] + cell.encode() + raw[stop:]
        missing = contents[len(self.spans) :]
        if any(missing):
            raw = raw.rstrip().removesuffix(b"|") + b"|"
            for content in missing:
                raw += f" {content.markdown if content else ''} |".encode()
        return raw.replace(_NUL_AS_COUNTED, _NUL).decode()

    def _cell(self, markdown: str, old: str) -> str:
        """A cell written like the others of the row, as wide as the old one if that is padded."""
        cell = written_cell(markdown, is_compact=is_compact(self.source))
        return cell.ljust(len(old)) if old.endswith("  ") and old.strip() else cell


def _text(part: bytes) -> str:
    """The text of a part of a row, whatever the renderer takes for its ends."""
    return part.decode(errors="replace")
