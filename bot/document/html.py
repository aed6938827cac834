"""The HTML of GitHub's renderer, read by one parser.

In safe mode cmark-gfm leaves raw HTML out and closes every element, so its output is well-formed
XML but for the characters XML does not allow, and expat reads it:
https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/src/html.c
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from xml.parsers import expat

from bot.names.entities import unescaped

# Control characters come from entities such as `&#1;`; expat also turns a carriage return into a
# line feed. They pass as noncharacters of Unicode, of which there are exactly enough.
_TO_SAFE = {code: 0xFDD0 + code for code in range(32) if chr(code) not in "\t\n"}
_TO_SAFE |= {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
_FROM_SAFE = {safe: code for code, safe in _TO_SAFE.items() if code < 32}
_CONTROL = bytes(code for code in _TO_SAFE if code < 32)
_PLACE = ' data-sourcepos="'
_SAFE = re.compile("[\ufdd0-\ufdef]")
# In Markdown: https://spec.commonmark.org/0.31.2/#raw-html
MAY_BE_TAG = re.compile("<[A-Za-z/!?]")
_LINK = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]+)[^<>]*>""", re.IGNORECASE)
_LINK_END = re.compile("</a", re.IGNORECASE)
_ALT = re.compile(r"""\salt\s*=\s*["']([^"'<>]*)""", re.IGNORECASE)
_TAG = re.compile("<[^<>]*>")


class Handler(ABC):
    """The handler of each part of the HTML, in order."""

    _parser: expat.XMLParserType

    @property
    def offset(self) -> int:
        """Where the tag of the present part begins, in bytes of UTF-8."""
        return self._parser.CurrentByteIndex

    def feed(self, html: str) -> None:
        """Parse a piece of HTML with one root element, and call the method for each part."""
        parser = self._parser = expat.ParserCreate("UTF-8")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CommentHandler = self.omitted
        parser.CharacterDataHandler = self.text
        parser.Parse(html, True)  # noqa: FBT003 it takes no keywords
        del self._parser  # or both keep each other in memory

    @abstractmethod
    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    @abstractmethod
    def end(self, tag: str) -> None:
        """An element ends."""

    @abstractmethod
    def text(self, text: str) -> None:
        """A run of characters."""

    @abstractmethod
    def omitted(self, comment: str) -> None:
        """A place where raw HTML is left out, as a comment says."""


def without_places(html: str) -> str:
    """The HTML of the renderer without the places in the source."""
    first, *others = html.split(_PLACE)
    return first + "".join([other.partition('"')[2] for other in others])


def to_safe(html: bytes) -> str:
    """The HTML of the renderer, with placeholders for characters XML does not allow."""
    text = html.decode(errors="replace")
    # Looked for in bytes, which is ten times as fast.
    has_control = len(html.translate(None, _CONTROL)) < len(html)
    if has_control or "\ufffe" in text or "\uffff" in text:
        return text.translate(_TO_SAFE)
    return text


def from_safe(text: str) -> str:
    """A text read from safe HTML, with the characters as they were."""
    if text.isascii() or not _SAFE.search(text):
        return text
    return text.translate(_FROM_SAFE)


def raw_links(markdown: str) -> list[tuple[str, str]]:
    """The titles and addresses of links in raw HTML; a picture is called by its text."""
    found = []
    for part in _LINK_END.split(markdown):
        link = _LINK.search(part)
        if link is None:
            continue
        inside = part[link.end() :]
        title = _TAG.sub("", inside).strip() or " ".join(_ALT.findall(inside))
        found.append((unescaped(title), unescaped(link[1])))
    return found
