"""A column of yes and no."""

import pytest

from bot.init.yes_no import shown_for_yes_no
from tests.init.reading import column_of


@pytest.mark.parametrize(
    "cells",
    [[], ["", "-"], ["No", "No"], ["×", ""], ["Yes", "perhaps"], ["Free", "Paid"]],
)
def test_a_column_of_anything_else_shows_neither(cells: list[str]):
    assert shown_for_yes_no(column_of(cells)) is None


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (["Yes", "No"], {"Yes": "Yes", "No": "No"}),
        (["✅", "❌", "✅"], {"Yes": "✅", "No": "❌"}),
        (["✅", ""], {"Yes": "✅"}),
        (["✅", "✅"], {"Yes": "✅", "No": "❌"}),
        (["x", ""], {"Yes": "x"}),
        (["x", "✓"], {"Yes": "✓", "No": "x"}),
        (["○", "×"], {"Yes": "○", "No": "×"}),
        (["×", "×", "○"], {"Yes": "○", "No": "×"}),
        (["Yes", "yes", "yes", "No"], {"Yes": "yes", "No": "No"}),
    ],
)
def test_what_most_cells_show_for_yes_and_no(cells: list[str], shown: dict[str, str]):
    assert shown_for_yes_no(column_of(cells)) == shown


def test_a_few_other_words_do_not_count():
    assert shown_for_yes_no(column_of(["Yes"] * 19 + ["No"] * 19 + ["perhaps"] * 2))
    assert not shown_for_yes_no(column_of(["Yes"] * 18 + ["No"] * 18 + ["perhaps"] * 2))


def test_marks_that_lead_to_many_places_are_links():
    places = [f"[✅](https://a.example/{n})" for n in range(2)]
    assert shown_for_yes_no(column_of(places)) is None
    assert shown_for_yes_no(column_of([places[0]] * 2)) is not None
