"""Who hears what, and how often: GitHub notifies of new comments, and of no edit."""

import pytest

from bot.decision.decision import Status
from bot.render.markers import status_in
from tests.charger_list import LIST
from tests.octofake.issues import Issue
from tests.stage import Stage, new_charger

LISTED = LIST.replace(
    "| Zaptec Pro |",
    "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |\n| Zaptec Pro |",
)


def decline(stage: Stage, issue: Issue, remark: str = "") -> None:
    pull = stage.repository.pull_requests("open")[-1]
    if remark:
        pull.comment(remark, by=stage.maintainer)
    pull.close(by=stage.maintainer)


def test_a_decline_is_heard_once_and_quotes_the_reason(stage):
    issue = stage.propose()
    decline(stage, issue, "Not sold any more, see @all\nand #1.")
    assert stage.at_rest(issue) == Status.DECLINED
    assert stage.heard(issue) == [Status.PROPOSED, Status.DECLINED]
    reply = stage.reply(issue).body
    assert "Thank you, @ada!" in reply
    assert "> “Not sold any more, see @<!-- -->all<br>and #<!-- -->1.”" in reply


def test_only_who_has_closed_is_quoted(stage):
    issue = stage.propose()
    pull = stage.repository.pull_requests()[0]
    pull.comment("Mine!", by=stage.ada)
    pull.review("Mine too!", by=stage.ada)
    decline(stage, issue)
    stage.run(issue)
    assert "Mine" not in stage.reply(issue).body


@pytest.mark.parametrize("is_review_last", [True, False])
def test_the_last_words_before_a_decline_are_quoted_comment_or_review(stage, is_review_last):
    issue = stage.propose()
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
    issue = stage.propose()
    pull = stage.repository.pull_requests()[0]
    pull.comment("A word.", by=stage.maintainer)
    review = pull.review("", by=stage.maintainer)
    review.remark("This is @ada's Go 2.")
    decline(stage, issue)
    stage.run(issue)
    assert "> “This is @<!-- -->ada's Go 2.”" in stage.reply(issue).body


def test_a_list_that_has_it_meanwhile_is_heard(stage):
    issue = stage.propose()
    stage.repository.commit({"README.md": LISTED}, message="Add it by hand")
    assert stage.at_rest(issue) == Status.DUPLICATE
    assert stage.heard(issue) == [Status.PROPOSED, Status.DUPLICATE]


def test_a_queue_that_moves_is_heard(stage):
    first, second = stage.propose(), stage.propose()
    first.close(by=stage.ada)
    assert stage.at_rest(second) == Status.PROPOSED
    assert stage.heard(second) == [Status.WAITING, Status.PROPOSED]


def test_a_take_over_is_heard_and_noted_on_the_pull_request(stage):
    issue = stage.propose()
    text = stage.list_on("bot/issue-1").replace("Zaptec Go 2", "Zaptec Go Two")
    stage.repository.commit(
        {"README.md": text}, message="Better", branch="bot/issue-1", author=stage.maintainer
    )
    assert stage.at_rest(issue) == Status.TAKEN_OVER
    assert stage.heard(issue) == [Status.PROPOSED, Status.TAKEN_OVER]
    (pull,) = stage.repository.pull_requests()
    assert pull.body.startswith("**`maintainer` has taken over this branch")
    assert "| **new** | Zaptec Go 2 |" in pull.body


def test_a_broken_list_is_heard_and_so_is_its_end(stage):
    issue = stage.propose()
    stage.repository.commit({"README.md": "# Nothing here\n"}, message="Break it")
    assert stage.at_rest(issue) == Status.README_BROKEN
    stage.repository.commit({"README.md": LIST}, message="Repair it")
    assert stage.at_rest(issue) == Status.PROPOSED
    assert stage.heard(issue) == [Status.PROPOSED, Status.README_BROKEN, Status.PROPOSED]


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
    assert stage.at_rest(issue) == status
    assert stage.heard(issue) == [status]
    assert "Thank you, @ada!" in stage.reply(issue).body


