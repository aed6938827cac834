"""New entries and new sections, held against the list."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.decision.claims import Claims
from bot.decision.new_sections import section_problems
from bot.decision.proposal import (
    AlreadyClaimed,
    AlreadyListed,
    Assessment,
    Proposal,
    Refusal,
    Similar,
    Waiting,
)
from bot.decision.propose import propose
from bot.document.cells import Link
from bot.document.changes import Addition
from bot.document.parse import parse
from bot.forms.body import Answers
from bot.forms.form import Forms, Kind
from bot.forms.issue import Issue
from bot.forms.submission import NewEntries
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, Problem
from bot.shape.load import bind
from tests.charger_list import FORMS, LIST, SHAPE
from tests.decision.assessed import DOCUMENT, assess, problems, proposal, reported, with_row
from tests.forms.api_list import api_forms
from tests.stage import new_charger


def asked(number: int, models: str, brand: str = "Zaptec") -> Issue:
    """An earlier issue."""
    return Issue(number, "", new_charger(models, brand), ("new-charger",))


def added(found: object) -> list[str]:
    """The names of the rows to add."""
    assert isinstance(found, Addition)
    return [row.name for row in found.rows]


def test_what_is_listed_needs_no_change():
    found = assess(Kind.ADD, models="go")
    assert isinstance(found, AlreadyListed)
    assert (found.section.name, [row.name for row in found.rows]) == ("Zaptec", ["Zaptec Go"])


def test_what_an_earlier_issue_asks_for_is_waited_for():
    earlier = (asked(3, "Go 2"), asked(2, "zaptec GO 2"))
    found = assess(Kind.ADD, earlier=earlier)
    assert isinstance(found, AlreadyClaimed)
    assert (found.waiting, found.listed) == ((Waiting("Zaptec Go 2", 2),), ())


def test_a_new_entry_is_proposed_with_nothing_to_review():
    found = proposal(Kind.ADD)
    assert added(found.change) == ["Zaptec Go 2"]
    assert found.change.section == "Zaptec"
    assert not found.is_new_section
    assert (found.listed, found.waiting, found.similar, found.same_section) == ((), (), (), ())
    assert (found.alike, found.several) == ((), ())


def test_the_row_of_a_new_entry_has_a_cell_for_each_answer():
    found = proposal(Kind.ADD, communication="Cloud", notes="a|b", sources="M https://x.example")
    assert isinstance(found.change, Addition)
    (row,) = found.change.rows
    assert [content.text for content in row.contents] == [
        *("Zaptec Go 2", "1.6J", "☁️ Cloud", "a|b", "M"),
    ]


def test_new_entries_are_proposed_beside_those_listed_or_waited_for():
    earlier = (asked(3, "Go 2\nGo 4", "zaptec"), asked(5, "Apollo"), asked(6, "X", "go-e"))
    found = proposal(Kind.ADD, earlier=earlier, models="Pro\nGo 2\nGo 3\ngo 3")
    assert added(found.change) == ["Zaptec Go 3"]
    assert [row.name for row in found.listed] == ["Zaptec Pro"]
    assert found.waiting == (Waiting("Zaptec Go 2", 3),)
    assert found.same_section == (3, 5)


def test_what_is_listed_is_not_waited_for():
    assert isinstance(assess(Kind.ADD, earlier=(asked(3, "Go"),), models="Go"), AlreadyListed)


def test_an_issue_which_would_be_refused_claims_nothing():
    earlier = (asked(3, "Go 2\nZaptec"), asked(4, "Go 2"))
    claimed = assess(Kind.ADD, earlier=earlier)
    assert isinstance(claimed, AlreadyClaimed)
    assert claimed.waiting == (Waiting("Zaptec Go 2", 4),)
    found = proposal(Kind.ADD, earlier=earlier[:1])
    assert (added(found.change), found.same_section) == (["Zaptec Go 2"], (3,))


def test_a_new_section_brings_its_rows():
    found = proposal(Kind.ADD_SECTION, models="One\nQuillon Two")
    assert (found.is_new_section, found.change.section) == (True, "Quillon")
    assert added(found.change) == ["Quillon One", "Quillon Two"]


def test_a_new_section_asked_for_earlier_waits_as_a_whole():
    earlier = (asked(3, "Go 2", "quillon"),)
    found = assess(Kind.ADD_SECTION, earlier=earlier)
    assert found == AlreadyClaimed((Waiting("Quillon Go 2", 3),))


def test_a_slip_in_the_name_of_the_section_is_read_as_the_row():
    found = assess(Kind.ADD, models="Zaptek Pro")
    assert isinstance(found, AlreadyListed)
    assert isinstance(found.submission, NewEntries)
    assert found.submission.names == ("Zaptec Pro",)


def test_a_name_like_a_listed_one_is_for_a_reviewer():
    similar = Similar("Zaptec Apollo", "zaptec", "Zaptec Apolla")
    listed = with_row("Zaptec Apolla")
    assert proposal(Kind.ADD, listed, models="Apollo\nSense").similar == (similar,)
    assert proposal(Kind.ADD, listed, models="Sense").similar == ()


def test_a_section_like_a_listed_one_is_for_a_reviewer_of_a_new_one():
    similar = Similar("Zaptek", "zaptec", "Zaptec", is_section=True)
    found = proposal(Kind.ADD_SECTION, brand="Zaptek", models="Sense")
    assert (found.similar, found.is_new_section) == ((similar,), True)


def test_new_names_like_each_other_are_for_a_reviewer():
    found = proposal(Kind.ADD, models="Sense\nSensy\nApollo")
    assert found.alike == (("Zaptec Sense", "Zaptec Sensy"),)


def test_names_which_may_be_several_are_for_a_reviewer():
    found = proposal(Kind.ADD, models="Uno+Duo\nSense 11/22kW\nSense 22 kW\nSense\tApollo\nOne")
    assert found.several == ("Zaptec Uno+Duo", "Zaptec Sense 11/22kW", "Zaptec Sense Apollo")


def test_a_section_which_may_be_several_is_for_a_reviewer():
    found = proposal(Kind.ADD_SECTION, brand="Quillon and Sons")
    assert found.several == ("Quillon and Sons",)
    assert proposal(Kind.ADD_SECTION).several == ()


def test_a_new_name_is_judged_with_its_section_as_the_list_has_it():
    models = f"Zaptec Go 2, zaptec Go 3\n{'x' * 114}\n{'y' * 113}\nZAPTEC"
    codes = ("several_in_one", "too_long", "name_is_section")
    found = problems(Kind.ADD, brand="zaptec", models=models)
    assert [(problem.rule.code, problem.field) for problem in found] == [
        (code, "Models") for code in codes
    ]
    facts = {"received": f"Zaptec {'x' * 114}", "limit": 120, "length": 121}
    assert found[1].facts.items() >= facts.items()


@pytest.mark.parametrize(
    ("brand", "code"),
    [
        ("more brands...", "heading_taken"),
        ("EV charger list", "no_name"),
        ("Brand: Quillon", "label_in_front"),
        ("Quillon and more", "more_than_name"),
        ("Quillon etc.", "more_than_name"),
        ("Quillon, Wallbox", "several_sections"),
        ("Zaptec, go-e", "several_sections"),
        ("Zaptek", "section_close"),
        ("More Brands", "heading_taken"),
        ("please add Quillon", "more_than_name"),
        ("Quillon (2)", "more_than_name"),
        ("Quillon(12 models)", "more_than_name"),
        ("Quillon GmbH & Co. KG", "legal_form"),
    ],
)
def test_a_section_which_is_no_new_one_is_refused(brand: str, code: str):
    assert reported(Kind.ADD, brand=brand) == [(code, "Brand")]


@pytest.mark.parametrize(
    ("brand", "models", "facts"),
    [
        ("Quillon AG", "Quillon Arc", {"suggestion": "Quillon", "insisted": "Quillon AG Arc"}),
        ("Quillon Arc", "Arc", {"suggestion": "Quillon", "insisted": "Quillon Arc Arc"}),
        ("Quillon  Arc 2", "Pier\nARC  2", {"suggestion": "Quillon"}),
        ("Quillon AG", "Arc, Go and Pier\nGo", {"insisted": "Quillon AG Go"}),
        ("Quillon AG", "Arc, Go and Pier", {"insisted": "Quillon AG …"}),
    ],
)
def test_what_is_after_a_section_is_asked_about(brand: str, models: str, facts: dict):
    problem = problems(Kind.ADD_SECTION, brand=brand, models=models)[0]
    assert problem.field == "Brand"
    assert problem.facts.items() >= facts.items()


@pytest.mark.parametrize(
    ("brand", "models"), [("Quillon AG", "Quillon AG Arc"), ("Quillon Arc", "Quillon Arc Arc")]
)
def test_a_section_that_its_entries_repeat_is_called_so(brand: str, models: str):
    assert proposal(Kind.ADD_SECTION, brand=brand, models=models).change.section == brand


def test_names_are_held_against_the_section_that_is_meant():
    found = reported(Kind.ADD, brand="Zaptec Go 2", models="Zaptec Go 2")
    assert found == [("section_close", "Brand")]


def test_the_section_meant_is_suggested():
    (problem,) = problems(Kind.ADD, brand="Zaptek")
    facts = {"received": "Zaptek", "suggestion": "Zaptec"}
    assert problem == Problem(entry_rules.SECTION_CLOSE, "Brand", facts)


def test_a_section_meant_beside_a_legal_form_is_suggested_at_once():
    (problem,) = problems(Kind.ADD, brand="Zaptek AS")
    assert (problem.rule, problem.facts["suggestion"]) == (entry_rules.LEGAL_FORM, "Zaptec")


def test_several_sections_are_reported_before_their_names():
    assert reported(Kind.ADD, brand="Zaptec, go-e", models="Zaptec") == [
        ("several_sections", "Brand")
    ]


def test_several_names_in_an_answer_of_one_line_are_more_than_a_name():
    brand, models, *others = FORMS.add.fields
    form = FORMS.add._replace(fields=(brand, models._replace(type="input"), *others))
    texts = {"brand": "Zaptec", "models": "Go 2, Go 3", "ocpp_versions": "1.6J"}
    found = propose(Answers(form, texts | {"communication": "Cloud"}), FORMS, DOCUMENT, Claims())
    assert isinstance(found, Refusal)
    assert [problem.rule for problem in found.problems] == [value_rules.MORE_THAN_NAME]


def test_a_wrong_section_and_wrong_names_are_reported_together():
    assert reported(Kind.ADD, brand="Zaptek", models="Zaptek") == [
        ("section_close", "Brand"),
        ("name_is_section", "Models"),
    ]


def test_a_list_may_tell_names_apart_by_one_letter():
    strict = parse(LIST, bind(replace(SHAPE.file, near_duplicates=False), {}))
    assert section_problems(FORMS.add, "Zaptek", strict, (), sure=False) == []


APIS = """# APIs

