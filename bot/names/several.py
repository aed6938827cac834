"""Several names in one line, as opposed to one name with a comma, a slash or an "and"."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache

from bot.names.entities import ENTITY
from bot.names.marks import without_bullet
from bot.names.order import normalize_name, skeleton
from bot.names.vocabulary import (
    AND,
    ARTICLES,
    FORMER,
    MARKS_AROUND,
    Vocabulary,
    bare_words,
    is_known_pair,
    without_legal_form,
    word_set,
)

_BRACKETS = str.maketrans("()[]{}", "()()()")
_SIGNS_OF_BRACKETS = frozenset("()[]{}")
_NUMBER = re.compile(r"v?[0-9]+(?:[.,][0-9]+)*[a-z%°]{0,4}")  # with a unit: `7,4`, `22kg`, `v3`
_COMMA = re.compile(r",(?![0-9])|(?<![0-9]),|, |;|\s\|\s")
_SIGN = re.compile(r"\s*[/+&|]\s*")
_JOINED = re.compile(r"[^\s/+&|]+(?:[/+&|][^\s/+&|]+)+")  # without a space between them
_APART = re.compile(r"\s[/+&|]\s|\s[/|]|[/|]\s")
_AGAIN = re.compile(r"\s?[,;/&+]\s?|\s(?:and|und|et|or)\s")
_NUMBERS = re.compile(rf"(?:^|\s)[0-9]+(?:,\s|\s?[/&+|]\s?|\s(?:{'|'.join(sorted(AND))})\s)[0-9]+$")
_AND_IN_BRACKETS = re.compile(rf"\(((?:{'|'.join(sorted(AND))})\s[^()]*)\)$", re.IGNORECASE)
# Types of one series after a slash, not a voltage: `3000/3050`, but `230/400 V`.
_TYPES = re.compile(r"(?<![0-9.,])[0-9]{3,5}(?:/[0-9]{3,5})+(?![0-9.,/]|\s?[a-z%°]{1,2}\b)")
# Before a number, and else a name of its own: `max 22 kW`, but `Max`.
_LIMITS = word_set("max min")
_LONGEST = 300  # characters of a line that are looked at
_DASH = re.compile(r"\s[-·]\s")
# Between names where it is in small letters, and else a word of one: `Pulsar Plus`.
_ALSO = word_set("""
plus sowie resp resp. bzw bzw. beziehungsweise respektive respectively respectivement u. samt
sekä nonché alsook alsmede jakož dazu
""")
_WITH = re.compile(
    r"\b(?:as well as|along with|together with|ainsi que|así como|wie auch|and/or|und/oder|et/ou)\b"
)
_CODE_LETTERS = 5  # of an order code in a row of such
_WORD_OF_NAME = 3  # letters, below which a part of `A/S` is no name of its own


class Several(IntEnum):
    """How sure it is that a line names several things."""

    NO = 0
    MAYBE = 1
    YES = 2


def several_names(name: str, vocabulary: Vocabulary, is_listed: Callable[[str], bool]) -> Several:
    """Whether a name, without its section's, is several; `is_listed` knows those of the section."""
    plain = _AND_IN_BRACKETS.sub(r"\1", name[:_LONGEST])
    plain = _WITH.sub("and", ENTITY.sub("&", without_brackets(plain)))
    if is_listed(name):
        return Several.NO
    parts = split_at_commas(plain)
    are_names = [_is_name(part, vocabulary) for part in parts]
    if are_names and are_names[0] and any(are_names[1:]):
        return Several.YES
    if is_known_pair(plain, vocabulary):
        return Several.NO
    several = _joined_by_sign(plain, vocabulary, is_listed)
    if _is_in_a_row(plain, vocabulary, is_listed) or _ends_with_numbers(plain, vocabulary):
        several = max(several, Several.MAYBE)
    for part in parts:
        several = max(several, _joined_by_and(part, vocabulary))
    return several


def names_again(section: str, name: str) -> bool:
    """Whether the section's name comes again after a separator in a name, both normalized."""
    again = f"{section} "
    if again not in name[1:]:  # as in nearly all names, of which a long list has many
        return False
    return any(part.startswith(again) for part in _AGAIN.split(name)[1:])


