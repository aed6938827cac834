"""Answers to a form, held against the list of the tests."""

from typing import Any

from bot.decision.claims import claims_of
from bot.decision.proposal import Assessment, Proposal, Refusal
from bot.decision.propose import propose
from bot.document.document import Document
from bot.document.parse import parse
from bot.forms.body import read_answers
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.rules.rule import Problem
from tests.charger_list import FORMS, LIST, SHAPE
from tests.stage import RIGHT, filled_in, form

DOCUMENT = parse(LIST, SHAPE)


def document(before: str, after: str) -> Document:
    """The list with another text in one place."""
    assert before in LIST
    return parse(LIST.replace(before, after, 1), SHAPE)


def with_row(name: str, brand: str = "Zaptec") -> Document:
    """The list with one more row of a brand, above its first one."""
    first = DOCUMENT.section(brand)
    assert first
    row = f"| {first.rows[0].name} |"
    return document(row, f"| {name} | 1.6J | ☁️ Cloud | | |\n{row}")


def assess(
    kind: Kind, text: Document = DOCUMENT, earlier: tuple[Issue, ...] = (), **answers: Any
) -> Assessment:
    """What becomes of right answers but for these."""
    answered = read_answers(form(kind), filled_in(kind, **RIGHT[kind] | answers))
    return propose(answered, FORMS, text, claims_of(earlier, FORMS))


def proposal(
    kind: Kind, text: Document = DOCUMENT, earlier: tuple[Issue, ...] = (), **answers: Any
) -> Proposal:
    """What is proposed for right answers but for these."""
    found = assess(kind, text, earlier, **answers)
    assert isinstance(found, Proposal), found
    return found


def problems(kind: Kind, text: Document = DOCUMENT, **answers: Any) -> tuple[Problem, ...]:
    """What is wrong with answers."""
    found = assess(kind, text, **answers)
    assert isinstance(found, Refusal), found
    assert found.answers
    assert found.answers.form.kind is kind
    return found.problems


def reported(kind: Kind, text: Document = DOCUMENT, **answers: Any) -> list[tuple[str, str | None]]:
    """The codes and fields of what is wrong with answers."""
    return [(problem.rule.code, problem.field) for problem in problems(kind, text, **answers)]
