"""The form to read an issue by: its labels, held against its body."""

from dataclasses import replace

import pytest

from bot.forms.body import Answers
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.forms.issue_form import answers_in, labelled_forms
from bot.rules import form_rules
from bot.rules.rule import Fact, Problem
from tests.charger_list import FORMS
from tests.stage import RIGHT, filled_in, form

NEW = filled_in(Kind.ADD, **RIGHT[Kind.ADD])
CORRECTION = filled_in(Kind.CORRECT, **RIGHT[Kind.CORRECT])


def read(body: str, *labels: str) -> Answers | Problem | None:
    return answers_in(Issue(7, "", body, labels), FORMS)


def kind_read(body: str, *labels: str) -> Kind:
    """The kind of the form whose answers are read."""
    found = read(body, *labels)
    assert isinstance(found, Answers)
    assert found.texts["brand"]
    return found.form.kind


@pytest.mark.parametrize("body", ["", "Please add my charger", "### Notes\n\nx", "### Marke\n\nx"])
def test_a_text_that_no_form_has_made_has_no_answers(body: str):
    assert read(body, "new-charger") is None
    assert read(body) is None


def test_labels_of_forms_know_no_case():
    labels = ("bug", "Invalid", "NEW-charger")
    found = labelled_forms(Issue(7, "", "", labels), FORMS)
    assert [form.kind for form in found] == [Kind.ADD, Kind.CORRECT]
    assert labelled_forms(Issue(7, "", "", ("new",)), FORMS) == []


@pytest.mark.parametrize(
    ("label", "kind"), [("new-charger", Kind.ADD), ("new-brand", Kind.ADD_SECTION)]
)
def test_of_two_forms_that_ask_the_same_the_label_chooses(label: str, kind: Kind):
    assert kind_read(NEW, label) is kind


def test_a_correction_is_read_by_its_form():
    assert kind_read(CORRECTION, "invalid") is Kind.CORRECT


@pytest.mark.parametrize(("body", "labels"), [(NEW, ("invalid",)), (CORRECTION, ("new-brand",))])
def test_a_label_of_another_form_is_a_problem(body: str, labels: tuple[str, ...]):
    made_with = form(Kind.CORRECT) if body == CORRECTION else FORMS.add
    facts: dict[str, Fact] = {"labels": labels, "name": made_with.name}
    assert read(body, *labels) == Problem(form_rules.WRONG_FORM, None, facts)


@pytest.mark.parametrize("name", ["Notes", "Models"])
def test_an_issue_made_before_a_question_was_renamed_is_of_the_form_of_its_label(name: str):
    fields = tuple(
        one._replace(label="Remarks") if one.label == name else one for one in FORMS.add.fields
    )
    changed = tuple(
        one._replace(fields=fields) if one.kind is Kind.ADD else one for one in FORMS.forms
    )
    found = answers_in(Issue(7, "", NEW, ("new-charger",)), replace(FORMS, forms=changed))
    assert isinstance(found, Answers)
    facts: dict[str, Fact] = {"received": f"### {name}"}
    assert found.form.kind is Kind.ADD
    assert found.problems == (Problem(form_rules.LABEL_RENAMED, "Remarks", facts),)
    assert found.texts["communication"] == "Cloud"


def test_without_a_label_no_form_is_right():
    facts: dict[str, Fact] = {"labels": (), "name": FORMS.add.name}
    assert read(NEW) == Problem(form_rules.WRONG_FORM, None, facts)


@pytest.mark.parametrize("body", [NEW, CORRECTION])
def test_labels_of_which_only_one_can_be_right_are_a_problem(body: str):
    labels = ("new-charger", "invalid")
    assert read(body, *labels) == Problem(form_rules.SEVERAL_KINDS, None, {"labels": labels})


def test_two_labels_of_forms_that_ask_the_same_do_no_harm():
    assert kind_read(NEW, "new-brand", "new-charger") is Kind.ADD


@pytest.mark.parametrize("heading", ["### Model", "### Models name", "### The models"])
def test_a_required_label_in_nearly_its_words_is_recognised(heading: str):
    assert kind_read(NEW.replace("### Models", heading), "new-charger") is Kind.ADD


def test_a_correction_is_recognised_though_a_label_is_that_of_another_form():
    body = CORRECTION.replace("### Model\n", "### Models\n").replace("### Reason", "### The reason")
    assert kind_read(body, "invalid") is Kind.CORRECT


def test_a_required_label_that_is_gone_is_named_where_another_form_fits_better():
    body = CORRECTION.replace("### Reason", "### Why")
    facts: dict[str, Fact] = {"name": FORMS.add.name, "labels": ("### Models",)}
    assert read(body, "new-charger") == Problem(form_rules.LABELS_CHANGED, None, facts)


def test_a_required_label_that_is_gone_is_asked_for_by_the_form_of_the_body():
    found = read(NEW.replace("### Models\n\n", ""), "new-charger")
    assert isinstance(found, Answers)
    assert "models" not in found.texts
