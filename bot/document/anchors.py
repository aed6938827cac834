"""GitHub's anchors of the headings of a document."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

# GitHub keeps hyphens and spaces of a heading, and the characters of `Word` in Ruby, which include
# letters in circles and squares.
# https://github.com/gjtorikian/html-pipeline/blob/v2.14.3/lib/html/pipeline/toc_filter.rb
_WORD = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"}
_FRAMED = re.compile(
    r"[\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
)
_ID = re.compile(r"""<[a-z][^<>]*?\s(?:id|name)\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_HTML_HEADING = re.compile(r"<h[1-6]\b[^<>]*>([^<>]+)", re.IGNORECASE)


@lru_cache(maxsize=32768)
def slug(heading: str) -> str:
    """The anchor of a heading on its own."""
    kept = []
    for char in heading.lower():
        if char in "- " or unicodedata.category(char) in _WORD or _FRAMED.match(char):
            kept.append(char)
    return "".join(kept).replace(" ", "-")


def anchors(headings: Iterable[str]) -> list[str]:
    """One anchor a heading, in document order; repeats get -1, -2 and so on."""
    used: dict[str, int] = {}
    result = []
    for heading in headings:
        first = anchor = slug(heading)
        while anchor in used:
            used[first] += 1
            anchor = f"{first}-{used[first]}"
        used[anchor] = 0
        result.append(anchor)
    return result


def anchor_of(fragment: str) -> str:
    """The anchor to which the fragment of an address leads.

    GitHub does not distinguish capitals there: https://github.com/rsc/markdown/issues/19
    """
    return unquote(fragment).lower()


def html_anchors(text: str) -> set[str]:
    """The anchors in raw HTML, which the renderer leaves out: ids, names, and headings."""
    found = set(map(anchor_of, _ID.findall(text)))
    found.update(slug(heading.strip()) for heading in _HTML_HEADING.findall(text))
    return found
