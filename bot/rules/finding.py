"""A problem of README.md with its place."""

from collections import Counter
from collections.abc import Iterable
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


def by_rule(found: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """The first finding of each rule, the errors first, and how many there are of it."""
    first: dict[Rule, Finding] = {}
    counts: Counter[Rule] = Counter()
    for one in found:
        first.setdefault(one.problem.rule, one)
        counts[one.problem.rule] += 1
    ordered = sorted(first.values(), key=lambda one: one.level is not Level.ERROR)
    return [(one, counts[one.problem.rule]) for one in ordered]


def finding(rule: Rule, at: int, **facts: Fact) -> Finding:
    """A breach of a rule on a line, outside the columns of a table."""
    return Finding(Place(at), rule.problem(**facts))
