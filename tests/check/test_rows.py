"""A row as the values it holds."""

import pytest

from bot.check.rows import (
    RowReading,
    by_table,
    place_of,
    read_rows,
    sort_key_by_meaning,
)
from bot.document.document import Document
from bot.document.parse import parse
from bot.rules.finding import Place
from bot.rules.row_rules import NO_LINK
from bot.rules.rule import Problem
from tests.charger_list import SHAPE
from tests.games import TABLE, TEXT, games, games_shape

HEADER = "| Model | OCPP Version | Communication | Notes | Source |\n| - | - | - | - | - |\n"
GOOD = "| Zaptec Go | 1.6J | ☁️ Cloud | new | [a](https://x.example/a) |"


def chargers(*rows: str) -> Document:
    text = "".join(f"{row}\n" for row in rows)
    return parse(f"## EV Charger List\n\n### Zaptec\n\n{HEADER}{text}", SHAPE)


def read(*rows: str) -> RowReading:
    document = chargers(*rows)
    return read_rows(document, document.sections[0])[0]


def codes(row: str) -> list[str]:
    return [problem.rule.code for problem in read(row).problems]


def test_a_row_in_order():
    found = read(GOOD)
    assert found.values == (
        "Zaptec Go",
        ("1.6J",),
        ("Cloud",),
        "new",
        (("a", "https://x.example/a"),),
    )
    assert (found.problems, found.fixes) == ((), (None,) * 5)
    assert (found.is_complete, found.is_certain) == (True, True)


def test_an_empty_section():
    document = chargers()
    assert read_rows(document, document.sections[0]) == []


def test_values_which_cannot_be_said():
    found = read("|  | 1.7 | | - | the manual |")
    assert found.values == (None, None, None, "-", None)
    assert not found.is_complete
    assert not found.is_certain


def test_only_values():
    document = chargers(GOOD, "|  | 1.6J | | | |")
    good, bad = read_rows(document, document.sections[0], only_values=True)
    assert (good.is_complete, good.problems, good.fixes) == (True, (), ())
    assert (bad.is_complete, len(bad.fixes)) == (False, 5)
    assert bad.problems


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Zaptec Go | 1.7 | | | |", True),
        ("| ZAPTEC Go | 1.6J | | | |", True),
        ("| Zaptec Gö | 1.6J | | | |", True),
        ("| Zaptec Go | 1.6J |", False),
        ("| Zaptec Go | 1.6J | | | | more |", False),
        ("| Zaptec * | 1.6J | | | |", False),
        ("| Zaptec G\u00ado | 1.6J | | | |", False),
        ("| Zaptec Go | 1.6J | | a\u00adb | |", True),
    ],
)
def test_a_row_whose_place_is_certain(row: str, expected: bool):
    assert read(row).is_certain is expected


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("text", "text_in_table"),
        ("| Zaptec Go | 1.6J | ☁️ Cloud |", "cells_missing"),
        (f"{GOOD} more |", "cells_beyond"),
    ],
)
def test_more_or_less_than_the_cells_of_a_row(row: str, code: str):
    assert codes(row)[0] == code


@pytest.mark.parametrize(
    "row", [GOOD.removesuffix("|"), f" {GOOD}", GOOD.removeprefix("|"), f"{GOOD}|"]
)
def test_a_row_with_all_cells(row: str):
    assert codes(row) == []


def test_the_facts_of_such_a_row():
    (problem,) = [p for p in read("| Zaptec Go | 1.6J |").problems if p.field is None]
    assert problem.facts == {"count": 2, "limit": 5}
    (problem,) = [p for p in read(f"{GOOD} more |").problems if p.field is None]
    assert problem.facts == {"received": "more", "limit": 5}
    assert read("a text").problems[0].facts == {"received": "a text"}


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        (GOOD.replace("new", "*new*"), "markup", "Notes"),
        (GOOD.replace("new", ":car:"), "shown_differently", "Notes"),
        (GOOD.replace("[a]", "[:car:]"), "shown_differently", "Source"),
        (GOOD.replace("new", "a&nbsp;b"), "odd_space", "Notes"),
        (GOOD.replace("new", "a&#13;b"), "space_as_entity", "Notes"),
        (GOOD.replace("new", "Аda"), "look_alikes", "Notes"),
        (GOOD.replace("[a]", "[Аda]"), "look_alikes", "Source"),
        (GOOD.replace("1.6J", "**1.6J**"), "markup", "OCPP Version"),
    ],
)
def test_what_else_is_wrong_in_a_cell(row: str, code: str, field: str):
    assert (code, field) in [(problem.rule.code, problem.field) for problem in read(row).problems]


def test_a_word_for_nothing():
    (problem,) = read(GOOD.replace("new", "none")).problems
    assert problem.facts == {"received": "none", "without": "leave the cell empty"}


def test_the_place_of_a_missing_cell_is_that_of_the_last_one():
    row = read("| Zaptec Go | 1.6J |").row
    assert place_of(SHAPE, row, Problem(NO_LINK, "Source", {})) == Place(7, 15)


def test_a_missing_cell_has_no_problem_of_its_own():
    assert codes("| Zaptec Go | 1.6J | ☁️ Cloud | new |") == ["cells_missing"]


@pytest.mark.parametrize("lost", ["\0", "\N{REPLACEMENT CHARACTER}"])
def test_a_row_in_which_a_character_is_lost_is_not_fixed(lost: str):
    assert read(GOOD.replace("1.6J", "1.6j")).fixes[1]
    assert read(GOOD.replace("1.6J", "1.6j").replace("new", f"new{lost}")).fixes == (None,) * 5


def test_the_readings_of_each_table():
    text = TEXT.replace(
        "1990 |\n", f"1990 |\n\n#### Old\n\n{TABLE}\n#### New\n\n{TABLE}| Pong | |\n"
    )
    document = games(text)
    section = document.sections[0]
    found = list(by_table(section, read_rows(document, section)))
    assert [table.line for table, _ in found] == [12, 19, 24]
    names = [[reading.row.name for reading in readings] for _, readings in found]
    assert names == [["Elite", "Turrican"], [], ["Pong"]]


def test_rows_sort_by_what_their_names_mean():
    section = chargers(
        "| zaptec-go | | | | |", "| Zaptec Go | | | | |", "| Pro | | | | |"
    ).sections[0]
    key = sort_key_by_meaning(section)
    assert key
    keys = [key(row.cells) for row in section.rows]
    assert keys[0][:2] == keys[1][:2]
    assert keys[1] < keys[2]


def test_rows_in_no_order_or_that_of_another_column():
    assert sort_key_by_meaning(games(rows="top").sections[0]) is None
    section = games(rows="{by: Year, how: newest-first}").sections[0]
    key = sort_key_by_meaning(section)
    assert key
    assert sorted(section.rows, key=lambda row: key(row.cells)) == list(section.rows[::-1])


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (GOOD.replace("new", "*new*"), 33),
        ("| Zaptec Go | 1.6J | ☁️ Cloud |", 32),
        (f"{GOOD} more |", 66),
        ("some text", 1),
        ("| Zaptec Go | 1.6J, 1.7 | ☁️ Cloud | | [a](https://x.example/a) |", 21),
    ],
)
def test_the_place_of_a_problem(row: str, column: int):
    reading = read(row)
    assert place_of(SHAPE, reading.row, reading.problems[0]) == Place(7, column)


def test_a_list_whose_names_do_not_begin_with_the_section():
    document = parse(TEXT, games_shape())
    found = read_rows(document, document.sections[0])
    assert [reading.values for reading in found] == [("Elite", "1988"), ("Turrican", "1990")]
