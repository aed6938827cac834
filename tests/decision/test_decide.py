"""What decides on an issue, the strongest reason first."""

import pytest

from bot.decision.decide import MAX_OPEN, decide
from bot.decision.decision import AppliedProposal, Decision, RowPlace, Status
from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyClaimed, AlreadyListed, Refusal, Waiting
from bot.decision.situation import PullRequest, PullRequestState, Situation
from bot.errors import MaintainerError, ReadmeError
from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from bot.rules import form_rules, value_rules
from tests.charger_list import FORMS, LIST
from tests.stage import correction, filled_in, form, new_charger

ADA = Author("ada", 12)
NEW = Situation(Issue(7, "", new_charger(), ("new-charger",), ADA), LIST)
OPEN = PullRequest(9)
MERGED = PullRequest(9, PullRequestState.MERGED)
DONE = PullRequest(9, PullRequestState.MERGED, is_done=True)
DECLINED = PullRequest(9, PullRequestState.CLOSED, is_declined=True)
CLOSED = PullRequest(9, PullRequestState.CLOSED)


def issue(**changes) -> Issue:
    return NEW.issue._replace(**changes)


def status(**changes) -> Status:
    return decide(NEW._replace(**changes), FORMS).status


def merged(body: str, text: str = LIST) -> RowPlace | None:
    """The row of a merged submission."""
    decision = decide(Situation(issue(body=body), text, pull_request=DONE), FORMS)
    assert decision.status is Status.MERGED
    assert decision.about is None or isinstance(decision.about, RowPlace)
    return decision.about


def test_an_issue_that_is_no_submission_is_left_alone():
    assert decide(NEW._replace(issue=issue(labels=())), FORMS) == Decision(Status.NOT_ASKED)
    assert status(issue=issue(is_open=False)) is Status.NOT_ASKED


def test_a_valid_submission_is_proposed():
    decision = decide(NEW, FORMS)
    assert decision.status is Status.PROPOSED
    assert isinstance(decision.about, AppliedProposal)
    assert "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | [" in decision.about.applied.after.text
    assert decision.about.applied.before.text == LIST


def other_submissions(count: int, author: Author = ADA) -> tuple[Issue, ...]:
    """Earlier issues of one author."""
    found = []
    for number in range(count):
        found.append(issue(number=number + 1, body=new_charger(f"Go {number + 5}"), author=author))
    return tuple(found)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"issue": issue(is_open=False), "has_comment": True}, Status.WITHDRAWN),
        ({"issue": issue(labels=("bug",)), "has_comment": True}, Status.WITHDRAWN),
        (
            {"issue": issue(labels=()), "has_comment": True, "pull_request": DECLINED},
            Status.NOT_ASKED,
        ),
        ({"pull_request": DECLINED}, Status.DECLINED),
        ({"pull_request": DECLINED, "taken_over_by": "kim"}, Status.TAKEN_OVER),
        ({"issue": issue(labels=()), "taken_over_by": "kim"}, Status.TAKEN_OVER),
        ({"pull_request": DONE, "taken_over_by": "kim"}, Status.MERGED),
        ({"pull_request": DONE}, Status.MERGED),
        ({"pull_request": MERGED, "issue": issue(is_open=False)}, Status.MERGED),
        ({"pull_request": MERGED, "issue": issue(labels=())}, Status.MERGED),
        ({"pull_request": MERGED}, Status.PROPOSED),
        ({"pull_request": CLOSED}, Status.PROPOSED),
        ({"pull_request": OPEN}, Status.PROPOSED),
        ({"issue": issue(body="Please add it")}, Status.NOT_A_FORM),
        ({"issue": issue(body="Please add it"), "readme": "no list"}, Status.NOT_A_FORM),
        ({"issue": issue(labels=("invalid",))}, Status.FOR_MAINTAINER),
        ({"issue": issue(body=new_charger(ocpp_versions="?"))}, Status.REFUSED),
        ({"issue": issue(body=new_charger("Go"))}, Status.DUPLICATE),
        ({"earlier": (issue(number=3, author=None),)}, Status.WAITING),
        ({"readme": "no list"}, Status.README_BROKEN),
        ({"earlier": other_submissions(MAX_OPEN), "readme": "no list"}, Status.OVER_LIMIT),
        (
            {"earlier": other_submissions(MAX_OPEN), "issue": issue(labels=("invalid",))},
            Status.FOR_MAINTAINER,
        ),
    ],
)
def test_the_strongest_reason_decides(changes: dict, expected: Status):
    assert status(**changes) is expected


@pytest.mark.parametrize(
    ("count", "changes", "waits"),
    [
        (MAX_OPEN - 1, {}, False),
        (MAX_OPEN, {}, True),
        (MAX_OPEN, {"pull_request": OPEN}, False),
        (MAX_OPEN, {"pull_request": CLOSED}, True),
    ],
)
def test_five_submissions_of_one_author_are_worked_on(count: int, changes: dict, waits: bool):
    found = status(earlier=other_submissions(count), **changes)
    assert found is (Status.OVER_LIMIT if waits else Status.PROPOSED)


