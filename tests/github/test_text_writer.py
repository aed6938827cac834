"""Titles, texts, comments and labels are written in one request, and others' writes are noticed."""

from dataclasses import replace
from typing import Any

import pytest

from bot.decision.decision import Status
from bot.github.branch_writer import BranchWriter
from bot.github.errors import BranchKept, Missing, TransientError, Unreachable
from bot.github.observation import Observation
from bot.github.text_writer import TextWriter, check_undisturbed
from bot.github.writes import (
    AddComment,
    AddLabel,
    ClosePullRequest,
    DeleteBranch,
    DeleteComment,
    EditComment,
    EditPullRequest,
    MakeDraft,
    RemoveLabel,
    RenameIssue,
    TextWrite,
)
from tests.github.answered import labels, nodes
from tests.github.seen import COMMENT, SEEN
from tests.octofake.faults import Refusal
from tests.stage import API, Stage, new_charger

BRANCH = "bot/issue-1"


def write(stage: Stage, seen: Observation, *writes: TextWrite) -> None:
    client = stage.client()
    stage.hub.clear_requests()
    with stage.hub.in_process(API):
        TextWriter(client, BranchWriter(client)).write(seen, writes)


def test_without_writes_nothing_is_asked(stage):
    write(stage, SEEN)
    assert not stage.hub.requests


def test_many_texts_take_one_request(stage):
    issue = stage.propose()
    seen, pull = stage.observe(issue), stage.pull_request()
    write(
        stage,
        seen,
        EditPullRequest(pull.node_id, "Title", "Body"),
        AddLabel(issue.node_id, issue.number, "needs-info"),
        EditComment(stage.reply(issue).node_id, "Comment"),
        RenameIssue("Issue"),
    )
    assert len(stage.hub.requests) == 1
    assert (pull.title, pull.body, issue.title) == ("Title", "Body", "Issue")
    assert "needs-info" in issue.label_names
    assert stage.reply(issue).body == "Comment"


def test_a_comment_is_deleted_after_the_one_in_its_place_is_there(stage):
    issue = stage.propose()
    seen, old = stage.observe(issue), stage.reply(issue)
    write(stage, seen, AddComment("New"), DeleteComment(old.node_id))
    assert [request.operation for request in stage.hub.requests] == [
        "addComment",
        "deleteIssueComment",
    ]
    assert stage.reply(issue).body == "New"


def test_a_comment_that_another_run_has_deleted_is_gone(stage):
    seen = stage.observe(stage.submit(new_charger()))
    write(stage, seen, DeleteComment("IC_none"))
    with pytest.raises(Missing):
        write(stage, seen, EditComment("IC_none", "x"))


def test_a_comment_that_is_not_deleted_for_another_reason_is_noticed(stage):
    issue = stage.propose()
    seen = stage.observe(issue)
    stage.hub.fault(Refusal("deleteIssueComment", "UNPROCESSABLE", "Something went wrong."))
    with pytest.raises(TransientError, match="went wrong"):
        write(stage, seen, DeleteComment(stage.reply(issue).node_id))


def test_a_label_that_the_repository_lacks_is_made(stage):
    issue = stage.submit(new_charger())
    write(stage, stage.observe(issue), AddLabel(issue.node_id, issue.number, "other"))
    assert "other" in issue.label_names
    assert [request.operation for request in stage.hub.requests] == ["issues/add-labels"]


def test_a_branch_is_deleted_in_the_request_that_says_so(stage):
    issue = stage.propose()
    seen, tip = stage.observe(issue), stage.repository.branches[BRANCH]
    write(stage, seen, DeleteBranch(tip), EditComment(stage.reply(issue).node_id, "Gone"))
    assert [request.operation for request in stage.hub.requests] == ["updateRefs"]
    assert BRANCH not in stage.repository.branches
    assert stage.pull_request().state == "closed"
    assert stage.reply(issue).body == "Gone"


def test_a_branch_that_a_person_has_pushed_to_since_stays(stage):
    seen, tip = stage.observe(stage.propose()), stage.repository.branches[BRANCH]
    theirs = stage.repository.commit({"LICENSE": "mine"}, message="Mine", branch=BRANCH)
    with pytest.raises(TransientError):
        write(stage, seen, DeleteBranch(tip))
    assert stage.repository.branches[BRANCH] == theirs


