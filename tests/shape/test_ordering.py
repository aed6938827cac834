"""Sort keys of a list's orders, and the place of what is new."""

import pytest

from bot.names.order import natural_key
from bot.shape.load import bind, read_list_file
from bot.shape.ordering import (
    is_date,
    is_date_column,
    meant_date,
    new_rows_go_to_top,
    newest_first_key,
    oldest_first_key,
    place_in_order,
    row_order,
    section_key,
)
from bot.shape.shape import Shape

LIST_FILE = """
entry: game
sections: {field: system, name: system}
columns:
  Played: {field: played, kind: text}
  Game: {field: game, kind: name}
order: {sections: alphabetical, rows: %s}
forms: {add: add.yml}
"""


def shape_with(rows: str, sections: str = "alphabetical") -> Shape:
    text = LIST_FILE.replace("sections: alphabetical", f"sections: {sections}")
    return bind(read_list_file(text % rows, "list.yml"), {})


def sorted_by(rows: str, texts: list[str]) -> list[str]:
    _, key = row_order(shape_with(rows))
    assert key
    return sorted(texts, key=key)


@pytest.mark.parametrize("rows", ["top", "bottom", "newest-first", "oldest-first"])
def test_a_list_in_no_order_has_no_key(rows: str):
    assert row_order(shape_with(rows)) == (1, None)


def test_the_order_of_names():
    names = ["Go 10", "go 9", "Éa", "Eb 7 kW", "Eb 11 kW"]
    assert sorted_by("natural", names) == ["Éa", "Eb 7 kW", "Eb 11 kW", "go 9", "Go 10"]
    assert sorted_by("alphabetical", names) == ["Éa", "Eb 11 kW", "Eb 7 kW", "Go 10", "go 9"]
    assert sorted_by("power-rating", ["Eb 2 1 kW", "Eb 11 kW", "Eb 7 kW"]) == [
        "Eb 7 kW",
        "Eb 11 kW",
        "Eb 2 1 kW",
    ]
    assert row_order(shape_with("natural"))[0] == 1


def test_the_order_of_another_column():
    newest = "{by: Played, how: newest-first}"
    assert row_order(shape_with(newest)) == (0, newest_first_key)
    assert row_order(shape_with("{by: Played, how: oldest-first}")) == (0, oldest_first_key)
    dates = ["2023", "2024-02-03", "2024-02"]
    assert sorted_by(newest, dates) == ["2024-02-03", "2024-02", "2023"]
    assert sorted_by("{by: Played, how: oldest-first}", dates) == ["2023", "2024-02", "2024-02-03"]


@pytest.mark.parametrize("text", ["", "soon", "24 Dec 2025", "2025-13", "2025-02-30", "25"])
def test_a_row_without_a_date_has_no_known_place(text: str):
    assert newest_first_key(text) is None
    assert oldest_first_key(text) is None


def test_the_order_of_sections():
    assert section_key(shape_with("natural", "top")) is None
    assert section_key(shape_with("natural", "bottom")) is None
    assert section_key(shape_with("natural", "natural")) is natural_key
    names = ["2023", "Featured", "2024-05", "2024"]
    newest, oldest = shape_with("natural", "newest-first"), shape_with("natural", "oldest-first")
    assert sorted(names, key=section_key(newest)) == ["2024-05", "2024", "2023", "Featured"]
    assert sorted(names, key=section_key(oldest)) == ["2023", "2024", "2024-05", "Featured"]


@pytest.mark.parametrize(
    ("rows", "column", "expected"),
    [
        ("natural", "Game", False),
        ("newest-first", "Game", False),
        ("{by: Played, how: natural}", "Played", False),
        ("{by: Played, how: newest-first}", "Played", True),
        ("{by: Played, how: oldest-first}", "Played", True),
        ("{by: Played, how: newest-first}", "Game", False),
    ],
)
def test_the_column_of_the_dates(rows: str, column: str, expected: bool):
    shape = shape_with(rows)
    (found,) = (one for one in shape.columns if one.name == column)
    assert is_date_column(shape, found) is expected


def test_a_column_of_dates_in_any_order():
    text = (LIST_FILE % "natural").replace("kind: text", "kind: text, date: true")
    shape = bind(read_list_file(text, "list.yml"), {})
    assert [is_date_column(shape, column) for column in shape.columns] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", False),
        ("soon", False),
        ("2024-13", False),
        ("2024-02-30", False),
        ("2024-02-03-04", False),
        ("03.02.2024", False),
        ("2024", True),
        (" 2024-02 ", True),
        ("2024-02-03", True),
    ],
)
def test_dates(text: str, expected: bool):
    assert is_date(text) is expected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026/10/1", "2026-10-01"),
        ("1 October 2026", "2026-10-01"),
        ("Oct 1, 2026", "2026-10-01"),
        ("october 2026", "2026-10"),
        ("01.10.2026", ""),
        ("2026-13-01", ""),
        ("2026-10-01 to 2026-10-03", ""),
        ("soon", ""),
    ],
)
def test_a_date_in_other_words(text: str, meant: str):
    assert meant_date(text) == meant


def test_new_rows_go_to_the_top_of_a_list_which_says_so():
    assert new_rows_go_to_top(shape_with("top"))
    assert new_rows_go_to_top(shape_with("newest-first"))
    for rows in ("bottom", "oldest-first", "natural", "{by: Played, how: newest-first}"):
        assert not new_rows_go_to_top(shape_with(rows))


def test_a_place_is_before_the_first_key_after_it():
    assert place_in_order(3, []) == 0
    assert place_in_order(3, [1, 5, 2]) == 1
    assert place_in_order(3, [1, 3, 3, 4]) == 3
    assert place_in_order(3, [1, 2]) == 2
