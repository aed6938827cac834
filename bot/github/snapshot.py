"""From GitHub's answer to the situation, the context of its texts, and what the plan compares."""

from datetime import datetime
from urllib.parse import urlsplit

from bot.decision.claims import Claimant, is_claiming
from bot.decision.situation import PullRequestState, Situation
from bot.evidence.kept_answers import kept_answers
from bot.forms.form import Forms
from bot.forms.issue import Author, Issue, branch_of, folded
from bot.github import answers
from bot.github.branches import read_branch, read_update, taken_over_by
from bot.github.commit import BotBranch
from bot.github.observation import Observation, StatusComment
from bot.github.paging import further_pages
from bot.github.pull_requests import latest_pull_request, read_content, read_pull_request
from bot.github.timeline import NEVER, is_status, label_names, labeled_at
from bot.render.context import Context
from bot.render.markers import status_in
from bot.render.repository_links import GUIDE, Links

_WRITERS = {"OWNER", "MEMBER", "COLLABORATOR"}


def read_observation(snapshot: answers.Snapshot, forms: Forms, readme: str) -> Observation:
    """Read the answer to the query of one issue; `readme` is the text of the blob in it."""
    repository, viewer = snapshot.repository, snapshot.viewer.login
    issue, ref = repository.issue, repository.ref
    base = repository.default_branch_ref
    if repository.object:
        base = base.model_copy(update={"readme": repository.object.oid})
    branch = read_branch(ref, base.commit)
    kinds = folded(forms.labels)
    pull = latest_pull_request(repository.pull_requests.nodes, base.branch)
    return Observation(
        repository_id=repository.id,
        label_ids=_label_ids(repository),
        number=issue.number,
        node_id=issue.id,
        situation=_situation(snapshot, branch, pull, kinds, readme),
        context=_context(repository, base, pull),
        base=base,
        branch=branch,
        pull=read_content(pull, viewer) if pull else None,
        status_comments=tuple(_comment(c) for c in issue.comments.nodes if is_status(c)),
        edited_at=issue.last_edited_at or NEVER,
        author_edited_at=_author_edited_at(issue),
        was_labeled=labeled_at(issue, kinds) > NEVER,
        is_whole=not further_pages(repository),
        is_locked=issue.locked,
        is_claiming=is_claiming(_claimant(issue, repository.id), kinds),
        update=read_update(ref, pull) if pull else None,
    )


def _situation(
    snapshot: answers.Snapshot,
    branch: BotBranch | None,
    pull: answers.PullRequestNode | None,
    kinds: set[str],
    readme: str,
) -> Situation:
    repository, viewer = snapshot.repository, snapshot.viewer.login
    issue = repository.issue
    situation = Situation(
        issue=_issue(issue),
        earlier=_earlier(repository, kinds),
        readme=readme,
        has_comment=any(map(is_status, issue.comments.nodes)),
        taken_over_by=taken_over_by(repository.ref, branch, viewer),
    )
    if pull is None:
        return situation
    known = read_pull_request(pull, repository, kinds, viewer)
    return situation._replace(pull_request=known)


def _context(
    repository: answers.Repository, base: answers.Base, pull: answers.PullRequestNode | None
) -> Context:
    has_guide = any(entry.name == GUIDE.encode() for entry in base.entries)
    return Context(
        links=Links(repository.url, base.branch, has_guide),
        host=urlsplit(repository.url).hostname or "",
        author_commented=_author_commented(repository.issue),
        evidence=kept_answers(pull.body) if pull else (),
    )


def _label_ids(repository: answers.Repository) -> dict[str, str]:
    """The ids of the repository's first hundred labels, and of all that are in use here."""
    labels = [*repository.labels.nodes, *repository.issue.labels.nodes]
    for pull in repository.pull_requests.nodes:
        labels += pull.labels.nodes
    return {label.name.casefold(): label.id for label in labels}


def _issue(issue: answers.IssueNode) -> Issue:
    author = None
    if issue.author:
        # Whoever may write is not held by the queue's limit:
        # https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
        may_write = issue.author_association in _WRITERS
        author = Author(issue.author.login, issue.author.database_id, may_write)
    return Issue(
        number=issue.number,
        title=issue.title,
        body=issue.body,
        labels=label_names(issue.labels),
        author=author,
        is_open=issue.state == "OPEN",
    )


def _earlier(repository: answers.Repository, kinds: set[str]) -> tuple[Issue, ...]:
    """The submissions with a lower number that others have to wait for."""
    earlier: list[Issue] = []
    for issue in repository.issues.nodes:
        claimant = _claimant(issue, repository.id)
        if issue.number < repository.issue.number and is_claiming(claimant, kinds):
            earlier.append(claimant.issue)
    return tuple(earlier)


def _claimant(issue: answers.IssueNode, repository_id: str) -> Claimant:
    branch = branch_of(issue.number)
    pulls = issue.closing.nodes if issue.closing else ()
    states = set()
    for pull in pulls:
        is_here = pull.repository.id == repository_id and not pull.is_cross_repository
        if is_here and pull.head_ref_name == branch:
            states.add(PullRequestState(pull.state))
    return Claimant(_issue(issue), issue.locked, frozenset(states))


def _comment(comment: answers.Comment) -> StatusComment:
    written_at = comment.last_edited_at or comment.created_at or NEVER
    return StatusComment(comment.id, comment.body, status_in(comment.body) or "", written_at)


def _author_edited_at(issue: answers.IssueNode) -> datetime:
    """When the author last changed the text of the issue, if nobody has changed it since."""
    author, editor = issue.author, issue.editor
    is_own = author and editor and author.login == editor.login
    return (is_own and issue.last_edited_at) or NEVER


def _author_commented(issue: answers.IssueNode) -> bool:
    """Whether the author has commented since the text of the issue was last changed."""
    since = issue.last_edited_at or issue.created_at or NEVER
    for comment in issue.comments.nodes:
        is_author = comment.author and issue.author and comment.author.login == issue.author.login
        if is_author and (comment.created_at or NEVER) > since:
            return True
    return False
