"""The table of contents and links to headings, as they are written."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from bot.document.anchors import anchor_of
from bot.document.cmark import render
from bot.document.document import Document
from bot.document.escape import escape
from bot.document.segment import LinkItem
from bot.document.splices import Splice
from bot.names.entities import unescaped

# The marks of several lists where one item begins in the other.
_MARKER = re.compile(r"[ \t>]*(?:(?:[-+*]|[0-9]+[.)])[ \t]+)*")
_SIGNS = r"(?:[^\w\[\]<\\]|_)*"  # before a link, such as an emoji or marks of emphasis
_ITEM_LINK = re.compile(
    rf"(?>{_MARKER.pattern}){_SIGNS}\[(?:\\.|[^\\\[\]])*\]\(\s*<?#([^\s)>\"']+)"
)
_LINK = re.compile(r"""(\]\(\s*<?|\]:\s*<?|href=["']?)#([^\s)>"']+)""")  # also in HTML


class MovedAnchor(NamedTuple):
    """A heading whose anchor an edit moves: its text, the anchor before and after."""

    heading: str
    old: str
    new: str


def moved_anchors(document: Document, after: list[str]) -> dict[str, MovedAnchor]:
    """The changed anchors, by the old one; `after` has one for each heading of before."""
    found = {}
    for heading, old, new in zip(document.headings, document.anchors.values(), after, strict=True):
        if old != new:
            found[old] = MovedAnchor(heading.text, old, new)
    return found


def follow_anchors(document: Document, moved: Mapping[str, MovedAnchor]) -> list[Splice]:
    """The lines with a link to a heading whose anchor moves, corrected."""

    def follow(link: re.Match[str]) -> str:
        move = moved.get(anchor_of(unescaped(link[2])))
        return f"{link[1]}#{move.new}" if move and _is_link(link) else link[0]

    if not moved:
        return []
    code: set[int] = set()
    for first, last in document.page.code:
        code.update(range(first - 1, last))
    splices = []
    for number, line in enumerate(document.lines):
        if "#" not in line or number in code:
            continue
        old = line.rstrip("\r\n")
        new = _LINK.sub(follow, old)
        if new != old:
            splices.append(Splice(number, number + 1, (new,)))
    return splices


def _is_link(found: re.Match[str]) -> bool:
    """Whether GitHub shows a link there: not in a span of code, nor after a backslash.

    The line is tried alone. What it does not show alone counts as one: definitions and HTML.
    """
    if not found[1].startswith("]("):
        return True
    line, (start, end) = found.string, found.span(2)
    return 'href="#moved"' in render(f"{line[:start]}moved{line[end:]}".strip())


def follow_headings(before: Document, after: Document) -> list[Splice]:
    """The lines of a reordered list whose links must follow the headings they led to before."""
    new = {heading: anchor for anchor, heading in after.headings_by_anchor.items()}
    anchors = [new.get(place, anchor) for anchor, place in before.headings_by_anchor.items()]
    return follow_anchors(after, moved_anchors(before, anchors))


def list_marker(line: str) -> str:
    """The spaces and list markers at the start of an item's line."""
    return next(_MARKER.finditer(line))[0]  # of no characters, where there are none


def anchor_span(line: str, entry: LinkItem) -> slice | None:
    """Where the anchor of an entry is in its line; None where its link is written differently."""
    link = _ITEM_LINK.match(line)
    if link is None or anchor_of(unescaped(link[1])) != entry.anchor:
        return None
    return slice(*link.span(1))


def with_anchor(document: Document, entry: LinkItem, anchor: str) -> str | None:
    """The line of an entry with a link to another anchor; None where no link is found."""
    line = document.lines[entry.line - 1].rstrip("\r\n")
    span = anchor_span(line, entry)
    return line[: span.start] + anchor + line[span.stop :] if span else None


def entry_line(document: Document, near: LinkItem, text: str, anchor: str) -> str:
    """The line of a new entry, indented as the one near it."""
    return f"{list_marker(document.lines[near.line - 1])}[{escape(text)}](#{anchor})"


def item_end(document: Document, entry: LinkItem) -> int:
    """The line, counted from 0, after an entry and everything indented below it."""
    line = entry.last
    while not document.lines[line - 1].strip():
        line -= 1
    return line
