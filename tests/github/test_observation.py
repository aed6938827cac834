"""The state of an issue as it was seen, and as it is after a write."""

from dataclasses import replace

import pytest

from bot.decision.situation import PullRequest, PullRequestState
from bot.github.commit import BotBranch, BranchUpdate
from bot.github.observation import Observation
from tests.github.seen import BRANCH, CONTENT, NEW_ISSUE, OTHER, SEEN, TIP, with_state

THEIRS = BotBranch(OTHER)
UPDATE = BranchUpdate(replace(BRANCH, tip=OTHER), "1", "2", "3", "4")


def behind(seen: Observation) -> Observation:
    """The same after the list has changed on the default branch."""
    return replace(seen, base=seen.base.model_copy(update={"readme": OTHER}))


def test_the_branch_is_named_for_its_issue():
    assert replace(SEEN, number=12).branch_name == "bot/issue-12"


@pytest.mark.parametrize(
    "seen",
    [
        SEEN,
        behind(NEW_ISSUE),
        behind(replace(SEEN, branch=None)),
        behind(replace(SEEN, branch=THEIRS)),
        behind(with_state(PullRequestState.CLOSED)),
        behind(with_state(PullRequestState.MERGED)),
    ],
)
def test_nothing_is_behind_but_our_open_proposal(seen):
    assert not seen.is_behind


def test_a_proposal_is_behind_once_the_list_has_changed():
    assert behind(SEEN).is_behind


@pytest.mark.parametrize(
    ("branch", "may_be"),
    [(None, False), (BRANCH, False), (replace(THEIRS, tip=TIP), False), (THEIRS, True)],
)
def test_only_a_branch_of_unknown_origin_may_be_left_over(branch, may_be):
    assert replace(SEEN, branch=branch).may_be_leftover is may_be


def test_a_branch_without_pull_request_may_be_left_over():
    assert replace(NEW_ISSUE, branch=THEIRS).may_be_leftover
    assert not replace(NEW_ISSUE, branch=THEIRS, update=UPDATE).may_be_leftover


def test_an_updated_branch_is_nobodys():
    person = SEEN.situation._replace(taken_over_by="maintainer")
    after = replace(SEEN, situation=person).with_update(UPDATE)
    assert after == replace(SEEN, branch=UPDATE.branch)


def test_an_opened_pull_request_is_known():
    after = NEW_ISSUE.with_pull_request(replace(CONTENT, number=3))
    assert after.situation.pull_request == PullRequest(3)
    assert after.pull == replace(CONTENT, number=3)


def test_a_refusal_is_known():
    after = NEW_ISSUE.without_permission("a rule", has_branch=True)
    assert (after.situation.forbidden, after.context.has_branch) == ("a rule", True)
