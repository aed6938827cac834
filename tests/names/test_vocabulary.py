"""Words of one list mean nothing in the names of another."""

import pytest

from bot.names.full_name import with_section
from bot.names.near import is_near_name, is_near_section
from bot.names.several import Several, has_several_ratings, is_only_rating, several_names
from bot.names.stand_ins import replaces_name
from bot.names.vocabulary import GENERAL, own_vocabulary
from tests.charger_list import VOCABULARY

COFFEE = GENERAL | own_vocabulary("coffee machine", "coffee machines", "Machine", "maker")


@pytest.mark.parametrize(
    ("section", "typed", "of_chargers", "of_coffee_machines"),
    [
        ("Voltio", "EV charger Voltio Uno", "Voltio Uno", "Voltio EV charger Voltio Uno"),
        (
            "Voltio",
            "Coffee machine Voltio Uno",
            "Voltio Coffee machine Voltio Uno",
            "Voltio Uno",
        ),
        ("Voltio Wallbox", "Voltio Uno", "Voltio Wallbox Uno", "Voltio Wallbox Uno"),
    ],
)
def test_kinds_of_product_in_front(
    section: str, typed: str, of_chargers: str, of_coffee_machines: str
):
    assert with_section(section, typed, VOCABULARY) == of_chargers
    assert with_section(section, typed, COFFEE) == of_coffee_machines


def test_words_which_distinguish_nothing():
    assert is_near_name("Pro Wallbox", "Pro", VOCABULARY)
    assert not is_near_name("Pro Wallbox", "Pro", COFFEE)
    assert is_near_name("Pro Coffee", "Pro", COFFEE)
    assert is_near_section("VoltioCharging", "Voltio", VOCABULARY)
    assert not is_near_section("VoltioCharging", "Voltio", COFFEE)


def test_ratings():
    assert is_only_rating("22 kW", VOCABULARY)
    assert not is_only_rating("22 kW", COFFEE)
    assert not has_several_ratings("Go 11/22 kW", COFFEE.unit)
    assert not is_near_name("Pro 22 kW", "Pro", COFFEE)


def test_words_which_are_no_names_of_their_own():
    assert several_names("Pro, CCS2", VOCABULARY, lambda _: False) is Several.NO
    assert several_names("Pro, CCS2", COFFEE, lambda _: False) is Several.YES


@pytest.mark.parametrize(
    ("phrase", "of_chargers", "of_coffee_machines"),
    [
        ("see above", True, True),
        ("Brand", True, False),
        ("my charger", True, False),
        ("all wallboxes", True, False),
        ("Maker", False, True),
        ("the machine", False, True),
        ("my coffee machine", False, True),
        ("all coffee machines", False, True),
    ],
)
def test_phrases_in_place_of_a_name(phrase: str, of_chargers: bool, of_coffee_machines: bool):
    assert replaces_name(phrase, VOCABULARY) is of_chargers
    assert replaces_name(phrase, COFFEE) is of_coffee_machines
