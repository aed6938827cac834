"""One repository on GitHub: the verbs, each a request or a few."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from github import GithubException, InputGitTreeElement
from github.GitCommit import GitCommit
from github.GitTree import GitTree
from github.PullRequest import PullRequest

from bot.document.lines import decode
from bot.forms.form import Forms
from bot.forms.issue import branch_of
from bot.github import answers
from bot.github.client import Address, Client
from bot.github.commit import BotBranch, blob_id, with_fingerprint
from bot.github.errors import (
    PermissionDenied,
    TransientError,
    Unreachable,
    first_graphql_error,
    names_the_state,
    translate_errors,
)
from bot.github.observation import Observation, read_branch, read_observation
from bot.github.overview import read_overview
from bot.github.pages import further_pages, with_pages
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
from bot.render import settings
from bot.render.desired import DesiredState

_README = "README.md"
NULL_OID = "0" * 40  # as the target of a ref: there is none


class Remote:
    """One repository on GitHub, with the forms that its issues are made with."""

    def __init__(
        self, address: Address, forms: Forms, before_write: Callable[[], None] = lambda: None
    ) -> None:
        self.client = Client(address, before_write)
        self._repository = self.client.repository
        self._owner, self._name = address.repository.split("/")
        self._forms = forms

    def observe(self, number: int) -> Observation:
        """Read how an issue stands, in one request.

        It takes more when README.md is too large for that, or when what counts is on a further
        page: of over a hundred open submissions or comments, or of over fifty pull requests that
        strangers opened from such a branch. Raises Gone, Unreachable and TransientError.
        """
        variables = self._variables() | self._branch_variables(number) | {"number": number}
        answer = self._snapshot(variables)
        repository = answer.repository
        while cursors := further_pages(repository):
            further = self._snapshot(variables | cursors).repository
            repository = with_pages(repository, further, cursors)
        answer = answer.model_copy(update={"repository": repository})
        seen = read_observation(answer, self._forms, self._text(repository.object))
        if repository.issue.locked and not seen.is_locked_and_closed:
            raise Unreachable(settings.unreachable("It is locked."))
        return seen

    def _snapshot(self, variables: dict[str, Any]) -> answers.Snapshot:
        return answers.Snapshot.model_validate(self.client.query(SNAPSHOT, variables))

    def _variables(self) -> dict[str, Any]:
        kinds = [form.issue_label for form in self._forms]
        return {"owner": self._owner, "name": self._name, "kinds": kinds}

    @staticmethod
    def _branch_variables(number: int) -> dict[str, Any]:
        branch = branch_of(number)
        return {"branch": branch, "ref": f"refs/heads/{branch}"}

    def delete_orphaned_branch(self, number: int) -> bool:
        """Delete the branch of an issue that is gone, and with it its pull request; False where
        a person has taken it.

        An issue is not gone because a repository has its issues turned off for a while.
        """
        branch = branch_of(number)
        variables = {"owner": self._owner, "name": self._name, "ref": f"refs/heads/{branch}"}
        data = self.client.query(BRANCH, variables)
        repository = answers.BranchRepository.model_validate(data["repository"])
        seen = read_branch(repository.ref)
        if seen and seen.is_ours and repository.has_issues_enabled:
            with self.client.writing():
                self._move_ref(repository.id, branch, seen.tip, NULL_OID)
        return seen is None or seen.is_ours

    def overview(self) -> tuple[list[Observation], list[int]]:
        """Read how all issues stand, and the numbers of those of which only a branch was seen."""
        seen = read_overview(self.client.query, self._variables())
        readme = self._text(seen.first.repository.object) if seen.first else ""
        return list(seen.observations(self._forms, readme)), seen.strays()

    def is_settled(self, seen: Observation, desired: DesiredState) -> bool:
        """Whether nothing is missing."""
        return seen.is_whole and not [
            *plan_branch_writes(seen, desired, self._forms),
            *plan_issue_writes(seen, desired),
        ]

    def put_label(self, number: int, label: str) -> None:
        """Put a label on an issue."""
        with self.client.writing():
            self._write_on_issue(AddLabel(number, label))

    def make_label(self, name: str, colour: str, description: str) -> None:
        """Make a label in the repository."""
        with self.client.writing():
            self._repository.create_label(name, colour, description)

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
        with self.client.writing():
            match write:
                case PushCommit():
                    self._put_branch(seen, write)
                case DeleteBranch(branch=branch, tip=tip):
                    self._move_ref(seen.repository_id, branch, tip, NULL_OID)
                case MakeDraft(number=number, node_id=node_id):
                    self._make_draft(number, node_id)
                case MakeReady(node_id=node_id):
                    self.client.stub(PullRequest, node_id=node_id).mark_ready_for_review()
                case EditPullRequest():
                    self._edit(seen, write)
                case ClosePullRequest(number=number):
                    self._repository.get_pull(number).edit(state="closed")
                case AddLabel() | RemoveLabel() | UpsertComment() | DeleteComment():
                    self._write_on_issue(write)

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
        element = InputGitTreeElement(_README, "100644", "blob", content=proposed.readme)
        tree = self._repository.create_git_tree([element], self.client.stub(GitTree, sha=base.tree))
        message = with_fingerprint(proposed.commit_message, base.commit, tree.sha)
        commit = self._repository.create_git_commit(
            message, tree, [self.client.stub(GitCommit, sha=base.commit)]
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
        self.client.query(
            MOVE_REF, {"update": {"repositoryId": repository_id, "refUpdates": [ref]}}
        )

    def _edit(self, seen: Observation, write: EditPullRequest) -> None:
        """Edit a pull request; one that was merged or closed before its branch was moved tells
        again what it was.
        """
        pull, before = self._repository.get_pull(write.number), seen.pull
        pull.edit(title=write.title, body=write.body)
        if before and pull.state == "closed" and pull.head.sha == before.head:
            pull.edit(title=before.title, body=before.body)
            raise TransientError("the pull request was closed meanwhile")

    def _make_draft(self, number: int, node_id: str) -> None:
        """Make a draft of a pull request, or close it for as long: private repositories have
        drafts on some plans only.

        GitHub tells in words only: https://github.com/cli/cli/pull/5995.
        """
        try:
            self.client.stub(PullRequest, node_id=node_id).convert_to_draft()
        except GithubException as error:
            if "to draft" not in first_graphql_error(error).get("message", ""):
                raise
            self._repository.get_pull(number).edit(state="closed")
            raise TransientError(
                "the pull request is closed, since it cannot be a draft"
            ) from error

    def _open(self, seen: Observation, write: OpenPullRequest) -> Observation:
        proposed = write.proposed
        try:
            with self.client.writing():
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
        with self.client.writing():
            if write.is_branch_missing:
                self._repository.create_git_ref(f"refs/heads/{write.branch}", write.head)
            try:
                self._repository.get_pull(write.number).edit(state="open")
            except GithubException as error:
                if not names_the_state(error):
                    raise
                return replace(
                    seen, branch=seen.branch or BotBranch(write.head), cannot_reopen=True
                )
        raise TransientError("the pull request is open again")

    def _text(self, blob: answers.Object | None) -> str:
        """The list, which takes a request of its own when the answer holds only its beginning;
        empty if there is none.
        """
        if blob is None:
            return ""
        text = blob.text or ""
        if blob_id(text) == blob.oid:
            return text  # whole, and byte for byte
        with translate_errors():
            content = self._repository.get_git_blob(blob.oid).content
        return decode(base64.b64decode(content))
