"""What git leaves in a text that it could not merge, and that nobody has taken out."""

from functools import lru_cache

from bot.faults import BrokenList
from bot.listing.lines import split_lines
from bot.listing.rendering import render

_MARKS = ("<<<<<<<", "=======", ">>>>>>>")  # https://git-scm.com/docs/git-merge#_how_conflicts_are_presented


@lru_cache(maxsize=4)
def left_conflict(text: str) -> BrokenList | None:
    """The first mark of a conflict; none in a block of code, nor where it underlines a heading."""
    if not any(mark in text for mark in _MARKS):
        return None
    rendering = render(text)
    others = {heading.line + 1 for heading in rendering.headings}
    others |= {line for first, last in rendering.code for line in range(first, last + 1)}
    for number, line in enumerate(split_lines(text), start=1):
        if line[:7] in _MARKS and not line[7:8].strip() and number not in others:
            told = "a merge conflict is left here; keep what is right of its sides, and take the lines with marks out."
            return BrokenList(number, told)
    return None
