"""The name of a new section."""

from dataclasses import replace

import pytest

from bot.decision.new_sections import section_problems
from bot.document.parse import parse
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, Problem
from bot.shape.load import bind
from tests.charger_list import FORMS, LIST, SHAPE
from tests.decision.assessed import DOCUMENT


def test_who_is_sure_of_a_section_is_not_asked():
    assert section_problems(FORMS.add, "Zaptek", DOCUMENT, (), sure=True) == []
    (problem,) = section_problems(FORMS.add, "Zaptek", DOCUMENT, (), sure=False)
    assert problem.rule is entry_rules.SECTION_CLOSE
    assert section_problems(FORMS.add, "zaptec", DOCUMENT, (), sure=False) == []


def test_a_count_is_no_part_of_a_name_as_a_heading_would_not_keep_it():
    for brand in ("Quillon (2)", "Quillon (1) (2)", "please add Quillon (2)"):
        (problem,) = section_problems(FORMS.add, brand, DOCUMENT, (), sure=True)
        facts: dict[str, Fact] = {"received": brand, "suggestion": "Quillon"}
        assert problem == Problem(value_rules.MORE_THAN_NAME, "Brand", facts)
    assert section_problems(FORMS.add, "Quillon (2) Plus", DOCUMENT, (), sure=True) == []


@pytest.mark.parametrize(
    ("model", "example"),
    [
        ("One", "Juice Technology AG One"),
        ("Juice Technology One", "Juice Technology AG One"),
        ("JUICE CHARGER me 3", "Juice Technology AG \N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_how_names_with_a_legal_form_are_written_is_shown_where_it_is_plain(
    model: str, example: str
):
    brand = "Juice Technology AG"
    (problem,) = section_problems(FORMS.add, brand, DOCUMENT, (model,), sure=True)
    facts: dict[str, Fact] = {"received": brand, "suggestion": "Juice Technology"}
    assert problem == Problem(entry_rules.LEGAL_FORM, "Brand", {**facts, "insisted": example})


def test_a_legal_form_is_asked_about_where_there_are_names_to_repeat_it():
    assert section_problems(FORMS.add, "Juice Technology AG", DOCUMENT, (), sure=True) == []


def test_a_sentence_around_a_section_is_asked_about():
    (problem,) = section_problems(FORMS.add, "the brand is Quillon", DOCUMENT, (), sure=True)
    facts: dict[str, Fact] = {"received": "the brand is Quillon", "suggestion": "Quillon"}
    assert problem == Problem(value_rules.MORE_THAN_NAME, "Brand", facts)


def test_a_name_with_an_open_end_is_asked_about():
    (problem,) = section_problems(FORMS.add, "Quillon etc.", DOCUMENT, (), sure=True)
    assert problem == Problem(value_rules.MORE_THAN_NAME, "Brand", {"received": "Quillon etc."})


def test_a_list_may_take_no_new_sections():
    sections = SHAPE.file.sections
    assert sections
    fixed = replace(sections, new=False)
    closed = parse(LIST, bind(replace(SHAPE.file, sections=fixed), SHAPE.options))
    (problem,) = section_problems(FORMS.add, "Quillon", closed, (), sure=True)
    facts: dict[str, Fact] = {"received": "Quillon", "allowed": ("Charge Amps", "go-e", "Zaptec")}
    assert problem == Problem(entry_rules.NO_SUCH_SECTION, "Brand", facts)
    assert section_problems(FORMS.add, "go-e", closed, (), sure=True) == []
