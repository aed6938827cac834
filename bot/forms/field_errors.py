"""FieldErrors in a value on their way through pydantic, which gathers those of all values before
any is told.
"""

from collections.abc import Iterable
from typing import NamedTuple

from bot.forms.problem import Fact, Problem


class Mistake(NamedTuple):
    """A code, by which the sentence about it is found among the messages, and the facts that
    fill it in.
    """

    code: str
    facts: dict[str, Fact]


class FieldErrors(ValueError):
    """All that is wrong with one value; its `args` are the mistakes."""

    args: tuple[Mistake, ...]

    def problems(self, field: str) -> list[Problem]:
        """The mistakes as problems of the field with this label."""
        return [Problem(code, field, facts) for code, facts in self.args]


def field_error(code: str, **facts: Fact) -> FieldErrors:
    """A lone mistake."""
    return FieldErrors(Mistake(code, facts))


def combine(all_mistakes: Iterable[FieldErrors]) -> FieldErrors:
    """Those of several in one."""
    return FieldErrors(*(one for mistakes in all_mistakes for one in mistakes.args))
