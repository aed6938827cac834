"""The order of names, and when two mean the same."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

# Of ASCII, with the letters too: str.translate takes an exception for a character not in it.
_WITHOUT_MARKS = {code: chr(code) if chr(code).isalnum() else None for code in range(128)}
_NUMBER = re.compile(r"([0-9]+)")
# Small letters of Cyrillic and of Greek, and the Latin ones that they or their capitals look like:
# https://www.unicode.org/Public/security/latest/confusables.txt
_LOOK_ALIKES = dict(
    zip("авекмнорстухѕіјһԛԝӏαβεζηικμνορτυχ", "abekmhopctyxsijhqwlabezhikmnoptyx", strict=True)
)
DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_SELECTORS = "\ufe0e\ufe0f"  # how an emoji is shown
_NO_RATING = -1.0
_LONGEST = 1000  # characters of a name that are put in order


@lru_cache(maxsize=32768)
def normalize_name(name: str) -> str:
    """The name without case, accents, selectors of emoji, long dashes and doubled spaces."""
    plain = name.lower()
    if not name.isascii():
        # Accents are taken off twice, since NFD takes quadratic time to put many in order.
        plain = _without_marks(replaced(name.casefold(), DASHES))
        plain = _without_marks(unicodedata.normalize("NFD", plain))
    return " ".join(plain.split())


def _without_marks(text: str) -> str:
    return "".join([c for c in text if not unicodedata.combining(c) and c not in _SELECTORS])


def replaced(text: str, table: Mapping[str, str]) -> str:
    """The text with some characters replaced, none of them ASCII."""
    return text if text.isascii() else "".join([table.get(char, char) for char in text])


def _composed(name: str) -> str:
    """NFC, except for a name far beyond any limit: NFC is quadratic in its marks."""
    return unicodedata.normalize("NFC", name) if len(name) <= _LONGEST else name


@lru_cache(maxsize=32768)
def skeleton(name: str) -> str:
    """The letters and digits of the normalized name, with one letter for all look-alikes.

    https://www.unicode.org/reports/tr39/#Confusable_Detection
    """
    return replaced(_letters(name), _LOOK_ALIKES)


def label_key(label: str) -> str:
    """Equal for two spellings of a label or noun: its skeleton without the s of a plural."""
    return skeleton(label).removesuffix("s")


def _letters(name: str) -> str:
    if name.isascii():
        return name.lower().translate(_WITHOUT_MARKS)
    return "".join(filter(str.isalnum, normalize_name(name)))


def is_look_alike(one: str, other: str) -> bool:
    """Whether two names look the same, though letters of theirs are of different alphabets."""
    return skeleton(one) == skeleton(other) and _letters(one) != _letters(other)


def looks_latin(char: str) -> bool:
    """Whether a letter of Cyrillic or Greek looks like a Latin one."""
    return char.lower()[0] in _LOOK_ALIKES


class Rated(NamedTuple):
    """A name without the rating at its end, and the value of that rating; -1 means none."""

    name: str
    value: float


@lru_cache(maxsize=32768)
def split_rating(name: str, unit: str) -> Rated:
    """Take a rating off the end of a name, such as `7.4 kW` for the unit `kw`.

    Without a unit, no name has a rating.
    """
    match = _rating(unit).search(name) if unit else None
    if match is None:
        return Rated(name.rstrip(), _NO_RATING)
    return Rated(name[: match.start()].rstrip(), float(match[1].replace(",", ".")))


@lru_cache(maxsize=8)
def _rating(unit: str) -> re.Pattern[str]:
    return re.compile(rf"\b([0-9]+(?:[.,][0-9]+)?)\s*{re.escape(unit)}\s*$", re.IGNORECASE)


@lru_cache(maxsize=32768)
def identity(name: str, unit: str) -> Rated:
    """Equal for two names of one entry: with the unit `kw`, `Go 11kW` and `GO 11 kW`."""
    plain, rating = split_rating(_composed(name), unit)
    return Rated(normalize_name(plain), rating)


def alphabetical_key(text: str) -> tuple[str, str]:
    """Sorts by letters, without case and accents: ABB, Charge Amps, go-e, Zaptec."""
    return normalize_name(text), text


Chunk = tuple[int, int, str]


@lru_cache(maxsize=32768)
def rated_key(name: str, unit: str) -> tuple[tuple[Chunk, ...], float, str]:
    """Sorts by name with numbers by value, then by the rating in this unit, then by text."""
    composed = _composed(name)
    plain, rating = split_rating(composed, unit)
    return _chunks(plain.casefold()), rating, composed


@lru_cache(maxsize=32768)
def natural_key(text: str) -> tuple[tuple[Chunk, ...], str]:
    """Sorts by letters without case and accents, and numbers inside by value."""
    return _chunks(normalize_name(text)), text


def _chunks(text: str) -> tuple[Chunk, ...]:
    """A text as letters and numbers; a number sorts by its length, then by its digits."""
    chunks: list[Chunk] = []
    for part in _NUMBER.split(text):
        if not part:
            continue
        if "0" <= part[0] <= "9":
            digits = part.lstrip("0")
            chunks.append((0, len(digits), digits))
        else:
            chunks.append((1, 0, part))
    return tuple(chunks)
