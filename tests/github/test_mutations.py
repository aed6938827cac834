"""The documents that write; the fake holds each against GitHub's schema, here is what it cannot see."""

import base64
from dataclasses import replace

import pytest

from bot.github.mutations import (
    IssueNow,
    PullRequestNow,
    create_commit,
    document,
    move_ref,
    mutation_of,
    update_issue,
)
from bot.github.writes import AddComment, AddLabel, MakeReady, RenameIssue
from tests.github.seen import SEEN


def test_a_document_has_each_mutation_under_a_name_of_its_own():
    text, variables = document([mutation_of(MakeReady(pull), SEEN) for pull in ("PR_1", "PR_2")])
    kind = "MarkPullRequestReadyForReviewInput!"
    assert text == (
        f"mutation($i0: {kind}, $i1: {kind}) {{\n"
        "  m0: markPullRequestReadyForReview(input: $i0) { clientMutationId }\n"
        "  m1: markPullRequestReadyForReview(input: $i1) { clientMutationId }\n"
        "}\n"
    )
    assert variables == {"i0": {"pullRequestId": "PR_1"}, "i1": {"pullRequestId": "PR_2"}}


def test_the_issue_after_a_write_is_asked_for_once():
    seen = replace(SEEN, label_ids={"invalid": "LA_1"})
    writes = (AddLabel("I_1", 1, "Invalid"), RenameIssue("x"), AddComment("b"))
    text, variables = document([mutation_of(write, seen) for write in writes])
    assert variables["i0"] == {"labelableId": "I_1", "labelIds": ["LA_1"]}
    assert text.count("...IssueNow") == 3
    assert text.count("fragment IssueNow") == 1


def test_text_of_strangers_is_in_variables_alone():
    text, variables = document([mutation_of(AddComment('") { evil }'), SEEN)])
    assert "evil" not in text
    assert variables["i0"]["body"] == '") { evil }'


def test_a_commit_has_headline_body_and_the_bytes_of_the_list():
    given = create_commit("acme/list", "bot/issue-1", "1" * 40, "Add it\n\nFor #1\n\nx", "é").input
    assert given["message"] == {"headline": "Add it", "body": "For #1\n\nx"}
    (addition,) = given["fileChanges"]["additions"]
    assert base64.b64decode(addition["contents"]) == "é".encode()
    assert given["expectedHeadOid"] == "1" * 40


def test_a_branch_is_moved_only_from_where_it_was_seen():
    (update,) = move_ref("R_1", "bot/issue-1", "1" * 40, "2" * 40).input["refUpdates"]
    assert update == {
        "name": "refs/heads/bot/issue-1",
        "beforeOid": "1" * 40,
        "afterOid": "2" * 40,
        "force": True,
    }


@pytest.mark.parametrize(("is_open", "state"), [(True, "OPEN"), (False, "CLOSED")])
def test_an_issue_is_given_its_text_and_state_at_once(is_open, state):
    mutation = update_issue("I_1", "All fine", is_open=is_open)
    assert mutation.input == {"id": "I_1", "body": "All fine", "state": state}


def test_an_issue_just_after_a_write_has_its_labels_and_comments():
    found = IssueNow.model_validate(
        {
            "title": "Add it",
            "body": "",
            "state": "OPEN",
            "labels": {"nodes": [{"name": "new-charger"}]},
            "comments": {"nodes": [None]},
        }
    )
    assert [label.name for label in found.labels.nodes] == ["new-charger"]
    assert found.comments.nodes == ()


def test_a_pull_request_just_after_a_write_names_its_commit():
    answer = {"number": 7, "id": "PR_1", "headRefOid": "abc", "state": "OPEN"}
    found = PullRequestNow.model_validate(answer)
    assert (found.number, found.id, found.head_ref_oid, found.state) == (7, "PR_1", "abc", "OPEN")
