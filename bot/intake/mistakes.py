"""Mistakes in a value on their way through pydantic, which gathers those of all values before any is told."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.intake.problem import Fact, Problem


class Mistake(NamedTuple):
    """A code, by which the sentence about it is found among the messages, and the facts that fill it in."""

    code: str
    facts: dict[str, Fact]


class Mistakes(ValueError):
    """All that is wrong with one value; its `args` are the mistakes."""

    args: tuple[Mistake, ...]

    def problems(self, field: str) -> list[Problem]:
        """The mistakes as problems of the field with this label."""
        return [Problem(code, field, facts) for code, facts in self.args]


def mistake(code: str, **facts: Fact) -> Mistakes:
    """A lone mistake."""
    return Mistakes(Mistake(code, facts))


def together(all_mistakes: Iterable[Mistakes]) -> Mistakes:
    """Those of several in one."""
    return Mistakes(*(one for mistakes in all_mistakes for one in mistakes.args))
