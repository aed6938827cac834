"""Answers which choose among the options of a field."""

from bot.chargers.versions import read_version, read_versions
from bot.forms.choices import choice_error, split_words
from bot.names.order import normalize_name
from bot.names.vocabulary import is_nothing
from bot.rules.rule import FieldErrors, combine
from bot.shape.list_file import Words
from bot.shape.shape import ColumnShape
from bot.shape.yes_no import yes_or_no

_SELECTORS = "\N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"


def read_choice(column: ColumnShape, word: str) -> str:
    """The option a word means. Raises FieldErrors for a word which means none, or several."""
    if column.words is Words.OCPP_VERSIONS:
        return _offered(column, word, str(read_version(word)))
    option = _exact_option(column, word)
    if option is None:
        raise choice_error(word, column.options)
    return option


def _exact_option(column: ColumnShape, word: str) -> str | None:
    """The option with these words, whether its own icon is there or not; `Y` means Yes.

    Another icon may say the opposite: a sign for no entry in front of `Direct`.
    """
    for option in column.options:
        spellings = (option, column.shown(option))
        own = "".join(char for char in "".join(spellings) if not char.isalnum())
        if _bare(word, own) in {_bare(spelling, own) for spelling in spellings}:
            return option
    meaning = yes_or_no(word) if column.kind == "yes/no" else None
    for option in column.options:
        if meaning is not None and yes_or_no(option) is meaning:
            return option
    return None


def _bare(word: str, marks: str) -> str:
    """A word without some marks around it; a word of nothing else stays."""
    plain = normalize_name(word)
    return plain.strip(marks + _SELECTORS + " ") or plain


def _offered(column: ColumnShape, word: str, option: str) -> str:
    """An option, if the form offers it. Raises FieldErrors."""
    if option not in column.options:
        raise choice_error(word, column.options)
    return option


def read_choices(column: ColumnShape, answer: str) -> tuple[str, ...]:
    """The options of an answer, each once, in the order of the form.

    Raises FieldErrors for words which mean none, and for several where one is asked for.
    """
    if column.words is Words.OCPP_VERSIONS:
        chosen = {_offered(column, answer, str(version)) for version in read_versions(answer)}
    else:
        chosen = _read_words(column, answer)
    if len(chosen) > 1 and column.kind != "choices":
        raise choice_error(answer, column.options)
    return tuple(option for option in column.options if option in chosen)


def _read_words(column: ColumnShape, answer: str) -> set[str]:
    """The options of an answer; one with a comma in it is known as a whole."""
    whole = _exact_option(column, answer)
    if whole is not None:
        return {whole}
    chosen: set[str] = set()
    errors: list[FieldErrors] = []
    for word in _split(column, answer):
        try:
            chosen.add(read_choice(column, word))
        except FieldErrors as error:
            errors.append(error)
    if errors:
        raise combine(errors)
    return chosen


def _split(column: ColumnShape, answer: str) -> list[str]:
    """The words of an answer; options with a separator in them, or words for nothing, stay whole.

    No more parts are looked at than there are options twice over.
    """
    special = [one for one in column.options if "," in one or "/" in one or is_nothing(one)]
    if not special:
        return split_words(answer)
    parts = answer.split(", ", 2 * len(column.options))
    words: list[str] = []
    while parts:
        count = len(parts)
        while count > 1 and _exact_option(column, ", ".join(parts[:count])) is None:
            count -= 1
        words.append(", ".join(parts[:count]))
        del parts[:count]
    return words
