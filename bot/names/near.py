"""Names that are probably those of one thing, and the names somebody may have meant."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.names.order import Rated, identity, normalize_name, skeleton, split_rating
from bot.names.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+")
IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_LIKE_DIGITS = str.maketrans("oil", "011")
_NO_DIGITS = re.compile(r"[^0-9]+")
SLIP_LETTERS = 4  # of the longer of two words, below which another letter is another word
_CODE_LETTERS = 5  # of a word with letters and digits, which is an order code from there on
_TELLING_LETTERS = 6  # of a name, from which on two sections rarely have the same
_BEGIN_LETTERS = 3  # of a name, from which on it may be the beginning of another
_MOST_NEAREST = 3
_FEWEST_NAMES = 3  # of a section whose common words say nothing
_SIMILAR = 75  # percent, for names of which no word agrees
_LONGEST = 300  # characters of a name that are compared


def within_edits(one: str, other: str, max_edits: int = 1) -> bool:
    """Whether two texts differ by at most so many edits: a letter more, less, other or swapped.

    https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance#Optimal_string_alignment_distance
    """
    one, other = normalize_name(one), normalize_name(other)
    if abs(len(one) - len(other)) > max_edits:
        return False
    letters, others = set(one), set(other)
    if max(len(letters - others), len(others - letters)) > max_edits:
        return False
    from rapidfuzz.distance import OSA  # loads 45 modules, which few submissions need

    return OSA.distance(one, other) <= max_edits


def closest(word: str, others: Iterable[str], least: float = 0.6) -> str:
    """The other word most like a mistyped one, of a setting or label; empty where none is.

    `least` is the ratio of SequenceMatcher from which on two are alike.
    """
    from difflib import get_close_matches  # takes a while to load

    return next(iter(get_close_matches(word, list(others), cutoff=least)), "")


@lru_cache(maxsize=32768)
def digits(name: str) -> str:
    """Only the digits: names that differ in one are different things."""
    if name.isascii():
        return _NO_DIGITS.sub("", name)
    return "".join(char for char in name if char.isdigit())


@lru_cache(maxsize=32768)
def _with_digits(name: str) -> str:
    """The letters and digits of a name, with digits for letters like them."""
    return skeleton(name).translate(_LIKE_DIGITS)


def have_same_sign(name: str, known: str) -> bool:
    """Whether two names end with the same sign, which makes another one: `C`, `C++`, `C#`."""
    return all(name.endswith(sign) == known.endswith(sign) for sign in ("++", "#"))


def is_near_spelling(name: str, known: str, vocabulary: Vocabulary) -> bool:
    """Whether two names differ only in punctuation, in spaces, or by one slip in one word.

    Words with a digit must be equal: order codes that differ in one letter are different products,
    unless it looks like the digit of the other: `NE1OG`, `NE10G`.
    """
    if name.count("+") != known.count("+") or not have_same_sign(name, known):
        return False
    if digits(name) != digits(known):
        return _with_digits(name) == _with_digits(known)
    unit = vocabulary.unit
    if identity(name, unit) == identity(known, unit):
        return False
    if skeleton(name) == skeleton(known):
        return True
    missing, extra = [], list(_words(known, unit))
    for word in _words(name, unit):
        if word in extra:
            extra.remove(word)
        else:
            missing.append(word)
    return len(missing) == len(extra) == 1 and _is_slip(missing[0], extra[0])


def is_near_name(
    name: str, known: str, vocabulary: Vocabulary, shared: frozenset[str] = frozenset()
) -> bool:
    """Whether two names of one section, without its own, are probably those of one entry.

    `shared` are words of all names of the section: like generic words, and a rating that only one
    of the two has, they distinguish no entries.
    """
    one, two = _compared(name, vocabulary, shared), _compared(known, vocabulary, shared)
    if one.identity == two.identity:
        return False
    if one.rating != two.rating and min(one.rating, two.rating) >= 0:
        return False
    if one.plain == two.plain:
        return True
    has_like_digits = one.digits == two.digits or one.like_digits == two.like_digits
    if has_like_digits and is_near_spelling(one.name, two.name, vocabulary):
        return True
    return bool(one.telling) and one.telling == two.telling and one.pluses == two.pluses


class _Compared(NamedTuple):
    """What one name of a section is held against others by: all but its rating, in some forms.

    `telling` are the letters of the words in which entries differ.
    """

    identity: Rated
    rating: float
    name: str
    plain: str
    digits: str
    like_digits: str
    telling: str
    pluses: int


# A new name is held against all of a section, and these again against the next one of a queue.
@lru_cache(maxsize=32768)
def _compared(name: str, vocabulary: Vocabulary, shared: frozenset[str]) -> _Compared:
    unit = vocabulary.unit
    plain, rating = _rated(name, unit)
    telling = skeleton(" ".join(_telling(plain, vocabulary, shared)))
    return _Compared(
        identity=identity(name, unit),
        rating=rating,
        name=plain,
        plain=normalize_name(plain),
        digits=digits(plain),
        like_digits=_with_digits(plain),
        telling=telling,
        pluses=plain.count("+"),
    )


def _rated(name: str, unit: str) -> Rated:
    """A name and its rating, which may be in brackets: `Go (22kW)`."""
    inside = IN_BRACKETS.search(name[:_LONGEST])
    if inside and inside.end() == len(name) and split_rating(inside[1], unit).name == "":
        name = f"{name[: inside.start()]}{inside[1]}"
    return split_rating(name[:_LONGEST], unit)


def shared_words(names: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The words common to all names of a section, if it has three or more."""
    if len(names) < _FEWEST_NAMES:
        return frozenset()
    words = set(_words(names[0], vocabulary.unit))
    for name in names:
        words.intersection_update(_words(name, vocabulary.unit))
    return frozenset(words)


