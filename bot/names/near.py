"""Names that are probably those of one thing, and the names somebody may have meant."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.names.order import identity, normalize_name, skeleton, split_power_rating
from bot.names.vocabulary import GENERIC, LEGAL_FORMS, TRADE_WORDS

_WORD = re.compile(r"[^\W_]+")
_NO_DIGITS = re.compile(r"[^0-9]+")
_SLIP_LETTERS = 4  # of the longer of two words, below which another letter is another word
_CODE_LETTERS = 5  # of a word with letters and digits, which is an order code from there on
_TELLING_LETTERS = 6  # of a name, from which on two makers rarely have the same
_BEGIN_LETTERS = 3  # of a name, from which on it may be the begin of another
_MOST_NEAREST = 3
_SIMILAR = 75  # percent, for names of which no word agrees
_LONGEST = 300  # characters of a name that are compared


def one_slip(one: str, other: str, most: int = 1) -> bool:
    """Whether two texts differ by at most so many slips: a letter more, less, other or swapped.

    https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance#Optimal_string_alignment_distance
    """
    folded = normalize_name(one), normalize_name(other)
    return OSA.distance(*folded, score_cutoff=most) <= most


@lru_cache(maxsize=32768)
def digits(name: str) -> str:
    """Only the digits: names that differ in one are different things."""
    if name.isascii():
        return _NO_DIGITS.sub("", name)
    return "".join(char for char in name if char.isdigit())


def is_near_spelling(model: str, known: str) -> bool:
    """Whether two names differ only in punctuation, in spaces, or by one slip in one word.

    Words with a digit must be equal: order codes that differ in one letter are different products.
    """
    if identity(model) == identity(known) or model.count("+") != known.count("+"):
        return False
    if skeleton(model) == skeleton(known):
        return True
    missing, extra = _differing_words(_words(model), _words(known))
    return len(missing) == len(extra) == 1 and _is_slip(missing[0], extra[0])


def is_near_model(model: str, known: str, shared: frozenset[str] = frozenset()) -> bool:
    """Whether two names of one brand, without it, are probably those of one charger.

    `shared` are words of all models of the brand: like kinds of product, and a power rating that
    only one of the two has, they distinguish no chargers.
    """
    if identity(model) == identity(known):
        return False
    one, two = split_power_rating(model[:_LONGEST]), split_power_rating(known[:_LONGEST])
    if one.kilowatts != two.kilowatts and min(one.kilowatts, two.kilowatts) >= 0:
        return False
    if is_near_spelling(one.name, two.name) or identity(one.name) == identity(two.name):
        return True
    plain_one, plain_two = _telling(one.name, shared), _telling(two.name, shared)
    if not plain_one or one.name.count("+") != two.name.count("+"):
        return False
    return plain_one == plain_two or skeleton(" ".join(plain_one)) == skeleton(" ".join(plain_two))


def shared_words(models: Sequence[str]) -> frozenset[str]:
    """The words common to all models of a brand, if there are several."""
    if len(models) < _MOST_NEAREST:
        return frozenset()
    words = [set(_words(model)) for model in models]
    return frozenset(set.intersection(*words))


def is_same_product(model: str, known: str) -> bool:
    """Whether names of two brands, each without its own, are probably those of one charger."""
    if skeleton(model) == skeleton(known):
        telling = "".join(_telling(model, frozenset()))
        return len(telling) >= _TELLING_LETTERS and len(_telling(model, frozenset())) > 1
    return False


def order_codes(model: str) -> set[str]:
    """The words of a name that can only be an order code."""
    found = set()
    for word in normalize_name(model[:_LONGEST]).split():
        letters = skeleton(word)
        is_mixed = any(map(str.isdigit, letters)) and any(map(str.isalpha, letters))
        if is_mixed and len(letters) >= _CODE_LETTERS and not letters.endswith("kw"):
            found.add(letters)
    return found


def is_near_brand(name: str, known: str) -> bool:
    """Whether two names are probably those of one brand: a slip, a word more, a legal form."""
    one, two = sorted((normalize_name(name), normalize_name(known)), key=len)
    if skeleton(one) == skeleton(two) or _core(one) == _core(two):
        return True
    if digits(one) == digits(two) and one_slip(one, two, _slips_allowed(one)):
        return True
    words, more = one.split(), two.split()
    if more[: len(words)] == words:
        return True
    rest = skeleton(two).removeprefix(_core(one))
    return rest != skeleton(two) and rest in TRADE_WORDS and len(_core(one)) > 2


def _slips_allowed(name: str) -> int:
    if len(name) < _SLIP_LETTERS:
        return 0
    return 1 if len(name) < 2 * _SLIP_LETTERS else 2


@lru_cache(maxsize=4096)
def _core(brand: str) -> str:
    """The skeleton of a brand without its legal form and what it trades in, with signs as words."""
    words = normalize_name(brand.replace("+", " plus ").replace("&", " and ")).split()
    while len(words) > 1 and words[-1].strip(".,") in LEGAL_FORMS | TRADE_WORDS:
        words.pop()
    return skeleton(" ".join(words))


def meant_brand(name: str, models: Mapping[str, Sequence[str]]) -> str:
    """The listed brand that a name is probably another name of, else nothing.

    `models` are the listed brands with the own names of their models, which tell a product line
    from a brand: `AMTRON`, `Schneider EVlink`.
    """
    for known in models:
        if is_near_brand(name, known):
            return known
    words = normalize_name(name).split()
    for known, own_names in models.items():
        lines = {skeleton(own.split()[0]) for own in own_names if own.split()}
        first = normalize_name(known).split()[0]
        if words[0] in {first, _core(known)} and skeleton("".join(words[1:])) in lines:
            return known
        is_line = skeleton(name) in lines and skeleton(name).isalpha()
        if is_line and len(skeleton(name)) >= _SLIP_LETTERS and normalize_name(name) not in GENERIC:
            return known
    return ""


def nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Up to three names with most of the typed words, the one with the fewest others first.

    Where no word agrees, those that are very similar.
    """
    typed = _words(name[:_LONGEST])
    ranked = []
    for place, known in enumerate(names):
        words = _words(known)
        found = [word for word in typed if word not in GENERIC and _is_among(word, words)]
        if found:
            is_exact = skeleton(name) == skeleton(known)
            ranked.append((not is_exact, -len(found), len(words), place, known))
    ranked.sort()
    best = [known for _, count, *_, known in ranked if count == ranked[0][1]]
    return tuple(best[:_MOST_NEAREST]) or _similar(name, names)


