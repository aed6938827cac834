"""What GraphQL reads."""

import github
import pytest
from github import Github

from tests.octofake import (
    OctoFake,
)
from tests.octofake.asking import (
    PULLS,
    README,
    ask,
    propose,
    refused,
)
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


def test_everything_in_one_query(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    propose(hub, repo)
    issue.comment("hello", by=hub.viewer)
    shown = ask(
        gh,
        """
        nameWithOwner
        defaultBranchRef { name target { oid ... on Commit { tree { oid } file(path: "README.md") {
          oid object { ... on Blob { text byteSize isTruncated isBinary } } } } } }
        issue(number: 1) { state title author { __typename login ... on User { databaseId } } authorAssociation
          labels(first: 10) { totalCount nodes { name } }
          comments(first: 10) { nodes { databaseId fullDatabaseId viewerDidAuthor author { __typename login } url } }
          closedByPullRequestsReferences(first: 5) { nodes { number } } }
        pullRequests(headRefName: "bot/issue-1", states: [OPEN], first: 5) { nodes { number isDraft headRefOid
          baseRefName commits(first: 2) { totalCount nodes { commit { oid message
            author { name email user { login } } signature { isValid wasSignedByGitHub } } } } } }
        """,
    )
    target = shown["defaultBranchRef"]["target"]
    assert (target["oid"], target["file"]["object"]["text"]) == (repo.branches["main"], README)
    assert shown["issue"]["author"] == {
        "__typename": "User",
        "login": "ada",
        "databaseId": hub.user("ada").id,
    }
    assert shown["issue"]["comments"]["nodes"][0]["viewerDidAuthor"]
    assert shown["issue"]["closedByPullRequestsReferences"]["nodes"] == [{"number": 2}]
    (pull,) = shown["pullRequests"]["nodes"]
    assert pull["commits"]["nodes"][0]["commit"]["author"]["user"]["login"] == "github-actions[bot]"


@pytest.mark.models(
    "an app's login has no `[bot]` as a GraphQL `Bot`, but has it in REST, as `viewer` and as a commit's `user`"
)
def test_a_bots_login_has_no_suffix_in_graphql(hub: OctoFake, issue: Issue, gh: Github):
    issue.comment("hello", by=hub.viewer)
    author = ask(
        gh, "issue(number: 1) { comments(last: 1) { nodes { author { __typename login } } } }"
    )
    assert author["issue"]["comments"]["nodes"] == [
        {"author": {"__typename": "Bot", "login": "github-actions"}}
    ]
    _, answer = gh.requester.graphql_query("{ viewer { login } }", {})
    assert answer["data"]["viewer"]["login"] == "github-actions[bot]"


@pytest.mark.models("a deleted account is null in GraphQL and `ghost` in REST")
def test_a_deleted_account_is_nobody(hub: OctoFake, issue: Issue, gh: Github):
    hub.user("ada").delete()
    assert ask(gh, "issue(number: 1) { author { login } }") == {"issue": {"author": None}}
    assert gh.get_repo("octo/list").get_issue(1).user.login == "ghost"


@pytest.mark.models(
    "timelines: labeled, unlabeled, closed (with closer and reason), reopened, merged, draft, ready, "
    "force-pushed, head deleted"
)
def test_the_timeline(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    mia = hub.user("mia")
    issue.remove_label("new-charger", by=mia)
    issue.add_label("new-charger", by=mia)
    issue.close(by=mia, reason="not_planned")
    issue.reopen(by=mia)
    kinds = "itemTypes: [LABELED_EVENT, UNLABELED_EVENT, CLOSED_EVENT, REOPENED_EVENT]"
    labels = "... on LabeledEvent { label { name } } ... on ClosedEvent { stateReason actor { login } createdAt }"
    items = ask(
        gh,
        f"issue(number: 1) {{ timelineItems({kinds}, last: 4) {{ totalCount nodes {{ __typename {labels} }} }} }}",
    )
    found = items["issue"]["timelineItems"]
    assert found["totalCount"] == 5
    assert [node["__typename"] for node in found["nodes"]] == [
        "UnlabeledEvent",
        "LabeledEvent",
        "ClosedEvent",
        "ReopenedEvent",
    ]
    assert found["nodes"][2]["stateReason"] == "NOT_PLANNED"


@pytest.mark.models(
    "timelines: labeled, unlabeled, closed (with closer and reason), reopened, merged, draft, ready, "
    "force-pushed, head deleted"
)
def test_the_timeline_of_a_pull_request(hub: OctoFake, repo: Repository, gh: Github):
    pull = propose(hub, repo)
    pull.convert_to_draft(by=hub.viewer)
    pull.mark_ready(by=hub.viewer)
    pull.merge(by=hub.user("mia"))
    repo.delete_branch("bot/issue-1")
    kinds = "CONVERT_TO_DRAFT_EVENT, READY_FOR_REVIEW_EVENT, MERGED_EVENT, HEAD_REF_DELETED_EVENT"
    items = ask(
        gh,
        f"pullRequest(number: 1) {{ timelineItems(itemTypes: [{kinds}], last: 9) {{ nodes {{ __typename }} }} }}",
    )
    assert [node["__typename"] for node in items["pullRequest"]["timelineItems"]["nodes"]] == [
        "ConvertToDraftEvent",
        "ReadyForReviewEvent",
        "MergedEvent",
        "HeadRefDeletedEvent",
    ]


@pytest.mark.models("REST pages with `Link`; GraphQL cursors stay valid when items come and go")
def test_pages_stay_valid_when_items_go(hub: OctoFake, repo: Repository, gh: Github):
    opened = [repo.open_issue(hub.user("ada"), f"Issue {number}", None) for number in range(1, 6)]
    query = "issues(states: [OPEN], first: 2 %s) { nodes { number } pageInfo { endCursor hasNextPage } totalCount }"
    first = ask(gh, query % "")["issues"]
    assert first["pageInfo"]["hasNextPage"]
    opened[0].close()
    second = ask(gh, query % f'after: "{first["pageInfo"]["endCursor"]}"')["issues"]
    assert [node["number"] for node in second["nodes"]] == [3, 4]
    newest = ask(
        gh, "issues(last: 1, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { number } }"
    )
    assert newest["issues"]["nodes"] == [{"number": 1}]


@pytest.mark.models(
    "`closedByPullRequestsReferences`: the pull requests into the default branch whose text says that they close the "
    "issue: those that are open, with `includeClosedPrs` all"
)
def test_which_pull_requests_close_an_issue(
    hub: OctoFake, repo: Repository, issue: Issue, gh: Github
):
    ada = hub.user("ada")
    closed, merged, opened, elsewhere = (propose(hub, repo, f"branch-{n}") for n in range(4))
    propose(hub, repo, "branch-4", body="See #1")
    repo.fork(ada).commit({"README.md": "mine"}, branch="mine", author=ada)
    strangers = repo.open_pull_request(ada, "mine", "Mine", "Fixes #1", fork=repo.forks[0])
    repo.create_branch("next")
    elsewhere.retarget("next")
    closed.close(by=ada)
    merged.merge(by=ada)

    def closing(argument: str) -> list[tuple[int, str]]:
        found = ask(
            gh,
            f"issue(number: 1) {{ closedByPullRequestsReferences(last: 9{argument}) {{ ...P }} }}",
            PULLS,
        )
        nodes = found["issue"]["closedByPullRequestsReferences"]["nodes"]
        return [(node["number"], node["state"]) for node in nodes]

    still_open = [(opened.number, "OPEN"), (strangers.number, "OPEN")]
    assert closing("") == closing(", includeClosedPrs: false") == still_open
    others = [(closed.number, "CLOSED"), (merged.number, "MERGED")]
    assert closing(", includeClosedPrs: true") == others + still_open


@pytest.mark.models("`authorAssociation`: the owner is OWNER, others as a test says, else NONE")
def test_what_an_author_is_to_the_repository(
    hub: OctoFake, repo: Repository, issue: Issue, gh: Github
):
    def association(number: int) -> str:
        return ask(gh, f"issue(number: {number}) {{ authorAssociation }}")["issue"][
            "authorAssociation"
        ]

    own = repo.open_issue(repo.owner, "Mine", "")
    assert (association(own.number), association(issue.number)) == ("OWNER", "NONE")
    repo.add_collaborator(hub.user("ada"))
    assert association(issue.number) == "COLLABORATOR"


@pytest.mark.models("`refs(query:)` finds a part of a name, wherever it is")
def test_branches_are_found_by_a_part_of_their_name(repo: Repository, gh: Github):
    for name in ("bot/issue-1", "bot/issue-12", "my-bot/issue-1", "mine"):
        repo.create_branch(name)
    found = ask(
        gh, 'refs(refPrefix: "refs/heads/", query: "bot/issue-1", first: 9) { nodes { name } }'
    )
    assert [node["name"] for node in found["refs"]["nodes"]] == [
        "bot/issue-1",
        "bot/issue-12",
        "my-bot/issue-1",
    ]


def test_issues_are_filtered(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    repo.open_issue(hub.user("eve"), "Other", None, labels=["invalid"])
    assert ask(gh, 'issues(labels: ["INVALID"], first: 5) { nodes { number } }')["issues"][
        "nodes"
    ] == [{"number": 2}]
    by_ada = ask(gh, 'issues(filterBy: {createdBy: "ada"}, first: 5) { totalCount }')
    assert by_ada["issues"]["totalCount"] == 1


def test_objects_refs_and_history(hub: OctoFake, repo: Repository, gh: Github):
    repo.create_branch("bot/issue-1")
    repo.commit({"docs/a.md": "a\n"}, message="Second\n\nmore")
    shown = ask(
        gh,
        """
        head: object(expression: "HEAD:docs/a.md") { ... on Blob { text } }
        none: object(expression: "main:nope.md") { oid }
        branch: object(expression: "bot/issue-1") { ... on Commit { messageHeadline } }
        ref(qualifiedName: "refs/heads/bot/issue-1") { name prefix target { oid } }
        missing: ref(qualifiedName: "refs/heads/nope") { name }
        refs(refPrefix: "refs/heads/", query: "bot/", first: 5) { nodes { name } }
        defaultBranchRef { target { ... on Commit { messageBody history(first: 5, path: "README.md") { totalCount }
          parents(first: 1) { nodes { oid } } tree { entries { name type mode } } } } }
        """,
    )
    assert (shown["head"]["text"], shown["none"], shown["missing"]) == ("a\n", None, None)
    assert shown["refs"]["nodes"] == [{"name": "bot/issue-1"}]
    tip = shown["defaultBranchRef"]["target"]
    assert (tip["messageBody"], tip["history"]["totalCount"]) == ("more", 1)
    assert [entry["name"] for entry in tip["tree"]["entries"]] == ["README.md", "docs"]


@pytest.mark.models("`Blob.text` is cut near 500 kB")
def test_long_texts_are_cut(hub: OctoFake, repo: Repository, gh: Github):
    repo.commit({"README.md": "é" * 300_000})
    blob = ask(
        gh, 'object(expression: "HEAD:README.md") { ... on Blob { text isTruncated byteSize } }'
    )["object"]
    assert (blob["isTruncated"], blob["byteSize"], len(blob["text"])) == (True, 600_000, 256_000)


@pytest.mark.models(
    "a list needs `first` or `last` of at most 100; 500,000 nodes a query; the cost"
)
def test_what_a_query_costs(gh: Github):
    issues = "issues(first: 50) { nodes { comments(first: 10) { nodes { id } } } }"
    query = f'{{ rateLimit {{ cost nodeCount }} repository(owner: "octo", name: "list") {{ {issues} }} }}'
    _, answer = gh.requester.graphql_query(query, {})
    assert answer["data"]["rateLimit"] == {"cost": 1, "nodeCount": 550}


@pytest.mark.models("`NOT_FOUND` errors with type and path; the rest of the answer stays")
def test_a_part_that_fails_leaves_the_rest(
    hub: OctoFake, repo: Repository, issue: Issue, gh: Github
):
    with pytest.raises(github.UnknownObjectException) as refusal:
        ask(gh, "one: issue(number: 1) { title } nine: issue(number: 9) { title }")
    answer = refusal.value.data
    assert answer["data"]["repository"] == {"one": {"title": "Add a charger"}, "nine": None}
    (error,) = answer["errors"]
    assert (error["type"], error["path"]) == ("NOT_FOUND", ["repository", "nine"])
    assert error["message"] == "Could not resolve to an Issue with the number of 9."


@pytest.mark.models(
    "a query for too much ends in `RESOURCE_LIMITS_EXCEEDED` (how much that is, is the test's choice)"
)
def test_a_query_can_ask_for_too_much(hub, repo, gh):
    hub.world.node_limit = 50
    ask(gh, "issues(first: 50) { nodes { number } }")
    with refused(400, "RESOURCE_LIMITS_EXCEEDED"):
        ask(gh, "issues(first: 51) { nodes { number } }")


@pytest.mark.models("an edit of a body tells its editor and its time; one of a title is an event")
def test_who_has_edited_what(hub, issue, gh):
    fields = """issue(number: 1) { lastEditedAt editor { login } }"""
    issue.edit(title="Other", by=hub.user("grace"))
    assert ask(gh, fields)["issue"] == {"lastEditedAt": None, "editor": None}
    assert issue.timeline[-1].kind == "RenamedTitleEvent"
    issue.edit(body="Other", by=hub.user("grace"))
    assert ask(gh, fields)["issue"]["editor"] == {"login": "grace"}
