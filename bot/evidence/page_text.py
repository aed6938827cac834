"""The words of a page, whatever its kind."""

from typing import NamedTuple

from bot.evidence.answer import MAX_TITLE

MAX_TEXT = 2_000_000  # characters
_NO_TITLES = frozenset(
    {"untitled", "untitled document", "anonymous", "(anonymous)", "unspecified", "unknown"}
)


class PageText(NamedTuple):
    """The words of a page.

    `hidden` are those in its scripts. `is_complete` is False where a word that is not in the text
    may still be on the page.
    """

    text: str
    hidden: str
    title: str | None
    is_complete: bool


class Unreadable(Exception):
    """The page cannot be read; the message is a clause of ours about the reason."""


def clean_title(title: str | None) -> str | None:
    """The title in one line, None for the usual words for none."""
    words = " ".join((title or "").split())
    return None if words.lower() in _NO_TITLES else words[:MAX_TITLE] or None
