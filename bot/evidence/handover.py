"""Answers on their way: as a file between jobs, and kept in the text of a pull request.

Whoever reads them checks them, since the job that writes them looks at strangers' pages.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from bot.errors import MaintainerError
from bot.evidence.answer import Answer, Answers, Question, Questions, Verdict

_LARGEST = 20_000_000  # bytes
_KEPT = re.compile(r"<!-- charger-ocpp-bot: answers ([A-Za-z0-9_=-]{1,30000}) -->")


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions in a file. Raises MaintainerError."""
    try:
        return Questions.model_validate_json(_read(path)).questions
    except ValidationError:
        raise MaintainerError(f"{path} is no file of questions about sources.") from None


def read_answers(path: Path) -> tuple[Answer, ...]:
    """The answers in a file. Raises MaintainerError.

    DEAD is read as MISSING: whether an address is dead is up to the history of the reader.
    """
    try:
        answers = Answers.model_validate_json(_read(path)).answers
    except ValidationError:
        raise MaintainerError(f"{path} is no file of answers about sources.") from None
    missing = {"verdict": Verdict.MISSING}
    return tuple(
        one.model_copy(update=missing) if one.verdict is Verdict.DEAD else one for one in answers
    )


def keep_answers(answers: Iterable[Answer]) -> str:
    """A line of Markdown that shows nothing and holds answers; its letters can end no comment."""
    text = Answers(answers=tuple(answers)).model_dump_json(exclude_none=True)
    return f"<!-- charger-ocpp-bot: answers {urlsafe_b64encode(text.encode()).decode()} -->"


def kept_answers(body: str) -> tuple[Answer, ...]:
    """The answers kept in a text; none where there is no such line, or somebody has changed it."""
    if not (found := _KEPT.search(body)):
        return ()
    try:
        return Answers.model_validate_json(urlsafe_b64decode(found[1])).answers
    except (ValueError, ValidationError):
        return ()


def still_to_ask(questions: Iterable[Question], answers: Iterable[Answer]) -> tuple[Question, ...]:
    """The questions without an answer: new addresses, and new models for pages that were read."""
    known = {answer.address: answer for answer in answers}
    return tuple(
        question
        for question in questions
        if not _is_answered(question, known.get(question.address))
    )


def _is_answered(question: Question, answer: Answer | None) -> bool:
    if answer is None or answer.reading is None:
        return answer is not None
    return {mention.model for mention in answer.reading.models}.issuperset(question.models)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise MaintainerError(f"{path} is too large.")
        return path.read_bytes()
    except OSError as error:
        raise MaintainerError(f"{path}: {error.strerror}.") from None
