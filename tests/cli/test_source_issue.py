"""The issue about sources, on a GitHub of our own."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.__main__ import main
from bot.evidence.answer import SourceAnswer, SourceAnswers, Verdict
from bot.render.source_report import MARKER, TITLE
from tests.command_line import make_clone, make_place
from tests.stage import API

ADDRESS = "https://www.zaptec.com/info-hub/inside-zaptec/ocpp"
START = datetime(2025, 11, 3, 4, 41, tzinfo=UTC)


@pytest.fixture
def week(stage, tmp_path, monkeypatch, capsys):
    """One weekly run after the other in a clone, each with what the source answered."""
    stage.enter_workflow(monkeypatch)
    make_clone(make_place(tmp_path, monkeypatch, capsys))
    weeks = iter(range(100))
    files = {name: tmp_path / f"{name}.json" for name in ("answers", "state")}

    def run(verdict):
        at = START + timedelta(days=7 * next(weeks))
        answer = SourceAnswer(address=ADDRESS, verdict=verdict, reason="because", asked_at=at)
        files["answers"].write_text(SourceAnswers(answers=(answer,)).model_dump_json())
        arguments = ["--answers", str(files["answers"]), "--state", str(files["state"]), "--issue"]
        stage.hub.clear_requests()
        with stage.hub.in_process(API):
            assert main(["sources", *arguments]) == 0
        return capsys.readouterr().out.splitlines()[-1]

    return run


def reports(stage):
    return [one for one in stage.repository.issues() if one.title == TITLE]


def test_the_life_of_the_issue(stage, week):
    assert week(Verdict.ALIVE) == "The issue needs no change."
    assert week(Verdict.MISSING) == "The issue needs no change."
    assert reports(stage) == []
    assert week(Verdict.MISSING) == "Issue #1 was opened."
    [issue] = reports(stage)
    assert issue.body.startswith(MARKER)
    assert "2025-11-10" in issue.body
    copy = "https%3A%2F%2Fweb.archive.org%2Fweb%2F20251103%2F"
    answers = f"brand=Zaptec&model=Zaptec%20Go&sources={copy}"
    assert f"[Zaptec Go](<../issues/new?template=invalid.yml&{answers}" in issue.body
    assert "&reason=Its%20source%20is%20gone" in issue.body
    assert week(Verdict.MISSING) == "The issue needs no change."
    assert len(stage.hub.requests) == 1
    assert week(Verdict.UNKNOWN) == "The issue needs no change."
    assert week(Verdict.ALIVE) == "Issue #1 was closed."
    assert issue.state == "closed"
    assert week(Verdict.MISSING) == "The issue needs no change."
    assert week(Verdict.MISSING) == "Issue #1 was edited."
    assert (issue.state, reports(stage)) == ("open", [issue])


def test_rows_without_a_change_and_without_a_source_are_listed(stage, week):
    week(Verdict.MISSING)
    week(Verdict.MISSING)
    [issue] = reports(stage)
    _, unchanged, unsourced = issue.body.split("Longest without a")
    assert "Charge Amps Aura" in unchanged
    assert "Charge Amps Dawn" in unsourced
    assert "Charge Amps Aura" not in unsourced


def test_a_report_that_somebody_else_made_is_not_ours(stage, week):
    stage.repository.open_issue(stage.ada, TITLE, f"{MARKER} 0000000000000000 -->")
    week(Verdict.MISSING)
    assert week(Verdict.MISSING) == "Issue #2 was opened."


def test_an_issue_that_a_person_closed_stays_closed(stage, week):
    week(Verdict.MISSING)
    week(Verdict.MISSING)
    [issue] = reports(stage)
    issue.close(stage.maintainer)
    assert week(Verdict.MISSING) == "The issue needs no change."
    assert issue.state == "closed"


def test_the_issue_is_no_submission(stage, week):
    week(Verdict.MISSING)
    week(Verdict.MISSING)
    [issue] = reports(stage)
    body = issue.body
    stage.run(issue)
    stage.sweep()
    assert (issue.comments, issue.label_names, issue.body) == ([], [], body)


def test_the_state_says_who_was_missing(week, tmp_path):
    week(Verdict.MISSING)
    record = json.loads((tmp_path / "state.json").read_text())["records"][ADDRESS]
    assert (record["verdict"], record["absence"]["count"]) == ("missing", 1)
