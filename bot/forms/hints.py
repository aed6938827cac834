"""What can be found in free text, to fill in a form with."""

import re
from collections.abc import Iterable

from bot.names.order import normalize_name
from bot.shape.shape import Shape

_FAR_ENOUGH = 4000  # characters
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]{1,500}")
_MOST_ADDRESSES = 5


def hints(text: str, sections: Iterable[str], shape: Shape) -> dict[str, str]:
    """Answers by the id of their field: the first known section named, and the addresses."""
    text = text[:_FAR_ENOUGH]
    found = {}
    if shape.section_field:
        plain = f" {normalize_name(text)} "
        for section in sections:
            if f" {normalize_name(section)} " in plain:
                found[shape.section_field] = section
                break
    addresses = list(dict.fromkeys(_ADDRESS.findall(text)))[:_MOST_ADDRESSES]
    for column in shape.columns:
        if column.kind == "links":
            found[column.field] = "\n".join(addresses)
    return found
