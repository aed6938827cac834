"""Columns whose values are few enough to choose from."""

import pytest

from bot.check.choice_cells import read_choice_cell
from bot.document.values import choices_content, shown_cell
from bot.init.choices import can_be_option, find_choice, find_choices
from tests.init.reading import column_of, shape_of


def test_pipes_between_options_are_escaped_where_a_cell_is_written():
    cells = [r"Mac \| Linux", "Linux", "Mac", r"Mac \| Linux"]
    column = shape_of("OS", cells)
    assert (column.separator, column.options) == (r" \| ", ("Mac", "Linux"))
    assert choices_content(column, column.options).markdown == cells[0]
    read = read_choice_cell(column, shown_cell(cells[0]))
    assert (read.value, list(read.reading.problems)) == (("Mac", "Linux"), [])


def test_a_pipe_in_an_option_is_escaped_where_a_cell_is_written():
    cells = [r"A\|B, Linux", "Linux", r"A\|B", r"A\|B, Linux"]
    column = shape_of("OS", cells)
    assert choices_content(column, column.options).markdown == cells[0]


def test_a_misspelled_option_is_none():
    cells = ["Unknown"] * 30 + ["Known"] * 30 + ["Unkown"]
    column = shape_of("State", cells)
    assert column.options == ("Unknown", "Known")


def test_emoji_in_front_of_words_are_no_part_of_an_option():
    column = shape_of("State", ["🟢 Open", "🔴 Closed", "🟢 Open", "🔴 Closed"])
    assert column.options == ("Open", "Closed")
    assert column.shown("Open") == "🟢 Open"


def test_options_are_in_the_order_of_the_cells():
    cells = ["1.6, 2.0", "2.0, 2.1", "1.6, 2.1", "2.1", "2.1", "2.0, 2.1"]
    assert shape_of("Versions", cells).options == ("1.6", "2.0", "2.1")


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["Free"] * 9,
        ["Free", "Paid", "Free"],
        [str(n) for n in range(4)] * 9,
        ["2026-01-02", "2026-01-03"] * 9,
        [f"{n}.0" for n in range(7)] * 9,
        ["None", "High"] * 9,
        ["a" * 41, "b"] * 9,
        [f"w{n}" for n in range(13)] * 3,
        ["[a](https://a.example/1)", "[a](https://a.example/2)", "b", "b"],
        ["Open", "open"] * 4,
    ],
)
def test_a_column_of_anything_else_has_no_options(cells: list[str]):
    assert find_choice(column_of(cells)) is None


@pytest.mark.parametrize(("count", "times"), [(2, 2), (4, 2), (5, 3), (12, 3), (20, 5)])
def test_values_that_repeat_are_options(count: int, times: int):
    names = [f"w{n}" for n in range(count)]
    found = find_choice(column_of(names * times))
    assert found
    assert list(found.shown.items()) == [(name, name) for name in names]
    assert find_choice(column_of(names * (times - 1))) is None


def test_half_of_the_options_may_be_there_once():
    assert find_choice(column_of(["a"] * 3 + ["b"] * 3 + ["c", "d"]))
    assert find_choice(column_of(["a"] * 6 + ["b", "c"])) is None


def test_a_picture_is_called_by_its_text_and_kept_as_it_is():
    cells = [f"![{name}](https://x.example/{name}.png)" for name in ("Mac", "Tux")] * 2
    found = find_choice(column_of(cells))
    assert found
    assert list(found.shown.items()) == [("Mac", cells[0]), ("Tux", cells[1])]


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["Mac", "Linux", "Mac", "Linux"],
        ["Mac, Linux", "Linux", "Mac", "Linux"],
        ["Mac, Mac", "Mac, Linux", "Linux, Mac", "Mac, Linux"],
        ["on/off", "up/down"] * 4,
        ["Mac, , Linux", "Mac, Linux", "Linux", "Mac"],
        [f"{'a' * 26}, b", f"{'a' * 26}, c", "b, c", "c"],
        ["`Mac`, Linux", "Mac, Linux", "Linux", "Mac"],
    ],
)
def test_a_column_of_anything_else_has_no_several(cells: list[str]):
    assert find_choices(column_of(cells)) is None


def test_more_than_half_of_the_words_must_be_beside_different_ones():
    half = ["a, b", "a, b", "c, d", "c, d", "a", "c"]
    assert find_choices(column_of(half)) is None
    found = find_choices(column_of([*half, "b"]))
    assert found
    assert (list(found.shown), found.separator) == (["a", "b", "c", "d"], ", ")


@pytest.mark.parametrize("separator", [" / ", ", ", "; ", " · ", " + ", "/", ","])
def test_what_is_between_several_values_is_found(separator: str):
    pair = f"Mac{separator}Linux"
    found = find_choices(column_of([pair, "Linux", "Mac", pair]))
    assert found
    assert (list(found.shown), found.separator) == (["Mac", "Linux"], separator)


def test_a_tenth_of_the_cells_must_have_several():
    few = ["Mac, Linux"] * 2 + ["Mac", "Linux"] * 9
    assert find_choices(column_of(few))
    assert find_choices(column_of([*few, "Mac"])) is None


@pytest.mark.parametrize(
    ("text", "is_one"), [("High", True), ("None", False), (" none ", False), ("", False)]
)
def test_what_github_takes_for_an_option(text: str, is_one: bool):
    assert can_be_option(text) is is_one
