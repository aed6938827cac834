"""Who has asked for an entry before."""

from dataclasses import replace

import pytest

from bot.decision.claims import (
    Claimant,
    Claims,
    claim_key,
    claims_of,
    is_claiming,
    will_claim,
)
from bot.decision.decision import Status
from bot.decision.situation import PullRequest, PullRequestState, Situation
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.forms.submission import NewEntries
from bot.shape.load import bind
from tests.charger_list import FORMS, SHAPE
from tests.stage import correction, filled_in, new_charger

GO_2 = NewEntries("Zaptec", ("Go 2",), {"ocpp_versions": ("1.6J",)})


def asked(number: int | None, body: str, label: str = "new-charger") -> Issue:
    return Issue(number, "", body, (label,))


def test_nothing_is_claimed_by_what_adds_nothing():
    issues = [
        asked(1, "Please add it"),
        asked(2, new_charger(ocpp_versions="none")),
        asked(3, new_charger(), "invalid"),
        asked(None, new_charger()),
        asked(4, "", "bug"),
    ]
    assert claims_of(issues, FORMS) == Claims()
    assert claims_of([], FORMS) == Claims()


def test_an_entry_is_claimed_by_the_earliest_first():
    issues = [
        asked(7, new_charger("Zaptec GO 2\nApollo", "zaptec")),
        asked(3, new_charger("Go 2")),
        asked(5, filled_in(Kind.ADD_SECTION, brand="Quillon", models="One", communication="Cloud",
                           ocpp_versions="2.1"), "new-brand"),
    ]  # fmt: skip
    claims = claims_of(issues, FORMS)
    numbers = {}
    for key, found in claims.entries.items():
        numbers[key] = [claim.issue for claim in found]
    assert numbers[claim_key(SHAPE, GO_2, "Zaptec Go 2")] == [3, 7]
    assert sorted(numbers.values()) == [[3, 7], [5], [7]]
    assert claims.sections == {"zaptec": (3, 7), "quillon": (5,)}


def test_a_correction_touches_its_section_and_claims_no_entry():
    claims = claims_of([asked(7, correction(notes="x"), "invalid")], FORMS)
    assert claims == Claims({}, {"zaptec": (7,)})


def test_names_of_one_entry_have_one_key():
    key = claim_key(SHAPE, GO_2, "Zaptec Go 2")
    assert key == claim_key(SHAPE, NewEntries("ZAPTEC", (), {}), "zaptec go  2")
    assert key != claim_key(SHAPE, GO_2, "Zaptec Go 3")
    assert key != claim_key(SHAPE, NewEntries("go-e", (), {}), "Zaptec Go 2")


def test_where_rows_may_share_a_name_a_key_says_all():
    shape = bind(replace(SHAPE.file, same_names=True), SHAPE.options)
    key = claim_key(shape, GO_2, "Zaptec Go 2")
    same = NewEntries("zaptec", ("x",), {"ocpp_versions": ("1.6J",)}, is_sure=True)
    assert key == claim_key(shape, same, "Zaptec Go 2")
    for values, addresses in (
        ({"ocpp_versions": ("2.1",)}, ()),
        ({"ocpp_versions": ("1.6J",)}, ("https://x.example",)),
    ):
        other = NewEntries("Zaptec", ("Go 2",), values, addresses)
        assert key != claim_key(shape, other, "Zaptec Go 2")


KINDS = {"new-charger", "invalid"}
OPEN, CLOSED, MERGED = PullRequestState
SUBMISSION = asked(3, "")


def claimant(
    issue: Issue = SUBMISSION, *pulls: PullRequestState, is_locked: bool = False
) -> Claimant:
    return Claimant(issue, is_locked, frozenset(pulls))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (claimant(), True),
        (claimant(SUBMISSION._replace(labels=("help", "Invalid"))), True),
        (claimant(SUBMISSION._replace(labels=("help",))), False),
        (claimant(SUBMISSION._replace(labels=("invalid", "needs-info"))), False),
        (claimant(SUBMISSION._replace(labels=("duplicate", "invalid"))), False),
        (claimant(SUBMISSION._replace(is_open=False)), False),
        (claimant(SUBMISSION, OPEN), True),
        (claimant(SUBMISSION, OPEN, CLOSED), True),
        (claimant(SUBMISSION, CLOSED), False),
        (claimant(SUBMISSION, CLOSED, MERGED), True),
        (claimant(is_locked=True), False),
        (claimant(SUBMISSION, OPEN, is_locked=True), True),
        (claimant(SUBMISSION, MERGED, is_locked=True), False),
    ],
)
def test_an_open_submission_claims_while_it_can_become_a_row(one, expected):
    assert is_claiming(one, KINDS) is expected


@pytest.mark.parametrize(
    ("status", "pull", "expected"),
    [
        (Status.PROPOSED, None, True),
        (Status.OVER_LIMIT, None, True),
        (Status.README_BROKEN, None, True),
        (Status.TAKEN_OVER, PullRequest(4), True),
        (Status.REFUSED, None, False),
        (Status.DUPLICATE, None, False),
        (Status.WITHDRAWN, None, False),
        (Status.WAITING, None, True),
        (Status.WAITING, PullRequest(4), False),
        (Status.DECLINED, PullRequest(4, CLOSED, is_declined=True), False),
    ],
)
def test_a_decision_foretells_whether_an_issue_will_claim(status, pull, expected):
    assert will_claim(Situation(SUBMISSION, "", pull_request=pull), status) is expected


def test_a_closed_issue_will_claim_nothing():
    closed = Situation(SUBMISSION._replace(is_open=False), "")
    assert not will_claim(closed, Status.PROPOSED)
