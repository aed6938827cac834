"""The writes to GitHub, of which a plan is made; `node_id` names an object in GraphQL."""

from dataclasses import dataclass

from bot.render.desired import Proposed


@dataclass(frozen=True)
class _NodeWrite:
    node_id: str


@dataclass(frozen=True)
class PushCommit:
    """Make one commit on the tip of the default branch, and move the branch to it from `tip`.

    Without a `tip` the branch is made.
    """

    proposed: Proposed
    tip: str | None


@dataclass(frozen=True)
class DeleteBranch:
    """Delete the branch if it is still at `tip`; this closes its pull request.

    Where that is forbidden the pull request is closed at least.
    """

    tip: str


@dataclass(frozen=True)
class OpenPullRequest:
    """Open a pull request from the branch."""

    proposed: Proposed


@dataclass(frozen=True)
class ReopenPullRequest:
    """Open a closed pull request again, once its branch is back where it was."""

    number: int
    head: str
    is_branch_missing: bool


@dataclass(frozen=True)
class EditPullRequest:
    """Give the pull request another title and body."""

    node_id: str
    title: str
    body: str


class MakeDraft(_NodeWrite):
    """Make the pull request a draft."""


class MakeReady(_NodeWrite):
    """Make the draft ready for review."""


class ClosePullRequest(_NodeWrite):
    """Close the pull request."""


@dataclass(frozen=True)
class AddLabel:
    """Put a label on the issue or its pull request."""

    node_id: str
    number: int
    label: str


@dataclass(frozen=True)
class RemoveLabel:
    """Take a label off the issue or its pull request."""

    node_id: str
    label: str


@dataclass(frozen=True)
class RenameIssue:
    """Give the issue another title."""

    title: str


@dataclass(frozen=True)
class AddComment:
    """Write a comment on the issue."""

    body: str


@dataclass(frozen=True)
class EditComment:
    """Give one of our comments another text."""

    node_id: str
    body: str


class DeleteComment(_NodeWrite):
    """Delete one of our comments."""


BranchWrite = PushCommit | OpenPullRequest | ReopenPullRequest
PullRequestWrite = DeleteBranch | ClosePullRequest | EditPullRequest | MakeDraft | MakeReady
IssueWrite = AddLabel | RemoveLabel | RenameIssue | AddComment | EditComment | DeleteComment
TextWrite = PullRequestWrite | IssueWrite
