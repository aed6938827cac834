"""The settings of a repository for the bot, read for the doctor."""

from pydantic import BaseModel

from bot.doctor.branch_rules import keeps_approvals
from bot.doctor.diagnosis import Settings
from bot.forms.issue import branch_of
from bot.github.client import Client
from bot.github.errors import translate_errors
from bot.github.protection import read_protections, rules_for

_BRANCH = branch_of(1)  # rules go by names, and look at branches that are not there yet


class _Repository(BaseModel):
    """https://docs.github.com/en/rest/repos/repos#get-a-repository."""

    default_branch: str
    archived: bool
    has_issues: bool
    has_pull_requests: bool = True
    pull_request_creation_policy: str = "all"
    allow_auto_merge: bool = False


def read_settings(client: Client) -> Settings:
    """Read the settings: eight requests, and one more for each further hundred labels."""
    with translate_errors():
        repository = _Repository.model_validate(client.get(""))
        labels = frozenset(label.name for label in client.repository.get_labels())
        # Only an administrator may read these.
        workflow = client.get_if_allowed("/actions/permissions/workflow") or {}
        actions = client.get_if_allowed("/actions/permissions") or {}
        path = "/actions/permissions/fork-pr-contributor-approval"
        forks = client.get_if_allowed(path) or {}
        classic = read_protections(client)
        own_rules = rules_for(client, _BRANCH, classic)
        rules = rules_for(client, repository.default_branch, classic)
    may_open = workflow.get("can_approve_pull_request_reviews")
    return Settings(
        labels=labels,
        may_open=None if may_open is None else bool(may_open),
        is_archived=repository.archived,
        has_issues=repository.has_issues,
        has_pull_requests=repository.has_pull_requests,
        is_for_collaborators=repository.pull_request_creation_policy == "collaborators_only",
        allowed_actions=str(actions.get("allowed_actions", "all")),
        fork_approval=str(forks.get("approval_policy", "")),
        rules=tuple(own_rules),
        merges_unseen=repository.allow_auto_merge and keeps_approvals(rules),
    )
