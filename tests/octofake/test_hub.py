"""Faults, hooks, time travel, and service over HTTP."""

import json

import github
import pytest
import requests
from github import Github, GithubException
from github.Repository import Repository as Client

from tests import octofake
from tests.octofake import (
    OctoFake,
    Violation,
)
from tests.octofake.asking import (
    README,
    ask,
    client,
    commit_file,
    propose,
)
from tests.octofake.exchange import Request, Response
from tests.octofake.faults import Failure, Reply, Stale
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


def test_requests_are_recorded(hub: OctoFake, issue: Issue, api: Client, gh: Github):
    api.get_issue(1).create_comment("hello")
    ask(gh, "id")
    assert [(r.method, r.operation, r.is_write, r.status) for r in hub.requests] == [
        ("POST", "issues/create-comment", True, 201),
        ("POST", "Ask", False, 200),
    ]
    assert [write.path for write in hub.writes] == ["/repos/octo/list/issues/1/comments"]
    hub.clear_requests()
    assert hub.requests == []


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    "kind", [octofake.BAD_GATEWAY, octofake.UNAVAILABLE, octofake.SERVER_ERROR]
)
def test_an_error_before_or_after_the_write(
    hub: OctoFake, issue: Issue, api: Client, kind: Reply, done: bool
):
    hub.fault(kind, at=2, done=done)
    api.get_issue(1).create_comment("first")
    with pytest.raises(GithubException, check=lambda error: error.status == kind.status):
        api.get_issue(1).create_comment("second")
    assert [comment.body for comment in issue.comments] == ["first", "second"][: 1 + done]


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("kind", [octofake.RESET, octofake.TIMED_OUT, octofake.KILLED])
def test_no_answer_at_all(hub: OctoFake, issue: Issue, api: Client, kind: Failure, done: bool):
    hub.fault(kind, done=done, where=lambda request: request.is_write)
    with pytest.raises(kind.exception):
        api.get_issue(1).create_comment("hello")
    assert len(issue.comments) == done
    assert hub.requests[-1].status is None


@pytest.mark.models(
    "what is left of this hour is reported with each answer, and counted apart for REST and GraphQL"
)
def test_what_is_left_is_counted_apart(hub: OctoFake, issue: Issue, gh: Github):
    hub.left_this_hour = {"graphql": 10}
    ask(gh, "name")
    assert gh.requester.rate_limiting == (9, 1000)
    gh.get_repo("octo/list").get_issue(1).update()
    assert gh.requester.rate_limiting == (999, 1000)
    assert hub.left_this_hour == {"graphql": 9}


def test_the_rate_limit_is_used_up(hub: OctoFake, api: Client):
    hub.fault(octofake.RATE_LIMITED)
    with pytest.raises(github.RateLimitExceededException):
        _ = api.description


@pytest.mark.models("PyGithub repeats a POST after a 502 that was done")
def test_pygithub_repeats_a_post_that_was_done(hub: OctoFake, repo: Repository, issue: Issue):
    hub.fault(octofake.BAD_GATEWAY, done=True)
    with hub.in_process():
        client(retry=github.GithubRetry(total=3, backoff_factor=0)).get_repo("octo/list").get_issue(
            1
        ).create_comment("x")
    assert len(issue.comments) == 2


@pytest.mark.models("an old state is read for a while")
def test_a_stale_read(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    hub.fault(Stale(writes=1), where=lambda request: not request.is_write)
    api.get_issue(1).create_comment("hello")
    assert list(api.get_issue(1).get_comments()) == []
    assert len(list(api.get_issue(1).get_comments())) == 1
    old = hub.snapshot()
    issue.edit(title="New")
    hub.fault(Stale(photograph=old))
    assert (api.get_issue(1).title, api.get_issue(1).title) == ("Add a charger", "New")


def test_time_goes_back(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    before = hub.snapshot()
    for _ in range(2):
        propose(hub, repo).merge(by=hub.user("mia"))
        assert (issue.state, len(repo.pull_requests())) == ("closed", 1)
        hub.restore(before)
        assert (issue.state, repo.pull_requests(), repo.text("README.md")) == ("open", [], README)
    assert api.get_issue(1).state == "open"


def test_hooks_see_every_request(hub: OctoFake, issue: Issue, api: Client):
    seen = []

    def note(request: Request, response: Response | None) -> None:
        seen.append((request.path, response and response.status))

    hub.before_each_request = lambda request: issue.edit(title="Edited meanwhile")
    hub.after_each_request = note
    assert api.get_issue(1).title == "Edited meanwhile"
    assert seen == [("/repos/octo/list/issues/1", 200)]


def test_an_event_of_an_issue(hub: OctoFake, issue: Issue):
    event = json.loads(json.dumps(hub.event(issue, "labeled", label="new-charger")))
    assert (event["action"], event["issue"]["number"], event["label"]["name"]) == (
        "labeled",
        1,
        "new-charger",
    )
    assert (event["repository"]["full_name"], event["sender"]["login"]) == ("octo/list", "ada")


def test_over_http(hub: OctoFake, repo: Repository, issue: Issue):
    with hub.serve() as base_url:
        api = client(base_url).get_repo("octo/list")
        sha = commit_file(api, "new\n", repo.branches["main"])
        api.create_git_ref("refs/heads/bot/issue-1", sha)
        pull = api.create_pull(base="main", head="bot/issue-1", title="New", body="Closes #1")
        pull.convert_to_draft()
        assert (
            ask(client(base_url), "issue(number: 1) { url }")["issue"]["url"]
            == f"{base_url}/octo/list/issues/1"
        )
    assert repo.pull_requests()[0].draft


@pytest.mark.parametrize("kind", [octofake.RESET, octofake.KILLED, octofake.TIMED_OUT])
def test_no_answer_over_http(hub: OctoFake, issue: Issue, kind: Failure):
    hub.fault(kind, done=True)
    with hub.serve() as base_url, pytest.raises((requests.ConnectionError, requests.ReadTimeout)):
        requests.post(
            f"{base_url}/repos/octo/list/issues/1/comments",
            json={"body": "hello"},
            headers={"Authorization": "token secret"},
            timeout=0.2,
        )
    assert len(issue.comments) == 1


def test_a_violation_over_http_is_reported_at_the_end(hub: OctoFake, repo: Repository):
    with pytest.raises(Violation, match="is not modelled"), hub.serve() as base_url:
        assert requests.get(f"{base_url}/emojis", timeout=1).status_code == 500


def test_an_enterprise_server(hub: OctoFake, repo: Repository, issue: Issue):
    base_url = "https://github.example.org/api/v3"
    with hub.in_process(base_url):
        gh = client(base_url)
        assert (
            gh.get_repo("octo/list").get_issue(1).html_url
            == "https://github.example.org/octo/list/issues/1"
        )
        assert ask(gh, "issue(number: 1) { title }") == {"issue": {"title": "Add a charger"}}
    with hub.serve() as server:
        assert ask(client(f"{server}/api/v3"), "nameWithOwner") == {"nameWithOwner": "octo/list"}
