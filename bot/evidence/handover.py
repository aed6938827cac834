"""Questions and answers as files between jobs.

Whoever reads answers checks them, since the job that writes them looks at strangers' pages.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import ValidationError

from bot.errors import MaintainerError
from bot.evidence.answer import Questions, SourceAnswer, SourceAnswers, Verdict
from bot.evidence.question import Question

_LARGEST = 20_000_000  # bytes


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions in a file. Raises MaintainerError."""
    try:
        return Questions.model_validate_json(_read(path)).questions
    except ValidationError:
        raise MaintainerError(f"{path} does not hold questions about sources.") from None


def write_questions(path: Path, questions: Iterable[Question]) -> None:
    """Write a file of questions. Raises MaintainerError."""
    try:
        path.write_bytes(Questions(questions=tuple(questions)).model_dump_json().encode())
    except OSError as error:
        raise MaintainerError(f"{path}: {error.strerror}.") from None


def read_source_answers(path: Path) -> tuple[SourceAnswer, ...]:
    """The answers in a file. Raises MaintainerError.

    DEAD is read as MISSING: whether an address is dead is up to the history of the reader.
    """
    try:
        answers = SourceAnswers.model_validate_json(_read(path)).answers
    except ValidationError:
        raise MaintainerError(f"{path} does not hold answers about sources.") from None
    soon = datetime.now(UTC) + timedelta(hours=1)
    if any(answer.asked_at > soon for answer in answers):  # no later answer would count
        raise MaintainerError(f"{path} has answers from the future.")
    today = []
    for answer in answers:
        if answer.verdict is Verdict.DEAD:
            today.append(answer.model_copy(update={"verdict": Verdict.MISSING}))
        else:
            today.append(answer)
    return tuple(today)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise MaintainerError(f"{path} is too large.")
        return path.read_bytes()
    except OSError as error:
        raise MaintainerError(f"{path}: {error.strerror}.") from None
