"""The writes that close a pull request, and those to titles, texts, comments and labels."""

from dataclasses import replace
from typing import Any

import pytest

from bot.decision.decision import ExistingPullRequest, IssueLabel, Outcome, Status
from bot.decision.situation import PullRequestState
from bot.github.commit import BotBranch
from bot.github.observation import Observation
from bot.github.plan import must_be_heard, plan_text_writes
from bot.github.writes import (
    AddComment,
    AddLabel,
    ClosePullRequest,
    DeleteBranch,
    DeleteComment,
    EditComment,
    EditPullRequest,
    MakeDraft,
    MakeReady,
    RemoveLabel,
    RenameIssue,
    TextWrite,
)
from bot.render.desired import DesiredState
from tests.charger_list import FORMS
from tests.github.seen import (
    COMMENT,
    CONTENT,
    DESIRED,
    EARLY,
    LAST_LINE,
    LATE,
    NEW_ISSUE,
    OTHER,
    PROPOSED,
    SEEN,
    TIP,
    with_state,
)

QUIET = DesiredState(Outcome.NOTHING)
DRAFT = QUIET._replace(existing=ExistingPullRequest.DRAFT)
CLOSE = QUIET._replace(existing=ExistingPullRequest.CLOSE)
THEIRS = BotBranch(OTHER, message="Mine")
NOTE = "**ada has taken over** <!-- charger-bot: taken over -->"
ANOTHER = DESIRED._replace(proposed=PROPOSED._replace(title="Add Zaptec Go 3"))
OTHER_TITLE = EditPullRequest("PR_2", "Add Zaptec Go 3", PROPOSED.body)


def plan(seen: Observation, desired: DesiredState = DESIRED) -> list[TextWrite]:
    return list(plan_text_writes(seen, desired, FORMS))


def content(**changes: Any) -> Observation:
    """The same with other content of the pull request."""
    return replace(SEEN, pull=replace(CONTENT, **changes))


def labelled(*labels: str) -> Observation:
    """The same with these labels on the issue."""
    issue = SEEN.situation.issue._replace(labels=labels)
    return replace(SEEN, situation=SEEN.situation._replace(issue=issue))


def test_what_is_as_desired_needs_no_write():
    assert plan(SEEN) == []


@pytest.mark.parametrize("seen", [SEEN, NEW_ISSUE])
def test_where_nothing_is_to_be_said_all_stays(seen):
    assert plan(seen, QUIET) == []


@pytest.mark.parametrize("state", [PullRequestState.CLOSED, PullRequestState.MERGED])
def test_a_pull_request_that_is_not_open_keeps_its_text(state):
    assert plan(with_state(state), ANOTHER) == []
    assert plan(with_state(state), DRAFT) == []


def test_what_github_forbids_is_not_tried_again():
    seen = replace(SEEN, situation=SEEN.situation._replace(forbidden="a rule"))
    assert plan(seen, ANOTHER) == plan(seen, DRAFT) == []


def test_on_a_locked_issue_that_is_closed_nothing_is_said():
    issue = SEEN.situation.issue._replace(is_open=False)
    seen = replace(SEEN, situation=SEEN.situation._replace(issue=issue))
    desired = QUIET._replace(comment="Gone", label=IssueLabel.NEEDS_INFO, issue_title="Other")
    assert plan(replace(seen, is_locked=True), desired) == []
    assert plan(seen, desired) == [
        EditComment("IC_1", "Gone"),
        AddLabel("I_1", 1, "needs-info"),
        RenameIssue("Other"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"body": f"Mine\n\n{LAST_LINE}"},
        {"title": "Mine"},
        {"body": "Mine", "edited_at": LATE},
    ],
)
def test_what_a_person_has_written_is_kept(changes):
    assert plan(content(is_edited=True, **changes)) == []


@pytest.mark.parametrize(
    "seen",
    [
        content(title="Mine"),  # by the bot itself, for another list
        content(is_edited=True, body=LAST_LINE.replace("0", "f")),
        replace(content(is_edited=True, body="Mine", edited_at=EARLY), edited_at=LATE),
    ],
)
def test_once_the_submission_has_changed_the_bot_writes(seen):
    assert plan(seen) == [EditPullRequest("PR_2", PROPOSED.title, PROPOSED.body)]


def test_another_title_is_written():
    assert plan(SEEN, ANOTHER) == [OTHER_TITLE]


@pytest.mark.parametrize(
    ("there", "writes"),
    [
        (("New-Charger", "help wanted"), []),
        ((), [AddLabel("PR_2", 2, "new-charger")]),
        (
            ("Invalid", "new-charger", "new-brand"),
            [RemoveLabel("PR_2", "Invalid"), RemoveLabel("PR_2", "new-brand")],
        ),
    ],
)
def test_a_pull_request_has_the_label_of_its_kind_alone(there, writes):
    assert plan(content(labels=there)) == writes


