"""GitHub: the only file that imports PyGithub, and every call to GitHub in the bot's own words."""

import base64
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import requests
from github import Auth, Github, GithubException, InputGitTreeElement, RateLimitExceededException
from github.GitCommit import GitCommit
from github.GithubObject import CompletableGithubObject
from github.GitTree import GitTree
from github.PullRequest import PullRequest
from github.Repository import Repository
from github.Requester import Requester

from bot.doctor.diagnosis import Settings
from bot.document.lines import decode
from bot.errors import MaintainerError
from bot.forms.form import Forms
from bot.forms.issue import branch_of
from bot.github.commit import BotBranch, blob_id, with_fingerprint
from bot.github.observation import Observation, read_branch, read_observation
from bot.github.overview import read_overview
from bot.github.pages import add_pages, further_pages
from bot.github.plan import (
    AddLabel,
    ClosePullRequest,
    DeleteBranch,
    DeleteComment,
    EditPullRequest,
    MakeDraft,
    MakeReady,
    OpenPullRequest,
    PushCommit,
    RemoveLabel,
    ReopenPullRequest,
    UpsertComment,
    Write,
    plan_branch_writes,
    plan_issue_writes,
)
from bot.github.queries import BRANCH, MOVE_REF, SNAPSHOT
from bot.github.source_issue import SourceIssue
from bot.render import settings
from bot.render.desired import DesiredState

Thing = TypeVar("Thing", bound=CompletableGithubObject)

_README = "README.md"
_API_VERSION = "2022-11-28"
_GRAPHQL = 400  # the status that PyGithub gives to an error of GraphQL, which has none
_NOTHING = "0" * 40  # as the target of a ref: there is none


class TransientError(MaintainerError):
    """GitHub did not say whether a write was done, or things stand otherwise now: read again and
    compare.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(settings.no_answer(reason))


class Unreachable(MaintainerError):
    """The issue is locked, deleted or transferred, or the repository is archived: nothing can be
    written there.
    """


class Gone(Unreachable):
    """The issue was deleted or transferred: nothing of it is left here but what the bot has made."""


class RateLimited(MaintainerError):
    """GitHub wants fewer requests: stop, and let a later run go on."""


class PermissionDenied(MaintainerError):
    """A setting or a missing permission forbids the bot what it wants to write, a pull request
    above all.
    """


@dataclass(frozen=True)
class Address:
    """A repository, `owner/name`, with the token for it and where its server answers."""

    repository: str
    token: str = field(repr=False)
    api_url: str
    graphql_url: str


class _Requester(Requester):
    """PyGithub's takes a page of HTML for an object without values; what is not JSON is no answer."""

    def requestJson(self, *arguments: Any, **named: Any) -> tuple[int, dict[str, Any], str]:  # noqa: N802
        status, headers, text = super().requestJson(*arguments, **named)
        if status < 400 and text and not _is_json(text):
            raise TransientError("the answer was not JSON")
        return status, headers, text


