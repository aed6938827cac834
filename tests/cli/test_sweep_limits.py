"""What a sweep costs, and how it ends near a limit or with an error."""

from pathlib import Path
from typing import cast

import pytest

from bot.__main__ import main
from bot.cli.summary import sweep_summary
from bot.cli.sweep import sweep, sweep_all
from bot.forms.form import Forms
from tests.charger_list import FORMS
from tests.octofake.faults import (
    RATE_LIMITED,
    SECONDARY_LIMITED,
    SECONDARY_LIMITED_FOR,
    SERVER_ERROR,
    TOO_MANY_REQUESTS,
    TOO_MANY_REQUESTS_FOR,
    Reply,
)
from tests.stage import API, Stage, correction, new_charger


def test_settled_submissions_take_a_request_for_each_50_and_one_more_and_no_write(stage):
    stage.submit_many(50)
    stage.sweep()
    swept = stage.sweep()
    assert len(swept) == 50
    assert all(one.is_settled for one in swept)
    assert len(stage.hub.requests) <= 1 + 50 / 50
    assert not stage.hub.writes


def test_an_empty_repository_takes_one_request(stage):
    assert stage.sweep() == []
    assert len(stage.hub.requests) == 1


def test_near_the_limit_the_rest_is_left_for_the_next_sweep(stage, monkeypatch):
    monkeypatch.setattr("bot.cli.sweep.MAX_REQUESTS", 20)
    stage.submit_many(10)
    left = sum(one.is_left for one in stage.sweep())
    assert 0 < left < 10
    assert sum(one.is_left for one in stage.sweep()) < left


@pytest.mark.parametrize(("interface", "there"), [("core", 205), ("graphql", 209)])
def test_what_others_have_asked_of_either_interface_this_hour_counts_too(stage, interface, there):
    stage.submit_many(10)
    stage.sweep()
    for n, issue in enumerate(stage.repository.issues()):
        issue.edit(body=new_charger(brand=f"Voltera {n}", models="Pulse"))
    stage.hub.left_this_hour[interface] = there
    left = sum(one.is_left for one in stage.sweep())
    assert 0 < left < 10
    assert stage.hub.left_this_hour[interface] > 190
    done = [one for one in stage.sweep() if not one.is_left and not one.is_settled]
    assert len(done) <= 1  # an interface tells what is left with its first answer
    stage.hub.left_this_hour.clear()
    assert not any(one.is_left for one in stage.sweep())


def test_a_crash_of_ours_on_one_issue_stops_no_other(stage, capsys):
    good = stage.submit(new_charger())
    crashing = stage.submit(correction(notes="x"), "invalid")
    add, add_section, correct = FORMS
    # Loading refuses such a form, so this is a bug of ours.
    fields = tuple(
        field._replace(options=cast("tuple[str, ...]", None)) for field in correct.fields
    )
    broken = Forms(FORMS.shape, (add, add_section, correct._replace(fields=fields)))
    with stage.hub.in_process(API):
        swept = [one for one, _ in sweep_all(stage.remote(), broken, stage.pauses.append)]
    assert [(one.number, one.error) for one in swept] == [
        (good.number, ""),
        (crashing.number, "TypeError, see the log"),
    ]
    assert "Traceback" in capsys.readouterr().err
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]


def test_where_github_gives_no_clear_answers_the_rest_is_left(stage):
    for number in range(2, 7):
        stage.submit(new_charger(models=f"Zaptec Go {number}"))
    for at in range(1, 21):
        stage.hub.fault(SERVER_ERROR, at, where=lambda request: request.is_write)
    swept = stage.sweep()
    assert [one.is_unclear for one in swept] == [True] * 3 + [False] * 2
    assert [one.is_left for one in swept] == [False] * 3 + [True] * 2
    assert "since GitHub gave no clear answers: 2." in sweep_summary(swept)
    stage.hub.faults.clear()
    assert not any(one.error or one.is_left for one in stage.sweep())
    assert len(stage.repository.pull_requests("open")) == 5


def test_single_unclear_answers_end_no_sweep(stage):
    issues = [stage.submit(new_charger(models=f"Zaptec Go {number}")) for number in range(2, 7)]
    unlucky = [f"Zaptec Go {number}" for number in (2, 3, 5, 6)]
    for name in unlucky:
        for at in range(1, 6):
            stage.hub.fault(SERVER_ERROR, at, where=lambda request, n=name: n in str(request.body))
    swept = stage.sweep()
    assert sum(one.is_unclear for one in swept) == len(unlucky)
    assert len(swept) == len(issues)
    assert not any(one.is_left for one in swept)


