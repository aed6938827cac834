"""What can be made out in free text, to fill in a form with."""

import re
from collections.abc import Iterable

from bot.listing.order import fold

_FAR_ENOUGH = 4000
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]{1,500}")


def hints(text: str, brands: Iterable[str]) -> dict[str, str]:
    """Answers by the id of their field: the first known brand that is named, and the addresses."""
    text = text[:_FAR_ENOUGH]
    folded = f" {fold(text)} "
    brand = next((brand for brand in brands if f" {fold(brand)} " in folded), "")
    sources = list(dict.fromkeys(_ADDRESS.findall(text)))[:5]
    return {"brand": brand, "sources": "\n".join(sources)}
