"""Who hears what, and how often: GitHub notifies of new comments, and of no edit."""

import pytest

from bot.decision.decision import Status
from bot.render.comment import status_in
from tests.charger_list import LIST
from tests.octofake.issues import Issue
from tests.stage import Stage, new_charger

LISTED = LIST.replace(
    "| Zaptec Pro |",
    "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |\n| Zaptec Pro |",
)


def proposed(stage: Stage, **answers: str) -> Issue:
    issue = stage.submit(new_charger(**answers))
    stage.run(issue)
    return issue


def heard(stage: Stage, issue: Issue) -> list[str]:
    """The statuses of which the author was notified, in order."""
    return [status_in(body) or "" for body in issue.written_by(stage.hub.viewer) if status_in(body)]


def at_rest(stage: Stage, issue: Issue) -> str:
    """The status of the one comment, after a run and one more that must write nothing."""
    stage.run(issue)
    stage.run(issue)
    assert not stage.hub.writes
    return status_in(stage.reply(issue).body) or ""


def decline(stage: Stage, issue: Issue, remark: str = "") -> None:
    pull = stage.repository.pull_requests("open")[-1]
    if remark:
        pull.comment(remark, by=stage.maintainer)
    pull.close(by=stage.maintainer)


def test_a_decline_is_heard_once_and_quotes_the_reason(stage):
    issue = proposed(stage)
    decline(stage, issue, "Not sold any more, see @all\nand #1.")
    assert at_rest(stage, issue) == Status.DECLINED
    assert heard(stage, issue) == [Status.PROPOSED, Status.DECLINED]
    reply = stage.reply(issue).body
    assert "Thank you, @ada!" in reply
    assert "> “Not sold any more, see @<!-- -->all<br>and #<!-- -->1.”" in reply


def test_only_who_has_closed_is_quoted(stage):
    issue = proposed(stage)
    pull = stage.repository.pull_requests()[0]
    pull.comment("Mine!", by=stage.ada)
    pull.review("Mine too!", by=stage.ada)
    decline(stage, issue)
    stage.run(issue)
    assert "Mine" not in stage.reply(issue).body


@pytest.mark.parametrize("is_review_last", [True, False])
def test_the_last_words_before_a_decline_are_quoted_comment_or_review(stage, is_review_last):
    issue = proposed(stage)
    pull = stage.repository.pull_requests()[0]
    if not is_review_last:
        pull.review("A first look.", by=stage.maintainer)
    pull.comment("A word.", by=stage.maintainer)
    if is_review_last:
        pull.review("Not sold any more.", by=stage.maintainer, state="CHANGES_REQUESTED")
        pull.review("", by=stage.maintainer)
    decline(stage, issue)
    stage.run(issue)
    wanted = "Not sold any more." if is_review_last else "A word."
    assert f"> “{wanted}”" in stage.reply(issue).body


def test_a_remark_on_a_line_is_quoted_too(stage):
    issue = proposed(stage)
    pull = stage.repository.pull_requests()[0]
    pull.comment("A word.", by=stage.maintainer)
    review = pull.review("", by=stage.maintainer)
    review.remark("This is @ada's Go 2.")
    decline(stage, issue)
    stage.run(issue)
    assert "> “This is @<!-- -->ada's Go 2.”" in stage.reply(issue).body


def test_a_list_that_has_it_meanwhile_is_heard(stage):
    issue = proposed(stage)
    stage.repository.commit({"README.md": LISTED}, message="Add it by hand")
    assert at_rest(stage, issue) == Status.DUPLICATE
    assert heard(stage, issue) == [Status.PROPOSED, Status.DUPLICATE]


def test_a_queue_that_moves_is_heard(stage):
    first, second = proposed(stage), proposed(stage)
    first.close(by=stage.ada)
    assert at_rest(stage, second) == Status.PROPOSED
    assert heard(stage, second) == [Status.WAITING, Status.PROPOSED]