def _similar(name: str, names: Iterable[str]) -> tuple[str, ...]:
    letters = skeleton(name[:_LONGEST])
    scored: list[tuple[float, int, str]] = []
    if all(word in GENERIC for word in _words(name)):
        return ()
    for place, known in enumerate(names):
        score = fuzz.ratio(letters, skeleton(known))
        is_inside = len(letters) >= _CODE_LETTERS and letters in skeleton(known)
        is_begin = len(letters) >= _BEGIN_LETTERS and skeleton(known).startswith(letters)
        if score >= _SIMILAR or is_inside or is_begin:
            scored.append((-score, place, known))
    return tuple(known for *_, known in sorted(scored)[:_MOST_NEAREST])


def _words(name: str) -> list[str]:
    """The words of a name, with a unit of power apart from its number."""
    return _WORD.findall(re.sub(r"(?<=[0-9])(?=kw\b)", " ", normalize_name(name)))


def _is_among(word: str, words: Sequence[str]) -> bool:
    return word in words or any(_is_slip(word, other) for other in words)


def _is_slip(one: str, other: str) -> bool:
    """Whether two words of letters are one word with a slip."""
    if digits(one) or digits(other) or max(len(one), len(other)) < _SLIP_LETTERS:
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def _telling(name: str, shared: frozenset[str]) -> list[str]:
    """The words in which the chargers of a brand differ."""
    return [word for word in _words(name) if word not in GENERIC and word not in shared]


def _differing_words(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    missing, extra = Counter(one), Counter(other)
    return list((missing - extra).elements()), list((extra - missing).elements())
