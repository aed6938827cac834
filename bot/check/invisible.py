"""Characters that show nothing, which people paste without knowing and others hide things with."""

import re
import unicodedata
from collections.abc import Iterator

from bot.check.finding import Finding, Place
from bot.document.lines import split_lines
from bot.document.parse import Listing
from bot.names.cleaning import is_invisible
from bot.rules import list_rules
from bot.rules.rule import Problem

# What may well be meant outside the list: a mark at the start of the file, blanks of any kind, what
# joins the parts of an emoji or the letters of some scripts, and the tags of a flag:
# https://www.unicode.org/reports/tr51/
_MEANT = re.compile(
    r"\A\ufeff|[^\S \t\r\n]|(?<=[^\x00-\x7f])[\u200c\u200d](?=[^\x00-\x7f])|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+"
)


def inspect_unseen(listing: Listing) -> Iterator[Finding]:
    """Such characters, each where it stands: in the list any, and outside of it those that
    nobody means.
    """
    unseen = set(filter(is_invisible_or_odd_space, set(listing.text)))
    if not unseen:
        return
    outside = split_lines(_MEANT.sub(lambda match: "-" * len(match[0]), listing.text))
    for number, line in enumerate(outside, start=1):
        is_inside = listing.start <= number < listing.end
        for column, char in enumerate(listing.lines[number - 1] if is_inside else line, start=1):
            if char in unseen:
                yield Finding(Place(number, column), unseen_problem(char, None))


def is_invisible_or_odd_space(char: str) -> bool:
    """Whether a character shows nothing, or looks like a plain blank, but makes another name."""
    return is_invisible(char) or (char.isspace() and char not in " \t\r\n")


def unseen_problem(char: str, column: str | None) -> Problem:
    """What is wrong with such a character, in a column of a row or anywhere."""
    facts = {
        "character": f"U+{ord(char):04X}",
        "name": unicodedata.name(char, "a control character"),
    }
    return (
        Problem(list_rules.ODD_BLANK, column, facts)
        if char.isspace()
        else Problem(list_rules.INVISIBLE, column, facts)
    )