def test_a_change_which_the_repository_refuses_is_heard_and_so_is_its_end(stage):
    stage.repository.rules = {"creation"}
    issue = stage.propose()
    stage.repository.rules.clear()
    assert stage.at_rest(issue) == Status.PROPOSED
    assert stage.heard(issue) == [Status.FORBIDDEN, Status.PROPOSED]


def test_the_queue_of_a_person_is_heard_and_so_is_its_end(stage):
    earlier = [stage.propose(models=f"Go {number}") for number in range(3, 8)]
    issue = stage.propose()
    earlier[0].close(by=stage.ada)
    assert stage.at_rest(issue) == Status.PROPOSED
    assert stage.heard(issue) == [Status.OVER_LIMIT, Status.PROPOSED]


def test_what_the_author_has_just_caused_is_updated_in_place(stage):
    issue = stage.propose()
    issue.edit(body=new_charger(ocpp_versions="1.6"))
    assert stage.at_rest(issue) == Status.REFUSED
    issue.edit(body=new_charger())
    assert stage.at_rest(issue) == Status.PROPOSED
    assert stage.heard(issue) == [Status.PROPOSED]


def test_what_somebody_else_has_edited_is_heard(stage):
    issue = stage.propose()
    issue.edit(body=new_charger(ocpp_versions="1.6"), by=stage.maintainer)
    assert stage.at_rest(issue) == Status.REFUSED
    assert stage.heard(issue) == [Status.PROPOSED, Status.REFUSED]


def test_an_old_edit_is_no_cause(stage):
    issue = stage.submit(new_charger(ocpp_versions="1.6"))
    stage.run(issue)
    issue.edit(body=new_charger())
    stage.run(issue)
    decline(stage, issue)
    stage.run(issue)
    assert stage.heard(issue) == [Status.REFUSED, Status.DECLINED]


@pytest.mark.parametrize("act", ["merge", "close"])
def test_a_merge_and_a_closing_are_updated_in_place(stage, act):
    issue = stage.propose()
    if act == "merge":
        stage.repository.pull_requests()[0].merge(by=stage.maintainer)
    else:
        issue.close(by=stage.maintainer)
    assert stage.at_rest(issue) in {Status.MERGED, Status.WITHDRAWN}
    assert stage.heard(issue) == [Status.PROPOSED]


def test_a_change_whose_event_was_lost_is_heard_after_the_sweep(stage):
    issue = stage.propose()
    decline(stage, issue, "No.")
    stage.sweep()
    stage.sweep()
    assert stage.heard(issue) == [Status.PROPOSED, Status.DECLINED]


def test_a_comment_of_before_this_version_is_edited_in_place(stage):
    issue = stage.propose()
    old = stage.reply(issue).body.replace("status proposed", "status")
    stage.reply(issue).edit(old)
    decline(stage, issue)
    stage.run(issue)
    assert stage.heard(issue) == [Status.PROPOSED]
    assert status_in(stage.reply(issue).body) == Status.DECLINED


def test_of_two_comments_the_older_goes(stage):
    issue = stage.propose()
    newer = issue.comment(stage.reply(issue).body, by=stage.hub.viewer)
    stage.run(issue)
    assert stage.reply(issue) is newer


@pytest.mark.parametrize("body", [new_charger(ocpp_versions="1.6"), "Please add it"])
def test_an_answer_given_as_a_comment_is_answered_once(stage, body):
    issue = stage.submit(body)
    stage.run(issue)
    issue.comment("It speaks 1.6J", by=stage.ada)
    assert stage.at_rest(issue) in {Status.REFUSED, Status.NOT_A_FORM}
    assert stage.reply(issue).body.count("only the text of the issue counts") == 1
    issue.edit(body=new_charger(ocpp_versions="1.7"))
    stage.run(issue)
    assert "only the text of the issue counts" not in stage.reply(issue).body
