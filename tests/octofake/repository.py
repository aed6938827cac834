"""A repository: its branches, labels, issues, pull requests and settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import pulls
from .issues import Issue, Label
from .objects import FILE, GitObjects, Stamp
from .pulls import PullRequest
from .pushing import set_branch
from .records import Record
from .world import User, World

WORKFLOW_PERMISSIONS = {"contents": "write", "issues": "write", "pull_requests": "write"}
NEW_LABEL_COLOR = "ededed"
Files = Mapping[str, str | bytes | None]


@dataclass(eq=False, repr=False)
class Repository(Record):
    """A repository, as tests and both interfaces of the fake see it."""

    world: World
    owner: User
    name: str
    default_branch: str = "main"
    objects: GitObjects = field(default_factory=GitObjects)
    parent: "Repository | None" = None
    archived: bool = False
    has_issues: bool = True
    has_drafts: bool = True
    private: bool = False
    actions_may_open_pull_requests: bool = True
    collaborators_only: bool = False
    has_pull_requests: bool = True
    allow_auto_merge: bool = False
    keeps_approvals: bool = False
    required_approvals: tuple[int, ...] = (1,)  # of each ruleset
    allowed_actions: str = "all"
    fork_approval: str = "first_time_contributors"
    needs_up_to_date_branches: bool = False
    rules: set[str] = field(default_factory=set)
    rule_parameters: dict[str, dict[str, Any]] = field(default_factory=dict)  # by the kind of rule
    protections: dict[str, dict[str, Any]] = field(default_factory=dict)  # by their pattern
    delete_branch_on_merge: bool = False
    permissions: dict[str, str] = field(default_factory=WORKFLOW_PERMISSIONS.copy)
    associations: dict[str, str] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    issues_and_pulls: dict[int, Issue] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    transferred: dict[int, Issue] = field(default_factory=dict)
    forks: list["Repository"] = field(default_factory=list)
    last_number: int = 0

    def __post_init__(self) -> None:
        """Give the repository its ids and put it into the world."""
        self.id = self.world.new_id()
        self.node_id = self.world.new_node("R", self)
        self.created_at = self.world.tick()
        self.associations[self.owner.login] = "OWNER"
        self.world.repositories[self.name_with_owner.lower()] = self

    @property
    def name_with_owner(self) -> str:
        """Return `owner/name`."""
        return f"{self.owner.login}/{self.name}"

    @property
    def branches(self) -> dict[str, str]:
        """Return the commits that the branches are at."""
        prefix = "refs/heads/"
        return {
            name.removeprefix(prefix): sha
            for name, sha in self.refs.items()
            if name.startswith(prefix)
        }

    def add_collaborator(self, user: User, association: str = "COLLABORATOR") -> None:
        """Let somebody write to the repository."""
        self.associations[user.login] = association

    def association(self, user: User) -> str:
        """Return what somebody is to the repository."""
        return self.associations.get(user.login, "NONE")

    def fork(self, owner: User) -> "Repository":
        """Make somebody's fork with the same branches."""
        fork = Repository(
            self.world,
            owner,
            self.name,
            self.default_branch,
            objects=self.objects,
            parent=self,
            permissions={},
            refs=self.refs.copy(),
        )
        self.forks.append(fork)
        return fork

    # Files and branches

    def commit(
        self,
        files: Files,
        message: str = "Change files",
        branch: str | None = None,
        author: User | None = None,
    ) -> str:
        """Push a commit that changes files (None deletes one); a new branch starts at the default one."""
        branch, author = branch or self.default_branch, author or self.owner
        parent = self.branches.get(branch) or self.branches.get(self.default_branch)
        stamp = Stamp(author.login, author.email, self.world.tick())
        tree = self.changed_tree(parent, files)
        sha = self.objects.add_commit(tree, [parent] if parent else [], message, stamp, stamp)
        set_branch(self, branch, sha, author)
        return sha

    def amend(self, files: Files, branch: str, by: User) -> str:
        """Push the tip of a branch with other files by force, as `git commit --amend` does: its author stays."""
        tip = self.objects.commit(self.branches[branch])
        name, email = tip.author.decode().removesuffix(">").split(" <")
        author, committer = (
            Stamp(name, email, tip.author_time),
            Stamp(by.login, by.email, self.world.tick()),
        )
        tree, parents = (
            self.changed_tree(self.branches[branch], files),
            self.objects.parents(self.branches[branch]),
        )
        sha = self.objects.add_commit(tree, parents, tip.message.decode(), author, committer)
        set_branch(self, branch, sha, by)
        return sha

    def push_merge(self, branch: str, tree: str, other: str, by: User) -> str:
        """Push a merge of another commit into a branch, with the files of a tree."""
        stamp = Stamp(by.login, by.email, self.world.tick())
        parents = [self.branches[branch], other]
        sha = self.objects.add_commit(tree, parents, "Merge the other branch", stamp, stamp)
        set_branch(self, branch, sha, by)
        return sha

    def changed_tree(self, sha: str | None, files: Files) -> str:
        """Return the tree of a commit with some files changed (None deletes one)."""
        entries = self.objects.files(self.objects.tree_of(sha)) if sha else {}
        for path, content in files.items():
            entries.pop(path, None)
            if content is not None:
                data = content.encode() if isinstance(content, str) else content
                entries[path] = (FILE, self.objects.add_blob(data))
        return self.objects.add_tree(entries)

    def text(self, path: str, ref: str | None = None) -> str:
        """Return a file of a branch or commit."""
        return self.content(path, ref).decode()

    def content(self, path: str, ref: str | None = None) -> bytes:
        """Return the bytes of a file of a branch or commit."""
        sha = self.resolve(ref or self.default_branch)
        entry = self.objects.entry(self.objects.tree_of(sha), path) if sha else None
        assert entry, f"no {path} in {ref or self.default_branch} of {self.name_with_owner}"
        return self.objects.blob(entry[1])

    def resolve(self, name: str) -> str | None:
        """Return the commit of a branch, ref, HEAD or commit id."""
        if name == "HEAD":
            name = self.default_branch
        for ref in (name, f"refs/{name}", f"refs/heads/{name}", f"refs/tags/{name}"):
            if ref in self.refs:
                return self.refs[ref]
        return name if self.objects.get(name) else None

    def set_ref(self, name: str, sha: str | None) -> None:
        """Set or delete a ref, and nothing else."""
        if sha is None:
            del self.refs[name]
        else:
            self.refs[name] = sha

    def create_branch(self, name: str, at: str | None = None, by: User | None = None) -> None:
        """Make a branch, or move it by force."""
        sha = self.resolve(at or self.default_branch)
        assert sha, f"there is no {at}"
        set_branch(self, name, sha, by or self.owner)

    def delete_branch(self, name: str, by: User | None = None) -> None:
        """Delete a branch."""
        set_branch(self, name, None, by or self.owner)

    def export(self, folder: Path) -> None:
        """Write a bare git repository to the disk."""
        self.objects.export(folder, self.refs, self.default_branch)

    # Labels, issues and pull requests

    def label(self, name: str) -> Label | None:
        """Return the label of that name, in any case."""
        return self.labels.get(name.casefold())

    def add_label(
        self, name: str, color: str = NEW_LABEL_COLOR, description: str | None = None
    ) -> Label:
        """Make a label."""
        label = Label(self, self.world.new_id(), "", name, color, description)
        label.node_id = self.world.new_node("LA", label)
        self.labels[name.casefold()] = label
        return label

    def add(self, kind: type[Issue], **fields: Any) -> Any:
        """Give an issue or pull request the next number and keep it."""
        thing = kind(repository=self, number=self.last_number + 1, **fields)
        self.last_number += 1
        self.issues_and_pulls[thing.number] = thing
        return thing

    def open_issue(
        self, author: User, title: str, body: str | None, labels: Sequence[str] = ()
    ) -> Issue:
        """Open an issue as a form does: labels that the repository does not have are dropped silently."""
        issue: Issue = self.add(Issue, author=author, title=title, body=body)
        for name in labels:
            if self.label(name):
                issue.add_label(name, by=author)
        return issue

    def open_pull_request(
        self,
        author: User,
        head: str,
        title: str,
        body: str | None = None,
        *,
        base: str | None = None,
        fork: "Repository | None" = None,
        draft: bool = False,
    ) -> PullRequest:
        """Open a pull request from a branch of this repository or of a fork."""
        base = base or self.default_branch
        fields = {"author": author, "title": title, "body": body, "draft": draft}
        return pulls.open_pull_request(self, fork or self, head, base, **fields)

    def issues(self, state: str | None = None) -> list[Issue]:
        """Return the issues, without pull requests."""
        return [
            i
            for i in self.issues_and_pulls.values()
            if i.resource == "Issue" and state in (None, i.state)
        ]

    def pull_requests(self, state: str | None = None) -> list[PullRequest]:
        """Return the pull requests."""
        found = (item for item in self.issues_and_pulls.values() if isinstance(item, PullRequest))
        return [pull for pull in found if state in (None, pull.state)]

    def network_pulls(self) -> list[PullRequest]:
        """Return the pull requests that a branch of this repository can be the head or the base of."""
        return self.pull_requests() + (self.parent.pull_requests() if self.parent else [])