def test_a_take_over_is_heard_and_noted_on_the_pull_request(stage):
    issue = proposed(stage)
    text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
    stage.repository.commit(
        {"README.md": text}, message="Better", branch="bot/issue-1", author=stage.maintainer
    )
    assert at_rest(stage, issue) == Status.TAKEN_OVER
    assert heard(stage, issue) == [Status.PROPOSED, Status.TAKEN_OVER]
    (pull,) = stage.repository.pull_requests()
    assert pull.body.startswith("**`maintainer` has taken over this branch")
    assert "| **new** | Zaptec Go 2 |" in pull.body


def test_a_broken_list_is_heard_and_so_is_its_end(stage):
    issue = proposed(stage)
    stage.repository.commit({"README.md": "# Nothing here\n"}, message="Break it")
    assert at_rest(stage, issue) == Status.README_BROKEN
    stage.repository.commit({"README.md": LIST}, message="Repair it")
    assert at_rest(stage, issue) == Status.PROPOSED
    assert heard(stage, issue) == [Status.PROPOSED, Status.README_BROKEN, Status.PROPOSED]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (new_charger(), Status.PROPOSED),
        (new_charger(ocpp_versions="1.6"), Status.REFUSED),
        ("Please add it", Status.NOT_A_FORM),
        (new_charger("Zaptec Pro"), Status.DUPLICATE),
    ],
)
def test_a_first_reply_mentions_the_author(stage, body, status):
    issue = stage.submit(body)
    assert at_rest(stage, issue) == status
    assert heard(stage, issue) == [status]
    assert "Thank you, @ada!" in stage.reply(issue).body


def test_a_change_which_the_repository_refuses_is_heard_and_so_is_its_end(stage):
    stage.repository.rules = {"creation"}
    issue = proposed(stage)
    stage.repository.rules.clear()
    assert at_rest(stage, issue) == Status.PROPOSED
    assert heard(stage, issue) == [Status.FORBIDDEN, Status.PROPOSED]


def test_the_queue_of_a_person_is_heard_and_so_is_its_end(stage):
    earlier = [proposed(stage, models=f"Go {number}") for number in range(3, 8)]
    issue = proposed(stage)
    earlier[0].close(by=stage.ada)
    assert at_rest(stage, issue) == Status.PROPOSED
    assert heard(stage, issue) == [Status.QUEUED, Status.PROPOSED]


def test_what_the_author_has_just_caused_is_updated_in_place(stage):
    issue = proposed(stage)
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    assert at_rest(stage, issue) == Status.REFUSED
    issue.edit(body=new_charger())
    assert at_rest(stage, issue) == Status.PROPOSED
    assert heard(stage, issue) == [Status.PROPOSED]


def test_what_somebody_else_has_edited_is_heard(stage):
    issue = proposed(stage)
    issue.edit(body=new_charger(ocpp_versions="1.6"), by=stage.maintainer)
    assert at_rest(stage, issue) == Status.REFUSED
    assert heard(stage, issue) == [Status.PROPOSED, Status.REFUSED]


