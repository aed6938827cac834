"""The writes to a branch, and those that open its pull request."""

from dataclasses import replace

import pytest

from bot.decision.decision import ExistingPullRequest, Outcome
from bot.decision.situation import PullRequestState
from bot.github.commit import BotBranch, blob_id
from bot.github.observation import Observation
from bot.github.plan import plan_branch_writes
from bot.github.writes import BranchWrite, OpenPullRequest, PushCommit, ReopenPullRequest
from bot.render.desired import DesiredState, Proposed
from tests.github.seen import (
    BRANCH,
    CONTENT,
    DESIRED,
    NEW,
    NEW_ISSUE,
    OTHER,
    PROPOSED,
    SEEN,
    TIP,
    with_state,
)

REPLY = DesiredState(Outcome.REPLY)
DRAFT = REPLY._replace(existing=ExistingPullRequest.DRAFT)
THEIRS = BotBranch(OTHER, message="Mine")
# The list has changed since, in rows of its own.
BEHIND = replace(SEEN, base=SEEN.base.model_copy(update={"readme": blob_id("newer list\n")}))


def plan(seen: Observation, desired: DesiredState = DESIRED) -> list[BranchWrite]:
    return list(plan_branch_writes(seen, desired))


def test_what_is_as_desired_needs_no_write():
    assert plan(SEEN) == []


@pytest.mark.parametrize("desired", [REPLY, DRAFT])
def test_a_reply_leaves_branch_and_pull_request(desired):
    assert plan(SEEN, desired) == plan(NEW_ISSUE, desired) == []


def test_a_branch_that_merges_into_the_right_text_is_not_pushed():
    assert plan(replace(BEHIND, merged_readme=NEW)) == []


@pytest.mark.parametrize(("branch", "tip"), [(None, None), (THEIRS, OTHER)])
def test_a_new_proposal_is_pushed_from_what_was_seen(branch, tip):
    wanted = [PushCommit(PROPOSED, tip), OpenPullRequest(PROPOSED)]
    assert plan(replace(NEW_ISSUE, branch=branch)) == wanted


def test_a_branch_without_pull_request_is_adopted():
    assert plan(replace(NEW_ISSUE, branch=BRANCH)) == [OpenPullRequest(PROPOSED)]


@pytest.mark.parametrize(
    "proposed",
    [PROPOSED._replace(readme="newer list\n"), PROPOSED._replace(commit_message="Add Go 3")],
)
def test_another_change_is_pushed_and_its_pull_request_stays_open(proposed: Proposed):
    desired = DESIRED._replace(proposed=proposed)
    assert plan(SEEN, desired) == [PushCommit(proposed, TIP)]


@pytest.mark.parametrize(
    "seen",
    [
        BEHIND,
        replace(BEHIND, merged_readme="neither\n"),
        replace(BEHIND, merged_readme=NEW, branch=replace(BRANCH, message="Amended")),
        replace(SEEN, pull=replace(CONTENT, must_be_rebuilt=True)),
    ],
)
def test_a_branch_that_cannot_be_merged_as_it_is_is_pushed_anew(seen):
    assert plan(seen) == [PushCommit(PROPOSED, TIP)]


def test_after_a_merge_another_commit_is_needed():
    again = [PushCommit(PROPOSED, TIP), OpenPullRequest(PROPOSED)]
    assert plan(with_state(PullRequestState.MERGED)) == again
    moved = replace(with_state(PullRequestState.MERGED), pull=replace(CONTENT, head=OTHER))
    assert plan(moved) == [OpenPullRequest(PROPOSED)]


@pytest.mark.parametrize(("branch", "is_missing"), [(BRANCH, False), (None, True)])
def test_a_closed_pull_request_is_opened_again(branch, is_missing):
    closed = replace(with_state(PullRequestState.CLOSED), branch=branch)
    assert plan(closed) == [ReopenPullRequest(2, TIP, is_missing)]


def test_what_cannot_be_opened_again_is_opened_anew():
    closed = with_state(PullRequestState.CLOSED)
    for seen in (
        replace(closed, cannot_reopen=True),
        replace(closed, pull=replace(CONTENT, head_is_ours=False)),
    ):
        assert plan(seen) == [OpenPullRequest(PROPOSED)]
