"""Requests are counted, never repeated, and their answers are JSON or nothing."""

import time
from dataclasses import replace
from typing import Any

import pytest

from bot.errors import MaintainerError
from bot.github.client import Client, raise_first
from bot.github.errors import Missing, PermissionDenied, TransientError, Unreachable
from bot.github.mutations import mutation_of
from bot.github.writes import DeleteComment, MakeReady, RenameIssue
from tests.github.seen import SEEN
from tests.octofake import BAD_GATEWAY, RESET, Reply
from tests.octofake.faults import GRAPHQL_RATE_LIMITED, NOT_FOUND, Refusal
from tests.stage import API, Stage

NAME = "query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { id } }"
NO_COMMENT = mutation_of(DeleteComment("IC_none"), SEEN)
NO_PULL = mutation_of(MakeReady("PR_none"), SEEN)


@pytest.fixture
def writes() -> list[str]:
    """An entry for each request that was announced as writing."""
    return []


@pytest.fixture
def client(stage: Stage, writes: list[str]) -> Client:
    return stage.client(lambda: writes.append("write"))


def test_nothing_is_asked_before_it_is_needed(stage, client, writes):
    assert client.request_count == 0
    assert client.rate_limit_remaining > 1_000_000
    assert not stage.hub.requests
    assert not writes


def test_a_token_is_not_shown():
    assert "secret" not in repr(Client("acme/list", "secret", API, f"{API}/graphql"))


def test_a_query_is_counted_and_its_data_returned(stage, client, writes):
    stage.hub.left_this_hour = {"core": 400, "graphql": 300}
    with stage.hub.in_process(API):
        data = client.query(NAME)
        assert data["repository"]["id"]
        assert client.rate_limit_remaining == 299
        client.get("/labels")  # of which more are left
    assert client.rate_limit_remaining == 299
    assert client.request_count == len(stage.hub.requests) == 2
    assert not writes


@pytest.mark.parametrize("fault", [BAD_GATEWAY, RESET, Reply(200, "<html>")])
def test_an_unclear_answer_is_an_error_and_not_asked_for_again(stage, client, fault):
    stage.hub.fault(fault)
    with stage.hub.in_process(API), pytest.raises(TransientError):
        client.query(NAME)
    assert len(stage.hub.requests) == 1


@pytest.mark.parametrize(
    ("path", "is_left_out"),
    [
        (["repository", "issue", "closedByPullRequestsReferences", "nodes", 0], True),
        (["repository", "issues", "nodes", 3, "closedByPullRequestsReferences", "nodes", 1], True),
        (["repository", "issue", "closedByPullRequestsReferences"], False),
        (["repository", "issues", "nodes", 3], False),
        (["repository", "pullRequests"], False),
        (None, False),
    ],
)
def test_a_pull_request_of_a_stranger_that_the_token_may_not_see_is_left_out(
    stage, client, path, is_left_out
):
    error = {"type": "FORBIDDEN", "path": path, "message": "Resource not accessible"}
    stage.hub.fault(Reply(200, {"data": {"viewer": None}, "errors": [error]}))
    with stage.hub.in_process(API):
        if is_left_out:
            assert client.query(NAME) == {"viewer": None}
        else:
            with pytest.raises(PermissionDenied):
                client.query(NAME)


def test_no_request_waits_for_the_one_before(stage, client, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    with stage.hub.in_process(API):
        client.query(NAME)
        client.mutate([NO_PULL])
        client.get("/labels")
        client.get("/labels")
    assert not waited


def test_a_server_without_graphql_is_named(stage, client):
    stage.hub.fault(NOT_FOUND)
    with stage.hub.in_process(API), pytest.raises(MaintainerError, match="GITHUB_GRAPHQL_URL"):
        client.query(NAME)


def test_each_mutation_has_its_own_result(stage, client, writes):
    with stage.hub.in_process(API):
        results = client.mutate([NO_COMMENT, NO_PULL])
    assert [type(one) for one in results] == [Missing, Missing]
    assert writes == ["write"]
    assert client.request_count == 1


def test_what_is_wrong_with_the_whole_document_is_raised(stage, client):
    stage.hub.fault(GRAPHQL_RATE_LIMITED)
    with stage.hub.in_process(API), pytest.raises(MaintainerError):
        client.mutate([NO_PULL])


def test_one_refusal_does_not_hide_what_the_others_did(stage, client):
    issue = stage.submit("x")
    comment = issue.comment("a", by=stage.hub.viewer)
    stage.hub.fault(Refusal("deleteIssueComment", "FORBIDDEN", "not accessible"))
    with stage.hub.in_process(API):
        seen = replace(SEEN, node_id=issue.node_id)
        steps = (DeleteComment(comment.node_id), RenameIssue("New title"))
        refused, done = client.mutate([mutation_of(step, seen) for step in steps])
    assert isinstance(refused, PermissionDenied)
    assert isinstance(done, dict)
    assert done["issue"]["title"] == issue.title == "New title"
    with stage.hub.in_process(API), pytest.raises(Missing):
        client.do([NO_COMMENT])


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": {}}, {"data": {"m0": None}}])
def test_an_answer_with_gaps_is_unclear(stage, client, body):
    with stage.hub.in_process(API):
        stage.hub.fault(Reply(200, body))
        (result,) = client.mutate([NO_PULL])
        assert type(result) is TransientError
        stage.hub.fault(Reply(200, {"data": None}))
        with pytest.raises(TransientError, match="empty"):
            client.query(NAME)


@pytest.mark.parametrize("path", [["m0", "subject"], None])
def test_an_answer_too_large_may_be_done(stage, client, path):
    error = {"type": "RESOURCE_LIMITS_EXCEEDED", "path": path}
    stage.hub.fault(Reply(200, {"data": None, "errors": [error]}))
    with stage.hub.in_process(API), pytest.raises(TransientError, match="too large"):
        client.do([NO_PULL])


def results_of(*errors: Exception) -> list[dict[str, Any] | Exception]:
    return [{}, *errors, {}]


def test_of_several_errors_the_lasting_one_is_raised():
    raise_first(results_of())
    passing, lasting = TransientError("a"), PermissionDenied("b")
    for errors, raised in (
        ((passing, lasting), lasting),
        ((lasting, Unreachable("c")), lasting),
        ((passing, TransientError("d")), passing),
    ):
        with pytest.raises(MaintainerError) as caught:
            raise_first(results_of(*errors))
        assert caught.value is raised


def test_a_write_by_rest_is_announced_and_its_errors_are_ours(client, writes):
    with pytest.raises(TransientError), client.writing():
        raise TransientError("no answer")
    assert writes == ["write"]