def is_same_name(name: str, known: str, vocabulary: Vocabulary) -> bool:
    """Whether names of two sections, each without its own, are probably those of one entry."""
    if skeleton(name) != skeleton(known):
        return False
    words = _telling(name, vocabulary)
    return len(words) > 1 and len("".join(words)) >= _TELLING_LETTERS


def order_codes(name: str, vocabulary: Vocabulary) -> set[str]:
    """The words of a name that can only be an order code."""
    codes = set()
    for word in normalize_name(name[:_LONGEST]).split():
        letters = skeleton(word)
        is_mixed = any(map(str.isdigit, letters)) and any(map(str.isalpha, letters))
        is_rating = vocabulary.unit and letters.endswith(vocabulary.unit)
        if is_mixed and len(letters) >= _CODE_LETTERS and not is_rating:
            codes.add(letters)
    return codes


def nearest(name: str, names: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Up to three names with most of the typed words, the one with the fewest others first.

    Where no word agrees, those that are very similar. None where all words are generic.
    """
    telling = _telling(name[:_LONGEST], vocabulary)
    ranked = []
    for position, known in enumerate(names):
        words = _words(known, vocabulary.unit)
        agreeing = []
        for word in telling:
            if word in words or any(_is_slip(word, other) for other in words):
                agreeing.append(word)
        if agreeing:
            is_exact = skeleton(name) == skeleton(known)
            ranked.append((not is_exact, -len(agreeing), len(words), position, known))
    ranked.sort()
    best = [known for _, count, *_, known in ranked if count == ranked[0][1]]
    if best or not telling:
        return tuple(best[:_MOST_NEAREST])
    return _similar(name, names)


def _similar(name: str, names: Iterable[str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz  # as in within_edits

    letters = skeleton(name[:_LONGEST])
    scored: list[tuple[float, int, str]] = []
    for position, known in enumerate(names):
        score = fuzz.ratio(letters, skeleton(known))
        is_inside = len(letters) >= _CODE_LETTERS and letters in skeleton(known)
        is_begin = len(letters) >= _BEGIN_LETTERS and skeleton(known).startswith(letters)
        if score >= _SIMILAR or is_inside or is_begin:
            scored.append((-score, position, known))
    return tuple(known for *_, known in sorted(scored)[:_MOST_NEAREST])


@lru_cache(maxsize=32768)
def _words(name: str, unit: str) -> tuple[str, ...]:
    """The words of a name, with the unit of a rating apart from its number."""
    plain = normalize_name(name)
    if unit in plain:
        plain = re.sub(rf"(?<=[0-9])(?={unit}\b)", " ", plain)
    return tuple(_WORD.findall(plain))


def _is_slip(one: str, other: str) -> bool:
    """Whether two words of letters are one word with a slip."""
    if digits(one) or digits(other) or max(len(one), len(other)) < SLIP_LETTERS:
        return False
    return within_edits(one, other)


def _telling(
    name: str, vocabulary: Vocabulary, shared: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The words in which entries differ: those neither generic nor shared."""
    telling = []
    for word in _words(name, vocabulary.unit):
        if word not in vocabulary.generic and word not in shared:
            telling.append(word)
    return tuple(telling)
