"""Corrections, held against the entry they name."""

from pathlib import Path
from typing import Any

import pytest

from bot.decision.claims import Claims
from bot.decision.proposal import (
    AlreadyListed,
    Proposal,
    RemovedOptions,
    ReplacedText,
    Similar,
)
from bot.decision.propose import propose
from bot.document.apply import apply_change
from bot.document.cells import Link
from bot.document.changes import Alteration, Removal
from bot.document.parse import parse
from bot.forms.body import Answers
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.rules import entry_rules
from bot.rules.rule import Fact, Problem
from tests.charger_list import LIST
from tests.decision.assessed import DOCUMENT, assess, document, problems, proposal, with_row
from tests.decision.assessed import reported as reported_of
from tests.forms.api_list import api_forms
from tests.stage import new_charger

CORRECT = Kind.CORRECT
RENAME, REMOVE = "Rename the model", "Remove the entry"
GO_NOTES = "Direct OCPP connection supported after firmware update"
A = "https://x.example/a"


def reported(**answers: Any) -> list[tuple[str, str | None]]:
    return reported_of(CORRECT, **answers)


def altered(found: object) -> Alteration:
    assert isinstance(found, Alteration)
    return found


def cells(found: object) -> list[str | None]:
    """The texts of the cells that are written."""
    return [content.text if content else None for content in altered(found).contents]


@pytest.mark.parametrize(
    "answers",
    [
        {"ocpp_versions": "1.6J"},
        {"ocpp_versions": "", "communication": "cloud"},
        {"ocpp_versions": "", "notes": "-"},
        {"correction": RENAME, "new_model": "Zaptec Pro", "ocpp_versions": ""},
        {"model": "Go", "ocpp_versions": "", "notes": GO_NOTES},
    ],
)
def test_what_the_list_says_already_is_no_change(answers: dict):
    found = assess(CORRECT, **answers)
    assert isinstance(found, AlreadyListed)
    assert [row.name for row in found.rows] == [f"Zaptec {answers.get('model', 'Pro')}"]


def test_only_cells_which_say_something_else_are_written():
    found = proposal(CORRECT, communication="Cloud", notes=" x  y ")
    assert cells(found.change) == [None, "2.0.1", None, "x y", None]
    change = altered(found.change)
    row = DOCUMENT.section("Zaptec")
    assert row
    names = (change.section, change.name, change.new_name, change.line)
    assert names == ("Zaptec", "Zaptec Pro", "Zaptec Pro", row.rows[1].line)
    assert (found.replaced, found.replaced_texts, found.similar, found.several) == ((), (), (), ())


def test_a_row_is_removed():
    found = proposal(CORRECT, correction=REMOVE, ocpp_versions="", model="go")
    row = DOCUMENT.section("Zaptec")
    assert row
    assert found.change == Removal("Zaptec", "Zaptec Go", row.rows[0].line)


def test_the_last_entry_of_the_list_stays():
    start = LIST.index("### Charge Amps")
    text = LIST[:start] + LIST[LIST.index("### Zaptec") :]
    assert "| Zaptec Go |" in text
    row = LIST[LIST.index("| Zaptec Go |") : LIST.index("| Zaptec Pro |")]
    last = document(LIST[start:], text[start:].replace(row, ""))
    facts = {"received": "Zaptec Pro"}
    problem = Problem(entry_rules.LAST_OF_LIST, "Model", facts)
    answers: dict[str, Any] = {"correction": REMOVE, "ocpp_versions": ""}
    assert problems(CORRECT, last, **answers) == (problem,)
    two = document(LIST[start:], text[start:])
    assert isinstance(proposal(CORRECT, two, **answers).change, Removal)


def test_a_row_which_does_not_begin_with_its_section_is_found():
    found = proposal(CORRECT, document("| Zaptec Pro |", "| Pro 2 |"), model="pro 2")
    change = altered(found.change)
    assert (change.name, change.new_name) == ("Pro 2", "Pro 2")


def test_a_new_name_has_that_of_its_section_in_front():
    found = proposal(CORRECT, correction=RENAME, new_model="sense", ocpp_versions="")
    assert altered(found.change).new_name == "Zaptec sense"
    assert cells(found.change) == ["Zaptec sense", None, None, None, None]


