"""The characters of HTML which are written as entities, such as `&amp;`."""

import re

ENTITY = re.compile(r"&#?\w{1,12};")


def unescaped(text: str) -> str:
    """A text with characters in place of its entities."""
    if "&" not in text:
        return text
    from html import unescape  # loads a table of 2,000 names, and few texts have an entity

    return unescape(text)
