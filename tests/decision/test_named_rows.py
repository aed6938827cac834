"""The rows which a correction names, and what is wrong with another name."""

from dataclasses import replace

import pytest

from bot.decision.named_rows import entry_problems, rows_named
from bot.document.document import Document
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.forms.form import Kind
from bot.names.cleaning import clean_name
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, Problem
from bot.shape.load import bind
from tests.charger_list import LIST, SHAPE
from tests.decision.assessed import DOCUMENT, document, with_row
from tests.stage import form

FORM = form(Kind.CORRECT)
SAME_NAMES = bind(replace(SHAPE.file, same_names=True), SHAPE.options)


def named(name: str, text: Document = DOCUMENT, section: str = "Zaptec") -> list[str]:
    found = text.section(section)
    assert found
    return [row.name for row in rows_named(found, name)]


def problem(section: str, name: str | None, text: Document = DOCUMENT) -> Problem:
    (found,) = entry_problems(FORM, section, name, text)
    return found


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("Zaptec Go", "Zaptec Go"),
        ("go", "Zaptec Go"),
        ("ZAPTEC  PRO", "Zaptec Pro"),
        ("Pro!", "Zaptec Pro"),
        ("Pro-", "Zaptec Pro"),
    ],
)
def test_a_row_is_named_in_any_spelling(name: str, row: str):
    assert named(name) == [row]
    assert entry_problems(FORM, "zaptec", name, DOCUMENT) == []


@pytest.mark.parametrize("name", ["Sense", "Go+", "Zaptec", "Go 2", "G", ""])
def test_another_name_is_that_of_no_row(name: str):
    assert named(name) == []


def test_rows_are_near_by_the_name_of_their_section_where_nothing_else_was_given():
    assert problem("Zaptec", "Zaptec").facts["near"] == ("Zaptec Go", "Zaptec Pro")


def test_a_row_without_the_name_of_its_section_is_named():
    text = document("| Zaptec Pro |", "| Pro 2 |")
    assert named("pro 2", text) == named("Zaptec Pro 2", text) == ["Pro 2"]


def test_of_names_which_differ_only_in_marks_none_is_meant_by_their_letters():
    text = with_row("Zaptec G.o")
    assert named("G-o", text) == []
    assert named("G.o", text) == ["Zaptec G.o"]


def test_a_name_which_could_not_be_read_is_no_problem_of_its_own():
    assert entry_problems(FORM, "Zaptec", None, DOCUMENT) == []


def test_a_name_which_is_there_twice_is_an_error_of_the_list():
    text = document("| Zaptec Pro |", "| Zaptec GO |")
    with pytest.raises(ReadmeError) as raised:
        entry_problems(FORM, "Zaptec", "Go", text)
    first = 1 + LIST[: LIST.index("| Zaptec Go |")].count("\n")
    assert raised.value.line == first + 1
    assert raised.value.message.startswith(f'"Zaptec GO" is in the list already, on line {first}.')


@pytest.mark.parametrize(
    ("section", "near"),
    [
        ("Zaptek", ("Zaptec",)),
        ("Charge", ("Charge Amps",)),
        ("Amps", ("Charge Amps",)),
        ("Quillon", ()),
    ],
)
def test_a_section_which_is_not_there_comes_with_the_nearest(section: str, near: tuple[str, ...]):
    facts: dict[str, Fact] = {"received": section, "near": near}
    assert problem(section, "Go") == Problem(entry_rules.SECTION_UNKNOWN, "Brand", facts)


def test_several_sections_are_asked_about():
    expected = Problem(entry_rules.SEVERAL_SECTIONS, "Brand", {"received": "Zaptec, go-e"})
    assert problem("Zaptec, go-e", "Go") == expected


@pytest.mark.parametrize(
    ("section", "name", "near"),
    [
        ("Zaptec", "Gos", ("Zaptec Go",)),
        ("Zaptec", "Zaptec Prow", ("Zaptec Pro",)),
        ("Zaptec", "Quux", ()),
        ("go-e", "PRO CABLE", ("go-e Charger PRO CABLE",)),
    ],
)
def test_an_entry_which_is_not_there_comes_with_the_nearest(
    section: str, name: str, near: tuple[str, ...]
):
    facts: dict[str, Fact] = {"received": name, "near": near}
    assert problem(section, name) == Problem(entry_rules.ENTRY_UNKNOWN, "Model", facts)


