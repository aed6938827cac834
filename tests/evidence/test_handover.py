import json

import pytest

from bot.errors import MaintainerError
from bot.evidence.answer import (
    Question,
    Verdict,
)  # fmt: skip
from bot.evidence.handover import read_questions, read_source_answers, write_questions
from bot.evidence.unasked import Unasked
from tests.evidence.answers import ADDRESS, ANSWER, READING


def stored(answer):
    return {"version": 1, "answers": [answer]}


def as_json(**changes):
    return stored(ANSWER.model_dump(mode="json") | changes)


def test_answers_through_a_file(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(as_json(since="2026-01-01", runs=3)))
    assert read_source_answers(file) == (ANSWER,)


def test_questions_through_a_file(tmp_path):
    file = tmp_path / "questions.json"
    write_questions(file, [Unasked(ADDRESS, ("Zaptec Go",))])
    assert read_questions(file) == (Question(address=ADDRESS, models=("Zaptec Go",)),)


def test_questions_that_cannot_be_written(tmp_path):
    with pytest.raises(MaintainerError):
        write_questions(tmp_path / "no" / "questions.json", [])


def test_nobody_else_can_call_a_source_dead(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(as_json(verdict="dead")))
    assert read_source_answers(file)[0].verdict is Verdict.MISSING


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {"version": 2, "answers": []},
        stored({}),
        as_json(verdict="fine"),
        as_json(address="x" * 5000),
        as_json(reason="x" * 5000),
        as_json(moved_to=["https://a.com/"]),
        as_json(asked_at="soon"),
        as_json(asked_at="2026-01-01T00:00:00"),
        as_json(reading=READING.model_dump(mode="json") | {"title": "x" * 5000}),
        as_json(
            reading=READING.model_dump(mode="json")
            | {"versions": [{"version": "3.0", "presence": "yes"}]}
        ),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path, content):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(content))
    with pytest.raises(MaintainerError, match="no file of answers"):
        read_source_answers(file)
    with pytest.raises(MaintainerError, match="no file of questions"):
        read_questions(file)


@pytest.mark.parametrize("asked_at", ["2999-01-01T00:00:00Z", "2999-01-01T00:00:00+14:00"])
def test_answers_from_the_future_are_refused(tmp_path, asked_at):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(as_json(asked_at=asked_at)))
    with pytest.raises(MaintainerError, match="from the future"):
        read_source_answers(file)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(MaintainerError, match="No such file"):
        read_source_answers(tmp_path / "answers.json")
