"""The fake of GitHub behaves as GitHub does; octofake/README.md has a source for each behaviour."""

import base64
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import github
import pytest
import requests
from github import Auth, Github, GithubException, InputGitTreeElement
from github.ContentFile import ContentFile
from github.GitRef import GitRef
from github.Repository import Repository as Client
from graphql import GraphQLObjectType

from tests import octofake
from tests.octofake import (
    OctoFake,
    Violation,
    checking,
    graphql_execution,
    graphql_fields,
    graphql_git,
    graphql_issues,
    graphql_views,
    rest,
)
from tests.octofake.exchange import Request, Response, Site
from tests.octofake.faults import Failure, Refusal, Reply, Stale
from tests.octofake.graphql_cost import Cost
from tests.octofake.issues import Issue
from tests.octofake.pulls import PullRequest
from tests.octofake.repository import Repository

LABELS = "fragment L on Issue { labels(first: 100) { totalCount } }"
PULLS = "fragment P on PullRequestConnection { nodes { number state } }"
README = "# A list\n\n| a | b |\n"


@pytest.fixture
def hub() -> OctoFake:
    return OctoFake()


@pytest.fixture
def repo(hub: OctoFake) -> Repository:
    return hub.repository(
        "octo/list", files={"README.md": README}, labels=["new-charger", "invalid"]
    )


@pytest.fixture
def issue(hub: OctoFake, repo: Repository) -> Issue:
    return repo.open_issue(
        hub.user("ada"), "Add a charger", "### Brand\n\nZaptec", labels=["new-charger"]
    )


@pytest.fixture
def gh(hub: OctoFake, repo: Repository) -> Iterator[Github]:
    with hub.in_process():
        yield client()


@pytest.fixture
def api(gh: Github) -> Client:
    return gh.get_repo("octo/list")


def client(
    base_url: str = "https://api.github.com", retry: int | github.GithubRetry | None = None
) -> Github:
    return Github(
        base_url=base_url,
        auth=Auth.Token("secret"),
        lazy=True,
        retry=retry,
        timeout=5,
        seconds_between_requests=0,
        seconds_between_writes=0,
    )


def commit_file(api: Client, text: str, parent: str) -> str:
    """Make a commit through REST, as a bot does, without moving any ref."""
    base = api.get_git_commit(parent)
    element = InputGitTreeElement("README.md", "100644", "blob", content=text)
    tree = api.create_git_tree([element], base_tree=base.tree)
    return api.create_git_commit("Change the list", tree, [base]).sha


def ref_at(api: Client, name: str) -> GitRef:
    """Read a ref: one that PyGithub has not read yet would be changed at the wrong address (`git/ref/`)."""
    ref = api.get_git_ref(name)
    ref.update()
    return ref


def propose(
    hub: OctoFake, repo: Repository, branch: str = "bot/issue-1", body: str = "Closes #1"
) -> PullRequest:
    """Open a pull request of the bot's with one commit."""
    repo.commit({"README.md": README + "| c | d |\n"}, branch=branch, author=hub.viewer)
    return repo.open_pull_request(hub.viewer, branch, "Add a charger", body)


def ask(gh: Github, fields: str, fragment: str = "") -> dict:
    """Ask for fields of the repository through GraphQL."""
    query = f'query Ask {{ repository(owner: "octo", name: "list") {{ {fields} }} }} {fragment}'
    return gh.requester.graphql_query(query, {})[1]["data"]["repository"]


def refused(status: int, words: str) -> pytest.RaisesExc[GithubException]:
    return pytest.raises(
        GithubException,
        check=lambda error: error.status == status and words in json.dumps(error.data),
    )


def sources() -> dict[str, str]:
    """Each behaviour on the page with its source."""
    page = (Path(octofake.__file__).parent / "README.md").read_text(encoding="utf-8")
    _, _, table = page.partition("| behaviour | source |\n|---|---|\n")
    rows = table.partition("\n\n")[0].splitlines()
    return dict(row.removeprefix("| ").removesuffix(" |").split(" | ") for row in rows)


def test_each_behaviour_on_the_page_is_marked_on_a_test():
    marks = [mark for thing in globals().values() for mark in getattr(thing, "pytestmark", [])]
    assert {mark.args[0] for mark in marks if mark.name == "models"} == sources().keys()
    assert len(sources()) > 30


@pytest.mark.parametrize(("behaviour", "source"), sources().items())
def test_each_behaviour_on_the_page_has_the_address_of_its_source(behaviour: str, source: str):
    for named in source.split(", "):
        assert re.match(r"https://[\w.-]+/\S+|[\w-]+/[\w.-]+#\d+$", named), behaviour


# Git


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


# Pull requests


@pytest.mark.models("`mergeable` is null just after a write")
def test_a_pull_request_is_opened(hub: OctoFake, repo: Repository, api: Client):
    repo.commit({"README.md": README + "new\n"}, branch="bot/issue-1")
    pull = api.create_pull(base="main", head="bot/issue-1", title="New", body="Text", draft=True)
    assert (pull.state, pull.draft, pull.user.login, pull.additions) == (
        "open",
        True,
        "github-actions[bot]",
        1,
    )
    assert [pull.mergeable, api.get_pull(pull.number).mergeable] == [None, True]


@pytest.mark.models(
    "one open pull request a head and base; none without commits; head and base must exist (422)"
)
def test_one_open_pull_request_a_head(hub: OctoFake, repo: Repository, api: Client):
    propose(hub, repo)
    with refused(422, "A pull request already exists for octo:bot/issue-1."):
        api.create_pull(base="main", head="bot/issue-1", title="Again")


@pytest.mark.models(
    "one open pull request a head and base; none without commits; head and base must exist (422)"
)
def test_a_pull_request_needs_commits_and_branches(repo: Repository, api: Client):
    repo.create_branch("same")
    with refused(422, "No commits between main and same"):
        api.create_pull(base="main", head="same", title="Nothing")
    with refused(422, '"field": "head", "code": "invalid"'):
        api.create_pull(base="main", head="nope", title="Nothing")


@pytest.mark.models("an open pull request can be pointed at another base")
def test_a_pull_request_is_pointed_at_another_base(hub: OctoFake, repo: Repository, api: Client):
    pull = propose(hub, repo)
    repo.create_branch("next")
    pull.retarget("next")
    assert api.get_pull(pull.number).base.ref == "next"
    second = api.create_pull(base="main", head="bot/issue-1", title="Into the other", body="")
    repo.commit({"LICENSE": "MIT"}, branch="next")
    assert pull.base_sha == repo.branches["next"] != second.base.sha


def test_pull_requests_are_found_by_head_and_state(hub: OctoFake, repo: Repository, api: Client):
    pull = propose(hub, repo)
    propose(hub, repo, "bot/issue-2")
    pull.close(by=hub.user("octo"))
    assert [p.number for p in api.get_pulls(state="all", head="octo:bot/issue-1")] == [pull.number]
    assert [p.number for p in api.get_pulls()] == [2]


@pytest.mark.models("`GitHub Actions is not permitted to create or approve pull requests.` (403)")
def test_actions_may_be_forbidden_to_open_pull_requests(repo: Repository, api: Client):
    repo.actions_may_open_pull_requests = False
    repo.commit({"README.md": "new\n"}, branch="bot/issue-1")
    with refused(403, "GitHub Actions is not permitted to create or approve pull requests."):
        api.create_pull(base="main", head="bot/issue-1", title="New")


@pytest.mark.models(
    "the Actions settings need the `administration` permission, which a workflow's token cannot have"
)
def test_the_settings_are_hidden_from_a_workflow(repo: Repository, api: Client):
    url = f"{api.url}/actions/permissions/workflow"
    with refused(403, "Resource not accessible by integration"):
        api.requester.requestJsonAndCheck("GET", url)
    repo.permissions["administration"] = "read"
    assert api.requester.requestJsonAndCheck("GET", url)[1]["can_approve_pull_request_reviews"]


