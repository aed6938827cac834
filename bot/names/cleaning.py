"""What people type, cleaned of what nobody can see, and judged by what everybody can read."""

import re
import unicodedata
from collections.abc import Hashable, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from bot.names.order import DASHES, looks_latin, replaced

Item = TypeVar("Item", bound=Hashable)


# What shows nothing, though its category does not say so: what Unicode calls ignorable, the empty
# Braille pattern, and noncharacters, in whose place the renderer shows another character.
# https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt
# https://www.unicode.org/faq/private_use.html#noncharacters
_INVISIBLE = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0d\uffa0\ufff0-\ufff8]"
    r"|[\U000e0000-\U000e0fff]|[\ufdd0-\ufdef\ufffe\uffff]"
)
_SELECTORS = re.compile(r"[\ufe0e\ufe0f]")
# Shown as text or as an emoji, beside symbols.
_TWO_LOOKS = "0123456789#*\N{DOUBLE EXCLAMATION MARK}\N{EXCLAMATION QUESTION MARK}\N{WAVY DASH}"
_MICRO = "\N{MICRO SIGN}\N{GREEK SMALL LETTER MU}"  # one letter, written before units
_OF_NO_SCRIPT = _MICRO + "\N{MASCULINE ORDINAL INDICATOR}\N{FEMININE ORDINAL INDICATOR}"
# Characters that look like nothing but are as wide as a space.
_SPACE_LIKE = dict.fromkeys(
    "\N{BRAILLE PATTERN BLANK}\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}", " "
)
_BETWEEN_WORDS = re.compile(r"[^\w]+|[\d_]+")
_ZERO_WIDTH_SPACE = re.compile(r"\w\N{ZERO WIDTH SPACE}+\w")
# Signs of names that documents write with other characters; those of phones carry a selector.
_SAME_SIGNS = DASHES | {
    "\N{LEFT SINGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
    "\N{BULLET OPERATOR}": "·",
    "\N{DOT OPERATOR}": "·",
    "\N{MULTIPLICATION X}": "×",
    "\N{VECTOR OR CROSS PRODUCT}": "×",
}
_LOW_QUOTES = re.compile(
    "\N{DOUBLE LOW-9 QUOTATION MARK}([^\N{DOUBLE LOW-9 QUOTATION MARK}]*?)"
    "[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]"
)
# Of characters no name may have, those most like them, once compatible ones are taken apart.
_LIKES = str.maketrans("[]{}\N{FRACTION SLASH}", "()()/")
_AROUND = 40  # characters quoted before and after a place
_SIGN_WITH_SELECTOR = re.compile(r"(?<=[®™©0-9])[\ufe0e\ufe0f]")
# Scripts that are written together in one word; every other mixture can deceive:
# https://www.unicode.org/reports/tr39/
_EAST_ASIAN = {"CJK", "HANGUL", "BOPOMOFO"}  # these, and Latin letters among them
_JAPANESE = dict.fromkeys(("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"), "CJK")


def encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can carry but no file can hold."""
    return text.encode(errors="replace").decode()


def clean(text: str) -> str:
    """A text on one line: in NFC, with one space for every run of white space.

    Control, zero-width and bidi characters are removed, and marks beyond 30 on one letter.
    https://www.unicode.org/reports/tr15/
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return _cleaned(text)


@lru_cache(maxsize=64)  # the answers to one form, each of which is read several times
def _cleaned(text: str) -> str:
    text = replaced(text, _SPACE_LIKE)
    characters = set(text)
    unseen = dict.fromkeys(map(ord, filter(is_invisible, characters)))
    visible = " ".join(text.split())
    if unseen:
        visible = visible.translate(unseen)
    visible = without_stray_selectors(visible)
    composed = unicodedata.normalize("NFC", _without_piles(visible, characters))
    return " ".join(composed.split())


def without_stray_selectors(text: str, shown: str = "") -> str:
    """The text without variation selectors that choose no look.

    Each is replaced with `shown`, a format for its code point.

    https://www.unicode.org/reports/tr51/#Emoji_Variation_Sequences
    """
    if not _SELECTORS.search(text):
        return text
    bases = set(_TWO_LOOKS)
    for char in set(text):
        is_symbol = unicodedata.category(char) in {"So", "Sm"}
        if is_symbol and unicodedata.is_normalized("NFD", char):  # with an accent it has one look
            bases.add(char)
    stray = f"(?<![{re.escape(''.join(bases))}]){_SELECTORS.pattern}"
    return re.sub(stray, lambda match: shown.format(ord(match[0])), text)


def has_excess_combining_marks(text: str) -> bool:
    """Whether cleaning takes marks off a letter with too many."""
    return _without_piles(text, set(text)) != text


def _without_piles(text: str, characters: set[str]) -> str:
    """At most 30 marks on a letter, more than any language needs.

    Normalizing is quadratic in their number.

    https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
    """
    marks = re.escape("".join(filter(unicodedata.combining, characters)))
    return re.sub(f"([{marks}]{{30}})[{marks}]+", r"\1", text) if marks else text


