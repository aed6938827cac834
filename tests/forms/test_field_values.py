"""The answer to one field as a value, or what is wrong with it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.document.cells import Link
from bot.forms.corrections import CorrectionKind
from bot.forms.field_values import Known, read_field
from bot.forms.form import Field, Form, Forms, Kind
from bot.rules import entry_rules, row_rules, value_rules
from bot.rules.rule import Fact, FieldErrors, Problem, Rule
from bot.shape.list_file import LinksColumn
from bot.shape.load import bind
from tests.charger_list import SHAPE
from tests.forms.api_list import api_forms
from tests.stage import form

ADD, CORRECT = form(Kind.ADD), form(Kind.CORRECT)
A, B = "https://x.example/a", "https://y.example/b"
MISSING = Problem(value_rules.MISSING, facts={})


def read(asked: Form, field_id: str, text: str, known: Known | None = None) -> Any:
    return read_field(asked, asked.field(field_id), text, SHAPE, known or Known())


def errors_of(asked: Form, field_id: str, text: str) -> list[Problem]:
    with pytest.raises(FieldErrors) as raised:
        read(asked, field_id, text)
    return list(raised.value.args)


@pytest.fixture(scope="module")
def apis(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    return api_forms(tmp_path_factory.mktemp("apis"))


@pytest.mark.parametrize(("field_id", "value"), [("notes", ""), ("sources", ())])
def test_an_empty_answer_is_empty_where_none_is_needed(field_id: str, value: Any):
    assert read(ADD, field_id, "") == value


@pytest.mark.parametrize("field_id", ["brand", "models", "ocpp_versions", "communication"])
def test_an_empty_answer_is_missing_where_one_is_needed(field_id: str):
    assert errors_of(ADD, field_id, " ") == [MISSING]


@pytest.mark.parametrize("field_id", ["new_model", "notes", "sources", "ocpp_versions"])
def test_an_empty_answer_of_a_correction_leaves_a_cell_as_it_is(field_id: str):
    assert read(CORRECT, field_id, "\u2060") is None


@pytest.mark.parametrize("text", ["-", " - ", "Source needed!"])
def test_links_become_empty_in_a_correction(text: str):
    assert read(CORRECT, "sources", text) == ()


@pytest.mark.parametrize("text", ["none\nn/a", "-\n-"])
def test_lines_for_nothing_leave_links_as_they_are(text: str):
    assert read(CORRECT, "sources", text) is None


def test_the_example_of_the_form_is_no_address():
    example = "https://support.example.com/ocpp"
    facts: dict[str, Fact] = {"received": example}
    assert errors_of(ADD, "sources", f"{A}\n {example} ") == [
        Problem(value_rules.EXAMPLE, facts=facts)
    ]
    assert read(ADD, "sources", f"Support {example}") == (Link("Support", example),)
    assert errors_of(ADD, "sources", "Installation manual https://www.example.com/manual.pdf")
    other = ADD.field("sources")._replace(placeholder="")
    assert read_field(ADD, other, example, SHAPE, Known())


def test_the_example_of_an_address_of_a_name_is_none(apis: Forms):
    asked = apis.add.field(apis.shape.address_field)
    asked = asked._replace(placeholder="https://www.example.com/")
    with pytest.raises(FieldErrors) as raised:
        read_field(apis.add, asked, "https://www.example.com/", apis.shape, Known())
    facts: dict[str, Fact] = {"received": "https://www.example.com/"}
    assert raised.value.args == (Problem(value_rules.EXAMPLE, facts=facts),)


def test_the_example_of_a_name_may_be_meant():
    assert read(CORRECT, "model", "Zaptec Pro") == "Zaptec Pro"


@pytest.mark.parametrize("text", [A, "<https://x.example/a>", "www.x.example"])
def test_an_address_in_the_notes_belongs_among_the_links(text: str):
    facts: dict[str, Fact] = {"received": text, "links": "Sources"}
    assert errors_of(ADD, "notes", text) == [Problem(entry_rules.NOTES_OF_ADDRESS, facts=facts)]
    assert read(ADD, "notes", f"see {text}") == f"see {text}"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1.6J", "OCPP versions"),
        ("OCPP 1.6J, 2.0.1", "OCPP versions"),
        ("Direct", "Communication"),
        ("Cloud only", "Communication"),
        ("☁️ Cloud / 🔌 Direct", "Communication"),
    ],
)
@pytest.mark.parametrize("asked", [ADD, CORRECT])
def test_an_option_in_the_notes_belongs_to_its_question(asked: Form, text: str, label: str):
    facts: dict[str, Fact] = {"received": text, "place": label}
    assert errors_of(asked, "notes", text) == [Problem(entry_rules.NOTES_OF_OPTION, facts=facts)]
    assert read(asked, "notes", f"{text} since 2023") == f"{text} since 2023"


def test_notes_can_be_corrected_with_a_form_that_asks_for_no_links():
    fields = tuple(field for field in CORRECT.fields if field.id != "sources")
    form = CORRECT._replace(fields=fields)
    assert read(form, "notes", "with a socket") == "with a socket"


def test_who_asks_to_remove_a_link_is_told_how():
    (error,) = errors_of(CORRECT, "sources", "dead link, please remove")
    facts: dict[str, Fact] = {"received": ("dead link, please remove",), "suggestion": "-"}
    assert error == Problem(value_rules.ADDRESS_MISSING, facts=facts)


@pytest.mark.parametrize("field_id", ["brand", "model", "correction", "reason"])
def test_a_correction_needs_some_answers(field_id: str):
    assert errors_of(CORRECT, field_id, "") == [MISSING]


def test_a_field_that_is_no_part_of_the_list_has_no_value():
    extra = Field("extra", "Extra", True, (), False)
    assert read_field(ADD, extra, "anything\n#", SHAPE, Known()) is None


@pytest.mark.parametrize(
    ("field_id", "text", "value"),
    [
        ("brand", " zaptec ", "zaptec"),
        ("models", "- Go 2\nnone\n- Pro", ("Go 2", "Pro")),
        ("models", "none\nn/a\nGo", ("Go",)),
        ("ocpp_versions", "2.1, 1.6J", ("1.6J", "2.1")),
        ("communication", "direct\ncloud", ("Cloud", "Direct")),
        ("notes", " a  b ", "a b"),
        ("notes", "Note: a: b", "a: b"),
        ("notes", "Notes", ""),
        ("communication", "Communication: Direct", ("Direct",)),
        ("notes", "Needs: a", "Needs: a"),
        ("notes", "-", ""),
        ("sources", f"Manual {A}\n{B}", (Link("Manual", A), Link("y.example", B))),
    ],
)
def test_an_answer_for_a_new_entry_is_read(field_id: str, text: str, value: Any):
    assert read(ADD, field_id, text) == value


@pytest.mark.parametrize(
    ("asked", "field_id", "rule"),
    [
        (ADD, "models", value_rules.SEVERAL_IN_ONE),
        (ADD, "brand", value_rules.NO_NAME),
        (CORRECT, "model", entry_rules.ALL_ENTRIES),
        (CORRECT, "new_model", value_rules.MORE_THAN_NAME),
    ],
)
def test_words_in_place_of_names_are_none(asked: Form, field_id: str, rule: Rule):
    (error,) = errors_of(asked, field_id, "see above")
    assert error == Problem(value_rules.NO_NAME, facts={"received": "see above"})
    (error,) = errors_of(asked, field_id, "all models")
    assert (error.rule, error.facts["received"]) == (rule, "all models")


@pytest.mark.parametrize(
    ("field_id", "text", "value"),
    [
        ("correction", "Remove the entry", CorrectionKind.REMOVE),
        ("model", "**Go**", "Go"),
        ("new_model", " Go–3 ", "Go-3"),
        ("notes", "-", ""),
        ("notes", "new", "new"),
        ("reason", " a\nb ", " a\nb "),
    ],
)
def test_an_answer_for_a_correction_is_read(field_id: str, text: str, value: Any):
    assert read(CORRECT, field_id, text) == value


def test_only_a_list_can_allow_other_characters_in_a_name():
    known = Known(is_section=lambda name: name == "A#", is_entry=lambda name: name == "B#")
    assert read(ADD, "brand", "A#", known) == "A#"
    assert read(ADD, "models", "B#\nC", known) == ("B#", "C")
    assert read(CORRECT, "model", "B#", known) == "B#"
    for field_id in ("brand", "models"):
        with pytest.raises(FieldErrors):
            read(ADD, field_id, "C#", known)


def test_the_limits_of_a_name_are_those_of_its_field():
    assert read(ADD, "brand", "x" * 60) == "x" * 60
    assert errors_of(ADD, "brand", "x" * 61)[0].facts["limit"] == 60
    assert read(ADD, "models", "x" * 120) == ("x" * 120,)
    assert errors_of(ADD, "models", "x" * 121)[0].facts["limit"] == 120


def test_what_is_wrong_with_each_name_is_reported():
    found = errors_of(ADD, "models", "a#1\nGo 2\nb#2")
    assert [error.facts["received"] for error in found] == ["a#1", "b#2"]


@pytest.mark.parametrize(
    "answer",
    ["| Model | OCPP |\n| Go 2 | 1.6J |", "Model | OCPP\n:--|--\nGo 2 | 1.6J", "a#\n|-|\nb"],
)
def test_a_table_is_told_once(answer: str):
    assert errors_of(ADD, "models", answer) == [Problem(value_rules.TABLE, facts={})]


def test_pipes_around_a_name_and_a_line_of_hyphens_are_no_table():
    assert read(ADD, "models", "| Go 2 |\n---\nGo | Pro") == ("Go 2", "Go | Pro")
    assert read(ADD, "models", "X-X |") == ("X-X |",)


def test_forty_names_fit():
    names = [f"Go {number}" for number in range(41)]
    assert len(read(ADD, "models", "\n".join([*names[:40], "Go 0"]))) == 40
    facts = {"limit": 40, "count": 41}
    assert errors_of(ADD, "models", "\n".join(names)) == [
        Problem(value_rules.TOO_MANY, facts=facts)
    ]


def test_a_field_of_one_line_has_one_name():
    models = ADD.field("models")._replace(type="input")
    assert read_field(ADD, models, "- Go 2", SHAPE, Known()) == ("- Go 2",)
    with pytest.raises(FieldErrors) as raised:
        read_field(ADD, models, "Go\nPro", SHAPE, Known())
    assert raised.value.args[0].rule is value_rules.SEVERAL_LINES
    with pytest.raises(FieldErrors) as raised:
        read_field(ADD, models, "all models", SHAPE, Known())
    assert raised.value.args[0].rule is value_rules.MORE_THAN_NAME


def test_links_with_one_address_are_refused():
    error = Problem(row_rules.LINK_TWICE, facts={"received": f"[Sheet]({A})"})
    assert errors_of(ADD, "sources", f"Manual {A}\nSheet {A}\n{B}") == [error]


def test_a_link_without_a_title_may_have_that_of_its_column():
    columns = dict(SHAPE.file.columns)
    links = columns["Source"]
    assert isinstance(links, LinksColumn)
    columns["Source"] = replace(links, title="manual")
    shape = bind(replace(SHAPE.file, columns=columns), SHAPE.options)
    read = read_field(ADD, ADD.field("sources"), f"{A}\nSheet {B}", shape, Known())
    assert read == (Link("manual", A), Link("Sheet", B))


def test_a_reason_that_is_not_asked_for_may_say_nothing():
    field = CORRECT.field("reason")
    assert errors_of(CORRECT, "reason", "?") == [
        Problem(value_rules.NOTHING_SAID, facts={"received": "?"})
    ]
    assert read_field(CORRECT, field._replace(required=False), "?", SHAPE, Known()) == "?"


def test_the_addresses_of_names_are_read_without_titles(apis: Forms):
    link = apis.add.field("link")
    read_link = (apis.add, link, f"Manual {A}", apis.shape, Known())
    assert read_field(*read_link) == (A,)
    needed = link._replace(required=True)
    with pytest.raises(FieldErrors) as raised:
        read_field(apis.add, needed, "none", apis.shape, Known())
    assert raised.value.args == (MISSING,)
    rules = {link: value_rules.ADDRESS_OR_NOTHING, needed: value_rules.ADDRESS_MISSING}
    for asked, rule in rules.items():
        with pytest.raises(FieldErrors) as raised:
            read_field(apis.add, asked, "mine", apis.shape, Known())
        assert raised.value.args[0].rule is rule


def test_a_text_that_a_correction_needs_is_missing(apis: Forms):
    correct = apis.of_kind(Kind.CORRECT)
    assert correct
    auth = correct.field("auth")
    assert read_field(correct, auth, "No", apis.shape, Known()) == "No"
    assert read_field(correct, auth, " ", apis.shape, Known()) is None
    with pytest.raises(FieldErrors) as raised:
        read_field(correct, auth._replace(required=True), " ", apis.shape, Known())
    assert raised.value.args == (MISSING,)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Notes: both need 5.1", "### Notes"),
        ("note", "### Notes"),
        ("OCPP: 1.6J", "### OCPP versions"),
        ("Sources:", "### Sources"),
    ],
)
def test_a_line_with_the_label_of_another_question_is_no_name(line: str, heading: str):
    facts: dict[str, Fact] = {"received": line, "heading": heading}
    error = Problem(value_rules.OTHER_LABEL_IN_FRONT, facts=facts)
    assert errors_of(ADD, "models", f"Go 2\n{line}") == [error]


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("Go:", "- Plus\n- Pro"),
        ("The following:", "Go 2"),
        ("Models:", "\nGo 2\nGo 3"),
        ("Go", "- Plus\n- Pro"),
        ("Go family", "\n1. Go Plus\n2. Go Pro"),
    ],
)
def test_a_line_which_leads_to_others_is_no_name(heading: str, below: str):
    error = Problem(value_rules.HEADING_OF_NAMES, facts={"received": heading})
    assert errors_of(ADD, "models", f"{heading}\n{below}") == [error]


@pytest.mark.parametrize("lines", ["- Go\n- Pro", "- Go\nPro", "1. Go\n2. Pro\nMax", "Go 2\n  Pro"])
def test_bullets_in_front_of_the_first_line_have_no_heading(lines: str):
    assert len(read(ADD, "models", lines)) == len(lines.split("\n"))


@pytest.mark.parametrize(
    "lines",
    [
        "Model\tPower\nGo 2\t22 kW",
        "Go 2\nPower: 22 kW\nConnector: Type 2",
        "| Go 2 | 22 kW |",
    ],
)
def test_a_table_is_refused_as_one(lines: str):
    assert errors_of(ADD, "models", lines) == [Problem(value_rules.TABLE)]


@pytest.mark.parametrize(
    "lines", ["Zaptec\tGo 2\nZaptec\tPro 2", "Go 2\tPro", "Go: EU\nGo: US", "Go 2: EU\nGo 3: US"]
)
def test_a_section_or_a_name_in_front_makes_no_table(lines: str):
    assert len(read(ADD, "models", lines)) == len(lines.split("\n"))


@pytest.mark.parametrize("line", ["Go 2\nGo:", "Go:", ":zap:\nGo", "Go: 2\nPro"])
def test_other_colons_lead_to_no_other_line(line: str):
    assert len(read(ADD, "models", line)) == len(line.split("\n"))


def test_the_first_word_of_another_label_before_a_colon_is_enough():
    asked = ADD._replace(fields=(*ADD.fields[:2], ADD.fields[2]._replace(label="OCPP it speaks")))
    (error,) = errors_of(asked, "models", "OCPP: 1.6J")
    assert error.rule is value_rules.OTHER_LABEL_IN_FRONT


@pytest.mark.parametrize("listed", ["Go", "Go:"])
def test_a_listed_name_with_a_colon_leads_to_no_other_line(listed: str):
    known = Known(is_entry=listed.__eq__)
    assert read(ADD, "models", "Go:\nPro", known)[1:] == ("Pro",)


@pytest.mark.parametrize("line", ["OCPP Box", "Zaptec Sources", "Models: Go"])
def test_other_words_around_a_label_may_be_a_name(line: str):
    assert read(ADD, "models", line) == (line,)


def test_a_name_like_a_label_is_read_where_the_list_has_it_or_names_begin_with_no_section(
    apis: Forms,
):
    assert read(ADD, "models", "Notes", Known(is_entry="Notes".__eq__)) == ("Notes",)
    field = apis.add.field("api")
    assert read_field(apis.add, field, "Link", apis.shape, Known()) == ("Link",)
