"""One repository: what is asked for to know an issue, and whether anything is left to write."""

import pytest

from bot.decision.decision import Outcome
from bot.errors import ReadmeError
from bot.github.commit import blob_id
from bot.github.errors import Gone, TransientError, Unreachable
from bot.github.plan import is_settled
from bot.github.repository import Remote
from bot.render.desired import DesiredState
from tests.charger_list import FORMS, LIST
from tests.desired import desired_state
from tests.octofake import Reply
from tests.octofake.objects import Stamp
from tests.stage import API, Stage, new_charger

QUIET = DesiredState(Outcome.NOTHING)


@pytest.fixture
def remote(stage: Stage) -> Remote:
    return stage.remote()


def requests_of(stage: Stage) -> list[str]:
    return [request.path for request in stage.hub.requests]


def test_an_issue_that_was_never_there_is_gone(stage, remote):
    with stage.hub.in_process(API), pytest.raises(Gone):
        remote.observe(1)


def test_an_issue_is_observed_in_one_request(stage, remote):
    issue = stage.submit(new_charger())
    with stage.hub.in_process(API):
        seen = remote.observe(issue.number)
    assert seen.situation.readme == LIST
    assert requests_of(stage) == ["/graphql"]


def test_a_large_list_takes_a_request_more(stage, remote):
    filling = "filling of the page\n" * 30_000
    stage.repository.commit({"README.md": LIST + filling}, message="Grow")
    issue = stage.submit(new_charger())
    with stage.hub.in_process(API):
        assert remote.observe(issue.number).situation.readme == LIST + filling
    assert requests_of(stage) == [
        "/graphql",
        f"/repos/acme/list/git/blobs/{blob_id(LIST + filling)}",
    ]


def test_a_list_that_is_not_utf_8_is_an_error(stage, remote):
    stage.repository.commit({"README.md": b"caf\xe9"}, message="Latin 1")
    issue = stage.submit(new_charger())
    with stage.hub.in_process(API), pytest.raises(ReadmeError, match="not UTF-8"):
        remote.observe(issue.number)


def test_a_branch_at_an_older_commit_of_the_default_one_is_left_over(stage, remote):
    issue = stage.submit(new_charger())
    stage.repository.create_branch("bot/issue-1")
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    with stage.hub.in_process(API):
        seen = remote.observe(issue.number)
    assert seen.branch.is_leftover
    assert seen.situation.taken_over_by is None
    assert len(stage.hub.requests) == 2


def test_a_branch_with_nothing_in_common_is_taken_over(stage, remote):
    issue = stage.submit(new_charger())
    objects, stamp = stage.repository.objects, Stamp("Ada", "ada@example.org", 1_800_000_000)
    tree = objects.tree_of(stage.repository.branches["main"])
    theirs = objects.add_commit(tree, [], "Anew", stamp, stamp)
    stage.repository.set_ref("refs/heads/bot/issue-1", theirs)
    with stage.hub.in_process(API):
        assert remote.observe(issue.number).situation.taken_over_by == "Ada"


def test_no_texts_take_no_request_and_many_take_one(stage, remote):
    found = blob_id(LIST), blob_id("MIT")
    with stage.hub.in_process(API):
        assert remote.texts([]) == {}
        assert not stage.hub.requests
        assert remote.texts([*found, *found]) == dict(zip(found, (LIST, "MIT"), strict=True))
    assert len(stage.hub.requests) == 1


def test_a_text_that_is_not_there_yet_is_no_answer(stage, remote):
    stage.hub.fault(Reply(200, {"data": {"repository": {"b0": None}}}))
    with stage.hub.in_process(API), pytest.raises(TransientError, match="missing"):
        remote.texts([blob_id(LIST)])


def test_an_issue_is_settled_once_nothing_is_left_to_write(stage, remote):
    issue = stage.submit(new_charger())
    for expected in (False, True):
        with stage.hub.in_process(API):
            seen = remote.observe(issue.number)
        desired = desired_state(seen.situation, FORMS)
        assert is_settled(seen, desired, FORMS) is expected
        stage.run(issue)


def test_a_locked_issue_is_not_written_to(stage, remote):
    issue = stage.submit(new_charger())
    issue.lock()
    with stage.hub.in_process(API):
        seen = remote.observe(issue.number)
        with pytest.raises(Unreachable, match="It is locked"):
            remote.publish(seen, [])
    assert not stage.hub.writes


def test_a_branch_that_is_not_there_is_deleted(stage, remote):
    with stage.hub.in_process(API):
        assert remote.delete_orphaned_branch(7)
    assert len(stage.hub.requests) == 1


def test_the_branch_of_an_issue_that_is_gone_is_deleted(stage, remote):
    stage.propose()
    with stage.hub.in_process(API):
        assert remote.delete_orphaned_branch(1)
    assert set(stage.repository.branches) == {"main"}


def test_a_branch_that_a_person_has_taken_is_left(stage, remote):
    stage.propose()
    stage.repository.commit({"LICENSE": "mine"}, message="Mine", branch="bot/issue-1")
    with stage.hub.in_process(API):
        assert not remote.delete_orphaned_branch(1)
    assert "bot/issue-1" in stage.repository.branches


def test_while_issues_are_turned_off_none_is_gone(stage, remote):
    stage.propose()
    stage.repository.has_issues = False
    with stage.hub.in_process(API):
        assert remote.delete_orphaned_branch(1)
    assert "bot/issue-1" in stage.repository.branches


def test_a_label_is_made_with_its_colour(stage, remote):
    with stage.hub.in_process(API):
        remote.client.make_label("fresh", "ff0000", "What is fresh")
    label = stage.repository.labels["fresh"]
    assert (label.color, label.description) == ("ff0000", "What is fresh")