def test_an_entry_of_another_section_comes_with_it():
    facts: dict[str, Fact] = {
        "received": "Zaptec",
        "known": "Charge Amps Halo",
        "suggestion": "Charge Amps",
    }
    expected = Problem(entry_rules.ENTRY_ELSEWHERE, "Brand", facts)
    assert problem("zaptec", "Charge Amps Halo") == problem("zaptec", "halo") == expected


def test_an_entry_of_several_other_sections_comes_with_none():
    text = document("| Zaptec Go |", "| Charge Amps Halo |")
    assert problem("go-e", "Charge Amps Halo", text).rule is entry_rules.ENTRY_UNKNOWN


def test_several_entries_in_one_answer_are_asked_about():
    expected = Problem(entry_rules.SEVERAL_ENTRIES, "Model", {"received": "Go, Pro"})
    assert problem("Zaptec", "Go, Pro") == expected
    assert problem("Zaptec", "Sense, Apollo").rule is entry_rules.SEVERAL_ENTRIES


def test_an_entry_with_other_words_after_a_comma_is_suggested():
    facts: dict[str, Fact] = {"received": "Go, Sense", "suggestion": "Zaptec Go"}
    assert problem("Zaptec", "Go, Sense") == Problem(value_rules.MORE_THAN_NAME, "Model", facts)


SHARED = "| Zaptec Go | 2.1 | ☁️ Cloud | | [Sheet](https://x.example/sheet) |\n| Zaptec Pro |"


def shared(row: str = SHARED) -> Document:
    return parse(LIST.replace("| Zaptec Pro |", row, 1), SAME_NAMES)


def test_rows_which_share_a_name_are_told_apart_by_their_values():
    near = ("Zaptec Go | 1.6J", "Zaptec Go | 2.1")
    facts: dict[str, Fact] = {"received": "go", "near": near}
    assert problem("Zaptec", "go", shared()) == Problem(entry_rules.SEVERAL_ROWS, "Model", facts)
    assert named("Go", shared()) == ["Zaptec Go", "Zaptec Go"]


@pytest.mark.parametrize("value", ["2.1", "☁️ CLOUD", "https://x.example/sheet", "sheet"])
def test_a_value_after_a_shared_name_names_the_row(value: str):
    found = shared().section("Zaptec")
    assert found
    (row,) = rows_named(found, f"Zaptec Go | {value}")
    assert row.cells[1].text == "2.1"


def test_rows_which_say_the_same_are_one():
    go = LIST[LIST.index("| Zaptec Go |") : LIST.index("| Zaptec Pro |")]
    assert entry_problems(FORM, "Zaptec", "Go", shared(f"{go}| Zaptec Pro |")) == []


def test_a_value_of_no_row_names_none():
    assert named("Zaptec Go | 3.0", shared()) == []
    assert named("Zaptec Go | ", shared()) == []


@pytest.mark.parametrize(
    ("notes", "way"),
    [
        ("1.6j", "Zaptec Go | Sheet"),  # as the version of the other row is read
        ("x" * 89, "Zaptec Go | Sheet"),  # cut in a quotation
        ("x" * 88, f"Zaptec Go | {'x' * 88}"),
        ("Old – new", "Zaptec Go | Old – new"),
    ],
)
def test_a_value_that_is_named_finds_its_row_alone(notes: str, way: str):
    sheet = "[Sheet](https://x.example/sheet)"
    row = f"| Zaptec Go | | ☁️ Cloud / 🔌 Direct | {notes} | {sheet} |\n| Zaptec Pro |"
    near = problem("Zaptec", "go", shared(row)).facts["near"]
    assert isinstance(near, tuple)
    assert near[1] == way
    assert entry_problems(FORM, "Zaptec", clean_name(way), shared(row)) == []
