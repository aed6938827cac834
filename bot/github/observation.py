"""The answer to the query, read into a snapshot for the decision and into what the writes need
to know.
"""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from bot.decision.decision import IssueLabel
from bot.decision.situation import PullRequest, Situation, Standing
from bot.evidence.kept import kept_answers
from bot.forms.form import Forms
from bot.forms.issue import Author, Issue, branch_of
from bot.forms.links import Links
from bot.github.commit import BotBranch
from bot.github.pages import further_pages, is_status
from bot.names.cleaning import encodable

_NO_PAGE: dict[str, Any] = {"nodes": []}


@dataclass(frozen=True)
class Base:
    """The tip of the default branch: its name, its commit and tree, and the blob of README.md in
    it.
    """

    branch: str
    commit: str
    tree: str
    readme: str | None


@dataclass(frozen=True)
class PullRequestContent:
    """What a pull request says; `node_id` names it in GraphQL, `head` is the commit that it was
    last at.

    `is_our_draft` when it was the bot that made it a draft, and no person.
    """

    node_id: str
    head: str
    title: str
    body: str
    labels: tuple[str, ...]
    is_draft: bool
    is_our_draft: bool


@dataclass(frozen=True)
class Comment:
    """The bot's comment on an issue."""

    id: int
    body: str


@dataclass(frozen=True)
class Observation:
    """How an issue stands: the snapshot for the decision, and the objects behind it.

    `duplicate_comments` are the ids of comments of ours beside the oldest, made by two runs at the
    same time. `was_labeled` once a label of a kind was on the issue; a form cannot put one there
    that the repository lacks. `is_whole` unless what counts may be on a further page.
    `is_locked_and_closed` when the issue is locked and closed: nothing can be said there, and
    nobody waits for it. `cannot_reopen` when GitHub has refused to open the closed pull request
    again.
    """

    repository_id: str
    number: int
    snapshot: Situation
    base: Base
    branch: BotBranch | None
    pull_text: PullRequestContent | None
    comment: Comment | None
    duplicate_comments: tuple[int, ...]
    was_labeled: bool
    is_whole: bool
    is_locked_and_closed: bool
    cannot_reopen: bool = False

    @property
    def branch_name(self) -> str:
        """The branch of the issue."""
        return branch_of(self.number)

    def with_pull_request(self, number: int) -> "Observation":
        """The same after a pull request was opened."""
        return replace(self, snapshot=replace(self.snapshot, pull_request=PullRequest(number)))

    def without_permission(self, reason: str) -> "Observation":
        """The same after GitHub has refused to open a pull request."""
        return replace(self, snapshot=replace(self.snapshot, forbidden=reason))


def read_observation(data: dict[str, Any], forms: Forms, readme: str) -> Observation:
    """Read the `data` of the answer; `readme` is the text of the blob that it names."""
    repository, viewer = data["repository"], data["viewer"]["login"]
    issue = repository["issue"]
    kinds = {form.issue_label.casefold() for form in forms}
    wanted = kinds.intersection(label.casefold() for label in _labels(issue))
    comments = _comments(issue)
    pull = _latest(repository["pullRequests"]["nodes"], repository["defaultBranchRef"]["name"])
    branch = read_branch(repository["ref"])
    snapshot = Situation(
        issue=_issue(issue),
        earlier=_earlier(repository["issues"]["nodes"], issue["number"], kinds),
        readme=readme,
        links=Links(repository["url"], repository["defaultBranchRef"]["name"]),
        host=urlsplit(repository["url"]).hostname or "",
        pull_request=_pull_request(pull, viewer, _labeled_at(issue, wanted), _reopened_at(issue))
        if pull
        else None,
        has_comment=bool(comments),
        evidence=kept_answers(pull["body"] or "") if pull else (),
        taken_over_by=_branch_owner(repository["ref"], viewer)
        if branch and not branch.is_ours
        else None,
    )
    return Observation(
        repository_id=repository["id"],
        number=issue["number"],
        snapshot=snapshot,
        base=_base(repository),
        branch=branch,
        pull_text=_pull_text(pull, viewer) if pull else None,
        comment=comments[0] if comments else None,
        duplicate_comments=tuple(comment.id for comment in comments[1:]),
        was_labeled=bool(_labeled_at(issue, kinds)),
        is_whole=not further_pages(repository),
        is_locked_and_closed=issue["locked"] and issue["state"] == "CLOSED",
    )


def _base(repository: dict[str, Any]) -> Base:
    ref = repository["defaultBranchRef"]
    target = ref["target"]
    return Base(ref["name"], target["oid"], target["tree"]["oid"], _oid(repository["object"]))


def _issue(issue: dict[str, Any]) -> Issue:
    author = issue["author"]
    return Issue(
        number=issue["number"],
        title=encodable(issue["title"]),
        body=encodable(issue["body"]),
        labels=_labels(issue),
        author=Author(author["login"], author.get("databaseId"), _may_write(issue))
        if author
        else None,
        is_open=issue["state"] == "OPEN",
    )


