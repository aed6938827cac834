"""Tokens, settings and rules that refuse."""

from typing import Any

import github
import pytest
import requests
from github import Github
from github.Repository import Repository as Client

from tests.octofake import (
    OctoFake,
    Violation,
)
from tests.octofake.asking import (
    ask,
    mutate,
    new_branch,
    new_pull,
    propose,
    refused,
)
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


@pytest.mark.models(
    "a missing `permissions:` entry: `Resource not accessible by integration` (403); reading stays possible"
)
def test_a_permission_is_missing(repo: Repository, issue: Issue, api: Client, gh: Github):
    repo.permissions = {"contents": "write"}
    with refused(403, "Resource not accessible by integration"):
        api.get_issue(1).create_comment("hello")
    api.create_git_blob("hi", "utf-8")
    assert ask(gh, "issue(number: 1) { title }") == {"issue": {"title": "Add a charger"}}


@pytest.mark.models(
    "issues turned off: 410, `Issues are disabled for this repo`; GraphQL finds none and lists none; pull requests stay"
)
def test_issues_are_turned_off(
    hub: OctoFake, repo: Repository, issue: Issue, api: Client, gh: Github
):
    pull = propose(hub, repo)
    repo.has_issues = False
    with refused(410, "Issues are disabled for this repo"):
        api.get_issue(issue.number).update()
    with refused(410, "Issues are disabled for this repo"):
        api.get_issue(issue.number).create_comment("hello")
    with refused(410, "Issues are disabled for this repo"):
        list(api.get_issues())
    api.get_issue(pull.number).add_to_labels("invalid")
    for field in ("issue", "issueOrPullRequest"):
        with pytest.raises(github.UnknownObjectException, match=f"number of {issue.number}"):
            ask(gh, f"{field}(number: {issue.number}) {{ __typename }}")
    seen = ask(
        gh,
        "hasIssuesEnabled issues(first: 9) { totalCount } pullRequests(first: 9) { nodes { number } }",
    )
    assert seen == {
        "hasIssuesEnabled": False,
        "issues": {"totalCount": 0},
        "pullRequests": {"nodes": [{"number": pull.number}]},
    }


@pytest.mark.models("archived: `Repository was archived so is read-only.` (403)")
def test_an_archived_repository_is_read_only(
    repo: Repository, issue: Issue, api: Client, gh: Github
):
    repo.archived = True
    with refused(403, "Repository was archived so is read-only."):
        api.get_issue(1).create_comment("hello")
    assert ask(gh, "isArchived") == {"isArchived": True}


@pytest.mark.models("another token than the viewer's: `Bad credentials` (401)")
def test_a_token_that_is_not_valid(hub: OctoFake, api: Client, gh: Github):
    hub.revoke_token()
    with pytest.raises(github.BadCredentialsException):
        _ = api.description
    with pytest.raises(github.BadCredentialsException):
        ask(gh, "id")


@pytest.mark.models("another token than the viewer's: `Bad credentials` (401)")
@pytest.mark.parametrize(
    ("authorization", "status", "words"),
    [
        (None, 401, "Requires authentication"),
        ("secret", 401, "Bad credentials"),
        ("Bearer ", 401, "Bad credentials"),
        ("Bearer other", 401, "Bad credentials"),
        ("Bearer secret", 200, None),
        ("token secret", 200, None),
    ],
)
@pytest.mark.parametrize("path", ["/repos/octo/list", "/graphql"])
def test_only_the_viewers_token_is_good(
    gh: Github, path: str, authorization: str, status: int, words: str
):
    query = {"query": "{ viewer { login } }"} if path == "/graphql" else None
    headers = {"Authorization": authorization}  # None is sent as no header
    method = "POST" if query else "GET"
    reported = requests.request(
        method, f"https://api.github.com{path}", json=query, headers=headers, timeout=1
    )
    assert (reported.status_code, reported.json().get("message")) == (status, words)


def test_the_token_may_be_another(hub: OctoFake, api: Client):
    hub.token = "other"
    with pytest.raises(github.BadCredentialsException):
        _ = api.description


@pytest.mark.models("an unknown `X-GitHub-Api-Version`: `... is not a supported version.` (400)")
def test_a_version_that_github_does_not_have(hub: OctoFake, repo: Repository):
    def asked(version: str) -> requests.Response:
        headers = {"Authorization": "Bearer secret", "X-GitHub-Api-Version": version}
        return requests.get("https://api.github.com/repos/octo/list", headers=headers, timeout=1)

    with hub.in_process():
        assert asked("2022-11-28").status_code == 200
        assert asked("v3").status_code == 400
        assert '"v3", is not a supported version.' in asked("v3").json()["message"]
    with pytest.raises(Violation, match="not modelled"), hub.in_process():
        asked("2026-03-10")


