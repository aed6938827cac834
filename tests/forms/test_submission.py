"""The answers to a form in, values or all problems out, each with the facts that its sentence tells."""

from dataclasses import replace

import pytest
import yaml

from bot.chargers import version_rules
from bot.document.cells import Link
from bot.forms.body import Answers, read_answers
from bot.forms.form import Forms, Kind, load_forms
from bot.forms.submission import Correction, NewEntries, SubmissionReading, read_submission
from bot.rules import value_rules
from bot.rules.rule import Problem
from tests.charger_list import FORMS, OPTIONS
from tests.stage import RIGHT, filled_in, form

VERSIONS, WAYS = OPTIONS["ocpp_versions"], OPTIONS["communication"]
KINDS = ("Change the details", "Rename the model", "Remove the entry")
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


def too_long(field: str, received: str, limit: int, length: int) -> Problem:
    return Problem(
        value_rules.TOO_LONG, field, {"received": received, "limit": limit, "length": length}
    )


def unknown(field: str, received: str, allowed: tuple[str, ...], suggestion: str = "") -> Problem:
    return Problem(
        value_rules.UNKNOWN_CHOICE,
        field,
        {"received": received, "allowed": allowed, "suggestion": suggestion},
    )


@pytest.mark.parametrize(
    ("field", "answer", "problems"),
    [
        *(
            ("brand", nothing, [Problem(value_rules.NO_NAME, "Brand", {"received": nothing})])
            for nothing in ("n/a", "None", "Unknown")
        ),
        ("brand", "\u200b", [Problem(value_rules.MISSING, "Brand")]),
        (
            "brand",
            "Zap\ntec",
            [Problem(value_rules.SEVERAL_LINES, "Brand", {"received": "Zap\ntec"})],
        ),
        ("brand", "x" * 61, [too_long("Brand", "x" * 61, 60, 61)]),
        ("brand", "x" + " " * 478 + "y", []),
        ("brand", "x" + " " * 479 + "y", [too_long("Brand", "x" + " " * 479 + "y", 60, 481)]),
        (
            "brand",
            "<>",
            [
                Problem(value_rules.FORBIDDEN, "Brand", {"received": "<>", "characters": "<>"}),
            ],
        ),
        (
            "brand",
            "a zаp",
            [Problem(value_rules.MIXED_SCRIPTS, "Brand", {"received": "a zаp", "word": "zаp"})],
        ),
        ("models", "none\nx" + "y" * 120, [too_long("Models", "x" + "y" * 120, 120, 121)]),
        ("models", "x" + " " * 958 + "y", []),
        ("models", "a\nx" + " " * 959 + "y", [too_long("Models", "x" + " " * 959 + "y", 120, 961)]),
        ("models", "Go 2\n" * 319 + "Go 2", []),
        (
            "models",
            "Go 2\n" * 320 + "Go 2",
            [Problem(value_rules.TOO_MANY, "Models", {"limit": 40, "count": 321})],
        ),
        (
            "models",
            "\n".join(map(str, range(41))),
            [Problem(value_rules.TOO_MANY, "Models", {"limit": 40, "count": 41})],
        ),
        ("notes", "x" * 301, [too_long("Notes", "x" * 301, 300, 301)]),
        ("notes", "x\ny", [Problem(value_rules.SEVERAL_LINES, "Notes", {"received": "x\ny"})]),
        ("ocpp_versions", "1.6J," * 19 + "2.0", []),
        (
            "ocpp_versions",
            "1.6J," * 20 + "2.0",
            [Problem(value_rules.TOO_MANY_CHOICES, "OCPP versions", {"count": 21})],
        ),
        (
            "ocpp_versions",
            "1.6",
            [Problem(version_rules.VERSION_AMBIGUOUS, "OCPP versions", {"received": "1.6"})],
        ),
        ("ocpp_versions", "2.1 J", []),
        ("ocpp_versions", "2.1 SOAP", [unknown("OCPP versions", "2.1 SOAP", VERSIONS)]),
        (
            "ocpp_versions",
            "1.7J",
            [
                Problem(
                    version_rules.VERSION_OTHER,
                    "OCPP versions",
                    {"received": "1.7J", "allowed": VERSIONS},
                )
            ],
        ),
        ("ocpp_versions", "1.6 jsom", [unknown("OCPP versions", "1.6 jsom", VERSIONS, "1.6J")]),
        ("ocpp_versions", "all", [unknown("OCPP versions", "all", VERSIONS)]),
        ("communication", "CLOUDY", [unknown("Communication", "CLOUDY", WAYS, "Cloud")]),
        ("communication", "ccclo", [unknown("Communication", "ccclo", WAYS)]),
        ("communication", "x" * 61, [unknown("Communication", "x" * 61, WAYS)]),
        (
            "ocpp_versions",
            "1.6J" + " " * 60 + "is not supported",
            [
                Problem(
                    version_rules.VERSION_UNCLEAR,
                    "OCPP versions",
                    {"received": "1.6J is not supported", "allowed": VERSIONS},
                )
            ],
        ),
        (
            "sources",
            f"{ONE}\nftp://x.example",
            [
                Problem(value_rules.ADDRESS_UNREAD, "Sources", {"received": "ftp://x.example"}),
            ],
        ),
        (
            "sources",
            "\n".join(f"{ONE}{n}" for n in range(6)),
            [Problem(value_rules.TOO_MANY, "Sources", {"limit": 5, "count": 6})],
        ),
    ],
)
def test_a_mistake_is_reported_with_what_was_received_and_what_is_allowed(
    field: str, answer: str, problems: list[Problem]
):
    assert list(reading(Kind.ADD, **{field: answer}).problems) == problems


