"""A pull request is closed unmerged, and the way back."""

from bot.decision.decision import Status
from tests.charger_list import LIST
from tests.stage import new_charger

OTHER = LIST.replace("Zaptec Pro |", "Zaptec Pro X |")


def test_a_pull_request_closed_by_a_person_is_a_decision_that_an_edit_does_not_undo(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().close(by=stage.maintainer)
    issue.edit(body=new_charger(notes="Please!"))
    stage.run(issue)
    assert stage.pull_request().state == "closed"
    assert "A maintainer has closed" in stage.reply(issue).body


def test_of_two_pull_requests_the_open_one_counts(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    ours = stage.pull_request()
    ours.close(by=stage.maintainer)
    stage.repository.open_pull_request(stage.maintainer, "bot/issue-1", "Mine", "").close(
        by=stage.maintainer
    )
    ours.reopen(by=stage.maintainer)
    stage.run(issue)
    assert stage.reply(issue).body.startswith(f"**Pull request #{ours.number}** ")


def test_a_label_put_on_anew_is_the_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().close(by=stage.maintainer)
    stage.run(issue)
    issue.remove_label("new-charger", by=stage.maintainer)
    stage.run(issue)
    assert "A maintainer has closed" in stage.reply(issue).body
    issue.add_label("new-charger", by=stage.maintainer)
    stage.run(issue)
    (pull,) = stage.repository.pull_requests("open")
    assert pull.title == "Add Zaptec Go 2"


def test_labels_of_other_kinds_put_on_later_hide_no_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().close(by=stage.maintainer)
    issue.remove_label("new-charger", by=stage.maintainer)
    issue.add_label("new-charger", by=stage.maintainer)
    issue.add_label("question", by=stage.maintainer)
    stage.run(issue)
    assert len(stage.repository.pull_requests("open")) == 1


def test_another_label_put_on_and_off_is_no_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().close(by=stage.maintainer)
    issue.add_label("invalid", by=stage.maintainer)
    issue.remove_label("invalid", by=stage.maintainer)
    stage.run(issue)
    assert not stage.repository.pull_requests("open")


def test_a_branch_that_is_deleted_after_a_take_over_and_labelled_anew_is_a_fresh_start(stage):
    issue = stage.propose()
    theirs = stage.repository.commit(
        {"README.md": OTHER}, message="Mine", branch="bot/issue-1", author=stage.maintainer
    )
    stage.run(issue)
    stage.repository.delete_branch("bot/issue-1", by=stage.maintainer)
    assert stage.at_rest(issue) == Status.DECLINED
    issue.remove_label("new-charger", by=stage.maintainer)
    issue.add_label("new-charger", by=stage.maintainer)
    assert stage.at_rest(issue) == Status.PROPOSED
    old, new = stage.repository.pull_requests()
    assert (old.state, new.state) == ("closed", "open")
    assert stage.repository.branches["bot/issue-1"] != theirs


def test_a_pull_request_that_another_workflow_has_closed_is_not_opened_again(stage):
    issue = stage.propose()
    (pull,) = stage.repository.pull_requests()
    pull.comment("Closed for lack of activity.", by=stage.hub.viewer)
    pull.close(by=stage.hub.viewer)
    assert stage.at_rest(issue) == Status.DECLINED
    assert stage.reply(issue).body.startswith("**Another workflow has closed pull request #2")
    assert "> “Closed for lack of activity.”" in stage.reply(issue).body
