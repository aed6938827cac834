"""Reading a fetched page in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

from pydantic import ValidationError

from bot.evidence.answer import FOUND, FrozenModel, PageReading, SourceAnswer
from bot.evidence.ask import Asker
from bot.evidence.deadline import Deadline
from bot.evidence.question import Question
from bot.evidence.transport import MAX_BODY, Response

# Bytes of address space, of which Python and the libraries take an eighth.
_MEMORY = 512 * 1024 * 1024
_SECONDS = 20  # of the processor
_CLOCK_SECONDS = 30.0  # a busy machine gives less than all of its processor
_ROOT = Path(__file__).parents[2]


class _Result(FrozenModel):
    reading: PageReading | None = None
    unread: str | None = None


def ask_and_read(asker: Asker, question: Question, deadline: Deadline) -> SourceAnswer:
    """The answer for one address, with the reading of its page."""
    answer, response = asker.fetch(question, deadline, keep_body=True)
    if answer.verdict not in FOUND or response is None:
        return answer
    result = _read(response, question, deadline)
    return answer.model_copy(update={"reading": result.reading, "unread": result.unread})


def _read(response: Response, question: Question, deadline: Deadline) -> _Result:
    if response.is_too_large:
        return _Result(unread=f"it is larger than {MAX_BODY // 1_000_000} MB")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        return _Result(unread="the server sent it compressed, though it was asked not to")
    result = _read_in_process(response, question, min(_CLOCK_SECONDS, deadline.remaining))
    if result.reading is None or response.is_whole:
        return result
    return _Result(reading=result.reading.model_copy(update={"is_complete": False}))


def _read_in_process(response: Response, question: Question, seconds: float) -> _Result:
    head = {
        "content_type": response.headers.get("content-type", "").lower(),
        "question": question._asdict(),
        "memory": _MEMORY,
        "seconds": _SECONDS,
    }
    try:
        process = subprocess.run(
            [sys.executable, "-m", "bot.evidence.page_process"],
            input=json.dumps(head).encode() + b"\n" + response.body,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=max(seconds, 0.001),
            cwd=_ROOT,
            env={},
            check=False,
        )
        return _Result.model_validate_json(process.stdout)
    except subprocess.TimeoutExpired:
        return _Result(unread="reading it took too long")
    except ValidationError:
        return _Result(unread="it could not be read within the limits of time and memory")
