"""What can be made out in free text, to fill in a form with."""

import re
from collections.abc import Iterable

from bot.names.order import normalize_name

_FAR_ENOUGH = 4000
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]{1,500}")


def hints(text: str, brands: Iterable[str]) -> dict[str, str]:
    """Answers by the id of their field: the first known brand that is named, and the addresses."""
    text = text[:_FAR_ENOUGH]
    folded = f" {normalize_name(text)} "
    brand = next((brand for brand in brands if f" {normalize_name(brand)} " in folded), "")
    sources = list(dict.fromkeys(_ADDRESS.findall(text)))[:5]
    return {"brand": brand, "sources": "\n".join(sources)}
