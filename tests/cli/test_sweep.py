"""The list moves and events get lost: the sweep brings every submission to where it should be."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from bot.__main__ import main
from bot.cli.summary import SweepResult, fault_summary, summary, sweep_summary
from bot.cli.sweep import sweep_all
from bot.decision.decision import Outcome
from bot.errors import MaintainerError
from bot.forms.form import Forms
from bot.render.desired import DesiredState
from tests.charger_list import FORMS, LIST, ROOT
from tests.octofake.faults import (
    RATE_LIMITED,
    SECONDARY_LIMITED,
    SECONDARY_LIMITED_FOR,
    TOO_MANY_REQUESTS,
    TOO_MANY_REQUESTS_FOR,
)
from tests.octofake.pulls import PullRequest
from tests.stage import API, Stage, correction, new_charger


@pytest.fixture
def stage() -> Stage:
    return Stage()


def submit_many(stage: Stage, count: int) -> None:
    for n in range(count):
        author = stage.hub.user(f"person-{n}")
        body = new_charger(brand=f"Brand {n % 20} of many", models=f"Model {n}")
        stage.repository.open_issue(
            author=author, title="New charger: ", body=body, labels=["new-charger"]
        )


def merge(stage: Stage, pull: PullRequest) -> None:
    assert pull.mergeable, "an open pull request of the bot conflicts"
    pull.merge(by=stage.maintainer)


def test_settled_submissions_take_a_request_for_each_25_and_one_more_and_no_write(stage):
    submit_many(stage, 50)
    stage.sweep()
    swept = stage.sweep()
    assert len(swept) == 50
    assert all(one.is_settled for one in swept)
    assert len(stage.hub.requests) <= 1 + 50 / 25
    assert not stage.hub.writes


def test_an_empty_repository_takes_one_request(stage):
    assert stage.sweep() == []
    assert len(stage.hub.requests) == 1


def test_open_pull_requests_never_conflict_however_many_are_merged(stage):
    submit_many(stage, 12)
    stage.sweep()
    while pulls := stage.repository.pull_requests("open"):
        merge(stage, pulls[len(pulls) // 2])
        stage.sweep()
    assert stage.list_on().count(" of many Model ") == 12


def test_lost_events_are_made_good(stage):
    new, invalid, closed, declined = (
        stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in range(2, 6)
    )
    stage.run(closed)
    stage.run(declined)
    invalid.edit(body="no form")
    closed.close(by=stage.ada)
    next(pull for pull in stage.repository.pull_requests() if "5" in pull.title).close(
        by=stage.maintainer
    )
    stage.sweep()
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]
    assert "needs-info" in invalid.label_names
    assert "A maintainer has closed" in stage.reply(declined).body
    assert set(stage.repository.branches) == {
        "main",
        f"bot/issue-{new.number}",
        f"bot/issue-{declined.number}",
    }


def test_an_issue_in_front_that_is_valid_at_last_is_waited_for_at_once(stage):
    first, second = stage.submit(new_charger(ocpp_versions="1.6")), stage.submit(new_charger())
    stage.run(first)
    stage.run(second)
    first.edit(body=new_charger())
    stage.sweep()
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")
    assert len(stage.repository.pull_requests("open")) == 1
    stage.sweep()
    assert not stage.hub.writes


def test_a_merge_whose_event_was_lost_gets_its_thanks(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    merge(stage, stage.repository.pull_requests()[0])
    stage.sweep()
    assert "is merged: the list has your change" in stage.reply(issue).body


def test_a_branch_of_an_issue_closed_long_ago_is_found(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    for n in range(30):
        stage.submit(new_charger(models=f"Zaptec Go {n + 3}")).close(by=stage.ada)
    stage.sweep()
    assert set(stage.repository.branches) == {"main"}


def test_a_label_that_did_not_exist_is_put_on(stage):
    bare = Stage()
    bare.repository.labels.clear()
    issue = bare.submit(new_charger(brand="Easee", models="Home"), title="New brand: Easee")
    assert issue.label_names == []
    bare.sweep()
    assert issue.label_names == ["new-brand"]
    assert [pull.title for pull in bare.repository.pull_requests("open")] == ["Add brand Easee"]


def test_a_label_that_a_person_took_off_stays_off(stage):
    issue = stage.submit(new_charger())
    issue.remove_label("new-charger", by=stage.maintainer)
    stage.sweep()
    assert issue.label_names == []
    assert not stage.hub.writes


def test_one_bad_issue_never_stops_the_others(stage):
    locked, good = stage.submit(new_charger(models="#")), stage.submit(new_charger())
    locked.lock()
    swept = stage.sweep()
    assert "cannot be reached" in swept[0].fault
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]
    assert good.label_names == ["new-charger"]


def test_a_broken_list_is_reported_each_time_and_written_once(stage):
    issue = stage.submit(new_charger())
    stage.repository.commit({"README.md": "# Nothing\n"}, message="Break it")
    assert "README.md" in stage.sweep()[0].fault
    assert "README.md" in stage.sweep()[0].fault
    assert not stage.hub.writes
    assert stage.reply(issue).body.startswith("**Your submission is kept")


def test_near_the_limit_the_rest_is_left_for_the_next_sweep(stage, monkeypatch):
    monkeypatch.setattr("bot.cli.sweep.MAX_REQUESTS", 20)
    submit_many(stage, 10)
    left = sum(one.is_left for one in stage.sweep())
    assert 0 < left < 10
    assert sum(one.is_left for one in stage.sweep()) < left


@pytest.mark.parametrize(("interface", "there"), [("core", 205), ("graphql", 209)])
def test_what_others_have_asked_of_either_interface_this_hour_counts_too(stage, interface, there):
    submit_many(stage, 10)
    stage.sweep()
    for n, issue in enumerate(stage.repository.issues()):
        issue.edit(body=new_charger(brand=f"Other {n} of many", models="Another model"))
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
    # Loading refuses such a form, so this is a fault of ours.
    fields = tuple(
        replace(field, options=cast("tuple[str, ...]", None)) for field in correct.fields
    )
    broken = Forms(FORMS.shape, (add, add_section, replace(correct, fields=fields)))
    with stage.hub.in_process(API):
        swept = [one for one, _ in sweep_all(stage.remote(), broken, stage.pauses.append)]
    assert [(one.number, one.fault) for one in swept] == [
        (good.number, ""),
        (crashing.number, "TypeError, see the log"),
    ]
    assert "Traceback" in capsys.readouterr().err
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]


def test_branches_beyond_the_first_hundred_are_found(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    for _ in range(30):
        stage.submit("Hello").close(by=stage.ada)
    for n in range(100):
        stage.repository.create_branch(f"bot/issue-0{n}", by=stage.maintainer)
    stage.sweep()
    assert "bot/issue-1" not in stage.repository.branches


def test_only_the_name_that_the_bot_gives_makes_a_branch_the_bots(stage):
    for name in (
        "bot/issue-007",
        "bot/issue-0",
        "bot/issue-7-again",
        "BOT/issue-7",
        "my-bot/issue-7",
    ):
        stage.repository.create_branch(name, by=stage.maintainer)
    assert stage.sweep() == []


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
    submit_many(stage, 10)
    stage.hub.fault(limit, at=5)
    swept = stage.sweep()
    assert [one.is_left for one in swept] == [False] + [True] * 9
    assert len(stage.hub.requests) == 5


def test_two_corrections_of_one_entry_follow_each_other(stage):
    stage.submit(correction(notes="First"), "invalid")
    stage.submit(correction(communication="Cloud, Direct"), "invalid")
    stage.sweep()
    merge(stage, stage.repository.pull_requests("open")[0])
    stage.sweep()
    merge(stage, stage.repository.pull_requests("open")[0])
    assert "| Zaptec Pro | 1.6J | ☁️ Cloud / 🔌 Direct | First |" in stage.list_on()


def test_the_summary_reports_what_is_wrong_and_what_is_left():
    reported = sweep_summary(
        [
            SweepResult(1, is_settled=True),
            SweepResult(2, fault="README.md:3: @all"),
            SweepResult(3, is_left=True),
        ]
    )
    assert "Settled: 1." in reported
    assert "@<!-- -->all" in reported
    assert "limits were near: 1." in reported
    fault = MaintainerError("README.md:3: @all")
    assert "@<!-- -->all" in fault_summary(1, fault)
    assert "@<!-- -->all" in summary(1, DesiredState(Outcome.REPLY, fault=fault))


def test_the_list_of_the_stage_is_not_touched(stage):
    stage.submit(new_charger())
    stage.sweep()
    assert stage.list_on() == LIST


def test_a_merge_without_its_branch_gets_its_thanks_among_many_closed_issues(stage):
    for n in range(30):
        stage.submit(new_charger(models=f"Zaptec Go {n + 3}")).close(by=stage.ada)
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.delete_branch_on_merge = True
    merge(stage, stage.repository.pull_requests("open")[0])
    stage.sweep()
    assert "is merged: the list has your change" in stage.reply(issue).body


@pytest.fixture
def on_runner(stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where a runner of GitHub Actions would start the command; the summary that it keeps."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("bot.cli.sweep._SECONDS_BETWEEN_WRITES", 0)
    summary = tmp_path / "summary.md"
    for name, value in {
        "GITHUB_REPOSITORY": "acme/list",
        "GITHUB_TOKEN": "secret",
        "GITHUB_API_URL": API,
        "GITHUB_GRAPHQL_URL": f"{API}/graphql",
        "GITHUB_STEP_SUMMARY": str(summary),
    }.items():
        monkeypatch.setenv(name, value)
    return summary


def test_a_fault_makes_the_run_red_and_stands_in_the_summary_each_time(stage, on_runner, capsys):
    stage.submit(new_charger())
    stage.repository.commit({"README.md": "# Nothing\n"}, message="Break it")
    for _ in range(2):  # the second time nothing is left to write
        on_runner.unlink(missing_ok=True)
        with stage.hub.in_process(API):
            assert main(["sweep"]) == 1
        assert "| #1 | needs a maintainer | README.md" in on_runner.read_text(encoding="utf-8")
    assert "issue 1: needs a maintainer; 0 remain\n" in capsys.readouterr().out


def test_a_sweep_without_a_fault_is_green(stage, on_runner, capsys):
    stage.submit(new_charger())
    with stage.hub.in_process(API):
        assert main(["sweep"]) == 0
    assert "issue 1: pull_request; 0 remain\n" in capsys.readouterr().out
    assert "Settled: 0." in on_runner.read_text(encoding="utf-8")


def test_a_sweep_reads_once_and_asks_no_more_than_it_needs(stage):
    submit_many(stage, 3)
    stage.sweep()
    operations = [request.operation for request in stage.hub.requests]
    assert operations == ["Overview"] * 2 + ["createRef", "addLabelsToLabelable"] * 3


def list_of(brands: int) -> str:
    """A list of brands with three rows each."""
    head = "| Model | OCPP Version | Communication | Notes | Source |\n|" + " --- |" * 5 + "\n"
    text = "# List\n\n## EV Charger List\n"
    for number in range(brands):
        rows = (f"| Maker {number} {m} | 1.6J | ☁️ Cloud |  | Source needed! |\n" for m in "AMZ")
        text += f"\n### Maker {number}\n\n{head}{''.join(rows)}"
    return text


def test_after_a_merge_only_what_would_conflict_is_moved():
    stage = Stage(list_of(10))
    for n in range(20):
        body = new_charger(brand=f"Maker {n % 10}", models=f"Model {n}")
        stage.repository.open_issue(stage.hub.user(f"person-{n}"), "New", body, ["new-charger"])
    stage.sweep()
    tips = dict(stage.repository.branches)
    pulls = stage.repository.pull_requests("open")
    merge(stage, pulls[0])
    conflicting = {
        pull.head for pull in stage.repository.pull_requests("open") if not pull.mergeable
    }
    stage.sweep()
    moved = {
        branch
        for branch, tip in stage.repository.branches.items()
        if branch != "main" and tips[branch] != tip
    }
    assert moved == conflicting
    assert len(moved) == 1
    assert all(pull.mergeable for pull in stage.repository.pull_requests("open"))
