"""The rules for a branch, of rulesets and of classic branch protection."""

from collections.abc import Sequence
from typing import cast

import pytest

from bot.doctor.branch_rules import BranchRule
from bot.github.client import Client
from bot.github.protection import read_protections, rules_for
from tests.octofake import Reply
from tests.stage import API, Stage


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.repository.permissions["administration"] = "read"
    return stage


def rules(stage: Stage, branch: str = "bot/issue-1") -> Sequence[BranchRule]:
    with stage.hub.in_process(API):
        client = stage.remote().client
        return rules_for(client, branch, read_protections(client))


def kinds(stage: Stage, branch: str = "bot/issue-1") -> set[str]:
    return {rule.kind for rule in rules(stage, branch)}


def test_a_rule_comes_with_its_settings(stage):
    pattern = {"operator": "starts_with", "pattern": "feature/"}
    stage.repository.rules = {"branch_name_pattern"}
    stage.repository.rule_parameters = {"branch_name_pattern": pattern}
    assert list(rules(stage)) == [BranchRule("branch_name_pattern", pattern)]


def test_more_rules_are_read_than_github_sends_unasked(stage):
    """Thirty to a page: the fake has fewer kinds of rules than that."""
    asked: list[str] = []

    class Asked:
        def get_if_allowed(self, path: str) -> list[dict[str, str]]:
            asked.append(path)
            return [{"type": "update"}]

    assert rules_for(cast(Client, Asked()), "bot/issue-1", ()) == [BranchRule("update")]
    assert asked == ["/rules/branches/bot%2Fissue-1?per_page=100"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, set()),
        ({"allows_deletions": False}, {"deletion"}),
        ({"allows_force_pushes": False}, {"non_fast_forward"}),
        ({"restricts_pushes": True}, {"update"}),
        ({"blocks_creations": True}, set()),  # without `restricts_pushes` it has no effect
        ({"lock_branch": True}, {"update"}),
        ({"requires_commit_signatures": True}, {"required_signatures"}),
        ({"requires_deployments": True}, {"required_deployments"}),
        ({"requires_status_checks": True}, {"required_status_checks"}),
        ({"requires_approving_reviews": True}, {"pull_request"}),
    ],
)
def test_what_branch_protection_forbids(stage, settings: dict[str, bool], expected: set[str]):
    stage.repository.protections = {"bot/*": settings}
    assert kinds(stage) == expected
    assert all(rule.is_classic for rule in rules(stage))


def test_approvals_of_branch_protection_are_read_like_those_of_rulesets(stage):
    reviews = {"requires_approving_reviews": True, "required_approving_review_count": 2}
    stage.repository.protections = {"bot/*": reviews | {"dismisses_stale_reviews": True}}
    (rule,) = rules(stage)
    assert rule.parameters == {
        "required_approving_review_count": 2,
        "dismiss_stale_reviews_on_push": True,
    }


@pytest.mark.parametrize(
    ("pattern", "covers"),
    [
        ("bot/issue-1", True),
        ("bot/*", True),
        ("*/*", True),
        ("**/*", True),
        ("**/issue-?", True),
        ("bot/**/*", True),
        ("b[aeo]t/issue-[0-9]", True),
        ("*", False),  # does not match a slash
        ("main", False),
        ("bot", False),
        ("bot/*/*", False),
        ("feature/*", False),
        ("issue-1", False),
    ],
)
def test_a_pattern_covers_a_branch_as_fnmatch_says(stage, pattern: str, *, covers: bool):
    stage.repository.protections = {pattern: {"lock_branch": True}}
    assert bool(kinds(stage)) is covers


def test_of_several_patterns_the_exact_one_counts_else_the_oldest(stage):
    locked, forced = {"lock_branch": True}, {"allows_force_pushes": False}
    stage.repository.protections = {"bot/*": locked, "*/*": forced}
    assert kinds(stage) == {"update"}
    stage.repository.protections = {"bot/*": locked, "bot/issue-1": forced}
    assert kinds(stage) == {"non_fast_forward"}


def test_a_token_that_may_not_read_protections_finds_none(stage):
    stage.repository.protections = {"bot/*": {"lock_branch": True}}
    del stage.repository.permissions["administration"]
    assert kinds(stage) == set()
    refusal = {"type": "FORBIDDEN", "message": "Resource not accessible by integration"}
    stage.hub.fault(
        Reply(200, {"data": {"repository": None}, "errors": [refusal]}),
        where=lambda request: "graphql" in request.path,
    )
    assert kinds(stage) == set()
