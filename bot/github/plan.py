"""The writes from the state of an issue to the desired one."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.decision.decision import EFFECTS, ExistingPullRequest, IssueLabel, Status
from bot.decision.situation import PullRequestState
from bot.forms.form import Forms
from bot.forms.issue import folded
from bot.github.commit import blob_id
from bot.github.observation import Observation, PullRequestContent, StatusComment
from bot.render.desired import DesiredState, Proposed
from bot.render.markers import is_taken_over, written_for


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


@dataclass(frozen=True)
class MakeDraft:
    """Make the pull request a draft."""

    node_id: str


@dataclass(frozen=True)
class MakeReady:
    """Make the draft ready for review."""

    node_id: str


@dataclass(frozen=True)
class ClosePullRequest:
    """Close the pull request."""

    node_id: str


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


@dataclass(frozen=True)
class DeleteComment:
    """Delete one of our comments."""

    node_id: str


BranchWrite = PushCommit | OpenPullRequest | ReopenPullRequest
TextWrite = (
    DeleteBranch
    | ClosePullRequest
    | EditPullRequest
    | MakeDraft
    | MakeReady
    | AddLabel
    | RemoveLabel
    | RenameIssue
    | AddComment
    | EditComment
    | DeleteComment
)


def is_settled(observation: Observation, desired: DesiredState, forms: Forms) -> bool:
    """Whether all that counts was seen, and nothing is left to write."""
    writes = [
        *plan_branch_writes(observation, desired),
        *plan_text_writes(observation, desired, forms),
    ]
    return observation.is_whole and not writes


def plan_branch_writes(observation: Observation, desired: DesiredState) -> Iterator[BranchWrite]:
    """The writes to the branch, and those to open its pull request."""
    proposed = desired.proposed
    if proposed is None:
        return
    pull, content = observation.situation.pull_request, observation.pull
    is_closed = pull and pull.state is PullRequestState.CLOSED
    if pull and content and is_closed and content.head_is_ours and not observation.cannot_reopen:
        yield ReopenPullRequest(pull.number, content.head, observation.branch is None)
        return
    tip = observation.branch.tip if observation.branch else None
    # GitHub opens no pull request from a commit that the list has had already.
    is_merged = pull and content and pull.state is PullRequestState.MERGED and content.head == tip
    if is_merged or not _branch_is_current(observation, proposed):
        yield PushCommit(proposed, tip)
    if not observation.situation.open_pull_request:
        yield OpenPullRequest(proposed)


def _branch_is_current(observation: Observation, proposed: Proposed) -> bool:
    """Whether the branch is this change of today's list, or becomes it when it is merged.

    Each push parks the checks for approval and can drop a reviewer's approval, so none is needless.
    """
    branch = observation.branch
    if branch is None or (observation.pull and observation.pull.must_be_rebuilt):
        return False
    if branch.matches(proposed.commit_message, blob_id(proposed.readme), observation.base.readme):
        return True
    is_merged_cleanly = observation.merged_readme == proposed.readme
    return is_merged_cleanly and branch.has_message(proposed.commit_message)


def plan_text_writes(
    observation: Observation, desired: DesiredState, forms: Forms
) -> Iterator[TextWrite]:
    """The writes that need no answer of each other, and so fit into one request.

    They close the pull request, or change its content, the comment and the labels.
    """
    pull = observation.open_pull
    if pull and not observation.situation.forbidden:
        if desired.proposed:
            yield from _plan_content(observation, pull, desired.proposed, forms)
        elif desired.existing is ExistingPullRequest.DRAFT and not pull.is_draft:
            yield MakeDraft(pull.node_id)
        elif desired.note and not is_taken_over(pull.body):
            yield EditPullRequest(pull.node_id, pull.title, f"{desired.note}\n\n{pull.body}")
    if desired.existing is ExistingPullRequest.CLOSE:
        if observation.branch and observation.branch.is_ours:
            yield DeleteBranch(observation.branch.tip)
        elif pull:
            yield ClosePullRequest(pull.node_id)
    # On an issue which is closed and locked nobody waits for a reply.
    if observation.situation.issue.is_open or not observation.is_locked:
        yield from _plan_comment(observation, desired)
        yield from _plan_labels(observation, desired)
        if desired.issue_title:
            yield RenameIssue(desired.issue_title)


def _plan_content(
    observation: Observation, pull: PullRequestContent, proposed: Proposed, forms: Forms
) -> Iterator[TextWrite]:
    is_same = (pull.title, pull.body) == (proposed.title, proposed.body)
    if not is_same and not _is_kept(observation, pull, proposed):
        yield EditPullRequest(pull.node_id, proposed.title, proposed.body)
    if pull.is_our_draft:
        yield MakeReady(pull.node_id)
    wanted = proposed.label.casefold()
    if wanted not in folded(pull.labels):
        yield AddLabel(pull.node_id, pull.number, proposed.label)
    others = folded(forms.labels) - {wanted}
    for label in pull.labels:
        if label.casefold() in others:
            yield RemoveLabel(pull.node_id, label)


def _is_kept(observation: Observation, pull: PullRequestContent, proposed: Proposed) -> bool:
    """Whether a person has changed title or text, and the submission has not changed since.

    The last line names the submission; where a person has removed it, the times decide.
    """
    if not pull.is_edited:
        return False
    digest = written_for(pull.body)
    return digest == proposed.digest or (not digest and pull.edited_at > observation.edited_at)


def _plan_comment(observation: Observation, desired: DesiredState) -> Iterator[TextWrite]:
    """At most two comments at any time: a new one comes before the last one goes."""
    there, wanted = observation.status_comments, desired.comment
    for comment in there[:-1]:
        yield DeleteComment(comment.node_id)
    if wanted is None or (there and there[-1].body == wanted):
        return
    if not there:
        yield AddComment(wanted)
    elif must_be_heard(observation, there[-1], desired.status):
        yield AddComment(wanted)
        yield DeleteComment(there[-1].node_id)
    else:
        yield EditComment(there[-1].node_id, wanted)


def must_be_heard(observation: Observation, last: StatusComment, status: Status) -> bool:
    """Whether the author is to hear of another status: of an edit GitHub notifies nobody."""
    is_change = last.status not in {"", status}
    is_own_doing = observation.author_edited_at > last.written_at
    return is_change and not EFFECTS[status].is_quiet and not is_own_doing


def _plan_labels(observation: Observation, desired: DesiredState) -> Iterator[TextWrite]:
    there = folded(observation.situation.issue.labels)
    for label in IssueLabel:
        if label is desired.label and label not in there:
            yield AddLabel(observation.node_id, observation.number, label)
        elif label is not desired.label and label in there:
            yield RemoveLabel(observation.node_id, label)
