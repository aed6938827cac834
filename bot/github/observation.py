"""From GitHub's answer to the situation for the decision and to what the plan compares."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from bot.decision.decision import IssueLabel
from bot.decision.situation import PullRequest, Situation, Standing
from bot.evidence.kept import kept_answers
from bot.forms.form import Forms
from bot.forms.issue import Author, Issue, branch_of
from bot.forms.links import Links
from bot.github import answers
from bot.github.commit import BotBranch, BranchUpdate, TreeEntry, read_entry
from bot.github.pages import further_pages, is_status
from bot.render.comment import status_in

_AT_ONCE = timedelta(minutes=1)
_NEVER = datetime.min.replace(tzinfo=UTC)
_WRITERS = {"OWNER", "MEMBER", "COLLABORATOR"}


@dataclass(frozen=True)
class Base:
    """The tip of the default branch: its name, its commit and tree, and the blob of README.md."""

    branch: str
    commit: str
    tree: str
    entries: tuple[TreeEntry, ...]
    readme: str | None


@dataclass(frozen=True)
class PullRequestContent:
    """The content of a pull request; `node_id` names it in GraphQL, `head` is its last commit.

    `is_our_draft` when the bot made it a draft, and no person. `must_be_rebuilt` when it cannot be
    merged as it is: it conflicts, or the repository demands branches that are up to date.
    `is_edited` when somebody else has changed title or text last, and the text at `edited_at`. `head_is_ours` when its last
    commit is the bot's own.
    """

    number: int
    node_id: str
    head: str
    title: str
    body: str
    labels: tuple[str, ...]
    is_draft: bool
    is_our_draft: bool
    must_be_rebuilt: bool = False
    is_edited: bool = False
    edited_at: datetime = _NEVER
    head_is_ours: bool = True


@dataclass(frozen=True)
class Comment:
    """A comment of the bot that tells the status; `node_id` names it in GraphQL.

    `status` is empty where the comment names none.
    """

    node_id: str
    body: str
    status: str
    written_at: datetime


@dataclass(frozen=True)
class Observation:
    """How an issue stands: the situation for the decision, and the objects behind it.

    - `label_ids`: of the repository's labels, by their case-folded names.
    - `node_id`: names the issue in GraphQL.
    - `status_comments`: our own, the oldest first; of several, made by two runs at the same time,
      one stays.
    - `was_labeled`: a label of a kind was once on the issue; a form cannot put one there that the
      repository lacks.
    - `is_whole`: nothing that counts can be on a further page.
    - `is_claiming`: others have to wait for what the issue asks for.
    - `edited_at`, `author_edited_at`: the last edit of the issue's text, by anybody and by its
      author if nobody else has edited it since.
    - `cannot_reopen`: GitHub has refused to open the closed pull request again.
    - `update`: the branch has merges of the default branch.
    - `merged_readme`: what merging the branch as it is makes of today's list, where that was tried
      and is clean.
    """

    repository_id: str
    label_ids: Mapping[str, str]
    number: int
    node_id: str
    situation: Situation
    base: Base
    branch: BotBranch | None
    pull: PullRequestContent | None
    status_comments: tuple[Comment, ...]
    was_labeled: bool
    is_whole: bool
    is_locked: bool
    is_claiming: bool
    edited_at: datetime
    author_edited_at: datetime
    cannot_reopen: bool = False
    update: BranchUpdate | None = None
    merged_readme: str | None = None

    @property
    def may_be_leftover(self) -> bool:
        """Whether the branch may hold nothing but an older commit of the default branch.

        A branch that somebody has pushed to is that of a pull request, as a rule.
        """
        if self.branch is None or self.branch.is_ours or self.update:
            return False
        return self.pull is None or self.pull.head != self.branch.tip

    @property
    def branch_name(self) -> str:
        """The branch of the issue."""
        return branch_of(self.number)

    @property
    def is_behind(self) -> bool:
        """Whether an open pull request is for an older list than today's."""
        pull, branch = self.situation.pull_request, self.branch
        is_open = pull is not None and pull.standing is Standing.OPEN
        if not is_open or branch is None or not branch.has_fingerprint:
            return False
        return branch.parent_readme != self.base.readme

    def with_update(self, update: BranchUpdate) -> "Observation":
        """The same where nobody has taken the branch over by merging the default branch."""
        situation = replace(self.situation, taken_over_by=None)
        return replace(self, branch=update.branch, situation=situation)

    def with_pull_request(self, pull: PullRequestContent) -> "Observation":
        """The same after a pull request was opened."""
        situation = replace(self.situation, pull_request=PullRequest(pull.number))
        return replace(self, situation=situation, pull=pull)

    def without_permission(self, reason: str, *, has_branch: bool) -> "Observation":
        """The same after GitHub has refused a write for good."""
        situation = replace(self.situation, forbidden=reason, has_branch=has_branch)
        return replace(self, situation=situation)


