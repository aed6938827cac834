"""The state of an issue as it was seen, and as it is after a write."""

from dataclasses import replace

import pytest

from bot.decision.situation import PullRequest, Standing
from bot.github.commit import BotBranch
from bot.github.observation import Observation
from tests.charger_list import LIST
from tests.octofake.issues import Issue
from tests.stage import API, Stage, new_charger


def observe(stage: Stage, issue: Issue) -> Observation:
    with stage.hub.in_process(API):
        return stage.remote().observe(issue.number)


@pytest.fixture
def fresh(stage: Stage) -> Observation:
    """An issue that the bot has not looked at."""
    return observe(stage, stage.submit(new_charger("Zaptec Nine")))


@pytest.fixture
def proposed(stage: Stage) -> Observation:
    """An issue with a pull request."""
    return observe(stage, stage.propose())


def test_a_new_issue_has_no_branch_and_nothing_is_behind(fresh):
    assert fresh.branch_name == "bot/issue-1"
    assert fresh.branch is fresh.pull is None
    assert not fresh.is_behind
    assert not fresh.may_be_leftover


def test_a_proposal_is_behind_once_the_list_has_changed(stage, proposed):
    assert not proposed.is_behind
    stage.repository.commit({"README.md": LIST + "\nMore\n"}, message="More")
    (issue,) = stage.repository.issues()
    behind = observe(stage, issue)
    assert behind.is_behind
    situation = behind.situation
    for standing in (Standing.CLOSED, Standing.MERGED):
        pull = PullRequest(2, standing)
        assert not replace(behind, situation=replace(situation, pull_request=pull)).is_behind
    assert not replace(behind, branch=None).is_behind
    assert not replace(behind, branch=BotBranch("1" * 40)).is_behind


def test_only_a_branch_of_unknown_origin_may_be_left_over(proposed):
    assert not proposed.may_be_leftover
    foreign = BotBranch("1" * 40)
    assert replace(proposed, branch=foreign).may_be_leftover
    assert replace(proposed, branch=foreign, pull=None).may_be_leftover
    assert not replace(proposed, branch=BotBranch(proposed.pull.head)).may_be_leftover


def test_an_updated_branch_is_nobodys(stage, proposed):
    person = replace(proposed.situation, taken_over_by="maintainer")
    (issue,) = stage.repository.issues()
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    text, main = stage.list_on("bot/issue-1"), stage.repository.branches["main"]
    tree = stage.repository.changed_tree(main, {"README.md": text})
    stage.repository.push_merge("bot/issue-1", tree, main, by=stage.maintainer)
    seen = observe(stage, issue)
    assert seen.update
    assert not seen.may_be_leftover
    after = replace(seen, situation=person).with_update(seen.update)
    assert after.situation.taken_over_by is None
    assert after.branch == seen.update.branch


def test_an_opened_pull_request_is_known(fresh, proposed):
    after = fresh.with_pull_request(proposed.pull)
    assert after.pull is proposed.pull
    assert after.situation.pull_request == PullRequest(proposed.pull.number)


def test_a_refusal_is_known(fresh):
    after = fresh.without_permission("a rule", has_branch=True)
    assert (after.situation.forbidden, after.situation.has_branch) == ("a rule", True)
