"""A person merges the pull request."""

from tests.charger_list import LIST
from tests.stage import correction, new_charger


def test_a_merged_pull_request_ends_with_a_link_to_the_row(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    stage.run(issue)
    assert issue.state == "closed"
    assert "README.md#zaptec:~:text=Zaptec%20Go%202" in stage.reply(issue).body
    assert "bot/issue-1" not in stage.repository.branches


def test_after_a_merge_one_write_deletes_the_branch_and_says_so(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    stage.run(issue)
    assert [write.operation for write in stage.hub.writes] == ["updateRefs"]
    assert "is merged" in stage.reply(issue).body


def test_a_merged_rename_ends_with_a_link_to_the_new_name(stage):
    issue = stage.submit(correction("Rename the model", new_model="Zaptec Pro X"), "invalid")
    stage.run(issue)
    stage.pull_request().merge(by=stage.maintainer)
    stage.run(issue)
    assert ":~:text=Zaptec%20Pro%20X" in stage.reply(issue).body


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
