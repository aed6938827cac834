"""The HTML of GitHub's renderer, read by one parser.

In safe mode cmark-gfm leaves raw HTML out and closes every element, so its output is well-formed
XML but for the characters XML does not allow, and expat reads it:
https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/src/html.c
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from xml.parsers import expat

# Control characters come from entities such as `&#1;`; expat also turns a carriage return into a
# line feed. They pass as noncharacters of Unicode, of which there are exactly enough.
_TO_SAFE = {code: 0xFDD0 + code for code in range(32) if chr(code) not in "\t\n"}
_TO_SAFE |= {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
_FROM_SAFE = {safe: code for code, safe in _TO_SAFE.items() if code < 32}
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SAFE = re.compile("[\ufdd0-\ufdef]")
# In Markdown: https://spec.commonmark.org/0.31.2/#raw-html
MAY_BE_TAG = re.compile("<[A-Za-z/!?]")


class Handler(ABC):
    """The handler of each part of the HTML, in order."""

    @abstractmethod
    def start(self, tag: str, attributes: Mapping[str, str], offset: int) -> None:
        """An element begins; `offset` is that of its tag, in bytes of UTF-8."""

    @abstractmethod
    def end(self, tag: str, offset: int) -> None:
        """An element ends; `offset` is that of its closing tag."""

    @abstractmethod
    def text(self, text: str) -> None:
        """A run of characters."""

    @abstractmethod
    def omitted(self) -> None:
        """A place where raw HTML is left out."""


def feed(html: str, handler: Handler) -> None:
    """Parse a piece of HTML with one root element, and call the handler for each part."""
    parser = expat.ParserCreate("UTF-8")
    parser.buffer_text = True
    start, end, omitted = handler.start, handler.end, handler.omitted

    def on_start(tag: str, attributes: dict[str, str]) -> None:
        start(tag, attributes, parser.CurrentByteIndex)

    def on_end(tag: str) -> None:
        end(tag, parser.CurrentByteIndex)

    def on_comment(_: str) -> None:
        omitted()

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    parser.CommentHandler = on_comment
    parser.CharacterDataHandler = handler.text
    parser.Parse(html, True)  # noqa: FBT003 it takes no keywords


def to_safe(html: str) -> str:
    """The HTML with placeholders for characters XML does not allow."""
    return html.translate(_TO_SAFE) if _UNSAFE.search(html) else html


def from_safe(text: str) -> str:
    """A text read from safe HTML, with the characters as they were."""
    return text.translate(_FROM_SAFE) if _SAFE.search(text) else text
