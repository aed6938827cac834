"""A person closes, merges, declines or labels."""

import pytest

from bot.decision.decision import Status
from bot.forms.form import Kind
from tests.charger_list import LIST
from tests.octofake import KILLED, ProcessKilled
from tests.octofake.faults import (
    Refusal,
)
from tests.stage import correction, filled_in, new_charger

OTHER = LIST.replace("Zaptec Pro |", "Zaptec Pro X |")


def test_a_branch_without_pull_request_is_adopted(stage):
    issue = stage.submit(new_charger())
    stage.hub.fault(Refusal("createPullRequest", "UNPROCESSABLE", "Try again"), at=2)
    stage.hub.fault(KILLED, at=3)
    with pytest.raises(ProcessKilled):
        stage.run(issue)
    tip = stage.repository.branches["bot/issue-1"]
    stage.run(issue)
    assert stage.pull_request().head_sha == tip


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


@pytest.mark.parametrize("awaited", ["/git/trees", "updateRefs", "updatePullRequest"])
def test_a_pull_request_that_is_merged_while_the_bot_runs_reports_what_was_merged(stage, awaited):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    pull = stage.pull_request()

    def merge_before_it(request):
        if pull.state == "open" and awaited in f"{request.path} {request.body}":
            pull.merge(by=stage.maintainer)

    stage.hub.before_each_request = merge_before_it
    stage.run(issue)
    merged = "Go 3" if awaited == "updatePullRequest" else "Go 2"  # what the branch was at
    assert f"| Zaptec {merged} |" in stage.list_on()
    assert (pull.title, f"Zaptec {merged}" in pull.body) == (f"Add Zaptec {merged}", True)


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


def test_labels_are_the_same_in_any_case(stage):
    stage.repository.labels.clear()
    stage.repository.add_label("New-Charger")
    issue = stage.submit(new_charger(), "New-Charger")
    stage.run(issue)
    stage.run(issue)
    assert not stage.hub.writes


def test_what_was_said_does_not_stay_after_the_issue_is_closed(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.close(by=stage.ada)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Nothing is open for this issue any more.**")


def test_a_merged_rename_ends_with_a_link_to_the_new_name(stage):
    issue = stage.submit(correction("Rename the model", new_model="Zaptec Pro X"), "invalid")
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    stage.run(issue)
    assert ":~:text=Zaptec%20Pro%20X" in stage.reply(issue).body


def test_another_label_put_on_and_off_is_no_way_back(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().close(by=stage.maintainer)
    issue.add_label("invalid", by=stage.maintainer)
    issue.remove_label("invalid", by=stage.maintainer)
    stage.run(issue)
    assert not stage.repository.pull_requests("open")


def test_a_merge_that_does_not_close_the_issue_is_a_merge_all_the_same(stage):
    issue = stage.submit(correction("Remove the entry"), "invalid")
    stage.run(issue)
    stage.pull_request().edit(body="")
    stage.pull_request().merge(by=stage.maintainer)
    stage.run(issue)
    assert issue.state == "open"
    assert "is merged: the list has your change" in stage.reply(issue).body
    assert issue.label_names == ["invalid"]


def test_what_was_merged_and_taken_back_is_proposed_anew_once_the_issue_is_opened_again(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    stage.repository.commit({"README.md": LIST}, message="Take it back")
    issue.reopen(by=stage.ada)
    stage.run(issue)
    assert [pull.title for pull in stage.repository.pull_requests("open")] == ["Add Zaptec Go 2"]


def test_a_merged_pull_request_ends_with_a_link_to_the_row(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    stage.run(issue)
    assert issue.state == "closed"
    assert "README.md#zaptec:~:text=Zaptec%20Go%202" in stage.reply(issue).body
    assert "bot/issue-1" not in stage.repository.branches


def test_a_second_comment_that_two_runs_at_once_have_made_goes(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Pull request")


def test_a_label_that_goes_while_the_bot_takes_it_off_is_gone(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.edit(body=new_charger())

    def take_it_off_before(request):
        if "removeLabels" in str(request.body) and "needs-info" in issue.label_names:
            issue.remove_label("needs-info", by=stage.maintainer)

    stage.hub.before_each_request = take_it_off_before
    stage.run(issue)
    assert issue.label_names == ["new-charger"]


def test_an_issue_without_a_kind_label_is_left_alone(stage):
    issue = stage.submit(filled_in(Kind.ADD, brand="Zaptec"), "question")
    stage.run(issue)
    assert not stage.hub.writes


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
