"""The three changes of a list; `edit` writes them and `verify` checks them."""

from dataclasses import dataclass

from bot.document.cells import CellContent, Link

Contents = tuple[CellContent, ...]  # one for each column


@dataclass(frozen=True)
class NewRow:
    """A row to add: its name and its cells."""

    name: str
    contents: Contents

    @property
    def shown(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """The text and the links of each cell."""
        return tuple(content.shown for content in self.contents)


@dataclass(frozen=True)
class Addition:
    """Rows to add to a section, which is made when the list has none of that name."""

    section: str
    rows: tuple[NewRow, ...]


@dataclass(frozen=True)
class Alteration:
    """Cells to change in one row; None leaves a cell as it is.

    `line` is that of the row, where several may have its name.
    """

    section: str
    name: str
    new_name: str
    contents: tuple[CellContent | None, ...]
    line: int | None = None


@dataclass(frozen=True)
class Removal:
    """A row to take out; the last one of a section takes the section along.

    `line` is that of the row, where several may have its name.
    """

    section: str
    name: str
    line: int | None = None


Change = Addition | Alteration | Removal
