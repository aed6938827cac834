"""A branch stays where git's own merge of it is the text that the submission gives on today's list."""

import pytest

from bot.decision.situation import Situation
from bot.errors import MaintainerError
from bot.forms.issue import Issue
from bot.local.merge import merges_cleanly
from tests.charger_list import FORMS
from tests.desired import desired_state
from tests.stage import Stage, correction, new_charger

HEAD = (
    "| Model | OCPP Version | Communication | Notes | Source |\n| --- | --- | --- | --- | --- |\n"
)


def short_list(**brands: str) -> str:
    """A list of brands with one row each."""
    sections = []
    for brand, model in brands.items():
        row = f"| {brand} {model} | 1.6J | ☁️ Cloud |  | Source needed! |\n"
        sections.append(f"### {brand}\n\n{HEAD}{row}")
    return "# List\n\n## EV Charger List\n\n" + "\n".join(sections)


def brand(name: str, models: str) -> tuple[str, str]:
    return new_charger(models, name, sources=""), "new-brand"


def row(brand: str, model: str) -> tuple[str, str]:
    return new_charger(model, brand, sources=""), "new-charger"


def corrected(brand: str, model: str) -> tuple[str, str]:
    return correction(brand=brand, model=model, notes="Corrected"), "invalid"


def with_change(text: str, body: str, label: str) -> str:
    """The list after a submission."""
    desired = desired_state(Situation(Issue(1, "", body, (label,)), text), FORMS)
    assert desired.proposed
    return desired.proposed.readme


TWO = short_list(ABL="Go", Zaptec="Go")
# The list, what a submission asks for, what others have changed meanwhile, what git makes of it.
RIGHT, WRONG, CONFLICT = "right", "wrong", "conflict"
PAIRS = {
    "the same brand twice, and the row above corrected": (
        TWO,
        brand("Easee", "Go"),
        [brand("Easee", "Home"), corrected("ABL", "ABL Go")],
        WRONG,
    ),
    "a row, and a new brand above it": (
        short_list(Zaptec="Go"),
        row("Zaptec", "Aa"),
        [brand("ABL", "Go")],
        RIGHT,
    ),
    "the same brand twice, and a row above": (
        TWO,
        brand("Easee", "Go"),
        [row("ABL", "Home"), brand("Easee", "Home")],
        WRONG,
    ),
    "two brands at one place": (TWO, brand("Easee", "Go"), [brand("Ensto", "Go")], CONFLICT),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_branch_stays_only_if_git_makes_the_right_text_of_it(name):
    text, submission, others, expected = PAIRS[name]
    theirs = text
    for other in others:
        theirs = with_change(theirs, *other)
    ours, today = with_change(text, *submission), with_change(theirs, *submission)
    merged = merges_cleanly(text, ours, theirs)
    found = CONFLICT if merged is None else RIGHT if merged == today else WRONG
    assert found == expected

    stage = Stage(text)
    issue = stage.submit(*submission)
    stage.run(issue)
    (pull,) = stage.repository.pull_requests()
    tip = pull.head_sha
    stage.repository.commit({"README.md": theirs}, message="Others")
    stage.run(issue)
    assert (pull.head_sha == tip) == (expected == RIGHT)
    pull.merge(by=stage.maintainer)
    assert stage.list_on() == today


def test_without_git_a_maintainer_hears_of_it(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(MaintainerError, match="git is not installed"):
        merges_cleanly("a\n", "b\n", "c\n")
