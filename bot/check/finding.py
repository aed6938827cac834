"""A problem of README.md with its place."""

from typing import NamedTuple

from bot.rules.rule import Level, Problem


class Place(NamedTuple):
    """A place in README.md: line and column count from 1, in characters."""

    line: int
    column: int = 1


class Finding(NamedTuple):
    """A problem and the place to fix it."""

    place: Place
    problem: Problem

    @property
    def level(self) -> Level:
        """How bad it is."""
        return self.problem.rule.level
