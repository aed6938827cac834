"""A mistake on its way through pydantic, which gathers all of them before any is told."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from bot.intake.problem import Fact, Problem

_TOGETHER = "together"


def mistake(code: str, **facts: Fact) -> PydanticCustomError:
    """An error whose sentence is found by its code among the messages, and whose facts fill it in."""
    return PydanticCustomError(code, code, dict(facts))


def together(mistakes: list[PydanticCustomError]) -> PydanticCustomError:
    """Several mistakes in one value as one error."""
    return PydanticCustomError(_TOGETHER, _TOGETHER, {_TOGETHER: [(m.type, m.context or {}) for m in mistakes]})


def problems_in(field: str, code: str, facts: Mapping[str, Any]) -> list[Problem]:
    """The problems of a field that an error stands for, whose type and context these are."""
    return [Problem(each, field, of_each) for each, of_each in facts.get(_TOGETHER, [(code, facts)])]
