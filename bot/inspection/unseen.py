"""Characters that show nothing, which people paste without knowing and others hide things with."""

import unicodedata
from collections.abc import Iterator

from bot.inspection.finding import Finding, Place
from bot.intake.cleaning import is_invisible
from bot.intake.problem import Problem
from bot.listing.listing import Listing


def inspect_unseen(listing: Listing) -> Iterator[Finding]:
    """Such characters in the list, each where it stands."""
    unseen = set(filter(is_unseen, set(listing.text)))
    for number in range(listing.start, listing.end) if unseen else ():
        for column, char in enumerate(listing.lines[number - 1], start=1):
            if char in unseen:
                yield Finding(Place(number, column), unseen_problem(char, None))


def is_unseen(char: str) -> bool:
    """Whether a character shows nothing, or looks like a plain blank, but makes another name."""
    return is_invisible(char) or (char.isspace() and char not in " \t\r\n")


def unseen_problem(char: str, column: str | None) -> Problem:
    """What is wrong with such a character, in a column of a row or anywhere."""
    facts = {"character": f"U+{ord(char):04X}", "name": unicodedata.name(char, "a control character")}
    return Problem("odd_blank", column, facts) if char.isspace() else Problem("invisible", column, facts)
