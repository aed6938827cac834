"""Commits, trees, refs and files."""

import subprocess
from pathlib import Path

import github
import pytest
from github import InputGitTreeElement
from github.ContentFile import ContentFile
from github.Repository import Repository as Client

from tests.octofake import (
    OctoFake,
)
from tests.octofake.asking import (
    README,
    commit_file,
    ref_at,
    refused,
)
from tests.octofake.repository import Repository


@pytest.mark.models(
    "blobs, trees (base, inline content, deletion, nesting) and commits are made step by step; no ref moves"
)
def test_a_commit_is_made_step_by_step(hub: OctoFake, repo: Repository, api: Client):
    sha = commit_file(api, "new\n", repo.branches["main"])
    api.create_git_ref("refs/heads/bot/issue-1", sha)
    assert repo.text("README.md", "bot/issue-1") == "new\n"
    assert repo.text("README.md") == README


@pytest.mark.models(
    "a commit without an author is the viewer's, committed by GitHub, and signed if the viewer is an app"
)
def test_a_commit_without_author_is_the_viewers_and_signed_by_github(
    repo: Repository, api: Client, hub: OctoFake
):
    sha = commit_file(api, "new\n", repo.branches["main"])
    commit = api.get_git_commit(sha)
    assert (commit.author.name, commit.author.email) == (hub.viewer.login, hub.viewer.email)
    assert (commit.committer.name, commit.committer.email) == ("GitHub", "noreply@github.com")
    assert commit.verification.verified


@pytest.mark.models(
    "a commit without an author is the viewer's, committed by GitHub, and signed if the viewer is an app"
)
def test_a_commit_of_a_person_is_not_signed(repo: Repository, api: Client, hub: OctoFake):
    hub.viewer = hub.user("mia")
    commit = api.get_git_commit(commit_file(api, "new\n", repo.branches["main"]))
    assert (commit.author.name, commit.committer.name) == ("mia", "GitHub")
    assert not commit.verification.verified


def test_a_commit_with_an_author_is_not_signed(repo: Repository, api: Client):
    author = github.InputGitAuthor("Ada", "ada@example.org", "2026-02-03T04:05:06Z")
    base = api.get_git_commit(repo.branches["main"])
    commit = api.create_git_commit("By hand", base.tree, [base], author)
    assert (commit.author.name, commit.committer.name) == ("Ada", "Ada")
    assert not api.get_git_commit(commit.sha).verification.verified


@pytest.mark.models(
    "blobs, trees (base, inline content, deletion, nesting) and commits are made step by step; no ref moves"
)
def test_a_tree_deletes_and_nests_files(repo: Repository, api: Client):
    base = api.get_git_commit(repo.branches["main"]).tree
    blob = api.create_git_blob("aGk=", "base64")
    nested = InputGitTreeElement("docs/deep/hi.txt", "100644", "blob", sha=blob.sha)
    deleted = InputGitTreeElement("README.md", "100644", "blob", sha=None)
    tree = api.create_git_tree([nested, deleted], base)
    assert [entry.path for entry in api.get_git_tree(tree.sha, recursive=True).tree] == [
        "docs",
        "docs/deep",
        "docs/deep/hi.txt",
    ]
    assert api.get_git_blob(blob.sha).content == "aGk=\n"


@pytest.mark.models(
    "`Reference already exists`, `Reference does not exist`, `Object does not exist`, `Update is not a fast "
    "forward` (422)"
)
@pytest.mark.parametrize(
    ("ref", "words"), [("refs/heads/main", "Reference already exists"), ("heads/x", "refs/")]
)
def test_a_ref_that_cannot_be_made(repo: Repository, api: Client, ref: str, words: str):
    with refused(422, words):
        api.create_git_ref(ref, repo.branches["main"])


