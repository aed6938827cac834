"""Somebody else acts while the bot runs."""

import pytest

from bot.decision.decision import Status
from bot.render.markers import status_in
from tests.stage import new_charger


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


def test_a_commit_pushed_while_the_bot_runs_is_not_lost(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.edit(body=new_charger(notes="Other"))
    pushed: list[str] = []

    def push_before_the_branch_moves(request):
        if not pushed and "updateRefs" in str(request.body):
            text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
            pushed.append(
                stage.repository.commit({"README.md": text}, message="Better", branch="bot/issue-1")
            )

    stage.hub.before_each_request = push_before_the_branch_moves
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == pushed[0]
    assert "has taken over the branch" in stage.reply(issue).body


def test_a_commit_pushed_while_the_bot_takes_its_branch_away_is_not_lost(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.close(by=stage.ada)
    pushed: list[str] = []

    def push_before_the_branch_goes(request):
        if not pushed and "updateRefs" in str(request.body):
            pushed.append(
                stage.repository.commit({"LICENSE": "mine"}, message="Mine", branch="bot/issue-1")
            )

    stage.hub.before_each_request = push_before_the_branch_goes
    stage.run(issue)
    assert stage.repository.branches["bot/issue-1"] == pushed[0]


def test_a_run_that_is_overtaken_by_an_edit_looks_again(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    edits = [new_charger()]

    def edit_meanwhile(request):
        if request.is_write and edits:
            issue.edit(body=edits.pop())

    stage.hub.before_each_request = edit_meanwhile
    stage.run(issue)
    assert status_in(stage.reply(issue).body) == Status.PROPOSED
    assert issue.label_names == ["new-charger"]


def test_two_runs_at_once_leave_one_comment_without_waiting_for_the_night(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    others = [issue]

    def run_meanwhile(request):
        if request.is_write and others:
            stage.reconcile(others.pop())

    stage.hub.before_each_request = run_meanwhile
    stage.run(issue)
    assert status_in(stage.reply(issue).body) == Status.REFUSED


def test_a_second_comment_that_two_runs_at_once_have_made_goes(stage):
    issue = stage.submit(new_charger())
    stage.run(issue)
    issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    stage.run(issue)
    assert stage.reply(issue).body.startswith("**Pull request")
