"""Issues, comments, pull requests and their timelines through GraphQL."""

from typing import Any

from .changes import changed_files
from .connections import Connection, Page, connection
from .errors import Violation
from .graphql_fields import field
from .graphql_views import CommitView, PullCommitView, RefView, ref_view
from .issues import Comment, Event, Issue
from .pulls import PullRequest, Review
from .pushing import named_issues
from .world import User

BOTH = ("Issue", "PullRequest")


@field(*BOTH)
def closed(issue: Issue) -> bool:
    """Tell whether the issue is closed."""
    return issue.state == "closed"


@field(*BOTH, "IssueComment")
def full_database_id(thing: Issue | Comment) -> str:
    """Return the number that REST knows the thing by, as text."""
    return str(thing.id)


@field(*BOTH)
def body(issue: Issue) -> str:
    """Return the body; GraphQL knows no null here."""
    return issue.body or ""


@field(*BOTH, "IssueComment", "PullRequestReview")
def author_association(thing: Issue | Comment | Review) -> str:
    """Return what the author is to the repository."""
    return thing.repository.association(thing.author)


@field(*BOTH, "IssueComment", "PullRequestReview")
def viewer_did_author(thing: Issue | Comment | Review, context: Any) -> bool:
    """Tell whether the token's owner wrote this."""
    return thing.author is context.world.viewer


@field(*BOTH)
def comments(issue: Issue, **page: Any) -> Connection:
    """Return the comments, the oldest first."""
    return connection(issue.comments, Page(**page), key=lambda comment: comment.id)


@field(*BOTH)
def labels(issue: Issue, order_by: Any = None, **page: Any) -> Connection:
    """Return the labels, the oldest first."""
    if order_by not in (None, {"field": "CREATED_AT", "direction": "ASC"}):
        raise Violation("octofake does not model another order of an issue's labels")
    return connection(issue.labels, Page(**page), key=lambda label: label.id)


@field(*BOTH)
def timeline_items(issue: Issue, item_types: list[str] | None = None, **page: Any) -> Connection:
    """Return what has happened; the kinds must be named, for GitHub has more than are modelled here."""
    if not item_types:
        raise Violation(
            "octofake wants `itemTypes`, for it does not model every kind of timeline item"
        )
    wanted = {kind.title().replace("_", "") for kind in item_types}
    events: list[Event | Comment] = [event for event in issue.timeline if event.kind in wanted]
    events += issue.comments if "IssueComment" in wanted else []
    events.sort(key=lambda event: event.created_at)
    return connection(events, Page(**page), updated_at=issue.updated_at)


@field("Issue")
def closed_by_pull_requests_references(
    issue: Issue, include_closed_prs: bool = False, **page: Any
) -> Connection:
    """Return the pull requests that say they close the issue: open ones, or all."""
    pulls = issue.repository.pull_requests(None if include_closed_prs else "open")
    return connection([pull for pull in pulls if issue in closes(pull)], Page(**page))


def closes(pull: PullRequest) -> list[Issue]:
    """Return the issues that a pull request will close."""
    numbers = (
        named_issues(pull.repository, pull.body or "")
        if pull.base == pull.repository.default_branch
        else []
    )
    issues = {issue.number: issue for issue in pull.repository.issues()}
    return [issues[number] for number in dict.fromkeys(numbers) if number in issues]


@field("IssueComment")
def issue_(comment: Comment) -> Issue:
    """Return the issue (GitHub gives one for a pull request, too)."""
    if isinstance(comment.issue, PullRequest):
        raise Violation("octofake does not model IssueComment.issue of a pull request")
    return comment.issue


@field("IssueComment")
def pull_request(comment: Comment) -> PullRequest | None:
    """Return the pull request, if the comment is on one."""
    return comment.issue if isinstance(comment.issue, PullRequest) else None


# Pull requests


def state_of(pull: PullRequest) -> str:
    """Return the state as GraphQL names it."""
    return "MERGED" if pull.merged else pull.state.upper()


@field("PullRequest")
def state(pull: PullRequest) -> str:
    """Return the state, which knows a third one here."""
    return state_of(pull)


@field("PullRequest")
def mergeable(pull: PullRequest) -> str:
    """Tell whether merging would conflict."""
    return "UNKNOWN" if pull.state == "closed" else "MERGEABLE" if pull.mergeable else "CONFLICTING"


