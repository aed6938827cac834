"""What a submission asks of its sources, as long as no answer is known.

Without pydantic, whose models are for what comes from another job: a `preview` asks nobody.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.evidence.answer import SourceAnswer


class Unasked(NamedTuple):
    """One address to ask for, and the models to look for on its page."""

    address: str
    models: tuple[str, ...] = ()


def still_to_ask(
    questions: Iterable[Unasked], answers: Iterable["SourceAnswer"]
) -> tuple[Unasked, ...]:
    """The questions without an answer: new addresses, and new models for pages that were read."""
    known = {answer.address: answer for answer in answers}
    unasked = []
    for question in questions:
        answer = known.get(question.address)
        if answer is None:
            unasked.append(question)
        elif answer.reading:
            models = {mention.model for mention in answer.reading.models}
            if not models.issuperset(question.models):
                unasked.append(question)
    return tuple(unasked)
