"""Answers which choose among the options of a field."""

import re
from collections.abc import Sequence

from bot.chargers.versions import is_only_version, read_versions
from bot.names.cleaning import clean, unique
from bot.names.marks import without_bullet
from bot.names.near import within_edits
from bot.names.order import normalize_name
from bot.names.remarks import NEGATION
from bot.names.stand_ins import NO
from bot.names.vocabulary import AND, JOINING, NOT_YET, PLUS, bare_words, is_nothing, word_set
from bot.rules import value_rules
from bot.rules.rule import FieldErrors, combine, field_error
from bot.shape.list_file import Words
from bot.shape.shape import ColumnShape
from bot.shape.yes_no import yes_or_no

MAX_CHOICES = 20  # words for options in an answer; a list has far fewer options
_LONGEST_WORD = 60  # characters that are looked at for what may be meant
_SLIP_LETTERS = 4
_SEPARATORS = re.compile(r"[,/;\r\n]+")
_PLAIN_WORDS = re.compile(r"[\w\s+&().,:;?/-]*")  # another sign may say the opposite: `!Cloud`
_WORD = re.compile(r"[^\W_]+")
_JOINING = JOINING | PLUS
_BOTH = word_set("both beide beides ambos entrambi begge båda molemmat oba")
_ONLY = word_set(
    "only just nur seulement uniquement solo soltanto alleen endast bara kun vain tylko"
)
_SAYING_OTHERWISE = NO | NEGATION | NOT_YET
_MOST_OTHER_WORDS = 3  # beside the one option an answer names: `Direct via Wi-Fi`
_AROUND_OPTION = " \N{VARIATION SELECTOR-15}\N{VARIATION SELECTOR-16}"


def _exact_option(column: ColumnShape, word: str) -> str | None:
    """The option with these words, whether its own icon is there or not; `Y` means Yes.

    Another icon may say the opposite: a sign for no entry in front of `Direct`.
    """
    for option in column.options:
        shown = column.shown(option)
        own = "".join(char for char in option + shown if not char.isalnum())
        if _bare(word, own) in {_bare(option, own), _bare(shown, own)}:
            return option
    meaning = yes_or_no(word) if column.kind == "yes/no" else None
    for option in column.options:
        if meaning is not None and yes_or_no(option) is meaning:
            return option
    return None


def _bare(word: str, marks: str) -> str:
    """A word without some marks around it; a word of nothing else stays."""
    plain = normalize_name(word)
    return plain.strip(marks + _AROUND_OPTION).removesuffix(".") or plain


def read_choices(column: ColumnShape, answer: str) -> tuple[str, ...]:
    """The options of an answer, each once, in the order of the form.

    Raises FieldErrors for words which mean none, and for several where one is asked for.
    """
    if column.words is Words.OCPP_VERSIONS:
        chosen = set(map(str, read_versions(answer)))
    else:
        chosen = _read_words(column, answer)
    is_too_many = len(chosen) > 1 and column.kind != "choices"
    if is_too_many or not chosen.issubset(column.options):
        raise choice_error(answer, column.options)
    return tuple(option for option in column.options if option in chosen)


def _read_words(column: ColumnShape, answer: str) -> set[str]:
    """The options of an answer; one with a comma in it is known as a whole. Raises FieldErrors."""
    whole = _exact_option(column, answer)
    if whole is not None:
        return {whole}
    if is_nothing(answer):
        return set()
    chosen: set[str] = set()
    errors: list[FieldErrors] = []
    for word in _split(column, answer):
        found = _joined_options(column, word)
        chosen |= found
        if not found:
            errors.append(choice_error(word, column.options, several=column.kind == "choices"))
    if errors:
        raise combine(errors)
    return chosen