def split_at_commas(text: str) -> list[str]:
    """The parts of a line between its commas and semicolons; a decimal comma parts nothing."""
    return [part.strip() for part in _COMMA.split(text) if part.strip()]


def several_sections(
    name: str, entries: Sequence[str], is_listed: Callable[[str], bool]
) -> Several:
    """Whether the name of a section is several: by its words, by its entries, or by the list."""
    if is_listed(name):
        return Several.NO
    plain = ENTITY.sub("&", without_brackets(name[:_LONGEST]))
    plain = without_legal_form(plain)
    if len(split_at_commas(plain)) > 1 or re.search(r"\s[/|]\s", plain):
        return Several.YES
    parts = list(filter(None, _SIGN.split(plain)))
    several = Several.NO
    tokens = plain.split()
    for index, word in enumerate(tokens[1:-1], 1):
        if normalize_name(word) in AND | FORMER:
            parts = [" ".join(tokens[:index]), " ".join(tokens[index + 1 :])]
            several = Several.MAYBE
    if without_brackets(name) != name:
        several = Several.MAYBE  # `Elli (Volkswagen)`
    if len(parts) < 2:
        return several
    count = 0
    for part in parts:
        if is_listed(part):
            return Several.YES
        begin = f"{normalize_name(part)} "
        if any(f"{normalize_name(entry)} ".startswith(begin) for entry in entries):
            count += 1
    return Several.YES if count > 1 else several


def has_several_ratings(name: str, unit: str) -> bool:
    """Whether a name has several ratings in a unit: `11/22kW`; in brackets with it after each.

    A range such as `3.7-22 kW` is one; without a unit there is none.
    """
    if not unit:
        return False
    plain = normalize_name(without_brackets(name))
    if _several_ratings(unit).search(plain):
        return True
    return _ratings_apart(unit).search(normalize_name(name)) is not None


@lru_cache(maxsize=8)
def _several_ratings(unit: str) -> re.Pattern[str]:
    return re.compile(rf"{_ratings_apart(unit).pattern}|[0-9][/+&|][0-9.,]+ ?{unit}\b")


@lru_cache(maxsize=8)
def _ratings_apart(unit: str) -> re.Pattern[str]:
    joint = "[/+&|;,]|and|or|und|oder|et|ou|y|o|e|en|och|og|eller"
    return re.compile(rf"[0-9] ?{unit} ?(?:{joint}) ?[0-9.,]+ ?{unit}\b")