@pytest.mark.parametrize(
    "name",
    [
        "Ладога",
        "चार्जर",
        "ชาร์จ",
        "チャージャー漢字ひらがな",
        "כֹּל",
        "한국",
        "\U00017000\U00017001",
        "Lädt® 7 Ладога",
    ],
)
def test_a_name_may_be_written_in_any_script_with_the_marks_that_it_needs(name: str):
    found = reading(Kind.ADD_SECTION, brand=name).submission
    assert found
    assert found.section == name


def test_names_that_differ_in_what_nobody_sees_are_one():
    found = added(models="\u5145\u7535\n\u5145\u7535\ufe00\n\u5145\u034f\u7535\ufe0f")
    assert found.names == ("\u5145\u7535",)


@pytest.mark.parametrize("letter", ["x", "α", "ж", "7", "x "])
def test_a_mark_upon_what_needs_none_is_forbidden(letter: str):
    received = f"a{letter}\u0335"
    (problem, *_) = reading(Kind.ADD_SECTION, brand=received).problems
    assert problem == Problem(
        value_rules.FORBIDDEN, "Brand", {"received": received, "characters": "\u0335"}
    )


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("☁ cloud", "Cloud"),
        ("☁\ufe0eCLOUD ☁\ufe0f", "Cloud"),
        ("🔌\ufe0f Direct, cloud", "Cloud Direct"),
        *(
            (word, "")
            for word in ("!Cloud", "100% Direct", "C-l-o-u-d", "🔌 Cloud", "🚫 Direct", "Cloud?")
        ),
    ],
)
def test_only_its_own_icon_goes_from_a_way_to_communicate(typed: str, ways: str):
    found = reading(Kind.ADD, communication=typed)
    read = found.submission.values["communication"] if found.submission else ()
    assert read == tuple(ways.split())
    assert [problem.rule.code for problem in found.problems] == ([] if ways else ["unknown_choice"])


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"correction": ""}, [("missing_choice", "Correction", {"allowed": KINDS})]),
        (
            {"correction": "remove"},
            [("unknown_choice", "Correction", {"received": "remove", "suggestion": KINDS[2]})],
        ),
        ({"correction": KINDS[2].upper(), "ocpp_versions": ""}, []),
        (
            {"correction": KINDS[2].upper()},
            [("contradiction", "Correction", {"kind": KINDS[2], "fields": ("OCPP versions",)})],
        ),
        (
            {"correction": KINDS[2] + " " * 60 + "? Never!"},
            [
                (
                    "unknown_choice",
                    "Correction",
                    {"received": KINDS[2] + " ? Never!", "suggestion": ""},
                )
            ],
        ),
        (
            {
                "correction": KINDS[2],
                "new_model": "x",
                "communication": "Cloud",
                "notes": "y",
                "sources": ONE,
            },
            [
                (
                    "contradiction",
                    "Correction",
                    {
                        "fields": (
                            "New model name",
                            "OCPP versions",
                            "Communication",
                            "Notes",
                            "Sources",
                        )
                    },
                )
            ],
        ),
        ({"correction": KINDS[1]}, [("missing", "New model name", {})]),
        ({"correction": KINDS[1], "new_model": "Go 3"}, []),
        ({"new_model": "Go 3"}, [("name_without_renaming", "Correction", {"kind": KINDS[0]})]),
        ({"new_model": "ZAPTEC Pro"}, []),
        ({"ocpp_versions": ""}, [("no_details", "Correction", {"kind": KINDS[0]})]),
        ({"ocpp_versions": "", "notes": "-"}, []),
        (
            {"ocpp_versions": "", "notes": "\u2060"},
            [("no_details", "Correction", {"kind": KINDS[0]})],
        ),
        ({"correction": KINDS[1], "new_model": "\u2060"}, [("missing", "New model name", {})]),
        ({"reason": "?!"}, [("missing", "Reason", {})]),
    ],
)
def test_the_answers_of_a_correction_go_together(answers: dict, problems: list[tuple]):
    found = reading(Kind.CORRECT, **answers).problems
    assert [(problem.rule.code, problem.field) for problem in found] == [
        (code, field) for code, field, _ in problems
    ]
    assert all(
        problem.facts.items() >= facts.items()
        for problem, (*_, facts) in zip(found, problems, strict=True)
    )


