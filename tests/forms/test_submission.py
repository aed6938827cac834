"""The answers to a form in, a submission or all problems out."""

import pytest

from bot.document.cells import Link
from bot.forms.body import Answers, read_answers
from bot.forms.corrections import CorrectionKind
from bot.forms.form import Forms, Kind
from bot.forms.submission import (
    Correction,
    NewEntries,
    SubmissionReading,
    Value,
    given_answer,
    read_submission,
)
from bot.rules import form_rules, row_rules, value_rules
from bot.rules.rule import Fact, Problem
from tests.charger_list import FORMS, SHAPE
from tests.forms.api_list import api_forms
from tests.stage import RIGHT, filled_in, form

ADDING = form(Kind.ADD)
KINDS = form(Kind.CORRECT).field("correction").options
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
ONE, TWO = "https://x.example/1", "https://x.example/2"


def reading(kind: Kind, **answers: str) -> SubmissionReading:
    """What is read from a form with right answers but for these."""
    answered = read_answers(form(kind), filled_in(kind, **RIGHT[kind] | answers))
    return read_submission(answered, FORMS)


def added(**answers: str) -> NewEntries:
    """What is accepted of a form for new entries."""
    read = reading(Kind.ADD, **answers).submission
    assert isinstance(read, NewEntries)
    return read


def corrected(**answers: str) -> Correction:
    """What is accepted of a correction."""
    read = reading(Kind.CORRECT, **answers).submission
    assert isinstance(read, Correction)
    return read


def test_right_answers_are_new_entries():
    read = reading(Kind.ADD)
    values: dict[str, Value] = {
        "ocpp_versions": ("1.6J",),
        "communication": ("Cloud",),
        "notes": "",
        "sources": (),
    }
    assert read == SubmissionReading(NewEntries("Zaptec", ("Go 2",), values))


def test_who_uses_the_form_for_a_new_section_is_sure():
    read = reading(Kind.ADD_SECTION).submission
    assert isinstance(read, NewEntries)
    assert (read.section, read.is_sure) == ("Quillon", True)


def test_what_a_correction_leaves_as_it_is_has_no_value():
    values = {"ocpp_versions": ("2.0.1",)}
    read = Correction("Zaptec", "Zaptec Pro", CorrectionKind.CHANGE, None, values, None, "So")
    assert reading(Kind.CORRECT) == SubmissionReading(read)
    for nothing in ("-", ",;"):
        assert reading(Kind.CORRECT, communication=nothing) == SubmissionReading(read)


def test_answers_are_put_into_the_order_of_a_row_and_given_once():
    read = added(
        models=" - Go 2\n3) Go 3\n- Go 2",
        ocpp_versions="2.1, 1.6J, 2.1",
        communication="direct\ncloud",
        sources=f"{TWO}\n{ONE}\n{TWO}",
    )
    assert read.names == ("Go 2", "Go 3")
    assert read.values["ocpp_versions"] == ("1.6J", "2.1")
    assert read.values["communication"] == ("Cloud", "Direct")
    assert read.values["sources"] == (Link("x.example", TWO), Link("x.example", ONE))


def test_details_may_change_with_a_name():
    read = corrected(correction=KINDS[1], new_model=f" Go{DASHES}3", notes="-")
    assert (read.kind, read.new_name) == (CorrectionKind.RENAME, "Go-------3")
    assert read.values == {"ocpp_versions": ("2.0.1",), "notes": ""}


def test_an_optional_answer_that_nobody_sees_is_none():
    read = corrected(notes="\u2060", new_model="\u3164")
    assert (read.values.get("notes"), read.new_name) == (None, None)
    assert corrected(notes="\u2060-").values["notes"] == ""
    assert corrected(notes="--").values.get("notes") is None


def test_the_old_name_is_no_new_one():
    assert corrected(new_model="ZAPTEC Pro").new_name is None


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"correction": ""}, [("missing_choice", "Correction")]),
        ({"correction": "remove"}, [("unknown_choice", "Correction")]),
        ({"correction": KINDS[2]}, [("contradiction", "Correction")]),
        ({"correction": KINDS[1]}, [("missing", "New model name")]),
        ({"new_model": "Go 3"}, [("name_without_renaming", "Correction")]),
        ({"ocpp_versions": ""}, [("no_details", "Correction")]),
        ({"reason": "?!"}, [("nothing_said", "Reason")]),
        (
            {"correction": KINDS[1], "brand": "<", "reason": "?"},
            [("missing", "New model name"), ("forbidden", "Brand"), ("nothing_said", "Reason")],
        ),
    ],
)
def test_all_problems_of_a_correction_are_reported(answers: dict, problems: list[tuple]):
    found = reading(Kind.CORRECT, **answers)
    assert found.submission is None
    assert [(problem.rule.code, problem.field) for problem in found.problems] == problems


