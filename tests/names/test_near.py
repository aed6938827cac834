"""Names which may mean the same."""

import itertools
import re

import pytest

from bot.names.near import (
    closest,
    is_near_name,
    is_near_spelling,
    is_same_name,
    nearest,
    order_codes,
    shared_words,
    within_edits,
)
from tests.charger_list import VOCABULARY


@pytest.mark.parametrize(
    ("model", "known", "is_near"),
    [
        ("Go2", "Go 2", True),
        ("Goo 2", "Go 2", False),
        ("Komfrot 2", "Komfort 2", True),
        ("Komfort 2", "Komfort 3", False),
        ("Komfort", "Konfert", False),
        ("KWX122C", "KWX122S", False),
        ("W11-T-R-0", "W11 T R 0", True),
        ("Pro AC", "Pro DC", False),
        ("Go+", "Go", False),
        ("Pro 22kW", "Pro", True),
        ("Pro 22 kW", "Pro 11 kW", False),
        ("Pro Wallbox", "Pro", True),
        ("Pro Flex", "Pro", False),
        ("PROCABLE", "PRO CABLE", True),
        ("Charger PRO CABLE", "PRO CABLE", True),
        ("Charger", "Wallbox", False),
        ("Gemini (22kW)", "Gemini 22 kW", True),
        ("Gemini (22 kW)", "Gemini 11 kW", False),
        ("Gemini (22)", "Gemini 22 kW", False),
        ("Go 11kW", "Go 11 kW", False),
        ("Go 0 kW", "Go 11 kW", False),
        ("Go (22kW) x", "Go 22kW", False),
        ("Gold 11kW", "Golt", True),
        ("Pro-Wall", "Pro Charger Wall", True),
        ("ProWall", "Pro Charger Wall", True),
        ("Pro + Charger", "Pro", False),
        ("", "Go", False),
    ],
)
def test_a_model_is_near_by_one_slip_in_one_word_of_letters(model: str, known: str, is_near: bool):
    assert is_near_name(model, known, VOCABULARY) is is_near
    assert is_near_name(known, model, VOCABULARY) is is_near


FAMILY = """
VX122C VX122S VX122CCH VX222C VX1R22T2 V-20 V-40 V-40E V-60E NB1620A NB2620A VC612_2M4PR VC612_2M4R
AE10 AE10E AE10J AE10Q AE102 AE105 G-PC1VB10 G-PC1VB20 G-PC1ZB20 G-PC1VB20-A14 Terra;Terra DC;Terra 54
Terra 124;Pico;Pico Plus;Eco;Eco (pre 2019);Pro;Pro Duo;Pro DC;Pro AC;Pro 2;Pro 2.0;Pro+;Home;Home Duo
Home Uno;Live;Twin Controller (2×11 kW);Single Controller (22 kW);Smart T;Smart S;QC45;QC50;RTM 50;PK 350
"""


def test_chargers_of_one_family_are_not_near_each_other():
    models = [
        model for line in FAMILY.split("\n") for model in re.split(r";|(?<=\d) |(?<=[A-Z]) ", line)
    ]
    models = [model for model in models if model]
    assert len(models) > 40
    shared = shared_words(models, VOCABULARY)
    pairs = itertools.combinations(models, 2)
    assert [pair for pair in pairs if is_near_name(*pair, VOCABULARY, shared)] == []


def test_words_of_all_models_of_a_brand_distinguish_none():
    models = ["Box Uno", "Box Duo 11", "Box Tre"]
    assert shared_words(models, VOCABULARY) == {"box"}
    assert shared_words(models[:2], VOCABULARY) == frozenset()
    for names in (("Uno", "Box Uno"), ("Box Uno", "Uno")):
        assert is_near_name(*names, VOCABULARY, shared_words(models, VOCABULARY))


def test_the_names_with_most_of_the_typed_words_are_nearest():
    names = ["Charger Uno 11 kW", "Charger Duo 22 kW", "Charger Duo 2.0 22 kW", "Other"]
    assert nearest("duo 22", names, VOCABULARY) == ("Charger Duo 22 kW", "Charger Duo 2.0 22 kW")
    assert nearest("Umo", names, VOCABULARY) == ()
    assert nearest("dou 22kW", ["Dua 22 kW"], VOCABULARY) == ("Dua 22 kW",)
    assert nearest("Zaptec", ["Zaptek", "Zaptecc", "Zappec", "Zaptecs", "Other"], VOCABULARY) == (
        "Zaptek",
        "Zaptecc",
        "Zappec",
    )
    assert nearest("Ladebox", ["Voltwerk Lade-Box"], VOCABULARY) == ("Voltwerk Lade-Box",)
    assert nearest("Charger", names, VOCABULARY) == ()
    assert nearest("Zap", ["Zaptec", "Other"], VOCABULARY) == ("Zaptec",)
    assert nearest("Za", ["Zaptec", "Other"], VOCABULARY) == ()
    assert nearest("Uno 22kW", ["Uno 11 kW", "Uno 22 kW", "Due 22 kW"], VOCABULARY) == (
        "Uno 22 kW",
    )
    assert nearest("Uno", ["Uno Due", "Uno", "Uno Tre Quattro"], VOCABULARY) == (
        "Uno",
        "Uno Due",
        "Uno Tre Quattro",
    )
    assert nearest("uno", ["Uno x", "UNO"], VOCABULARY) == ("UNO", "Uno x")
    assert nearest("Charger Uno", ["Uno", "Charger Uno"], VOCABULARY) == ("Charger Uno", "Uno")
    assert nearest("Zaptec Go", ["Zaptec", "Pro Zaptec Go", "Go"], VOCABULARY) == ("Pro Zaptec Go",)


