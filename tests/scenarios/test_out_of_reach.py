"""An issue is locked, deleted or moved away."""

import pytest

from bot.decision.decision import Outcome
from bot.errors import MaintainerError
from bot.render.desired import DesiredState
from tests.stage import new_charger


def test_a_locked_issue_a_deleted_one_and_an_archive_are_ends_and_not_crashes(stage):
    locked, deleted, other = (stage.submit(new_charger(models=f"Zaptec Go {n}")) for n in (2, 3, 4))
    locked.lock()
    deleted.delete()
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(locked)
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(deleted)
    stage.repository.archived = True
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(other)


@pytest.mark.parametrize("was_proposed", [False, True])
def test_nothing_is_written_for_a_locked_issue(stage, was_proposed):
    issue = stage.submit(new_charger())
    if was_proposed:
        stage.run(issue)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    issue.lock()
    with pytest.raises(MaintainerError, match="It is locked"):
        stage.run(issue)
    assert "It is locked" in stage.sweep()[0].error
    assert not stage.hub.writes
    issue.unlock()
    stage.run(issue)
    assert stage.pull_request().title == "Add Zaptec Go 3"


@pytest.mark.parametrize("leave", ["deleted", "transferred"])
def test_an_issue_that_is_gone_takes_its_branch_and_pull_request_along(stage, leave):
    issue = stage.submit(new_charger())
    stage.run(issue)
    if leave == "deleted":
        issue.delete()
    else:
        issue.transfer(to=stage.hub.repository("acme/other", files={"README.md": "Other"}))
    assert "cannot be reached" in stage.sweep()[0].error
    assert stage.pull_request().state == "closed"
    assert set(stage.repository.branches) == {"main"}
    assert stage.sweep() == []


def test_what_a_person_has_taken_over_stays_when_the_issue_is_gone(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
    stage.repository.commit(
        {"README.md": text}, message="Better", branch="bot/issue-1", author=stage.maintainer
    )
    issue.delete()
    assert stage.run(issue) == DesiredState(Outcome.NOTHING)
    assert stage.pull_request().state == "open"


def test_issues_that_are_turned_off_are_not_gone(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.has_issues = False
    with pytest.raises(MaintainerError, match="cannot be reached"):
        stage.run(issue)
    assert ["cannot be reached" in one.error for one in stage.sweep()] == [True]
    assert not stage.hub.writes
    stage.repository.has_issues = True
    assert [one.is_settled for one in stage.sweep()] == [True]
    assert stage.pull_request().state == "open"


def test_a_locked_issue_without_pull_request_holds_nobody_up(stage):
    locked, second = stage.submit(new_charger()), stage.submit(new_charger())
    locked.lock()
    stage.run(second)
    assert stage.pull_request().state == "open"


def test_a_locked_issue_with_an_open_pull_request_keeps_its_claim(stage):
    locked, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(locked)
    locked.lock()
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{locked.number}")


def test_a_locked_issue_takes_its_pull_request_along_when_it_is_closed(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    said = stage.reply(issue).body
    issue.lock()
    issue.close(by=stage.maintainer)
    stage.run(issue)
    assert stage.pull_request().state == "closed"
    assert set(stage.repository.branches) == {"main"}
    assert stage.reply(issue).body == said
    assert stage.sweep()[0].is_settled
