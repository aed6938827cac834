"""Commits, trees and blobs through REST."""

import base64
import re
from datetime import datetime
from typing import Any

from dulwich.objects import Blob, Commit, Tree

from . import rest_answers
from .errors import GitHubError, not_found, unprocessable
from .exchange import Site
from .objects import FOLDER, GitObjects, Stamp
from .repository import Repository
from .rest import Answer, Call, operation
from .rest_answers import Json
from .world import iso

KINDS = {Blob: "blob", Tree: "tree", Commit: "commit"}
UNSIGNED: Json = {
    "verified": False,
    "reason": "unsigned",
    "signature": None,
    "payload": None,
    "verified_at": None,
}
IDENTITY = re.compile(r"(?P<name>.*) <(?P<email>.*)>", re.DOTALL)


@operation("git/create-blob", needs="contents")
def create_blob(call: Call) -> Answer:
    """Keep the content of a file."""
    content = call.body["content"]
    data = base64.b64decode(content) if call.body.get("encoding") == "base64" else content.encode()
    sha = call.repository.objects.add_blob(data)
    return 201, {"sha": sha, "url": object_url(call.site, call.repository, "blobs", sha)}


@operation("git/get-blob")
def get_blob(call: Call) -> Answer:
    """Return the content of a file."""
    sha = call.path["file_sha"]
    blob = found(call, sha, Blob)
    return 200, {
        "sha": sha,
        "node_id": f"B_{sha}",
        "url": object_url(call.site, call.repository, "blobs", sha),
        "size": len(blob.data),
        "encoding": "base64",
        "content": base64.encodebytes(blob.data).decode(),
    }


@operation("git/create-tree", needs="contents")
def create_tree(call: Call) -> Answer:
    """Keep a tree, made from another one and changes to it."""
    objects = call.repository.objects
    base = call.body.get("base_tree")
    if base and isinstance(objects.get(base), Commit):
        base = objects.tree_of(base)
    if base and not isinstance(objects.get(base), Tree):
        raise not_found()
    files = objects.files(base) if base else {}
    for item in call.body["tree"]:
        apply_entry(objects, files, item)
    if not files:
        raise unprocessable("Invalid tree info")
    sha = objects.add_tree(files)
    return 201, show_tree(call.site, call.repository, sha, recursive=False)


def apply_entry(
    objects: GitObjects, files: dict[str, tuple[int, str]], item: dict[str, Any]
) -> None:
    """Change one file of a tree in the making."""
    if "path" not in item or "mode" not in item:
        raise unprocessable("Must supply a valid tree.mode and tree.path")
    if ("sha" in item) == ("content" in item):
        raise unprocessable("Must supply either tree.sha or tree.content")
    path, mode = item["path"], int(item["mode"], 8)
    if item.get("sha", "") is None:
        files.pop(path, None)
        return
    sha = objects.add_blob(item["content"].encode()) if "content" in item else item["sha"]
    thing = objects.get(sha)
    if isinstance(thing, Tree) and mode == FOLDER:
        files.update({f"{path}/{name}": entry for name, entry in objects.files(sha).items()})
    elif isinstance(thing, Blob):
        files[path] = (mode, sha)
    else:
        raise unprocessable(f"tree.sha {sha} is not a valid object")


@operation("git/get-tree")
def get_tree(call: Call) -> Answer:
    """Return a tree, given by its own name, a commit's or a branch's."""
    sha = call.repository.resolve(call.path["tree_sha"]) or call.path["tree_sha"]
    if isinstance(call.repository.objects.get(sha), Commit):
        sha = call.repository.objects.tree_of(sha)
    found(call, sha, Tree)
    return 200, show_tree(call.site, call.repository, sha, recursive="recursive" in call.query)


def show_tree(site: Site, repository: Repository, sha: str, recursive: bool) -> Json:
    """Show a tree, with the folders in it if asked to."""
    entries = tree_entries(repository.objects, sha, "", recursive)
    shown = [show_entry(site, repository, *entry) for entry in entries]
    return {
        "sha": sha,
        "url": object_url(site, repository, "trees", sha),
        "tree": shown,
        "truncated": False,
    }


def tree_entries(
    objects: GitObjects, sha: str, prefix: str, recursive: bool
) -> list[tuple[str, int, str]]:
    """Return path, mode and name of the entries of a tree."""
    result = []
    for entry in objects.typed(sha, Tree).items():
        path, name = prefix + entry.path.decode(), entry.sha.decode()
        result.append((path, entry.mode, name))
        if recursive and entry.mode == FOLDER:
            result += tree_entries(objects, name, f"{path}/", recursive)
    return result


def show_entry(site: Site, repository: Repository, path: str, mode: int, sha: str) -> Json:
    """Show an entry of a tree."""
    kind = "tree" if mode == FOLDER else "blob"
    shown = {"path": path, "mode": f"{mode:06o}", "type": kind, "sha": sha}
    size = {} if mode == FOLDER else {"size": len(repository.objects.blob(sha))}
    return shown | size | {"url": object_url(site, repository, f"{kind}s", sha)}


