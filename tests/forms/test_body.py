"""The body of an issue in, the answers to its form out."""

import pytest

from bot.forms.body import Answers, label_fields, outline, read_answers, renamed_labels
from bot.forms.form import Kind
from bot.rules import form_rules
from bot.rules.rule import Problem
from tests.stage import RIGHT, filled_in, form


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_all_kinds_are_read_alike(end: str):
    body = filled_in(Kind.ADD, **RIGHT[Kind.ADD] | {"models": "Go 2\n\nGo 3"})
    answers = read_answers(form(Kind.ADD), body.replace("\n", end))
    assert answers == read_answers(form(Kind.ADD), body)
    assert answers.texts["models"] == "Go 2\n\nGo 3"


@pytest.mark.parametrize(
    ("body", "lines", "open_fence"),
    [
        ("### a\n### b ", ["### a", "### b "], ""),
        ("```\n### a\n```\n### b", ["### b"], ""),
        ("  ~~~~ x\n~~~\n~~~~ x\n### a", [], "~~~~"),
        ("~~~ `\n### a\n~~~~~ \n### b", ["### b"], ""),
        ("``` `\n### a", ["### a"], ""),
        ("```\n~~~\n### a\n```\n~~~", [], "~~~"),
        (" ### a\n#### b\n###c\n    ```\n### d", ["### d"], ""),
    ],
)
def test_headings_are_found_outside_of_fences(body: str, lines: list[str], open_fence: str):
    found = outline(body)
    assert [body[heading.start : heading.end] for heading in found.headings] == lines
    assert [f"### {heading.text}" for heading in found.headings] == [line.strip() for line in lines]
    assert (found.body, found.open_fence) == (body, open_fence)


def test_the_fence_around_an_answer_that_is_asked_for_as_code_is_none_of_it():
    asked = form(Kind.ADD)
    as_code = asked._replace(
        fields=tuple(field._replace(fenced=field.id == "notes") for field in asked.fields)
    )
    body = filled_in(Kind.ADD, notes="```text\n### Models\nNot `one`\n```")
    assert (
        read_answers(as_code, body.replace("```", "~~~")).texts["notes"] == "### Models\nNot `one`"
    )
    assert read_answers(as_code, body).texts["notes"] == "### Models\nNot `one`"
    assert read_answers(asked, body).texts["notes"] == "### Models\nNot `one`"
    for mark in ("```", "~~~"):
        partly = filled_in(Kind.ADD, notes=f"{mark}text\none\n{mark}\ntwo")
        assert read_answers(as_code, partly).texts["notes"] == "one\ntwo"
    nothing = filled_in(Kind.ADD, notes="```\n```")
    assert read_answers(asked, nothing).texts["notes"] == ""
    indented = filled_in(Kind.ADD, notes="    ```")  # code, which begins no block
    assert read_answers(asked, indented).texts["notes"] == "```"
    for typed in ("```\none\n```\n```\ntwo\n```", "```\none\n    ```\n```"):
        assert read_answers(asked, filled_in(Kind.ADD, notes=typed)).texts["notes"] == typed


@pytest.mark.parametrize("answer", ["_No response_ both", "both _No response_"])
def test_the_mark_of_no_answer_beside_one_is_none_of_it(answer: str):
    assert read_answers(form(Kind.ADD), filled_in(Kind.ADD, notes=answer)).texts["notes"] == "both"


def test_a_dropdown_and_boxes_are_read_as_what_was_chosen():
    body = filled_in(Kind.ADD, ocpp_versions="None", notes="None", communication="None\n")
    texts = read_answers(form(Kind.ADD), body).texts
    assert (texts["ocpp_versions"], texts["communication"], texts["notes"]) == ("", "", "None")
    assert read_answers(form(Kind.ADD), filled_in(Kind.ADD, notes="_no response_")).texts["notes"]
    boxes = " - [x] 1.6J\n* [X]\t2.0.1 \n- [ ] 2.1"
    texts = read_answers(
        form(Kind.ADD), filled_in(Kind.ADD, ocpp_versions=boxes, notes=boxes)
    ).texts
    assert (texts["ocpp_versions"], texts["notes"]) == ("1.6J\n2.0.1", boxes.strip())
    mixed = filled_in(Kind.ADD, communication="Cloud\n- [x] Direct\n- [ ] Cloud\nnot - [x] Cloud")
    assert (
        read_answers(form(Kind.ADD), mixed).texts["communication"]
        == "Cloud\nDirect\nnot - [x] Cloud"
    )
    nothing = filled_in(Kind.ADD, ocpp_versions="- [ ] 1.6J\n- [ ] 2.1")
    assert read_answers(form(Kind.ADD), nothing).texts["ocpp_versions"] == ""


