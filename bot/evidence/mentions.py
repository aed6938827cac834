"""Whether a text mentions OCPP, its versions and a model, however writers and readers spell."""

import re
import unicodedata
from typing import NamedTuple

from bot.chargers.mentions import mentioned_versions, ocpp_places
from bot.evidence.answer import ModelMention, Presence, VersionMention

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


class Text(NamedTuple):
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
    return Text(folded, frozenset(_WORD.findall(folded)), ocpp_places(folded))


def find_ocpp(text: Text) -> Presence:
    """Whether OCPP is mentioned, by its short or full name."""
    return Presence.YES if text.ocpp else Presence.NOT_FOUND


def find_versions(text: Text) -> tuple[VersionMention, ...]:
    """The versions mentioned: YES near the word OCPP, else MAYBE."""
    mentions = []
    for version, is_sure in mentioned_versions(text.folded, text.ocpp).items():
        presence = Presence.YES if is_sure else Presence.MAYBE
        mentions.append(VersionMention(version=version, presence=presence))
    return tuple(mentions)


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


def _fold(text: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return _SPACES.sub(" ", _DASHES.sub("-", text))
