"""Rulesets: what a repository forbids to everybody on branches of the bot."""

from typing import TYPE_CHECKING

from .errors import GitHubError

if TYPE_CHECKING:
    from .repository import Repository

REASONS = {
    "creation": "Cannot create ref due to creations being restricted.",
    "update": "Cannot update this protected ref.",
    "deletion": "Cannot delete this protected ref.",
}


def check_rule(repository: "Repository", kind: str) -> None:
    """Refuse what a rule forbids the token: a `creation`, an `update` or a `deletion`."""
    if kind in repository.rules:
        status = 422 if kind == "creation" else 409
        raise GitHubError(status, f"Repository rule violations found\n\n{REASONS[kind]}\n\n")
