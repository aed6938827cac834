"""The list on the default branch changes, breaks, is missing, large, or no text."""

import pytest

from bot.errors import ReadmeError
from tests.charger_list import LIST
from tests.stage import new_charger


def test_a_change_of_the_list_rebuilds_the_branch_on_it(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.commit(
        {"README.md": LIST.replace("Zaptec Pro |", "Zaptec Pro X |")}, message="Rename by hand"
    )
    stage.run(issue)
    pull = stage.pull_request()
    (commit,) = pull.commits
    assert stage.repository.objects.parents(commit) == [stage.repository.branches["main"]]
    assert pull.mergeable
    assert "Zaptec Pro X" in stage.list_on("bot/issue-1")


def test_a_commit_that_leaves_the_list_alone_is_no_reason_to_write(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.commit({"LICENSE": "other"}, message="Another licence")
    stage.run(issue)
    assert not stage.hub.writes


def test_a_broken_list_is_a_red_run_and_the_submission_is_kept(stage):
    stage.repository.commit({"README.md": "# Nothing here\n"}, message="Break it")
    issue = stage.submit(new_charger())
    desired = stage.run(issue)
    assert isinstance(desired.error, ReadmeError)
    assert stage.reply(issue).body.startswith("**Your submission is kept")
    stage.repository.commit({"README.md": LIST}, message="Fix it")
    stage.run(issue)
    assert stage.pull_request().state == "open"
    assert "**Pull request" in stage.reply(issue).body


def test_a_missing_list_is_a_red_run(stage):
    stage.repository.commit({"README.md": None}, message="Delete it")
    issue = stage.submit(new_charger())
    assert isinstance(stage.run(issue).error, ReadmeError)
    assert stage.reply(issue).body.startswith("**Your submission is kept")


def test_a_list_too_large_for_the_query_is_read_whole(stage):
    filling = "<!--\n" + ("filling of the page\n" * 30_000) + "-->\n"
    stage.repository.commit({"README.md": LIST + filling}, message="Grow")
    stage.run(stage.submit(new_charger()))
    assert stage.list_on("bot/issue-1").endswith(filling)


def test_a_list_that_is_not_utf_8_is_not_damaged(stage):
    stage.repository.commit({"README.md": LIST.encode() + b"<!-- caf\xe9 -->"}, message="Latin 1")
    with pytest.raises(ReadmeError, match="not UTF-8"):
        stage.run(stage.submit(new_charger()))
    assert set(stage.repository.branches) == {"main"}
