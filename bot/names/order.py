"""The order of brands and models, and when two names mean the same."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_RATING = re.compile(r"\b([0-9]+(?:[.,][0-9]+)?)\s*kW\s*$", re.IGNORECASE)
_MARKS = {code: None for code in range(128) if not chr(code).isalnum()}
_NUMBER = re.compile(r"([0-9]+)")
# Small letters of Cyrillic and of Greek, and the Latin ones that they or their capitals look like:
# https://www.unicode.org/Public/security/latest/confusables.txt
_LOOK_ALIKES = str.maketrans("авекмнорстухѕіјһԛԝαβεζηικμνορτυχ", "abekmhopctyxsijhqwabezhikmnoptyx")
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_NO_RATING = Decimal(-1)
_LONGEST = 1000  # characters of a name that are put in order


@lru_cache(maxsize=32768)
def normalize_name(name: str) -> str:
    """The name without case, accents, long dashes and doubled spaces."""
    plain = name.lower() if name.isascii() else _without_accents(name)
    return " ".join(plain.split())


def _without_accents(name: str) -> str:
    """Without accents, taken off twice, since NFD takes quadratic time to put many in order."""
    return _without_marks(
        unicodedata.normalize("NFD", _without_marks(name.casefold().translate(DASHES)))
    )


def _without_marks(text: str) -> str:
    return "".join(char for char in text if not unicodedata.combining(char))


def _composed(name: str) -> str:
    """NFC, except for a name far beyond any limit: NFC is quadratic in its marks."""
    return unicodedata.normalize("NFC", name) if len(name) <= _LONGEST else name


@lru_cache(maxsize=32768)
def skeleton(name: str) -> str:
    """The letters and digits of the normalized name, with one letter for all look-alikes."""
    folded = normalize_name(name)
    if folded.isascii():
        return folded.translate(_MARKS)
    return "".join(char for char in folded if char.isalnum()).translate(_LOOK_ALIKES)


def looks_latin(char: str) -> bool:
    """Whether a letter of Cyrillic or Greek looks like a Latin one."""
    return ord(char.lower()[0]) in _LOOK_ALIKES


class PowerRated(NamedTuple):
    """A model's name without its trailing power rating, and the rating in kW."""

    name: str
    kilowatts: Decimal


@lru_cache(maxsize=32768)
def split_power_rating(model: str) -> PowerRated:
    """Take the power rating off a model's name; -1 kW means none."""
    match = _RATING.search(model)
    if match is None:
        return PowerRated(model.rstrip(), _NO_RATING)
    return PowerRated(model[: match.start()].rstrip(), Decimal(match[1].replace(",", ".")))


def identity(model: str) -> PowerRated:
    """Equal for two names of the same charger: `Go 11kW` and `GO 11 kW`."""
    name, kilowatts = split_power_rating(_composed(model))
    return PowerRated(normalize_name(name), kilowatts)


def brand_key(brand: str) -> tuple[str, str]:
    """Sorts brands: ABB, Charge Amps, go-e, Zaptec."""
    return normalize_name(brand), brand


Chunk = tuple[int, int, str]


@lru_cache(maxsize=32768)
def model_key(model: str) -> tuple[tuple[Chunk, ...], Decimal, str]:
    """Sorts models by name with numbers by value, then by power rating, then by text."""
    composed = _composed(model)
    name, kilowatts = split_power_rating(composed)
    chunks = (chunk for chunk in _NUMBER.split(name.casefold()) if chunk)
    return tuple(map(_natural, chunks)), kilowatts, composed


def _natural(chunk: str) -> Chunk:
    """A number sorts by its value: first its length, then its digits."""
    if not "0" <= chunk[0] <= "9":
        return 1, 0, chunk
    digits = chunk.lstrip("0")
    return 0, len(digits), digits


@lru_cache(maxsize=32768)
def natural_key(text: str) -> tuple[tuple[Chunk, ...], str]:
    """Sorts by letters without case and accents, and numbers inside by value."""
    chunks = (chunk for chunk in _NUMBER.split(normalize_name(text)) if chunk)
    return tuple(map(_natural, chunks)), text
