"""From answers to a proposal, with all problems at once."""

from typing import Any

from bot.forms.form import Kind
from bot.rules import entry_rules, value_rules
from tests.decision.assessed import problems, proposal, reported, with_row
from tests.stage import form


def test_right_answers_are_held_against_the_list():
    assert proposal(Kind.ADD).names == ("Zaptec Go 2",)
    assert proposal(Kind.CORRECT, model="PRO").names == ("Zaptec Pro",)


def test_names_are_looked_up_though_other_answers_are_wrong():
    assert reported(Kind.ADD, brand="Zaptek", communication="x", models="Zaptec") == [
        ("section_close", "Brand"),
        ("name_is_section", "Models"),
        ("unknown_choice", "Communication"),
    ]
    assert reported(Kind.ADD, communication="x", models="1.6J") == [
        ("no_name", "Models"),
        ("unknown_choice", "Communication"),
    ]
    assert reported(Kind.CORRECT, model="Sense", reason="?") == [
        ("entry_unknown", "Model"),
        ("nothing_said", "Reason"),
    ]


def test_a_section_is_looked_up_though_the_name_cannot_be_read():
    assert reported(Kind.CORRECT, model="<") == [("forbidden", "Model")]
    assert reported(Kind.CORRECT, brand="Quillon", model="<") == [
        ("section_unknown", "Brand"),
        ("forbidden", "Model"),
    ]


def test_a_name_is_not_looked_up_where_the_section_cannot_be_read():
    assert reported(Kind.CORRECT, brand="<", model="Sense") == [("forbidden", "Brand")]


def test_who_is_sure_of_a_new_section_is_not_asked_about_it():
    wrong: dict[str, Any] = {"brand": "Zaptek", "communication": "x"}
    assert reported(Kind.ADD_SECTION, **wrong) == [("unknown_choice", "Communication")]


def test_problems_are_in_the_order_of_the_form():
    found = problems(Kind.CORRECT, correction="remove", reason="?", notes="a\nb", brand="Quillon")
    labels = [field.label for field in form(Kind.CORRECT).fields]
    places = [labels.index(problem.field or "") for problem in found]
    assert places == sorted(places)
    assert [problem.rule for problem in found] == [
        entry_rules.SECTION_UNKNOWN,
        value_rules.UNKNOWN_CHOICE,
        value_rules.SEVERAL_LINES,
        value_rules.NOTHING_SAID,
    ]


def test_names_in_the_list_are_read_with_any_character():
    listed = with_row("Zaptec Go # 2")
    assert proposal(Kind.CORRECT, listed, model="Go # 2").names == ("Zaptec Go # 2",)
    assert reported(Kind.CORRECT, model="Go # 2") == [("forbidden", "Model")]
