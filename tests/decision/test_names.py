"""Names in answers, held against those of the list."""

from dataclasses import replace
from typing import Any

import pytest

from bot.decision.names import (
    generic_names,
    known_names,
    meant_section,
    misspelt_row,
    new_name_problems,
    other_section,
    several_in,
    several_sections_in,
    typed_name_problem,
)
from bot.document.document import Document
from bot.document.parse import parse
from bot.document.section import Section
from bot.names.several import Several
from bot.rules import value_rules
from bot.rules.rule import Problem
from bot.shape.list_file import NameColumn
from bot.shape.load import bind
from tests.charger_list import LIST, SHAPE
from tests.decision.assessed import DOCUMENT, with_row


def other_list(**settings: Any) -> Document:
    """The list with other settings in its list.yml."""
    return parse(LIST, bind(replace(SHAPE.file, **settings), SHAPE.options))


MODEL = NameColumn(field="models", kind="name")
FREE = other_list(columns={**SHAPE.file.columns, "Model": MODEL})
ZAPTEC = DOCUMENT.section("Zaptec")


def zaptec() -> Section:
    assert ZAPTEC
    return ZAPTEC


def codes(section: str, typed: str, text: Document = DOCUMENT) -> list[str]:
    """The codes of what is wrong with the name of a new entry."""
    return [problem.rule.code for problem in problems_with(section, typed, text)]


def problems_with(section: str, typed: str, text: Document = DOCUMENT) -> list[Problem]:
    return new_name_problems("Models", section, typed, text, value_rules.SEVERAL_IN_ONE)


def test_the_names_of_the_list_are_known_in_any_case():
    known = known_names(DOCUMENT)
    assert known.is_section("ZAPTEC")
    assert known.is_entry("zaptec  go")
    assert not known.is_section("Zaptec Go")
    assert not known.is_entry("Zaptec")
    assert not known.is_entry("Zaptec Go | 1.6J")


def test_where_rows_share_a_name_a_value_may_be_after_it():
    known = known_names(other_list(same_names=True))
    assert known.is_entry("Zaptec Go | anything")
    assert known.is_entry("Zaptec Go | one | two")
    assert known.is_entry("Zaptec Go")
    assert not known.is_entry("Zaptec Max | anything")
    assert not known.is_entry("Zaptec Go | ")


@pytest.mark.parametrize(
    "typed",
    [
        "Go 2",
        "Zaptec Go 2",
        "my Zaptec Sense",
        "Direct 2",
        "Zaptec Direct",
        "ZAPTEC Sense",
        "Sense 22 kW",
        "Go (2021)",
        "Zaptec The Sense",
        "LE 22",
        "Model-3",
        "x" * 113,
    ],
)
def test_a_new_name_is_right(typed: str):
    assert codes("Zaptec", typed) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Model: Sense", "label_in_front"),
        ("Chargers: Sense", "label_in_front"),
        ("brand: Sense", "label_in_front"),
        ("Hersteller = Sense", "label_in_front"),
        ("Model - Sense", "label_in_front"),
        ("The new name: Sense", "label_in_front"),
        ("The Sense", "sentence_in_front"),
        ("Die Sense", "sentence_in_front"),
        ("The new Sense", "sentence_in_front"),
        ("neueste Sense", "sentence_in_front"),
        ("Sense all versions", "more_than_name"),
        ("Sense (coming soon)", "more_than_name"),
        ("newest model", "no_name"),
        ("sense.pdf", "no_name"),
        ("models", "no_name"),
        ("other", "no_name"),
        ("Zaptec other", "no_name"),
        ("(new)", "no_name"),
        ("22 kW", "only_rating"),
        ("(all sizes)", "several_in_one"),
        ("Zaptec all models", "several_in_one"),
        ("1.6J", "no_name"),
        ("Zaptec OCPP 1.6J", "no_name"),
        ("Sense, not tested", "more_than_name"),
        ("and", "no_name"),
        ("and Sense", "more_than_name"),
        ("Sense oder", "more_than_name"),
        ("I think it is the Sense", "more_than_name"),
        ("My Sense", "more_than_name"),
        ("Direct", "name_is_option"),
        ("\u2601 cloud", "name_is_option"),
        ("Sense (OCPP 1.6J)", "version_in_name"),
        ("Sense: 2.0.1", "version_in_name"),
        ("Sense (2.0.1)", "version_in_name"),
        ("Sense Plus und Max", "several_in_one"),
        ("go-e Charger Box", "name_of_other_section"),
        ("Zaptek Sense", "section_misspelt"),
        ("Sense, Apollo", "several_in_one"),
        ("Sense etc.", "several_in_one"),
        ("new Zaptec Sense", "section_inside"),
        ("Zaptec", "name_is_section"),
        ("x" * 114, "too_long"),
    ],
)
def test_what_is_no_name_of_one_entry_is_asked_about(typed: str, code: str):
    assert codes("Zaptec", typed) == [code]


