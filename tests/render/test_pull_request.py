"""Commits and pull requests."""

import pytest

from bot.decision.proposal import Proposal
from bot.decision.situation import Situation
from bot.document.changes import Addition, NewRow
from bot.forms.issue import Author, Issue
from bot.forms.submission import NewEntries
from bot.render.desired import desired_state
from bot.render.pull_request import commit_message
from tests.charger_list import FORMS, LIST, SHAPE
from tests.stage import new_charger

PROPOSAL = Proposal(
    NewEntries("Zaptec", ("Go 2",), {}), Addition("Zaptec", (NewRow("Zaptec Go 2", ()),)), ()
)


@pytest.mark.parametrize(
    ("number", "author", "message"),
    [
        (None, None, "Add Zaptec Go 2"),
        (7, None, "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("ada"), "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("ada", 0), "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("ada", -1), "Add Zaptec Go 2\n\nAsked for in #7."),
        (7, Author("a b", 1), "Add Zaptec Go 2\n\nAsked for in #7."),
        (
            None,
            Author("ada", 1),
            "Add Zaptec Go 2\n\nCo-authored-by: ada <1+ada@users.noreply.x.example>",
        ),
        (
            7,
            Author("ada[bot]", 12),
            "Add Zaptec Go 2\n\nAsked for in #7.\n\nCo-authored-by: ada[bot] <12+ada[bot]@users.noreply.x.example>",
        ),
    ],
)
def test_a_commit_credits_an_account_that_is_known(
    number: int | None, author: Author | None, message: str
):
    assert (
        commit_message(PROPOSAL, SHAPE, Issue(number, "", "", (), author), "x.example") == message
    )


def test_a_decision_credits_the_author_on_the_server_that_it_was_made_on():
    issue = Issue(7, "", new_charger(), ("new-charger",), Author("ada", 12))
    proposed = desired_state(Situation(issue, LIST, host="x.example"), FORMS).proposed
    assert proposed
    assert proposed.commit_message.endswith(
        "\n\nCo-authored-by: ada <12+ada@users.noreply.x.example>"
    )
