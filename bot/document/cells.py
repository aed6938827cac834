"""Cells of a table: as read on the page, and as written by an edit."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.document.escape import escape, escape_address
from bot.names.entities import unescaped

_ALT = re.compile(r'<img [^>]*alt="([^"]*)"')


class Link(NamedTuple):
    """A link: its title and its address."""

    title: str
    url: str

    def __str__(self) -> str:
        """As Markdown a person could have typed."""
        return f"[{self.title}]({self.url})"


class Cell(NamedTuple):
    """A cell as GitHub shows it.

    `html` is its inner HTML with raw HTML left out, empty for plain text. `markup` names what is in
    it besides text and links: tags, `title` for a link with one, `omitted` for raw HTML.
    """

    text: str
    links: tuple[Link, ...] = ()
    html: str = ""
    markup: frozenset[str] = frozenset()

    @property
    def shown(self) -> tuple[str, tuple[Link, ...]]:
        """Its text and its links."""
        return self.text, self.links

    @property
    def label(self) -> str:
        """Its text, or that of its picture."""
        alt = None if self.text.strip() else _ALT.search(self.html)
        return unescaped(alt[1]) if alt else self.text.strip()

    @property
    def addresses(self) -> list[str]:
        """The addresses of its links."""
        return [link.url for link in self.links]


class CellContent(NamedTuple):
    """A cell to write: its Markdown, and its text and links once rendered."""

    markdown: str
    text: str
    links: tuple[Link, ...] = ()

    @property
    def shown(self) -> tuple[str, tuple[Link, ...]]:
        """Its text and its links, to compare with those of a Cell."""
        return self.text, self.links

    @property
    def addresses(self) -> list[str]:
        """The addresses of its links."""
        return [link.url for link in self.links]


# The cells of a row to come, each as it is or with other content.
Cells = Sequence[Cell | CellContent]


def text_content(text: str) -> CellContent:
    """The cell showing exactly this text."""
    return CellContent(escape(text), text)


def link_content(link: Link) -> CellContent:
    """The cell with a link."""
    title, address = escape(link.title), escape_address(link.url)
    return CellContent(f"[{title}]({address})", link.title, (link,))
