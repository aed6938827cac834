import zlib
from base64 import urlsafe_b64encode

import pytest

from bot.evidence.answer import ModelMention, Presence, SourceAnswers, Verdict
from bot.evidence.kept_answers import keep_answers, kept_answers, newest_answers
from tests.evidence.answers import ADDRESS, ANSWER, READING

BLOCKED = ANSWER.model_copy(update={"verdict": Verdict.BLOCKED, "reading": None})


def test_answers_are_kept_in_a_text():
    line = keep_answers([ANSWER])
    assert kept_answers(f"A text.\r\n\r\n{line}\r\nMore.") == (ANSWER,)
    assert line.count("-->") == 1
    assert "script" not in line


@pytest.mark.parametrize(
    "line", ["", "<!-- charger-ocpp-bot: answers x -->", "<!-- charger-ocpp-bot: answers e30= -->"]
)
def test_a_line_that_somebody_has_changed_is_no_answer(line):
    assert kept_answers(line) == ()


@pytest.mark.parametrize(("spaces", "count"), [(0, 1), (1_000_000, 0)])
def test_no_more_than_a_million_bytes_are_unpacked(spaces: int, count: int):
    text = b" " * spaces + SourceAnswers(answers=(ANSWER,)).model_dump_json().encode()
    packed = urlsafe_b64encode(zlib.compress(text)).decode()
    assert len(kept_answers(f"<!-- charger-ocpp-bot: answers {packed} -->")) == count


def test_many_answers_take_little_space():
    models = tuple(
        ModelMention(model=f"Zaptec Go {number} with a long name", presence=Presence.YES)
        for number in range(40)
    )
    reading = READING.model_copy(update={"models": models})
    answers = [
        ANSWER.model_copy(update={"address": f"{ADDRESS}/{n}", "reading": reading})
        for n in range(5)
    ]
    line = keep_answers(answers)
    assert kept_answers(line) == tuple(answers)
    assert len(line) < 5_000


def test_a_new_answer_takes_the_place_of_an_old_one():
    other = ANSWER.model_copy(update={"address": "https://zaptec.com/other"})
    assert newest_answers([ANSWER, other], [BLOCKED]) == (BLOCKED, other)
