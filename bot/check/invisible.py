"""Invisible characters, pasted without knowing or used to hide things."""

import re
import unicodedata
from collections.abc import Iterator

from bot.document.document import Document
from bot.document.lines import split_lines
from bot.names.cleaning import is_invisible
from bot.rules import row_rules
from bot.rules.finding import Finding, Place
from bot.rules.rule import Problem

# What may well be meant outside the list: a mark at the start of the file, spaces of any kind, what
# joins the parts of an emoji or the letters of some scripts, and the tags of a flag:
# https://www.unicode.org/reports/tr51/
_MEANT = re.compile(
    r"\A\ufeff|[^\S \t\r\n]|(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])"
    r"|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+"
)
# What joins the parts of an emoji is meant inside of it too.
_EMOJI = "\u2190-\u3299\ufe0f\U0001f000-\U0001faff"
_JOINED = re.compile(f"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])")


def find_invisible(document: Document) -> Iterator[Finding]:
    """Such characters: in the list any, and outside of it those nobody means."""
    unseen = set(filter(is_invisible_or_odd_space, set(document.text)))
    if not unseen:
        return
    outside = split_lines(_MEANT.sub(lambda match: "-" * len(match[0]), document.text))
    for number, meant in enumerate(outside, start=1):
        is_inside = document.start <= number < document.end
        line = _JOINED.sub("-", document.lines[number - 1]) if is_inside else meant
        for column, char in enumerate(line, start=1):
            if char in unseen:
                yield Finding(Place(number, column), invisible_problem(char, None))


def is_invisible_or_odd_space(char: str) -> bool:
    """Whether a character is invisible, or looks like a plain space and is none."""
    return is_invisible(char) or (char.isspace() and char not in " \t\r\n")


def invisible_problem(char: str, column: str | None) -> Problem:
    """The problem of such a character, in a column of a row or anywhere."""
    name = unicodedata.name(char, "a control character")
    rule = row_rules.ODD_SPACE if char.isspace() else row_rules.INVISIBLE
    return rule.problem(column, character=f"U+{ord(char):04X}", name=name)