@pytest.mark.models(
    "timelines: labeled, unlabeled, closed (with closer and reason), reopened, merged, draft, ready, "
    "force-pushed, head deleted"
)
def test_a_pull_request_follows_its_branch(
    hub: OctoFake, repo: Repository, api: Client, gh: Github
):
    pull = propose(hub, repo)
    old, new = pull.head_sha, commit_file(api, "other\n", repo.branches["main"])
    ref_at(api, "heads/bot/issue-1").edit(new, force=True)
    event = "... on HeadRefForcePushedEvent { actor { login } beforeCommit { oid } afterCommit { oid } }"
    items = f"timelineItems(itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT], last: 1) {{ nodes {{ {event} }} }}"
    shown = ask(gh, f"pullRequest(number: 1) {{ headRefOid state {items} }}")["pullRequest"]
    assert (shown["headRefOid"], shown["state"]) == (new, "OPEN")
    assert shown["timelineItems"]["nodes"] == [
        {
            "actor": {"login": "github-actions"},
            "beforeCommit": {"oid": old},
            "afterCommit": {"oid": new},
        }
    ]


@pytest.mark.models(
    "deleting the head branch closes the pull request; it can be reopened once the branch is back at a descendant"
)
def test_deleting_the_head_branch_closes_and_forbids_reopening(
    hub: OctoFake, repo: Repository, api: Client
):
    pull = propose(hub, repo)
    ref_at(api, "heads/bot/issue-1").delete()
    assert (pull.state, pull.closed_by) == ("closed", hub.viewer)
    with refused(422, "state cannot be changed. The bot/issue-1 branch has been deleted."):
        api.get_pull(pull.number).edit(state="open")
    repo.create_branch("bot/issue-1", at=pull.head_sha)
    api.get_pull(pull.number).edit(state="open")
    assert pull.state == "open"


@pytest.mark.models(
    "a head branch that gets to its base, even for a moment, closes its pull request for good"
)
def test_moving_the_head_to_the_base_closes_for_good(hub: OctoFake, repo: Repository, api: Client):
    pull = propose(hub, repo)
    good = pull.head_sha
    ref = ref_at(api, "heads/bot/issue-1")
    ref.edit(repo.branches["main"], force=True)
    assert pull.state == "closed"
    ref.edit(good, force=True)
    with refused(422, "There are no new commits on the bot/issue-1 branch."):
        api.get_pull(pull.number).edit(state="open")


@pytest.mark.models("a closed pull request whose branch was force-pushed cannot be reopened")
def test_no_reopening_after_a_force_push(hub: OctoFake, repo: Repository, api: Client):
    pull = propose(hub, repo)
    pull.close(by=hub.viewer)
    repo.create_branch("bot/issue-1", at=commit_file(api, "other\n", repo.branches["main"]))
    with refused(
        422, "state cannot be changed. The bot/issue-1 branch was force-pushed or recreated."
    ):
        api.get_pull(pull.number).edit(state="open", body="not kept")
    assert pull.body == "Closes #1"


