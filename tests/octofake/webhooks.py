"""The payloads of events about issues, as GitHub hands them to a workflow."""

from typing import Any

from . import rest_answers
from .exchange import Site
from .issues import Issue
from .world import User

GITHUB = Site("https://api.github.com", "https://github.com")


def issues_event(
    issue: Issue, action: str, sender: User, label: str | None = None, **more: Any
) -> dict[str, Any]:
    """Return the payload of an `issues` event; `labeled` and `unlabeled` name their label, `edited` its changes."""
    payload: dict[str, Any] = {
        "action": action,
        "issue": rest_answers.issue(GITHUB, issue),
        "repository": rest_answers.repository(GITHUB, issue.repository),
        "sender": rest_answers.user(GITHUB, sender),
    }
    if action in ("labeled", "unlabeled"):
        found = issue.repository.label(label or "")
        assert found, f"{action} needs the label"
        payload["label"] = rest_answers.label(GITHUB, found)
    if action == "edited":
        payload["changes"] = more.pop("changes", {"body": {"from": issue.body}})
    return payload | more