def test_a_name_which_is_a_link_stays_one():
    linked = document("| Zaptec Pro |", f"| [Zaptec Pro]({A}) |")
    found = proposal(CORRECT, linked, correction=RENAME, new_model="Max")
    content = altered(found.change).contents[0]
    assert content
    assert [(link.title, link.url) for link in content.links] == [("Zaptec Max", A)]
    partly = document("| Zaptec Pro |", f"| Zaptec [Pro]({A}) |")
    found = proposal(CORRECT, partly, correction=RENAME, new_model="Max")
    content = altered(found.change).contents[0]
    assert content
    assert content.links == ()


@pytest.mark.parametrize(
    ("cell", "renamed"),
    [
        ("**Zaptec Pro**", "**Zaptec Max_2**"),
        ("_Zaptec Pro_", "_Zaptec Max_2_"),
        (f'[Zaptec Pro]({A} "new")', f'[Zaptec Max_2]({A} "new")'),
        ("Zaptec Pro <!-- order code 7 -->", "Zaptec Max_2 <!-- order code 7 -->"),
        ("~~Zaptec Pro~~", "~~Zaptec Max_2~~"),
        ("`Zaptec Pro`", "`Zaptec Max_2`"),
        ("Zaptec **Pro**", "Zaptec Max_2"),
        ("Zaptec P&#114;o", "Zaptec Max_2"),
    ],
)
def test_what_is_around_a_name_stays_with_a_new_one(cell: str, renamed: str):
    text = document("| Zaptec Pro |", f"| {cell} |")
    found = proposal(CORRECT, text, correction=RENAME, new_model="Max_2", ocpp_versions="")
    assert apply_change(text, found.change).after.text == text.text.replace(cell, renamed)


def test_other_issues_on_the_section_are_for_a_reviewer():
    earlier = (Issue(3, "", new_charger("Go 2", "zaptec"), ("new-charger",)),)
    assert proposal(CORRECT, earlier=earlier).same_section == (3,)
    assert (
        proposal(CORRECT, earlier=earlier, brand="go-e", model="Charger PRO CABLE").same_section
        == ()
    )


def test_a_new_name_like_a_listed_one_is_for_a_reviewer():
    listed = with_row("Zaptec Apolla")
    similar = Similar("Zaptec Apollo", "zaptec", "Zaptec Apolla")
    found = proposal(CORRECT, listed, correction=RENAME, new_model="Apollo")
    assert found.similar == (similar,)
    assert proposal(CORRECT, listed, notes="x").similar == ()


def test_a_new_name_like_the_old_one_is_not():
    found = proposal(CORRECT, correction=RENAME, new_model="Pros")
    assert found.similar == ()


def test_a_new_name_which_may_be_several_is_for_a_reviewer():
    found = proposal(CORRECT, correction=RENAME, new_model="Uno+Duo")
    assert found.several == ("Zaptec Uno+Duo",)


def test_links_and_texts_that_go_are_for_a_reviewer():
    found = proposal(CORRECT, model="Go", notes="new", sources=f"Manual {A}")
    assert found.replaced == ("Zaptec Info Hub",)
    assert found.replaced_texts == (ReplacedText("Notes", GO_NOTES),)


@pytest.mark.parametrize(
    ("versions", "communication", "chosen", "removed"),
    [
        ("1.6J", "☁️ Cloud", {"ocpp_versions": "1.6J, 2.0.1"}, ()),
        ("2.0.1, OCPP 1.6 JSON", "☁️ Cloud", {"ocpp_versions": "1.6J, 2.0.1"}, ()),
        ("?", "☁️ Cloud", {"ocpp_versions": "1.6J"}, ()),
        ("", "", {"ocpp_versions": "1.6J", "communication": "Cloud"}, ()),
        ("1.6J", "", {"ocpp_versions": "2.0.1"}, (RemovedOptions("OCPP Version", ("1.6J",)),)),
        (
            "1.6S, 1.6J",
            "☁️ Cloud / 🔌 Direct",
            {"ocpp_versions": "2.1", "communication": "Direct"},
            (
                RemovedOptions("OCPP Version", ("1.6S", "1.6J")),
                RemovedOptions("Communication", ("☁️ Cloud",)),
            ),
        ),
    ],
)
def test_options_that_go_are_for_a_reviewer(
    versions: str, communication: str, chosen: dict, removed: tuple
):
    first = "| Zaptec Go |"
    listed = document(first, f"| Zaptec One | {versions} | {communication} | | |\n{first}")
    assert proposal(CORRECT, listed, model="One", **chosen).removed_options == removed


def test_links_and_texts_that_stay_are_not():
    old = "https://www.zaptec.com/info-hub/inside-zaptec/ocpp"
    found = proposal(CORRECT, model="Go", notes=f"{GO_NOTES}!", sources=f"{A}\n{old}")
    assert (found.replaced, found.replaced_texts) == ((), ())
    assert proposal(CORRECT, model="Go", notes="-").replaced_texts == ()


