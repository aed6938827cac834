"""Names as people give them, held against the names of the list."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.listing.order import fold, identity, letters

_BETWEEN = " -\N{EN DASH}:,./|_®™"  # what people put between a brand and a model


def full_model(brand: str, model: str) -> str:
    """The model with the brand in front, in the brand's own spelling; only the brand when nothing else was given."""
    wanted = letters(brand)
    for end in range(1, len(model) + 1):
        at_boundary = end == len(model) or not (model[end].isalnum() and model[end - 1].isalnum())
        if at_boundary and letters(model[:end]) == wanted:
            return f"{brand} {model[end:].lstrip(_BETWEEN)}".rstrip()
    return f"{brand} {model}"


def close_brand(brand: str, brands: Iterable[str]) -> str | None:
    """A known brand that is probably meant: there is a slip of the pen, other punctuation, a word more or less."""
    return next((known for known in brands if _is_close_brand(brand, known)), None)


def _is_close_brand(name: str, known: str) -> bool:
    one, two = sorted((fold(name), fold(known)), key=len)
    slips = 0 if len(one) < 4 else 1 if len(one) < 8 else 2
    words, more = one.split(), two.split()
    return (
        letters(one) == letters(two)
        or OSA.distance(one, two, score_cutoff=slips) <= slips
        or more[: len(words)] == words
    )


def close_models(model: str, models: Iterable[str]) -> tuple[str, ...]:
    """Models that are probably the same charger written otherwise: the same digits, and all but the same letters."""
    return tuple(known for known in models if _is_close_model(model, known))


def _is_close_model(model: str, known: str) -> bool:
    if identity(model) == identity(known):
        return False
    one, two = letters(model), letters(known)
    digits = [char for char in one if char.isdigit()] == [char for char in two if char.isdigit()]
    return one == two or (digits and len(one) > 7 and OSA.distance(one, two, score_cutoff=1) <= 1)


def nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three names of the list that are most like this one, the nearest first."""
    folded = {known: fold(known) for known in names}
    return tuple(match[2] for match in process.extract(fold(name), folded, limit=3, score_cutoff=60))
