"""The variables of GitHub Actions, and what `run` says of one that is missing."""

import json
import os
from collections.abc import Callable

import pytest

from tests.command_line import Place, Ran
from tests.stage import Stage, new_charger

WRONG_USAGE, NEEDS_MAINTAINER = 2, 1
DEEP = 3_000


ACTIONS = {"GITHUB_REPOSITORY": "acme/list", "GITHUB_TOKEN": "top-secret"}


@pytest.fixture
def actions(place: Place, monkeypatch) -> Callable[..., Ran]:
    """`run` with these variables of GitHub Actions, and this event in event.json."""

    def run(variables: dict[str, str], event: bytes = b"{}", *arguments: str) -> Ran:
        place.write("event.json", event)
        for name in [name for name in os.environ if name.startswith("GITHUB_")]:
            monkeypatch.delenv(name)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return place.bot("run", *arguments)

    return run


@pytest.mark.parametrize(
    ("variables", "reported"),
    [
        ({}, "GITHUB_REPOSITORY, GITHUB_TOKEN"),
        ({"GITHUB_TOKEN": "top-secret"}, "GITHUB_REPOSITORY"),
        (ACTIONS | {"GITHUB_TOKEN": ""}, "GITHUB_TOKEN"),
        (ACTIONS | {"GITHUB_REPOSITORY": "no slash"}, "GITHUB_REPOSITORY"),
        (ACTIONS, "--issue"),
        (ACTIONS | {"GITHUB_EVENT_PATH": "missing.json"}, "missing.json"),
    ],
)
def test_run_names_what_is_missing_and_never_the_token(
    actions: Callable[..., Ran], variables: dict, reported: str
):
    ran = actions(variables)
    assert (ran.status, ran.out) == (NEEDS_MAINTAINER, "")
    assert ran.err.startswith("error: ")
    assert reported in ran.err
    assert "top-secret" not in ran.err


def test_what_is_missing_is_named_in_one_sentence(actions: Callable[..., Ran]):
    assert actions({}).err == (
        "error: These variables of GitHub Actions are missing or not valid: "
        "GITHUB_REPOSITORY, GITHUB_TOKEN.\n"
    )


@pytest.mark.parametrize(
    "event",
    [
        b"",
        b"{}",
        b"[]",
        b"5",
        b"{",
        b"\xff",
        b'{"issue": {}}',
        b'{"inputs": {"issue": "x"}}',
        b'{"issue":' + b"[" * DEEP,
    ],
    ids=range(9),
)
def test_run_names_the_file_of_an_event_that_names_no_issue(
    actions: Callable[..., Ran], event: bytes
):
    ran = actions(ACTIONS | {"GITHUB_EVENT_PATH": "event.json"}, event)
    assert (ran.status, ran.out) == (NEEDS_MAINTAINER, "")
    assert ran.err == "error: event.json: no issue is named there; use --issue N.\n"


def test_run_asks_nothing_about_a_comment_on_a_pull_request(actions: Callable[..., Ran]):
    event = b'{"action": "created", "issue": {"number": 2, "pull_request": {}}}'
    ran = actions(ACTIONS | {"GITHUB_EVENT_PATH": "event.json"}, event)
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("event", "is_looked_at"),
    [
        ({"pull_request": {"head": {"ref": "bot/issue-1"}}}, True),
        ({"pull_request": {"head": {"ref": "BOT/Issue-1"}}}, True),
        ({"pull_request": {"head": {"ref": "mine"}}}, False),
        ({"issue": {"number": 1}}, True),
        ({"inputs": {"issue": "1"}}, True),
    ],
)
def test_run_reads_the_issue_which_an_event_names_or_its_branch_in_any_case(
    actions: Callable[..., Ran], event: dict, is_looked_at: bool
):
    stage = Stage()
    stage.hub.token = ACTIONS["GITHUB_TOKEN"]
    stage.submit(new_charger())
    with stage.hub.in_process():
        ran = actions(ACTIONS | {"GITHUB_EVENT_PATH": "event.json"}, json.dumps(event).encode())
    assert (ran.status, ran.err) == (0, "")
    assert ("bot/issue-1" in stage.repository.branches) is is_looked_at


def test_another_issue_than_that_of_the_event_may_be_named(actions: Callable[..., Ran]):
    stage = Stage()
    stage.hub.token = ACTIONS["GITHUB_TOKEN"]
    stage.submit_many(2)
    event = b'{"issue": {"number": 2}}'
    with stage.hub.in_process():
        ran = actions(ACTIONS | {"GITHUB_EVENT_PATH": "event.json"}, event, "--issue", "1")
    assert (ran.status, ran.err) == (0, "")
    assert set(stage.repository.branches) == {"main", "bot/issue-1"}
