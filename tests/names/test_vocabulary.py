"""Words of one list mean nothing in the names of another."""

import pytest

from bot.names.full_name import with_section
from bot.names.near import is_near_name
from bot.names.near_section import is_near_section
from bot.names.several import Several, has_several_ratings, is_only_rating, several_names
from bot.names.stand_ins import replaces_name
from bot.names.vocabulary import (
    GENERAL,
    Vocabulary,
    bare_words,
    is_known_pair,
    is_none,
    is_nothing,
    own_vocabulary,
    phrase_set,
    says_only,
    without_legal_form,
    without_pointing,
    word_set,
)
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


def test_phrases_and_words():
    assert phrase_set("") == frozenset()
    assert phrase_set("n/a; Keine Angabe\nsee above;;") == {"na", "keineangabe", "seeabove"}
    assert word_set("") == frozenset()
    assert word_set("Säule a\nCharge-Point") == {"saule", "a", "charge-point"}


SETS = ("generic", "trade", "attributes", "kinds", "nouns", "stand_ins", "pairs")


def filled(word: str, unit: str) -> Vocabulary:
    one = frozenset([word])
    return Vocabulary(one, one, one, one, one, one, one, unit)


def test_two_vocabularies_together():
    one, two = filled("1", ""), filled("2", "kg")
    both = one | two
    assert vars(both) == {**{name: {"1", "2"} for name in SETS}, "unit": "kg"}
    assert (two | Vocabulary(unit="kw")).unit == "kg"


def test_the_words_of_a_list():
    own = own_vocabulary("coffee machine", "coffee machines", "Model", "maker")
    nouns = {"coffee", "machine", "machines"}
    assert own.generic == own.trade == nouns
    assert own.kinds == nouns | {"maker"}
    assert own.nouns == {"coffee", "machine", "model", "maker"}
    assert own.stand_ins == {
        "model", "samemodel", "modelname", "themodel", "mycoffeemachine",
        "maker", "samemaker", "makername", "nomaker", "newmaker",
    }  # fmt: skip
    assert (own.attributes, own.pairs, own.unit) == (frozenset(), frozenset(), "")


def test_a_list_without_sections_has_no_word_for_them():
    own = own_vocabulary("tool", "tools", "Name", "")
    assert own.kinds == {"tool", "tools"}
    assert own.stand_ins == {"name", "samename", "namename", "thename", "mytool"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "n/a",
        "None",
        "none" + " " * 296,
        "k.A.",
        "— … –",
        ", ;",
        "?",
        "no notes",
        "Keine Angabe!",
    ],
)
def test_nothing_to_say(text: str):
    assert is_nothing(text)


@pytest.mark.parametrize(
    "text", ["x", "no OCPP", "None " + "x" * 300, "none" + " " * 300, "!", "X", "#"]
)
def test_something_to_say(text: str):
    assert not is_nothing(text)


def test_a_name_left_empty():
    for text in ("", "-", "None", "n/a", "NA"):
        assert is_none(text)
    for text in ("no", "Name", "nothing", "x"):
        assert not is_none(text)


def test_words_belonging_together():
    for name in ("Plug & Play", "Box plug and charge 2", "PLUG AND GO", "Scan & Pay"):
        assert is_known_pair(name, VOCABULARY)
    for name in ("", "Plug", "Play & Plug"):
        assert not is_known_pair(name, VOCABULARY)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("AG", "AG"), ("Volt, Inc.", "Volt"), ("Volt & Co. KG", "Volt"), ("Volt Uno", "Volt Uno")],
)
def test_a_company_without_its_legal_form(name: str, plain: str):
    assert without_legal_form(name) == plain


def test_a_text_of_known_words():
    telling, around = frozenset(["remove"]), frozenset(["please", "it"])
    for text in ("remove", "Please remove it!", "remove, remove"):
        assert says_only(text, telling, around)
    for text in ("", "please", "remove that", "removes"):
        assert not says_only(text, telling, around)


def test_words_without_the_marks_around_them():
    assert bare_words("") == []
    assert bare_words("*Éa* (b-c), \"d\"! - don't [`e`]: _f_; g?") == [
        "ea", "b-c", "d", "don't", "e", "f", "g",
    ]  # fmt: skip


def test_a_text_without_a_word_which_leads_on():
    assert without_pointing("Manual see.") == "Manual"
    assert without_pointing("Manual SeeX") == "Manual SeeX"
    assert without_pointing("Manual (siehe") == "Manual"
    assert without_pointing("see") == "see"
    assert without_pointing("see Manual") == "see Manual"
