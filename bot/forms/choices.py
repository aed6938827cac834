"""Answers that choose among a few words."""

import re
from collections.abc import Sequence

from bot.names.cleaning import clean, unique
from bot.names.marks import without_bullet
from bot.names.near import one_slip
from bot.names.order import normalize_name
from bot.names.vocabulary import is_nothing
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, field_error

MAX_CHOICES = 20  # in an answer of which there are five to choose
_LONGEST_WORD = 60  # characters that are looked at for what may be meant
_SLIP_LETTERS = 4
_SEPARATORS = re.compile(r"[,/;\r\n]+")


def split_words(answer: str) -> list[str]:
    """The words of an answer, each once; `None` beside others says nothing.

    Raises FieldErrors for more than MAX_CHOICES.
    """
    parts = _SEPARATORS.split(answer)
    if len(parts) > MAX_CHOICES:
        raise field_error(value_rules.TOO_MANY_CHOICES, count=len(parts))
    words = unique(word for part in parts if (word := without_bullet(clean(part))))
    return [word for word in words if not is_nothing(word)] or words


def choice_error(word: str, allowed: Sequence[str]) -> FieldErrors:
    """The error for a word that is not allowed, with the one that must be meant, if any."""
    return field_error(
        value_rules.UNKNOWN_CHOICE,
        received=word,
        allowed=tuple(allowed),
        suggestion=meant_choice(word, allowed),
    )


def meant_choice(word: str, allowed: Sequence[str]) -> str:
    """The one allowed text with one slip less, or with more words; else nothing."""
    plain = normalize_name(word[:_LONGEST_WORD])
    if len(plain) < _SLIP_LETTERS or len(word) > _LONGEST_WORD:
        return ""
    words = set(plain.split())
    meant = []
    for text in allowed:
        whole = normalize_name(text)
        if one_slip(plain, whole) or words <= set(whole.split()):
            meant.append(text)
    return meant[0] if len(meant) == 1 else ""