def _joined_options(column: ColumnShape, word: str) -> set[str]:
    """The options of `Cloud and Direct`, or the one with these words; none for other words."""
    option = _exact_option(column, word)
    if option is not None:
        return {option}
    parts: list[list[str]] = [[]]
    for token in word.split():
        if normalize_name(token) in _JOINING:
            parts.append([])
        else:
            parts[-1].append(token)
    found: set[str] = set()
    for part in parts:
        option = _exact_option(column, " ".join(part))
        if option is None:
            return set()
        found.add(option)
    return found


def _split(column: ColumnShape, answer: str) -> list[str]:
    """The words of an answer; options with a separator in them, or words for nothing, stay whole.

    No more parts are looked at than there are options twice over.
    """
    if not any("," in text or "/" in text or is_nothing(text) for text in column.options):
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


def is_only_options(column: ColumnShape, text: str) -> bool:
    """Whether a text names options and nothing else: `Cloud only`, `Cloud and Direct`, `1.6J`."""
    if len(text) > _LONGEST_WORD or column.kind == "yes/no":
        return False
    if len(_SEPARATORS.split(text)) > MAX_CHOICES:
        return False
    parts = _split(column, text)
    for part in parts:
        plain = " ".join(word for word in part.split() if not _ONLY.issuperset(bare_words(word)))
        is_version = column.words is Words.OCPP_VERSIONS and is_only_version(plain)
        if not plain or not (is_version or _joined_options(column, plain)):
            return False
    return bool(parts)


def split_words(answer: str) -> list[str]:
    """The words of an answer, each once; `None` beside others says nothing.

    Raises FieldErrors for more than MAX_CHOICES.
    """
    parts = _SEPARATORS.split(answer)
    if len(parts) > MAX_CHOICES:
        raise field_error(value_rules.TOO_MANY_CHOICES, count=len(parts))
    words = unique(without_bullet(clean(part)) for part in parts)
    saying_something = [word for word in words if not is_nothing(word)]
    return saying_something or list(filter(None, words))


def choice_error(word: str, allowed: Sequence[str], *, several: bool = False) -> FieldErrors:
    """The error for a word that is not allowed, with the one that must be meant, if any.

    `several` options may be meant where a field takes them.
    """
    return field_error(
        value_rules.UNKNOWN_CHOICE,
        received=word,
        allowed=tuple(allowed),
        suggestion=meant_choice(word, allowed, several=several),
    )


def meant_choice(word: str, allowed: Sequence[str], *, several: bool = False) -> str:
    """The allowed text with one slip less, with more words, or with fewer; else nothing.

    Several of them have commas between them.
    """
    plain = normalize_name(word[:_LONGEST_WORD])
    if len(plain) < _SLIP_LETTERS or len(word) > _LONGEST_WORD:
        return ""
    words_of_answer = set(plain.split())
    meant = []
    for text in allowed:
        whole = normalize_name(text)
        if within_edits(plain, whole) or words_of_answer <= set(whole.split()):
            meant.append(text)
    if len(meant) == 1:
        return meant[0]
    named = _named_options(word, allowed)
    return ", ".join(named) if several or len(named) == 1 else ""


def _named_options(word: str, allowed: Sequence[str]) -> Sequence[str]:
    """The options named by a word with a few others around them: `Direct (LAN)`, `both`."""
    if not _PLAIN_WORDS.fullmatch(word):
        return ()
    rest = f" {' '.join(_WORD.findall(normalize_name(word)))} "
    named = set()
    for option in sorted(allowed, key=len, reverse=True):
        whole = f" {normalize_name(option)} "
        if whole in rest:
            named.add(option)
            rest = rest.replace(whole, " ")
    others = rest.split()
    if len(allowed) == 2 and not named and others and _BOTH.issuperset(others):
        return allowed
    if len(named) > 1 and not (AND | _JOINING | _BOTH).issuperset(others):
        return ()
    if len(others) > _MOST_OTHER_WORDS or not all(map(str.isalpha, others)):
        return ()
    if not _SAYING_OTHERWISE.isdisjoint(others):
        return ()
    return [option for option in allowed if option in named]