@pytest.mark.models(
    "`close/fix/resolve #n`, `owner/repo#n` or an address, in a merged pull request or a commit on the "
    "default branch, closes the issue"
)
def test_merging_closes_the_issue(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    pull = propose(hub, repo)
    pull.merge(by=hub.user("mia"))
    repo.delete_branch("bot/issue-1")
    assert repo.text("README.md").endswith("| c | d |\n")
    assert issue.state == "closed"
    fields = "state mergedBy { login } mergeCommit { oid } headRef { id }"
    assert ask(gh, f"pullRequest(number: 2) {{ {fields} }}")["pullRequest"] == {
        "state": "MERGED",
        "mergedBy": {"login": "mia"},
        "mergeCommit": {"oid": repo.branches["main"]},
        "headRef": None,
    }
    event = "... on ClosedEvent { actor { login } closer { ... on PullRequest { number } } }"
    items = f"timelineItems(itemTypes: [CLOSED_EVENT], last: 1) {{ nodes {{ {event} }} }}"
    closed = ask(gh, f"issue(number: 1) {{ {items} }}")["issue"]["timelineItems"]["nodes"]
    assert closed == [{"actor": {"login": "mia"}, "closer": {"number": 2}}]


def test_a_merged_pull_request_stays_merged(hub: OctoFake, repo: Repository, api: Client):
    pull = propose(hub, repo, body="")
    pull.merge(by=hub.user("mia"), method="squash")
    with refused(422, "state cannot be changed."):
        api.get_pull(pull.number).edit(state="open")


@pytest.mark.models(
    "merging takes the changes of both sides; changes that overlap or touch conflict"
)
def test_merging_takes_both_sides_or_conflicts(hub: OctoFake, repo: Repository, api: Client):
    repo.commit({"README.md": "a\nb\nc\nd\ne\n"})
    repo.commit({"README.md": "a\nb\nc\nd\nE\n"}, branch="far")
    repo.commit({"README.md": "a\nB\nc\nd\ne\n"}, branch="near")
    far, near = (repo.open_pull_request(hub.viewer, branch, branch) for branch in ("far", "near"))
    repo.commit({"README.md": "A\nb\nc\nd\ne\n"})
    assert (api.get_pull(far.number).mergeable, api.get_pull(near.number).mergeable) == (
        True,
        False,
    )
    far.merge(by=hub.user("mia"))
    assert repo.text("README.md") == "A\nb\nc\nd\nE\n"
    with pytest.raises(octofake.GitHubError, match="conflicts"):
        near.merge(by=hub.user("mia"))


@pytest.mark.models("commits that reach the base by a push make the pull request merged")
def test_pushing_the_commits_to_the_base_merges(hub: OctoFake, repo: Repository):
    pull = propose(hub, repo)
    repo.create_branch("main", at="bot/issue-1", by=hub.user("mia"))
    assert pull.merged
    assert pull.merged_by is hub.user("mia")


@pytest.mark.models(
    "`close/fix/resolve #n`, `owner/repo#n` or an address, in a merged pull request or a commit on the "
    "default branch, closes the issue"
)
@pytest.mark.parametrize(
    "named", ["fixes octo/list#1", "Resolved: #1", "closes https://github.com/octo/list/issues/1"]
)
def test_a_commit_message_closes_an_issue(
    hub: OctoFake, repo: Repository, issue: Issue, named: str
):
    repo.commit({"a.md": "x"}, message=f"Tidy up\n\n{named}", author=hub.user("mia"))
    assert issue.state == "closed"


@pytest.mark.models(
    "updateRefs moves, makes and deletes branches, each only from where it is said to be (the wording of its "
    "refusal is a guess)"
)
def test_branches_move_only_from_where_they_are_said_to_be(
    hub: OctoFake, repo: Repository, api: Client
):
    first = repo.branches["main"]
    second = repo.commit({"new": "text"}, message="Second", branch="side")
    update = "mutation Move($update: UpdateRefsInput!) { updateRefs(input: $update) { clientMutationId } }"

    def move(before: str, after: str) -> None:
        refs = [{"name": "refs/heads/side", "beforeOid": before, "afterOid": after, "force": True}]
        api._requester.graphql_query(
            update, {"update": {"repositoryId": repo.node_id, "refUpdates": refs}}
        )

    with pytest.raises(GithubException):
        move(first, first)
    assert repo.branches["side"] == second
    move(second, first)
    assert repo.branches["side"] == first
    move(first, "0" * 40)
    assert "side" not in repo.branches
    move("0" * 40, second)
    assert repo.branches["side"] == second


def mutate(gh: Github, *steps: tuple[str, dict], selection: str = "clientMutationId") -> dict:
    """Send mutations as one document; the whole answer, with its errors."""
    names = [f"{name[0].upper()}{name[1:]}Input!" for name, _ in steps]
    parameters = ", ".join(f"$i{n}: {name}" for n, name in enumerate(names))
    fields = " ".join(
        f"m{n}: {name}(input: $i{n}) {{ {selection} }}" for n, (name, _) in enumerate(steps)
    )
    given = {
        "query": f"mutation M({parameters}) {{ {fields} }}",
        "variables": {f"i{n}": argument for n, (_, argument) in enumerate(steps)},
    }
    return gh.requester.requestJsonAndCheck("POST", gh.requester.graphql_url, input=given)[1]


def new_branch(repo: Repository, name: str = "side") -> tuple[str, dict]:
    given = {"repositoryId": repo.node_id, "name": f"refs/heads/{name}"}
    return "createRef", given | {"oid": repo.branches["main"]}


def new_commit(parent: str, branch: str = "side") -> tuple[str, dict]:
    contents = base64.b64encode(b"new\n").decode()
    given = {
        "branch": {"repositoryNameWithOwner": "octo/list", "branchName": branch},
        "expectedHeadOid": parent,
        "message": {"headline": "New", "body": "All new"},
        "fileChanges": {"additions": [{"path": "README.md", "contents": contents}]},
    }
    return "createCommitOnBranch", given


def new_pull(repo: Repository) -> tuple[str, dict]:
    given = {"repositoryId": repo.node_id, "baseRefName": "main", "headRefName": "side"}
    return "createPullRequest", given | {"title": "New"}


@pytest.mark.models(
    "the mutations of one document run in their order, each on its own: one can be refused and the others done"
)
def test_mutations_of_a_document_are_done_each_on_its_own(hub, repo, gh):
    main = repo.branches["main"]
    answer = mutate(gh, new_branch(repo), new_commit("0" * 40), new_branch(repo, "other"))
    assert [error["path"] for error in answer["errors"]] == [["m1"]]
    assert answer["data"]["m1"] is None
    assert (repo.branches["side"], repo.branches["other"]) == (main, main)
    hub.fault(Refusal("createRef", "FORBIDDEN", "No"))
    answer = mutate(gh, new_branch(repo, "third"), new_commit(main))
    assert answer["errors"][0]["message"] == "No"
    assert "third" not in repo.branches
    assert repo.branches["side"] != main


@pytest.mark.models(
    "createCommitOnBranch appends to a branch that is where it is said to be (`STALE_DATA`), signed by GitHub"
)
def test_a_commit_is_appended_to_a_branch(hub, repo, gh):
    main = repo.branches["main"]
    mutate(gh, new_branch(repo), new_commit(main))
    tip = repo.objects.commit(repo.branches["side"])
    assert tip.message == b"New\n\nAll new"
    assert tip.author.startswith(hub.viewer.login.encode())
    assert tip.gpgsig
    assert repo.text("README.md", "side") == "new\n"
    assert mutate(gh, new_commit(main))["errors"][0]["type"] == "STALE_DATA"


@pytest.mark.models(
    "a pull request, its texts, comments and labels can be written by GraphQL; a label that is not there is taken "
    "off without a complaint (a guess)"
)
def test_texts_are_written_by_graphql(repo, gh, issue):
    mutate(gh, new_branch(repo), new_commit(repo.branches["main"]), new_pull(repo))
    (pull,) = repo.pull_requests()
    label = {"labelableId": pull.node_id, "labelIds": [repo.label("invalid").node_id]}
    mutate(
        gh,
        ("updatePullRequest", {"pullRequestId": pull.node_id, "title": "Other", "body": "Text"}),
        ("addLabelsToLabelable", label),
        ("addComment", {"subjectId": issue.node_id, "body": "Hello"}),
        ("closePullRequest", {"pullRequestId": pull.node_id}),
    )
    assert (pull.title, pull.body, pull.state) == ("Other", "Text", "closed")
    assert pull.label_names == ["invalid"]
    (comment,) = issue.comments
    mutate(gh, ("updateIssueComment", {"id": comment.node_id, "body": "Hi"}))
    assert comment.body == "Hi"
    assert "errors" not in mutate(
        gh,
        ("removeLabelsFromLabelable", label),
        ("removeLabelsFromLabelable", label),
        ("deleteIssueComment", {"id": comment.node_id}),
    )
    assert (pull.label_names, issue.comments) == ([], [])


@pytest.mark.models(
    "a ruleset refuses with `Repository rule violations found` (REST 422 and 409; in GraphQL its type is a guess)"
)
def test_a_ruleset_refuses(repo, gh, api):
    repo.rules = {"creation", "deletion"}
    with refused(422, "creations being restricted"):
        api.create_git_ref("refs/heads/side", repo.branches["main"])
    answer = mutate(gh, new_branch(repo))
    assert "Repository rule violations found" in answer["errors"][0]["message"]
    repo.create_branch("side")
    repo.rules = {"update"}
    moved = {"sha": repo.commit({"new": "text"}), "force": True}
    with refused(409, "Repository rule violations found"):
        gh.requester.requestJsonAndCheck(
            "PATCH", "/repos/octo/list/git/refs/heads/side", input=moved
        )


@pytest.mark.models("where pull requests are for collaborators: `must be a collaborator`")
def test_pull_requests_can_be_for_collaborators(repo, gh, api):
    repo.collaborators_only = True
    repo.commit({"new": "text"}, branch="side")
    with refused(422, "must be a collaborator"):
        api.create_pull("main", "side", title="New")
    assert mutate(gh, new_pull(repo))["errors"][0]["message"] == "must be a collaborator"


@pytest.mark.models(
    "a query for too much ends in `RESOURCE_LIMITS_EXCEEDED` (how much that is, is the test's choice)"
)
def test_a_query_can_ask_for_too_much(hub, repo, gh):
    hub.world.node_limit = 50
    ask(gh, "issues(first: 50) { nodes { number } }")
    with refused(400, "RESOURCE_LIMITS_EXCEEDED"):
        ask(gh, "issues(first: 51) { nodes { number } }")


@pytest.mark.models(
    "`mergeStateStatus` is DIRTY in a conflict, and BEHIND where branches must be up to date"
)
def test_what_is_in_the_way_of_a_merge(repo, gh):
    repo.commit({"README.md": README + "| c | d |\n"}, branch="side")
    pull = repo.open_pull_request(repo.owner, "side", "New")

    def status() -> str:
        return ask(gh, f"pullRequest(number: {pull.number}) {{ mergeStateStatus }}")["pullRequest"][
            "mergeStateStatus"
        ]

    assert status() == "CLEAN"
    repo.commit({"other": "text"})
    assert status() == "CLEAN"
    repo.needs_up_to_date_branches = True
    assert status() == "BEHIND"
    repo.commit({"README.md": README + "| e | f |\n"})
    assert status() == "DIRTY"
    pull.close()
    assert status() == "UNKNOWN"


@pytest.mark.models(
    "settings: which actions may run, approval of forks' runs, rules for a branch, who may open pull requests"
)
def test_settings_of_2026(repo, gh, api):
    repo.permissions["administration"] = "read"
    repo.collaborators_only, repo.rules = True, {"update"}

    def get(path: str) -> Any:
        return gh.requester.requestJsonAndCheck("GET", f"/repos/octo/list{path}")[1]

    assert get("")["pull_request_creation_policy"] == "collaborators_only"
    assert get("/actions/permissions")["allowed_actions"] == "all"
    forks = get("/actions/permissions/fork-pr-contributor-approval")
    assert forks["approval_policy"] == "first_time_contributors"
    assert [rule["type"] for rule in get("/rules/branches/bot%2Fissue-1")] == ["update"]
    assert [rule["type"] for rule in get("/rules/branches/main")] == ["pull_request"]


@pytest.mark.models("an edit of a body tells its editor and its time; one of a title is an event")
def test_who_has_edited_what(hub, issue, gh):
    fields = """issue(number: 1) { lastEditedAt editor { login } }"""
    issue.edit(title="Other", by=hub.user("grace"))
    assert ask(gh, fields)["issue"] == {"lastEditedAt": None, "editor": None}
    assert issue.timeline[-1].kind == "RenamedTitleEvent"
    issue.edit(body="Other", by=hub.user("grace"))
    assert ask(gh, fields)["issue"]["editor"] == {"login": "grace"}


@pytest.mark.models("a review has a text, a state and a time of its own, and is no comment")
def test_reviews(hub: OctoFake, repo: Repository, gh: Github):
    repo.commit({"new.txt": "new"}, branch="topic")
    pull = repo.open_pull_request(hub.viewer, "topic", "Title")
    for state in ("COMMENTED", "CHANGES_REQUESTED"):
        pull.review(state.title(), by=hub.user("ada"), state=state)
    fields = """pullRequest(number: 1) {
      comments(last: 1) { totalCount }
      reviews(last: 1) { totalCount nodes { body state submittedAt author { login } } }
      wanted: reviews(first: 5, states: [COMMENTED], author: "ada") { nodes { body } }
      others: reviews(first: 5, author: "grace") { totalCount }
    }"""
    found = ask(gh, fields)["pullRequest"]
    assert (found["comments"], found["others"]) == ({"totalCount": 0}, {"totalCount": 0})
    assert found["wanted"]["nodes"] == [{"body": "Commented"}]
    (latest,) = found["reviews"]["nodes"]
    assert (found["reviews"]["totalCount"], latest.pop("submittedAt")[:2]) == (2, "20")
    assert latest == {
        "body": "Changes_Requested",
        "state": "CHANGES_REQUESTED",
        "author": {"login": "ada"},
    }


@pytest.mark.models("an issue can be opened, edited, closed and opened again by GraphQL")
def test_an_issue_by_graphql(hub: OctoFake, repo: Repository, gh: Github):
    def mutate(name: str, kind: str, **fields: str) -> int:
        document = (
            f"mutation M($input: {kind}!) {{ {name}(input: $input) {{ issue {{ number }} }} }}"
        )
        _, data = gh.requester.graphql_query(document, {"input": fields})
        return data["data"][name]["issue"]["number"]

    number = mutate("createIssue", "CreateIssueInput", repositoryId=repo.node_id, title="One")
    opened = repo.issues_and_pulls[number]
    assert (opened.author, opened.title, opened.body) == (hub.viewer, "One", None)
    for state in ("CLOSED", "OPEN"):
        mutate("updateIssue", "UpdateIssueInput", id=opened.node_id, body="Two", state=state)
        assert (opened.title, opened.body, opened.state) == ("One", "Two", state.lower())
    repo.permissions.pop("issues")
    with refused(400, "Resource not accessible"):
        mutate("updateIssue", "UpdateIssueInput", id=opened.node_id, body="Three")
    assert opened.body == "Two"


@pytest.mark.models("draft and ready are GraphQL mutations")
def test_draft_and_ready(hub: OctoFake, repo: Repository, api: Client):
    pull = propose(hub, repo)
    shown = api.get_pull(pull.number)
    shown.convert_to_draft()
    assert pull.draft
    shown.mark_ready_for_review()
    assert not pull.draft


@pytest.mark.models(
    "a private repository on a plan without drafts refuses to convert: `... does not have permission to "
    "convert ... to draft.`"
)
def test_without_drafts_none_is_made(hub: OctoFake, repo: Repository, api: Client):
    pull, repo.has_drafts = propose(hub, repo), False
    with refused(400, "to draft."):
        api.get_pull(pull.number).convert_to_draft()
    assert not pull.draft


def test_a_pull_request_from_a_fork(hub: OctoFake, repo: Repository, gh: Github):
    fork = repo.fork(hub.user("ada"))
    fork.commit({"README.md": "mine\n"}, branch="bot/issue-1", author=hub.user("ada"))
    repo.open_pull_request(hub.user("ada"), "bot/issue-1", "Mine", fork=fork)
    fields = "isCrossRepository viewerDidAuthor headRepositoryOwner { login }"
    shown = ask(
        gh, f'pullRequests(headRefName: "bot/issue-1", first: 5) {{ nodes {{ {fields} }} }}'
    )
    assert shown["pullRequests"]["nodes"] == [
        {
            "isCrossRepository": True,
            "viewerDidAuthor": False,
            "headRepositoryOwner": {"login": "ada"},
        }
    ]
    assert [
        pull.head.label for pull in gh.get_repo("octo/list").get_pulls(head="ada:bot/issue-1")
    ] == ["ada:bot/issue-1"]


# Issues, comments, labels


def test_an_issue_is_read_and_changed(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    shown = api.get_issue(1)
    assert (shown.user.login, [label.name for label in shown.labels]) == ("ada", ["new-charger"])
    shown.edit(title="Other", state="closed", state_reason="not_planned", labels=["invalid"])
    assert (issue.title, issue.state_reason, issue.label_names) == (
        "Other",
        "not_planned",
        ["invalid"],
    )
    shown.edit(state="open")
    assert issue.state == "open"


@pytest.mark.models("a form's unknown label is dropped silently; REST makes an unknown label")
def test_a_forms_unknown_label_is_dropped_silently(hub: OctoFake, repo: Repository):
    assert repo.open_issue(hub.user("ada"), "T", "B", labels=["nope", "invalid"]).label_names == [
        "invalid"
    ]


def test_issues_are_listed_with_pull_requests(
    hub: OctoFake, repo: Repository, issue: Issue, api: Client
):
    propose(hub, repo)
    repo.open_issue(hub.user("ada"), "Second", None).close()
    assert [(i.number, i.pull_request is not None) for i in api.get_issues()] == [
        (2, True),
        (1, False),
    ]
    assert [
        i.number for i in api.get_issues(state="all", labels=["new-charger"], direction="asc")
    ] == [1]


@pytest.mark.models("REST pages with `Link`; GraphQL cursors stay valid when items come and go")
def test_long_lists_come_in_pages(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    for number in range(45):
        issue.comment(f"comment {number}", by=hub.user("ada"))
    assert [comment.body for comment in api.get_issue(1).get_comments()] == [
        f"comment {n}" for n in range(45)
    ]


def test_a_comment_is_written_changed_and_deleted(hub: OctoFake, issue: Issue, api: Client):
    comment = api.get_issue(1).create_comment("first")
    comment.edit("second")
    assert [(c.body, c.author, c.id) for c in issue.comments] == [
        ("second", hub.viewer, comment.id)
    ]
    comment.delete()
    assert issue.comments == []
    with refused(404, "Not Found"):
        comment.edit("third")


@pytest.mark.models("bodies hold 65,536 characters (422, with another wording for comments)")
def test_bodies_have_a_limit(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    issue.edit(body="x" * 65_536)
    with refused(422, "Body is too long (maximum is 65536 characters)"):
        api.get_issue(1).create_comment("x" * 65_537)
    with refused(422, "body is too long (maximum is 65536 characters)"):
        api.get_issue(1).edit(body="x" * 65_537)
    repo.commit({"README.md": "x"}, branch="b")
    with refused(422, "body is too long (maximum is 65536 characters)"):
        api.create_pull(base="main", head="b", title="T", body="x" * 65_537)
    with refused(422, "Body cannot be blank"):
        api.get_issue(1).create_comment(" ")


@pytest.mark.models(
    "locked: `Unable to create comment because issue is locked.` (403), but not for collaborators"
)
def test_a_locked_issue_takes_no_comment_but_of_collaborators(
    hub: OctoFake, repo: Repository, issue: Issue, api: Client
):
    issue.lock()
    with refused(403, "Unable to create comment because issue is locked."):
        api.get_issue(1).create_comment("hello")
    hub.viewer = hub.user("mia")
    repo.add_collaborator(hub.viewer)
    api.get_issue(1).create_comment("hello")
    assert len(issue.comments) == 1


@pytest.mark.models(
    "deleted: 410; transferred: 301 to `/repositories/ID/...`; GraphQL finds neither"
)
def test_a_deleted_issue_is_gone(issue: Issue, api: Client, gh: Github):
    issue.delete()
    with refused(410, "This issue was deleted"):
        _ = api.get_issue(1).title
    with pytest.raises(
        github.UnknownObjectException, match="Could not resolve to an Issue with the number of 1"
    ):
        ask(gh, "issue(number: 1) { id }")


@pytest.mark.models(
    "deleted: 410; transferred: 301 to `/repositories/ID/...`; GraphQL finds neither"
)
def test_a_transferred_issue_redirects(hub: OctoFake, issue: Issue, api: Client, gh: Github):
    other = hub.repository("octo/other")
    other.permissions = {}
    issue.transfer(to=other)
    assert api.get_issue(1).title == "Add a charger"
    assert api.get_issue(1).html_url == "https://github.com/octo/other/issues/1"
    with refused(403, "Resource not accessible by integration"):
        api.get_issue(1).create_comment("hello")
    with pytest.raises(github.UnknownObjectException):
        ask(gh, "issue(number: 1) { id }")


@pytest.mark.models("a form's unknown label is dropped silently; REST makes an unknown label")
def test_labels_on_an_issue(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    shown = api.get_issue(1)
    shown.add_to_labels("INVALID", "brand new")
    assert issue.label_names == ["new-charger", "invalid", "brand new"]
    assert repo.label("Brand New")
    shown.remove_from_labels("new-charger")
    with refused(404, "Label does not exist"):
        shown.remove_from_labels("new-charger")
    shown.set_labels("new-charger")
    assert [label.name for label in shown.get_labels()] == ["new-charger"]


@pytest.mark.models("names of labels ignore case")
def test_labels_of_the_repository(repo: Repository, api: Client):
    api.create_label("needs-info", "d876e3", "Something is missing")
    with refused(422, "already_exists"):
        api.create_label("Needs-Info", "d876e3")
    api.get_label("needs-info").edit("needs-info", "ffffff")
    assert [(label.name, label.color) for label in api.get_labels()][-1] == (
        "new-charger",
        "ededed",
    )
    assert api.get_label("NEEDS-INFO").color == "ffffff"
    with refused(404, "Not Found"):
        _ = api.get_label("nope").color


# Tokens and settings


@pytest.mark.models(
    "a missing `permissions:` entry: `Resource not accessible by integration` (403); reading stays possible"
)
def test_a_permission_is_missing(repo: Repository, issue: Issue, api: Client, gh: Github):
    repo.permissions = {"contents": "write"}
    with refused(403, "Resource not accessible by integration"):
        api.get_issue(1).create_comment("hello")
    api.create_git_blob("hi", "utf-8")
    assert ask(gh, "issue(number: 1) { title }") == {"issue": {"title": "Add a charger"}}


@pytest.mark.models(
    "issues turned off: 410, `Issues are disabled for this repo`; GraphQL finds none and lists none; pull requests stay"
)
def test_issues_are_turned_off(
    hub: OctoFake, repo: Repository, issue: Issue, api: Client, gh: Github
):
    pull = propose(hub, repo)
    repo.has_issues = False
    with refused(410, "Issues are disabled for this repo"):
        api.get_issue(issue.number).update()
    with refused(410, "Issues are disabled for this repo"):
        api.get_issue(issue.number).create_comment("hello")
    with refused(410, "Issues are disabled for this repo"):
        list(api.get_issues())
    api.get_issue(pull.number).add_to_labels("invalid")
    for field in ("issue", "issueOrPullRequest"):
        with pytest.raises(github.UnknownObjectException, match=f"number of {issue.number}"):
            ask(gh, f"{field}(number: {issue.number}) {{ __typename }}")
    seen = ask(
        gh,
        "hasIssuesEnabled issues(first: 9) { totalCount } pullRequests(first: 9) { nodes { number } }",
    )
    assert seen == {
        "hasIssuesEnabled": False,
        "issues": {"totalCount": 0},
        "pullRequests": {"nodes": [{"number": pull.number}]},
    }


@pytest.mark.models("archived: `Repository was archived so is read-only.` (403)")
def test_an_archived_repository_is_read_only(
    repo: Repository, issue: Issue, api: Client, gh: Github
):
    repo.archived = True
    with refused(403, "Repository was archived so is read-only."):
        api.get_issue(1).create_comment("hello")
    assert ask(gh, "isArchived") == {"isArchived": True}


@pytest.mark.models("another token than the viewer's: `Bad credentials` (401)")
def test_a_token_that_is_not_valid(hub: OctoFake, api: Client, gh: Github):
    hub.revoke_token()
    with pytest.raises(github.BadCredentialsException):
        _ = api.description
    with pytest.raises(github.BadCredentialsException):
        ask(gh, "id")


@pytest.mark.models("another token than the viewer's: `Bad credentials` (401)")
@pytest.mark.parametrize(
    ("authorization", "status", "words"),
    [
        (None, 401, "Requires authentication"),
        ("secret", 401, "Bad credentials"),
        ("Bearer ", 401, "Bad credentials"),
        ("Bearer other", 401, "Bad credentials"),
        ("Bearer secret", 200, None),
        ("token secret", 200, None),
    ],
)
@pytest.mark.parametrize("path", ["/repos/octo/list", "/graphql"])
def test_only_the_viewers_token_is_good(
    gh: Github, path: str, authorization: str, status: int, words: str
):
    query = {"query": "{ viewer { login } }"} if path == "/graphql" else None
    headers = {"Authorization": authorization}  # None is sent as no header
    method = "POST" if query else "GET"
    reported = requests.request(
        method, f"https://api.github.com{path}", json=query, headers=headers, timeout=1
    )
    assert (reported.status_code, reported.json().get("message")) == (status, words)


def test_the_token_may_be_another(hub: OctoFake, api: Client):
    hub.token = "other"
    with pytest.raises(github.BadCredentialsException):
        _ = api.description


@pytest.mark.models("an unknown `X-GitHub-Api-Version`: `... is not a supported version.` (400)")
def test_a_version_that_github_does_not_have(hub: OctoFake, repo: Repository):
    def asked(version: str) -> requests.Response:
        headers = {"Authorization": "Bearer secret", "X-GitHub-Api-Version": version}
        return requests.get("https://api.github.com/repos/octo/list", headers=headers, timeout=1)

    with hub.in_process():
        assert asked("2022-11-28").status_code == 200
        assert asked("v3").status_code == 400
        assert '"v3", is not a supported version.' in asked("v3").json()["message"]
    with pytest.raises(Violation, match="not modelled"), hub.in_process():
        asked("2026-03-10")


def test_a_repository_that_is_not_there(gh: Github):
    with refused(404, "Not Found"):
        _ = gh.get_repo("octo/nope").description
    with pytest.raises(
        github.UnknownObjectException, match="Could not resolve to a Repository with the name 'a/b'"
    ):
        gh.requester.graphql_query('{ repository(owner: "a", name: "b") { id } }', {})


def test_the_rate_limit_and_the_repository(api: Client, gh: Github):
    assert gh.get_rate_limit().rate.limit == 5000
    assert (api.default_branch, api.archived, api.full_name) == ("main", False, "octo/list")


# GraphQL


def test_everything_in_one_query(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    propose(hub, repo)
    issue.comment("hello", by=hub.viewer)
    shown = ask(
        gh,
        """
        nameWithOwner
        defaultBranchRef { name target { oid ... on Commit { tree { oid } file(path: "README.md") {
          oid object { ... on Blob { text byteSize isTruncated isBinary } } } } } }
        issue(number: 1) { state title author { __typename login ... on User { databaseId } } authorAssociation
          labels(first: 10) { totalCount nodes { name } }
          comments(first: 10) { nodes { databaseId fullDatabaseId viewerDidAuthor author { __typename login } url } }
          closedByPullRequestsReferences(first: 5) { nodes { number } } }
        pullRequests(headRefName: "bot/issue-1", states: [OPEN], first: 5) { nodes { number isDraft headRefOid
          baseRefName commits(first: 2) { totalCount nodes { commit { oid message
            author { name email user { login } } signature { isValid wasSignedByGitHub } } } } } }
        """,
    )
    target = shown["defaultBranchRef"]["target"]
    assert (target["oid"], target["file"]["object"]["text"]) == (repo.branches["main"], README)
    assert shown["issue"]["author"] == {
        "__typename": "User",
        "login": "ada",
        "databaseId": hub.user("ada").id,
    }
    assert shown["issue"]["comments"]["nodes"][0]["viewerDidAuthor"]
    assert shown["issue"]["closedByPullRequestsReferences"]["nodes"] == [{"number": 2}]
    (pull,) = shown["pullRequests"]["nodes"]
    assert pull["commits"]["nodes"][0]["commit"]["author"]["user"]["login"] == "github-actions[bot]"


@pytest.mark.models(
    "an app's login has no `[bot]` as a GraphQL `Bot`, but has it in REST, as `viewer` and as a commit's `user`"
)
def test_a_bots_login_has_no_suffix_in_graphql(hub: OctoFake, issue: Issue, gh: Github):
    issue.comment("hello", by=hub.viewer)
    author = ask(
        gh, "issue(number: 1) { comments(last: 1) { nodes { author { __typename login } } } }"
    )
    assert author["issue"]["comments"]["nodes"] == [
        {"author": {"__typename": "Bot", "login": "github-actions"}}
    ]
    _, answer = gh.requester.graphql_query("{ viewer { login } }", {})
    assert answer["data"]["viewer"]["login"] == "github-actions[bot]"


@pytest.mark.models("a deleted account is null in GraphQL and `ghost` in REST")
def test_a_deleted_account_is_nobody(hub: OctoFake, issue: Issue, gh: Github):
    hub.user("ada").delete()
    assert ask(gh, "issue(number: 1) { author { login } }") == {"issue": {"author": None}}
    assert gh.get_repo("octo/list").get_issue(1).user.login == "ghost"


@pytest.mark.models(
    "timelines: labeled, unlabeled, closed (with closer and reason), reopened, merged, draft, ready, "
    "force-pushed, head deleted"
)
def test_the_timeline(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    mia = hub.user("mia")
    issue.remove_label("new-charger", by=mia)
    issue.add_label("new-charger", by=mia)
    issue.close(by=mia, reason="not_planned")
    issue.reopen(by=mia)
    kinds = "itemTypes: [LABELED_EVENT, UNLABELED_EVENT, CLOSED_EVENT, REOPENED_EVENT]"
    labels = "... on LabeledEvent { label { name } } ... on ClosedEvent { stateReason actor { login } createdAt }"
    items = ask(
        gh,
        f"issue(number: 1) {{ timelineItems({kinds}, last: 4) {{ totalCount nodes {{ __typename {labels} }} }} }}",
    )
    found = items["issue"]["timelineItems"]
    assert found["totalCount"] == 5
    assert [node["__typename"] for node in found["nodes"]] == [
        "UnlabeledEvent",
        "LabeledEvent",
        "ClosedEvent",
        "ReopenedEvent",
    ]
    assert found["nodes"][2]["stateReason"] == "NOT_PLANNED"


@pytest.mark.models(
    "timelines: labeled, unlabeled, closed (with closer and reason), reopened, merged, draft, ready, "
    "force-pushed, head deleted"
)
def test_the_timeline_of_a_pull_request(hub: OctoFake, repo: Repository, gh: Github):
    pull = propose(hub, repo)
    pull.convert_to_draft(by=hub.viewer)
    pull.mark_ready(by=hub.viewer)
    pull.merge(by=hub.user("mia"))
    repo.delete_branch("bot/issue-1")
    kinds = "CONVERT_TO_DRAFT_EVENT, READY_FOR_REVIEW_EVENT, MERGED_EVENT, HEAD_REF_DELETED_EVENT"
    items = ask(
        gh,
        f"pullRequest(number: 1) {{ timelineItems(itemTypes: [{kinds}], last: 9) {{ nodes {{ __typename }} }} }}",
    )
    assert [node["__typename"] for node in items["pullRequest"]["timelineItems"]["nodes"]] == [
        "ConvertToDraftEvent",
        "ReadyForReviewEvent",
        "MergedEvent",
        "HeadRefDeletedEvent",
    ]


@pytest.mark.models("REST pages with `Link`; GraphQL cursors stay valid when items come and go")
def test_pages_stay_valid_when_items_go(hub: OctoFake, repo: Repository, gh: Github):
    opened = [repo.open_issue(hub.user("ada"), f"Issue {number}", None) for number in range(1, 6)]
    query = "issues(states: [OPEN], first: 2 %s) { nodes { number } pageInfo { endCursor hasNextPage } totalCount }"
    first = ask(gh, query % "")["issues"]
    assert first["pageInfo"]["hasNextPage"]
    opened[0].close()
    second = ask(gh, query % f'after: "{first["pageInfo"]["endCursor"]}"')["issues"]
    assert [node["number"] for node in second["nodes"]] == [3, 4]
    newest = ask(
        gh, "issues(last: 1, orderBy: {field: CREATED_AT, direction: DESC}) { nodes { number } }"
    )
    assert newest["issues"]["nodes"] == [{"number": 1}]


@pytest.mark.models(
    "`closedByPullRequestsReferences`: the pull requests into the default branch whose text says that they close the "
    "issue: those that are open, with `includeClosedPrs` all"
)
def test_which_pull_requests_close_an_issue(
    hub: OctoFake, repo: Repository, issue: Issue, gh: Github
):
    ada = hub.user("ada")
    closed, merged, opened, elsewhere = (propose(hub, repo, f"branch-{n}") for n in range(4))
    propose(hub, repo, "branch-4", body="See #1")
    repo.fork(ada).commit({"README.md": "mine"}, branch="mine", author=ada)
    strangers = repo.open_pull_request(ada, "mine", "Mine", "Fixes #1", fork=repo.forks[0])
    repo.create_branch("next")
    elsewhere.retarget("next")
    closed.close(by=ada)
    merged.merge(by=ada)

    def closing(argument: str) -> list[tuple[int, str]]:
        found = ask(
            gh,
            f"issue(number: 1) {{ closedByPullRequestsReferences(last: 9{argument}) {{ ...P }} }}",
            PULLS,
        )
        nodes = found["issue"]["closedByPullRequestsReferences"]["nodes"]
        return [(node["number"], node["state"]) for node in nodes]

    still_open = [(opened.number, "OPEN"), (strangers.number, "OPEN")]
    assert closing("") == closing(", includeClosedPrs: false") == still_open
    others = [(closed.number, "CLOSED"), (merged.number, "MERGED")]
    assert closing(", includeClosedPrs: true") == others + still_open


@pytest.mark.models("`authorAssociation`: the owner is OWNER, others as a test says, else NONE")
def test_what_an_author_is_to_the_repository(
    hub: OctoFake, repo: Repository, issue: Issue, gh: Github
):
    def association(number: int) -> str:
        return ask(gh, f"issue(number: {number}) {{ authorAssociation }}")["issue"][
            "authorAssociation"
        ]

    own = repo.open_issue(repo.owner, "Mine", "")
    assert (association(own.number), association(issue.number)) == ("OWNER", "NONE")
    repo.add_collaborator(hub.user("ada"))
    assert association(issue.number) == "COLLABORATOR"


@pytest.mark.models("`refs(query:)` finds a part of a name, wherever it is")
def test_branches_are_found_by_a_part_of_their_name(repo: Repository, gh: Github):
    for name in ("bot/issue-1", "bot/issue-12", "my-bot/issue-1", "mine"):
        repo.create_branch(name)
    found = ask(
        gh, 'refs(refPrefix: "refs/heads/", query: "bot/issue-1", first: 9) { nodes { name } }'
    )
    assert [node["name"] for node in found["refs"]["nodes"]] == [
        "bot/issue-1",
        "bot/issue-12",
        "my-bot/issue-1",
    ]


def test_issues_are_filtered(hub: OctoFake, repo: Repository, issue: Issue, gh: Github):
    repo.open_issue(hub.user("eve"), "Other", None, labels=["invalid"])
    assert ask(gh, 'issues(labels: ["INVALID"], first: 5) { nodes { number } }')["issues"][
        "nodes"
    ] == [{"number": 2}]
    by_ada = ask(gh, 'issues(filterBy: {createdBy: "ada"}, first: 5) { totalCount }')
    assert by_ada["issues"]["totalCount"] == 1


def test_objects_refs_and_history(hub: OctoFake, repo: Repository, gh: Github):
    repo.create_branch("bot/issue-1")
    repo.commit({"docs/a.md": "a\n"}, message="Second\n\nmore")
    shown = ask(
        gh,
        """
        head: object(expression: "HEAD:docs/a.md") { ... on Blob { text } }
        none: object(expression: "main:nope.md") { oid }
        branch: object(expression: "bot/issue-1") { ... on Commit { messageHeadline } }
        ref(qualifiedName: "refs/heads/bot/issue-1") { name prefix target { oid } }
        missing: ref(qualifiedName: "refs/heads/nope") { name }
        refs(refPrefix: "refs/heads/", query: "bot/", first: 5) { nodes { name } }
        defaultBranchRef { target { ... on Commit { messageBody history(first: 5, path: "README.md") { totalCount }
          parents(first: 1) { nodes { oid } } tree { entries { name type mode } } } } }
        """,
    )
    assert (shown["head"]["text"], shown["none"], shown["missing"]) == ("a\n", None, None)
    assert shown["refs"]["nodes"] == [{"name": "bot/issue-1"}]
    tip = shown["defaultBranchRef"]["target"]
    assert (tip["messageBody"], tip["history"]["totalCount"]) == ("more", 1)
    assert [entry["name"] for entry in tip["tree"]["entries"]] == ["README.md", "docs"]


@pytest.mark.models("`Blob.text` is cut near 500 kB")
def test_long_texts_are_cut(hub: OctoFake, repo: Repository, gh: Github):
    repo.commit({"README.md": "é" * 300_000})
    blob = ask(
        gh, 'object(expression: "HEAD:README.md") { ... on Blob { text isTruncated byteSize } }'
    )["object"]
    assert (blob["isTruncated"], blob["byteSize"], len(blob["text"])) == (True, 600_000, 256_000)


@pytest.mark.models(
    "a list needs `first` or `last` of at most 100; 500,000 nodes a query; the cost"
)
def test_what_a_query_costs(gh: Github):
    issues = "issues(first: 50) { nodes { comments(first: 10) { nodes { id } } } }"
    query = f'{{ rateLimit {{ cost nodeCount }} repository(owner: "octo", name: "list") {{ {issues} }} }}'
    _, answer = gh.requester.graphql_query(query, {})
    assert answer["data"]["rateLimit"] == {"cost": 1, "nodeCount": 550}


@pytest.mark.models("`NOT_FOUND` errors with type and path; the rest of the answer stays")
def test_a_part_that_fails_leaves_the_rest(
    hub: OctoFake, repo: Repository, issue: Issue, gh: Github
):
    with pytest.raises(github.UnknownObjectException) as refusal:
        ask(gh, "one: issue(number: 1) { title } nine: issue(number: 9) { title }")
    answer = refusal.value.data
    assert answer["data"]["repository"] == {"one": {"title": "Add a charger"}, "nine": None}
    (error,) = answer["errors"]
    assert (error["type"], error["path"]) == ("NOT_FOUND", ["repository", "nine"])
    assert error["message"] == "Could not resolve to an Issue with the number of 9."


# Checking


@pytest.mark.parametrize(
    ("method", "path", "body", "words"),
    [
        ("GET", "/repos/octo/list/milestones", None, "is not modelled"),
        ("POST", "/repos/octo/list/issues/1/comments", {"body": "x", "extra": 1}, "extra"),
        (
            "POST",
            "/repos/octo/list/git/refs",
            {"ref": "refs/heads/x"},
            "'sha' is a required property",
        ),
        ("GET", "/repos/octo/list/pulls?nope=1", None, "has no parameter 'nope'"),
        ("GET", "/repos/octo/list/pulls?state=merged", None, "'merged' is not one of"),
        ("POST", "/graphql", {"query": "{ viewer { nope } }"}, "Cannot query field 'nope'"),
        ("POST", "/graphql", {"query": "{ viewer "}, "cannot be parsed"),
        (
            "POST",
            "/graphql",
            {"query": "query($n: Int!) { viewer { login } node(id: $n) { id } }"},
            "$n",
        ),
    ],
)
def test_what_github_does_not_know_is_a_violation(method: str, path: str, body: Any, words: str):
    hub = OctoFake()
    hub.repository("octo/list")
    with pytest.raises(Violation), hub.in_process():
        requests.request(
            method,
            f"https://api.github.com{path}",
            json=body,
            headers={"Authorization": "x"},
            timeout=1,
        )
    assert words in hub.violations[0]


@pytest.mark.models(
    "a list needs `first` or `last` of at most 100; 500,000 nodes a query; the cost"
)
def test_an_unlimited_list_is_a_violation(hub: OctoFake, repo: Repository):
    with pytest.raises(Violation, match="must provide a `first` or `last`"), hub.in_process():
        ask(client(), "issues { totalCount }")
    with pytest.raises(Violation, match="possible nodes"), hub.in_process():
        ask(
            client(),
            "issues(first: 100) { nodes { comments(first: 100) { nodes { issue { ...L } } } } }",
            LABELS,
        )


def test_a_violation_that_the_program_swallows_is_reported_at_the_end(
    hub: OctoFake, repo: Repository
):
    with (
        pytest.raises(Violation, match="is not modelled"),
        hub.in_process(),
        pytest.raises(AssertionError),
    ):
        requests.get("https://api.github.com/emojis", timeout=1)


def test_an_order_that_is_not_modelled_is_a_violation(hub: OctoFake, repo: Repository):
    address = "https://api.github.com/repos/octo/list/issues?sort=comments"
    with pytest.raises(Violation, match="sorting issues by comments"), hub.in_process():
        requests.get(address, headers={"Authorization": "Bearer secret"}, timeout=1)


def test_other_addresses_are_refused(hub: OctoFake):
    with hub.in_process(), pytest.raises(Violation, match="would leave"):
        requests.get("https://example.org/", timeout=1)


def test_every_operation_is_modelled():
    assert {operation.id for operation in checking.operations()} == rest.OPERATIONS.keys()


ARGUMENTS = {
    "expression": "HEAD",
    "first": 1,
    "itemTypes": ["CLOSED_EVENT"],
    "name": "list",
    "owner": "octo",
    "path": "README.md",
    "qualifiedName": "main",
    "refPrefix": "refs/heads/",
}


def things_to_show(hub: OctoFake, repo: Repository, issue: Issue) -> Iterator[tuple[str, object]]:
    """Give one thing of each GraphQL type, with the name of its type."""
    pull = propose(hub, repo)
    pull.convert_to_draft(by=hub.viewer)
    pull.mark_ready(by=hub.viewer)
    repo.create_branch("bot/issue-1", at=repo.commit({"x": "y"}, branch="other"))
    pull.add_label("invalid")
    pull.remove_label("invalid")
    pull.close()
    pull.reopen()
    pull.merge(by=hub.user("mia"))
    repo.delete_branch("bot/issue-1")
    records = [
        repo,
        issue,
        pull,
        issue.labels[0],
        issue.comment("hello", by=hub.viewer),
        *pull.timeline,
    ]
    main = graphql_views.view_of(repo, repo.branches["main"])
    views = [
        main,
        graphql_git.tree(main),
        graphql_git.file(main, "README.md"),
        graphql_git.file(main, "README.md").object,
    ]
    lists = [
        graphql_issues.commits(pull, first=1),
        graphql_issues.timeline_items(issue, ["LABELED_EVENT"], first=1),
    ]
    views += [graphql_git.author(main), graphql_views.ref_view(repo, "main"), lists[0].nodes[0]]
    yield from (
        (graphql_fields.typename(thing), thing)
        for thing in [*records, *views, hub.user("ada"), hub.viewer]
    )
    yield from (
        ("IssueTimelineItemsConnection", lists[1]),
        ("IssueTimelineItemsEdge", lists[1].edges[0]),
    )
    yield from (
        ("PageInfo", lists[0].page_info),
        ("GpgSignature", graphql_git.signature(main)),
        ("Query", None),
    )
    yield "PullRequestChangedFile", graphql_issues.files(pull, first=1).nodes[0]


def test_every_field_is_modelled(hub: OctoFake, repo: Repository, issue: Issue):
    types = graphql_execution.schema().type_map
    context = graphql_execution.Context(hub.world, Site("https://api", "https://pages"), Cost())
    known = ARGUMENTS | {"id": issue.node_id}
    for name, thing in things_to_show(hub, repo, issue):
        kind = types[name]
        assert isinstance(kind, GraphQLObjectType)
        for field, definition in kind.fields.items():
            given = {
                argument: known[argument] for argument in definition.args.keys() & known.keys()
            }
            number = (
                {"issue": 1, "pullRequest": 2, "issueOrPullRequest": 1}.get(field, 0)
                if name == "Repository"
                else 0
            )
            given |= {"number": number} if number else {}
            graphql_fields.value_of(thing, context, name, field, given)


# Faults, hooks and time travel


def test_requests_are_recorded(hub: OctoFake, issue: Issue, api: Client, gh: Github):
    api.get_issue(1).create_comment("hello")
    ask(gh, "id")
    assert [(r.method, r.operation, r.is_write, r.status) for r in hub.requests] == [
        ("POST", "issues/create-comment", True, 201),
        ("POST", "Ask", False, 200),
    ]
    assert [write.path for write in hub.writes] == ["/repos/octo/list/issues/1/comments"]
    hub.clear_requests()
    assert hub.requests == []


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize(
    "kind", [octofake.BAD_GATEWAY, octofake.UNAVAILABLE, octofake.SERVER_ERROR]
)
def test_an_error_before_or_after_the_write(
    hub: OctoFake, issue: Issue, api: Client, kind: Reply, done: bool
):
    hub.fault(kind, at=2, done=done)
    api.get_issue(1).create_comment("first")
    with pytest.raises(GithubException, check=lambda error: error.status == kind.status):
        api.get_issue(1).create_comment("second")
    assert [comment.body for comment in issue.comments] == ["first", "second"][: 1 + done]


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("kind", [octofake.RESET, octofake.TIMED_OUT, octofake.KILLED])
def test_no_answer_at_all(hub: OctoFake, issue: Issue, api: Client, kind: Failure, done: bool):
    hub.fault(kind, done=done, where=lambda request: request.is_write)
    with pytest.raises(kind.exception):
        api.get_issue(1).create_comment("hello")
    assert len(issue.comments) == done
    assert hub.requests[-1].status is None


@pytest.mark.models(
    "what is left of this hour is reported with each answer, and counted apart for REST and GraphQL"
)
def test_what_is_left_is_counted_apart(hub: OctoFake, issue: Issue, gh: Github):
    hub.left_this_hour = {"graphql": 10}
    ask(gh, "name")
    assert gh.requester.rate_limiting == (9, 1000)
    gh.get_repo("octo/list").get_issue(1).update()
    assert gh.requester.rate_limiting == (999, 1000)
    assert hub.left_this_hour == {"graphql": 9}


def test_the_rate_limit_is_used_up(hub: OctoFake, api: Client):
    hub.fault(octofake.RATE_LIMITED)
    with pytest.raises(github.RateLimitExceededException):
        _ = api.description


@pytest.mark.models("PyGithub repeats a POST after a 502 that was done")
def test_pygithub_repeats_a_post_that_was_done(hub: OctoFake, repo: Repository, issue: Issue):
    hub.fault(octofake.BAD_GATEWAY, done=True)
    with hub.in_process():
        client(retry=github.GithubRetry(total=3, backoff_factor=0)).get_repo("octo/list").get_issue(
            1
        ).create_comment("x")
    assert len(issue.comments) == 2


@pytest.mark.models("an old state is read for a while")
def test_a_stale_read(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    hub.fault(Stale(writes=1), where=lambda request: not request.is_write)
    api.get_issue(1).create_comment("hello")
    assert list(api.get_issue(1).get_comments()) == []
    assert len(list(api.get_issue(1).get_comments())) == 1
    old = hub.snapshot()
    issue.edit(title="New")
    hub.fault(Stale(photograph=old))
    assert (api.get_issue(1).title, api.get_issue(1).title) == ("Add a charger", "New")


def test_time_goes_back(hub: OctoFake, repo: Repository, issue: Issue, api: Client):
    before = hub.snapshot()
    for _ in range(2):
        propose(hub, repo).merge(by=hub.user("mia"))
        assert (issue.state, len(repo.pull_requests())) == ("closed", 1)
        hub.restore(before)
        assert (issue.state, repo.pull_requests(), repo.text("README.md")) == ("open", [], README)
    assert api.get_issue(1).state == "open"


def test_hooks_see_every_request(hub: OctoFake, issue: Issue, api: Client):
    seen = []

    def note(request: Request, response: Response | None) -> None:
        seen.append((request.path, response and response.status))

    hub.before_each_request = lambda request: issue.edit(title="Edited meanwhile")
    hub.after_each_request = note
    assert api.get_issue(1).title == "Edited meanwhile"
    assert seen == [("/repos/octo/list/issues/1", 200)]


def test_an_event_of_an_issue(hub: OctoFake, issue: Issue):
    event = json.loads(json.dumps(hub.event(issue, "labeled", label="new-charger")))
    assert (event["action"], event["issue"]["number"], event["label"]["name"]) == (
        "labeled",
        1,
        "new-charger",
    )
    assert (event["repository"]["full_name"], event["sender"]["login"]) == ("octo/list", "ada")


# Over HTTP, and on an Enterprise Server


def test_over_http(hub: OctoFake, repo: Repository, issue: Issue):
    with hub.serve() as base_url:
        api = client(base_url).get_repo("octo/list")
        sha = commit_file(api, "new\n", repo.branches["main"])
        api.create_git_ref("refs/heads/bot/issue-1", sha)
        pull = api.create_pull(base="main", head="bot/issue-1", title="New", body="Closes #1")
        pull.convert_to_draft()
        assert (
            ask(client(base_url), "issue(number: 1) { url }")["issue"]["url"]
            == f"{base_url}/octo/list/issues/1"
        )
    assert repo.pull_requests()[0].draft


@pytest.mark.parametrize("kind", [octofake.RESET, octofake.KILLED, octofake.TIMED_OUT])
def test_no_answer_over_http(hub: OctoFake, issue: Issue, kind: Failure):
    hub.fault(kind, done=True)
    with hub.serve() as base_url, pytest.raises((requests.ConnectionError, requests.ReadTimeout)):
        requests.post(
            f"{base_url}/repos/octo/list/issues/1/comments",
            json={"body": "hello"},
            headers={"Authorization": "token secret"},
            timeout=0.2,
        )
    assert len(issue.comments) == 1


def test_a_violation_over_http_is_reported_at_the_end(hub: OctoFake, repo: Repository):
    with pytest.raises(Violation, match="is not modelled"), hub.serve() as base_url:
        assert requests.get(f"{base_url}/emojis", timeout=1).status_code == 500


def test_an_enterprise_server(hub: OctoFake, repo: Repository, issue: Issue):
    base_url = "https://github.example.org/api/v3"
    with hub.in_process(base_url):
        gh = client(base_url)
        assert (
            gh.get_repo("octo/list").get_issue(1).html_url
            == "https://github.example.org/octo/list/issues/1"
        )
        assert ask(gh, "issue(number: 1) { title }") == {"issue": {"title": "Add a charger"}}
    with hub.serve() as server:
        assert ask(client(f"{server}/api/v3"), "nameWithOwner") == {"nameWithOwner": "octo/list"}