@pytest.mark.models(
    "`Reference already exists`, `Reference does not exist`, `Object does not exist`, `Update is not a fast "
    "forward` (422)"
)
def test_a_ref_to_nothing(api: Client):
    with refused(422, "Object does not exist"):
        api.create_git_ref("refs/heads/x", "1" * 40)


@pytest.mark.models(
    "`Reference already exists`, `Reference does not exist`, `Object does not exist`, `Update is not a fast "
    "forward` (422)"
)
def test_a_ref_moves_backwards_only_by_force(repo: Repository, api: Client):
    first = repo.branches["main"]
    repo.commit({"README.md": "second\n"})
    ref = ref_at(api, "heads/main")
    with refused(422, "Update is not a fast forward"):
        ref.edit(first)
    ref.edit(first, force=True)
    assert repo.branches["main"] == first


@pytest.mark.models(
    "`Reference already exists`, `Reference does not exist`, `Object does not exist`, `Update is not a fast "
    "forward` (422)"
)
def test_a_ref_that_is_not_there(api: Client):
    with refused(404, "Not Found"):
        _ = api.get_git_ref("heads/nope").object
    with refused(422, "Reference does not exist"):
        api.requester.requestJsonAndCheck("DELETE", f"{api.url}/git/refs/heads/nope")
    with refused(422, "Reference does not exist"):
        api.requester.requestJsonAndCheck(
            "PATCH", f"{api.url}/git/refs/heads/nope", input={"sha": "1" * 40}
        )


def test_refs_are_listed_by_how_they_begin(repo: Repository, api: Client):
    repo.create_branch("bot/issue-1")
    repo.create_branch("bot/issue-10")
    names = [ref.ref for ref in api.get_git_matching_refs("heads/bot/issue-1")]
    assert names == ["refs/heads/bot/issue-1", "refs/heads/bot/issue-10"]


@pytest.mark.models("a file over 1 MB has encoding `none`; the raw media type gives it")
def test_a_file_is_read_as_json_and_raw(repo: Repository, api: Client):
    repo.commit({"big.txt": "x" * 1_100_000})
    small, big, top = (api.get_contents(path) for path in ("README.md", "big.txt", ""))
    assert isinstance(small, ContentFile)
    assert small.decoded_content == README.encode()
    assert isinstance(big, ContentFile)
    assert big.encoding == "none"
    _, answer = api.requester.requestJsonAndCheck(
        "GET", f"{api.url}/contents/big.txt", headers={"Accept": "application/vnd.github.raw+json"}
    )
    assert len(answer["data"]) == 1_100_000
    assert isinstance(top, list)
    assert [entry.path for entry in top] == ["README.md", "big.txt"]
    with refused(404, "Not Found"):
        api.get_contents("nope.md")


def test_branches_are_compared(hub: OctoFake, repo: Repository, api: Client):
    repo.commit({"README.md": README + "one\n"}, branch="bot/issue-1")
    repo.commit({"other.md": "x\n"})
    found = api.compare("main", "bot/issue-1")
    assert (found.status, found.ahead_by, found.behind_by) == ("diverged", 1, 1)
    assert [(file.filename, file.additions) for file in found.files] == [("README.md", 1)]


def test_the_objects_are_real_git(hub: OctoFake, repo: Repository, api: Client, tmp_path: Path):
    sha = commit_file(api, "new\n", repo.branches["main"])
    api.create_git_ref("refs/heads/bot/issue-1", sha)
    repo.open_pull_request(hub.viewer, "bot/issue-1", "New").merge(by=hub.user("ada"))
    repo.export(tmp_path / "list.git")
    check = ["git", "-C", str(tmp_path / "list.git"), "fsck", "--strict", "--no-dangling"]
    assert subprocess.run(check, capture_output=True, text=True, check=True).stdout == ""
    show = ["git", "-C", str(tmp_path / "list.git"), "show", "main:README.md"]
    assert subprocess.run(show, capture_output=True, text=True, check=True).stdout == "new\n"
