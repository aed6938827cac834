"""What GitHub does not know is a violation."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests
from graphql import GraphQLObjectType

from tests.octofake import (
    OctoFake,
    Violation,
    checking,
    graphql_execution,
    graphql_fields,
    graphql_git,
    graphql_issues,
    graphql_views,
    rest,
)
from tests.octofake.asking import (
    LABELS,
    ask,
    client,
    propose,
)
from tests.octofake.exchange import Site
from tests.octofake.graphql_cost import Cost
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("GET", "/repos/octo/list/milestones", None, "is not modelled"),
        ("POST", "/repos/octo/list/issues/1/comments", {"body": "x", "extra": 1}, "extra"),
        (
            "POST",
            "/repos/octo/list/git/refs",
            {"ref": "refs/heads/x"},
            "'sha' is a required property",
        ),
        ("GET", "/repos/octo/list/pulls?nope=1", None, "has no parameter 'nope'"),
        ("GET", "/repos/octo/list/pulls?state=merged", None, "'merged' is not one of"),
        ("POST", "/graphql", {"query": "{ viewer { nope } }"}, "Cannot query field 'nope'"),
        ("POST", "/graphql", {"query": "{ viewer "}, "cannot be parsed"),
        (
            "POST",
            "/graphql",
            {"query": "query($n: Int!) { viewer { login } node(id: $n) { id } }"},
            "$n",
        ),
    ],
)
def test_what_github_does_not_know_is_a_violation(method: str, path: str, body: Any, words: str):
    hub = OctoFake()
    hub.repository("octo/list")
    with pytest.raises(Violation), hub.in_process():
        requests.request(
            method,
            f"https://api.github.com{path}",
            json=body,
            headers={"Authorization": "x"},
            timeout=1,
        )
    assert words in hub.violations[0]


@pytest.mark.models(
    "a list needs `first` or `last` of at most 100; 500,000 nodes a query; the cost"
)
def test_an_unlimited_list_is_a_violation(hub: OctoFake, repo: Repository):
    with pytest.raises(Violation, match="must provide a `first` or `last`"), hub.in_process():
        ask(client(), "issues { totalCount }")
    with pytest.raises(Violation, match="possible nodes"), hub.in_process():
        ask(
            client(),
            "issues(first: 100) { nodes { comments(first: 100) { nodes { issue { ...L } } } } }",
            LABELS,
        )


def test_a_violation_that_the_program_swallows_is_reported_at_the_end(
    hub: OctoFake, repo: Repository
):
    with (
        pytest.raises(Violation, match="is not modelled"),
        hub.in_process(),
        pytest.raises(AssertionError),
    ):
        requests.get("https://api.github.com/emojis", timeout=1)


def test_an_order_that_is_not_modelled_is_a_violation(hub: OctoFake, repo: Repository):
    address = "https://api.github.com/repos/octo/list/issues?sort=comments"
    with pytest.raises(Violation, match="sorting issues by comments"), hub.in_process():
        requests.get(address, headers={"Authorization": "Bearer secret"}, timeout=1)


def test_other_addresses_are_refused(hub: OctoFake):
    with hub.in_process(), pytest.raises(Violation, match="would leave"):
        requests.get("https://example.org/", timeout=1)


def test_every_operation_is_modelled():
    assert {operation.id for operation in checking.operations()} == rest.OPERATIONS.keys()


ARGUMENTS = {
    "expression": "HEAD",
    "first": 1,
    "itemTypes": ["CLOSED_EVENT"],
    "name": "list",
    "owner": "octo",
    "path": "README.md",
    "qualifiedName": "main",
    "refPrefix": "refs/heads/",
}


def things_to_show(hub: OctoFake, repo: Repository, issue: Issue) -> Iterator[tuple[str, object]]:
    """Give one thing of each GraphQL type, with the name of its type."""
    pull = propose(hub, repo)
    pull.convert_to_draft(by=hub.viewer)
    pull.mark_ready(by=hub.viewer)
    repo.create_branch("bot/issue-1", at=repo.commit({"x": "y"}, branch="other"))
    pull.add_label("invalid")
    pull.remove_label("invalid")
    pull.close()
    pull.reopen()
    pull.merge(by=hub.user("mia"))
    repo.delete_branch("bot/issue-1")
    records = [
        repo,
        issue,
        pull,
        issue.labels[0],
        issue.comment("hello", by=hub.viewer),
        *pull.timeline,
    ]
    main = graphql_views.view_of(repo, repo.branches["main"])
    views = [
        main,
        graphql_git.tree(main),
        graphql_git.file(main, "README.md"),
        graphql_git.file(main, "README.md").object,
    ]
    lists = [
        graphql_issues.commits(pull, first=1),
        graphql_issues.timeline_items(issue, ["LABELED_EVENT"], first=1),
    ]
    views += [graphql_git.author(main), graphql_views.ref_view(repo, "main"), lists[0].nodes[0]]
    yield from (
        (graphql_fields.typename(thing), thing)
        for thing in [*records, *views, hub.user("ada"), hub.viewer]
    )
    yield from (
        ("IssueTimelineItemsConnection", lists[1]),
        ("IssueTimelineItemsEdge", lists[1].edges[0]),
    )
    yield from (
        ("PageInfo", lists[0].page_info),
        ("GpgSignature", graphql_git.signature(main)),
        ("Query", None),
    )
    yield "PullRequestChangedFile", graphql_issues.files(pull, first=1).nodes[0]


def test_every_field_is_modelled(hub: OctoFake, repo: Repository, issue: Issue):
    types = graphql_execution.schema().type_map
    context = graphql_execution.Context(hub.world, Site("https://api", "https://pages"), Cost())
    known = ARGUMENTS | {"id": issue.node_id}
    for name, thing in things_to_show(hub, repo, issue):
        kind = types[name]
        assert isinstance(kind, GraphQLObjectType)
        for field, definition in kind.fields.items():
            given = {
                argument: known[argument] for argument in definition.args.keys() & known.keys()
            }
            number = (
                {"issue": 1, "pullRequest": 2, "issueOrPullRequest": 1}.get(field, 0)
                if name == "Repository"
                else 0
            )
            given |= {"number": number} if number else {}
            graphql_fields.value_of(thing, context, name, field, given)
