"""The writes that the bot can do on GitHub, and which of them are missing between what is and
what should be.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.decision.decision import ExistingPullRequest, IssueLabel
from bot.decision.situation import Standing
from bot.forms.form import Forms
from bot.github.commit import blob_id
from bot.github.observation import Base, Observation, PullRequestContent
from bot.render.desired import DesiredState, Proposed


@dataclass(frozen=True)
class PushCommit:
    """Make one commit on the base, and move the branch to it, from `tip` or from nothing."""

    branch: str
    proposed: Proposed
    base: Base
    tip: str | None


@dataclass(frozen=True)
class DeleteBranch:
    """Delete the branch, if it is still at `tip`."""

    branch: str
    tip: str


@dataclass(frozen=True)
class OpenPullRequest:
    """Open a pull request from the branch, with its label."""

    branch: str
    base: str
    proposed: Proposed


@dataclass(frozen=True)
class ReopenPullRequest:
    """Open a closed pull request again, once its branch is back where it was."""

    number: int
    branch: str
    head: str
    is_branch_missing: bool


@dataclass(frozen=True)
class EditPullRequest:
    """Give a pull request another title and body."""

    number: int
    title: str
    body: str


@dataclass(frozen=True)
class MakeDraft:
    """Make a pull request a draft."""

    number: int
    node_id: str


@dataclass(frozen=True)
class MakeReady:
    """Make a draft ready for review."""

    node_id: str


@dataclass(frozen=True)
class ClosePullRequest:
    """Close a pull request."""

    number: int


@dataclass(frozen=True)
class AddLabel:
    """Put a label on an issue or a pull request."""

    number: int
    label: str


@dataclass(frozen=True)
class RemoveLabel:
    """Take a label off an issue or a pull request."""

    number: int
    label: str


@dataclass(frozen=True)
class UpsertComment:
    """Write the one comment on an issue, in place of the one with this id if there is one."""

    number: int
    id: int | None
    body: str


@dataclass(frozen=True)
class DeleteComment:
    """Delete one of our comments."""

    number: int
    id: int


Write = (
    PushCommit
    | DeleteBranch
    | OpenPullRequest
    | ReopenPullRequest
    | EditPullRequest
    | MakeDraft
    | MakeReady
    | ClosePullRequest
    | AddLabel
    | RemoveLabel
    | UpsertComment
    | DeleteComment
)


def plan_branch_writes(seen: Observation, desired: DesiredState, forms: Forms) -> Iterator[Write]:
    """What is missing on the branch and the pull request, in the order in which it must be done."""
    if desired.proposed:
        yield from _missing_for_proposal(seen, desired.proposed, forms)
    elif desired.existing is ExistingPullRequest.DRAFT:
        yield from _missing_for_draft(seen)
    elif desired.existing is ExistingPullRequest.CLOSE:
        yield from _missing_for_close(seen)


def plan_issue_writes(seen: Observation, desired: DesiredState) -> Iterator[Write]:
    """What is missing on the issue: the comment and the labels."""
    if seen.is_locked_and_closed:
        return
    said = seen.comment.body if seen.comment else None
    if desired.comment is not None and desired.comment != said:
        yield UpsertComment(seen.number, seen.comment.id if seen.comment else None, desired.comment)
    yield from (DeleteComment(seen.number, doubled) for doubled in seen.duplicate_comments)
    there = {name.casefold() for name in seen.situation.issue.labels}
    for label in IssueLabel:
        if label is desired.label and label not in there:
            yield AddLabel(seen.number, label)
        elif label is not desired.label and label in there:
            yield RemoveLabel(seen.number, label)


def _missing_for_proposal(seen: Observation, proposed: Proposed, forms: Forms) -> Iterator[Write]:
    pull, base = seen.situation.pull_request, seen.base
    if pull and pull.standing is Standing.CLOSED and seen.pull and not seen.cannot_reopen:
        yield ReopenPullRequest(pull.number, seen.branch_name, seen.pull.head, seen.branch is None)
        return
    tip = seen.branch.tip if seen.branch else None
    is_merged = bool(
        pull and pull.standing is Standing.MERGED and seen.pull and seen.pull.head == tip
    )
    holds = seen.branch and seen.branch.matches(
        proposed.commit_message, blob_id(proposed.readme), base.readme
    )
    if (
        is_merged or not holds
    ):  # from a commit that the list has had already GitHub opens no pull request
        yield PushCommit(seen.branch_name, proposed, base, tip)
    if pull and pull.standing is Standing.OPEN and seen.pull:
        yield from _missing_on_pull_request(pull.number, seen.pull, proposed, forms)
    elif not seen.situation.forbidden:
        yield OpenPullRequest(seen.branch_name, base.branch, proposed)


def _missing_on_pull_request(
    number: int, text: PullRequestContent, proposed: Proposed, forms: Forms
) -> Iterator[Write]:
    if (text.title, text.body) != (proposed.title, proposed.body):
        yield EditPullRequest(number, proposed.title, proposed.body)
    if text.is_our_draft:
        yield MakeReady(text.node_id)
    if proposed.label.casefold() not in map(str.casefold, text.labels):
        yield AddLabel(number, proposed.label)
    others = {form.issue_label.casefold() for form in forms} - {proposed.label.casefold()}
    yield from (RemoveLabel(number, label) for label in text.labels if label.casefold() in others)


def _missing_for_draft(seen: Observation) -> Iterator[Write]:
    pull, text = seen.situation.pull_request, seen.pull
    if pull and text and pull.standing is Standing.OPEN and not text.is_draft:
        yield MakeDraft(pull.number, text.node_id)


def _missing_for_close(seen: Observation) -> Iterator[Write]:
    pull = seen.situation.pull_request
    if (
        seen.branch and seen.branch.is_ours
    ):  # which closes its pull request, unless a person has pushed meanwhile
        yield DeleteBranch(seen.branch_name, seen.branch.tip)
    elif pull and pull.standing is Standing.OPEN:
        yield ClosePullRequest(pull.number)
