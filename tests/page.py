"""A page as a reader sees it, without the bot's own reading of pages.

GitHub's renderer makes HTML, and the parser of Python's standard library reads it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from bot.names.order import normalize_name

from .charger_list import SHAPE

try:
    from github_slugger import GithubSlugger
except UnicodeEncodeError:  # https://github.com/python/cpython/issues/142411
    GithubSlugger = None

LIST_HEADING = "EV Charger List"


@dataclass(frozen=True)
class Cell:
    """The text of a heading or a cell, its links as (address, text) and its other tags.

    `runs` are the stretches of text between tags and comments, in which GitHub looks for names,
    numbers and emoji.
    """

    text: str
    links: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    runs: tuple[str, ...] = field(default=(), compare=False)


class Heading(NamedTuple):
    level: int
    cell: Cell


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    is_header: bool = False


class Link(NamedTuple):
    """A link outside headings and tables."""

    href: str
    text: str


class Other(NamedTuple):
    """Any other tag, or text outside of headings, tables and links."""

    html: str


Part = Heading | Row | Link | Other
_CUT_OUT = {"thead", "tbody", "span"}  # a first row brings <tbody>; a span looks like nothing


class Page(HTMLParser):
    """Everything that a reader of a document sees, in order."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self._cells: list[Cell] = []
        self._within = ""
        self._is_header = False
        self._clear()
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))
        self.close()

    def _clear(self) -> None:
        self._runs: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._tags: list[str] = []
        self._href: str | None = None
        self._from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CUT_OUT:
            return
        if not self._within and (tag == "tr" or re.fullmatch("h[1-6]", tag)):
            self._within, self._cells, self._is_header = tag, [], False
            self._clear()
        elif self._within == "tr" and tag in {"td", "th"}:
            self._is_header = tag == "th"
            self._clear()
        elif tag == "a":
            self._href, self._from = dict(attrs).get("href") or "", len(self._runs)
            if not self._within:
                self._runs, self._from = [], 0
        elif self._within:
            self._tags.append(tag)
            if tag == "br":
                self._runs.append("\n")
        else:
            self.parts.append(Other(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _CUT_OUT:
            return
        if tag == "a" and self._href is not None:
            text = "".join(self._runs[self._from :])
            if self._within:
                self._links.append((self._href, text))
            else:
                self.parts.append(
                    Link(unquote(self._href) if self._href.startswith("#") else self._href, text)
                )
            self._href = None
        elif self._within == "tr" and tag in {"td", "th"}:
            self._cells.append(self._cell())
        elif tag == self._within:
            whole = (
                Row(tuple(self._cells), self._is_header)
                if tag == "tr"
                else Heading(int(tag[1]), self._cell())
            )
            self.parts.append(whole)
            self._within = ""
        elif not self._within:
            self.parts.append(Other(f"</{tag}>"))

    def handle_data(self, data: str) -> None:
        if self._within or self._href is not None:
            self._runs.append(data)
        elif data.strip():
            self.parts.append(Other(data))

    def _cell(self) -> Cell:
        return Cell("".join(self._runs), tuple(self._links), tuple(self._tags), tuple(self._runs))

    @property
    def headings(self) -> list[str]:
        return [part.cell.text for part in self.parts if isinstance(part, Heading)]

    @property
    def rows(self) -> list[Row]:
        return [part for part in self.parts if isinstance(part, Row) and not part.is_header]

    def row(self, model: str) -> Row:
        (found,) = [row for row in self.rows if row.cells and row.cells[0].text == model]
        return found


def anchors_of(headings: Iterable[str]) -> list[str]:
    return list(_anchors_of(tuple(headings)))


@lru_cache(maxsize=64)
def _anchors_of(headings: tuple[str, ...]) -> tuple[str, ...]:
    if GithubSlugger is None:
        pytest.skip("this Python does not load github-slugger, which judges the anchors")
    slugger = GithubSlugger()  # which takes a millisecond for each
    return tuple(slugger.slug(heading) for heading in headings)


def list_start(parts: list[Part]) -> int:
    return parts.index(Heading(2, Cell(LIST_HEADING)))


def brand_places(parts: list[Part]) -> list[tuple[str, int, int]]:
    """The brands of the list, each with the parts where its section begins and ends."""
    starts: list[tuple[str, int]] = []
    end = len(parts)
    for place, part in enumerate(parts[list_start(parts) + 1 :], start=list_start(parts) + 1):
        if isinstance(part, Heading) and part.level <= 2:
            end = place
            break
        if isinstance(part, Heading) and part.level == 3:
            starts.append((part.cell.text, place))
    sections = [(*start, stop) for start, (_, stop) in pairwise([*starts, ("", end)])]
    return [section for section in sections if any(map(_is_header, parts[slice(*section[1:])]))]


def row_places(parts: list[Part], brand: str) -> list[int]:
    """The places of the header of a brand's table and of its chargers."""
    (first,) = [
        (start, stop)
        for name, start, stop in brand_places(parts)
        if normalize_name(name) == normalize_name(brand)
    ]
    header = next(i for i in range(*first) if _is_header(parts[i]))
    last = header + 1
    while last < len(parts) and _is_row(parts[last]):
        last += 1
    return list(range(header, last))


def row_at(parts: list[Part], place: int) -> Row:
    part = parts[place]
    assert isinstance(part, Row)
    return part


def _is_row(part: Part) -> bool:
    return isinstance(part, Row) and not part.is_header


def _is_header(part: Part) -> bool:
    return (
        isinstance(part, Row)
        and part.is_header
        and tuple(cell.text for cell in part.cells) == SHAPE.header
    )