def read_observation(snapshot: answers.Snapshot, forms: Forms, readme: str) -> Observation:
    """Read the answer to the query of one issue; `readme` is the text of the blob in it."""
    repository, viewer = snapshot.repository, snapshot.viewer.login
    issue = repository.issue
    default_branch = repository.default_branch_ref.name
    kinds = {form.issue_label.casefold() for form in forms}
    comments = [comment for comment in issue.comments.nodes if is_status(comment)]
    pull = _latest(repository.pull_requests.nodes, default_branch)
    branch = read_branch(repository.ref, repository.default_branch_ref.target.oid)
    situation = Situation(
        issue=_issue(issue),
        earlier=_earlier(repository.issues.nodes, issue.number, kinds),
        readme=readme,
        links=Links(repository.url, default_branch),
        host=urlsplit(repository.url).hostname or "",
        pull_request=_pull_request(pull, issue, kinds, viewer, repository.ref) if pull else None,
        has_comment=bool(comments),
        author_commented=_author_commented(issue),
        evidence=kept_answers(pull.body) if pull else (),
        taken_over_by=_taken_over_by(repository.ref, branch, viewer),
    )
    return Observation(
        repository_id=repository.id,
        label_ids=_label_ids(repository),
        number=issue.number,
        node_id=issue.id,
        situation=situation,
        base=_base(repository),
        branch=branch,
        pull=_content(pull, viewer) if pull else None,
        status_comments=tuple(_comment(comment) for comment in comments),
        edited_at=issue.last_edited_at or _NEVER,
        author_edited_at=_author_edited_at(issue),
        was_labeled=_labeled_at(issue, kinds) > _NEVER,
        is_whole=not further_pages(repository),
        is_locked=issue.locked,
        is_claiming=issue.state == "OPEN" and _is_claiming(issue, kinds),
        update=_update(repository.ref, pull) if pull else None,
    )


def _base(repository: answers.Repository) -> Base:
    ref, readme = repository.default_branch_ref, repository.object
    tree = ref.target.tree
    entries = tuple(read_entry(entry.name_raw, entry.mode, entry.oid) for entry in tree.entries)
    return Base(ref.name, ref.target.oid, tree.oid, entries, readme.oid if readme else None)


def _label_ids(repository: answers.Repository) -> dict[str, str]:
    """The ids of the repository's first hundred labels, and of all that are in use here."""
    labels = [*repository.labels.nodes, *repository.issue.labels.nodes]
    for pull in repository.pull_requests.nodes:
        labels += pull.labels.nodes
    return {label.name.casefold(): label.id for label in labels}


def _issue(issue: answers.Issue) -> Issue:
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
        labels=_labels(issue.labels),
        author=author,
        is_open=issue.state == "OPEN",
    )


def _earlier(issues: Iterable[answers.Issue], number: int, kinds: set[str]) -> tuple[Issue, ...]:
    """The open submissions with a lower number that can still become a row."""
    return tuple(
        _issue(issue) for issue in issues if issue.number < number and _is_claiming(issue, kinds)
    )


def _is_claiming(issue: answers.Issue, kinds: set[str]) -> bool:
    """Whether an open issue can still become a row."""
    labels = _labels(issue.labels)
    is_submission = not kinds.isdisjoint(label.casefold() for label in labels)
    return is_submission and set(IssueLabel).isdisjoint(labels) and not is_abandoned(issue)


