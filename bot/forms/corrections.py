"""The kind of a correction, in the words of its form."""

from enum import StrEnum

from bot.forms.choices import choice_error
from bot.forms.form import Field
from bot.names.cleaning import clean
from bot.names.marks import without_bullet
from bot.names.order import normalize_name
from bot.rules import value_rules
from bot.rules.rule import field_error


class CorrectionKind(StrEnum):
    """What is to be done with an entry; an option means the kind its first word names."""

    CHANGE = "change"
    RENAME = "rename"
    REMOVE = "remove"


def correction_kind(field: Field | None, answer: str) -> CorrectionKind | None:
    """The kind an answer names, if any; a form without the question changes details."""
    if field is None:
        return CorrectionKind.CHANGE
    word = normalize_name(without_bullet(clean(answer)))
    for option in field.options:
        if normalize_name(option) != word:
            continue
        for kind in CorrectionKind:
            if word.startswith(kind):
                return kind
    return None


def read_correction(field: Field, answer: str) -> CorrectionKind:
    """What is to be done with an entry. Raises FieldErrors."""
    found = correction_kind(field, answer)
    if found is None:
        word = clean(answer)
        if not word:
            raise field_error(value_rules.MISSING)
        raise choice_error(word, field.options)
    return found


def option_of(field: Field | None, kind: CorrectionKind) -> str:
    """The option of a form for a kind, to quote in a message."""
    for option in field.options if field else ():
        if normalize_name(option).startswith(kind):
            return option
    return kind.capitalize()
