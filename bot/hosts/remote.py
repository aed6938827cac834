"""GitHub: the only file that imports PyGithub, and every call to GitHub in the bot's own words."""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import requests
from github import Auth, Github, GithubException, InputGitTreeElement
from github.GitCommit import GitCommit
from github.GithubObject import CompletableGithubObject
from github.GitRef import GitRef
from github.GitTree import GitTree
from github.PullRequest import PullRequest

from bot.decision.desired import Desired, Existing, IssueLabel, Proposed
from bot.decision.snapshot import Standing
from bot.faults import NeedsMaintainer
from bot.hosts.commit import blob_id, sealed
from bot.hosts.observation import Observation, PullText, blob_of, read_observation
from bot.hosts.query import SNAPSHOT
from bot.intake.form import Forms
from bot.messages import settings

Thing = TypeVar("Thing", bound=CompletableGithubObject)

_README = "README.md"
_API_VERSION = "2022-11-28"


class Unclear(Exception):
    """GitHub did not say whether a write was done, or somebody was faster: read again and compare."""


class Unreachable(NeedsMaintainer):
    """The issue is locked, deleted or transferred, or the repository is archived: nothing can be written there."""


class MayNotOpen(NeedsMaintainer):
    """A setting forbids GitHub Actions to open pull requests."""


