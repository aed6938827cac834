"""How tests ask the fake: through PyGithub, as the bot does."""

import base64
import json

import github
import pytest
from github import Auth, Github, GithubException, InputGitTreeElement
from github.GitRef import GitRef
from github.Repository import Repository as Client

from tests.octofake import (
    OctoFake,
)
from tests.octofake.pulls import PullRequest
from tests.octofake.repository import Repository

LABELS = "fragment L on Issue { labels(first: 100) { totalCount } }"
PULLS = "fragment P on PullRequestConnection { nodes { number state } }"
README = "# A list\n\n| a | b |\n"


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