def test_a_name_of_a_rating_is_one_with_its_section_in_front():
    (problem,) = problems_with("5 Star", "22 kW")
    assert problem.facts["insisted"] == "5 Star 22 kW"
    assert codes("5 Star", "5 Star 22 kW") == []
    assert codes("Zaptec", "Zaptec 7kW") == []


def test_a_section_with_more_letters_is_only_misspelt_where_it_is_listed():
    assert codes("Zaptec", "Zaptecs Go") == ["section_misspelt"]
    assert codes("Quillon", "Quillons One") == []
    assert codes("Quillon", "Quilon One") == ["section_misspelt"]


def test_names_without_that_of_their_section_are_not_asked_about():
    assert codes("Zaptec", "other, 22 kW, go-e", FREE) == []


def test_the_rule_for_several_names_may_be_another():
    (problem,) = new_name_problems(
        "Model", "Zaptec", "Sense, Apollo", DOCUMENT, value_rules.MORE_THAN_NAME
    )
    facts = {"received": "Sense, Apollo"}
    assert problem == Problem(value_rules.MORE_THAN_NAME, "Model", facts)


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ("Model: Sense", {"suggestion": "Sense"}),
        ("Sense (OCPP 1.6J)", {"suggestion": "Sense"}),
        ("Sense, not tested", {"suggestion": "Sense"}),
        ("Sense, I think", {"suggestion": "Sense"}),
        ("It's called Zaptec Sense", {"suggestion": "Zaptec Sense"}),
        ("I own two Sense", {"suggestion": ""}),
        ("Direct", {"column": "Communication", "insisted": "Zaptec Direct"}),
        ("Sense: 1.6J, 2.0.1", {"suggestion": "Sense"}),
        ("Part number: KWX 22", {"suggestion": "KWX 22"}),
        ("Modell: Sense", {"suggestion": "Sense"}),
        ("Charge Amps", {"known": "Charge Amps"}),
        ("go-e Charger Box", {"known": "go-e"}),
        ("Zaptek Sense", {"known": "Zaptec", "insisted": "Zaptec Zaptek Sense"}),
        ("Zaptek Sense", {"suggestion": "Zaptec Sense"}),
        ("new Zaptec Sense", {"known": "Zaptec", "suggestion": "Zaptec Sense"}),
        ("Super Zaptec Sense", {"known": "Zaptec", "suggestion": ""}),
        ("new Zaptec Sense please", {"suggestion": "Zaptec Sense"}),
        ("Model: Models: please add a Sense (OCPP 1.6J)", {"suggestion": "Sense"}),
        ("Model: see manual", {"suggestion": ""}),
    ],
)
def test_a_problem_with_a_name_says_what_may_be_meant(typed: str, facts: dict):
    (problem,) = problems_with("Zaptec", typed)
    assert problem.field == "Models"
    assert problem.facts.items() >= (facts | {"received": typed}).items()


def test_a_suggestion_that_leads_on_and_on_is_none():
    typed = f"{'Model: ' * 7}Sense"
    (problem,) = problems_with("Zaptec", typed)
    assert problem.facts["suggestion"] == ""


@pytest.mark.parametrize("typed", ["Sense (Direct)", "Sense - cloud", "Sense ( direct )"])
def test_an_option_behind_a_name_is_no_part_of_it(typed: str):
    (problem,) = problems_with("Zaptec", typed)
    assert problem.facts["suggestion"] == "Sense"


@pytest.mark.parametrize("typed", ["Sense Direct", "Sense (Directly)", "(Direct"])
def test_other_words_around_an_option_may_be_a_name(typed: str):
    assert value_rules.MORE_THAN_NAME not in [one.rule for one in problems_with("Zaptec", typed)]


def test_a_listed_name_of_an_option_is_one():
    assert codes("Zaptec", "Direct", with_row("Zaptec Direct")) == []


def test_names_of_words_for_any_entry_are_found():
    names = (
        "Zaptec charger",
        "Zaptec 22 kW AC wallbox",
        "Zaptec 7 kW",
        "Zaptec Type 2",
        "Zaptec 3",
    )
    others = ("Zaptec Charger 2", "Zaptec Twin", "Zaptec Go 3")
    assert generic_names("Zaptec", (*names, *others), SHAPE) == names
    assert generic_names("Zaptec", names, FREE.shape) == ()


def test_versions_are_words_where_a_list_has_none():
    names = {"Model": SHAPE.file.columns["Model"]}
    plain = bind(replace(SHAPE.file, columns=names), {})
    name, several = "Sense (OCPP 1.6J)", value_rules.SEVERAL_IN_ONE
    assert typed_name_problem("Model", name, name, plain, several) is None
    assert typed_name_problem("Model", "1.6J", "1.6J", plain, several) is None


