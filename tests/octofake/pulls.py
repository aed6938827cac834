"""Pull requests: what becomes of them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import merging
from .errors import GitHubError, invalid
from .issues import Issue
from .pushing import close_named_issues, set_branch
from .records import Record
from .world import User

if TYPE_CHECKING:
    from .repository import Repository


@dataclass(eq=False, repr=False)
class ReviewComment(Record):
    """A remark of a review on a single line."""

    id: int
    author: User
    body: str
    created_at: int
    node_id: str


@dataclass(eq=False, repr=False)
class Review(Record):
    """A review that was submitted; its text may be empty where it has remarks on single lines."""

    pull_request: "PullRequest"
    id: int
    author: User
    body: str
    state: str
    created_at: int
    node_id: str = ""
    comments: list[ReviewComment] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Give the review its node id."""
        self.node_id = self.pull_request.world.new_node("PRR", self)

    def remark(self, body: str) -> None:
        """Say something of a single line."""
        world = self.pull_request.world
        at = self.pull_request.touch()
        comment = ReviewComment(world.new_id(), self.author, body, at, "")
        comment.node_id = world.new_node("PRRC", comment)
        self.comments.append(comment)

    @property
    def repository(self) -> "Repository":
        """Return the repository that the pull request is in."""
        return self.pull_request.repository

    @property
    def submitted_at(self) -> int:
        """Return when it was submitted, which nobody puts off here."""
        return self.created_at


