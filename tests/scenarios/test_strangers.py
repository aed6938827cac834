"""What strangers write hides nothing, and claims nothing."""

import pytest

from tests.charger_list import LIST
from tests.stage import new_charger


def test_a_strangers_pull_request_cancels_no_earlier_claim(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    fork = stage.repository.fork(stage.ada)
    fork.commit({"README.md": "mine"}, message="Mine", branch="mine", author=stage.ada)
    theirs = stage.repository.open_pull_request(
        stage.ada, "mine", "Mine", f"Closes #{first.number}", fork=fork
    )
    theirs.close(by=stage.ada)
    stage.run(second)
    assert len(stage.repository.pull_requests("open")) == 1


def test_a_crowd_of_strangers_pull_requests_hides_not_what_a_person_has_declined(stage):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(first)
    stage.pull_request().close(by=stage.maintainer)
    fork = stage.repository.fork(stage.ada)
    fork.commit({"README.md": "mine"}, message="Mine", branch="mine", author=stage.ada)
    for _ in range(20):
        stage.repository.open_pull_request(
            stage.ada, "mine", "Mine", f"Closes #{first.number}", fork=fork
        ).close()
    stage.run(second)
    assert [pull.head for pull in stage.repository.pull_requests("open")] == ["bot/issue-2"]


@pytest.mark.parametrize(("from_a_fork", "branch"), [(True, "bot/issue-1"), (False, "mine")])
def test_nor_does_one_that_is_closed_before_the_bot_has_looked(stage, from_a_fork, branch):
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    fork = stage.repository.fork(stage.ada) if from_a_fork else None
    (fork or stage.repository).commit(
        {"README.md": "mine"}, message="Mine", branch=branch, author=stage.ada
    )
    closing = f"Closes #{first.number}"
    stage.repository.open_pull_request(stage.ada, branch, "Mine", closing, fork=fork).close(
        by=stage.ada
    )
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_a_pull_request_from_a_fork_with_the_same_branch_name_is_not_ours(stage):
    fork = stage.repository.fork(stage.ada)
    text = LIST.replace("Zaptec Pro", "Zaptec Hacked")
    fork.commit({"README.md": text}, message="Mine", branch="bot/issue-2", author=stage.ada)
    theirs = stage.repository.open_pull_request(stage.ada, "bot/issue-2", "Mine", "", fork=fork)
    issue = stage.submit(new_charger())
    stage.run(issue)
    ours = [pull for pull in stage.repository.pull_requests() if pull is not theirs]
    assert [pull.title for pull in ours] == ["Add Zaptec Go 2"]
    assert theirs.title == "Mine"


def test_a_marker_that_somebody_else_writes_is_not_the_bots_comment(stage):
    issue = stage.submit(new_charger())
    issue.comment("**All fine** <!-- charger-bot: status -->", by=stage.ada)
    stage.run(issue)
    assert len(issue.comments) == 2
    assert issue.comments[0].body.startswith("**All fine**")


def test_another_workflow_that_quotes_the_marker_does_not_write_the_bots_comment(stage):
    issue = stage.submit(new_charger())
    quoting = issue.comment(
        "It said:\n> **Fine** <!-- charger-bot: status -->\n\nIs it?", by=stage.hub.viewer
    )
    stage.run(issue)
    assert issue.comments[0].body == quoting.body
    assert issue.comments[1].body.startswith("**Pull request")


def test_a_crowd_of_submissions_hides_no_earlier_claim(stage):
    stage.repository.add_collaborator(stage.ada)  # who has no limit
    for _ in range(100):
        stage.submit("Please add mine!")
    first, second = stage.submit(new_charger()), stage.submit(new_charger())
    stage.run(second)
    assert stage.reply(second).body.startswith(f"**This waits for issue #{first.number}")


def test_a_crowd_of_strangers_pull_requests_hides_no_decision(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    ours = stage.pull_request()
    ours.close(by=stage.maintainer)
    fork = stage.repository.fork(stage.ada)
    fork.commit({"README.md": "mine"}, message="Mine", branch="bot/issue-1", author=stage.ada)
    for _ in range(60):
        stage.repository.open_pull_request(stage.ada, "bot/issue-1", "Mine", "", fork=fork).close(
            by=stage.ada
        )
    issue.edit(body=new_charger(notes="Please!"))
    stage.run(issue)
    assert "A maintainer has closed" in stage.reply(issue).body
    assert not stage.repository.pull_requests("open")


def test_a_crowd_of_comments_hides_not_the_bots_own(stage):
    issue = stage.submit(new_charger())
    for n in range(120):
        issue.comment(f"Comment {n}", by=stage.ada)
    stage.run(issue)
    issue.edit(body=new_charger(notes="Other"))
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Pull request")
    stage.sweep()
    assert not stage.hub.writes
