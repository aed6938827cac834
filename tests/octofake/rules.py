"""Rulesets: what a repository forbids to everybody on branches of the bot."""

from typing import TYPE_CHECKING

from .errors import GitHubError

if TYPE_CHECKING:
    from .repository import Repository

# What a rule refuses, and how GitHub says so: satisfactory-factories/application#67,
# wheels-dev/wheels#3283. Those on pushes are met by moving a branch.
REFUSED = {
    "creation": ("creation", "Cannot create ref due to creations being restricted."),
    "update": ("update", "Cannot update this protected ref."),
    "deletion": ("deletion", "Cannot delete this protected ref."),
    "pull_request": ("update", "Changes must be made through a pull request."),
    "required_status_checks": ("update", 'Required status check "build" is expected.'),
}


def check_rule(repository: "Repository", action: str) -> None:
    """Refuse what a rule forbids the token: a `creation`, an `update` or a `deletion`."""
    for kind in sorted(repository.rules & REFUSED.keys()):
        refused, reason = REFUSED[kind]
        if refused == action:
            status = 422 if action == "creation" else 409
            raise GitHubError(status, f"Repository rule violations found\n\n{reason}\n\n")
