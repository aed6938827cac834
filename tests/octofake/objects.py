"""Real git objects: what commits, trees and blobs there are, and how they hang together."""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dulwich.index import commit_tree
from dulwich.object_store import MemoryObjectStore, iter_tree_contents
from dulwich.objects import Blob, Commit, ObjectID, ShaFile, Tree
from dulwich.refs import HEADREF, Ref
from dulwich.repo import Repo

T = TypeVar("T", bound=ShaFile)
FILE = 0o100644
FOLDER = 0o040000
CellContent = tuple[int, str] | None
CellContents = Mapping[str, tuple[int, str]]
SIGNATURE = b"-----BEGIN PGP SIGNATURE-----\n\noctofake\n-----END PGP SIGNATURE-----"


@dataclass(frozen=True)
class Stamp:
    """Who wrote a commit, and when."""

    name: str
    email: str
    date: int


class GitObjects:
    """An append-only store of git objects, shared by a repository and its forks."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.store = MemoryObjectStore()
        self.seen: dict[str, ShaFile] = {}

    def get(self, sha: str) -> ShaFile | None:
        """Return an object, or nothing."""
        return self.seen.get(sha)

    def add(self, thing: ShaFile) -> str:
        """Keep an object and return its name."""
        sha: str = thing.id.decode()
        if sha not in self.seen:
            self.store.add_object(thing)
            self.seen[sha] = thing
        return sha

    def blob(self, sha: str) -> bytes:
        """Return the content of a file."""
        return self.typed(sha, Blob).data

    def commit(self, sha: str) -> Commit:
        """Return a commit."""
        return self.typed(sha, Commit)

    def typed(self, sha: str, kind: type[T]) -> T:
        """Return an object of a known kind."""
        thing = self.get(sha)
        assert isinstance(thing, kind), f"{sha} is no {kind.__name__}"
        return thing

    def tree_of(self, sha: str) -> str:
        """Return the name of a commit's tree."""
        return self.commit(sha).tree.decode()

    def parents(self, sha: str) -> list[str]:
        """Return the names of a commit's parents."""
        return [parent.decode() for parent in self.commit(sha).parents]

    def add_blob(self, content: bytes) -> str:
        """Keep the content of a file."""
        return self.add(Blob.from_string(content))

    def add_tree(self, entries: CellContents) -> str:
        """Keep the folders of files given by their paths."""
        blobs = [(path.encode(), git_id(sha), mode) for path, (mode, sha) in entries.items()]
        root = commit_tree(self.store, blobs).decode()
        self.remember_tree(root)
        return root

    def remember_tree(self, sha: str) -> None:
        """Note a tree, and the trees in it, that dulwich has put into the store."""
        if sha not in self.seen:
            tree = self.seen[sha] = self.store[git_id(sha)]
            assert isinstance(tree, Tree)
            for entry in tree.items():
                if entry.mode == FOLDER:
                    self.remember_tree(entry.sha.decode())

    def add_commit(
        self,
        tree: str,
        parents: Iterable[str],
        message: str,
        author: Stamp,
        committer: Stamp,
        *,
        signed: bool = False,
    ) -> str:
        """Keep a commit."""
        commit = Commit()
        commit.tree = git_id(tree)
        commit.parents = [git_id(parent) for parent in parents]
        commit.author, commit.author_time = stamped(author)
        commit.committer, commit.commit_time = stamped(committer)
        commit.author_timezone = commit.commit_timezone = 0
        commit.message = message.encode()
        if signed:
            commit.gpgsig = SIGNATURE
        return self.add(commit)

    def files(self, tree: str) -> dict[str, tuple[int, str]]:
        """Return all files of a tree by their paths."""
        entries = iter_tree_contents(self.store, git_id(tree))
        return {entry.path.decode(): (entry.mode, entry.sha.decode()) for entry in entries}

    def entry(self, tree: str, path: str) -> tuple[int, str] | None:
        """Return the mode and name of a file or folder of a tree."""
        found = (FOLDER, tree)
        for part in path.strip("/").split("/") if path.strip("/") else ():
            folder = self.get(found[1])
            if not isinstance(folder, Tree) or part.encode() not in folder:
                return None
            mode, sha = folder[part.encode()]
            found = (mode, sha.decode())
        return found

    def history(self, *starts: str) -> Iterator[str]:
        """Walk over commits and all their ancestors, the youngest first."""
        waiting = [(-self.commit(sha).commit_time, sha) for sha in starts]
        heapq.heapify(waiting)
        met = set(starts)
        while waiting:
            sha = heapq.heappop(waiting)[1]
            yield sha
            for parent in self.parents(sha):
                if parent not in met:
                    met.add(parent)
                    heapq.heappush(waiting, (-self.commit(parent).commit_time, parent))

    def contains(self, descendant: str, ancestor: str) -> bool:
        """Tell whether a commit is another one or one of its ancestors."""
        return descendant == ancestor or ancestor in self.history(descendant)

    def missing_from(self, base: str, head: str) -> list[str]:
        """Return the commits of `head` that `base` does not have, the oldest first."""
        known = set(self.history(base))
        return [sha for sha in self.history(head) if sha not in known][::-1]

    def merge_base(self, one: str, other: str) -> str | None:
        """Return the youngest commit that two have in common."""
        known = set(self.history(one))
        return next((sha for sha in self.history(other) if sha in known), None)

    def export(self, folder: Path, refs: Mapping[str, str], default_branch: str) -> None:
        """Write all objects and the refs into a new bare repository on disk."""
        folder.mkdir(parents=True, exist_ok=True)
        with Repo.init_bare(str(folder)) as repo:
            for name in self.store:
                repo.object_store.add_object(self.store[name])
            for ref, sha in refs.items():
                repo.refs[Ref(ref.encode())] = git_id(sha)
            repo.refs.set_symbolic_ref(HEADREF, Ref(f"refs/heads/{default_branch}".encode()))


def git_id(sha: str) -> ObjectID:
    """Return the name of an object as dulwich writes it."""
    return ObjectID(sha.encode())


def stamped(stamp: Stamp) -> tuple[bytes, int]:
    """Write a stamp as git does."""
    return f"{stamp.name} <{stamp.email}>".encode(), stamp.date
