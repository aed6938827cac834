"""Branches and pull requests are written in few requests, and never over what a person has done."""

from dataclasses import replace

import pytest

from bot.decision.situation import PullRequest
from bot.github.branch_writer import BranchWriter
from bot.github.errors import BranchKept, TransientError
from bot.github.observation import Observation
from bot.github.writes import BranchWrite, OpenPullRequest, PushCommit, ReopenPullRequest
from tests.charger_list import LIST
from tests.github.seen import NEW, PROPOSED
from tests.octofake.objects import Stamp
from tests.stage import API, Stage, new_charger

BRANCH = "bot/issue-1"
OPENING = OpenPullRequest(PROPOSED)


@pytest.fixture
def writer(stage: Stage) -> BranchWriter:
    client = stage.client()
    return BranchWriter(client)


def write(
    stage: Stage, writer: BranchWriter, seen: Observation, *writes: BranchWrite
) -> Observation:
    stage.hub.clear_requests()
    with stage.hub.in_process(API):
        return writer.write(seen, writes)


def operations(stage: Stage) -> list[str]:
    return [request.operation for request in stage.hub.requests]


def test_without_writes_nothing_is_asked(stage, writer):
    seen = stage.observe(stage.submit(new_charger()))
    assert write(stage, writer, seen) is seen
    assert not stage.hub.requests


def test_a_new_branch_has_commit_and_pull_request_after_one_request(stage, writer):
    seen = stage.observe(stage.submit(new_charger()))
    after = write(stage, writer, seen, PushCommit(PROPOSED, None), OPENING)
    assert operations(stage) == ["createRef"]
    assert stage.list_on(BRANCH) == NEW
    assert after.situation.pull_request == PullRequest(2)
    assert after.pull
    assert after.pull.head == stage.repository.branches[BRANCH]
    assert (after.pull.title, after.pull.body) == (PROPOSED.title, PROPOSED.body)


def test_a_branch_at_the_default_one_is_as_good_as_none(stage, writer):
    issue = stage.submit(new_charger())
    stage.repository.create_branch(BRANCH)
    seen = stage.observe(issue)
    write(stage, writer, seen, PushCommit(PROPOSED, seen.base.commit), OPENING)
    assert operations(stage) == ["createCommitOnBranch"]
    assert stage.list_on(BRANCH) == NEW


def test_a_branch_in_use_is_moved_once_its_commit_is_made(stage, writer):
    seen = stage.observe(stage.propose())
    tip = stage.repository.branches[BRANCH]
    assert write(stage, writer, seen, PushCommit(PROPOSED, tip)) == seen
    assert [request.path for request in stage.hub.requests] == [
        "/repos/acme/list/git/trees",
        "/repos/acme/list/git/commits",
        "/graphql",
    ]
    assert stage.list_on(BRANCH) == NEW


def test_a_list_of_another_mode_keeps_it(stage, writer):
    objects, main = stage.repository.objects, stage.repository.branches["main"]
    files = objects.files(objects.tree_of(main))
    files["README.md"] = (0o100755, files["README.md"][1])
    stamp = Stamp("maintainer", "maintainer@example.org", 1_800_000_000)
    tip = objects.add_commit(objects.add_tree(files), [main], "Executable", stamp, stamp)
    stage.repository.set_ref("refs/heads/main", tip)
    seen = stage.observe(stage.submit(new_charger()))
    write(stage, writer, seen, PushCommit(PROPOSED, None), OPENING)
    tree = objects.tree_of(stage.repository.branches[BRANCH])
    assert objects.files(tree)["README.md"][0] == 0o100755


def test_what_a_person_has_pushed_since_stays(stage, writer):
    seen = stage.observe(stage.propose())
    tip = stage.repository.branches[BRANCH]
    theirs = stage.repository.commit({"LICENSE": "mine"}, message="Mine", branch=BRANCH)
    with pytest.raises(TransientError):
        write(stage, writer, seen, PushCommit(PROPOSED, tip))
    assert stage.repository.branches[BRANCH] == theirs


def test_of_many_branches_that_a_rule_keeps_one_is_tried(stage, writer):
    seen = stage.observe(stage.propose())
    stage.repository.rules = {"deletion"}
    stage.hub.clear_requests()
    for _ in range(2):
        with stage.hub.in_process(API), pytest.raises(BranchKept):
            writer.delete_ref(seen.repository_id, BRANCH, stage.repository.branches[BRANCH], [])
    assert operations(stage) == ["updateRefs"]


def test_a_pull_request_that_is_forbidden_leaves_the_branch(stage, writer):
    stage.repository.actions_may_open_pull_requests = False
    seen = stage.observe(stage.submit(new_charger()))
    after = write(stage, writer, seen, PushCommit(PROPOSED, None), OPENING)
    assert "Workflow permissions" in after.situation.forbidden
    assert after.context.has_branch
    assert stage.list_on(BRANCH) == NEW


@pytest.mark.parametrize("is_missing", [True, False])
def test_after_a_pull_request_is_opened_again_all_is_looked_at_anew(stage, writer, is_missing):
    issue = stage.propose()
    pull = stage.pull_request()
    pull.close(by=stage.maintainer)
    if is_missing:
        stage.repository.delete_branch(BRANCH, by=stage.maintainer)
    reopening = ReopenPullRequest(pull.number, pull.head_sha, is_missing)
    with pytest.raises(TransientError, match="open again"):
        write(stage, writer, stage.observe(issue), reopening)
    assert pull.state == "open"
    assert stage.repository.branches[BRANCH] == pull.head_sha


def test_a_pull_request_that_github_does_not_open_again_is_known(stage, writer):
    issue = stage.propose()
    pull = stage.pull_request()
    pull.close(by=stage.maintainer)
    pull.closed_for_good = True
    seen = stage.observe(issue)
    after = write(stage, writer, seen, ReopenPullRequest(pull.number, pull.head_sha, False))
    assert after == replace(seen, cannot_reopen=True)
    assert stage.list_on() == LIST
