"""The kind of a correction, and answers that do not go with it."""

import pytest

from bot.forms.body import read_answers
from bot.forms.corrections import (
    CorrectionKind,
    contradiction,
    correction_kind,
    option_of,
    read_correction,
    without_old_name,
)
from bot.forms.form import Kind
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, FieldErrors, Problem
from tests.charger_list import SHAPE
from tests.stage import RIGHT, filled_in, form

FORM = form(Kind.CORRECT)
FIELD = FORM.field("correction")
CHANGE, RENAME, REMOVE = FIELD.options
DETAILS = ("OCPP versions", "Communication", "Notes", "Sources")
SOURCE = "https://x.example"


def found(**answers: str) -> Problem | None:
    """What is wrong with right answers but for these."""
    answered = read_answers(FORM, filled_in(Kind.CORRECT, **RIGHT[Kind.CORRECT] | answers))
    return contradiction(answered, SHAPE, {"new_model": "", **answered.texts})


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (CHANGE, CorrectionKind.CHANGE),
        (f" - {RENAME.upper()} ", CorrectionKind.RENAME),
        (REMOVE, CorrectionKind.REMOVE),
        ("", None),
        ("remove", None),
        (f"{REMOVE}?", None),
        (f"{CHANGE}, {REMOVE}", None),
    ],
)
def test_an_option_means_the_kind_it_begins_with(answer: str, kind: CorrectionKind | None):
    assert correction_kind(FIELD, answer) is kind


def test_a_form_without_the_question_changes_details():
    assert correction_kind(None, REMOVE) is CorrectionKind.CHANGE


def test_the_option_of_a_kind_is_quoted():
    assert [option_of(FIELD, kind) for kind in CorrectionKind] == list(FIELD.options)
    assert option_of(None, CorrectionKind.REMOVE) == "Remove"


def test_a_kind_is_read_or_asked_for():
    assert read_correction(FIELD, REMOVE) is CorrectionKind.REMOVE
    with pytest.raises(FieldErrors) as raised:
        read_correction(FIELD, " \u2060")
    assert raised.value.args == (Problem(value_rules.MISSING, facts={}),)
    with pytest.raises(FieldErrors) as raised:
        read_correction(FIELD, " remove ")
    facts: dict[str, Fact] = {"received": "remove", "allowed": FIELD.options, "suggestion": REMOVE}
    assert raised.value.args == (Problem(value_rules.UNKNOWN_CHOICE, facts=facts),)


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"correction": ""},
        {"correction": "remove"},
        {"ocpp_versions": "", "notes": "-"},
        {"ocpp_versions": "", "sources": SOURCE},
        {"correction": REMOVE, "ocpp_versions": ""},
        {"correction": RENAME, "new_model": "Go 3"},
        {"correction": RENAME, "new_model": "Go 3", "ocpp_versions": ""},
    ],
)
def test_answers_go_together(answers: dict[str, str]):
    assert found(**answers) is None


@pytest.mark.parametrize(
    ("answers", "fields"),
    [
        ({}, DETAILS[:1]),
        ({"ocpp_versions": "", "new_model": "x"}, ("New model name",)),
        (
            {"new_model": "x", "communication": "Cloud", "notes": "y", "sources": SOURCE},
            ("New model name", *DETAILS),
        ),
    ],
)
def test_a_removal_needs_no_other_answer(answers: dict[str, str], fields: tuple[str, ...]):
    facts: dict[str, Fact] = {"kind": REMOVE, "fields": fields}
    problem = Problem(entry_rules.CONTRADICTION, "Correction", facts)
    assert found(correction=REMOVE.upper(), **answers) == problem


def test_a_source_of_a_removal_belongs_into_its_reason():
    problem = found(correction=REMOVE, ocpp_versions="", sources=SOURCE)
    facts: dict[str, Fact] = {"kind": REMOVE, "fields": ("Sources",), "place": ("Reason",)}
    assert problem == Problem(entry_rules.LINKS_OF_REMOVAL, "Correction", facts)


@pytest.mark.parametrize("new_model", ["", "\u2060"])
def test_a_new_name_needs_one(new_model: str):
    problem = Problem(value_rules.MISSING, "New model name")
    assert found(correction=RENAME, new_model=new_model) == problem


def test_a_change_of_details_has_no_new_name():
    facts: dict[str, Fact] = {"kind": CHANGE, "received": "Go 3", "other": RENAME}
    problem = Problem(entry_rules.NAME_WITHOUT_RENAMING, "Correction", facts)
    assert found(new_model=" Go 3 ") == problem


@pytest.mark.parametrize("notes", ["", "\u2060"])
def test_a_change_needs_a_detail(notes: str):
    facts: dict[str, Fact] = {
        "kind": CHANGE,
        "fields": DETAILS,
        "rename": RENAME,
        "removal": REMOVE,
    }
    problem = Problem(entry_rules.NO_DETAILS, "Correction", facts)
    assert found(ocpp_versions="", notes=notes) == problem


@pytest.mark.parametrize(("field", "label"), [("notes", "Notes"), ("sources", "Sources")])
def test_words_for_nothing_in_place_of_a_detail_are_asked_about(field: str, label: str):
    answered = read_answers(
        FORM, filled_in(Kind.CORRECT, **RIGHT[Kind.CORRECT] | {field: " none "})
    )
    said = {"ocpp_versions": "", field: "", "new_model": ""}
    problem = Problem(entry_rules.NOTES_OF_NOTHING, label, {"received": "none"})
    assert contradiction(answered, SHAPE, answered.texts | said) == problem


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ({"new_model": ""}, True),
        ({"new_model": "Go 3"}, True),
        ({"new_model": "ZAPTEC Pro"}, False),
        ({"new_model": " Pro "}, False),
        ({"new_model": "Pro", "correction": RENAME}, True),
        ({"new_model": "Pro", "brand": "go-e"}, True),
    ],
)
def test_the_old_name_is_no_new_one_unless_that_is_asked_for(answers: dict[str, str], kept: bool):
    texts = {"brand": "Zaptec", "model": "Zaptec Pro", "correction": CHANGE, "notes": "x"} | answers
    expected = texts if kept else texts | {"new_model": ""}
    assert without_old_name(FORM, SHAPE, texts) == expected
