"""The order of names, and which are the same."""

import unicodedata

import pytest

from bot.names.near import digits
from bot.names.order import (
    Rated,
    alphabetical_key,
    identity,
    is_look_alike,
    label_key,
    looks_latin,
    natural_key,
    normalize_name,
    rated_key,
    skeleton,
    split_rating,
)
from tests.charger_list import row_key


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [(" Go 2 ", " Go 2", -1), (" Go  7,4 kW ", " Go", 7.4), ("Go 22kw", "Go", 22)],
)
def test_a_rating_is_taken_off(model: str, name: str, value: float):
    assert split_rating(model, "kw").name == name
    assert float(split_rating(model, "kw").value) == value


@pytest.mark.parametrize("name", ["Go 22 kW", "Go 22"])
def test_a_list_without_ratings_takes_none_off(name: str):
    assert split_rating(name, "") == Rated(name, -1)


def test_numbers_come_before_letters_and_by_value():
    names = [
        "2 Go",
        "Go 1",
        "Go 1 a",
        "Go 1: a",
        "Go 007",
        "Go 9",
        "Go 10",
        "Go 20",
        "Go 100",
        "Go x",
    ]
    backwards = names[::-1]
    assert sorted(backwards, key=row_key) == names
    assert skeleton("Go-e é 2") == "goee2"
    assert digits("a1b2") == "12"
    assert digits("é1²3") == "1²3"


def test_a_name_is_the_same_however_its_accents_are_written():
    assert identity("Aé11 kW", "kw") == identity(unicodedata.normalize("NFD", "Aé11 kW"), "kw")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("АВВ", "ABB", True),  # the first is Cyrillic
        ("ΑΒΒ", "abb", True),  # the first is Greek
        ("ABB", "abb", False),
        ("go-e", "goe", False),
        ("P10", "PIO", False),
        ("22 kW", "22kW", False),
        ("Ärzte", "Arzte", False),
        ("\N{MICRO SIGN}X", "\N{GREEK SMALL LETTER MU}X", False),
    ],
)
def test_names_which_look_alike_in_another_alphabet(one: str, other: str, expected: bool):
    assert is_look_alike(one, other) is expected
    assert is_look_alike(other, one) is expected


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("", ""),
        ("GO  2 ", "go 2"),
        ("Éa\u0301", "ea"),
        ("Straße", "strasse"),
        ("a – b—c", "a - b-c"),
        ("☁\ufe0f x", "☁ x"),
        ("Å", "a"),
    ],
)
def test_a_normalized_name(name: str, plain: str):
    assert normalize_name(name) == plain


def test_letters_which_look_latin():
    assert all(map(looks_latin, "АаВКОορν"))
    assert not any(map(looks_latin, "жДaΔ1"))


def test_names_of_one_entry():
    assert identity("Go 11kW", "kw") == identity("GO 11 KW", "kw") == Rated("go", 11)
    assert identity("Go 11kW", "kw") != identity("Go 12kW", "kw")
    assert identity("Go 11kW", "") == Rated("go 11kw", -1)
    assert identity("x" * 1001 + " 11 kW", "kw").value == 11


@pytest.mark.parametrize(
    ("label", "key"),
    [("Sources", "source"), ("source:", "source"), ("OCPP versions", "ocppversion")],
)
def test_a_label_in_the_plural(label: str, key: str):
    assert label_key(label) == key


def test_the_order_of_the_alphabet():
    names = ["ABB", "Charge Amps", "éa", "Eb", "go-e", "Zaptec"]
    backwards = names[::-1]
    assert sorted(backwards, key=alphabetical_key) == names
    assert alphabetical_key("Éa") == ("ea", "Éa")
    assert sorted(["go 10", "Go 9"], key=alphabetical_key) == ["go 10", "Go 9"]


def test_the_natural_order():
    names = ["2", "10", "ABB", "Éa 2", "ea 10", "Go 007", "go 8"]
    backwards = names[::-1]
    assert sorted(backwards, key=natural_key) == names
    assert sorted(["Go", "go"], key=natural_key) == ["Go", "go"]


def test_a_rating_decides_between_equal_names():
    names = ["Go", "Go 7 kW", "Go 11kW", "Go 2", "Go a 1 kW"]
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: rated_key(name, "kw")) == names
    assert rated_key("Go 7 kW", "")[1] == -1