class Remote:
    """One repository on GitHub."""

    def __init__(self, repository: str, token: str, api_url: str, graphql_url: str, forms: Forms) -> None:
        # By default PyGithub repeats a POST after a 5xx, though it may have been done, and pauses before each request.
        client = Github(
            auth=Auth.Token(token),
            base_url=api_url,
            retry=None,
            seconds_between_requests=None,
            seconds_between_writes=None,
            lazy=True,
            api_version=_API_VERSION,
        )
        self._repository = client.get_repo(repository)
        self._requester = client.requester
        self._graphql_url = graphql_url
        self._owner, self._name = repository.split("/")
        self._forms = forms

    def observe(self, number: int) -> Observation:
        """Read how an issue stands, in one request; README.md takes another when it is too large for that."""
        branch = f"bot/issue-{number}"
        variables = {"owner": self._owner, "name": self._name, "number": number}
        data = self._query(SNAPSHOT, variables | {"branch": branch, "ref": f"refs/heads/{branch}"})
        blob = blob_of(data)
        return read_observation(data, self._forms, self._blob(blob["oid"]) if blob["isTruncated"] else blob["text"])

    def publish(self, seen: Observation, desired: Desired) -> Observation:
        """Bring the branch and the pull request about; what comes back knows a pull request that was opened."""
        if desired.proposed:
            self._write_branch(seen, desired.proposed)
            return self._write_pull_request(seen, desired.proposed)
        if desired.existing is Existing.DRAFT:
            self._draft(seen)
        elif desired.existing is Existing.CLOSE:
            self._close(seen)
        return seen

    def reply(self, seen: Observation, desired: Desired) -> None:
        """Bring the comment and the labels of the issue about."""
        issue = self._repository.get_issue(seen.number)
        with _told():
            if desired.comment is not None and seen.comment is None:
                issue.create_comment(desired.comment)
            elif desired.comment is not None and seen.comment and seen.comment.body != desired.comment:
                issue.get_comment(seen.comment.id).edit(desired.comment)
            for label in IssueLabel:
                there = label in seen.snapshot.issue.labels
                if label is desired.label and not there:
                    issue.add_to_labels(label)
                elif label is not desired.label and there:
                    _unless_gone(issue.remove_from_labels, label)

    def _write_branch(self, seen: Observation, proposed: Proposed) -> None:
        """Make the commit first and move the ref once: a branch equal to its base loses its pull request for good."""
        there, base = seen.branch, seen.base
        if there and there.holds(proposed.commit_message, blob_id(proposed.readme), base.readme):
            return
        with _told():
            element = InputGitTreeElement(_README, "100644", "blob", content=proposed.readme)
            tree = self._repository.create_git_tree([element], self._made(GitTree, sha=base.tree))
            message = sealed(proposed.commit_message, base.commit, tree.sha)
            commit = self._repository.create_git_commit(message, tree, [self._made(GitCommit, sha=base.commit)])
            if there:
                self._ref(seen).edit(commit.sha, force=True)
            else:
                self._repository.create_git_ref(f"refs/heads/{seen.branch_name}", commit.sha)

    def _write_pull_request(self, seen: Observation, proposed: Proposed) -> Observation:
        pull = seen.snapshot.pull_request
        if not (pull and pull.standing is Standing.OPEN and seen.pull_text):
            return self._open_pull_request(seen, proposed)
        text = seen.pull_text
        there = self._made(PullRequest, url=f"{self._repository.url}/pulls/{pull.number}", node_id=text.node_id)
        with _told():
            if (text.title, text.body) != (proposed.title, proposed.body):
                there.edit(title=proposed.title, body=proposed.body)
            if text.is_draft and IssueLabel.NEEDS_INFO in seen.snapshot.issue.labels:  # else a person made it a draft
                there.mark_ready_for_review()
        self._label(pull.number, text.labels, proposed.label)
        return seen

    def _open_pull_request(self, seen: Observation, proposed: Proposed) -> Observation:
        with _told():
            pull = self._repository.create_pull(
                seen.base.branch, seen.branch_name, title=proposed.title, body=proposed.body
            )
        self._label(pull.number, (), proposed.label)
        text = PullText(pull.node_id, proposed.title, proposed.body, (proposed.label,), is_draft=False)
        return seen.with_pull_request(pull.number, text)

    def _label(self, number: int, there: tuple[str, ...], wanted: str) -> None:
        """Set the label of the kind, and take off that of another kind, which the submission had before an edit."""
        issue = self._repository.get_issue(number)
        others = {form.issue_label for form in self._forms} - {wanted}
        with _told():
            if wanted not in there:
                issue.add_to_labels(wanted)
            for label in others.intersection(there):
                _unless_gone(issue.remove_from_labels, label)

    def _draft(self, seen: Observation) -> None:
        pull, text = seen.snapshot.pull_request, seen.pull_text
        if pull and text and pull.standing is Standing.OPEN and not text.is_draft:
            with _told():
                self._made(PullRequest, node_id=text.node_id).convert_to_draft()

    def _close(self, seen: Observation) -> None:
        pull = seen.snapshot.pull_request
        with _told():
            if pull and pull.standing is Standing.OPEN:
                self._repository.get_pull(pull.number).edit(state="closed")
            if seen.branch and seen.branch.is_ours:
                _unless_gone(self._ref(seen).delete)

    def _ref(self, seen: Observation) -> GitRef:
        return self._made(GitRef, url=f"{self._repository.url}/git/refs/heads/{seen.branch_name}")

    def _made(self, kind: type[Thing], **attributes: str) -> Thing:
        """One of PyGithub's objects from what is known of it, without a request."""
        return kind(self._requester, {}, attributes, completed=True)

    def _blob(self, oid: str) -> str:
        with _told():
            return base64.b64decode(self._repository.get_git_blob(oid).content).decode()

    def _query(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        given = {"query": query, "variables": variables}
        with _told():
            _, answer = self._requester.requestJsonAndCheck("POST", self._graphql_url, input=given)
        if errors := answer.get("errors"):
            raise _query_fault(errors[0])
        if not isinstance(answer.get("data"), dict):
            raise Unclear("the answer was not JSON")
        data: dict[str, Any] = answer["data"]
        return data


def _query_fault(error: dict[str, Any]) -> Exception:
    message = str(error.get("message", ""))
    match error.get("type"):
        case "NOT_FOUND":
            return Unreachable(settings.unreachable(message))
        case "FORBIDDEN" | "INSUFFICIENT_SCOPES":
            return NeedsMaintainer(settings.NO_PERMISSION)
        case "RATE_LIMITED":
            return NeedsMaintainer(settings.wait(None))
        case _:
            return Unclear(message)


@contextmanager
def _told() -> Iterator[None]:
    """Translate what GitHub answers into whose fault it is."""
    try:
        yield
    except GithubException as error:
        raise _fault(error) from error
    except requests.RequestException as error:
        raise Unclear(type(error).__name__) from error


def _fault(error: GithubException) -> Exception:
    message = error.message or ""
    wait = (error.headers or {}).get("retry-after")
    match error.status:
        case 401:
            return NeedsMaintainer(settings.BAD_TOKEN)
        case 403 | 429 if wait or "rate limit" in message.lower():
            return NeedsMaintainer(settings.wait(wait))
        case 403 if "not permitted to create" in message:
            return MayNotOpen(settings.MAY_NOT_OPEN)
        case 403 if "not accessible" in message:
            return NeedsMaintainer(settings.NO_PERMISSION)
        case 301 | 403 | 410:
            return Unreachable(settings.unreachable(message))
        case _:
            return Unclear(f"{error.status} {message}")


def _unless_gone(remove: Any, *arguments: str) -> None:
    """Take something away; that it is gone already is what was wanted."""
    try:
        remove(*arguments)
    except GithubException as error:
        if error.status not in {404, 422}:
            raise
