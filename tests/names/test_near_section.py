"""Sections which may be one, such as those of a company."""

import pytest

from bot.names.near_section import is_near_section, probable_section
from tests.charger_list import VOCABULARY


@pytest.mark.parametrize(
    ("name", "known", "is_near"),
    [
        ("Zapte", "Zaptec", True),
        ("Zapt", "Zaptec", False),
        ("AB", "ABB", False),
        ("ABCD", "ABCE", True),
        ("ABC", "ABD", False),
        ("BCD", "ABCD", False),
        ("Charge Amp", "Charge Amps", True),
        ("Chargamps", "Charge Amps", True),
        ("Chargeabcd", "Chargeaefg", False),
        ("Wallboxx", "Wallbo", False),
        ("Brand 1", "Brand 2", False),
        ("Zaptec Home", "Zaptec", True),
        ("go e", "go-e", True),
        ("Abcdefg", "Abcdexx", False),
        ("Abcdefgh", "Abcdefxx", True),
        ("Abcdefgh", "Abcdexxx", False),
        ("Chargeamps AB", "Charge Amps", True),
        ("ENPLUS", "EN+", True),
        ("Voltwerk & Sohn", "Voltwerk und Sohn", False),
        ("Voltwerk and Sohn", "Voltwerk & Sohn", True),
        ("Voltwerk Ladetechnik GmbH & Co. KG", "Voltwerk", True),
        ("go-eCharger", "go-e", True),
        ("Volt Chargers", "Voltera", False),
        ("The Zaptec Group ASA", "Zaptec", True),
        ("Group Zaptec", "Zaptec", True),
        ("Firma Charge Amps", "Charge Amps", True),
        ("CA (Charge Amps)", "Charge Amps", True),
        ("Power Amps", "Charge Amps", False),
        ("CA (Norway)", "Charge Amps", False),
        ("EN+ Tech", "EN Plus", True),
        ("EN", "EN+", True),
        ("C#", "C", False),
        ("C++", "C#", False),
        ("A GmbH", "A AG", True),
        ("Zaptec, Inc.", "Zaptec", True),
        ("My: Zaptec", "Zaptec", True),
        ("abccharging", "abc", True),
        ("abcharging", "ab", False),
        ("Solutions", "Systems", False),
        ("Firma", "Azienda", False),
    ],
)
def test_a_brand_is_near_by_few_slips_or_by_what_companies_add(
    name: str, known: str, is_near: bool
):
    assert is_near_section(name, known, VOCABULARY) is is_near
    assert is_near_section(known, name, VOCABULARY) is is_near


def test_the_begin_of_listed_names_is_no_new_brand():
    lists = {"ABB": ["Terra AC W7", "Terra DC", "Charger Pro"]}
    assert probable_section("Terra AC", lists, VOCABULARY) == "ABB"
    assert probable_section("Terra CE", lists, VOCABULARY) == ""
    assert probable_section("Charger Pro", lists, VOCABULARY) == ""


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("AMTRON", "Mennekes"),
        ("AMT", ""),
        ("Schneider EVlink", "Schneider Electric"),
        ("Schneider EV link", "Schneider Electric"),
        ("Schneider Electric EVlink", "Schneider Electric"),
        ("Electric EVlink", ""),
        ("Schneider Pro", ""),
        ("EVlink", "Schneider Electric"),
        ("ABB Terra", "ABB"),
        ("Charge Halo", "Charge Amps"),
        ("Charge Amp", "Charge Amps"),
        ("Terra", "ABB"),
        ("Terra AC", "ABB"),
        ("Terra AC W7 x", ""),
        ("Halo", "Charge Amps"),
        ("Arc", ""),
        ("W7", ""),
        ("Charger", ""),
    ],
)
def test_a_name_which_begins_with_a_product_line(name: str, section: str):
    lists = {
        "ABB": ["Terra AC W7", "Terra DC", "Charger Pro"],
        "Mennekes": ["AMTRON 4", ""],
        "Charge Amps": ["Halo", "Aura", "Arc"],
        "Schneider Electric": ["EVlink Pro"],
    }
    assert probable_section(name, lists, VOCABULARY) == section