def test_a_question_that_was_not_answered_names_its_options():
    facts = {"allowed": KINDS}
    problem = Problem(row_rules.MISSING_CHOICE, "Correction", facts)
    assert reading(Kind.CORRECT, correction="").problems == (problem,)


def test_who_chooses_none_is_told_that_the_list_needs_one():
    facts: dict[str, Fact] = {"allowed": ("1.6S", "1.6J", "2.0", "2.0.1", "2.1")}
    problem = Problem(value_rules.NO_CHOICE, "OCPP versions", facts)
    assert reading(Kind.ADD, ocpp_versions="None").problems == (problem,)
    assert reading(Kind.ADD, ocpp_versions="").problems == (problem,)


def test_the_kind_of_a_correction_is_asked_for_where_its_label_is_gone():
    body = filled_in(Kind.CORRECT, **RIGHT[Kind.CORRECT]).replace("### Correction\n", "")
    problems = read_submission(read_answers(form(Kind.CORRECT), body), FORMS).problems
    found = {(problem.rule, problem.field) for problem in problems}
    assert (row_rules.MISSING_CHOICE, "Correction") in found


def test_an_answer_below_two_labels_is_only_reported_once():
    body = filled_in(Kind.ADD, **RIGHT[Kind.ADD]) + "\n\n### Models\n\nGo 3"
    read = read_submission(read_answers(FORMS.add, body), FORMS)
    assert read.problems == (Problem(form_rules.LABEL_TWICE, "Models"),)
    assert (read.section, read.names) == ("Zaptec", ())


def test_answers_below_an_open_fence_are_not_missed():
    body = filled_in(Kind.ADD, **RIGHT[Kind.ADD] | {"models": "```\nGo 2"})
    read = read_submission(read_answers(FORMS.add, body), FORMS)
    assert read.problems == (Problem(form_rules.FENCE_OPEN, "Models", {"fence": "```"}),)


def test_the_names_are_kept_though_another_answer_is_wrong():
    read = reading(Kind.CORRECT, brand=" zaptec ", model="Go  2", reason="?")
    assert (read.submission, read.section, read.name) == (None, "zaptec", "Go 2")
    read = reading(Kind.CORRECT, brand="<", model="Go 2")
    assert (read.section, read.name) == (None, "Go 2")
    read = reading(Kind.ADD, models="<")
    assert (read.section, read.name, read.names) == ("Zaptec", None, ())
    assert reading(Kind.ADD, brand="<").names == ("Go 2",)


@pytest.mark.parametrize(
    ("kind", "field", "text", "given"),
    [
        (Kind.ADD, "notes", "none", ""),
        (Kind.ADD, "notes", "-", "-"),
        (Kind.ADD, "notes", " no ", ""),
        (Kind.ADD, "notes", "Please add soon, thanks!", ""),
        (Kind.ADD, "notes", "None needed", ""),
        (Kind.ADD, "sources", "thanks", "thanks"),
        (Kind.ADD, "notes", "ISO 15118", "ISO 15118"),
        (Kind.ADD, "sources", "n/a", ""),
        (Kind.ADD, "sources", "Source needed!", ""),
        (Kind.ADD, "models", "none", "none"),
        (Kind.ADD, "notes", "\u2060", "\u2060"),
        (Kind.CORRECT, "new_model", "no change", ""),
        (Kind.CORRECT, "communication", "None", ""),
        (Kind.CORRECT, "communication", "Cloud", "Cloud"),
        (Kind.CORRECT, "notes", "see source", ""),
        (Kind.CORRECT, "reason", "none", "none"),
        (Kind.CORRECT, "sources", "Source needed!", "Source needed!"),
        (Kind.CORRECT, "sources", "-", "-"),
        (Kind.CORRECT, "sources", "none", ""),
    ],
)
def test_words_for_nothing_are_no_answer_where_none_is_needed(
    kind: Kind, field: str, text: str, given: str
):
    assert given_answer(Answers(form(kind), {field: text}), SHAPE, field) == given