@pytest.mark.parametrize(
    ("typed", "several"),
    [
        ("Sense", Several.NO),
        ("Zaptec Sense", Several.NO),
        ("Go", Several.NO),
        ("Sense 22 kW", Several.NO),
        ("Uno+Duo", Several.MAYBE),
        ("Sense 11/22kW", Several.MAYBE),
        ("Sense, Apollo", Several.YES),
        ("Zaptec Sense, Zaptec Apollo", Several.YES),
        ("Zaptec Sense Zaptec Apollo", Several.YES),
        ("Sense and more", Several.YES),
        ("Sense/Zaptec Uno", Several.YES),
    ],
)
def test_one_name_may_be_several(typed: str, several: Several):
    assert several_in("Zaptec", typed, DOCUMENT) is several


def test_a_listed_name_is_one_whatever_is_in_it():
    listed = with_row("Zaptec Sense 11/22kW")
    assert several_in("Zaptec", "Sense 11/22kW", listed) is Several.NO
    assert several_in("Zaptec", "Zaptec Sense 11/22kW", listed) is Several.NO
    assert several_in("Quillon", "Sense 11/22kW", listed) is Several.MAYBE


def test_a_name_without_that_of_its_section_is_always_one():
    assert several_in("Zaptec", "Sense, Apollo", FREE) is Several.NO


@pytest.mark.parametrize(
    ("name", "names", "several"),
    [
        ("Quillon", (), Several.NO),
        ("zaptec", (), Several.NO),
        ("Zaptec, go-e", (), Several.YES),
        ("Quillon and Sons", (), Several.MAYBE),
    ],
)
def test_a_section_may_be_several(name: str, names: tuple[str, ...], several: Several):
    assert several_sections_in(name, names, DOCUMENT) is several


@pytest.mark.parametrize(
    ("section", "typed", "found"),
    [
        ("Zaptec", "Sense", ""),
        ("Zaptec", "Zaptec go-e Charger", ""),
        ("Zaptec", "go-e Charger Sense", "go-e"),
        ("Zaptec", "go-e", ""),
        ("Zaptec", "Charge Amps Halo 2", "Charge Amps"),
        ("Zaptec", "Charge Ampz Halo", "Charge Amps"),
        ("go-e", "zaptecgo", "Zaptec"),
        ("Zaptecs", "Zaptec Sense", ""),
        ("Zaptec", "Zaptek Go", ""),
        ("Quillon", "ZAPTEC Go", "Zaptec"),
    ],
)
def test_a_name_may_begin_with_another_section(section: str, typed: str, found: str):
    assert other_section(section, typed, DOCUMENT) == found


@pytest.mark.parametrize(
    ("typed", "found"), [("Zaptec Go 2 Plus", "Zaptec AS"), ("Zaptec Max", "")]
)
def test_a_shorter_name_of_another_section_needs_a_line_of_it(typed: str, found: str):
    text = LIST.replace("### Zaptec\n", "### Zaptec AS\n").replace("| Zaptec ", "| Zaptec AS ")
    assert other_section("go-e", typed, parse(text, SHAPE)) == found


def test_the_longest_name_of_a_section_counts():
    text = LIST.replace("### Zaptec\n", "### Charge\n")
    text = text.replace("| Zaptec Go |", "| Charge Go |").replace(
        "| Zaptec Pro |", "| Charge Pro |"
    )
    assert other_section("Zaptec", "Charge Amps Halo 2", parse(text, SHAPE)) == "Charge Amps"


def test_no_name_begins_with_another_section_where_names_have_none():
    assert other_section("Zaptec", "go-e Charger Sense", FREE) == ""


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("Zaptek Go", "Zaptec Go"),
        ("zaptek pro", "Zaptec Pro"),
        ("Zaptec Go", None),
        ("Zaptek Sense", None),
        ("Go", None),
    ],
)
def test_a_slip_in_the_name_of_the_section_means_a_row(typed: str, row: str | None):
    found = misspelt_row(zaptec(), typed)
    assert (found.name if found else None) == row


def test_no_slip_means_a_row_where_names_have_no_section():
    section = FREE.section("Zaptec")
    assert section
    assert misspelt_row(section, "Zaptek Go") is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Zaptek", "Zaptec"), ("go e", "go-e"), ("Zaptec AS", "Zaptec"), ("Quillon", "")],
)
def test_another_name_of_a_section_means_it(name: str, meant: str):
    assert meant_section(name, DOCUMENT) == meant


def test_no_other_name_means_a_section_where_names_are_told_apart():
    assert meant_section("Zaptek", other_list(near_duplicates=False)) == ""
