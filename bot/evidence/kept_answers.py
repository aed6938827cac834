"""Answers kept in the text of a pull request, so that nobody is asked twice."""

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable

from bot.evidence.answer import SourceAnswer, SourceAnswers

_LARGEST = 1_000_000  # bytes of JSON
_KEPT = re.compile(r"<!-- charger-ocpp-bot: answers ([A-Za-z0-9_=-]{1,20000}) -->")


def keep_answers(answers: Iterable[SourceAnswer]) -> str:
    """An invisible line of Markdown with answers; its letters can end no comment."""
    text = SourceAnswers(answers=tuple(answers)).model_dump_json(exclude_none=True)
    packed = urlsafe_b64encode(zlib.compress(text.encode())).decode()
    return f"<!-- charger-ocpp-bot: answers {packed} -->"


def kept_answers(body: str) -> tuple[SourceAnswer, ...]:
    """The answers kept in a text; none where there is no such line, or somebody has changed it."""
    match = _KEPT.search(body)
    if not match:
        return ()
    try:
        text = zlib.decompressobj().decompress(urlsafe_b64decode(match[1]), _LARGEST)
        return SourceAnswers.model_validate_json(text).answers
    except (ValueError, zlib.error):
        return ()


def newest_answers(
    kept: Iterable[SourceAnswer], new: Iterable[SourceAnswer]
) -> tuple[SourceAnswer, ...]:
    """One answer for each address; a new one takes the place of a kept one."""
    answers = {answer.address: answer for answer in (*kept, *new)}
    return tuple(answers.values())