class Remote:
    """One repository on GitHub.

    `requests` counts what was asked of it so far. `left` is the least that GitHub said may still be
    asked this hour, of either interface, whose hours are counted apart; a server without such a
    limit says nothing.
    """

    def __init__(
        self, address: Address, forms: Forms, before_write: Callable[[], None] = lambda: None
    ) -> None:
        # By default PyGithub repeats a POST after a 5xx, though it may have been done, and pauses
        # before each request.
        client = Github(
            auth=Auth.Token(address.token),
            base_url=address.api_url,
            retry=None,
            seconds_between_requests=None,
            seconds_between_writes=None,
            lazy=True,
            api_version=_API_VERSION,
        )
        self._requester = _Requester(**client.requester.kwargs)
        self._repository = Repository(self._requester, url=f"/repos/{address.repository}")
        self._graphql_url = address.graphql_url
        self._owner, self._name = address.repository.split("/")
        self._forms = forms
        self._before_write = before_write
        self.requests = 0
        self.left = sys.maxsize

    def observe(self, number: int) -> Observation:
        """Read how an issue stands, in one request.

        It takes more when README.md is too large for that, or when what counts is on a further
        page: of over a hundred open submissions or comments, or of over fifty pull requests that
        strangers opened from such a branch.
        """
        branch = branch_of(number)
        variables: dict[str, Any] = {
            "owner": self._owner,
            "name": self._name,
            "number": number,
            "branch": branch,
        }
        variables |= {
            "ref": f"refs/heads/{branch}",
            "kinds": [form.issue_label for form in self._forms],
        }
        data = self._query(SNAPSHOT, variables)
        while cursors := further_pages(data["repository"]):
            variables |= cursors
            add_pages(data["repository"], self._query(SNAPSHOT, variables)["repository"], cursors)
        seen = read_observation(data, self._forms, self._readme_in(data))
        if data["repository"]["issue"]["locked"] and not seen.is_locked_and_closed:
            raise Unreachable(settings.unreachable("It is locked."))
        return seen

    def delete_orphaned_branch(self, number: int) -> bool:
        """Delete the branch of an issue that is gone, and with it its pull request; False where
        a person has taken it.

        An issue is not gone because a repository has its issues turned off for a while.
        """
        branch = branch_of(number)
        variables = {"owner": self._owner, "name": self._name, "ref": f"refs/heads/{branch}"}
        repository = self._query(BRANCH, variables)["repository"]
        seen = read_branch(repository["ref"])
        if seen and seen.is_ours and repository["hasIssuesEnabled"]:
            with self._writing():
                self._move_ref(repository["id"], branch, seen.tip, _NOTHING)
        return seen is None or seen.is_ours

    def overview(self) -> tuple[list[Observation], list[int]]:
        """Read how all issues stand, and the numbers of those of which only a branch was seen."""
        variables = {
            "owner": self._owner,
            "name": self._name,
            "kinds": [form.issue_label for form in self._forms],
        }
        seen = read_overview(self._query, variables)
        return list(seen.observations(self._forms, self._readme_in(seen.data))), seen.strays()

    def is_settled(self, seen: Observation, desired: DesiredState) -> bool:
        """Whether nothing is missing."""
        return seen.is_whole and not [
            *plan_branch_writes(seen, desired, self._forms),
            *plan_issue_writes(seen, desired),
        ]

    def put_label(self, number: int, label: str) -> None:
        """Put a label on an issue."""
        with self._writing():
            self._write_on_issue(AddLabel(number, label))

    def source_issue(self) -> SourceIssue:
        """The issue about the sources of the list."""
        return SourceIssue(self._query, f"{self._owner}/{self._name}")

    def settings(self) -> Settings:
        """What a repository's settings let the bot do; three requests and one more for each
        hundred labels.
        """
        with _translate_errors():
            data = self._repository.requester.requestJsonAndCheck("GET", self._repository.url)[1]
            labels = frozenset(label.name for label in self._repository.get_labels())
        return Settings(
            labels, self._may_open(), is_archived=data["archived"], has_issues=data["has_issues"]
        )

    def make_label(self, name: str, colour: str, description: str) -> None:
        """Make a label in the repository."""
        with self._writing():
            self._repository.create_label(name, colour, description)

    def _may_open(self) -> bool | None:
        """Only an administrator's token may read this."""
        try:
            _, data = self._requester.requestJsonAndCheck(
                "GET", f"{self._repository.url}/actions/permissions/workflow"
            )
        except GithubException as error:
            if error.status in {403, 404}:
                return None
            raise _fault(error) from error
        return bool(data["can_approve_pull_request_reviews"])

    def publish(self, seen: Observation, desired: DesiredState) -> Observation:
        """Bring the branch and the pull request about.

        What comes back differs from `seen` where the decision must be made again: a pull request
        was opened, which the comment names, or opening one is forbidden. Raises TransientError and
        MaintainerError, as `reply` does.
        """
        for write in plan_branch_writes(seen, desired, self._forms):
            match write:
                case OpenPullRequest():
                    return self._open(seen, write)
                case ReopenPullRequest():
                    return self.publish(self._reopen(seen, write), desired)
                case _:
                    self._perform(seen, write)
        return seen

    def reply(self, seen: Observation, desired: DesiredState) -> None:
        """Bring the comment and the labels of the issue about."""
        for write in plan_issue_writes(seen, desired):
            self._perform(seen, write)

    def _perform(self, seen: Observation, write: Write) -> None:
        with self._writing():
            match write:
                case PushCommit():
                    self._put_branch(seen, write)
                case DeleteBranch(branch=branch, tip=tip):
                    self._move_ref(seen.repository_id, branch, tip, _NOTHING)
                case MakeDraft(number=number, node_id=node_id):
                    self._make_draft(number, node_id)
                case MakeReady(node_id=node_id):
                    self._stub(PullRequest, node_id=node_id).mark_ready_for_review()
                case EditPullRequest():
                    self._edit(seen, write)
                case ClosePullRequest(number=number):
                    self._repository.get_pull(number).edit(state="closed")
                case AddLabel() | RemoveLabel() | UpsertComment() | DeleteComment():
                    self._write_on_issue(write)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._before_write()
        self.requests += 1
        with _translate_errors():
            yield
        self._note_what_is_left()

    def _note_what_is_left(self) -> None:
        remaining, limit = self._requester.rate_limiting
        if limit > 0:
            self.left = min(self.left, remaining)

    def _write_on_issue(
        self, write: AddLabel | RemoveLabel | UpsertComment | DeleteComment
    ) -> None:
        issue = self._repository.get_issue(write.number)
        match write:
            case AddLabel(label=label):
                issue.add_to_labels(label)
            case RemoveLabel(label=label):
                issue.remove_from_labels(label)
            case UpsertComment(id=None, body=body):
                issue.create_comment(body)
            case UpsertComment(id=int(comment), body=body):
                issue.get_comment(comment).edit(body)
            case DeleteComment(id=comment):
                issue.get_comment(comment).delete()

    def _put_branch(self, seen: Observation, write: PushCommit) -> None:
        """Make the commit first and move the ref once: a branch equal to its base loses its pull
        request for good.
        """
        proposed, base = write.proposed, write.base
        self.requests += 2  # beside the one that moves the ref
        element = InputGitTreeElement(_README, "100644", "blob", content=proposed.readme)
        tree = self._repository.create_git_tree([element], self._stub(GitTree, sha=base.tree))
        message = with_fingerprint(proposed.commit_message, base.commit, tree.sha)
        commit = self._repository.create_git_commit(
            message, tree, [self._stub(GitCommit, sha=base.commit)]
        )
        if write.tip is None:
            self._repository.create_git_ref(f"refs/heads/{write.branch}", commit.sha)
        else:
            self._move_ref(seen.repository_id, write.branch, write.tip, commit.sha)

    def _move_ref(self, repository_id: str, branch: str, before: str, after: str) -> None:
        """Move or delete a branch only from where it was seen: a commit that a person has pushed
        since then stays.
        """
        ref = {
            "name": f"refs/heads/{branch}",
            "beforeOid": before,
            "afterOid": after,
            "force": True,
        }
        self._query(MOVE_REF, {"update": {"repositoryId": repository_id, "refUpdates": [ref]}})

    def _edit(self, seen: Observation, write: EditPullRequest) -> None:
        """Edit a pull request; one that was merged or closed before its branch was moved tells
        again what it was.
        """
        pull, before = self._repository.get_pull(write.number), seen.pull_text
        pull.edit(title=write.title, body=write.body)
        if before and pull.state == "closed" and pull.head.sha == before.head:
            self.requests += 1
            pull.edit(title=before.title, body=before.body)
            raise TransientError("the pull request was closed meanwhile")

    def _make_draft(self, number: int, node_id: str) -> None:
        """Make a draft of a pull request, or close it for as long: private repositories have
        drafts on some plans only.

        GitHub tells in words only: https://github.com/cli/cli/pull/5995.
        """
        try:
            self._stub(PullRequest, node_id=node_id).convert_to_draft()
        except GithubException as error:
            if "to draft" not in _query_error(error).get("message", ""):
                raise
            self.requests += 1
            self._repository.get_pull(number).edit(state="closed")
            raise TransientError(
                "the pull request is closed, since it cannot be a draft"
            ) from error

    def _open(self, seen: Observation, write: OpenPullRequest) -> Observation:
        proposed = write.proposed
        try:
            with self._writing():
                pull = self._repository.create_pull(
                    write.base, write.branch, title=proposed.title, body=proposed.body
                )
        except PermissionDenied as fault:
            return seen.without_permission(str(fault))
        self._perform(seen, AddLabel(pull.number, proposed.label))
        return seen.with_pull_request(pull.number)

    def _reopen(self, seen: Observation, write: ReopenPullRequest) -> Observation:
        """Try it; where GitHub refuses, because the branch was moved meanwhile, another one is
        opened instead.
        """
        with self._writing():
            if write.is_branch_missing:
                self._repository.create_git_ref(f"refs/heads/{write.branch}", write.head)
            try:
                self._repository.get_pull(write.number).edit(state="open")
            except GithubException as error:
                if not _names_the_state(error):
                    raise
                return replace(
                    seen, branch=seen.branch or BotBranch(write.head), cannot_reopen=True
                )
        raise TransientError("the pull request is open again")

    def _stub(self, kind: type[Thing], **attributes: str) -> Thing:
        """One of PyGithub's objects from what is known of it, without a request."""
        return kind(self._requester, {}, attributes, completed=True)

    def _readme_in(self, data: dict[str, Any]) -> str:
        """The list, which takes a request of its own when the answer holds only its beginning;
        empty if it is none.
        """
        blob = data["repository"]["object"] or {}
        text = blob.get("text") or ""
        if not blob or blob_id(text) == blob["oid"]:
            return text  # whole, and byte for byte
        with _translate_errors():
            data_of_file = base64.b64decode(self._repository.get_git_blob(blob["oid"]).content)
        return decode(data_of_file)

    def _query(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        self.requests += 1
        given = {"query": query, "variables": variables}
        with _translate_errors():
            _, answer = self._requester.requestJsonAndCheck("POST", self._graphql_url, input=given)
        self._note_what_is_left()
        if errors := answer.get("errors"):
            raise _query_fault(errors[0])
        data: dict[str, Any] = answer["data"]
        return data


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _query_fault(error: dict[str, Any]) -> Exception:
    message = str(error.get("message", ""))
    match error.get("type"):
        case "NOT_FOUND":
            is_gone = error.get("path") == ["repository", "issue"]
            return (Gone if is_gone else Unreachable)(settings.unreachable(message))
        case "FORBIDDEN" | "INSUFFICIENT_SCOPES":
            return MaintainerError(settings.NO_PERMISSION)
        case "RATE_LIMITED":
            return RateLimited(settings.wait(None))
        case _:
            return TransientError(message)


@contextmanager
def _translate_errors() -> Iterator[None]:
    """Translate what GitHub answers into whose fault it is."""
    try:
        yield
    except GithubException as error:
        told = _query_error(error)
        raise (_query_fault(told) if told else _fault(error)) from error
    except requests.RequestException as error:
        raise TransientError(type(error).__name__) from error


def _fault(error: GithubException) -> Exception:
    data = error.data if isinstance(error.data, dict) else {}
    message = error.message or str(data.get("message", ""))
    wait = (error.headers or {}).get("retry-after")
    match error.status:
        case 401:
            return MaintainerError(settings.BAD_TOKEN)
        case 403 if not wait and not isinstance(error, RateLimitExceededException):
            return _forbidden(message)
        case 403 | 429:
            return RateLimited(settings.wait(wait))
        case 422 if "rule violations" in message.lower():
            return MaintainerError(settings.RULES)
        case 301 | 410:
            return Unreachable(settings.unreachable(message))
        case _:
            return TransientError(f"{error.status} {message}")


def _forbidden(message: str) -> Exception:
    if "not permitted to create" in message:
        return PermissionDenied(settings.MAY_NOT_OPEN)
    if "not accessible" in message:
        return PermissionDenied(settings.NO_PERMISSION)
    return Unreachable(settings.unreachable(message))


def _query_error(error: GithubException) -> dict[str, Any]:
    """What GraphQL has told, if it was asked."""
    errors = error.data.get("errors") if isinstance(error.data, dict) else None
    return errors[0] if error.status == _GRAPHQL and errors and isinstance(errors[0], dict) else {}


def _names_the_state(error: GithubException) -> bool:
    """Whether GitHub says that the state cannot be changed, as in cilium/cilium#47088; another
    422 may pass.
    """
    return error.status == 422 and "state" in str(error.data)
