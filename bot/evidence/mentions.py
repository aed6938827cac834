"""Whether a text mentions OCPP, its versions and a model, however writers and readers spell."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from bot.evidence.answer import ModelMention, Presence, Version, VersionMention

_NEAR = 80  # characters between "OCPP" and a version
_SUPERSCRIPTS = re.compile("[\u00b2\u00b3\u00b9\u2070-\u209c]")
# Writers of PDF break a word with one of these; U+FFFE and U+0002 is what some readers make of it.
_SOFT_HYPHEN = re.compile("[\u00ad\ufffe\u0002][ \t]*[\r\n]*[ \t]*")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")
_LETTER_SPACED = re.compile(r"(?<!\S)\S(?: \S){3,}(?!\S)")
_WORD = re.compile(r"[^\W_]+")
_GAP = r"[\W_]{0,3}"
_LETTER = "0-9a-z\u00c0-\u024f"
_OCPP = re.compile(rf"(?<![a-z])o{_GAP}c{_GAP}p{_GAP}p(?![a-z]{{3}})|open charge point protocol")
_VERSION = re.compile(
    r"(?:ocpp[\W_]?(?P<before>json|soap|j|s)[\W_]{1,3}(?:v\.? ?)?)?"
    r"(?<![\d.])(?P<number>1\.6|2\.0\.1|2\.0|2\.1)(?P<footnote>\d?)(?!\d|\.\d)"
    r"(?:[\W_]{0,3}(?P<after>json|soap|j|s)(?![a-z0-9])"
    r"(?:[/&+, ]{1,3}(?P<also>json|soap|j|s)(?![a-z0-9]))?)?"
)
_ENCODINGS = {"j": "J", "json": "J", "s": "S", "soap": "S"}
_MORE_SURE = (Presence.NOT_FOUND, Presence.MAYBE, Presence.YES)


@dataclass(frozen=True)
class Text:
    """A text made comparable: forms, case and hyphens folded, wide words put together."""

    folded: str
    words: frozenset[str]
    ocpp: tuple[int, ...]  # where "OCPP" is


def fold_text(text: str) -> Text:
    """Make a text comparable, in linear time."""
    text = _SUPERSCRIPTS.sub(" ", text)
    text = _SOFT_HYPHEN.sub("", text)
    wide = " ".join(run.replace(" ", "") for run in _LETTER_SPACED.findall(text))
    folded = _fold(f"{text} {wide}")
    ocpp = tuple(match.start() for match in _OCPP.finditer(folded))
    return Text(folded, frozenset(_WORD.findall(folded)), ocpp)


def find_ocpp(text: Text) -> Presence:
    """Whether OCPP is mentioned, by its short or full name."""
    return Presence.YES if text.ocpp else Presence.NOT_FOUND


def find_versions(text: Text) -> tuple[VersionMention, ...]:
    """The versions that are mentioned: YES near the word OCPP, else MAYBE.

    One digit more is a MAYBE: readers of PDF put the mark of a footnote there, and there is no
    version 2.01.
    """
    found: dict[Version, Presence] = {}
    for match in _VERSION.finditer(text.folded):
        is_sure = not match["footnote"] and _is_near(text.ocpp, match.start())
        presence = Presence.YES if is_sure else Presence.MAYBE
        encodings = [match[name] for name in ("before", "after", "also") if match[name]]
        for encoding in encodings or [""]:
            version = _version(match["number"], encoding)
            found[version] = surer(presence, found.get(version, Presence.NOT_FOUND))
    return tuple(
        VersionMention(version=version, presence=found[version]) for version in sorted(found)
    )


def find_model(text: Text, model: str) -> ModelMention:
    """Whether a model is named: YES with its words in a row, MAYBE with all of them somewhere."""
    words = _WORD.findall(_fold(model))
    if not words:
        return ModelMention(model=model, presence=Presence.NOT_FOUND)
    letters = _GAP.join("".join(words))
    presence = Presence.NOT_FOUND
    if re.search(f"(?<![{_LETTER}]){letters}(?![{_LETTER}])", text.folded):
        presence = Presence.YES
    elif text.words.issuperset(words):
        presence = Presence.MAYBE
    return ModelMention(model=model, presence=presence)


def surer(one: Presence, other: Presence) -> Presence:
    """The surer of two."""
    return max(one, other, key=_MORE_SURE.index)


def _fold(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return _SPACES.sub(" ", _DASHES.sub("-", text))


def _version(number: str, encoding: str) -> Version:
    match number, _ENCODINGS.get(encoding):
        case "1.6", "J":
            return "1.6J"
        case "1.6", "S":
            return "1.6S"
        case "1.6", _:
            return "1.6"
        case "2.0", _:
            return "2.0"
        case "2.0.1", _:
            return "2.0.1"
        case _:
            return "2.1"


def _is_near(places: tuple[int, ...], place: int) -> bool:
    index = bisect_left(places, place)
    return any(abs(place - near) <= _NEAR for near in places[max(0, index - 1) : index + 1])