| API | Auth | HTTPS |
| --- | --- | --- |
| [Cats](https://cats.example) | No | Yes |
"""


@pytest.fixture
def apis(tmp_path: Path) -> Forms:
    return api_forms(tmp_path)


def asked_of(apis: Forms, names: str, link: str) -> Assessment:
    """What becomes of new names in a list without sections, whose names are links."""
    api, *others = apis.add.fields
    form = apis.add._replace(fields=(api._replace(type="textarea"), *others))
    answers = Answers(form, {"api": names, "link": link, "auth": "No", "https": "Yes"})
    return propose(answers, apis, parse(APIS, apis.shape), Claims())


def test_a_name_may_be_a_link(apis: Forms):
    found = asked_of(apis, "Dogs", "https://dogs.example")
    assert isinstance(found, Proposal)
    assert isinstance(found.change, Addition)
    (row,) = found.change.rows
    assert row.contents[0].links == (Link("Dogs", "https://dogs.example"),)
    assert (found.is_new_section, found.several) == (False, ())


def test_another_name_with_the_address_of_a_row_is_like_it(apis: Forms):
    found = asked_of(apis, "Dogs\nCows", "https://cats.example\nhttps://cows.example")
    assert isinstance(found, Proposal)
    assert found.similar == (Similar("Dogs", "", "Cats"),)


def test_each_name_needs_its_own_address(apis: Forms):
    found = asked_of(apis, "Dogs\nCows", "https://dogs.example")
    facts: dict[str, Fact] = {"count": 1, "limit": 2}
    assert isinstance(found, Refusal)
    assert found.problems == (Problem(value_rules.ADDRESS_COUNT, "Link", facts),)
    assert isinstance(asked_of(apis, "Dogs\nCows", ""), Proposal)
