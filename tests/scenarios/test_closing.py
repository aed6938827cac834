"""An issue is closed, or opened again."""

from tests.charger_list import LIST
from tests.stage import new_charger


def test_a_closed_issue_takes_its_pull_request_along(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert stage.pull_request().state == "closed"
    assert "bot/issue-1" not in stage.repository.branches


def test_a_pull_request_that_has_outlived_its_branch_is_closed(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    del stage.repository.refs["refs/heads/bot/issue-1"]
    stage.run(issue)
    assert stage.pull_request().state == "closed"


def test_an_issue_opened_again_gets_its_old_pull_request_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Nothing is open for this issue any more.**")
    issue.reopen(by=stage.ada)
    stage.run(issue)
    assert stage.pull_request().state == "open"
    assert stage.repository.branches["bot/issue-1"] == stage.pull_request().head_sha


def test_where_the_old_pull_request_cannot_be_opened_again_there_is_a_new_one(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    old = stage.pull_request()
    issue.close(by=stage.ada)
    stage.run(issue)
    old.closed_for_good = True
    issue.reopen(by=stage.ada)
    stage.run(issue)
    (new,) = stage.repository.pull_requests("open")
    assert new is not old
    assert stage.list_on("bot/issue-1") != LIST
    assert not stage.pauses


def test_what_was_said_does_not_stay_after_the_issue_is_closed(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Nothing is open for this issue any more.**")
