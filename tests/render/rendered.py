"""What the bot writes about answers to a form."""

from typing import Any

from bot.decision.decide import decide
from bot.decision.decision import AppliedProposal
from bot.decision.situation import Situation
from bot.forms.form import Kind
from bot.forms.issue import Author, Issue
from bot.render.desired import DesiredState, Proposed
from tests.charger_list import FORMS, LIST
from tests.desired import desired_state
from tests.stage import RIGHT, filled_in, form

ADA = Author("ada", 12)


def situation(kind: Kind, text: str = LIST, **answers: Any) -> Situation:
    """An issue with right answers but for these."""
    asked = form(kind)
    body = filled_in(kind, **RIGHT[kind] | answers)
    return Situation(Issue(7, asked.title, body, (asked.issue_label,), ADA), text)


def rendered(kind: Kind, text: str = LIST, **answers: Any) -> DesiredState:
    """All that is written about right answers but for these."""
    return desired_state(situation(kind, text, **answers), FORMS)


def proposed(kind: Kind, text: str = LIST, **answers: Any) -> Proposed:
    """The pull request for right answers but for these."""
    found = rendered(kind, text, **answers)
    assert found.proposed, found.problems
    return found.proposed


def changed(kind: Kind, text: str = LIST, **answers: Any) -> AppliedProposal:
    """The change of the list for right answers but for these."""
    found = decide(situation(kind, text, **answers), FORMS).about
    assert isinstance(found, AppliedProposal)
    return found
