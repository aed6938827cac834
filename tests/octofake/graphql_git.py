"""Commits, trees, files and refs through GraphQL."""

from typing import Any

from .connections import Connection, Page, connection
from .errors import Violation
from .graphql_fields import FIELDS, field
from .graphql_views import (
    BlobView,
    CommitView,
    EntryView,
    ObjectView,
    PersonView,
    RefView,
    TreeView,
    person_view,
    view_of,
)
from .repository import Repository
from .rest_git import tree_entries

TEXT_LIMIT = 512_000


def object_at(repository: Repository, expression: str) -> ObjectView | None:
    """Read `branch`, `HEAD`, an object id or `branch:path`."""
    if any(sign in expression for sign in "^~@"):
        raise Violation(f"octofake does not model the expression {expression!r}")
    name, colon, path = expression.partition(":")
    sha = repository.resolve(name)
    if not (sha and colon):
        return view_of(repository, sha)
    entry = repository.objects.entry(repository.objects.tree_of(sha), path)
    return view_of(repository, entry[1]) if entry else None


@field("Commit")
def author(commit: CommitView) -> PersonView:
    """Return who wrote the change."""
    return person_view(commit.repository, commit.commit.author, commit.commit.author_time)


@field("Commit")
def committer(commit: CommitView) -> PersonView:
    """Return who made the commit."""
    return person_view(commit.repository, commit.commit.committer, commit.commit.commit_time)


@field("Commit")
def authored_date(commit: CommitView) -> int:
    """Return when the change was written."""
    return commit.commit.author_time


@field("Commit")
def committed_date(commit: CommitView) -> int:
    """Return when the commit was made."""
    return commit.commit.commit_time


@field("Commit")
def message(commit: CommitView) -> str:
    """Return the whole message."""
    return commit.commit.message.decode()


@field("Commit")
def message_headline(commit: CommitView) -> str:
    """Return the first line of the message."""
    return message(commit).partition("\n")[0]


@field("Commit")
def message_body(commit: CommitView) -> str:
    """Return the message without its first line."""
    return message(commit).partition("\n")[2].strip("\n")


@field("Commit")
def tree(commit: CommitView) -> TreeView:
    """Return the files of the commit."""
    return TreeView(commit.repository, commit.commit.tree.decode())


@field("Commit")
def parents(commit: CommitView, **page: Any) -> Connection:
    """Return the commits before this one."""
    found = commit.repository.objects.parents(commit.oid)
    return connection([CommitView(commit.repository, sha) for sha in found], Page(**page))


@field("Commit")
def file(commit: CommitView, path: str) -> EntryView | None:
    """Return a file or folder of the commit."""
    objects = commit.repository.objects
    entry = objects.entry(objects.tree_of(commit.oid), path)
    return EntryView(commit.repository, path, *entry) if entry else None


@field("Commit")
def history(commit: CommitView, path: str | None = None, **page: Any) -> Connection:
    """Return the commit and those before it, or only those that have changed a file."""
    found = commit.repository.objects.history(commit.oid)
    shown = [
        CommitView(commit.repository, sha)
        for sha in found
        if path is None or changes(commit, sha, path)
    ]
    return connection(shown, Page(**page))


def changes(commit: CommitView, sha: str, path: str) -> bool:
    """Tell whether a commit has a file otherwise than its first parent."""
    objects = commit.repository.objects
    before = [objects.entry(objects.tree_of(parent), path) for parent in objects.parents(sha)[:1]]
    return objects.entry(objects.tree_of(sha), path) not in (before or [None])


@field("Commit")
def signature(commit: CommitView) -> dict[str, Any] | None:
    """Return the signature of a commit that GitHub has signed."""
    if not commit.commit.gpgsig:
        return None
    return {
        "__typename": "GpgSignature",
        "email": "noreply@github.com",
        "is_valid": True,
        "key_id": "B5690EEEBB952194",
        "state": "VALID",
        "was_signed_by_git_hub": True,
    }


@field("Tree")
def entries(tree: TreeView) -> list[EntryView]:
    """Return what is in a folder; paths are not known here, only names."""
    found = tree_entries(tree.repository.objects, tree.oid, "", recursive=False)
    return [EntryView(tree.repository, *entry) for entry in found]


@field("Blob")
def byte_size(blob: BlobView) -> int:
    """Return the number of bytes."""
    return len(blob.data)


@field("Blob")
def is_binary(blob: BlobView) -> bool:
    """Tell whether the file is no text."""
    return b"\0" in blob.data


@field("Blob")
def is_truncated(blob: BlobView) -> bool:
    """Tell whether `text` is not all of it."""
    return len(blob.data) > TEXT_LIMIT


@field("Blob")
def text(blob: BlobView) -> str | None:
    """Return the text, cut near 500 kB; nothing for a file that is no text."""
    return None if b"\0" in blob.data else blob.data[:TEXT_LIMIT].decode(errors="ignore")


@field("Ref")
def associated_pull_requests(ref: RefView, **arguments: Any) -> Connection:
    """Return the pull requests whose head the branch is."""
    return FIELDS["Repository", "pull_requests"](
        ref.repository, head_ref_name=ref.name, **arguments
    )