@pytest.mark.parametrize(
    "limit",
    [
        RATE_LIMITED,
        SECONDARY_LIMITED,
        SECONDARY_LIMITED_FOR,
        TOO_MANY_REQUESTS,
        TOO_MANY_REQUESTS_FOR,
    ],
    ids=[
        "primary",
        "secondary by its words",
        "secondary by Retry-After",
        "429",
        "429 with Retry-After",
    ],
)
def test_a_limit_ends_the_sweep_at_once(stage, limit):
    stage.submit_many(10)
    stage.hub.fault(limit, at=5)
    swept = stage.sweep()
    assert [one.is_left for one in swept] == [False] + [True] * 9
    assert len(stage.hub.requests) == 5


@pytest.fixture
def on_runner(stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a runner of GitHub Actions would start the command; the summary that it keeps."""
    stage.enter_workflow(monkeypatch)
    monkeypatch.setattr("bot.cli.sweep._SECONDS_BETWEEN_WRITES", 0)
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    return summary


def test_an_error_makes_the_run_red_and_is_in_the_summary_each_time(stage, on_runner, capsys):
    stage.submit(new_charger())
    stage.repository.commit({"README.md": "# Nothing\n"}, message="Break it")
    for _ in range(2):  # the second time nothing is left to write
        on_runner.unlink(missing_ok=True)
        with stage.hub.in_process(API):
            assert main(["sweep"]) == 1
        assert "| #1 | needs a maintainer | README.md" in on_runner.read_text(encoding="utf-8")
    assert "issue 1: needs a maintainer; 0 remain\n" in capsys.readouterr().out


def test_a_sweep_without_an_error_is_green(stage, on_runner, capsys):
    stage.submit(new_charger())
    with stage.hub.in_process(API):
        assert main(["sweep"]) == 0
    assert "issue 1: pull_request; 0 remain\n" in capsys.readouterr().out
    reported = on_runner.read_text(encoding="utf-8")
    assert "Settled: 0." in reported
    assert "ended the sweep early" not in reported


@pytest.mark.parametrize(
    ("fault", "reported"),
    [
        (SERVER_ERROR, "GitHub gave no clear answer (500 Server Error)."),
        (Reply(200, {"data": {"viewer": None}}), "ValidationError, see the log"),
    ],
    ids=["an error", "a crash"],
)
def test_an_error_that_ends_a_sweep_leaves_the_summary_of_what_was_done(
    stage, on_runner, monkeypatch, fault, reported
):
    monkeypatch.setattr("bot.cli.sweep.time.sleep", stage.pauses.append)
    settled = stage.propose(models="Zaptec Go 9")
    stage.submit(new_charger())
    refused = stage.submit(new_charger(models=""))  # its claim ends, so all are read again
    for at in range(3, 7):
        stage.hub.fault(fault, at, where=lambda request: not request.is_write)
    with (
        stage.hub.in_process(API),
        pytest.raises(Exception, match=r"no clear answer|OverviewRepository"),
    ):
        sweep()
    text = on_runner.read_text(encoding="utf-8")
    assert text.startswith("### Sweep of 3 issues\n\nSettled: 1.\n")
    assert f"An error ended the sweep early: {reported}" in text
    assert (settled.number, refused.number) == (1, 4)


def test_a_branch_which_a_rule_keeps_leaves_the_sweep_green(stage, on_runner, capsys):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.repository.rules = {"deletion"}
    with stage.hub.in_process(API):
        assert main(["sweep"]) == 0
    assert "issue 1: its branch is kept by a rule; 0 remain\n" in capsys.readouterr().out
    reported = on_runner.read_text(encoding="utf-8")
    assert "Branches that could not be deleted: 1. A rule of this repository forbids" in reported
    assert "| #1 |" not in reported


def test_a_sweep_reads_once_and_asks_no_more_than_it_needs(stage):
    stage.submit_many(3)
    stage.sweep()
    operations = [request.operation for request in stage.hub.requests]
    assert operations == ["Overview"] * 2 + ["createRef", "addLabelsToLabelable"] * 3
