"""Power ratings in names."""

import pytest

from bot.names.several import has_several_ratings, is_only_rating, several_cells
from tests.charger_list import VOCABULARY


@pytest.mark.parametrize(
    "name", ["Go 11/22kW", "Go 7.4 kW or 22 kW", "Go 11kW, 22 kW", "Go 7,4 kW und 11 kW"]
)
def test_several_ratings(name: str):
    assert has_several_ratings(name, "kw")


@pytest.mark.parametrize(
    "name",
    ["Go 22 kW", "Go 7,4 kW", "Go 3 / 22 kW", "Go (11/22 kW)", "Go 3.7-22 kW", "AC/DC 22 kW"],
)
def test_one_rating(name: str):
    assert not has_several_ratings(name, "kw")


def test_a_rating_alone():
    assert is_only_rating("7.4 kW", VOCABULARY)
    assert is_only_rating("22kW 3-phase", VOCABULARY)
    assert not is_only_rating("Go 22 kW", VOCABULARY)
    assert not is_only_rating("22", VOCABULARY)


def test_a_tab_between_names():
    assert several_cells("Go\tPro", "Zaptec", VOCABULARY)
    assert not several_cells("Zaptec\tGo", "Zaptec", VOCABULARY)
    assert not several_cells("Go\t22 kW", "Zaptec", VOCABULARY)
    assert not several_cells("•\tGo", "Zaptec", VOCABULARY)
    assert not several_cells("a)\tGo", "Zaptec", VOCABULARY)
