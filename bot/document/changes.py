"""The three changes that the list knows, in words of the domain; `edit` writes them and `proof`
checks them.
"""

from dataclasses import dataclass

from bot.document.charger import CellContent, Charger


@dataclass(frozen=True)
class Addition:
    """Chargers to add to a brand, whose section is made when the list has none."""

    brand: str
    chargers: tuple[Charger, ...]


@dataclass(frozen=True)
class Alteration:
    """Cells to change in the row of one charger, in the order of HEADER; None leaves a cell as
    it is.
    """

    brand: str
    model: str
    entries: tuple[CellContent | None, ...]

    @property
    def new_model(self) -> str:
        """The charger's name afterwards."""
        return self.entries[0].shown.text if self.entries[0] else self.model


@dataclass(frozen=True)
class Removal:
    """A charger to take out; the last one of a brand takes the section along."""

    brand: str
    model: str


Change = Addition | Alteration | Removal
