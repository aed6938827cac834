"""GitHub fails in all its ways at each single request; after at most two more runs all is as if it had not."""

from collections.abc import Callable

import pytest

from bot.faults import NeedsMaintainer

from .octofake import BAD_GATEWAY, KILLED, RESET, TIMED_OUT, ProcessKilled
from .octofake.faults import RATE_LIMITED, SERVER_ERROR, TOO_MANY_REQUESTS, Kind
from .octofake.issues import Issue
from .stage import LIST, Stage, new_charger

FAULTS = {
    "500": SERVER_ERROR,
    "502": BAD_GATEWAY,
    "403": RATE_LIMITED,
    "429": TOO_MANY_REQUESTS,
    "reset": RESET,
    "time-out": TIMED_OUT,
    "killed": KILLED,
}


def new(stage: Stage) -> Issue:
    return stage.submit(new_charger())


def edited(stage: Stage) -> Issue:
    issue = new(stage)
    stage.run(issue)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    return issue


def no_longer_valid(stage: Stage) -> Issue:
    issue = new(stage)
    stage.run(issue)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    return issue


def listed_meanwhile(stage: Stage) -> Issue:
    issue = new(stage)
    stage.run(issue)
    row = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |\n"
    stage.repository.commit({"README.md": LIST.replace("| Zaptec Pro |", row + "| Zaptec Pro |")}, message="By hand")
    return issue


SCENARIOS = [new, edited, no_longer_valid, listed_meanwhile]


def state(stage: Stage, issue: Issue) -> dict:
    """What a person sees in the end; a commit made a second later is the same with another id."""
    tree_of = stage.repository.objects.tree_of
    pulls = stage.repository.pull_requests("open")
    return {
        "branches": sorted(stage.repository.branches),
        "lists": [stage.list_on(branch) for branch in sorted(stage.repository.branches)],
        "pulls": [(pull.title, pull.body, pull.draft, pull.label_names, tree_of(pull.head_sha)) for pull in pulls],
        "labels": sorted(issue.label_names),
        "replies": [comment.body for comment in issue.comments],
    }


def check_invariants(stage: Stage) -> None:
    """What holds after every single request."""
    for pull in stage.repository.pull_requests("open"):
        assert pull.head_sha != stage.repository.branches["main"], "a head equals its base"
    assert len(stage.repository.pull_requests("open")) <= 1
    for issue in stage.repository.issues("all"):
        assert len([c for c in issue.comments if c.author is stage.hub.viewer]) <= 1, "a second comment"


def run_through(stage: Stage, issue: Issue) -> None:
    """Run as the workflow does, twice more if it had to give up."""
    for _ in range(3):
        try:
            stage.run(issue)
        except (ProcessKilled, NeedsMaintainer):
            continue
        return


def outcome(scenario: Callable[[Stage], Issue], kind: Kind | None = None, at: int = 1, *, done: bool = False) -> dict:
    stage = Stage()
    issue = scenario(stage)
    stage.hub.after_each_request = lambda *_: check_invariants(stage)
    if kind:
        stage.hub.fault(kind, at=at, done=done)
    run_through(stage, issue)
    run_through(stage, issue)
    assert not stage.hub.faults, "the fault was never met"
    return state(stage, issue)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_a_second_run_changes_nothing(scenario):
    stage = Stage()
    issue = scenario(stage)
    stage.run(issue)
    stage.run(issue)
    assert not stage.hub.writes


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_a_fault_at_any_request_leaves_no_trace(scenario, name, done):
    stage = Stage()
    issue = scenario(stage)
    stage.run(issue)
    expected = state(stage, issue)
    for at in range(1, len(stage.hub.requests) + 1):
        assert outcome(scenario, FAULTS[name], at, done=done) == expected, f"{name} at request {at}"
