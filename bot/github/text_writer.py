"""How pull requests are closed, and titles, texts, comments and labels written, in one request."""

from collections.abc import Sequence
from dataclasses import replace

from bot.forms.issue import folded
from bot.github import writes
from bot.github.branch_writer import BranchWriter
from bot.github.client import Client, Result, raise_first
from bot.github.errors import (
    DraftsUnavailable,
    Missing,
    PermissionDenied,
    RuleViolation,
    TransientError,
)
from bot.github.mutations import IssueNow, Mutation, PullRequestNow, mutation_of
from bot.github.observation import Observation
from bot.github.timeline import is_status, label_names


class TextWriter:
    """Writes texts. Raises the errors of `bot.github.errors`."""

    def __init__(self, client: Client, branches: BranchWriter) -> None:
        self._client = client
        self._branches = branches

    def write(self, observation: Observation, planned: Sequence[writes.TextWrite]) -> None:
        """Do the writes in one request, in two where a new comment takes the place of another.

        One more for each label that the repository lacks. Raises TransientError when somebody else
        has changed the issue meanwhile, and BranchKept where a rule forbids deleting the branch.
        """
        first: list[writes.TextWrite] = []
        replaced: list[writes.TextWrite] = []
        for write in planned:
            has_new = any(isinstance(before, writes.AddComment) for before in first)
            if has_new and isinstance(write, writes.DeleteComment):
                replaced.append(write)
            else:
                first.append(write)
        self._write(observation, first)
        self._write(observation, replaced)

    def _write(self, observation: Observation, planned: Sequence[writes.TextWrite]) -> None:
        steps: list[writes.TextWrite] = []
        results: list[Result] = []
        kept: PermissionDenied | None = None
        for write in planned:
            if (
                isinstance(write, writes.AddLabel)
                and write.label.casefold() not in observation.label_ids
            ):
                self._client.put_label(write.number, write.label)
            elif isinstance(write, writes.DeleteBranch) and self._branches.kept_by:
                kept = self._keep_branch(observation, RuleViolation(self._branches.kept_by))
            else:
                steps.append(write)
        if steps:
            results = self._mutate([mutation_of(write, observation) for write in steps])
        self._check_pull_request(observation, steps, results)
        others = []
        for write, result in zip(steps, results, strict=True):
            if isinstance(write, writes.DeleteBranch) and isinstance(result, PermissionDenied):
                kept = self._keep_branch(observation, result)
            # Another run may have deleted a comment too.
            elif not (isinstance(write, writes.DeleteComment) and isinstance(result, Missing)):
                others.append(result)
        raise_first(others)
        check_undisturbed(observation, planned, results)
        if kept:
            raise kept

    def _keep_branch(self, observation: Observation, refusal: PermissionDenied) -> PermissionDenied:
        pulls = [observation.open_pull.node_id] if observation.open_pull else []
        return self._branches.close_at_least(pulls, refusal)

    def _mutate(self, wanted: Sequence[Mutation]) -> list[Result]:
        """Send one document; where an old server refuses it for one mutation, each on its own."""
        try:
            return self._client.mutate(wanted)
        except PermissionDenied as refusal:
            if len(wanted) == 1:
                return [refusal]
        results: list[Result] = []
        for mutation in wanted:
            results += self._mutate([mutation])
        return results

    def _check_pull_request(
        self,
        observation: Observation,
        planned: Sequence[writes.TextWrite],
        results: Sequence[Result],
    ) -> None:
        """Take back what a pull request must not say, and close one that cannot be a draft.

        Raises TransientError then.
        """
        branch, pull = observation.branch, observation.pull
        for write, result in zip(planned, results, strict=True):
            if (
                branch
                and isinstance(write, writes.MakeDraft)
                and isinstance(result, DraftsUnavailable)
            ):
                name, pulls = observation.branch_name, [write.node_id]
                self._branches.delete_ref(observation.repository_id, name, branch.tip, pulls)
                raise TransientError("the pull request is closed, since it cannot be a draft")
            if pull and isinstance(write, writes.EditPullRequest) and isinstance(result, dict):
                now = PullRequestNow.model_validate(result["pullRequest"])
                if now.state != "OPEN" and now.head_ref_oid == pull.head:
                    # Merged or closed before its branch was moved: it says again what it was.
                    before = replace(write, title=pull.title, body=pull.body)
                    self._client.do([mutation_of(before, observation)])
                    raise TransientError("the pull request was closed meanwhile")


def check_undisturbed(
    observation: Observation, planned: Sequence[writes.TextWrite], results: Sequence[Result]
) -> None:
    """Raise TransientError where the issue is not as it was seen and written.

    Of two runs at once the second to write notices the first here, and looks again.
    """
    issue, known = None, {comment.node_id for comment in observation.status_comments}
    for result in results:
        if isinstance(result, dict):
            issue = _issue_in(result) or issue
            if "commentEdge" in result:
                known.add(result["commentEdge"]["node"]["id"])
    if issue is None:
        return
    labels = folded(label_names(issue.labels))
    now = issue.title, issue.body, issue.state == "OPEN", labels
    status_comments = {comment.id for comment in issue.comments.nodes if is_status(comment)}
    if now != _expected(observation, planned) or status_comments - known:
        raise TransientError("somebody else has changed the issue meanwhile")


def _expected(
    observation: Observation, planned: Sequence[writes.TextWrite]
) -> tuple[str, str, bool, set[str]]:
    """The title, the text, whether it is open, and the labels of the issue after the writes."""
    issue = observation.situation.issue
    title, labels = issue.title, folded(issue.labels)
    for write in planned:
        if isinstance(write, writes.RenameIssue):
            title = write.title
        elif isinstance(write, writes.AddLabel) and write.node_id == observation.node_id:
            labels.add(write.label.casefold())
        elif isinstance(write, writes.RemoveLabel) and write.node_id == observation.node_id:
            labels.discard(write.label.casefold())
    return title, issue.body, issue.is_open, labels


def _issue_in(result: dict[str, object]) -> IssueNow | None:
    """The issue in the answer to a mutation; a pull request in its place is empty."""
    issue = result.get("labelable") or result.get("subject") or result.get("issue")
    if comment := result.get("issueComment"):
        issue = comment["issue"] if isinstance(comment, dict) else None
    return IssueNow.model_validate(issue) if issue else None
