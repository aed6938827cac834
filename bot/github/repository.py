"""One repository on GitHub: observe an issue, publish a change, reply."""

import base64
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from github import GithubException

from bot.document.lines import decode
from bot.forms.form import Forms
from bot.forms.issue import branch_of
from bot.github import answers
from bot.github.branch_writer import BranchWriter
from bot.github.branches import read_branch
from bot.github.client import Client
from bot.github.commit import blob_id
from bot.github.errors import PermissionDenied, TransientError, Unreachable, translate_errors
from bot.github.observation import Observation
from bot.github.overview import Stray, read_overview
from bot.github.paging import further_pages, in_smaller_pages, with_pages
from bot.github.queries import BRANCH, SNAPSHOT, SNAPSHOT_PAGE, TEXTS, texts
from bot.github.snapshot import read_observation
from bot.github.text_writer import TextWriter
from bot.github.writes import BranchWrite, TextWrite
from bot.render import error_messages


class Remote:
    """One repository, with the forms that its issues are made with.

    All methods raise the errors of `bot.github.errors`, and MaintainerError.
    """

    def __init__(self, client: Client, forms: Forms) -> None:
        self.client = client
        self._branches = BranchWriter(self.client)
        self._texts = TextWriter(self.client, self._branches)
        self._forms = forms
        self._kinds = forms.labels

    # Reading

    def observe(self, number: int) -> Observation:
        """Read the state of an issue, in one request.

        It takes more when README.md is too large for that, or when what counts is on a further
        page: of over a hundred open submissions or comments, or of over twenty pull requests
        that strangers opened from such a branch. Raises Gone where the issue is no more.
        """
        branch = branch_of(number)
        ref = f"refs/heads/{branch}"
        variables = {"kinds": self._kinds, "number": number, "branch": branch, "ref": ref}
        answer = self._snapshot(variables)
        repository = answer.repository
        while cursors := further_pages(repository):
            further = self._snapshot(variables | cursors).repository
            repository = with_pages(repository, further, cursors)
        answer = answer.model_copy(update={"repository": repository})
        observation = read_observation(answer, self._forms, self._text(repository.object))
        return self._without_leftover(observation)

    def _snapshot(self, variables: dict[str, Any]) -> answers.Snapshot:
        """One page of the lists around an issue, shorter where GitHub refuses it for its size."""

        def ask(size: int) -> dict[str, Any]:
            return self.client.query(SNAPSHOT, **variables, page=size)

        data, _ = in_smaller_pages(ask, SNAPSHOT_PAGE)
        return answers.Snapshot.model_validate(data)

    def _without_leftover(self, observation: Observation) -> Observation:
        """Look whether a branch has only commits of the default branch, as after a crash."""
        branch = observation.branch
        if branch is None or not observation.may_be_leftover:
            return observation
        with translate_errors():
            try:
                compared = self.client.get(f"/compare/{observation.base.commit}...{branch.tip}")
            except GithubException as error:
                if error.status != 404:  # nothing in common
                    raise
                return observation
        if compared["ahead_by"]:
            return observation
        branch = replace(branch, is_leftover=True)
        situation = observation.situation._replace(taken_over_by=None)
        return replace(observation, branch=branch, situation=situation)

    @property
    def kept_by(self) -> str:
        """The rule that forbids deleting a branch, once one was met; else empty."""
        return self._branches.kept_by

    def overview(self) -> tuple[list[Observation], list[Stray]]:
        """Read the state of all issues, and the branches of issues beyond these."""
        seen = read_overview(self.client.query, self._kinds)
        readme = self._text(seen.first.repository.object)
        return list(seen.observations(self._forms, readme)), seen.strays()

    def texts(self, oids: Iterable[str]) -> dict[str, str]:
        """The texts of blobs by their ids, in one request for many, fewer where GitHub refuses."""
        remaining = sorted(set(oids))
        texts_by_oid: dict[str, str] = {}
        size = TEXTS

        def ask(size: int) -> dict[str, Any]:
            return self.client.query(texts(remaining[:size]))

        while remaining:
            data, size = in_smaller_pages(ask, min(size, len(remaining)))
            remaining = remaining[size:]
            for blob in data["repository"].values():
                if blob is None:  # its branch was moved a moment ago
                    raise TransientError("a text is missing")
                answer = answers.Object.model_validate(blob)
                texts_by_oid[answer.oid] = self._text(answer)
        return texts_by_oid

    def _text(self, blob: answers.Object | None) -> str:
        """The list, which takes a request where the answer holds only its beginning; else empty."""
        if blob is None:
            return ""
        text = blob.text or ""
        if blob_id(text) == blob.oid:
            return text  # whole, and byte for byte
        with translate_errors():
            content = self.client.repository.get_git_blob(blob.oid).content
        return decode(base64.b64decode(content))

    # Writing

    def publish(self, observation: Observation, writes: Iterable[BranchWrite]) -> Observation:
        """Write to the branch, and open its pull request.

        What comes back differs where the decision must be made again: a pull request was opened,
        which the comment names, GitHub refuses to reopen one, or it refuses a write for good.
        Raises Unreachable for a locked issue, on which the bot could not say why.
        """
        if observation.is_locked and observation.situation.issue.is_open:
            raise Unreachable(error_messages.unreachable("It is locked."))
        try:
            return self._branches.write(observation, list(writes))
        except PermissionDenied as refusal:
            return observation.without_permission(str(refusal), has_branch=False)

    def reply(self, observation: Observation, writes: Iterable[TextWrite]) -> None:
        """Write the texts: of the pull request, the comment and the labels; or close it.

        Raises BranchKept, after all else, where a rule forbids deleting the branch.
        """
        self._texts.write(observation, list(writes))

    def delete_orphaned_branch(self, number: int) -> bool:
        """Delete the branch of an issue that is gone, and with it its pull request.

        False where a person has taken the branch. An issue is not gone because a repository has
        its issues turned off for a while.
        """
        branch = branch_of(number)
        data = self.client.query(BRANCH, ref=f"refs/heads/{branch}")
        repository = answers.BranchRepository.model_validate(data["repository"])
        ref = repository.ref
        seen = read_branch(ref)
        if ref and seen and seen.is_ours and repository.has_issues_enabled:
            pulls = [pull.id for pull in ref.pulls.nodes]
            self._branches.delete_ref(repository.id, branch, seen.tip, pulls)
        return seen is None or seen.is_ours
