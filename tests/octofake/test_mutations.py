"""What GraphQL writes."""

import pytest
from github import Github, GithubException
from github.Repository import Repository as Client

from tests.octofake import (
    OctoFake,
)
from tests.octofake.asking import (
    ask,
    mutate,
    new_branch,
    new_commit,
    new_pull,
    refused,
)
from tests.octofake.faults import Refusal
from tests.octofake.repository import Repository


@pytest.mark.models(
    "updateRefs moves, makes and deletes branches, each only from where it is said to be (the wording of its "
    "refusal is a guess)"
)
def test_branches_move_only_from_where_they_are_said_to_be(
    hub: OctoFake, repo: Repository, api: Client
):
    first = repo.branches["main"]
    second = repo.commit({"new": "text"}, message="Second", branch="side")
    update = "mutation Move($update: UpdateRefsInput!) { updateRefs(input: $update) { clientMutationId } }"

    def move(before: str, after: str) -> None:
        refs = [{"name": "refs/heads/side", "beforeOid": before, "afterOid": after, "force": True}]
        api._requester.graphql_query(
            update, {"update": {"repositoryId": repo.node_id, "refUpdates": refs}}
        )

    with pytest.raises(GithubException):
        move(first, first)
    assert repo.branches["side"] == second
    move(second, first)
    assert repo.branches["side"] == first
    move(first, "0" * 40)
    assert "side" not in repo.branches
    move("0" * 40, second)
    assert repo.branches["side"] == second


@pytest.mark.models(
    "the mutations of one document run in their order, each on its own: one can be refused and the others done"
)
def test_mutations_of_a_document_are_done_each_on_its_own(hub, repo, gh):
    main = repo.branches["main"]
    answer = mutate(gh, new_branch(repo), new_commit("0" * 40), new_branch(repo, "other"))
    assert [error["path"] for error in answer["errors"]] == [["m1"]]
    assert answer["data"]["m1"] is None
    assert (repo.branches["side"], repo.branches["other"]) == (main, main)
    hub.fault(Refusal("createRef", "FORBIDDEN", "No"))
    answer = mutate(gh, new_branch(repo, "third"), new_commit(main))
    assert answer["errors"][0]["message"] == "No"
    assert "third" not in repo.branches
    assert repo.branches["side"] != main


@pytest.mark.models(
    "createCommitOnBranch appends to a branch that is where it is said to be (`STALE_DATA`), signed by GitHub"
)
def test_a_commit_is_appended_to_a_branch(hub, repo, gh):
    main = repo.branches["main"]
    mutate(gh, new_branch(repo), new_commit(main))
    tip = repo.objects.commit(repo.branches["side"])
    assert tip.message == b"New\n\nAll new"
    assert tip.author.startswith(hub.viewer.login.encode())
    assert tip.gpgsig
    assert repo.text("README.md", "side") == "new\n"
    assert mutate(gh, new_commit(main))["errors"][0]["type"] == "STALE_DATA"


@pytest.mark.models(
    "a pull request, its texts, comments and labels can be written by GraphQL; a label that is not there is taken "
    "off without a complaint (a guess)"
)
def test_texts_are_written_by_graphql(repo, gh, issue):
    mutate(gh, new_branch(repo), new_commit(repo.branches["main"]), new_pull(repo))
    (pull,) = repo.pull_requests()
    label = {"labelableId": pull.node_id, "labelIds": [repo.label("invalid").node_id]}
    mutate(
        gh,
        ("updatePullRequest", {"pullRequestId": pull.node_id, "title": "Other", "body": "Text"}),
        ("addLabelsToLabelable", label),
        ("addComment", {"subjectId": issue.node_id, "body": "Hello"}),
        ("closePullRequest", {"pullRequestId": pull.node_id}),
    )
    assert (pull.title, pull.body, pull.state) == ("Other", "Text", "closed")
    assert pull.label_names == ["invalid"]
    (comment,) = issue.comments
    mutate(gh, ("updateIssueComment", {"id": comment.node_id, "body": "Hi"}))
    assert comment.body == "Hi"
    assert "errors" not in mutate(
        gh,
        ("removeLabelsFromLabelable", label),
        ("removeLabelsFromLabelable", label),
        ("deleteIssueComment", {"id": comment.node_id}),
    )
    assert (pull.label_names, issue.comments) == ([], [])


@pytest.mark.models("an issue can be opened, edited, closed and opened again by GraphQL")
def test_an_issue_by_graphql(hub: OctoFake, repo: Repository, gh: Github):
    def mutate(name: str, kind: str, **fields: str) -> int:
        document = (
            f"mutation M($input: {kind}!) {{ {name}(input: $input) {{ issue {{ number }} }} }}"
        )
        _, data = gh.requester.graphql_query(document, {"input": fields})
        return data["data"][name]["issue"]["number"]

    number = mutate("createIssue", "CreateIssueInput", repositoryId=repo.node_id, title="One")
    opened = repo.issues_and_pulls[number]
    assert (opened.author, opened.title, opened.body) == (hub.viewer, "One", None)
    for state in ("CLOSED", "OPEN"):
        mutate("updateIssue", "UpdateIssueInput", id=opened.node_id, body="Two", state=state)
        assert (opened.title, opened.body, opened.state) == ("One", "Two", state.lower())
    repo.permissions.pop("issues")
    with refused(400, "Resource not accessible"):
        mutate("updateIssue", "UpdateIssueInput", id=opened.node_id, body="Three")
    assert opened.body == "Two"


@pytest.mark.models(
    "a review has a text, a state and a time of its own, remarks on single lines, and is no comment"
)
def test_reviews(hub: OctoFake, repo: Repository, gh: Github):
    repo.commit({"new.txt": "new"}, branch="topic")
    pull = repo.open_pull_request(hub.viewer, "topic", "Title")
    for state in ("COMMENTED", "CHANGES_REQUESTED"):
        pull.review(state.title(), by=hub.user("ada"), state=state).remark(f"A line: {state}")
    fields = """pullRequest(number: 1) {
      comments(last: 1) { totalCount }
      reviews(last: 1) { totalCount nodes {
        body state submittedAt author { login } comments(first: 5) { nodes { body } }
      } }
      wanted: reviews(first: 5, states: [COMMENTED], author: "ada") { nodes { body } }
      others: reviews(first: 5, author: "grace") { totalCount }
    }"""
    found = ask(gh, fields)["pullRequest"]
    assert (found["comments"], found["others"]) == ({"totalCount": 0}, {"totalCount": 0})
    assert found["wanted"]["nodes"] == [{"body": "Commented"}]
    (latest,) = found["reviews"]["nodes"]
    assert (found["reviews"]["totalCount"], latest.pop("submittedAt")[:2]) == (2, "20")
    assert latest == {
        "body": "Changes_Requested",
        "state": "CHANGES_REQUESTED",
        "author": {"login": "ada"},
        "comments": {"nodes": [{"body": "A line: CHANGES_REQUESTED"}]},
    }
