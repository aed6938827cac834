"""What one row of the list says about a charger."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.document.escape import escape, escape_address

HEADER = ("Model", "OCPP Version", "Communication", "Notes", "Source")
NO_SOURCE = "Source needed!"


class OcppVersion(StrEnum):
    """The OCPP versions of the list, oldest first, which is the order in a row."""

    V1_6S = "1.6S"
    V1_6J = "1.6J"
    V2_0 = "2.0"
    V2_0_1 = "2.0.1"
    V2_1 = "2.1"


class Communication(StrEnum):
    """How a charger reaches an OCPP server, in the order of a row."""

    CLOUD = "Cloud"
    DIRECT = "Direct"

    @property
    def shown(self) -> str:
        """The word with its icon, as rows show it; the cloud carries a variation selector, the
        plug none.
        """
        return {
            "Cloud": "\N{CLOUD}\N{VARIATION SELECTOR-16} Cloud",
            "Direct": "\N{ELECTRIC PLUG} Direct",
        }[self]


class Source(NamedTuple):
    """A document that backs a row."""

    title: str
    url: str

    def __str__(self) -> str:
        """As a link that a person could have typed."""
        return f"[{self.title}]({self.url})"


class Cell(NamedTuple):
    """What a reader sees in a cell: its text, and its links as (title, address)."""

    text: str
    links: tuple[tuple[str, str], ...] = ()


class CellContent(NamedTuple):
    """A cell to write: the Markdown for it, and what it must look like once rendered."""

    markdown: str
    shown: Cell


def text_entry(text: str) -> CellContent:
    """The cell that shows exactly this text."""
    return CellContent(escape(text), Cell(text))


def version_entry(versions: Iterable[OcppVersion]) -> CellContent:
    """The cell for a charger's OCPP versions."""
    return text_entry(" / ".join(version for version in OcppVersion if version in set(versions)))


def communication_entry(kinds: Iterable[Communication]) -> CellContent:
    """The cell for how a charger communicates."""
    return text_entry(" / ".join(kind.shown for kind in Communication if kind in set(kinds)))


def source_entry(sources: Iterable[Source]) -> CellContent:
    """The cell that links the sources, or asks for one."""
    links = tuple((source.title, source.url) for source in sources)
    if not links:
        return text_entry(NO_SOURCE)
    markdown = r" \| ".join(f"[{escape(title)}]({escape_address(url)})" for title, url in links)
    return CellContent(markdown, Cell(" | ".join(title for title, _ in links), links))


@dataclass(frozen=True)
class Charger:
    """One charger as a row of the list; `model` begins with the brand."""

    model: str
    ocpp_versions: tuple[OcppVersion, ...]
    communication: tuple[Communication, ...]
    notes: str = ""
    sources: tuple[Source, ...] = ()

    def entries(self) -> tuple[CellContent, ...]:
        """The cells of the row, in the order of HEADER."""
        return (
            text_entry(self.model),
            version_entry(self.ocpp_versions),
            communication_entry(self.communication),
            text_entry(self.notes),
            source_entry(self.sources),
        )


def row_markdown(entries: Iterable[CellContent]) -> str:
    """The line of the table for these cells, without its line end."""
    return "|" + "|".join(f" {entry.markdown} " for entry in entries) + "|"