@operation("git/create-commit", needs="contents")
def create_commit(call: Call) -> Answer:
    """Keep a commit; the viewer's own, if no author is given, and then signed by GitHub if the viewer is an app."""
    objects, world = call.repository.objects, call.world
    if not isinstance(objects.get(call.body["tree"]), Tree):
        raise unprocessable("Tree SHA does not exist")
    for parent in call.body.get("parents", []):
        if not isinstance(objects.get(parent), Commit):
            raise unprocessable("Parent SHA does not exist or is not a commit object")
    now = world.tick()
    viewer, github = call.viewer, Stamp("GitHub", world.web_flow.email, now)
    author = given_stamp(call.body.get("author"), now) or Stamp(viewer.login, viewer.email, now)
    own = "author" not in call.body and "committer" not in call.body
    committer = given_stamp(call.body.get("committer"), now) or (github if own else author)
    signed = own and viewer.is_bot
    parents = call.body.get("parents", [])
    sha = objects.add_commit(
        call.body["tree"], parents, call.body["message"], author, committer, signed=signed
    )
    return 201, show_git_commit(call.site, call.repository, sha)


def given_stamp(person: dict[str, str] | None, now: int) -> Stamp | None:
    """Read an author or committer of a request."""
    if person is None:
        return None
    date = datetime.fromisoformat(person["date"]).timestamp() if "date" in person else now
    return Stamp(person["name"], person["email"], int(date))


@operation("git/get-commit")
def get_commit(call: Call) -> Answer:
    """Return a commit."""
    found(call, call.path["commit_sha"], Commit)
    return 200, show_git_commit(call.site, call.repository, call.path["commit_sha"])


def show_git_commit(site: Site, repository: Repository, sha: str) -> Json:
    """Show a commit as git knows it."""
    commit = repository.objects.commit(sha)
    tree, url = commit.tree.decode(), object_url(site, repository, "commits", sha)
    return {
        "sha": sha,
        "node_id": f"C_{sha}",
        "url": url,
        "html_url": commit_page(site, repository, sha),
        "author": show_person(commit.author, commit.author_time),
        "committer": show_person(commit.committer, commit.commit_time),
        "message": commit.message.decode(),
        "tree": {"sha": tree, "url": object_url(site, repository, "trees", tree)},
        "parents": [
            show_parent(site, repository, parent) for parent in repository.objects.parents(sha)
        ],
        "verification": verification(commit),
    }


def show_commit(site: Site, repository: Repository, sha: str) -> Json:
    """Show a commit as GitHub's commit lists do."""
    shown = show_git_commit(site, repository, sha)
    url = f"{rest_answers.repository_url(site, repository)}/commits/{sha}"
    inner = {
        key: shown[key] for key in ("author", "committer", "message", "tree", "verification", "url")
    }
    outer = {key: shown[key] for key in ("sha", "node_id", "html_url", "parents")}
    people = {}
    for role in ("author", "committer"):
        account = repository.world.user_of(shown[role]["email"])
        people[role] = account and rest_answers.user(site, account)
    return (
        outer
        | people
        | {"url": url, "comments_url": f"{url}/comments", "commit": inner | {"comment_count": 0}}
    )


def show_parent(site: Site, repository: Repository, sha: str) -> Json:
    """Show a parent of a commit."""
    url, page = object_url(site, repository, "commits", sha), commit_page(site, repository, sha)
    return {"sha": sha, "url": url, "html_url": page}


def show_person(line: bytes, date: int) -> Json:
    """Show the author or the committer of a commit."""
    match = IDENTITY.fullmatch(line.decode())
    assert match, line
    return {"name": match["name"], "email": match["email"], "date": iso(date)}


def verification(commit: Commit) -> Json:
    """Show whether a commit is signed; only GitHub signs here."""
    if not commit.gpgsig:
        return UNSIGNED
    signature, date = commit.gpgsig.decode(), iso(commit.commit_time)
    return {
        "verified": True,
        "reason": "valid",
        "signature": signature,
        "payload": "octofake",
        "verified_at": date,
    }


def object_url(site: Site, repository: Repository, folder: str, sha: str) -> str:
    """Return the address of a git object."""
    return f"{rest_answers.repository_url(site, repository)}/git/{folder}/{sha}"


def commit_page(site: Site, repository: Repository, sha: str) -> str:
    """Return the address of a commit's page."""
    return f"{rest_answers.page_url(site, repository)}/commit/{sha}"


def found(call: Call, sha: str, kind: type[Any]) -> Any:
    """Return an object of the repository, or say that there is none."""
    thing = call.repository.objects.get(sha)
    if not isinstance(thing, kind):
        raise GitHubError(404, "Not Found")
    return thing
