"""A word of an answer as one of the options of its field."""

from rapidfuzz import process

from bot.forms.ocpp import read_communication, read_version
from bot.names.cleaning import clean
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, field_error
from bot.shape.list_file import Words
from bot.shape.shape import ColumnShape

_LONGEST_WORD = 60  # characters to look at for what may be meant


def read_choice(column: ColumnShape, word: str) -> str:
    """The option a word means. Raises FieldErrors."""
    if column.words is Words.OCPP_VERSIONS:
        return str(read_version(word))
    if column.words is Words.OCPP_CONNECTIONS:
        return str(read_communication(word))
    plain = clean(word).casefold()
    for option in column.options:
        if plain in {option.casefold(), column.shown(option).casefold()}:
            return option
    raise _unknown(word, column)


def _unknown(word: str, column: ColumnShape) -> FieldErrors:
    begin = word[:_LONGEST_WORD].casefold()
    known = {option: option.casefold() for option in column.options}
    near = process.extractOne(begin, known, score_cutoff=60)
    return field_error(
        value_rules.UNKNOWN_CHOICE,
        received=word,
        allowed=column.options,
        suggestion=near[2] if near else "",
    )
