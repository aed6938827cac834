"""Columns of ticks, crosses and other marks."""

import pytest

from bot.init.marks import find_marks
from bot.init.values import SHORTCODE
from tests.init.reading import column_of, shape_of

MARKS = {
    "shortcodes and more": (
        [*[":white_check_mark:"] * 9, *[":x:"] * 5, "✔️", ":grey_question:"],
        {"Yes": ":white_check_mark:", "No": ":x:", "✔️": "✔️", "Grey question": ":grey_question:"},
    ),
    "two crosses": (["✅", "✅", "❌", "❌", "✖"], {"Yes": "✅", "No": "❌", "✖": "✖"}),
    "two ticks": (["✔", "✔", "✔️", "✗"], {"Yes": "✔", "No": "✗", "✔️": "✔️"}),
    "circles": (["○", "○", "△", "×", "×"], {"○": "○", "×": "×", "△": "△"}),
    "lights": (["🟢", "🟢", "🟢", "🔴", "🟡"], {"🟢": "🟢", "🔴": "🔴", "🟡": "🟡"}),
}


@pytest.mark.parametrize("name", MARKS)
def test_marks_of_several_ways_stay_as_they_are_shown(name):
    cells, shown = MARKS[name]
    column = shape_of("Free", cells)
    assert column.kind == "choice"
    assert {option: column.shown(option) for option in column.options} == shown


@pytest.mark.parametrize(
    "cells",
    [
        [],
        ["✅", "❌", "✅"],
        ["✅", "✅"],
        ["🟡", "🟠"],
        ["❌", "✖"],
        ["✅ Yes", "✅", "✔"],
        ["✅", "✔", "🟡", "🟡"],
    ],
)
def test_words_and_plain_pairs_are_no_marks(cells: list[str]):
    assert find_marks(column_of(cells)) is None


def test_marks_that_a_form_would_take_for_one_have_no_options():
    cells = [*["✅"] * 4, "❌", ":ok:"]
    assert find_marks(column_of(cells)) is not None
    assert find_marks(column_of([*cells[:-1], ":yes:"])) is None


@pytest.mark.parametrize(
    ("text", "has_one"), [("a :tada: b", True), (":+1:", True), ("a:b", False), ("::", False)]
)
def test_shortcodes(text: str, has_one: bool):
    assert bool(SHORTCODE.search(text)) is has_one
