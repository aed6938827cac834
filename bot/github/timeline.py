"""Who did what, and when, in GitHub's answers: events, labels and comments."""

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.github import answers
from bot.render.markers import status_in

NEVER = datetime.min.replace(tzinfo=UTC)


def label_names(labels: answers.Connection[answers.Label]) -> tuple[str, ...]:
    """The names of labels."""
    return tuple(label.name for label in labels.nodes)


def latest_time(events: Iterable[answers.Event]) -> datetime:
    """When the last of some events was; NEVER of none."""
    return max((event.created_at or NEVER for event in events), default=NEVER)


def labeled_at(issue: answers.IssueNode, kinds: set[str]) -> datetime:
    """When one of these labels was last put on."""
    events = issue.labeling.nodes
    return latest_time(e for e in events if e.label and e.label.name.casefold() in kinds)


def actor_of(events: answers.Connection[answers.Event]) -> str:
    """Who made the last event; empty for a closed account."""
    actors = [event.actor.login for event in events.nodes if event.actor]
    return actors[-1] if actors else ""


def is_by(events: answers.Connection[answers.Event], viewer: str) -> bool:
    """Whether the last event was ours."""
    return is_same_account(actor_of(events), viewer)


def is_same_account(login: str, viewer: str) -> bool:
    """Whether two logins are one; an app is `name` where it acts, and `name[bot]` as the viewer."""
    return login.removesuffix("[bot]") == viewer.removesuffix("[bot]")


def is_status(comment: answers.Comment) -> bool:
    """Whether a comment is our comment on the status."""
    return comment.viewer_did_author and status_in(comment.body) is not None
