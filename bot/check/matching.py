"""Names as people give them, held against the names of the list."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.document.parse import Brand, Row
from bot.forms.values import MODEL_LIMIT
from bot.names.cleaning import clean_name
from bot.names.order import PowerRated, identity, model_key, normalize_name, skeleton
from bot.rules import value_rules
from bot.rules.rule import Problem

_SEPARATOR = re.compile(r"\s*[,;/&+]\s*|\s+and\s+")
_NO_DIGITS = re.compile(r"[^0-9]+")
_AT_END = re.compile(r"(?<![\W_])[\W_]+$")
_WORD = re.compile(r"[^\W_]+|[\W_]+")
_LETTERS = re.compile(r"[^\W_]+")
_LONGEST_MARK = 2  # letters
_BETWEEN = " -\N{EN DASH}:,./|_®™"  # what people put between a brand and a model


def full_model(brand: str, model: str) -> str:
    """The model with the brand in front, in the brand's own spelling; only the brand when
    nothing else was given.
    """
    begin = f"{brand} "
    if model.startswith(begin) and model[len(begin) : len(begin) + 1] not in _BETWEEN:
        return model
    wanted, given = skeleton(brand), 0  # letters of the brand that the model begins with
    for word in _WORD.finditer(model):
        part = skeleton(word[0])
        if not wanted.startswith(part, given):
            break
        given += len(part)
        if given == len(wanted):
            end_of_brand = brand.removeprefix(_AT_END.sub("", brand))
            rest = model[word.end() :].removeprefix(end_of_brand)
            return f"{brand} {rest.lstrip(_BETWEEN)}".rstrip()
    return f"{brand} {model}"


def is_unambiguous(brand: str, model: str) -> bool:
    """Whether the full name of a model needs no guess at a brand that is meant already, or at a
    mark of a number.
    """
    full = full_model(brand, model)
    rest = full.removeprefix(f"{brand} ")
    if full_model(brand, full) != full:
        return False
    if rest == model:
        return not (skeleton(model).startswith(skeleton(brand)) or _begins_like(brand, model))
    before = model.removesuffix(rest)
    return before.endswith(" ") or (before[-1] in _BETWEEN and rest[0].isalpha())


def canonical_model(brand: str, model: str) -> str:
    """The name of a model as the bot would write it, where that is plain."""
    if model.isascii() and model.startswith(f"{brand} "):
        return model
    name = clean_name(model)
    return (
        full_model(brand, name)
        if len(name) <= MODEL_LIMIT and is_unambiguous(brand, name)
        else name
    )


def meant_key(brand: str, model: str) -> tuple[Any, ...]:
    """Sorts the models of a brand by what is meant."""
    return model_key(canonical_model(brand, model))


@lru_cache(maxsize=4)
def rows_by_meaning(brand: Brand) -> dict[PowerRated, list[Row]]:
    """The rows of a brand by the chargers that are meant. Raises ReadmeError."""
    found: dict[PowerRated, list[Row]] = {}
    for row in brand.rows:
        found.setdefault(identity(canonical_model(brand.name, row.model)), []).append(row)
    return found


def _begins_like(brand: str, model: str) -> bool:
    """Whether the first words of a model may be another name of the brand, or the one that its
    heading should have.
    """
    slips = max(1, len(brand) // 3)
    begins = accumulate(model.split(), "{} {}".format)
    return any(
        is_close_brand(begin, brand)
        or OSA.distance(normalize_name(begin), normalize_name(brand)) <= slips
        for begin in begins
    )


def _several_in_one(brand: str, model: str) -> bool:
    """Whether a model is a list of models: the brand comes again behind a separator."""
    folded, again = normalize_name(model), f"{normalize_name(brand)} "
    if again not in folded[1:]:  # as in nearly all names, of which a long list has many
        return False
    return any(other.startswith(again) for other in _SEPARATOR.split(folded)[1:])


def model_problems(label: str, brand: str, typed: str) -> list[Problem]:
    """What is wrong with the name of a new model once the brand stands in front."""
    model = full_model(brand, typed)
    if model == brand:
        return [Problem(value_rules.MODEL_IS_BRAND, label, {"received": typed})]
    if _several_in_one(brand, model):
        return [Problem(value_rules.SEVERAL_IN_ONE, label, {"received": typed})]
    if len(model) > MODEL_LIMIT:
        return [
            Problem(
                value_rules.TOO_LONG,
                label,
                {"received": model, "limit": MODEL_LIMIT, "length": len(model)},
            )
        ]
    return []


def close_brand(brand: str, brands: Iterable[str]) -> str | None:
    """A known brand that is probably meant: there is a slip of the pen, other punctuation, a
    word more or less.
    """
    return next((known for known in brands if is_close_brand(brand, known)), None)


def is_close_brand(name: str, known: str) -> bool:
    """Whether two names are probably those of one brand."""
    one, two = sorted((normalize_name(name), normalize_name(known)), key=len)
    slips = 0 if len(one) < 4 or digits(one) != digits(two) else 1 if len(one) < 8 else 2
    words, more = one.split(), two.split()
    return (
        skeleton(one) == skeleton(two)
        or OSA.distance(one, two) <= slips
        or more[: len(words)] == words
    )


def close_models(model: str, models: Iterable[str]) -> tuple[str, ...]:
    """Models that are probably the same charger written otherwise: the same digits, and all but
    the same letters.
    """
    return tuple(
        known for known in models if is_close_model(model, known) and not are_variants(model, known)
    )


def is_close_model(model: str, known: str) -> bool:
    """Whether two names are different to the list, but probably those of one charger."""
    if identity(model) == identity(known):
        return False
    one, two = skeleton(model), skeleton(known)
    is_slip = digits(one) == digits(two) and len(one) > 7 and OSA.distance(one, two) <= 1
    return one == two or is_slip


def are_variants(model: str, known: str) -> bool:
    """Whether names differ in letters, and only in words of one or two, as in a family: `Pro
    AC`, `Pro DC`.
    """
    one, two = (Counter(_LETTERS.findall(normalize_name(name))) for name in (model, known))
    return skeleton(model) != skeleton(known) and all(
        len(word) <= _LONGEST_MARK for word in (one - two) + (two - one)
    )


@lru_cache(maxsize=32768)
def digits(name: str) -> str:
    """Only the digits: names that differ in one are different things."""
    return (
        _NO_DIGITS.sub("", name)
        if name.isascii()
        else "".join(char for char in name if char.isdigit())
    )


def nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three names of the list that are most like this one, the nearest first."""
    folded = {known: normalize_name(known) for known in names}
    return tuple(
        match[2]
        for match in process.extract(normalize_name(name), folded, limit=3, score_cutoff=60)
    )
