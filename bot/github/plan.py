"""The writes from the state of an issue to the desired one."""

from collections.abc import Iterator

from bot.decision.decision import EFFECTS, ExistingPullRequest, IssueLabel, Status
from bot.decision.situation import PullRequestState
from bot.forms.form import Forms
from bot.forms.issue import folded
from bot.github import writes
from bot.github.commit import blob_id
from bot.github.observation import Observation, PullRequestContent, StatusComment
from bot.render.desired import DesiredState, Proposed
from bot.render.markers import is_taken_over, written_for


def is_settled(observation: Observation, desired: DesiredState, forms: Forms) -> bool:
    """Whether all that counts was seen, and nothing is left to write."""
    left = [
        *plan_branch_writes(observation, desired),
        *plan_text_writes(observation, desired, forms),
    ]
    return observation.is_whole and not left


def plan_branch_writes(
    observation: Observation, desired: DesiredState
) -> Iterator[writes.BranchWrite]:
    """The writes to the branch, and those to open its pull request."""
    proposed = desired.proposed
    if proposed is None:
        return
    pull, content = observation.situation.pull_request, observation.pull
    is_closed = pull and pull.state is PullRequestState.CLOSED
    if pull and content and is_closed and content.head_is_ours and not observation.cannot_reopen:
        yield writes.ReopenPullRequest(pull.number, content.head, observation.branch is None)
        return
    tip = observation.branch.tip if observation.branch else None
    # GitHub opens no pull request from a commit that the list has had already.
    is_merged = pull and content and pull.state is PullRequestState.MERGED and content.head == tip
    if is_merged or not _branch_is_current(observation, proposed):
        yield writes.PushCommit(proposed, tip)
    if not observation.situation.open_pull_request:
        yield writes.OpenPullRequest(proposed)


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
) -> Iterator[writes.TextWrite]:
    """The writes that need no answer of each other, and so fit into one request.

    They close the pull request, or change its content, the comment and the labels.
    """
    pull = observation.open_pull
    if pull and not observation.situation.forbidden:
        if desired.proposed:
            yield from _plan_content(observation, pull, desired.proposed, forms)
        elif desired.existing is ExistingPullRequest.DRAFT and not pull.is_draft:
            yield writes.MakeDraft(pull.node_id)
        elif desired.note and not is_taken_over(pull.body):
            yield writes.EditPullRequest(pull.node_id, pull.title, f"{desired.note}\n\n{pull.body}")
    if desired.existing is ExistingPullRequest.CLOSE:
        if observation.branch and observation.branch.is_ours:
            yield writes.DeleteBranch(observation.branch.tip)
        elif pull:
            yield writes.ClosePullRequest(pull.node_id)
    # On an issue which is closed and locked nobody waits for a reply.
    if observation.situation.issue.is_open or not observation.is_locked:
        yield from _plan_comment(observation, desired)
        yield from _plan_labels(observation, desired)
        if desired.issue_title:
            yield writes.RenameIssue(desired.issue_title)


def _plan_content(
    observation: Observation, pull: PullRequestContent, proposed: Proposed, forms: Forms
) -> Iterator[writes.TextWrite]:
    is_same = (pull.title, pull.body) == (proposed.title, proposed.body)
    if not is_same and not _is_kept(observation, pull, proposed):
        yield writes.EditPullRequest(pull.node_id, proposed.title, proposed.body)
    if pull.is_our_draft:
        yield writes.MakeReady(pull.node_id)
    wanted = proposed.label.casefold()
    if wanted not in folded(pull.labels):
        yield writes.AddLabel(pull.node_id, pull.number, proposed.label)
    others = folded(forms.labels) - {wanted}
    for label in pull.labels:
        if label.casefold() in others:
            yield writes.RemoveLabel(pull.node_id, label)


def _is_kept(observation: Observation, pull: PullRequestContent, proposed: Proposed) -> bool:
    """Whether a person has changed title or text, and the submission has not changed since.

    The last line names the submission; where a person has removed it, the times decide.
    """
    if not pull.is_edited:
        return False
    digest = written_for(pull.body)
    return digest == proposed.digest or (not digest and pull.edited_at > observation.edited_at)


def _plan_comment(observation: Observation, desired: DesiredState) -> Iterator[writes.TextWrite]:
    """At most two comments at any time: a new one comes before the last one goes."""
    there, wanted = observation.status_comments, desired.comment
    for comment in there[:-1]:
        yield writes.DeleteComment(comment.node_id)
    if wanted is None or (there and there[-1].body == wanted):
        return
    if not there:
        yield writes.AddComment(wanted)
    elif must_be_heard(observation, there[-1], desired.status):
        yield writes.AddComment(wanted)
        yield writes.DeleteComment(there[-1].node_id)
    else:
        yield writes.EditComment(there[-1].node_id, wanted)


def must_be_heard(observation: Observation, last: StatusComment, status: Status) -> bool:
    """Whether the author is to hear of another status: of an edit GitHub notifies nobody."""
    is_change = last.status not in {"", status}
    is_own_doing = observation.author_edited_at > last.written_at
    return is_change and not EFFECTS[status].is_quiet and not is_own_doing


def _plan_labels(observation: Observation, desired: DesiredState) -> Iterator[writes.TextWrite]:
    there = folded(observation.situation.issue.labels)
    for label in IssueLabel:
        if label is desired.label and label not in there:
            yield writes.AddLabel(observation.node_id, observation.number, label)
        elif label is not desired.label and label in there:
            yield writes.RemoveLabel(observation.node_id, label)