def test_where_a_rule_keeps_the_branch_its_pull_request_is_closed_and_the_rest_written(stage):
    issue = stage.propose()
    seen, tip = stage.observe(issue), stage.repository.branches[BRANCH]
    stage.repository.rules = {"deletion"}
    with pytest.raises(BranchKept, match="protected ref"):
        write(stage, seen, DeleteBranch(tip), EditComment(stage.reply(issue).node_id, "Gone"))
    assert stage.pull_request().state == "closed"
    assert BRANCH in stage.repository.branches
    assert stage.reply(issue).body == "Gone"


def test_a_pull_request_is_closed_and_its_branch_stays(stage):
    seen = stage.observe(stage.propose())
    write(stage, seen, ClosePullRequest(stage.pull_request().node_id))
    assert stage.pull_request().state == "closed"
    assert BRANCH in stage.repository.branches


def test_where_there_are_no_drafts_the_branch_is_deleted(stage):
    stage.repository.has_drafts = False
    seen = stage.observe(stage.propose())
    with pytest.raises(TransientError, match="cannot be a draft"):
        write(stage, seen, MakeDraft(stage.pull_request().node_id))
    assert stage.pull_request().state == "closed"
    assert "bot/issue-1" not in stage.repository.branches


def test_what_was_merged_meanwhile_says_what_it_was(stage):
    seen, pull = stage.observe(stage.propose()), stage.pull_request()
    before = pull.title, pull.body
    pull.merge(by=stage.maintainer)
    with pytest.raises(TransientError, match="closed meanwhile"):
        write(stage, seen, EditPullRequest(pull.node_id, "Title", "Body"))
    assert (pull.title, pull.body) == before


def issue_now(**changes: Any) -> dict[str, Any]:
    """The issue in an answer just after a write."""
    comment = {"id": COMMENT.node_id, "body": COMMENT.body, "viewerDidAuthor": True}
    usual = {
        "title": "New charger: ",
        "body": "The answers",
        "state": "OPEN",
        "labels": labels("new-charger"),
        "comments": nodes(comment),
    }
    return usual | changes


OURS = {"id": "IC_2", "body": COMMENT.body, "viewerDidAuthor": True}
ADDED = {"commentEdge": {"node": {"id": "IC_2"}}, "subject": issue_now(comments=nodes(OURS))}


@pytest.mark.parametrize(
    ("writes", "result"),
    [
        ((), {}),
        ((), {"labelable": {}}),  # a pull request
        ((), {"labelable": issue_now()}),
        ((), {"labelable": issue_now(labels=labels("New-Charger"))}),
        ((AddComment("x"),), ADDED),
        ((EditComment("IC_1", "x"),), {"issueComment": {"issue": issue_now()}}),
        ((RenameIssue("Other"),), {"issue": issue_now(title="Other")}),
        (
            (AddLabel("I_1", 1, "Duplicate"),),
            {"labelable": issue_now(labels=labels("duplicate", "new-charger"))},
        ),
        ((RemoveLabel("I_1", "new-charger"),), {"labelable": issue_now(labels=labels())}),
        ((AddLabel("PR_2", 2, "invalid"),), {"labelable": issue_now()}),
    ],
)
def test_what_we_have_written_ourselves_is_undisturbed(writes, result):
    check_undisturbed(SEEN, writes, [result])


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Other"},
        {"body": "Other answers"},
        {"state": "CLOSED"},
        {"labels": labels()},
        {"labels": labels("new-charger", "needs-info")},
        {"comments": nodes(OURS)},
    ],
)
def test_what_somebody_else_has_written_is_noticed(changes):
    with pytest.raises(TransientError, match="somebody else"):
        check_undisturbed(SEEN, (), [Unreachable("x"), {"subject": issue_now(**changes)}])


def test_comments_of_others_disturb_nobody():
    theirs = OURS | {"viewerDidAuthor": False}
    other = OURS | {"body": Status.PROPOSED.value}
    check_undisturbed(SEEN, (), [{"subject": issue_now(comments=nodes(theirs, other))}])


def test_the_last_answer_counts():
    results = [{"subject": issue_now(title="Before")}, {"subject": issue_now()}]
    check_undisturbed(SEEN, (), results)
    closed = SEEN.situation.issue._replace(is_open=False)
    seen = replace(SEEN, situation=SEEN.situation._replace(issue=closed))
    check_undisturbed(seen, (), [{"subject": issue_now(state="CLOSED")}])
