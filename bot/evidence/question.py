"""What a submission asks of its sources, as long as no answer is known.

Without pydantic, whose models are for what comes from another job: a `preview` asks nobody.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.evidence.answer import SourceAnswer

MAX_NAME = 200  # characters; a row of the list can have a longer one


class Question(NamedTuple):
    """One address to ask for, and the models to look for on its page."""

    address: str
    models: tuple[str, ...] = ()


def still_to_ask(
    questions: Iterable[Question], answers: Iterable["SourceAnswer"]
) -> tuple[Question, ...]:
    """The questions without an answer: new addresses, and new models for pages that were read.

    Models of more than MAX_NAME characters are not looked for.
    """
    known = {answer.address: answer for answer in answers}
    unasked = []
    for question in questions:
        models = tuple(name for name in question.models if len(name) <= MAX_NAME)
        answer = known.get(question.address)
        if answer is None:
            unasked.append(Question(question.address, models))
        elif answer.reading:
            mentioned = {mention.model for mention in answer.reading.models}
            if not mentioned.issuperset(models):
                unasked.append(Question(question.address, models))
    return tuple(unasked)
