"""A mistake on its way through pydantic, which gathers all of them before any is told."""

from pydantic_core import PydanticCustomError

from bot.intake.problem import Fact


def mistake(code: str, **facts: Fact) -> PydanticCustomError:
    """An error whose sentence is found by its code among the messages, and whose facts fill it in."""
    return PydanticCustomError(code, code, dict(facts))


def together(mistakes: list[PydanticCustomError]) -> PydanticCustomError:
    """Several mistakes in one value as one error."""
    return PydanticCustomError("together", "together", {"together": [(m.type, m.context or {}) for m in mistakes]})
