"""The full name of an entry: its section once in front, in its own spelling, however typed."""

import re
from functools import lru_cache

from bot.names.cleaning import clean_name
from bot.names.marks import without_brackets_around
from bot.names.near import digits, within_edits
from bot.names.near_section import is_near_section, with_words_for_signs
from bot.names.order import normalize_name, skeleton
from bot.names.vocabulary import ARTICLES, BY, LEGAL_FORMS, MARKS_AROUND, Vocabulary

_AT_END = re.compile(r"(?<![\W_])[\W_]+$")
_TOKEN = re.compile(r"[^\W_]+|[\W_]+")
_BETWEEN = " -\N{EN DASH}:,./|_®™"  # between a section and the entry's own name
_OPENING, _CLOSING = "([\"'“”„«»‘‚‹", ")]\"'“”»«’‘›"
_POSSESSIVE = re.compile(r"^['’]s?(?=\s)")
NAME_LIMIT = 120  # characters, with that of its section
_SHORT = 3  # letters, below which a name within another one may be anything
_SLIP_LETTERS = 5  # of a section; with so few, another letter makes another word
_LONGEST = 300  # characters of a name that is searched for its section


def with_section(section: str, name: str, vocabulary: Vocabulary) -> str:
    """The name with its section once in front; only the section where nothing else was given."""
    own = without_section(section, name, vocabulary)
    return f"{section} {own}" if own else section


@lru_cache(maxsize=32768)
def without_section(section: str, name: str, vocabulary: Vocabulary) -> str:
    """The entry's own name, without the section in front, twice in front, or after it.

    The section in front is looked for in the first 300 characters.
    """
    begin = f"{section} "
    if name.startswith(begin) and name[len(begin) : len(begin) + 1] not in _BETWEEN:
        own = name[len(begin) :]
        if not _may_hold(own, section):
            return own
    inner = without_brackets_around(name)
    if inner != name and _end_of_section(section, inner[:_LONGEST], _SHORT, vocabulary):
        name = inner
    own, beyond = name[:_LONGEST], name[_LONGEST:]
    sign_at_end = section.removeprefix(_AT_END.sub("", section))
    shortest = 1
    while end := _end_of_section(section, own, shortest, vocabulary):
        own = _without_joint(own, end).removeprefix(sign_at_end).lstrip(_BETWEEN)
        shortest = _SHORT  # `E E 11` may be right
    return _without_section_after(section, own + beyond)


def from_section_inside(section: str, own: str, vocabulary: Vocabulary) -> str:
    """What begins with the whole section inside an entry's own name: `my Zaptec Go`; or nothing."""
    letters = normalize_name(section)
    if letters in vocabulary.generic or not _may_hold(own, section):
        return ""
    words = own.split()
    for index in range(len(words)):
        rest = " ".join(words[index:])
        if f"{normalize_name(rest)} ".startswith(f"{letters} "):
            return rest
    return ""


def begins_with_section(section: str, name: str, vocabulary: Vocabulary) -> str:
    """What is after a section in front of a name, however it is written; else nothing."""
    if not _may_hold(name, section):
        return ""
    end = _end_of_section(section, name[:_LONGEST], _SHORT, vocabulary)
    return _without_joint(name, end).lstrip(_BETWEEN) if end else ""


def without_misspelt_section(section: str, name: str, vocabulary: Vocabulary) -> str:
    """The entry's own name after a section with a slip, or written together; else nothing.

    `Zaptac Go`, `Charge Amp Halo`, `ZaptecGo`.
    """
    own = _after_misspelt(section, name, vocabulary)
    if own and _end_of_section(section, name[:_LONGEST], _SHORT, vocabulary):
        return ""  # the section is in front of it as it should be
    return own


def _after_misspelt(section: str, name: str, vocabulary: Vocabulary) -> str:
    length = len(section)
    is_joined = name[:length].casefold() == section.casefold() and section.isalpha()
    if is_joined and name[length : length + 1].isupper() and name[length - 1].islower():
        return name[length:]
    for begin, rest in _begins(name, len(section.split()) + 1):
        if _is_slip_of(begin, section, vocabulary):
            return rest
    return ""


@lru_cache(maxsize=1024)
def _begins(name: str, most: int) -> tuple[tuple[str, str], ...]:
    """The first words of a name, one to `most` of them, each time with the rest after them."""
    words = name.split()
    found = []
    for count in range(1, min(len(words), most + 1)):
        found.append((" ".join(words[:count]), " ".join(words[count:])))
    return tuple(found)


def without_joined_section(section: str, own: str) -> str:
    """A name without the section's written together with it in small letters: `zaptecgo`."""
    letters = normalize_name(section)
    if letters and normalize_name(own).startswith(letters):
        return own[len(letters) :]
    return own


def _is_slip_of(begin: str, section: str, vocabulary: Vocabulary) -> bool:
    """Whether a name begins with the section with a letter more, less, other or swapped."""
    one, other = skeleton(begin), skeleton(section)
    if one == other or len(other) < _SLIP_LETTERS:
        return False
    if normalize_name(begin) in vocabulary.generic:
        return False
    is_other_word = len(other) == len(one) == _SLIP_LETTERS and set(one) != set(other)
    return not is_other_word and digits(one) == digits(other) and within_edits(one, other)


