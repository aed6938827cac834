"""Things that GraphQL shows but that are no records: commits, trees, files, refs."""

import base64
from dataclasses import dataclass
from typing import Any

from dulwich.objects import Blob, Commit, Tree

from .objects import FOLDER
from .pulls import PullRequest
from .repository import Repository
from .rest_git import IDENTITY
from .world import User


class View:
    """Something that is made when it is looked at."""

    typename = ""


@dataclass(frozen=True)
class ObjectView(View):
    """A git object of a repository."""

    repository: Repository
    oid: str

    @property
    def id(self) -> str:
        """Return the node id."""
        return f"{self.typename[0]}_{self.repository.id}_{self.oid}"

    @property
    def abbreviated_oid(self) -> str:
        """Return the short name."""
        return self.oid[:7]


class CommitView(ObjectView):
    """A commit."""

    typename = "Commit"

    @property
    def commit(self) -> Commit:
        """Return the commit itself."""
        return self.repository.objects.commit(self.oid)


class TreeView(ObjectView):
    """A folder."""

    typename = "Tree"


class BlobView(ObjectView):
    """The content of a file."""

    typename = "Blob"

    @property
    def data(self) -> bytes:
        """Return the content itself."""
        return self.repository.objects.blob(self.oid)


VIEWS = {Commit: CommitView, Tree: TreeView, Blob: BlobView}


def view_of(repository: Repository, sha: str | None) -> ObjectView | None:
    """Return the view of a git object, if there is one of that name."""
    thing: Any = repository.objects.get(sha) if sha else None
    return VIEWS[type(thing)](repository, sha or "") if thing else None


@dataclass(frozen=True)
class EntryView(View):
    """A file or folder of a tree."""

    repository: Repository
    path: str
    mode: int
    oid: str
    typename = "TreeEntry"

    @property
    def name(self) -> str:
        """Return the last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def name_raw(self) -> str:
        """Return the bytes of the name, in base64."""
        return base64.b64encode(self.name.encode()).decode()

    @property
    def extension(self) -> str:
        """Return what follows the last dot, with the dot."""
        _, dot, tail = self.name.rpartition(".")
        return dot + tail if dot else ""

    @property
    def type(self) -> str:
        """Return the kind of the entry."""
        return "tree" if self.mode == FOLDER else "blob"

    @property
    def size(self) -> int:
        """Return the number of bytes."""
        return 0 if self.mode == FOLDER else len(self.repository.objects.blob(self.oid))

    @property
    def object(self) -> ObjectView | None:
        """Return the file or folder itself."""
        return view_of(self.repository, self.oid)


@dataclass(frozen=True)
class RefView(View):
    """A branch or a tag."""

    repository: Repository
    qualified_name: str
    typename = "Ref"

    @property
    def id(self) -> str:
        """Return the node id."""
        return f"REF_{self.repository.id}_{self.qualified_name}"

    @property
    def prefix(self) -> str:
        """Return `refs/heads/` or `refs/tags/`."""
        return "/".join(self.qualified_name.split("/")[:2]) + "/"

    @property
    def name(self) -> str:
        """Return the name of the branch or tag."""
        return self.qualified_name.removeprefix(self.prefix)

    @property
    def target(self) -> ObjectView | None:
        """Return what the ref is at."""
        return view_of(self.repository, self.repository.refs[self.qualified_name])


def ref_view(repository: Repository, branch: str) -> RefView | None:
    """Return a branch, if it is there."""
    return RefView(repository, f"refs/heads/{branch}") if branch in repository.branches else None


@dataclass(frozen=True)
class PersonView(View):
    """The author or committer of a commit."""

    name: str
    email: str
    date: int
    user: User | None
    typename = "GitActor"


def person_view(repository: Repository, line: bytes, date: int) -> PersonView:
    """Read an author or committer of a commit."""
    match = IDENTITY.fullmatch(line.decode())
    assert match, line
    return PersonView(match["name"], match["email"], date, repository.world.user_of(match["email"]))


@dataclass(frozen=True)
class PullCommitView(View):
    """A commit of a pull request."""

    pull_request: PullRequest
    commit: CommitView
    typename = "PullRequestCommit"

    @property
    def id(self) -> str:
        """Return the node id."""
        return f"PURC_{self.pull_request.id}_{self.commit.oid}"