def test_a_label_of_a_form_counts_in_any_case():
    desired = DESIRED._replace(proposed=PROPOSED._replace(label="New-Charger"))
    assert plan(SEEN, desired) == []


def test_a_pull_request_is_a_draft_while_the_answers_are_not_valid():
    assert plan(SEEN, DRAFT) == [MakeDraft("PR_2")]
    assert plan(content(is_draft=True), DRAFT) == []


def test_only_our_own_draft_is_made_ready():
    assert plan(content(is_draft=True)) == []
    assert plan(content(is_draft=True, is_our_draft=True)) == [MakeReady("PR_2")]


def test_a_take_over_is_noted_once():
    desired = QUIET._replace(note=NOTE)
    body = f"{NOTE}\n\n{PROPOSED.body}"
    assert plan(content(body=body), desired) == []
    assert plan(SEEN, desired) == [EditPullRequest("PR_2", PROPOSED.title, body)]


@pytest.mark.parametrize(
    ("there", "label", "writes"),
    [
        (("new-charger",), None, []),
        (("Needs-Info",), IssueLabel.NEEDS_INFO, []),
        (("question",), IssueLabel.DUPLICATE, [AddLabel("I_1", 1, "duplicate")]),
        (("needs-info",), None, [RemoveLabel("I_1", "needs-info")]),
        (
            ("duplicate",),
            IssueLabel.NEEDS_INFO,
            [AddLabel("I_1", 1, "needs-info"), RemoveLabel("I_1", "duplicate")],
        ),
    ],
)
def test_an_issue_has_the_label_of_its_status(there, label, writes):
    assert plan(labelled(*there), QUIET._replace(label=label)) == writes


def test_a_title_of_its_own_is_given():
    assert plan(SEEN, QUIET._replace(issue_title="Add it")) == [RenameIssue("Add it")]


def test_the_first_comment_is_added():
    desired = QUIET._replace(comment="Hello")
    assert plan(NEW_ISSUE, desired) == [AddComment("Hello")]


def test_a_comment_that_need_not_be_heard_is_edited():
    desired = QUIET._replace(comment="More", status=Status.PROPOSED)
    assert plan(SEEN, desired) == [EditComment("IC_1", "More")]


def test_a_comment_to_be_heard_takes_the_place_of_the_old_one():
    desired = QUIET._replace(comment="No", status=Status.DECLINED)
    assert plan(SEEN, desired) == [AddComment("No"), DeleteComment("IC_1")]


def test_of_several_comments_the_last_stays():
    others = [COMMENT._replace(node_id=name) for name in ("IC_2", "IC_3")]
    seen = replace(SEEN, status_comments=(COMMENT, *others))
    assert plan(seen, QUIET) == plan(seen) == [DeleteComment("IC_1"), DeleteComment("IC_2")]


@pytest.mark.parametrize(
    ("before", "status", "edited_at", "is_heard"),
    [
        (Status.PROPOSED, Status.PROPOSED, EARLY, False),  # the same
        ("", Status.DECLINED, EARLY, False),  # written before comments named a status
        (Status.PROPOSED, Status.MERGED, EARLY, False),  # GitHub itself notifies of it
        (Status.PROPOSED, Status.REFUSED, LATE, False),  # caused by the author
        (Status.PROPOSED, Status.REFUSED, EARLY, True),
        (Status.WITHDRAWN, Status.PROPOSED, EARLY, True),
    ],
)
def test_only_a_change_which_the_author_did_not_cause_is_heard(before, status, edited_at, is_heard):
    seen = replace(SEEN, author_edited_at=edited_at)
    assert must_be_heard(seen, COMMENT._replace(status=before), status) is is_heard


@pytest.mark.parametrize(
    "seen",
    [
        NEW_ISSUE,
        replace(NEW_ISSUE, branch=THEIRS),
        replace(with_state(PullRequestState.CLOSED), branch=None),
        replace(with_state(PullRequestState.MERGED), branch=THEIRS),
    ],
)
def test_where_nothing_of_ours_is_open_nothing_is_closed(seen):
    assert plan(seen, CLOSE) == []


def test_deleting_our_branch_closes_its_pull_request():
    assert plan(SEEN, CLOSE) == [DeleteBranch(TIP)]
    leftover = BotBranch(OTHER, is_leftover=True)
    assert plan(replace(NEW_ISSUE, branch=leftover), CLOSE) == [DeleteBranch(OTHER)]


@pytest.mark.parametrize("branch", [None, THEIRS])
def test_where_no_branch_is_ours_the_pull_request_alone_is_closed(branch):
    assert plan(replace(SEEN, branch=branch), CLOSE) == [ClosePullRequest("PR_2")]