def is_invisible(char: str) -> bool:
    """Whether a character shows nothing and is no white space either."""
    return not char.isspace() and (
        unicodedata.category(char) in {"Cc", "Cf", "Cs"} or bool(_INVISIBLE.match(char))
    )


def clean_name(text: str) -> str:
    """A name on one line, with hyphens for dashes of all lengths and one character for a sign."""
    name = clean(text)
    if name.isascii():
        return name
    return _SIGN_WITH_SELECTOR.sub("", replaced(name, _SAME_SIGNS))


def around_hidden_space(text: str) -> str:
    """The words around a zero-width space between letters, which may be a space or nothing.

    Empty without such a space. A quotation of the whole text may be cut before it.
    """
    match = _ZERO_WIDTH_SPACE.search(text)
    if match is None:
        return ""
    start, end = max(match.start() - _AROUND, 0), match.end() + _AROUND
    before, after = "", ""
    if start:
        before = "…"
    if end < len(text):
        after = "…"
    return f"{before}{text[start:end].strip()}{after}"


def forbidden_in_name(name: str, marks: str | None) -> str:
    """The characters a name may not have, each once, in order; empty for a name in order.

    `marks` are allowed besides letters, digits and spaces; None allows all.
    """
    if marks is None:
        return ""
    plain = _allowed(marks)
    if plain.fullmatch(name):
        return ""
    bad = []
    for before, char in pairwise(f" {name}"):
        if not plain.fullmatch(char) and not _is_letter(before, char):
            bad.append(char)
    return "".join(dict.fromkeys(bad))


def in_allowed_characters(name: str, marks: str | None) -> str:
    """A name with allowed characters in place of those like them: `(EU)` for `[EU]`, `1/2` for `½`.

    At its ends others are left out: `Go` for `Go?`. Empty where one inside has none like it.
    """
    name = _LOW_QUOTES.sub("\N{LEFT DOUBLE QUOTATION MARK}\\1\N{RIGHT DOUBLE QUOTATION MARK}", name)
    likes = {}
    for char in forbidden_in_name(name, marks):
        likes[ord(char)] = unicodedata.normalize("NFKC", char).translate(_LIKES)
    meant = name.translate(likes)
    at_ends = [char for char in forbidden_in_name(meant, marks) if _is_sign(char)]
    meant = meant.strip("".join(at_ends) + " ")
    return "" if forbidden_in_name(meant, marks) else meant


def _is_sign(char: str) -> bool:
    """Whether a character is a sign of its own, and none around a tag."""
    return unicodedata.category(char)[0] in "PS" and char not in "<>"


@lru_cache(maxsize=8)
def _allowed(marks: str) -> re.Pattern[str]:
    return re.compile(rf"[A-Za-z0-9 {re.escape(marks)}]*")


def _is_letter(before: str, char: str) -> bool:
    """Whether a character is a letter of a name, or a mark its script needs on one.

    A mark on a Latin letter with its accent already composed is one too many.
    """
    if unicodedata.category(char)[0] == "M":
        return script(before) not in {"", "LATIN", "GREEK", "CYRILLIC"}
    return char.isalpha() and unicodedata.normalize("NFKC", char) == char


def script(char: str) -> str:
    """The script of a letter or of a mark upon one, else nothing."""
    if not char.isalpha() and unicodedata.category(char)[0] != "M":
        return ""
    word = unicodedata.name(char, "").partition(" ")[0]
    return _JAPANESE.get(word, word)


def mixed_word(name: str) -> str:
    """The first word mixing scripts, such as a Cyrillic letter among Latin ones; else nothing.

    https://www.unicode.org/reports/tr39/#Mixed_Script_Detection
    """
    if name.isascii():
        return ""
    for word in _BETWEEN_WORDS.split(name):
        scripts = _scripts(word)
        if len(scripts) > 1 and not scripts <= _EAST_ASIAN | {"LATIN"}:
            return word
    return ""


def deceptive_words(text: str) -> list[str]:
    """The words with letters among Latin ones looking like these.

    Others, such as `kΩ`, may well be meant.
    """
    if text.isascii():
        return []
    return unique(filter(_is_deceptive, _BETWEEN_WORDS.split(text)))


def _is_deceptive(word: str) -> bool:
    scripts = _scripts(word)
    if "LATIN" not in scripts:
        return False
    if "CYRILLIC" in scripts:
        return True
    for char in word:
        if char not in _MICRO and script(char) == "GREEK" and looks_latin(char):
            return True
    return False


def _scripts(word: str) -> set[str]:
    return {script(char) for char in word if char.isalpha() and char not in _OF_NO_SCRIPT}


def unique(items: Iterable[Item]) -> list[Item]:
    """The items, each once, in order."""
    return list(dict.fromkeys(items))
