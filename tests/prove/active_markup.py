"""What in a text of a conversation, a title or a log is more than text."""

import re
from collections.abc import Callable, Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from tests.prove import expected_answers
from tests.prove.conversation import Conversation

_LONGEST_LINK = 8_192
_MARKER = re.compile(
    r"<!-- charger-bot: (?:status [a-z_]+|written for [0-9a-f]{12}|taken over) -->"
)
_ELEMENTS = {
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "code",
    "br",
    "details",
    "summary",
    "pre",
    "a",
    "span",
    "h3",
    "h4",
    "blockquote",
}
_HEADINGS = {"The reason", "To review", "Sources", "Rows that differ"}
_REFERENCE = re.compile(r"/(?:issues|pull|discussions|commit)/")
IN_TITLE = re.compile(
    r"[@#\n`<\[\]]|\bGH-\d|://|:[\w+-]+:|\b[0-9a-f]{7,40}\b", re.IGNORECASE | re.ASCII
)
# What acts in the message of a commit, where GitHub can put the body of a pull request.
IN_COMMIT = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b:?\s+(?:#\d+|GH-\d+|\w+://\S+)"
    r"|(?<![\w/])@\w+|\[skip ci\]|\[no ci\]",
    re.IGNORECASE,
)
COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


@lru_cache(maxsize=4)
def heard(text: str) -> Conversation:
    return Conversation(text)


class Ours(NamedTuple):
    """What may be alive: strong words, links, signs, and how else links may begin."""

    is_strong: Callable[[str], object] = lambda _: False
    links: Container[str] = ()
    signs: Container[str] = ()
    own: tuple[str, ...] = ()


def acting(name: str, text: str, ours: Ours) -> Iterator[str]:
    """What in a text of a conversation is more than text, but for what is ours."""
    seen = heard(text)
    strangers = {
        "alive": [sign for sign in seen.alive() if sign not in ours.signs],
        "elements": set(seen.elements) - _ELEMENTS,
        "strong": [text for text in seen.texts("strong") if not ours.is_strong(text)],
        "quotes": [text for text in seen.texts("blockquote") if text.strip()[:1] not in {"", "“"}],
        "headings": set(seen.texts("h4")) - _HEADINGS,
        "attributes": set(seen.attributes) - {("pre lang", "diff")},
        "comments": [
            comment
            for comment in seen.comments
            if comment != "<!-- -->" and not _MARKER.fullmatch(comment)
        ],
        "links": [
            link for link in seen.links if link not in ours.links and not link.startswith(ours.own)
        ],
        "references": [
            link for link in seen.links if _REFERENCE.search(link) and not link.startswith(ours.own)
        ],
        "endless links": [link for link in seen.links if len(link) > _LONGEST_LINK],
    }
    yield from (f"{what} in {name}: {found!a}" for what, found in strangers.items() if found)
    if odd := expected_answers.unseen(text):
        yield f"characters in {name} that nobody sees: {odd!a}"