def test_answers_out_of_order_are_reported_with_the_one_that_they_come_after():
    body = "### Notes\n\na\n\n### Brand\n\nb\n\n### Models\n\nc\n\n### Sources\n\n### Notes\n### Communication"
    problems = read_answers(
        form(Kind.ADD), body.replace("### Notes", "### OCPP versions", 1)
    ).problems
    assert problems == (
        Problem(form_rules.LABEL_MISPLACED, "Brand", {"before": "OCPP versions"}),
        Problem(form_rules.LABEL_MISPLACED, "Models", {"before": "OCPP versions"}),
        Problem(form_rules.LABEL_MISPLACED, "Notes", {"before": "Sources"}),
        Problem(form_rules.LABEL_MISPLACED, "Communication", {"before": "Sources"}),
    )


def test_a_text_without_labels_has_no_answers():
    assert read_answers(form(Kind.ADD), "Please add it.") == Answers(form(Kind.ADD), {})


def test_a_text_above_the_first_label_is_no_answer():
    found = read_answers(form(Kind.ADD), " Hello!\n\n### Brand\n\nZaptec")
    assert (found.texts, found.preface) == ({"brand": "Zaptec"}, "Hello!")


@pytest.mark.parametrize("heading", ["Model", "Model name", "Names of the model(s)", "The Models"])
def test_a_heading_in_nearly_the_words_of_a_label_asks_for_its_field(heading: str):
    asked = form(Kind.ADD)
    found = label_fields(asked, f"### Brand\n\nZaptec\n\n### {heading}\n\nGo 2")
    assert found[heading].id == "models"


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("### Models Go 2\n\n", "Go 2"),
        ("### Models", ""),
        ("### The Models\n", ""),
        ("### Model name", ""),
        ("### Models Go 2\n\nGo 3", "Go 3"),
    ],
)
def test_an_answer_may_be_on_the_line_of_its_heading(body: str, answer: str):
    assert read_answers(form(Kind.ADD), body).texts["models"] == answer


@pytest.mark.parametrize("heading", ["Charger models here", "Modelled", "Notes and models"])
def test_a_heading_in_other_words_asks_for_none(heading: str):
    assert heading not in label_fields(form(Kind.ADD), f"### {heading}\n\nGo 2")


def body_of(*labels: str) -> str:
    return "\n\n".join(f"### {label}\n\nx" for label in labels)


def test_fewer_headings_than_half_may_be_in_place_of_a_label():
    asked = form(Kind.ADD)
    labels = [field.label for field in asked.fields]
    assert len(labels) == 6
    assert renamed_labels(asked, body_of("a", "b", *labels[2:])) == {
        "a": asked.fields[0],
        "b": asked.fields[1],
    }
    assert renamed_labels(asked, body_of("a", "b", "c", *labels[3:])) == {}


def test_a_heading_is_in_place_of_no_label_which_is_there():
    asked = form(Kind.ADD)
    first, _, *others = (field.label for field in asked.fields)
    assert renamed_labels(asked, body_of("a", first, *others)) == {}


def test_another_heading_among_options_is_reported_once():
    body = "### Brand\n\nZaptec\n\n### Communication\n\nCloud\n\n### Notizen\n\nx\n\n### Quellen"
    found = read_answers(form(Kind.ADD), body)
    facts = {"received": "### Notizen"}
    assert found.problems == (form_rules.LABEL_UNKNOWN.problem("Communication", **facts),)
    assert read_answers(form(Kind.ADD), "### Brand\n\nZaptec\n\n### Notizen").problems == ()


def test_marks_beside_the_placeholder_are_no_answer():
    found = read_answers(form(Kind.ADD), "### Notes\n\n> _No response_\n- _No response_\n- a")
    assert found.texts == {"notes": "- a"}
