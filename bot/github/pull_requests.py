"""The pull request of an issue: its state, who has decided on it, and what it says."""

from collections.abc import Iterable
from datetime import timedelta

from bot.decision.decision import EFFECTS, ExistingPullRequest
from bot.decision.situation import PullRequest, PullRequestState
from bot.forms.issue import folded
from bot.github import answers, timeline
from bot.github.branches import read_commit
from bot.github.observation import PullRequestContent
from bot.render.markers import status_in

_AT_ONCE = timedelta(minutes=1)


def latest_pull_request(
    pulls: Iterable[answers.PullRequestNode], base: str
) -> answers.PullRequestNode | None:
    """The open pull request, else the newest.

    A fork can have a branch of the same name, and a person can give it another base.
    """
    ours = [pull for pull in pulls if not pull.is_cross_repository and pull.base_ref_name == base]
    return max(ours, key=lambda pull: (pull.state == "OPEN", pull.number), default=None)


def read_pull_request(
    pull: answers.PullRequestNode, repository: answers.Repository, kinds: set[str], viewer: str
) -> PullRequest:
    """The state of a pull request, and who has decided on it."""
    issue, ref = repository.issue, repository.ref
    comments = [comment.body for comment in issue.comments.nodes if timeline.is_status(comment)]
    said = status_in(comments[-1]) if comments else None
    state = PullRequestState(pull.state)
    wanted = kinds & folded(timeline.label_names(issue.labels))
    labeled = timeline.labeled_at(issue, wanted)
    restarted_at = max(labeled, timeline.latest_time(issue.reopening.nodes))
    is_decision = state is PullRequestState.CLOSED and not _is_closed_by_us(pull, viewer, ref, said)
    closed_by = timeline.actor_of(pull.closing)
    return PullRequest(
        pull.number,
        state,
        is_declined=is_decision and labeled <= (pull.closed_at or timeline.NEVER),
        is_done=state is PullRequestState.MERGED
        and restarted_at <= (pull.merged_at or timeline.NEVER),
        closed_by=viewer if timeline.is_same_account(closed_by, viewer) else closed_by,
        remark=_remark(pull, closed_by),
    )


def _is_closed_by_us(
    pull: answers.PullRequestNode, viewer: str, ref: answers.Ref | None, said: str | None
) -> bool:
    """Whether the bot has closed a pull request, which it does by deleting the branch.

    One that the same app has closed without that was closed by another workflow, unless a rule
    keeps the branch and the bot's comment says why it had to be closed.
    """
    if not timeline.is_by(pull.closing, viewer):
        return False
    for status, effect in EFFECTS.items():
        if status == said and effect.existing is ExistingPullRequest.CLOSE:
            return True
        # Where a repository has no drafts.
        if status == said and effect.existing is ExistingPullRequest.DRAFT and not pull.is_draft:
            return True
    deleted_at = timeline.latest_time(pull.deletion.nodes)
    is_deleted = timeline.is_by(pull.deletion, viewer)
    is_at_once = abs((pull.closed_at or timeline.NEVER) - deleted_at) <= _AT_ONCE
    return ref is None or (is_deleted and is_at_once)


def _remark(pull: answers.PullRequestNode, closed_by: str) -> str:
    """The last words of whoever has closed a pull request.

    They are a comment, the text of a review, or its remark on a single line.
    """
    latest, remark = timeline.NEVER, ""
    said = [(one.created_at, one.author, one.body) for one in pull.comments.nodes]
    for review in pull.reviews.nodes if pull.reviews else []:
        said += [(line.created_at, review.author, line.body) for line in review.comments.nodes]
        said.append((review.submitted_at, review.author, review.body))
    for written_at, author, body in said:
        is_by_closer = author is not None and timeline.is_same_account(author.login, closed_by)
        if is_by_closer and body.strip() and (written_at or timeline.NEVER) >= latest:
            latest, remark = written_at or timeline.NEVER, body
    return remark


def read_content(pull: answers.PullRequestNode, viewer: str) -> PullRequestContent:
    """The content of a pull request, and its authors."""
    commits = pull.commits.nodes
    last_writers = (timeline.actor_of(pull.renaming), pull.editor.login if pull.editor else "")
    return PullRequestContent(
        number=pull.number,
        node_id=pull.id,
        head=pull.head_ref_oid,
        title=pull.title,
        body=pull.body,
        labels=timeline.label_names(pull.labels),
        is_draft=pull.is_draft,
        is_our_draft=pull.is_draft and timeline.is_by(pull.drafting, viewer),
        is_edited=any(name and not timeline.is_same_account(name, viewer) for name in last_writers),
        edited_at=pull.last_edited_at or timeline.NEVER,
        head_is_ours=not commits or read_commit(commits[-1].commit).has_fingerprint,
        must_be_rebuilt=pull.mergeable == "CONFLICTING" or pull.merge_state_status == "BEHIND",
    )