@pytest.mark.parametrize(
    ("new_model", "code"),
    [
        ("Go", "name_taken"),
        ("zaptec", "name_is_section"),
        ("go-e Charger Box", "new_name_of_other_section"),
        ("Go 2, Go 3", "more_than_name"),
        ("rename to Pro 2", "more_than_name"),
        ("Pro 2 instead of Pro", "more_than_name"),
        ("Sense (OCPP 1.6J)", "version_in_name"),
        ("ZAPTEC Pro", "section_spelling"),
        ("Zaptek Max", "section_misspelt"),
    ],
)
def test_a_new_name_is_refused_in_its_own_field(new_model: str, code: str):
    found = reported(correction=RENAME, new_model=new_model)
    assert found == [(code, "New model name")]


def test_a_new_name_which_is_taken_names_its_row():
    facts: dict[str, Fact] = {"received": "Zaptec Go", "removal": "Remove the entry"}
    problem = Problem(entry_rules.NAME_TAKEN, "New model name", facts)
    (found,) = problems(CORRECT, correction=RENAME, new_model="go")
    assert (found.rule, found.field) == (problem.rule, problem.field)
    assert found.facts.items() >= problem.facts.items()


def test_a_new_name_of_another_section_names_it():
    (problem,) = problems(CORRECT, correction=RENAME, new_model="go-e Charger Box")
    assert problem.facts.items() >= {"received": "go-e Charger Box", "known": "go-e"}.items()


def test_a_row_may_be_given_its_own_name_in_another_spelling():
    found = proposal(CORRECT, correction=RENAME, new_model="PRO", ocpp_versions="")
    assert altered(found.change).new_name == "Zaptec PRO"


@pytest.mark.parametrize(
    "notes", ["please remove the notes", "empty this", "The notes should say: only with an app"]
)
def test_a_request_is_no_text_of_a_cell(notes: str):
    (problem,) = problems(CORRECT, notes=notes)
    assert (problem.rule, problem.field) == (entry_rules.NOTES_OF_REQUEST, "Notes")
    assert problem.facts["received"] == notes


def test_who_adds_a_source_is_told_of_the_old_ones():
    (problem,) = problems(CORRECT, model="Go", sources=f"Please add {A}\n{A}2")
    old = "[Zaptec Info Hub](https://www.zaptec.com/info-hub/inside-zaptec/ocpp)"
    facts = {"received": (f"Please add {A}",), "old": (old,)}
    assert (problem.rule, problem.field) == (entry_rules.ADDING_SOURCE, "Sources")
    assert problem.facts.items() >= facts.items()


def test_who_gives_an_old_source_too_is_not_told_of_it():
    old = "https://www.zaptec.com/info-hub/inside-zaptec/ocpp"
    found = proposal(CORRECT, model="Go", sources=f"{old}\n+ {A}")
    assert cells(found.change)[4] == "www.zaptec.com | x.example"


def test_a_link_with_the_same_title_and_another_address_is_new():
    found = proposal(CORRECT, model="Go", sources=f"[Zaptec Info Hub]({A})", ocpp_versions="1.6J")
    assert cells(found.change) == [None, None, None, None, "Zaptec Info Hub"]


def test_where_there_is_no_source_one_may_be_added():
    found = proposal(CORRECT, brand="Charge Amps", model="Dawn", sources=f"Please add {A}")
    assert cells(found.change)[4] == "x.example"


def test_all_that_is_wrong_with_a_correction_is_reported():
    sources = f"Please add {A}"
    found = reported(correction=RENAME, new_model="Go", notes="remove the notes", sources=sources)
    assert found == [
        ("name_taken", "New model name"),
        ("notes_of_request", "Notes"),
        ("adding_source", "Sources"),
    ]


def test_the_address_of_a_name_is_corrected(tmp_path: Path):
    apis = api_forms(tmp_path)
    correct = apis.of_kind(Kind.CORRECT)
    assert correct
    answers = {"api": "cats", "change": "Change the details", "link": A}
    listed = parse(
        "# APIs\n\n| API | Auth | HTTPS |\n| --- | --- | --- |\n| Cats | No | Yes |\n", apis.shape
    )
    found = propose(Answers(correct, answers), apis, listed, Claims())
    assert isinstance(found, Proposal)
    content = altered(found.change).contents[0]
    assert content
    assert content.links == (Link("Cats", A),)
