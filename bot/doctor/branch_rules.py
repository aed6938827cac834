"""The rules for a branch: which of them refuse what the bot does on branches of its own.

GitHub's words, and what each rule refuses: https://docs.github.com/en/rest/repos/rules and
https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.doctor import findings
from bot.doctor.findings import SetupFinding
from bot.forms.issue import branch_of

# The bot makes a branch at the head of the default branch, appends one commit and forces it to
# another place after an edit. These rules refuse one of the three, whatever their settings are.
_REFUSING = {
    "code_scanning": "Require code scanning results",  # github/codeql#19671
    "creation": "Restrict creations",
    "merge_queue": "Require merge queue",  # georust/proj#178
    "non_fast_forward": "Block force pushes",
    "pull_request": "Require a pull request before merging",  # Spacexplorer11/Space_Dodge#24
    "required_deployments": "Require deployments to succeed",
    "required_status_checks": "Require status checks to pass",  # wheels-dev/wheels#3283
    "update": "Restrict updates",
    "workflows": "Require workflows to pass before merging",
}
# What the bot writes with the token of Actions, as far as a rule of patterns looks at it.
_WRITTEN: dict[str, tuple[str, ...]] = {
    "branch_name_pattern": (branch_of(1),),
    "commit_author_email_pattern": ("41898282+github-actions[bot]@users.noreply.github.com",),
    "commit_message_pattern": (
        "Add An Entry",
        "Correct An Entry",
        "Remove An Entry",
        "Rename An Entry to Another One",
    ),
    "committer_email_pattern": ("noreply@github.com",),
}


@dataclass(frozen=True)
class BranchRule:
    """A rule for a branch, by GitHub's word for its kind; `is_classic` if of branch protection."""

    kind: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    is_classic: bool = False


def diagnose_rules(rules: Sequence[BranchRule]) -> Iterator[SetupFinding]:
    """The findings on rules for the bot's branches."""
    for is_classic, finding in (
        (False, findings.RULESET_FORBIDS),
        (True, findings.PROTECTION_FORBIDS),
    ):
        refusing = set()
        for rule in rules:
            has_effect = rule.parameters.get("required_status_checks") != []  # with none named
            if rule.is_classic is is_classic and rule.kind in _REFUSING and has_effect:
                refusing.add(f"{_REFUSING[rule.kind]} (`{rule.kind}`)")
        if refusing:
            yield finding.of(rules=", ".join(sorted(refusing)))
    kinds = {rule.kind for rule in rules}
    if "deletion" in kinds:
        yield findings.BRANCHES_STAY
    if "required_signatures" in kinds:
        yield findings.SIGNATURES_REQUIRED
    for rule in rules:
        for text in _WRITTEN.get(rule.kind, ()):
            if not _fits(rule, text):
                pattern = str(rule.parameters.get("pattern", ""))
                yield findings.pattern_forbids(rule.kind, pattern, text)
                break


def _fits(rule: BranchRule, text: str) -> bool:
    """Whether a rule of patterns lets a text pass; not where Python cannot read the pattern."""
    pattern = str(rule.parameters.get("pattern", ""))
    match rule.parameters.get("operator"):
        case "starts_with":
            is_found = text.startswith(pattern)
        case "ends_with":
            is_found = text.endswith(pattern)
        case "contains":
            is_found = pattern in text
        case _:
            try:
                is_found = re.search(pattern, text) is not None
            except re.error:
                return False
    return is_found is not bool(rule.parameters.get("negate"))


def keeps_approvals(rules: Sequence[BranchRule]) -> bool:
    """Whether approvals are asked for, and outlive a push; every rule of a branch counts."""
    are_asked_for = are_dismissed = False
    for rule in rules:
        if rule.kind == "pull_request":
            are_asked_for |= rule.parameters.get("required_approving_review_count", 0) > 0
            are_dismissed |= rule.parameters.get("dismiss_stale_reviews_on_push", False)
    return are_asked_for and not are_dismissed
