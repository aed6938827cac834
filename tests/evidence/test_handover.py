import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import MaintainerError
from bot.evidence.answer import MAX_ADDRESS, MAX_MODELS, Verdict
from bot.evidence.handover import read_questions, read_source_answers, write_questions
from bot.evidence.question import MAX_NAME, Question
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
    write_questions(file, [Question(ADDRESS, ("Zaptec Go",))])
    assert read_questions(file) == (Question(address=ADDRESS, models=("Zaptec Go",)),)


@pytest.mark.parametrize(
    ("address", "models"),
    [
        ("", []),
        ("x" * (MAX_ADDRESS + 1), []),
        (ADDRESS, [""]),
        (ADDRESS, ["x" * (MAX_NAME + 1)]),
        (ADDRESS, ["x"] * (MAX_MODELS + 1)),
    ],
)
def test_questions_no_answer_can_hold_are_refused(tmp_path, address, models):
    file = tmp_path / "questions.json"
    questions = [{"address": address, "models": models}]
    file.write_text(json.dumps({"version": 1, "questions": questions}))
    with pytest.raises(MaintainerError, match="does not hold questions"):
        read_questions(file)
    longest = Question("x" * MAX_ADDRESS, ("x" * MAX_NAME,) * MAX_MODELS)
    write_questions(file, [longest])
    assert read_questions(file) == (longest,)


def test_questions_that_cannot_be_written(tmp_path):
    with pytest.raises(MaintainerError, match=r"questions\.json: No such file or directory\.$"):
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
    with pytest.raises(MaintainerError, match="does not hold answers"):
        read_source_answers(file)
    with pytest.raises(MaintainerError, match="does not hold questions"):
        read_questions(file)


@pytest.mark.parametrize("asked_at", ["2999-01-01T00:00:00Z", "2999-01-01T00:00:00+14:00"])
def test_answers_from_the_future_are_refused(tmp_path, asked_at):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(as_json(asked_at=asked_at)))
    with pytest.raises(MaintainerError, match="from the future"):
        read_source_answers(file)


def test_a_clock_may_be_half_an_hour_ahead_and_not_two(tmp_path):
    file = tmp_path / "answers.json"
    for hours in (0.5, 1.9):
        asked_at = datetime.now(UTC) + timedelta(hours=hours)
        file.write_text(json.dumps(as_json(asked_at=asked_at.isoformat())))
        if hours < 1:
            assert len(read_source_answers(file)) == 1
            continue
        with pytest.raises(MaintainerError, match="from the future"):
            read_source_answers(file)


def test_a_file_has_a_limit(tmp_path, monkeypatch):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(as_json()))
    size = file.stat().st_size
    monkeypatch.setattr("bot.evidence.handover._LARGEST", size)
    assert len(read_source_answers(file)) == 1
    monkeypatch.setattr("bot.evidence.handover._LARGEST", size - 1)
    with pytest.raises(MaintainerError) as caught:
        read_source_answers(file)
    assert str(caught.value) == f"{file} is too large."


def test_a_file_that_is_not_there(tmp_path):
    file = tmp_path / "answers.json"
    with pytest.raises(MaintainerError) as caught:
        read_source_answers(file)
    assert str(caught.value) == f"{file}: No such file or directory."
