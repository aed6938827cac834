"""The full name of a model: the brand once in front, in its own spelling, however it was typed."""

import re
from functools import lru_cache

from bot.names.cleaning import clean_name
from bot.names.near import is_near_brand, one_slip
from bot.names.order import normalize_name, skeleton
from bot.names.vocabulary import ARTICLES, BY, GENERIC, LEGAL_FORMS, TRADE_WORDS

_AT_END = re.compile(r"(?<![\W_])[\W_]+$")
_TOKEN = re.compile(r"[^\W_]+|[\W_]+")
_BETWEEN = " -\N{EN DASH}:,./|_®™"  # between a brand and a model
_SHORT = 3  # letters, below which a name within another one may be anything
_BEFORE_BRAND = ARTICLES | GENERIC
_LONGEST = 300  # characters of a name that is searched for its brand


def full_model(brand: str, model: str) -> str:
    """The model with the brand once in front; only the brand where nothing else was given."""
    own = model_without_brand(brand, model)
    return f"{brand} {own}" if own else brand


@lru_cache(maxsize=32768)
def model_without_brand(brand: str, model: str) -> str:
    """The model's own name, without the brand in front, twice in front, or behind it."""
    begin = f"{brand} "
    if model.startswith(begin) and model[len(begin) : len(begin) + 1] not in _BETWEEN:
        own = model[len(begin) :]
        if not _may_name(brand, own):
            return own
    own, beyond = model[:_LONGEST], model[_LONGEST:]
    shortest = 1
    while end := _leading_brand(brand, own, shortest):
        own = own[end:].lstrip().removeprefix(_sign_at_end(brand)).lstrip(_BETWEEN)
        shortest = _SHORT  # `E E 11` may be right
    return _without_trailing_brand(brand, own + beyond)


def has_brand_inside(brand: str, own: str) -> bool:
    """Whether a model's own name still holds the whole brand, with something in front of it."""
    letters = normalize_name(brand)
    if letters in GENERIC or not _may_name(brand, own):
        return False
    return f" {letters} " in f" {normalize_name(own)} "


def is_unambiguous(brand: str, model: str) -> bool:
    """Whether the full name of a model needs no guess at the brand, or at a mark of a number."""
    full = full_model(brand, model)
    rest = full.removeprefix(f"{brand} ")
    if full_model(brand, full) != full or not model.endswith(rest):
        return False
    if rest == model:
        return not (skeleton(model).startswith(skeleton(brand)) or _begins_like(brand, model))
    before = model.removesuffix(rest)
    if skeleton(before) != skeleton(brand):
        return False
    return before.endswith(" ") or (before[-1] in _BETWEEN and rest[0].isalpha())


def canonical_model(brand: str, model: str, limit: int) -> str:
    """The name of a model as the bot would write it, where that is plain and within the limit."""
    begin = f"{brand} "
    if model.isascii() and model.startswith(begin) and not _may_name(brand, model[len(begin) :]):
        return model
    name = clean_name(model)
    if len(name) <= limit and is_unambiguous(brand, name):
        return full_model(brand, name)
    return name


def _may_name(brand: str, text: str) -> bool:
    """A quick look at whether the brand can be in a text at all."""
    if _is_short(brand):
        return False
    first = brand.split(maxsplit=1)[0]
    return first.casefold() in text.casefold() or skeleton(first) in skeleton(text)


def _is_short(brand: str) -> bool:
    return len(spoken(brand)) < _SHORT


@lru_cache(maxsize=1024)
def spellings(brand: str) -> tuple[str, ...]:
    """The skeletons of what people call a brand, the longest first: spelled out, plain, short."""
    found = {spoken(brand), skeleton(brand)}
    words = normalize_name(brand).split()
    first = skeleton(words[0]) if len(words) > 1 else ""
    while len(words) > 1 and words[-1].strip(".,") in LEGAL_FORMS | TRADE_WORDS:
        words.pop()
        short = skeleton(" ".join(words))
        if len(short) >= _SHORT and short not in GENERIC:
            found.add(short)
    if len(first) > _SHORT and first not in GENERIC:
        found.add(first)
    return tuple(sorted(found - {""}, key=len, reverse=True))


def spoken(name: str) -> str:
    """The skeleton of a name with its signs as words: `EN+` is `enplus`."""
    return skeleton(name.replace("+", " plus ").replace("&", " and "))


def _leading_brand(brand: str, model: str, shortest: int) -> int:
    """The length of the brand in characters, with articles and kinds in front of it."""
    tokens = list(_TOKEN.finditer(model))
    start = 0
    while start < len(tokens):
        for target in spellings(brand):
            if len(target) < shortest:
                continue
            if end := _matched(target, model, tokens[start:]):
                return end
        word = normalize_name(tokens[start][0])
        if _is_short(brand) or (word and word not in _BEFORE_BRAND):
            return 0
        start += 1
    return 0


def _matched(target: str, model: str, tokens: list[re.Match[str]]) -> int:
    """Where the letters of `target` end that the tokens begin with; 0 if they do not."""
    given = 0
    for token in tokens:
        part = spoken(token[0])
        if target.startswith(part, given):
            given += len(part)
            if given == len(target):
                return token.end()
        else:
            rest = target[given:]
            end = token.start() + len(rest)
            is_joined = (
                part.startswith(rest) and len(part) == len(token[0]) and len(target) >= _SHORT
            )
            return end if is_joined and _is_joint(model, end) else 0
    return 0


def _is_joint(text: str, place: int) -> bool:
    """Whether two names are written together at a place: `ZaptecPro`, `ABBTerra`, `Zaptec2`."""
    before, after = text[place - 1], text[place : place + 2]
    if after[:1].isdigit():
        return not before.isdigit()
    return after[:1].isupper() and (before.islower() or after[1:].islower())


def _sign_at_end(brand: str) -> str:
    return brand.removeprefix(_AT_END.sub("", brand))


def _without_trailing_brand(brand: str, own: str) -> str:
    """A model without `by Zaptec` or `(Zaptec)` behind it."""
    count = len(brand.split())
    words = own.rstrip(" )").split(" ")
    if _is_short(brand) or len(words) <= count:
        return own
    last = " ".join(words[-count:]).lstrip("(-,:/|")
    if normalize_name(last) != normalize_name(brand):
        return own
    kept = words[:-count]
    while len(kept) > 1 and normalize_name(kept[-1].strip("(-,:/|")) in {"", *BY}:
        kept.pop()
    return " ".join(kept).rstrip(" (-,:/|") or own


def _begins_like(brand: str, model: str) -> bool:
    """Whether the first words of a model may be another name of the brand, or of its heading."""
    slips = max(1, len(brand) // 3)
    words = model.split()
    for count in range(1, min(len(words), len(brand.split()) + 1) + 1):
        begin = " ".join(words[:count])
        if is_near_brand(begin, brand) or one_slip(begin, brand, slips):
            return True
    return False
