"""How branches, commits and pull requests are written, each in as few requests as is safe."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from github import GithubException

from bot.github import mutations, writes
from bot.github.client import Client, Result, raise_first
from bot.github.commit import README, BotBranch, readme_tree, with_fingerprint
from bot.github.errors import (
    BranchKept,
    PermissionDenied,
    RuleViolation,
    TransientError,
    names_the_state,
)
from bot.github.mutations import NULL_OID, PullRequestNow
from bot.github.observation import Observation, PullRequestContent

_FILE_MODE = "100644"


class BranchWriter:
    """Writes to the branches of a repository. Raises the errors of `bot.github.errors`."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._repository = client.repository
        self.kept_by = ""  # the rule that forbids deleting a branch, once one was met

    def write(self, observation: Observation, planned: Sequence[writes.BranchWrite]) -> Observation:
        """Do the writes; what comes back differs from `observation` once a pull request is open."""
        is_new = observation.branch is None or observation.branch.tip == observation.base.commit
        match planned:
            case [writes.PushCommit() as push, writes.OpenPullRequest() as opening] if is_new:
                base, proposed = observation.base, push.proposed
                tree = readme_tree(base.tree, base.entries, proposed.readme)
                if tree:  # else it cannot be foretold
                    message = with_fingerprint(proposed.commit_message, base.commit, tree)
                    return self._create(observation, message, opening)
        for write in planned:
            match write:
                case writes.PushCommit():
                    self._push(observation, write)
                case writes.ReopenPullRequest():
                    observation = self._reopen(observation, write)
                case writes.OpenPullRequest():
                    mutation = mutations.create_pull_request(observation, write.proposed)
                    (result,) = self._client.mutate([mutation])
                    observation = _opened(observation, write, result)
        return observation

    def _create(
        self, observation: Observation, message: str, opening: writes.OpenPullRequest
    ) -> Observation:
        """Make branch, commit and pull request in one request.

        The branch is for a moment equal to its base, which closes a pull request from it for good;
        so this is for a branch from which none is open.
        """
        proposed, base, branch = opening.proposed, observation.base, observation.branch_name
        commit = mutations.create_commit(
            self._client.name, branch, base.commit, message, proposed.readme
        )
        steps = [commit, mutations.create_pull_request(observation, proposed)]
        if observation.branch is None:
            steps.insert(0, mutations.create_ref(observation.repository_id, branch, base.commit))
        *results, pull = self._client.mutate(steps)
        raise_first(results)
        return _opened(observation, opening, pull)

    def _push(self, observation: Observation, write: writes.PushCommit) -> None:
        """Make the commit first and move the branch once.

        A branch that is equal to its base, even for a moment, loses its pull request for good:
        DataDog/dd-trace-rb#6204.
        """
        proposed, base = write.proposed, observation.base
        modes = {entry.name: f"{entry.mode:o}" for entry in base.entries}
        mode = modes.get(README.encode(), _FILE_MODE)
        entry = {"path": README, "mode": mode, "type": "blob", "content": proposed.readme}
        fields: dict[str, Any] = {"base_tree": base.tree, "tree": [entry]}
        tree = self._client.post("/git/trees", fields)["sha"]
        message = with_fingerprint(proposed.commit_message, base.commit, tree)
        fields = {"message": message, "tree": tree, "parents": [base.commit]}
        commit = self._client.post("/git/commits", fields)["sha"]
        repository_id, branch = observation.repository_id, observation.branch_name
        move = mutations.move_ref(repository_id, branch, write.tip or NULL_OID, commit)
        self._client.do([move])

    def delete_ref(self, repository_id: str, branch: str, tip: str, pulls: Sequence[str]) -> None:
        """Delete a branch of the bot if it is still at `tip`, which closes its pull requests.

        Where that is forbidden the open `pulls`, given by their node ids, are closed at least.
        Raises BranchKept where a rule forbids it; of many branches only the first is tried.
        """
        if self.kept_by:
            raise self.close_at_least(pulls, RuleViolation(self.kept_by))
        try:
            self._client.do([mutations.move_ref(repository_id, branch, tip, NULL_OID)])
        except PermissionDenied as refusal:
            raise self.close_at_least(pulls, refusal) from refusal

    def close_at_least(self, pulls: Sequence[str], refusal: PermissionDenied) -> PermissionDenied:
        """Close the pull requests of a branch which may not be deleted; the error to raise then."""
        if pulls:
            self._client.do(list(map(mutations.close_pull_request, pulls)))
        if not isinstance(refusal, RuleViolation):
            return refusal
        self.kept_by = str(refusal)
        return BranchKept(self.kept_by)

    def _reopen(self, observation: Observation, write: writes.ReopenPullRequest) -> Observation:
        """Try it; where the branch was moved meanwhile GitHub refuses, and another one is opened.

        Raises TransientError when it is open again, so that everything is looked at again.
        """
        if write.is_branch_missing:
            with self._client.writing():
                self._repository.create_git_ref(f"refs/heads/{observation.branch_name}", write.head)
        with self._client.writing():
            try:
                self._repository.get_pull(write.number).edit(state="open")
            except GithubException as error:
                if not names_the_state(error):
                    raise
                branch = observation.branch or BotBranch(write.head)
                return replace(observation, branch=branch, cannot_reopen=True)
        raise TransientError("the pull request is open again")


def _opened(observation: Observation, write: writes.OpenPullRequest, result: Result) -> Observation:
    """The state after a pull request was opened, or was forbidden."""
    if isinstance(result, PermissionDenied):
        return observation.without_permission(str(result), has_branch=True)
    if isinstance(result, Exception):
        raise result
    pull = PullRequestNow.model_validate(result["pullRequest"])
    content = PullRequestContent(
        number=pull.number,
        node_id=pull.id,
        head=pull.head_ref_oid,
        title=write.proposed.title,
        body=write.proposed.body,
        labels=(),
        is_draft=False,
        is_our_draft=False,
    )
    return observation.with_pull_request(content)