def is_abandoned(issue: answers.Issue) -> bool:
    """Whether an issue that is still open has no pull request to come.

    A person has closed it, since the bot closes it only for what waits itself; or the issue is
    locked, which keeps the bot from working on it.
    """
    branch = branch_of(issue.number)
    pulls = issue.closing.nodes if issue.closing else ()
    states = set()
    for pull in pulls:
        if pull.head_ref_name == branch and not pull.is_cross_repository:
            states.add(pull.state)
    return states == {"CLOSED"} or (issue.locked and "OPEN" not in states)


def _labels(labels: answers.Connection[answers.Label]) -> tuple[str, ...]:
    return tuple(label.name for label in labels.nodes)


def _comment(comment: answers.Comment) -> Comment:
    written_at = comment.last_edited_at or comment.created_at or _NEVER
    return Comment(comment.id, comment.body, status_in(comment.body) or "", written_at)


def _author_edited_at(issue: answers.Issue) -> datetime:
    """When the author last changed the text of the issue, if nobody has changed it since."""
    author, editor = issue.author, issue.editor
    is_own = author and editor and author.login == editor.login
    return (is_own and issue.last_edited_at) or _NEVER


def _author_commented(issue: answers.Issue) -> bool:
    """Whether the author has commented since the text of the issue was last changed."""
    since = issue.last_edited_at or issue.created_at or _NEVER
    for comment in issue.comments.nodes:
        is_author = comment.author and issue.author and comment.author.login == issue.author.login
        if is_author and (comment.created_at or _NEVER) > since:
            return True
    return False


def _latest_time(events: Iterable[answers.Event]) -> datetime:
    return max((event.created_at or _NEVER for event in events), default=_NEVER)


def _labeled_at(issue: answers.Issue, kinds: set[str]) -> datetime:
    """When one of these labels was last put on."""
    events = issue.labeling.nodes
    return _latest_time(e for e in events if e.label and e.label.name.casefold() in kinds)


def read_branch(ref: answers.Ref | None, base: str = "") -> BotBranch | None:
    """Read the tip of an issue's branch, if there is one; `base` is that of the default branch."""
    if ref is None:
        return None
    return replace(read_commit(ref.target), is_leftover=ref.target.oid == base)


def read_commit(commit: answers.Commit) -> BotBranch:
    """Read a commit as the tip of a branch."""
    parents = commit.parents.nodes
    parent_readme = parents[0].file if parents else None
    return BotBranch(
        tip=commit.oid,
        parents=tuple(parent.oid for parent in parents),
        tree=commit.tree.oid,
        message=commit.message,
        readme=commit.file.oid if commit.file else None,
        parent_readme=parent_readme.oid if parent_readme else None,
    )


def _update(ref: answers.Ref | None, pull: answers.PullRequest) -> BranchUpdate | None:
    """The merges on top of the bot's commit, if nothing else is on the branch."""
    commits = [node.commit for node in pull.commits.nodes]
    is_whole = len(commits) == pull.commits.total_count and pull.changed_files == 1
    if ref is None or len(commits) < 2 or not is_whole or commits[-1].oid != ref.target.oid:
        return None
    own = read_commit(commits[0])
    for before, merge in pairwise(commits):
        parents = [parent.oid for parent in merge.parents.nodes]
        if len(parents) != 2 or parents[0] != before.oid:
            return None
    theirs, merged = commits[-1].parents.nodes[1].file, commits[-1].file
    if not (own.has_fingerprint and own.parent_readme and own.readme and theirs and merged):
        return None
    branch = replace(own, tip=ref.target.oid, readme=merged.oid, parent_readme=theirs.oid)
    return BranchUpdate(branch, own.parent_readme, own.readme, theirs.oid, merged.oid)


def _taken_over_by(ref: answers.Ref | None, branch: BotBranch | None, viewer: str) -> str | None:
    """Who has taken a branch over: the author of its tip, or who has amended the bot's commit."""
    if ref is None or branch is None or branch.is_ours:
        return None
    for person in (ref.target.author, ref.target.committer):
        name = branch_owner(person)
        if not _is_same(name, viewer):
            return name
    return "somebody"


