"""How the planned writes are done on GitHub, in as few requests as keep each of them safe."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from github import GithubException, InputGitTreeElement
from github.GitCommit import GitCommit
from github.GitTree import GitTree

from bot.forms.issue import BRANCH_PREFIX
from bot.github import answers, mutations
from bot.github.client import Client, Result
from bot.github.commit import README, BotBranch, readme_tree, with_fingerprint
from bot.github.errors import (
    DraftsUnavailable,
    PermissionDenied,
    TransientError,
    Unreachable,
    names_the_state,
)
from bot.github.mutations import NULL_OID, Mutation
from bot.github.observation import Observation, PullRequestContent
from bot.github.pages import is_status
from bot.github.plan import (
    AddComment,
    AddLabel,
    BranchWrite,
    ClosePullRequest,
    DeleteBranch,
    DeleteComment,
    EditComment,
    EditPullRequest,
    MakeDraft,
    MakeReady,
    OpenPullRequest,
    PushCommit,
    RemoveLabel,
    RenameIssue,
    ReopenPullRequest,
    TextWrite,
)

_FILE_MODE = "100644"


class Writer:
    """Writes to one repository, `owner/name`. Raises the errors of `bot.github.errors`."""

    def __init__(self, client: Client, repository: str) -> None:
        self._client = client
        self._name = repository
        self._repository = client.repository

    # Branches and pull requests

    def write_branch(self, seen: Observation, writes: Sequence[BranchWrite]) -> Observation:
        """Do the writes; what comes back differs from `seen` once a pull request is open."""
        match writes:
            case [PushCommit() as push, OpenPullRequest() as opening] if _is_new(seen):
                if message := _message_of_new(seen, push):
                    return self._create(seen, message, opening)
        for write in writes:
            match write:
                case PushCommit():
                    self._push(seen, write)
                case DeleteBranch(tip=tip):
                    self._delete_branch(seen, tip)
                case ClosePullRequest(node_id=node_id):
                    self._mutate([mutations.close_pull_request(node_id)])
                case ReopenPullRequest():
                    return self._reopen(seen, write)
                case OpenPullRequest():
                    return self._open(seen, write)
        return seen

    def _create(self, seen: Observation, message: str, opening: OpenPullRequest) -> Observation:
        """Make branch, commit and pull request in one request.

        The branch is for a moment equal to its base, which closes a pull request from it for good;
        so this is for a branch from which none is open.
        """
        proposed, base, branch = opening.proposed, seen.base, seen.branch_name
        commit = mutations.create_commit(
            self._name, branch, base.commit, message, README, proposed.readme
        )
        steps = [commit, self._opening(seen, opening)]
        if seen.branch is None:
            steps.insert(0, mutations.create_ref(seen.repository_id, branch, base.commit))
        *results, pull = self._client.mutate(steps)
        _raise_first(results)
        return self._opened(seen, opening, pull)

    def _push(self, seen: Observation, write: PushCommit) -> None:
        """Make the commit first and move the branch once.

        A branch that is equal to its base, even for a moment, loses its pull request for good:
        DataDog/dd-trace-rb#6204.
        """
        proposed, base = write.proposed, seen.base
        modes = {entry.name: f"{entry.mode:o}" for entry in base.entries}
        mode = modes.get(README.encode(), _FILE_MODE)
        element = InputGitTreeElement(README, mode, "blob", content=proposed.readme)
        with self._client.writing():
            tree = self._repository.create_git_tree(
                [element], self._client.stub(GitTree, sha=base.tree)
            )
        message = with_fingerprint(proposed.commit_message, base.commit, tree.sha)
        with self._client.writing():
            parent = self._client.stub(GitCommit, sha=base.commit)
            commit = self._repository.create_git_commit(message, tree, [parent])
        before = write.tip or NULL_OID
        self._mutate([mutations.move_ref(seen.repository_id, seen.branch_name, before, commit.sha)])

    def _delete_branch(self, seen: Observation, tip: str) -> None:
        """Delete the branch; where a rule keeps it, close the pull request at least."""
        try:
            self.delete_ref(seen.repository_id, seen.branch_name, tip)
        except PermissionDenied:
            if seen.pull and seen.situation.pull_request:
                self._mutate([mutations.close_pull_request(seen.pull.node_id)])
            raise

    def delete_ref(self, repository_id: str, branch: str, tip: str) -> None:
        """Delete a branch of the bot if it is still at `tip`."""
        assert branch.startswith(BRANCH_PREFIX)
        self._mutate([mutations.move_ref(repository_id, branch, tip, NULL_OID)])

    def _open(self, seen: Observation, write: OpenPullRequest) -> Observation:
        (result,) = self._client.mutate([self._opening(seen, write)])
        return self._opened(seen, write, result)

    @staticmethod
    def _opening(seen: Observation, write: OpenPullRequest) -> Mutation:
        title, body = write.proposed.title, write.proposed.body
        return mutations.create_pull_request(
            seen.repository_id, seen.base.branch, seen.branch_name, title, body
        )

    @staticmethod
    def _opened(seen: Observation, write: OpenPullRequest, result: Result) -> Observation:
        """How things stand after a pull request was opened, or was forbidden."""
        if isinstance(result, PermissionDenied):
            return seen.without_permission(str(result), has_branch=True)
        if isinstance(result, Exception):
            raise result
        pull = answers.PullRequestNow.model_validate(result["pullRequest"])
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
        return seen.with_pull_request(content)

    def _reopen(self, seen: Observation, write: ReopenPullRequest) -> Observation:
        """Try it; where the branch was moved meanwhile GitHub refuses, and another one is opened.

        Raises TransientError when it is open again, so that everything is looked at anew.
        """
        if write.is_branch_missing:
            with self._client.writing():
                self._repository.create_git_ref(f"refs/heads/{seen.branch_name}", write.head)
        with self._client.writing():
            try:
                self._repository.get_pull(write.number).edit(state="open")
            except GithubException as error:
                if not names_the_state(error):
                    raise
                branch = seen.branch or BotBranch(write.head)
                return replace(seen, branch=branch, cannot_reopen=True)
        raise TransientError("the pull request is open again")

    # Texts and labels

    def write_texts(self, seen: Observation, writes: Sequence[TextWrite]) -> None:
        """Do the writes in one request, in two where a new comment takes the place of another.

        One more for each label that the repository lacks. Raises TransientError when somebody else
        has changed the issue meanwhile.
        """
        surplus = [write for write in writes if isinstance(write, DeleteComment)]
        if surplus and any(isinstance(write, AddComment) for write in writes):
            others = [write for write in writes if not isinstance(write, DeleteComment)]
            self._write_texts(seen, others)
            self._write_texts(seen, surplus)
        else:
            self._write_texts(seen, writes)

    def _write_texts(self, seen: Observation, writes: Sequence[TextWrite]) -> None:
        steps: list[tuple[TextWrite, Mutation]] = []
        for write in writes:
            if isinstance(write, AddLabel) and write.label.casefold() not in seen.label_ids:
                with self._client.writing():
                    self._repository.get_issue(write.number).add_to_labels(write.label)
            else:
                steps.append((write, _mutation(seen, write)))
        if not steps:
            return
        results = self._client.mutate([mutation for _, mutation in steps])
        self._check_pull_request(seen, steps, results)
        _raise_first(
            result
            for (write, _), result in zip(steps, results, strict=True)
            # Another run has deleted it too.
            if not (isinstance(write, DeleteComment) and isinstance(result, Unreachable))
        )
        check_undisturbed(seen, writes, results)

    def _check_pull_request(
        self,
        seen: Observation,
        steps: Sequence[tuple[TextWrite, Mutation]],
        results: Sequence[Result],
    ) -> None:
        """Take back what a pull request must not say, and close one that cannot be a draft."""
        for (write, _), result in zip(steps, results, strict=True):
            is_refused = isinstance(write, MakeDraft) and isinstance(result, DraftsUnavailable)
            if is_refused and seen.branch:
                self.delete_ref(seen.repository_id, seen.branch_name, seen.branch.tip)
                raise TransientError("the pull request is closed, since it cannot be a draft")
            if isinstance(write, EditPullRequest) and isinstance(result, dict) and seen.pull:
                pull = answers.PullRequestNow.model_validate(result["pullRequest"])
                if pull.state != "OPEN" and pull.head_ref_oid == seen.pull.head:
                    # Merged or closed before its branch was moved: it says again what it was.
                    before = seen.pull.title, seen.pull.body
                    self._mutate([mutations.update_pull_request(write.node_id, *before)])
                    raise TransientError("the pull request was closed meanwhile")

    def _mutate(self, steps: Sequence[Mutation]) -> None:
        _raise_first(self._client.mutate(steps))


def _is_new(seen: Observation) -> bool:
    return seen.branch is None or seen.branch.tip == seen.base.commit


def _message_of_new(seen: Observation, push: PushCommit) -> str | None:
    """The message for a commit that GitHub is to make; None where its tree cannot be foretold."""
    base, proposed = seen.base, push.proposed
    tree = readme_tree(base.tree, base.entries, proposed.readme)
    return with_fingerprint(proposed.commit_message, base.commit, tree) if tree else None


def _mutation(seen: Observation, write: TextWrite) -> Mutation:
    match write:
        case EditPullRequest(node_id=node_id, title=title, body=body):
            return mutations.update_pull_request(node_id, title, body)
        case MakeDraft(node_id=node_id):
            return mutations.convert_to_draft(node_id)
        case MakeReady(node_id=node_id):
            return mutations.mark_ready(node_id)
        case AddLabel(node_id=node_id, label=label):
            return mutations.add_label(node_id, seen.label_ids[label.casefold()])
        case RemoveLabel(node_id=node_id, label=label):
            return mutations.remove_label(node_id, seen.label_ids[label.casefold()])
        case RenameIssue(title=title):
            return mutations.rename_issue(seen.node_id, title)
        case AddComment(body=body):
            return mutations.add_comment(seen.node_id, body)
        case EditComment(node_id=node_id, body=body):
            return mutations.update_comment(node_id, body)
        case DeleteComment(node_id=node_id):
            return mutations.delete_comment(node_id)


def _raise_first(results: Iterable[Result]) -> None:
    """Raise the first error that will not pass by itself, else the first of all."""
    errors = [result for result in results if isinstance(result, Exception)]
    lasting = [error for error in errors if not isinstance(error, TransientError)]
    for error in [*lasting, *errors]:
        raise error


def check_undisturbed(
    seen: Observation, writes: Sequence[TextWrite], results: Sequence[Result]
) -> None:
    """Raise TransientError where the issue is not as it was seen and written.

    Of two runs at once the second to write notices the first here, and looks again.
    """
    issue, known = None, {comment.node_id for comment in seen.status_comments}
    for result in results:
        if isinstance(result, dict):
            issue = _issue_in(result) or issue
            if "commentEdge" in result:
                known.add(result["commentEdge"]["node"]["id"])
    if issue is None:
        return
    before = seen.situation.issue
    labels = {label.name.casefold() for label in issue.labels.nodes}
    now = issue.title, issue.body, issue.state == "OPEN"
    is_same = now == (_title_after(seen, writes), before.body, before.is_open)
    status_comments = {comment.id for comment in issue.comments.nodes if is_status(comment)}
    if not is_same or labels != _labels_after(seen, writes) or status_comments - known:
        raise TransientError("somebody else has changed the issue meanwhile")


def _issue_in(result: dict[str, object]) -> answers.IssueNow | None:
    """The issue in the answer to a mutation; a pull request in its place is empty."""
    found = result.get("labelable") or result.get("subject") or result.get("issue")
    if comment := result.get("issueComment"):
        found = comment["issue"] if isinstance(comment, dict) else None
    return answers.IssueNow.model_validate(found) if found else None


def _title_after(seen: Observation, writes: Sequence[TextWrite]) -> str:
    titles = [write.title for write in writes if isinstance(write, RenameIssue)]
    return titles[-1] if titles else seen.situation.issue.title


def _labels_after(seen: Observation, writes: Sequence[TextWrite]) -> set[str]:
    labels = {label.casefold() for label in seen.situation.issue.labels}
    for write in writes:
        if isinstance(write, AddLabel | RemoveLabel) and write.node_id == seen.node_id:
            labels ^= {write.label.casefold()}
    return labels