def is_only_rating(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is a rating and nothing else: `7.4 kW`, `22 kW 3-phase`."""
    unit = vocabulary.unit
    if not unit or not re.search(rf"[0-9] ?{unit}\b", normalize_name(name)):
        return False
    return not _is_name(name, vocabulary)


def several_cells(line: str, section: str, vocabulary: Vocabulary) -> bool:
    """Whether a line has names with a tab between them, as spreadsheets copy cells."""
    count = 0
    for cell in without_bullet(line.strip()).split("\t"):
        if _is_name(cell, vocabulary) and skeleton(cell) != skeleton(section):
            count += 1
    return count > 1


def _joined_by_sign(
    plain: str, vocabulary: Vocabulary, is_listed: Callable[[str], bool]
) -> Several:
    """Names with a slash, a plus or an ampersand between them."""
    parts = list(filter(None, _SIGN.split(plain)))
    if len(parts) < 2:
        return Several.NO
    if all(map(is_listed, parts)):
        return Several.YES
    for joined in _JOINED.findall(plain):
        words = _SIGN.split(joined)
        shortest = min(len(skeleton(word)) for word in words)
        if shortest >= _WORD_OF_NAME and _are_names(words, vocabulary):
            return Several.MAYBE
    are_whole = all(len(part.split()) > 1 and part[1:2].isalpha() for part in parts)
    if are_whole and _are_names(parts, vocabulary):
        return Several.MAYBE
    apart = list(filter(None, _APART.split(plain)))
    if len(apart) > 1 and _are_names(apart, vocabulary):
        return Several.MAYBE
    return Several.NO


def _joined_by_and(part: str, vocabulary: Vocabulary) -> Several:
    """Names with an "and" or "or" between them; a single letter may be part of a name."""
    tokens = part.split()
    several = Several.NO
    for index, word in enumerate(tokens[1:-1], 1):
        is_also = word.islower() and normalize_name(word) in _ALSO
        is_and = normalize_name(word) in AND and (word.islower() or len(word) > 2)
        if not is_and and not is_also:
            continue
        before, after = " ".join(tokens[:index]), " ".join(tokens[index + 1 :])
        if _is_name(before, vocabulary) and _is_name(after, vocabulary):
            if len(word) > 1 and is_and:
                return Several.YES
            several = Several.MAYBE
    return several


def _is_in_a_row(plain: str, vocabulary: Vocabulary, is_listed: Callable[[str], bool]) -> bool:
    """Whether names follow each other with a dash or only a space between them.

    Such are names of the list, order codes of one form, and a word coming again before a number.
    """
    dashed = _DASH.split(plain)
    if len(dashed) > 2 and _are_names(dashed, vocabulary):
        return True
    tokens = plain.split()
    if not tokens:
        return False
    for index in range(1, len(tokens)):
        before, after = " ".join(tokens[:index]), " ".join(tokens[index:])
        if is_listed(before.rstrip(" -·")) and is_listed(after.lstrip(" -·")):
            return True
    forms = {_form(word) for word in tokens}
    are_alike = len(tokens) > 1 and len(forms) == 1 and "A9" in forms.pop()
    if are_alike and min(map(len, tokens)) >= _CODE_LETTERS:
        return True
    first = normalize_name(tokens[0])
    again = [normalize_name(word) for word in tokens[2:-1]]
    return first.isalpha() and first in again and _is_name(first, vocabulary)


def _ends_with_numbers(plain: str, vocabulary: Vocabulary) -> bool:
    """Whether a name has numbers, of which each may make one: `Go 2 & 3`, not `Type 1 & 2`."""
    name = normalize_name(plain)
    if _TYPES.search(name):
        return True
    numbers = _NUMBERS.search(name)
    if numbers is None:
        return False
    before = name[: numbers.start()].split()[-1:]
    return not before or _is_name(before[0], vocabulary)


def is_generic(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name has only words for any entry, or its parts: `11 kW charger`, `Type 2`, `3`."""
    if is_only_rating(name, vocabulary):
        return True
    plain = normalize_name(name)
    if vocabulary.unit:
        plain = re.sub(rf"[0-9][0-9.,/-]*\s?{vocabulary.unit}\b", "", plain)
    tokens = set(bare_words(plain))
    generic = vocabulary.generic | vocabulary.kinds
    numbers = set(filter(str.isdigit, tokens))
    if numbers:
        return (numbers | vocabulary.attributes).issuperset(tokens)
    known = generic | ARTICLES | vocabulary.attributes
    return bool(tokens & generic) and known.issuperset(tokens)


def _form(word: str) -> str:
    """The form of an order code: `KWX122C` is `A9A`."""
    return re.sub("[a-z]+", "A", re.sub("[0-9]+", "9", skeleton(word)))


def _are_names(parts: Sequence[str], vocabulary: Vocabulary) -> bool:
    return all(_is_name(part, vocabulary) for part in parts)


def _is_name(part: str, vocabulary: Vocabulary) -> bool:
    """Whether there is a word in a part that is no number, unit or attribute."""
    known = vocabulary.attributes
    has_number = any(map(str.isdigit, part))
    for word in re.split(r"[\s/+&]+", normalize_name(part)):
        plain = word.strip(MARKS_AROUND)
        is_attribute = plain in known or plain in ARTICLES or plain.removesuffix("s") in known
        if plain in _LIMITS and not has_number:
            return True
        if plain and not is_attribute and not _NUMBER.fullmatch(plain):
            return True
    return False


def without_brackets(text: str) -> str:
    """A text without its brackets, where commas part no names."""
    if _SIGNS_OF_BRACKETS.isdisjoint(text):
        return text
    kept, depth = [], 0
    for char in text.translate(_BRACKETS):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(depth - 1, 0)
        elif depth == 0:
            kept.append(char)
    return "".join(kept)