def test_words_for_nothing_are_no_text_where_one_is_needed():
    fields = [field._replace(required=True) for field in ADDING.fields]
    needed = ADDING._replace(fields=tuple(fields))
    texts = {"notes": "n/a", "sources": "n/a"}
    assert given_answer(Answers(needed, texts), SHAPE, "notes") == ""
    assert given_answer(Answers(needed, texts), SHAPE, "sources") == "n/a"


def test_links_become_empty_where_new_entries_need_none():
    assert corrected(sources="-").values["sources"] == ()
    fields = tuple(field._replace(required=True) for field in FORMS.add.fields)
    strict = Forms(SHAPE, (FORMS.add._replace(fields=fields), form(Kind.CORRECT)))
    answers = filled_in(Kind.CORRECT, **RIGHT[Kind.CORRECT] | {"sources": "-"})
    read = read_submission(read_answers(form(Kind.CORRECT), answers), strict)
    assert read.problems == (Problem(value_rules.MISSING, "Sources"),)


def test_links_may_be_left_out_only_where_none_is_needed():
    answered = read_answers(ADDING, filled_in(Kind.ADD, **RIGHT[Kind.ADD] | {"sources": "mine"}))
    facts: dict[str, Fact] = {"received": ("mine",)}
    optional = Problem(value_rules.ADDRESS_OR_NOTHING, "Sources", facts)
    assert read_submission(answered, FORMS).problems == (optional,)
    fields = tuple(field._replace(required=True) for field in ADDING.fields)
    needed = answered._replace(form=ADDING._replace(fields=fields))
    problem = Problem(value_rules.ADDRESS_MISSING, "Sources", facts)
    assert problem in read_submission(needed, FORMS).problems


@pytest.fixture
def apis(tmp_path) -> Forms:
    return api_forms(tmp_path)


def answered(forms: Forms, kind: Kind, **answers: str) -> SubmissionReading:
    form = forms.of_kind(kind)
    assert form
    return read_submission(Answers(form, answers), forms)


def test_a_list_without_sections_has_entries_of_none(apis: Forms):
    read = answered(apis, Kind.ADD, api="Cats", link="https://cats.example").submission
    values: dict[str, Value] = {"auth": "", "https": ()}
    assert read == NewEntries("", ("Cats",), values, ("https://cats.example",))


def test_words_for_nothing_are_values_where_no_remarks_are_asked_for(apis: Forms):
    read = answered(apis, Kind.ADD, api="Cats", auth="No", https="No").submission
    assert read
    assert read.values == {"auth": "No", "https": ("No",)}
    read = answered(apis, Kind.ADD, api="Cats", auth="n/a").submission
    assert read
    assert read.values["auth"] == ""


def test_the_address_of_a_name_is_a_detail_to_correct(apis: Forms):
    details = {"api": "Cats", "change": "Change the details"}
    read = answered(apis, Kind.CORRECT, **details, link="https://cats.example/new").submission
    assert isinstance(read, Correction)
    assert (read.address, read.new_name, read.reason) == ("https://cats.example/new", None, "")
    (problem,) = answered(apis, Kind.CORRECT, **details).problems
    assert problem.facts["fields"] == ("Auth", "Https", "Link")


def test_a_correction_leaves_an_address_that_is_needed_as_it_is(apis: Forms):
    fields = tuple(field._replace(required=True) for field in apis.add.fields)
    correct = apis.of_kind(Kind.CORRECT)
    assert correct
    strict = Forms(apis.shape, (apis.add._replace(fields=fields), correct))
    read = answered(strict, Kind.CORRECT, api="Cats", change="Change the details", auth="Key")
    assert isinstance(read.submission, Correction)
    assert (read.submission.address, read.submission.values) == (None, {"auth": "Key"})


def test_a_form_which_does_not_ask_for_the_kind_changes_details(apis: Forms):
    correct = apis.of_kind(Kind.CORRECT)
    assert correct
    asked = correct._replace(fields=correct.fields[1:])
    read = read_submission(Answers(asked, {"api": "Cats", "auth": "No"}), apis).submission
    assert isinstance(read, Correction)
    assert read.kind is CorrectionKind.CHANGE


def test_several_names_beside_a_problem_are_no_name_to_correct(apis: Forms):
    api, *others = apis.add.fields
    asked = apis.add._replace(fields=(api._replace(type="textarea"), *others))
    read = read_submission(Answers(asked, {"api": "Cats\nDogs", "https": "Maybe"}), apis)
    assert [problem.field for problem in read.problems] == ["Https"]
    assert read.name is None
