"""The rules of a branch: those of rulesets, and those of classic branch protection."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from pydantic import Field

from bot.doctor.branch_rules import BranchRule
from bot.github.answers import Connection, GitHubObject
from bot.github.client import Client
from bot.github.errors import PermissionDenied, Unreachable
from bot.github.queries import PROTECTIONS


class _Rule(GitHubObject):
    """https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch."""

    type: str
    parameters: dict[str, Any] = Field(default_factory=dict)


class Protection(GitHubObject):
    """https://docs.github.com/en/graphql/reference/objects#branchprotectionrule."""

    pattern: str
    database_id: int | None
    allows_deletions: bool
    allows_force_pushes: bool
    lock_branch: bool
    restricts_pushes: bool
    requires_approving_reviews: bool
    required_approving_review_count: int | None
    dismisses_stale_reviews: bool
    requires_status_checks: bool
    requires_deployments: bool
    requires_commit_signatures: bool

    def rules(self) -> list[BranchRule]:
        """What it forbids, by the kinds of rules which rulesets have for the same."""
        forbidden = {
            "deletion": not self.allows_deletions,
            "non_fast_forward": not self.allows_force_pushes,
            "required_deployments": self.requires_deployments,
            "required_signatures": self.requires_commit_signatures,
            "required_status_checks": self.requires_status_checks,
            "update": self.restricts_pushes or self.lock_branch,
        }
        rules = [BranchRule(kind, is_classic=True) for kind, is_set in forbidden.items() if is_set]
        if self.requires_approving_reviews:
            reviews = {
                "required_approving_review_count": self.required_approving_review_count or 0,
                "dismiss_stale_reviews_on_push": self.dismisses_stale_reviews,
            }
            rules.append(BranchRule("pull_request", reviews, is_classic=True))
        return rules


def read_protections(client: Client) -> tuple[Protection, ...]:
    """The classic protections of the branches of a repository.

    GitHub names none to a token that may not read them: w3c/validate-repos#30.
    """
    try:
        data = client.query(PROTECTIONS)
    except (PermissionDenied, Unreachable):
        return ()
    rules = data["repository"]["branchProtectionRules"]
    return Connection[Protection].model_validate(rules).nodes


def rules_for(client: Client, branch: str, classic: Sequence[Protection]) -> list[BranchRule]:
    """The rules for a branch, which need not exist; no rulesets on a server without them."""
    rules = []
    path = f"/rules/branches/{quote(branch, safe='')}?per_page=100"
    for answer in client.get_if_allowed(path) or ():
        rule = _Rule.model_validate(answer)
        rules.append(BranchRule(rule.type, rule.parameters))
    covering = [rule for rule in classic if _covers(rule.pattern, branch)]
    if covering:  # one of them counts: the one with just this name, else the oldest
        first = min(covering, key=lambda rule: (rule.pattern != branch, rule.database_id or 0))
        rules += first.rules()
    return rules


def _covers(pattern: str, branch: str) -> bool:
    """Whether a pattern of branches is one for a name, as fnmatch of Ruby: `**/` may be nothing.

    https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/managing-a-branch-protection-rule
    """
    path = PurePosixPath("/", branch)
    return any(path.match(f"/{form}") for form in (pattern, pattern.replace("**/", "")))
