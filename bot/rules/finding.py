"""One thing that is wrong with the list, with its place."""

from enum import StrEnum
from typing import NamedTuple

from bot.forms.problem import Problem


class Level(StrEnum):
    """How bad it is: an error must be mended, a warning should be, and a note is for who has the
    time.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


# What is not here is an error: a form would refuse it, or programs cannot read it.
LEVELS = {
    "brand_in_no_row": Level.WARNING,
    "brand_order": Level.WARNING,
    "contents_doubled": Level.WARNING,
    "contents_missing": Level.WARNING,
    "contents_order": Level.WARNING,
    "decomposed": Level.WARNING,
    "look_alikes": Level.WARNING,
    "model_order": Level.WARNING,
    "nearly_doubled": Level.WARNING,
    "no_contents": Level.WARNING,
    "no_rows": Level.WARNING,
    "no_source": Level.NOTE,
    "odd_blank": Level.WARNING,
    "runs_on": Level.WARNING,
    "shown_otherwise": Level.WARNING,
    "size": Level.WARNING,
    "source_doubled": Level.WARNING,
    "untidy": Level.WARNING,
}


class Place(NamedTuple):
    """Where something stands in README.md: line and column count from 1, in characters."""

    line: int
    column: int = 1


class Finding(NamedTuple):
    """A problem, with the place where a maintainer would put the finger."""

    place: Place
    problem: Problem

    @property
    def level(self) -> Level:
        """How bad it is."""
        return LEVELS.get(self.problem.code, Level.ERROR)
