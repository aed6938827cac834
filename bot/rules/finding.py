"""A problem of README.md with its place."""

from typing import NamedTuple

from bot.errors import ReadmeError
from bot.rules.rule import Fact, Level, Problem, Rule


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

    def error(self) -> ReadmeError:
        """The same as an error, where it keeps the bot from editing."""
        return ReadmeError(self.place.line, self.problem.plain())


def finding(rule: Rule, at: int, **facts: Fact) -> Finding:
    """A breach of a rule on a line, outside the columns of a table."""
    return Finding(Place(at), rule.problem(**facts))