def test_names_of_which_no_word_agrees_may_be_similar():
    assert nearest("abcdefgh", ["abcdefxx", "abcdxxxx", "abcdefgx"], VOCABULARY) == ("abcdefgx",)
    assert nearest("a1b2c3d4", ["x1b2c3xx", "a1b2c3dx", "a1b2c3d4x"], VOCABULARY) == (
        "a1b2c3d4x",
        "a1b2c3dx",
    )
    assert nearest("WX122", ["KWX122C"], VOCABULARY) == ("KWX122C",)
    assert nearest("X122", ["KWX122C"], VOCABULARY) == ()
    assert nearest("X122C", ["KWX122CCH9999"], VOCABULARY) == ("KWX122CCH9999",)
    assert nearest("x1", ["x123456"], VOCABULARY) == ()
    assert nearest("x12", ["x123456"], VOCABULARY) == ("x123456",)
    assert nearest("abc12", ["xyz98"], VOCABULARY) == ()
    assert nearest("ab12", ["ab13"], VOCABULARY) == ("ab13",)
    assert nearest("halo", ["hal0 pro max"], VOCABULARY) == ()
    assert nearest("", ["Uno"], VOCABULARY) == ()


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("abcd", "ABCD", 0),
        ("abcd", "abce", 1),
        ("abcd", "abc", 1),
        ("abcd", "abdc", 1),
        ("abcd", "abef", 2),
    ],
)
def test_slips(one: str, other: str, slips: int):
    for most in range(4):
        assert within_edits(one, other, most) is (most >= slips)
    assert within_edits(one, other) is (slips <= 1)


@pytest.mark.parametrize(
    ("name", "known", "is_near"),
    [
        ("Go 11kW", "Go 11 kW", False),
        ("Go+", "Go", False),
        ("Komfort", "Komfort Plus", False),
        ("A1bcd", "A1bce", False),
        ("Kom4ort", "Komfort", False),
        ("abc", "abd", False),
        ("Komfort Plus", "Komfrt Pluz", False),
        ("Golt 11 kW", "Gold 12 kW", False),
        ("Go-2", "Go 2", True),
        ("abcd", "abce", True),
        ("abc", "abcd", True),
        ("Komfort Plus", "Komfrt Plus", True),
        ("Gold 11kW", "Golt 11 kW", True),
        ("NE1OG", "NE10G", True),
        ("Pr0", "Pro", True),
        ("Pr0+", "Pro", False),
    ],
)
def test_a_name_with_one_slip_in_one_word(name: str, known: str, is_near: bool):
    assert is_near_spelling(name, known, VOCABULARY) is is_near
    assert is_near_spelling(known, name, VOCABULARY) is is_near


@pytest.mark.parametrize(
    ("name", "known", "is_same"),
    [
        ("Uno", "UNO", False),
        ("Komfort", "komfort", False),
        ("Un Due", "un due", False),
        ("Uno Charger", "Uno charger", False),
        ("Uno Due", "Due Uno", False),
        ("Uno Due", "Uno Duo", False),
        ("Uno Due", "uno due", True),
        ("Uno 2000", "UNO-2000", True),
        ("Uno 22kW", "Uno 22 kW", True),
    ],
)
def test_names_of_one_entry_in_two_sections(name: str, known: str, is_same: bool):
    assert is_same_name(name, known, VOCABULARY) is is_same


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("", set()),
        ("KW12", set()),
        ("abcde", set()),
        ("Go 12345", set()),
        ("22000kW", set()),
        ("KW123", {"kw123"}),
        ("Go KWX-12", {"kwx12"}),
        ("AB 12C34 x1y2z", {"12c34", "x1y2z"}),
        (f"{'x' * 299} AB123", set()),
    ],
)
def test_order_codes(name: str, codes: set[str]):
    assert order_codes(name, VOCABULARY) == codes


def test_common_words_with_a_rating():
    names = ["Box 11 kW", "Box Uno 22kW", "Uno Box 7 kW"]
    assert shared_words(names, VOCABULARY) == {"box", "kw"}
    assert shared_words([], VOCABULARY) == frozenset()


def test_the_closest_word_is_that_with_a_slip():
    assert closest("modle", ["brand", "model"]) == "model"
    assert closest("modle", ["brand", "model"], least=0.9) == ""
    assert closest("modle", []) == ""
