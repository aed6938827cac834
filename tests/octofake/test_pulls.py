"""Pull requests, and how they end."""

import pytest
from github import Github
from github.Repository import Repository as Client

from tests import octofake
from tests.octofake import (
    OctoFake,
)
from tests.octofake.asking import (
    README,
    ask,
    commit_file,
    propose,
    ref_at,
    refused,
)
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository


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