def test_submissions_of_others_keep_nobody_waiting():
    assert status(earlier=other_submissions(MAX_OPEN, Author("kim", 13))) is Status.PROPOSED


@pytest.mark.parametrize("author", [None, Author("ada", 12, may_write=True)])
def test_nobody_and_a_maintainer_are_in_no_queue(author: Author | None):
    earlier = tuple(one._replace(author=author) for one in other_submissions(MAX_OPEN))
    assert status(earlier=earlier, issue=issue(author=author)) is Status.PROPOSED


def test_a_refusal_by_github_forbids_what_is_proposed():
    decision = decide(NEW._replace(forbidden="A rule."), FORMS)
    assert decision.status is Status.FORBIDDEN
    assert isinstance(decision.about, AppliedProposal)
    assert (type(decision.error), str(decision.error)) == (MaintainerError, "A rule.")


def test_a_refusal_by_github_is_an_error_whatever_is_decided():
    refused = NEW._replace(issue=issue(body=new_charger("Go")), forbidden="A rule.")
    decision = decide(refused, FORMS)
    assert (decision.status, str(decision.error)) == (Status.DUPLICATE, "A rule.")


def test_who_takes_over_reads_what_the_bot_would_have_changed():
    decision = decide(NEW._replace(taken_over_by="kim"), FORMS)
    assert isinstance(decision.about, AppliedProposal)
    assert "| Zaptec Go 2 |" in decision.about.applied.after.text
    refused = decide(NEW._replace(taken_over_by="kim", issue=issue(body="")), FORMS)
    assert refused == Decision(Status.TAKEN_OVER)


def test_a_free_text_comes_with_what_it_says():
    decision = decide(NEW._replace(issue=issue(body="The Zaptec Go is wrong")), FORMS)
    assert isinstance(decision.about, FreeText)
    assert decision.about.kind is Kind.CORRECT


def test_a_broken_list_is_an_error_with_its_place():
    error = decide(NEW._replace(readme="no list"), FORMS).error
    assert isinstance(error, ReadmeError)
    twice = LIST.replace("| Zaptec Go |", "| Zaptec Pro |")
    decision = decide(Situation(Issue(7, "", correction(notes="x"), ("invalid",)), twice), FORMS)
    assert decision.status is Status.README_BROKEN
    assert isinstance(decision.error, ReadmeError)
    assert decision.error.line == 1 + LIST[: LIST.index("| Zaptec Pro |")].count("\n")


def test_problems_are_worded_with_the_nouns_of_the_list():
    decision = decide(NEW._replace(issue=issue(body=new_charger("Zaptec"))), FORMS)
    assert isinstance(decision.about, Refusal)
    (problem,) = decision.about.problems
    assert problem.rule is value_rules.NAME_IS_SECTION
    assert problem.facts["section"] == "brand"
    assert decision.about.answers
    other = decide(NEW._replace(issue=issue(labels=("invalid",))), FORMS).about
    assert isinstance(other, Refusal)
    (problem,) = other.problems
    assert (problem.rule, problem.facts["section"]) == (form_rules.WRONG_FORM, "brand")


def test_what_is_waited_for_and_what_is_listed_come_along():
    earlier = (issue(number=3, author=None),)
    claimed = decide(NEW._replace(earlier=earlier), FORMS).about
    assert isinstance(claimed, AlreadyClaimed)
    assert claimed.waiting == (Waiting("Zaptec Go 2", 3),)
    listed = decide(NEW._replace(issue=issue(body=new_charger("Go"))), FORMS).about
    assert isinstance(listed, AlreadyListed)
    assert [row.name for row in listed.rows] == ["Zaptec Go"]


def test_the_row_of_a_merged_submission_is_found():
    assert merged(new_charger("pro", "ZAPTEC")) == RowPlace("zaptec", "Zaptec Pro")
    assert merged(correction(model="Go", notes="x")) == RowPlace("zaptec", "Zaptec Go")
    renamed = correction("Rename the model", model="Old", new_model="Pro")
    assert merged(renamed) == RowPlace("zaptec", "Zaptec Pro")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Please add it", LIST),
        (new_charger(ocpp_versions="?"), LIST),
        (new_charger("Go 2"), LIST),
        (new_charger(brand="Quillon"), LIST),
        (new_charger("Go"), "no list"),
    ],
)
def test_a_row_which_is_not_there_any_more_is_none(body: str, text: str):
    assert merged(body, text) is None


def test_a_correction_is_proposed_by_its_own_form():
    body = filled_in(
        Kind.CORRECT, brand="Zaptec", model="Pro", correction="Remove the entry", reason="gone"
    )
    right = form(Kind.CORRECT)
    decision = decide(Situation(Issue(7, "", body, (right.issue_label,)), LIST), FORMS)
    assert isinstance(decision.about, AppliedProposal)
    assert decision.about.answers.form is right
