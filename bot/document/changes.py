"""The three changes of a list; `edit` writes them and `verify` checks them."""

from typing import NamedTuple

from bot.document.cells import CellContent, Link

Contents = tuple[CellContent, ...]  # one for each column


class NewRow(NamedTuple):
    """A row to add: its name and its cells."""

    name: str
    contents: Contents

    @property
    def shown(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """The text and the links of each cell."""
        return tuple(content.shown for content in self.contents)


class Addition(NamedTuple):
    """Rows to add to a section, which is made when the list has none of that name."""

    section: str
    rows: tuple[NewRow, ...]


class Alteration(NamedTuple):
    """Cells to change in one row; None leaves a cell as it is.

    `line` is that of the row, where several may have its name.
    """

    section: str
    name: str
    new_name: str
    contents: tuple[CellContent | None, ...]
    line: int | None = None


class Removal(NamedTuple):
    """A row to take out; the last one of a section takes the section along.

    `line` is that of the row, where several may have its name.
    """

    section: str
    name: str
    line: int | None = None


Change = Addition | Alteration | Removal
