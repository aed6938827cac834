"""What a reader should find of what was typed: the documented normalisation, written anew without a line of the bot."""

import re
import unicodedata
from itertools import pairwise

# Default_Ignorable_Code_Point of https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt, but for the
# variation selectors of emoji, and the empty pattern of Braille.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SELECTORS = "\ufe0e\ufe0f"  # which show behind a symbol, a digit, and few marks


def _is_unseen(char: str, before: str) -> bool:
    """Whether nobody sees a character that is no white space, or that ends a line where nobody expects it."""
    if char in _SELECTORS:
        is_symbol = unicodedata.category(before) in {"So", "Sm"} and unicodedata.normalize("NFD", before) == before
        return not (is_symbol or before in set("0123456789#*\u203c\u2049\u3030"))
    return bool(_IGNORABLE.match(char)) or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def unseen(text: str) -> set[str]:
    """The characters of a text that nobody sees."""
    odd = {char for char in set(text) - {"\n", *_SELECTORS} if _is_unseen(char, "")}
    return odd | {char for before, char in pairwise(f" {text}") if char in _SELECTORS and _is_unseen(char, before)}


def spelt_out(text: str) -> str:
    """A text in which characters that nobody sees are told by their code points."""
    return "".join(f"<U+{ord(c):04X}>" if _is_unseen(c, before) else c for before, c in pairwise(f" {text}"))


def line(text: str) -> str:
    """One line: NFC, single blanks, nothing that nobody sees, and not more than 30 marks on a letter."""
    kept, marks = [" "], 0
    for char in " ".join(text.split()):
        marks = marks + 1 if unicodedata.combining(char) else marks * (_is_unseen(char, kept[-1]))
        if marks <= 30 and not _is_unseen(char, kept[-1]):
            kept.append(char)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