def test_the_kind_of_a_correction_is_asked_for_where_its_label_is_gone():
    body = filled_in(Kind.CORRECT, **RIGHT[Kind.CORRECT]).replace("### Correction\n", "")
    problems = read_submission(read_answers(form(Kind.CORRECT), body), FORMS).problems
    assert ("missing_choice", "Correction") in {
        (problem.rule.code, problem.field) for problem in problems
    }


def test_an_optional_answer_that_nobody_sees_is_none():
    found = corrected(notes="\u2060", new_model="\u3164")
    assert (found.values.get("notes"), found.new_name) == (None, None)
    assert corrected(notes="\u2060-").values["notes"] == ""


def test_the_names_are_kept_though_another_answer_is_wrong():
    read = reading(Kind.CORRECT, brand=" zaptec ", model="Go  2", reason="?")
    assert (read.submission, read.section, read.name) == (None, "zaptec", "Go 2")
    read = reading(Kind.CORRECT, brand="<", model="Go 2")
    assert (read.section, read.name) == (None, "Go 2")


def test_what_a_correction_leaves_as_it_is_is_none():
    read = corrected()
    assert (read.new_name, read.values.get("notes")) == (None, None)
    read = corrected(correction=KINDS[1], new_model=f" Go{DASHES}3", notes="-")
    assert (read.new_name, read.values["notes"]) == ("Go-------3", "")
    assert corrected(notes="--").values.get("notes") is None


def test_answers_are_put_into_the_order_of_a_row_and_given_once():
    answers = {
        "ocpp_versions": "2.1, 1.6J, 2.1",
        "communication": "direct\ncloud",
        "sources": f"{TWO}\n{ONE}\n{TWO}",
    }
    read = added(models=" - Go 2\n3) Go 3\n- Go 2", **answers)
    assert read.names == ("Go 2", "Go 3")
    assert read.values["ocpp_versions"] == ("1.6J", "2.1")
    assert read.values["communication"] == ("Cloud", "Direct")
    assert read.values["sources"] == (Link("x.example", TWO), Link("x.example", ONE))


API_LIST = """\
entry: {one: interface, many: interfaces}
columns:
  API: {field: api, kind: name, address: link}
  Auth: {field: auth, kind: text}
  HTTPS: {field: https, kind: yes/no}
forms: {add: add.yml, correct: correct.yml}
correct: {row: api, change: change}
"""


def api_field(name: str, *options: str, required: bool = False) -> dict:
    attributes = {"label": name.capitalize()} | ({"options": list(options)} if options else {})
    return {
        "type": "dropdown" if options else "input",
        "id": name,
        "attributes": attributes,
        "validations": {"required": required},
    }


@pytest.fixture
def apis(tmp_path) -> Forms:
    """The forms of a list whose cells hold words such as `No`."""
    fields = [
        api_field("api", required=True),
        api_field("link"),
        api_field("auth"),
        api_field("https", "Yes", "No"),
    ]
    change = api_field("change", "Change the details", "Remove the entry", required=True)
    folder = tmp_path / "ISSUE_TEMPLATE"
    folder.mkdir()
    for name, body in (("add", fields), ("correct", [change, *fields])):
        form = {"name": name, "description": name, "labels": [name], "body": body}
        (folder / f"{name}.yml").write_text(yaml.safe_dump(form), encoding="utf-8")
    (tmp_path / "list.yml").write_text(API_LIST, encoding="utf-8")
    return load_forms(folder)


def answered(forms: Forms, kind: Kind, **answers: str) -> SubmissionReading:
    form = forms.of_kind(kind)
    assert form
    sections = (f"### {f.label}\n\n{answers.get(f.id, '_No response_')}" for f in form.fields)
    return read_submission(read_answers(form, "\n\n".join(sections)), forms)


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
    assert read.address == "https://cats.example/new"
    (problem,) = answered(apis, Kind.CORRECT, **details).problems
    assert problem.facts["fields"] == ("Auth", "Https", "Link")


def test_several_names_beside_a_problem_are_no_name_to_correct(apis: Forms):
    api, *others = apis.add.fields
    asked = replace(apis.add, fields=(replace(api, type="textarea"), *others))
    read = read_submission(Answers(asked, {"api": "Cats\nDogs", "https": "Maybe"}), apis)
    assert [problem.field for problem in read.problems] == ["Https"]
    assert read.name is None
