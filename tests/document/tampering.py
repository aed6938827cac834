"""Lists into which something has slipped, and how the proof reports it."""

from bot.document.document import Document
from bot.document.parse import parse
from tests.charger_list import SHAPE

BRAND_LINE, LIST_LINE = 50, 25
ENTRY = "  - [Zaptec](#zaptec)\n"


def read_listing(text: str) -> Document:
    return parse(text, SHAPE).checked()


def reported(line: int, sentence: str) -> str:
    return f"README.md:{line}: {sentence}"


def tampered(text: str, changes: tuple[tuple[str, str], ...]) -> Document:
    """A list into which something else has slipped."""
    for was, became in changes:
        assert was in text
        text = text.replace(was, became, 1)
    return read_listing(text)
