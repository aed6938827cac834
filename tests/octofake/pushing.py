"""What moving a branch does to pull requests and issues."""

import re
from typing import TYPE_CHECKING, Any

from .world import User

if TYPE_CHECKING:
    from .pulls import PullRequest
    from .repository import Repository

CLOSING = re.compile(
    r"\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+"
    r"(?:https?://[^\s/]+/(?P<path>[\w.-]+/[\w.-]+)/issues/|(?P<name>[\w.-]+/[\w.-]+)?#)(?P<number>\d+)\b",
    re.IGNORECASE,
)


def set_branch(repository: "Repository", branch: str, sha: str | None, by: User) -> None:
    """Move, make or (with no commit) delete a branch, with everything that GitHub does then."""
    old = repository.branches.get(branch)
    repository.set_ref(f"refs/heads/{branch}", sha)
    for pull in repository.network_pulls():
        if (pull.head_repository, pull.head) == (repository, branch) and old:
            follow_head(pull, old, sha, by)
        if (pull.repository, pull.base, pull.state) == (repository, branch, "open"):
            follow_base(pull, sha, by)
    if branch == repository.default_branch and old and sha:
        for commit in repository.objects.missing_from(old, sha):
            message = repository.objects.commit(commit).message.decode()
            close_named_issues(repository, message, by, (repository, commit))


def follow_head(pull: "PullRequest", old: str, sha: str | None, by: User) -> None:
    """Let a pull request notice that its head branch has moved or gone."""
    if sha is None:
        if pull.state == "open":
            pull.close(by)
        pull.note("HeadRefDeletedEvent", by, head_ref_name=pull.head)
    elif pull.state == "open":
        pull.head_sha = sha
        objects = pull.repository.objects
        if not objects.contains(sha, old):
            pull.note("HeadRefForcePushedEvent", by, before=old, after=sha)
        if objects.contains(pull.base_sha, sha):
            pull.closed_for_good = True
            pull.close(by)


def follow_base(pull: "PullRequest", sha: str | None, by: User) -> None:
    """Let an open pull request notice that its base branch has moved or gone."""
    if sha is None:
        pull.close(by)
    elif pull.repository.objects.contains(sha, pull.head_sha):
        pull.mark_merged(by, sha)
    else:
        pull.base_sha = sha


def close_named_issues(repository: "Repository", text: str, by: User, closer: Any) -> None:
    """Close the issues that a merged text says it closes."""
    for number in named_issues(repository, text):
        issue = repository.issues_and_pulls.get(number)
        if issue and issue.resource == "Issue":
            issue.close(by, closer=closer)


def named_issues(repository: "Repository", text: str) -> list[int]:
    """Return the numbers of this repository's issues that a text says it closes."""
    names = {"", repository.name_with_owner.lower()}
    found = [
        match
        for match in CLOSING.finditer(text)
        if (match["path"] or match["name"] or "").lower() in names
    ]
    return [int(match["number"]) for match in found]
