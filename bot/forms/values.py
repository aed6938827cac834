"""One answer, or one word of it, as the value that it stands for; mistakes are raised for
pydantic to gather.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from rapidfuzz import process

from bot.document.charger import Communication, OcppVersion
from bot.names.cleaning import (
    clean,
    clean_item,
    clean_name,
    forbidden_in_name,
    is_no_answer,
    is_one_line,
    mixed_word,
    unique,
)
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, combine, field_error

BRAND_LIMIT = 60
MODEL_LIMIT = 120
NOTES_LIMIT = 300
MODELS_LIMIT = 40
SOURCES_LIMIT = 5
PRECHECK_FACTOR = (
    8  # times the limit: too long whatever cleaning takes away, and not worth the time
)
MAX_CHOICES = 20  # in an answer of which there are five to choose
_LONGEST_WORD = 60  # characters that are looked at for what may be meant
EMPTY = "-"  # what empties the notes of an entry

_VERSION = re.compile(r"(?:ocpp)?v?(1\.6|2\.0\.1|2\.0|2\.1)(j|json|s|soap)?")
_SEPARATORS = re.compile(r"[,/;\r\n]+")


class CorrectionKind(StrEnum):
    """The three kinds of correction, in the words of the form."""

    CHANGE = "Change the details"
    RENAME = "Rename the model"
    REMOVE = "Remove the entry"


def read_name(answer: str, limit: int) -> str:
    """The name of a brand or a model. Raises FieldErrors, as all of these do."""
    name = clean_name(_one_line(answer, limit))
    if is_no_answer(name):
        raise field_error(value_rules.MISSING)
    found = _too_long(name, limit)
    if bad := forbidden_in_name(name):
        found.append(field_error(value_rules.FORBIDDEN, received=name, characters=bad))
    if not any(char.isalnum() for char in name):
        found.append(field_error(value_rules.NO_LETTERS, received=name))
    if word := mixed_word(name):
        found.append(field_error(value_rules.MIXED_SCRIPTS, received=name, word=word))
    if found:
        raise combine(found)
    return name


def read_notes(answer: str) -> str:
    """Notes as they go into a cell; the mark that empties it is nothing."""
    notes = clean(_one_line(answer, NOTES_LIMIT))
    if too_long := _too_long(notes, NOTES_LIMIT):
        raise combine(too_long)
    return "" if notes == EMPTY else notes


def _one_line(answer: str, limit: int) -> str:
    if not is_one_line(answer):
        raise field_error(value_rules.SEVERAL_LINES, received=answer)
    if len(answer) > PRECHECK_FACTOR * limit:
        raise field_error(value_rules.TOO_LONG, received=answer, limit=limit, length=len(answer))
    return answer


def _too_long(line: str, limit: int) -> list[FieldErrors]:
    return (
        [field_error(value_rules.TOO_LONG, received=line, limit=limit, length=len(line))]
        if len(line) > limit
        else []
    )


def split_items(answer: str, limit: int, longest: int) -> list[str]:
    """The items of an answer that has one on each line, each once."""
    lines = answer.split("\n")
    if len(lines) > PRECHECK_FACTOR * limit:
        raise field_error(value_rules.TOO_MANY, limit=limit, count=len(lines))
    if endless := [line for line in lines if len(line) > PRECHECK_FACTOR * longest]:
        raise field_error(
            value_rules.TOO_LONG, received=endless[0], limit=longest, length=len(endless[0])
        )
    items = unique(item for line in lines if (item := clean_item(line)))
    if len(items) > limit:
        raise field_error(value_rules.TOO_MANY, limit=limit, count=len(items))
    return items


def split_words(answer: str) -> list[str]:
    """The words of an answer that chooses among a few, each once."""
    parts = _SEPARATORS.split(answer)
    if len(parts) > MAX_CHOICES:
        raise field_error(value_rules.TOO_MANY_CHOICES, count=len(parts))
    return unique(word for part in parts if (word := clean(part)))


def read_version(word: str) -> OcppVersion:
    """An OCPP version, however it is written; of 1.6 there are two."""
    match = _VERSION.fullmatch(re.sub(r"[\s\-_()]", "", word.casefold()))
    if match is None:
        raise _unknown(word, OcppVersion)
    number, transport = match[1], (match[2] or "")[:1].upper()
    if number == "1.6" and not transport:
        raise field_error(value_rules.VERSION_AMBIGUOUS, received=word)
    if number != "1.6" and transport:
        raise field_error(
            value_rules.UNKNOWN_CHOICE, received=word, allowed=tuple(OcppVersion), suggestion=number
        )
    return OcppVersion(number + transport)


def read_communication(word: str) -> Communication:
    """A way to communicate, with or without its icon."""
    found = next(
        (kind for kind in Communication if _without_icon(word, kind).casefold() == kind.casefold()),
        None,
    )
    if found is None:
        raise _unknown(word, Communication)
    return found


def _without_icon(word: str, kind: Communication) -> str:
    """A word without the icon of its kind, which keyboards write with or without a variation
    selector.
    """
    return word.strip(
        f"{kind.shown.removesuffix(kind)}\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"
    )


def read_correction(answer: str) -> CorrectionKind:
    """What is to be done with an entry."""
    found = correction_kind(answer)
    if found is None:
        word = clean(answer)
        raise _unknown(word, CorrectionKind) if word else field_error(value_rules.MISSING)
    return found


def correction_kind(answer: str) -> CorrectionKind | None:
    """The kind of correction that an answer names, if it names one."""
    word = clean(answer).casefold()
    return next((kind for kind in CorrectionKind if kind.casefold() == word), None)


def read_reason(answer: str) -> str:
    """A text in which something is said."""
    if not any(char.isalnum() for char in answer):
        raise field_error(value_rules.MISSING)
    return answer


def _unknown(word: str, kinds: Iterable[StrEnum]) -> FieldErrors:
    allowed = tuple(str(kind) for kind in kinds)
    begin = word[:_LONGEST_WORD].casefold()
    near = process.extractOne(begin, {kind: kind.casefold() for kind in allowed}, score_cutoff=60)
    return field_error(
        value_rules.UNKNOWN_CHOICE,
        received=word,
        allowed=allowed,
        suggestion=near[2] if near else "",
    )
