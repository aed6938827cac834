"""A page as readers see it, in parts to compare before and after an edit."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.document.anchors import anchor_of
from bot.document.document import Document
from bot.document.html import MAY_BE_TAG, Handler, from_safe, without_places
from bot.document.section import Section
from bot.names.entities import unescaped

OMITTED = "<!-- raw HTML omitted -->"  # what the renderer writes for any HTML
_LINK = ' href="#'
_TABLE = "<table/>"  # in its place among the rest, for a list without sections


class Token(NamedTuple):
    """A part of the table of contents.

    Either an item with its depth, a link with its target, text and title, or other text.
    """

    kind: str
    depth: int
    target: str
    text: str
    title: str = ""


@dataclass
class SectionView:
    """A section as HTML: its heading, its tables, and everything else below the heading.

    The HTML has the places in the source.
    """

    name: str
    heading: str
    tables: list[str]
    rest: list[str]


@dataclass
class View:
    """A page: its table of contents, its sections, and everything else."""

    contents: list[Token]
    sections: list[SectionView]
    rest: list[str]

    def copy(self) -> "View":
        """A page with the same parts, of which some can be put in or taken out."""
        return View(list(self.contents), list(self.sections), list(self.rest))


Labels = Mapping[str, object]


def view_of(document: Document, labels: Labels) -> View:
    """The parts of a page.

    Links into the page lead to the label of their heading, or else to the anchor as it is.
    """
    pieces = document.page.pieces
    contents = _contents_pieces(document)
    spans = _section_pieces(document)
    views, inside = [], set(contents)
    for section, span in zip(document.sections, spans, strict=True):
        inside.update(span)
        views.append(_section_view(document, section, span, labels))
    rest = []
    for n, piece in enumerate(pieces):
        if n not in inside:
            rest.append(_resolved(piece, labels))
        elif n not in contents and not document.shape.has_sections:
            rest.append(_TABLE)  # which no heading of its own moves along with
    reader = _ContentsReader(labels)
    reader.feed(f"<contents>{''.join(pieces[n] for n in contents)}</contents>")
    return View(reader.tokens, views, _filled(rest))


def _filled(pieces: Iterable[str]) -> list[str]:
    """The pieces which hold anything, without white space around them."""
    return list(filter(None, map(str.strip, pieces)))


def _contents_pieces(document: Document) -> range:
    above, below = document.contents_place
    places = document.page.piece_of_heading
    if above == below:
        return range(0)
    return range(places[above] + 1 if above else 0, places[below])


def _section_pieces(document: Document) -> list[range]:
    """The pieces of each section, its heading first; for a list without sections its tables."""
    page = document.page
    if not document.shape.has_sections:
        tables = [page.piece_of_table[t.line] for s in document.sections for t in s.tables]
        return [range(place, place + 1) for place in tables]
    lines, places = list(page.piece_of_heading), list(page.piece_of_heading.values())
    places.append(len(page.pieces))
    found = []
    for section in document.sections:
        stop = places[bisect_left(lines, section.end)]
        found.append(range(page.piece_of_heading[section.line], stop))
    return found


def _section_view(document: Document, section: Section, span: range, labels: Labels) -> SectionView:
    page = document.page
    tables = [page.piece_of_table[table.line] for table in section.tables]
    rest = [_resolved(page.pieces[n], labels) for n in span if n not in tables]
    heading = rest.pop(0).replace(OMITTED, "") if document.shape.has_sections else ""
    return SectionView(section.name, heading, [page.pieces[n] for n in tables], _filled(rest))


def show_the_same(pieces: Sequence[str], others: Sequence[str]) -> bool:
    """Whether pieces of HTML differ in nothing but places in the source.

    Those of segments which stayed as they were are the same texts.
    """
    if pieces == others:
        return True
    return list(map(without_places, pieces)) == list(map(without_places, others))


def header_of(table: str) -> str:
    """The header of a table given as HTML, without places in the source."""
    return without_places(table.partition("</thead>")[0])


@lru_cache(maxsize=64)  # in a queue, a table after one edit is that before another
def rows_of(table: str) -> tuple[str, ...]:
    """The rows below the header of a table, all as HTML without places in the source."""
    body = without_places(table).split("</thead>")[1].replace("<tbody>", "")
    return tuple(f"{row}</tr>".strip() for row in body.split("</tr>")[:-1])


def _resolved(piece: str, labels: Labels) -> str:
    """A piece whose links into the page lead to labels."""
    if _LINK not in piece:
        return piece
    first, *others = piece.split(_LINK)
    parts = [first]
    for other in others:
        href, _, rest = other.partition('"')
        anchor = anchor_of(unescaped(href))
        parts.append(f'{_LINK}{labels.get(anchor, anchor)}"{rest}')
    return "".join(parts)


class _ContentsReader(Handler):
    """Reads the table of contents as items, links and text, however its lists are spaced."""

    def __init__(self, labels: Labels) -> None:
        self.tokens: list[Token] = []
        self._labels = labels
        self._depth = 0
        self._link: tuple[str, str] | None = None  # its target and title
        self._texts: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in {"ul", "ol"}:
            self._depth += 1
        elif tag == "li":
            self.tokens.append(Token("item", self._depth, "", ""))
        elif tag == "a":
            href = from_safe(attributes["href"])
            anchor = anchor_of(href[1:])
            is_inside = href.startswith("#")
            target = f"#{self._labels.get(anchor, anchor)}" if is_inside else href
            self._link = (target, attributes.get("title", ""))
        elif tag not in {"contents", "p", "strong", "em"}:
            self.tokens.append(Token("text", self._depth, "", f"<{tag}>"))

    def end(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._depth -= 1
        elif tag == "a" and self._link is not None:
            text = from_safe("".join(self._texts))
            target, title = self._link
            self.tokens.append(Token("link", self._depth, target, text, title))
            self._link = None
            self._texts = []

    def text(self, text: str) -> None:
        if self._link is not None:
            self._texts.append(text)
        elif text.strip():
            self.tokens.append(Token("text", self._depth, "", from_safe(text.strip())))

    def omitted(self, comment: str) -> None:
        if self._link is None:
            self.tokens.append(Token("text", self._depth, "", OMITTED))


def holds_html(document: Document, section: Section, stop: int) -> bool:
    """Whether there is HTML besides comments from a section's heading up to a line.

    Its rows do not count, whose HTML stays inside.
    """
    lines, places = list(document.page.piece_of_heading), document.page.piece_of_heading
    after = bisect_left(lines, stop)
    end = places[lines[after]] if after < len(lines) else len(document.page.pieces)
    tables = {document.page.piece_of_table[table.line] for table in section.tables}
    shown = [n for n in range(places[section.line], end) if n not in tables]
    if not any(OMITTED in document.page.pieces[n] for n in shown):
        return False
    rows = {row.line for row in section.rows}
    numbers = [number for number in range(section.line, stop) if number not in rows]
    first, *others = "".join(document.lines[n - 1] for n in numbers).split("<!--")
    rest = [other.partition("-->")[2] for other in others]
    return bool(MAY_BE_TAG.search("\n".join([first, *rest])))
