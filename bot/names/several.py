"""Several names in one line, as opposed to one name with a comma, a slash or an "and"."""

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto

from bot.names.order import normalize_name, skeleton
from bot.names.vocabulary import AND, ARTICLES, ATTRIBUTES, LEGAL_FORMS, is_known_pair

_BRACKETS = str.maketrans("()[]{}", "()()()")
_NUMBER = re.compile(r"v?[0-9]+(?:[.,][0-9]+)*[a-z%°]{0,4}")  # with a unit: `7,4`, `22kw`, `v3`
_COMMA = re.compile(r",(?![0-9])|(?<![0-9]),|, |;|\s\|\s")
_SIGN = re.compile(r"\s*[/+&|]\s*")
_JOINED = re.compile(r"[^\s/+&|]+(?:[/+&|][^\s/+&|]+)+")  # without a space between them
# `11/22kW`, `7.4 kW or 22 kW`; a range is one thing.
_SEVERAL_RATINGS = re.compile(
    r"[0-9] ?kw ?(?:[/+&|;,]|and|or|und|oder|et|ou|y|o|e|en|och|og|eller) ?[0-9.,]+ ?kw\b"
    r"|[0-9][/+&|][0-9.,]+ ?kw\b"
)
_POWER = re.compile(r"[0-9] ?kw\b")
_ENTITY = re.compile(r"&#?\w{1,12};")
_AGAIN = re.compile(r"\s?[,;/&+]\s?|\s(?:and|und|et|or)\s")
_LONGEST = 300  # characters of a line that are looked at
_WORD_OF_NAME = 3  # letters, below which a part of `A/S` is no name of its own


class Several(Enum):
    """How sure it is that a line names several things."""

    NO = auto()
    MAYBE = auto()
    YES = auto()


_ORDER = tuple(Several)


def several_models(name: str, is_listed: Callable[[str], bool]) -> Several:
    """Whether a model, without its brand, is several; `is_listed` knows the models of the brand."""
    plain = _ENTITY.sub("&", without_brackets(name[:_LONGEST]))
    if is_listed(name):
        return Several.NO
    parts = split_at_commas(plain)
    if len(parts) > 1 and any(_is_name(part) for part in parts[1:]) and _is_name(parts[0]):
        return Several.YES
    if is_known_pair(plain):
        return Several.NO
    joined = max((_joined_by_and(part) for part in parts), key=_ORDER.index, default=Several.NO)
    return max(joined, _joined_by_sign(plain, is_listed), key=_ORDER.index)


def names_again(brand: str, model: str) -> bool:
    """Whether the brand comes again behind a separator in a model, both normalized."""
    again = f"{brand} "
    if again not in model[1:]:  # as in nearly all names, of which a long list has many
        return False
    return any(part.startswith(again) for part in _AGAIN.split(model)[1:])


def split_at_commas(text: str) -> list[str]:
    """The parts of a line between its commas and semicolons; a decimal comma parts nothing."""
    return [part.strip() for part in _COMMA.split(text) if part.strip()]


def several_brands(name: str, models: Sequence[str], is_listed: Callable[[str], bool]) -> Several:
    """Whether a brand is several, by its own words, by its models, or by the brands of the list."""
    if is_listed(name):
        return Several.NO
    plain = _ENTITY.sub("&", without_brackets(name[:_LONGEST]))
    plain = _without_legal_forms(plain)
    if len(split_at_commas(plain)) > 1 or re.search(r"\s[/|]\s", plain):
        return Several.YES
    parts = [part for part in _SIGN.split(plain) if part]
    words = plain.split()
    has_and = False
    for place, word in enumerate(words[1:-1], 1):
        if normalize_name(word) in AND:
            parts = [" ".join(words[:place]), " ".join(words[place + 1 :])]
            has_and = True
    if len(parts) < 2:
        return Several.NO
    named = [part for part in parts if _begins_any(part, models)]
    if len(named) > 1 or any(is_listed(part) for part in parts):
        return Several.YES
    return Several.MAYBE if has_and else Several.NO


def has_several_ratings(name: str) -> bool:
    """Whether a name has several power ratings outside of brackets."""
    return _SEVERAL_RATINGS.search(normalize_name(without_brackets(name))) is not None


def is_only_rating(name: str) -> bool:
    """Whether a name is a power rating and nothing else: `7.4 kW`, `22 kW 3-phase`."""
    return _POWER.search(normalize_name(name)) is not None and not _is_name(name)


def several_cells(line: str, section: str) -> bool:
    """Whether a line has names with a tab between them, as spreadsheets copy cells."""
    cells = [cell for cell in line.split("\t") if _is_name(cell)]
    return len([cell for cell in cells if skeleton(cell) != skeleton(section)]) > 1


def _begins_any(brand: str, models: Sequence[str]) -> bool:
    begin = f"{normalize_name(brand)} "
    return any(f"{normalize_name(model)} ".startswith(begin) for model in models)


def _without_legal_forms(brand: str) -> str:
    """A brand without `, Inc.` and the like behind it."""
    words = brand.split()
    while len(words) > 1 and skeleton(words[-1]) in LEGAL_FORMS:
        words.pop()
    return " ".join(words).rstrip(", ")


def _joined_by_sign(plain: str, is_listed: Callable[[str], bool]) -> Several:
    """Names with a slash, a plus or an ampersand between them."""
    parts = [part for part in _SIGN.split(plain) if part]
    if len(parts) < 2:
        return Several.NO
    if all(is_listed(part) for part in parts):
        return Several.YES
    for joined in _JOINED.findall(plain):
        if all(
            _is_name(word) and len(skeleton(word)) >= _WORD_OF_NAME for word in _SIGN.split(joined)
        ):
            return Several.MAYBE
    apart = [part for part in re.split(r"\s[/+&|]\s|\s[/|]|[/|]\s", plain) if part.strip()]
    if len(apart) > 1 and all(_is_name(part) for part in apart):
        return Several.MAYBE
    return Several.NO


def _joined_by_and(part: str) -> Several:
    """Names with an "and" or "or" between them; a single letter may be part of a name."""
    words = part.split()
    found = Several.NO
    for place, word in enumerate(words[1:-1], 1):
        is_and = normalize_name(word) in AND and (word.islower() or len(word) > 2)
        if is_and and _is_name(" ".join(words[:place])) and _is_name(" ".join(words[place + 1 :])):
            if len(word) > 1:
                return Several.YES
            found = Several.MAYBE
    return found


def _is_name(part: str) -> bool:
    """Whether there is a word in a part that is no number, unit or equipment."""
    for word in re.split(r"[\s/+&]+", normalize_name(part)):
        plain = word.strip(".,:;!?'\"()-")
        is_attribute = plain in ATTRIBUTES or plain in ARTICLES or plain.rstrip("s") in ATTRIBUTES
        if plain and not is_attribute and not _NUMBER.fullmatch(plain):
            return True
    return False


def without_brackets(text: str) -> str:
    """A text without its brackets, where commas part no names."""
    kept, depth = [], 0
    for char in text.translate(_BRACKETS):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(depth - 1, 0)
        elif depth == 0:
            kept.append(char)
    return "".join(kept)