def is_unambiguous(section: str, name: str, vocabulary: Vocabulary) -> bool:
    """Whether the full name needs no guess at the section, or at a mark of a number."""
    full = with_section(section, name, vocabulary)
    rest = full.removeprefix(f"{section} ")
    if with_section(section, full, vocabulary) != full or not name.endswith(rest):
        return False
    if rest == name:
        begins_alike = skeleton(name).startswith(skeleton(section))
        return not (begins_alike or _begins_like(section, name, vocabulary))
    before = name.removesuffix(rest)
    if skeleton(before) != skeleton(section):
        return False
    return before.endswith(" ") or (before[-1] in _BETWEEN and rest[0].isalpha())


def canonical_full_name(section: str, name: str, vocabulary: Vocabulary) -> str:
    """The full name as the bot would write it, where that is plain; else the cleaned name.

    A name of more than NAME_LIMIT characters is only cleaned.
    """
    begin = f"{section} "
    if name.isascii() and name.startswith(begin) and not _may_hold(name[len(begin) :], section):
        return name
    cleaned = clean_name(name)
    if len(cleaned) <= NAME_LIMIT and is_unambiguous(section, cleaned, vocabulary):
        return with_section(section, cleaned, vocabulary)
    return cleaned


def _may_hold(text: str, section: str) -> bool:
    """A quick look at whether the section can be in a text at all."""
    if _is_short(section):
        return False
    return skeleton(section.partition(" ")[0]) in skeleton(text)


@lru_cache(maxsize=4096)
def _is_short(section: str) -> bool:
    return len(skeleton(with_words_for_signs(section))) < _SHORT


@lru_cache(maxsize=1024)
def _spellings(section: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The skeletons of what people call a section; one comes before those which it begins with."""
    found = {skeleton(with_words_for_signs(section)), skeleton(section)}
    letters = normalize_name(section)
    first = skeleton(letters.partition(" ")[0])
    if len(first) > _SHORT and first not in vocabulary.generic:
        found.add(first)
    words = letters.split()
    while words and words[-1].strip(MARKS_AROUND) in LEGAL_FORMS | vocabulary.trade:
        words.pop()
        short = skeleton(" ".join(words))
        if len(short) >= _SHORT and short not in vocabulary.generic:
            found.add(short)
    return tuple(sorted(found, reverse=True))


def _end_of_section(section: str, name: str, shortest: int, vocabulary: Vocabulary) -> int:
    """Where the section in front of a name ends, with articles and generic words before it; or 0.

    `shortest` is the number of letters of a spelling to look for.
    """
    tokens = list(_TOKEN.finditer(name))
    for start, token in enumerate(tokens):
        for spelling in _spellings(section, vocabulary):
            if len(spelling) < shortest:
                continue
            if end := _matched(spelling, tokens[start:], section):
                return end
        word = normalize_name(token[0])
        is_passed_over = not word or word in ARTICLES or word in vocabulary.generic
        if _is_short(section) or not is_passed_over:
            return 0
    return 0


def _matched(target: str, tokens: list[re.Match[str]], section: str) -> int:
    """Where the letters of `target` end that the tokens begin with; 0 if they do not."""
    matched = 0
    for token in tokens:
        part = skeleton(with_words_for_signs(token[0]))
        if target.startswith(part, matched):
            matched += len(part)
            if matched == len(target):
                return token.end()
            continue
        rest = target[matched:]
        length = len(rest)
        is_plain = part.startswith(rest) and len(part) == len(token[0])
        if is_plain and len(target) >= _SHORT and _is_joint(token[0], length, section):
            return token.start() + length
        return 0
    return 0


def _is_joint(word: str, place: int, section: str) -> bool:
    """Whether two names are written together at a place: `ChargeAmpsPro`, `ABBTerra`, `Zaptec2`.

    A single word may well begin another one: `DeltaGrid` under Delta.
    """
    before, after = word[place - 1], word[place:]
    if after[0].isdigit():
        return not before.isdigit() and after.isdigit()
    if not section.isalpha():
        return after[0].isupper() and (before.islower() or after[1:2].islower())
    return before.isupper() and after[0].isupper() and after[1:2].islower()


def _without_joint(name: str, end: int) -> str:
    """What is after the section, without the end of marks around it, or an apostrophe and s."""
    before, after = name[:end], _POSSESSIVE.sub("", name[end:])
    if before[0] in _OPENING and after[:1] in _CLOSING:
        after = after[1:]
    return after.lstrip()


def _without_section_after(section: str, own: str) -> str:
    """An own name without `by Zaptec` or `(Zaptec)` after it."""
    if _is_short(section):
        return own
    count = len(section.split())
    words = own.rstrip(" )").split()
    last = " ".join(words[-count:]).lstrip("(-,:/|")
    if normalize_name(last) != normalize_name(section):
        return own
    kept = words[:-count]
    while kept and normalize_name(kept[-1].strip("(-,:/|")) in {"", *BY}:
        kept.pop()
    return " ".join(kept).rstrip(" (-,:/|")


def _begins_like(section: str, name: str, vocabulary: Vocabulary) -> bool:
    """Whether the first words of a name may be another name of the section, or of its heading."""
    slips = max(1, len(section) // 3)
    words = name.split()
    for count in range(1, min(len(words), len(section.split()) + 1) + 1):
        begin = " ".join(words[:count])
        if is_near_section(begin, section, vocabulary) or within_edits(begin, section, slips):
            return True
    return False