def test_an_old_edit_is_no_cause(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.edit(body=new_charger())
    stage.run(issue)
    decline(stage, issue)
    stage.run(issue)
    assert heard(stage, issue) == [Status.REFUSED, Status.DECLINED]


@pytest.mark.parametrize("act", ["merge", "close"])
def test_a_merge_and_a_closing_are_updated_in_place(stage, act):
    issue = proposed(stage)
    if act == "merge":
        stage.repository.pull_requests()[0].merge(by=stage.maintainer)
    else:
        issue.close(by=stage.maintainer)
    assert at_rest(stage, issue) in {Status.MERGED, Status.WITHDRAWN}
    assert heard(stage, issue) == [Status.PROPOSED]


def test_a_change_whose_event_was_lost_is_heard_after_the_sweep(stage):
    issue = proposed(stage)
    decline(stage, issue, "No.")
    stage.sweep()
    stage.sweep()
    assert heard(stage, issue) == [Status.PROPOSED, Status.DECLINED]


def test_a_comment_of_before_this_version_is_edited_in_place(stage):
    issue = proposed(stage)
    old = stage.reply(issue).body.replace("status proposed", "status")
    stage.reply(issue).edit(old)
    decline(stage, issue)
    stage.run(issue)
    assert heard(stage, issue) == [Status.PROPOSED]
    assert status_in(stage.reply(issue).body) == Status.DECLINED


def test_of_two_comments_the_older_goes(stage):
    issue = proposed(stage)
    newer = issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    stage.run(issue)
    assert stage.reply(issue) is newer


def test_two_runs_at_once_leave_one_comment_without_waiting_for_the_night(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    others = [issue]

    def run_meanwhile(request):
        if request.is_write and others:
            stage.reconcile(others.pop())

    stage.hub.before_each_request = run_meanwhile
    stage.run(issue)
    assert status_in(stage.reply(issue).body) == Status.REFUSED


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


@pytest.mark.parametrize("body", [new_charger(ocpp_versions="1.6"), "Please add it"])
def test_an_answer_given_as_a_comment_is_answered_once(stage, body):
    issue = stage.submit(body)
    stage.run(issue)
    issue.comment("It speaks 1.6J", by=stage.ada)
    assert at_rest(stage, issue) in {Status.REFUSED, Status.NOT_A_FORM}
    assert stage.reply(issue).body.count("only the text of the issue counts") == 1
    issue.edit(body=new_charger(ocpp_versions="1.7"))
    stage.run(issue)
    assert "only the text of the issue counts" not in stage.reply(issue).body


def test_a_bare_title_becomes_that_of_the_pull_request(stage):
    issue = proposed(stage)
    assert issue.title == "New charger: Zaptec Go 2"
    own = stage.submit(new_charger(models="Zaptec Go 3"), title="My charger")
    stage.run(own)
    assert own.title == "My charger"


# What people do to the pull request


def test_a_title_that_a_person_has_given_stays_until_the_submission_changes(stage):
    issue = proposed(stage)
    (pull,) = stage.repository.pull_requests()
    pull.edit(title="The better one", by=stage.maintainer)
    stage.run(issue)
    assert not stage.hub.writes
    stage.repository.commit(
        {"README.md": LIST.replace("Zaptec Pro |", "Zaptec Pro X |")}, message="Others"
    )
    stage.run(issue)
    assert pull.title == "The better one"
    issue.edit(body=new_charger(models="Zaptec Go 3"))
    assert at_rest(stage, issue) == Status.PROPOSED
    assert pull.title == "Add Zaptec Go 3"


@pytest.mark.parametrize("keeps_last_line", [True, False])
def test_a_text_that_a_person_has_written_stays_until_the_submission_changes(
    stage, keeps_last_line
):
    issue = proposed(stage)
    (pull,) = stage.repository.pull_requests()
    last = pull.body.rpartition("\n\n")[2]
    assert last.startswith("<!-- charger-bot: written for ")
    mine = f"Closes #1\n\n{last if keeps_last_line else ''}"
    pull.edit(body=mine, by=stage.maintainer)
    stage.run(issue)
    assert pull.body == mine
    issue.edit(body=new_charger(notes="Other"))
    assert at_rest(stage, issue) == Status.PROPOSED
    assert "Other" in pull.body


def test_a_branch_that_is_deleted_after_a_take_over_and_labelled_anew_is_a_fresh_start(stage):
    issue = proposed(stage)
    theirs = stage.repository.commit(
        {"README.md": LISTED}, message="Mine", branch="bot/issue-1", author=stage.maintainer
    )
    stage.run(issue)
    stage.repository.delete_branch("bot/issue-1", by=stage.maintainer)
    assert at_rest(stage, issue) == Status.DECLINED
    issue.remove_label("new-charger", by=stage.maintainer)
    issue.add_label("new-charger", by=stage.maintainer)
    assert at_rest(stage, issue) == Status.PROPOSED
    old, new = stage.repository.pull_requests()
    assert (old.state, new.state) == ("closed", "open")
    assert stage.repository.branches["bot/issue-1"] != theirs


def test_a_pull_request_that_another_workflow_has_closed_is_not_opened_again(stage):
    issue = proposed(stage)
    (pull,) = stage.repository.pull_requests()
    pull.comment("Closed for lack of activity.", by=stage.hub.viewer)
    pull.close(by=stage.hub.viewer)
    assert at_rest(stage, issue) == Status.DECLINED
    assert stage.reply(issue).body.startswith("**Another workflow has closed pull request #2")
    assert "> “Closed for lack of activity.”" in stage.reply(issue).body