def branch_owner(person: answers.Signature | None) -> str:
    """The login, else the name, of a commit's author or committer."""
    if person and person.user:
        return person.user.login
    return person.name if person and person.name else "somebody"


def _is_same(login: str, viewer: str) -> bool:
    """Whether two logins are one; an app is `name` where it acts, and `name[bot]` as the viewer."""
    return login.removesuffix("[bot]") == viewer.removesuffix("[bot]")


def _latest(pulls: Iterable[answers.PullRequest], base: str) -> answers.PullRequest | None:
    """The open pull request, else the newest; a fork can have a branch of the same name, a
    person another base.
    """
    ours = [pull for pull in pulls if not pull.is_cross_repository and pull.base_ref_name == base]
    return max(ours, key=lambda pull: (pull.state == "OPEN", pull.number), default=None)


def _pull_request(
    pull: answers.PullRequest,
    issue: answers.Issue,
    kinds: set[str],
    viewer: str,
    ref: answers.Ref | None,
) -> PullRequest:
    standing = Standing(pull.state)
    wanted = kinds.intersection(label.casefold() for label in _labels(issue.labels))
    labeled_at = _labeled_at(issue, wanted)
    restarted_at = max(labeled_at, _latest_time(issue.reopening.nodes))
    is_decision = standing is Standing.CLOSED and not _is_closed_by_us(pull, viewer, ref)
    closed_by = _actor(pull.closing)
    return PullRequest(
        pull.number,
        standing,
        is_declined=is_decision and labeled_at <= (pull.closed_at or _NEVER),
        is_done=standing is Standing.MERGED and restarted_at <= (pull.merged_at or _NEVER),
        closed_by=viewer if _is_same(closed_by, viewer) else closed_by,
        remark=_remark(pull, closed_by),
    )


def _is_closed_by_us(pull: answers.PullRequest, viewer: str, ref: answers.Ref | None) -> bool:
    """Whether the bot has closed a pull request, which it does by deleting the branch.

    One that the same app has closed without that was closed by another workflow.
    """
    if not _is_by(pull.closing, viewer):
        return False
    deleted_at = _latest_time(pull.deletion.nodes)
    is_deleted = _is_by(pull.deletion, viewer)
    is_at_once = abs((pull.closed_at or _NEVER) - deleted_at) <= _AT_ONCE
    return ref is None or (is_deleted and is_at_once)


def _actor(events: answers.Connection[answers.Event]) -> str:
    """Who made the last event; empty for a closed account."""
    actors = [event.actor.login for event in events.nodes if event.actor]
    return actors[-1] if actors else ""


def _remark(pull: answers.PullRequest, closed_by: str) -> str:
    """The last comment on a pull request by whoever has closed it."""
    remark = ""
    for comment in pull.comments.nodes:
        if comment.author and _is_same(comment.author.login, closed_by):
            remark = comment.body
    return remark


def _is_by(events: answers.Connection[answers.Event], viewer: str) -> bool:
    """Whether the last event was ours."""
    return _is_same(_actor(events), viewer)


def _content(pull: answers.PullRequest, viewer: str) -> PullRequestContent:
    return PullRequestContent(
        number=pull.number,
        node_id=pull.id,
        head=pull.head_ref_oid,
        title=pull.title,
        body=pull.body,
        labels=_labels(pull.labels),
        is_draft=pull.is_draft,
        is_our_draft=pull.is_draft and _is_by(pull.drafting, viewer),
        is_edited=_is_edited(pull, viewer),
        edited_at=pull.last_edited_at or _NEVER,
        head_is_ours=_is_own_head(pull),
        must_be_rebuilt=pull.mergeable == "CONFLICTING" or pull.merge_state_status == "BEHIND",
    )


def _is_edited(pull: answers.PullRequest, viewer: str) -> bool:
    """Whether somebody else was the last to change the text or the title."""
    renamer = _actor(pull.renaming)
    editor = pull.editor.login if pull.editor else ""
    return any(name and not _is_same(name, viewer) for name in (renamer, editor))


def _is_own_head(pull: answers.PullRequest) -> bool:
    nodes = pull.commits.nodes
    return not nodes or read_commit(nodes[-1].commit).has_fingerprint
