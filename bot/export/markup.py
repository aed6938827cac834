"""Texts for HTML."""

import re
from html import escape

from bot.render.quoting import reveal_invisible

_PLAIN = re.compile(r"[A-Za-z0-9 .,:;/_()+*=%#?~-]*")  # nearly all texts, which saves the rest


def html_text(text: str) -> str:
    """A text for HTML, between tags or in quotes; invisible characters are shown by code point."""
    return text if _PLAIN.fullmatch(text) else escape(reveal_invisible(text))


def is_web_address(url: str) -> bool:
    """Whether a browser opens it as a page, and not as a script or a mail."""
    return url[:8].lower().startswith(("http://", "https://"))
