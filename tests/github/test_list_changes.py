"""The list on the default branch changes or breaks."""

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
    assert isinstance(desired.fault, ReadmeError)
    assert stage.reply(issue).body.startswith("**Your submission is kept")
    stage.repository.commit({"README.md": LIST}, message="Fix it")
    stage.run(issue)
    assert stage.pull_request().state == "open"
    assert "**Pull request" in stage.reply(issue).body
