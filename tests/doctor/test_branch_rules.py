"""Which rules refuse what the bot does on its branches, and which only get in its way."""

import pytest

from bot.doctor.branch_rules import BranchRule, diagnose_rules, keeps_approvals
from bot.rules.rule import Level

EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"


def found(*rules: BranchRule) -> list[tuple[Level, str]]:
    return [(finding.level, finding.what) for finding in diagnose_rules(rules)]


@pytest.mark.parametrize(
    "kind",
    [
        "code_scanning",
        "creation",
        "merge_queue",
        "non_fast_forward",
        "pull_request",
        "required_deployments",
        "required_status_checks",
        "update",
        "workflows",
    ],
)
def test_a_rule_which_refuses_a_commit_or_a_branch_is_an_error(kind: str):
    ((level, what),) = found(BranchRule(kind))
    assert level is Level.ERROR
    assert what.startswith("A ruleset covers the bot's branches, and refuses its work there: ")
    assert f"(`{kind}`)" in what
    ((_, what),) = found(BranchRule(kind, is_classic=True))
    assert what.startswith("Branch protection covers the bot's branches")


@pytest.mark.parametrize(
    "rule",
    [
        BranchRule("required_linear_history"),  # the bot's commits have one parent
        BranchRule("copilot_code_review"),
        BranchRule("tag_name_pattern", {"operator": "starts_with", "pattern": "v"}),
        BranchRule("required_status_checks", {"required_status_checks": []}),
        BranchRule("some_rule_of_next_year"),
    ],
)
def test_a_rule_which_refuses_nothing_of_the_bot_is_no_finding(rule: BranchRule):
    assert found(rule) == []


@pytest.mark.parametrize("kind", ["deletion", "required_signatures"])
def test_a_rule_which_only_gets_in_the_way_is_a_warning(kind: str):
    ((level, what),) = found(BranchRule(kind), BranchRule(kind, is_classic=True))
    assert level is Level.WARNING
    assert f"`{kind}`" in what


def test_all_rules_of_rulesets_are_one_finding():
    named = [BranchRule("update"), BranchRule("creation"), BranchRule("update")]
    ((_, what),) = found(*named)
    assert what.endswith(": Restrict creations (`creation`), Restrict updates (`update`).")


@pytest.mark.parametrize(
    ("kind", "operator", "pattern", "negate", "fits"),
    [
        ("branch_name_pattern", "starts_with", "bot/", False, True),
        ("branch_name_pattern", "starts_with", "feature/", False, False),
        ("branch_name_pattern", "starts_with", "issue", False, False),
        ("branch_name_pattern", "starts_with", "feature/", True, True),
        ("branch_name_pattern", "ends_with", "-1", False, True),
        ("branch_name_pattern", "ends_with", "x", False, False),
        ("branch_name_pattern", "contains", "issue", True, False),
        ("branch_name_pattern", "regex", "^(feature|bot)/", False, True),
        ("branch_name_pattern", "regex", "^feature/", False, False),
        ("branch_name_pattern", "regex", r"\p{L}", False, False),  # of RE2, not of Python
        ("commit_message_pattern", "regex", "^[A-Z]", False, True),
        ("commit_message_pattern", "starts_with", "Add", False, False),  # and never Correct
        ("commit_message_pattern", "regex", r"^(feat|fix)(\(.+\))?:", False, False),
        ("commit_author_email_pattern", "ends_with", "@example.org", False, False),
        ("commit_author_email_pattern", "ends_with", ".noreply.github.com", False, True),
        ("committer_email_pattern", "ends_with", "@example.org", False, False),
        ("committer_email_pattern", "contains", "noreply@github.com", False, True),
    ],
)
def test_a_pattern_is_tried_on_what_the_bot_writes(
    kind: str, operator: str, pattern: str, *, negate: bool, fits: bool
):
    rule = BranchRule(kind, {"operator": operator, "pattern": pattern, "negate": negate})
    if fits:
        assert found(rule) == []
        return
    ((level, what),) = found(rule)
    assert level is (Level.ERROR if kind == "branch_name_pattern" else Level.WARNING)
    assert what == f"A rule for the bot's branches asks for a pattern (`{kind}`: `{pattern}`)."


def test_every_rule_of_a_branch_counts_for_approvals():
    asked = BranchRule("pull_request", {"required_approving_review_count": 1})
    dropped = BranchRule("pull_request", {"dismiss_stale_reviews_on_push": True})
    assert keeps_approvals([asked])
    assert not keeps_approvals([asked, dropped])
    assert not keeps_approvals([dropped])
    assert not keeps_approvals([BranchRule("update")])
