"""`run`: one issue, from what is there to what should be."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.run import run
from bot.errors import MaintainerError
from bot.evidence.answer import SourceAnswer, SourceAnswers, Verdict
from bot.github.errors import PermissionDenied
from tests.stage import API, Stage, new_charger


@pytest.fixture
def stage(monkeypatch, tmp_path: Path) -> Stage:
    """A repository, and the variables of a workflow in it."""
    stage = Stage()
    stage.enter_workflow(monkeypatch)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))
    return stage


def run_on(stage: Stage, number: int, **files: Path) -> int:
    with stage.hub.in_process(API):
        return run(number, **files)


def test_a_submission_becomes_a_pull_request_and_is_summed_up(stage, capsys, tmp_path):
    issue = stage.submit(new_charger())
    assert run_on(stage, issue.number) == 0
    assert stage.pull_request().title == "Add Zaptec Go 2"
    assert capsys.readouterr().out == "issue 1: pull_request, 0 problems\n"
    reported = (tmp_path / "summary").read_text(encoding="utf-8")
    assert reported.startswith("### Issue #1: pull request\n\n`Add Zaptec Go 2`, label")


def test_a_broken_list_is_red_and_summed_up(stage, capsys, tmp_path):
    stage.repository.commit({"README.md": "# Nothing\n"}, message="Break it")
    issue = stage.submit(new_charger())
    with pytest.raises(MaintainerError, match="is expected below a heading"):
        run_on(stage, issue.number)
    assert "README.md" in (tmp_path / "summary").read_text(encoding="utf-8")
    assert capsys.readouterr().out == "issue 1: reply, 0 problems\n"


def test_an_issue_that_is_gone_is_red_and_summed_up(stage, tmp_path):
    issue = stage.submit(new_charger())
    issue.delete()
    with pytest.raises(MaintainerError, match="cannot be reached"):
        run_on(stage, issue.number)
    reported = (tmp_path / "summary").read_text(encoding="utf-8")
    assert reported.startswith("### Issue #1: needs a maintainer\n")


def test_a_branch_which_a_rule_keeps_is_red_once(stage):
    issue = stage.propose()
    stage.repository.rules = {"deletion"}
    issue.close(by=stage.ada)
    with pytest.raises(PermissionDenied, match="protected ref"):
        run_on(stage, issue.number)
    assert stage.pull_request().state == "closed"


def test_a_pull_request_of_another_branch_is_no_matter_of_ours(
    stage, monkeypatch, capsys, tmp_path
):
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"head": {"ref": "mine"}}}))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    assert run(None) == 0
    said = "Nothing to do: this event belongs to no issue of the bot.\n"
    assert capsys.readouterr().out == said
    assert not stage.hub.requests


def test_new_sources_are_asked_about_and_the_answers_noted(stage, tmp_path):
    issue = stage.submit(new_charger())
    questions, answers = tmp_path / "questions.json", tmp_path / "answers.json"
    run_on(stage, issue.number, questions=questions)
    (question,) = json.loads(questions.read_text())["questions"]
    assert question["address"] == "https://www.zaptec.com/go2"
    questions.unlink()
    answer = SourceAnswer(
        address=question["address"],
        verdict=Verdict.MISSING,
        reason="the server says that it is not there (404)",
        asked_at=datetime(2026, 2, 3, tzinfo=UTC),
    )
    answers.write_text(SourceAnswers(answers=(answer,)).model_dump_json())
    run_on(stage, issue.number, answers=answers, questions=questions)
    assert not questions.exists()
    assert "not there (404)" in stage.pull_request().body