def _may_write(issue: dict[str, Any]) -> bool:
    """Whether the author may do what the queue's limit is to prevent.

    https://docs.github.com/en/graphql/reference/enums#commentauthorassociation
    """
    return issue["authorAssociation"] in {"OWNER", "MEMBER", "COLLABORATOR"}


def _earlier(issues: list[dict[str, Any]], number: int, kinds: set[str]) -> tuple[Issue, ...]:
    return tuple(
        _issue(issue)
        for issue in issues
        if issue["number"] < number
        and kinds.intersection(label.casefold() for label in _labels(issue))
        and not set(IssueLabel).intersection(_labels(issue))
        and not _is_abandoned(issue)
    )


def _is_abandoned(issue: dict[str, Any]) -> bool:
    """Whether an issue that is still open has no pull request to come.

    A person has closed it, since the bot closes it only for what waits itself; or the issue is
    locked, which keeps the bot from working on it.
    """
    pulls = (issue["closedByPullRequestsReferences"] or _NO_PAGE)["nodes"]
    branch = branch_of(issue["number"])
    states = {
        pull["state"]
        for pull in pulls
        if pull["headRefName"] == branch and not pull["isCrossRepository"]
    }
    return states == {"CLOSED"} or (bool(issue["locked"]) and "OPEN" not in states)


def _labels(labelable: dict[str, Any]) -> tuple[str, ...]:
    return tuple(label["name"] for label in labelable["labels"]["nodes"])


def _labeled_at(issue: dict[str, Any], kinds: set[str]) -> str:
    """When one of these labels was last put on; empty when none ever was."""
    events = (
        event for event in issue["labeling"]["nodes"] if event["label"]["name"].casefold() in kinds
    )
    return max((event["createdAt"] for event in events), default="")


def _reopened_at(issue: dict[str, Any]) -> str:
    return max((event["createdAt"] for event in issue["reopening"]["nodes"]), default="")


def read_branch(ref: dict[str, Any] | None) -> BotBranch | None:
    """Read the tip of an issue's branch, if there is one."""
    if ref is None:
        return None
    tip = ref["target"]
    parents = tip["parents"]["nodes"]
    return BotBranch(
        tip=tip["oid"],
        parents=tuple(parent["oid"] for parent in parents),
        tree=tip["tree"]["oid"],
        message=tip["message"],
        readme=_oid(tip["file"]),
        parent_readme=_oid(parents[0]["file"]) if parents else None,
    )


def _oid(entry: dict[str, Any] | None) -> str | None:
    return entry["oid"] if entry else None


def _branch_owner(ref: dict[str, Any], viewer: str) -> str:
    """Who has taken a branch over: the author of its tip, or who has amended what the bot wrote."""
    names = (_name_of(ref["target"][role] or {}) for role in ("author", "committer"))
    return next((name for name in names if _account(name) != _account(viewer)), "somebody")


def _name_of(person: dict[str, Any]) -> str:
    user = person.get("user")
    return user["login"] if user else person.get("name") or "somebody"


def _latest(pulls: list[dict[str, Any]], base: str) -> dict[str, Any] | None:
    """The open pull request, else the newest; a fork can have a branch of the same name, a
    person another base.
    """
    ours = [pull for pull in pulls if not pull["isCrossRepository"] and pull["baseRefName"] == base]
    return max(ours, key=lambda pull: (pull["state"] == "OPEN", pull["number"]), default=None)


def _pull_request(
    pull: dict[str, Any], viewer: str, labeled_at: str, reopened_at: str
) -> PullRequest:
    standing = Standing(pull["state"])
    is_decision = standing is Standing.CLOSED and not _is_by(pull["closing"], viewer)
    since = max(labeled_at, reopened_at)
    return PullRequest(
        pull["number"],
        standing,
        is_declined=is_decision and not labeled_at > pull["closedAt"],
        is_done=standing is Standing.MERGED and not since > pull["mergedAt"],
    )


def _is_by(events: dict[str, Any], viewer: str) -> bool:
    """Whether the last event was ours; an app is `name` to GraphQL where it acts, and
    `name[bot]` as the viewer.
    """
    actors = [event["actor"] for event in events["nodes"] if event["actor"]]
    return bool(actors) and _account(actors[-1]["login"]) == _account(viewer)


def _account(login: str) -> str:
    return login.removesuffix("[bot]")


def _pull_text(pull: dict[str, Any], viewer: str) -> PullRequestContent:
    return PullRequestContent(
        node_id=pull["id"],
        head=pull["headRefOid"],
        title=pull["title"],
        body=pull["body"],
        labels=_labels(pull),
        is_draft=pull["isDraft"],
        is_our_draft=pull["isDraft"] and _is_by(pull["drafting"], viewer),
    )


def _comments(issue: dict[str, Any]) -> list[Comment]:
    nodes = filter(is_status, issue["comments"]["nodes"])
    return [Comment(comment["databaseId"], comment["body"]) for comment in nodes]
