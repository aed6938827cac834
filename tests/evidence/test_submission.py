"""From a submission to remarks in its pull request, on a GitHub of our own."""

import json
from datetime import UTC, datetime

import pytest

from bot.__main__ import main
from bot.evidence.answer import (
    ModelMention,
    PageReading,
    Presence,
    SourceAnswer,
    SourceAnswers,
    Verdict,
    VersionMention,
)
from tests.stage import API, correction, new_charger

ADDRESS = "https://www.zaptec.com/go2"
OTHER = "https://www.zaptec.com/other"


@pytest.fixture
def run(stage, tmp_path, monkeypatch):
    """The command on one issue, with answers of the job that asks; returns what is still to ask."""
    stage.enter_workflow(monkeypatch)

    def once(issue, *answers):
        given, asked = tmp_path / "answers.json", tmp_path / "questions.json"
        given.write_text(SourceAnswers(answers=answers).model_dump_json())
        asked.unlink(missing_ok=True)
        stage.hub.clear_requests()
        with stage.hub.in_process(API):
            files = ["--answers", str(given), "--questions", str(asked)]
            status = main(["run", "--issue", str(issue.number), *files])
        assert status == 0
        return json.loads(asked.read_text())["questions"] if asked.exists() else []

    return once


def answer(address=ADDRESS, **changes):
    reading = PageReading(
        kind="PDF",
        is_complete=False,
        title="Manual",
        ocpp=Presence.YES,
        versions=(VersionMention(version="2.0.1", presence=Presence.YES),),
        models=(ModelMention(model="Zaptec Go 2", presence=Presence.YES),),
    )
    given = {"verdict": Verdict.ALIVE, "reason": "it answers (200)", "reading": reading} | changes
    return SourceAnswer(address=address, asked_at=datetime(2026, 11, 1, tzinfo=UTC), **given)


def pull_of(stage):
    [pull] = stage.repository.pull_requests()
    return pull


def remarks(stage):
    review = pull_of(stage).body.partition("#### To review\n\n")[2].partition("\n\n")[0]
    return [line for line in review.splitlines() if "zaptec.com" in line]


def test_the_pull_request_is_there_before_anything_is_asked(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    assert run(issue) == [{"address": ADDRESS, "models": ["Zaptec Go 2"]}]
    assert pull_of(stage).state == "open"
    assert remarks(stage) == []


def test_then_it_says_what_the_source_says(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    run(issue)
    assert run(issue, answer()) == []
    assert remarks(stage) == [
        f"- `{ADDRESS}` is there, titled `Manual`. It mentions OCPP and `Zaptec Go 2`. "
        "1.6J could not be confirmed. **It names 2.0.1, which the row does not**."
    ]


def test_nothing_is_asked_or_written_twice(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    run(issue)
    run(issue, answer())
    body = pull_of(stage).body
    assert run(issue) == []
    assert [request.is_write for request in stage.hub.requests].count(True) == 0
    assert pull_of(stage).body == body
    stage.sweep()
    assert pull_of(stage).body == body


def test_an_edit_asks_only_for_what_is_new(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    run(issue)
    run(issue, answer())
    issue.edit(body=new_charger(sources=f"{ADDRESS}\n{OTHER}", notes="New"))
    assert run(issue) == [{"address": OTHER, "models": ["Zaptec Go 2"]}]
    assert len(remarks(stage)) == 1
    assert run(issue, answer(OTHER, verdict=Verdict.MISSING, reading=None, reason="gone")) == []
    assert remarks(stage)[1] == f"- `{OTHER}` **was not found**: gone."


def test_the_remark_on_a_source_that_was_taken_out_goes(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    run(issue)
    run(issue, answer())
    issue.edit(body=new_charger(sources=""))
    assert run(issue) == []
    assert remarks(stage) == []
    assert "answers" not in pull_of(stage).body.rpartition("Closes")[2]


def test_answers_about_other_addresses_change_nothing(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    run(issue)
    before = pull_of(stage).body
    run(issue, answer("https://evil.example/"))
    assert pull_of(stage).body == before


def test_a_dead_source_refuses_nothing(stage, run):
    issue = stage.submit(new_charger(sources=ADDRESS))
    run(issue)
    run(issue, answer(verdict=Verdict.MISSING, reading=None, reason="there is no such host"))
    assert (pull_of(stage).state, pull_of(stage).draft) == ("open", False)


def test_a_correction(stage, run):
    issue = stage.submit(correction(ocpp_versions="2.0.1", sources=ADDRESS), "invalid")
    assert run(issue) == [{"address": ADDRESS, "models": ["Zaptec Pro"]}]


def test_what_is_refused_asks_nobody(stage, run):
    issue = stage.submit(new_charger(models="", sources=ADDRESS))
    assert run(issue) == []