@field("PullRequest")
def merge_state_status(pull: PullRequest) -> str:
    """Tell whether a conflict, or a rule that asks for up-to-date branches, is in the way."""
    if pull.state == "closed":
        return "UNKNOWN"
    if not pull.mergeable:
        return "DIRTY"
    is_behind = pull.fork_point != pull.base_sha
    return "BEHIND" if is_behind and pull.repository.needs_up_to_date_branches else "CLEAN"


@field("PullRequest")
def permalink(pull: PullRequest, context: Any) -> str:
    """Return the address of the page."""
    return f"{context.site.pages}/{pull.repository.name_with_owner}/pull/{pull.number}"


@field("PullRequest")
def head_ref(pull: PullRequest) -> RefView | None:
    """Return the head branch, if it is there."""
    return ref_view(pull.head_repository, pull.head)


@field("PullRequest")
def base_ref(pull: PullRequest) -> RefView | None:
    """Return the base branch, if it is there."""
    return ref_view(pull.repository, pull.base)


@field("PullRequest")
def head_repository_owner(pull: PullRequest) -> User:
    """Return whose the head is."""
    return pull.head_repository.owner


@field("PullRequest")
def merge_commit(pull: PullRequest) -> CommitView | None:
    """Return the commit that the merge has made."""
    return CommitView(pull.repository, pull.merge_commit) if pull.merge_commit else None


@field("PullRequest")
def reviews(
    pull: PullRequest, author: str | None = None, states: list[str] | None = None, **page: Any
) -> Connection:
    """Return the reviews, the oldest first."""
    found = []
    for review in pull.reviews:
        is_wanted = states is None or review.state in states
        if is_wanted and (author is None or review.author.login == author):
            found.append(review)
    return connection(found, Page(**page), key=lambda review: review.id)


@field("PullRequestReview")
def pull_request_(review: Review) -> PullRequest:
    """Return the pull request."""
    return review.pull_request


@field("PullRequestReview")
def comments_(review: Review, **page: Any) -> Connection:
    """Return the remarks on single lines, the oldest first."""
    return connection(review.comments, Page(**page))


@field("PullRequest")
def commits(pull: PullRequest, **page: Any) -> Connection:
    """Return the commits that the base does not have, the oldest first."""
    shown = [PullCommitView(pull, CommitView(pull.repository, sha)) for sha in pull.commits]
    return connection(shown, Page(**page))


@field("PullRequest")
def closing_issues_references(pull: PullRequest, **page: Any) -> Connection:
    """Return the issues that merging would close."""
    return connection(closes(pull), Page(**page))


@field("PullRequest")
def files(pull: PullRequest, **page: Any) -> Connection:
    """Return the files that would change."""
    kinds = {"removed": "DELETED"}
    changes = changed_files(pull.repository.objects, pull.fork_point, pull.head_sha)
    shown = [
        vars(change) | {"change_type": kinds.get(change.status, change.status)}
        for change in changes
    ]
    return connection(shown, Page(**page))


@field("PullRequest")
def additions(pull: PullRequest) -> int:
    """Return how many lines would come."""
    return sum(
        c.additions for c in changed_files(pull.repository.objects, pull.fork_point, pull.head_sha)
    )


@field("PullRequest")
def deletions(pull: PullRequest) -> int:
    """Return how many lines would go."""
    return sum(
        c.deletions for c in changed_files(pull.repository.objects, pull.fork_point, pull.head_sha)
    )


@field("PullRequest")
def changed_files_(pull: PullRequest) -> int:
    """Return how many files would change."""
    return len(changed_files(pull.repository.objects, pull.fork_point, pull.head_sha))


# Events


@field("ClosedEvent", "ReopenedEvent")
def state_reason(event: Event) -> str | None:
    """Return why it was closed; pull requests have no reason."""
    return None if isinstance(event.subject, PullRequest) else event.more["state_reason"]


@field("ClosedEvent")
def closer(event: Event) -> Any:
    """Return the pull request or the commit that has closed the issue."""
    found = event.more["closer"]
    return CommitView(*found) if isinstance(found, tuple) else found


@field("HeadRefForcePushedEvent")
def before_commit(event: Event) -> CommitView:
    """Return where the branch was."""
    return CommitView(event.subject.repository, event.more["before"])


@field("HeadRefForcePushedEvent")
def after_commit(event: Event) -> CommitView:
    """Return where the branch is."""
    return CommitView(event.subject.repository, event.more["after"])


@field("MergedEvent")
def commit(event: Event) -> CommitView:
    """Return the commit that the merge has made."""
    assert isinstance(event.subject, PullRequest)
    return CommitView(event.subject.repository, event.subject.merge_commit or "")