def test_a_repository_that_is_not_there(gh: Github):
    with refused(404, "Not Found"):
        _ = gh.get_repo("octo/nope").description
    with pytest.raises(
        github.UnknownObjectException, match="Could not resolve to a Repository with the name 'a/b'"
    ):
        gh.requester.graphql_query('{ repository(owner: "a", name: "b") { id } }', {})


def test_the_rate_limit_and_the_repository(api: Client, gh: Github):
    assert gh.get_rate_limit().rate.limit == 5000
    assert (api.default_branch, api.archived, api.full_name) == ("main", False, "octo/list")


@pytest.mark.models("`GitHub Actions is not permitted to create or approve pull requests.` (403)")
def test_actions_may_be_forbidden_to_open_pull_requests(repo: Repository, api: Client):
    repo.actions_may_open_pull_requests = False
    repo.commit({"README.md": "new\n"}, branch="bot/issue-1")
    with refused(403, "GitHub Actions is not permitted to create or approve pull requests."):
        api.create_pull(base="main", head="bot/issue-1", title="New")


@pytest.mark.models(
    "the Actions settings need the `administration` permission, which a workflow's token cannot have"
)
def test_the_settings_are_hidden_from_a_workflow(repo: Repository, api: Client):
    url = f"{api.url}/actions/permissions/workflow"
    with refused(403, "Resource not accessible by integration"):
        api.requester.requestJsonAndCheck("GET", url)
    repo.permissions["administration"] = "read"
    assert api.requester.requestJsonAndCheck("GET", url)[1]["can_approve_pull_request_reviews"]


@pytest.mark.models(
    "a ruleset refuses with `Repository rule violations found` (REST 422 and 409; in GraphQL its type is a guess)"
)
def test_a_ruleset_refuses(repo, gh, api):
    repo.rules = {"creation", "deletion"}
    with refused(422, "creations being restricted"):
        api.create_git_ref("refs/heads/side", repo.branches["main"])
    answer = mutate(gh, new_branch(repo))
    assert "Repository rule violations found" in answer["errors"][0]["message"]
    repo.create_branch("side")
    repo.rules = {"update"}
    moved = {"sha": repo.commit({"new": "text"}), "force": True}
    with refused(409, "Repository rule violations found"):
        gh.requester.requestJsonAndCheck(
            "PATCH", "/repos/octo/list/git/refs/heads/side", input=moved
        )


@pytest.mark.models("where pull requests are for collaborators: `must be a collaborator`")
def test_pull_requests_can_be_for_collaborators(repo, gh, api):
    repo.collaborators_only = True
    repo.commit({"new": "text"}, branch="side")
    with refused(422, "must be a collaborator"):
        api.create_pull("main", "side", title="New")
    assert mutate(gh, new_pull(repo))["errors"][0]["message"] == "must be a collaborator"


@pytest.mark.models(
    "settings: which actions may run, approval of forks' runs, rules for a branch, who may open pull requests"
)
def test_settings_of_2026(repo, gh, api):
    repo.permissions["administration"] = "read"
    repo.collaborators_only, repo.rules = True, {"update"}

    def get(path: str) -> Any:
        return gh.requester.requestJsonAndCheck("GET", f"/repos/octo/list{path}")[1]

    assert get("")["pull_request_creation_policy"] == "collaborators_only"
    assert get("/actions/permissions")["allowed_actions"] == "all"
    forks = get("/actions/permissions/fork-pr-contributor-approval")
    assert forks["approval_policy"] == "first_time_contributors"
    assert [rule["type"] for rule in get("/rules/branches/bot%2Fissue-1")] == ["update"]
    assert [rule["type"] for rule in get("/rules/branches/main")] == ["pull_request"]


@pytest.mark.models(
    "classic branch protection, by pattern; a token without administration sees none"
)
def test_branch_protection(repo, gh):
    repo.protections = {"bot/*": {"lock_branch": True}}
    query = """{ repository(owner: "octo", name: "list") {
        branchProtectionRules(first: 9) { nodes { pattern lockBranch allowsDeletions } } } }"""

    def rules() -> Any:
        answer = gh.requester.graphql_query(query, {})[1]
        return answer["data"]["repository"]["branchProtectionRules"]["nodes"]

    assert rules() == []
    repo.permissions["administration"] = "read"
    assert rules() == [{"pattern": "bot/*", "lockBranch": True, "allowsDeletions": True}]


@pytest.mark.models(
    "a ruleset refuses with `Repository rule violations found` (REST 422 and 409; in GraphQL its type is a guess)"
)
@pytest.mark.parametrize("kind", ["pull_request", "required_status_checks"])
def test_rules_of_merging_refuse_a_push_too(repo, gh, kind: str):
    repo.create_branch("side")
    repo.rules = {kind}
    moved = {"sha": repo.commit({"new": "text"}), "force": True}
    with refused(409, "Repository rule violations found"):
        gh.requester.requestJsonAndCheck(
            "PATCH", "/repos/octo/list/git/refs/heads/side", input=moved
        )