@dataclass(eq=False, repr=False)
class PullRequest(Issue):
    """The wish to get the commits of a head branch into a base branch."""

    head_repository: "Repository" = None  # type: ignore[assignment]
    head: str = ""
    base: str = ""
    draft: bool = False
    head_sha: str = ""
    base_sha: str = ""
    merged_at: int | None = None
    merged_by: User | None = None
    merge_commit: str | None = None
    closed_for_good: bool = False
    reviews: list[Review] = field(default_factory=list)

    resource = "PullRequest"
    node_prefix = "PR"

    @property
    def merged(self) -> bool:
        """Tell whether the commits are in the base branch."""
        return self.merged_at is not None

    @property
    def is_cross_repository(self) -> bool:
        """Tell whether the head branch is in a fork."""
        return self.head_repository is not self.repository

    @property
    def head_label(self) -> str:
        """Return the head branch as GitHub's messages name it."""
        return (
            f"{self.head_repository.owner.login}:{self.head}"
            if self.is_cross_repository
            else self.head
        )

    @property
    def head_tip(self) -> str | None:
        """Return the commit that the head branch is at, if it is there."""
        return self.head_repository.branches.get(self.head)

    @property
    def fork_point(self) -> str | None:
        """Return the commit at which the head has left the base."""
        return self.repository.objects.merge_base(self.base_sha, self.head_sha)

    @property
    def commits(self) -> list[str]:
        """Return the commits that the base does not have, the oldest first."""
        end = self.merge_commit
        base = self.repository.objects.parents(end)[0] if end else self.base_sha
        return self.repository.objects.missing_from(base, self.head_sha)

    @property
    def mergeable(self) -> bool:
        """Tell whether the head can be merged without a conflict."""
        return (
            merging.merged_tree(self.repository.objects, self.base_sha, self.head_sha) is not None
        )

    def reopen(self, by: User | None = None) -> None:
        """Open a closed pull request where GitHub allows it."""
        if self.state == "closed":
            reason = self.reason_against_reopening()
            if reason:
                raise invalid("PullRequest", "state", f"state cannot be changed. {reason}")
            self.head_sha, self.base_sha = self.head_tip or "", self.repository.branches[self.base]
            super().reopen(by)

    def reason_against_reopening(self) -> str | None:
        """Say in GitHub's words why the pull request cannot be opened again."""
        branch, objects = self.head_label, self.repository.objects
        if self.merged:
            return "The pull request cannot be reopened."
        if self.head_tip is None:
            return f"The {branch} branch has been deleted."
        if self.closed_for_good or not objects.missing_from(
            self.repository.branches[self.base], self.head_tip
        ):
            return f"There are no new commits on the {branch} branch."
        if not objects.contains(self.head_tip, self.head_sha):
            return f"The {branch} branch was force-pushed or recreated."
        if open_pull(self.repository, self.head_repository, self.head, self.base):
            return f"There is already an open pull request from {branch} to {self.base}."
        return None

    def convert_to_draft(self, by: User) -> None:
        """Say that the pull request is not ready."""
        if not self.draft:
            self.draft = True
            self.note("ConvertToDraftEvent", by)

    def mark_ready(self, by: User) -> None:
        """Say that the pull request is ready for review."""
        if self.draft:
            self.draft = False
            self.note("ReadyForReviewEvent", by)

    def review(self, body: str, by: User, state: str = "COMMENTED") -> Review:
        """Submit a review: `APPROVED`, `CHANGES_REQUESTED` or `COMMENTED`."""
        review = Review(self, self.world.new_id(), by, body, state, self.touch())
        self.reviews.append(review)
        return review

    def retarget(self, base: str) -> None:
        """Point an open pull request at another branch."""
        there = open_pull(self.repository, self.head_repository, self.head, base)
        assert there is None, f"there is one into {base} already"
        self.base, self.base_sha = base, self.repository.branches[base]
        self.touch()

    def merge(self, by: User, method: str = "merge") -> str:
        """Merge by button (`merge` or `squash`) and return the new commit of the base branch."""
        if self.state != "open" or self.draft:
            raise GitHubError(405, "Pull Request is not mergeable")
        tree = merging.merged_tree(self.repository.objects, self.base_sha, self.head_sha)
        if tree is None:
            raise GitHubError(405, "Pull Request has merge conflicts")
        commit = merging.merge_commit(self, tree, by, method)
        self.mark_merged(by, commit)
        set_branch(self.repository, self.base, commit, by)
        if self.repository.delete_branch_on_merge and not self.is_cross_repository:
            set_branch(self.repository, self.head, None, by)
        return commit

    def mark_merged(self, by: User, commit: str) -> None:
        """Note that the base branch has the commits now."""
        self.merged_at, self.merged_by, self.merge_commit = self.world.tick(), by, commit
        self.note("MergedEvent", by, merge_ref_name=self.base)
        super().close(by)
        if self.base == self.repository.default_branch:
            close_named_issues(self.repository, self.body or "", by, self)


def open_pull(
    repository: "Repository", head_repository: "Repository", head: str, base: str
) -> PullRequest | None:
    """Return the one open pull request from a branch to another."""
    wanted = (head_repository, head, base)
    pulls = repository.pull_requests("open")
    return next(
        (pull for pull in pulls if (pull.head_repository, pull.head, pull.base) == wanted), None
    )


def open_pull_request(
    repository: "Repository",
    head_repository: "Repository",
    head: str,
    base: str,
    **fields: Any,
) -> PullRequest:
    """Open a pull request, or refuse as GitHub does."""
    for end, branch, place in (("head", head, head_repository), ("base", base, repository)):
        if branch not in place.branches:
            raise GitHubError(
                422,
                "Validation Failed",
                errors=[{"resource": "PullRequest", "field": end, "code": "invalid"}],
            )
    if open_pull(repository, head_repository, head, base):
        message = f"A pull request already exists for {head_repository.owner.login}:{head}."
        raise invalid("PullRequest", "", message)
    head_sha, base_sha = head_repository.branches[head], repository.branches[base]
    if not repository.objects.missing_from(base_sha, head_sha):
        raise invalid("PullRequest", "", f"No commits between {base} and {head}")
    return repository.add(
        PullRequest,
        head_repository=head_repository,
        head=head,
        base=base,
        head_sha=head_sha,
        base_sha=base_sha,
        **fields,
    )
