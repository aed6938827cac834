"""The name of an entry with that of its section."""

import pytest

from bot.names.full_name import NAME_LIMIT, canonical_full_name, without_misspelt_section
from tests.charger_list import VOCABULARY, full_name


@pytest.mark.parametrize(
    ("brand", "typed", "model"),
    [
        ("Zaptec", "Go", "Zaptec Go"),
        ("Zaptec", "Zaptec Go", "Zaptec Go"),
        ("Zaptec", "ZAPTEC-Go", "Zaptec Go"),
        ("Zaptec", "Zaptec - Go -", "Zaptec Go -"),
        ("Zaptec", "Zaptecs Go", "Zaptec Zaptecs Go"),
        ("Zaptec", "Zap tec: Go", "Zaptec Go"),
        ("Zaptec", "zaptec", "Zaptec"),
        ("Volt+", "volt+ Go", "Volt+ Go"),
        ("Volt+", "VOLT Go+", "Volt+ Go+"),
        ("go-e", "Go E Gemini", "go-e Gemini"),
        ("Zaptec", "The Zaptec Zaptec Go", "Zaptec Go"),
        ("Zaptec", "EV charger Zaptec Go", "Zaptec Go"),
        ("Zaptec", "Go by Zaptec", "Zaptec Go"),
        ("Zaptec", "Go (Zaptec)", "Zaptec Go"),
        ("Zaptec", "ZaptecGo", "Zaptec ZaptecGo"),
        ("Delta", "DeltaGrid 22", "Delta DeltaGrid 22"),
        ("Delta", "Delta DeltaGrid 22", "Delta DeltaGrid 22"),
        ("Charge Amps", "ChargeAmpsHalo", "Charge Amps Halo"),
        ("go-e", "go-eCharger 11", "go-e Charger 11"),
        ("GL_EVIQ", "GL-EVIQ07WRS", "GL_EVIQ GL-EVIQ07WRS"),
        ("Zaptec", "Zaptec's Go", "Zaptec Go"),
        ("Charge Amps", "Charge Amps' Halo", "Charge Amps Halo"),
        ("Zaptec", "(Zaptec) Go", "Zaptec Go"),
        ("Zaptec", "“Zaptec” Go", "Zaptec Go"),
        ("Zaptec", "(Zaptec Go)", "Zaptec Go"),
        ("Zaptec", "(Go)", "Zaptec (Go)"),
        ("Zaptec", "Zaptec2", "Zaptec 2"),
        ("ABB", "ABBTerra", "ABB Terra"),
        ("ABB", "ABBA", "ABB ABBA"),
        ("Elli", "Ellipse", "Elli Ellipse"),
        ("EN+", "EN Plus Caro", "EN+ Caro"),
        ("EN+", "EN + Caro", "EN+ Caro"),
        ("Volt Electric", "Volt Uno", "Volt Electric Uno"),
        ("Charge Amps", "Charge Home", "Charge Amps Charge Home"),
        ("x", "x X1", "x X1"),
    ],
)
def test_a_model_begins_with_its_brand_once(brand: str, typed: str, model: str):
    assert full_name(brand, typed) == model


@pytest.mark.parametrize(
    ("brand", "typed", "own"),
    [
        ("Zaptec", "Zaptek Go", "Go"),
        ("Zaptec", "Zaptecc Go", "Go"),
        ("Zaptec", "Zapetc Go 3", "Go 3"),
        ("Zaptec", "ZaptecGo", "Go"),
        ("Charge Amps", "Charge Amp Halo", "Halo"),
        ("Charge Amps", "ChargeAmp Halo", "Halo"),
        ("Easee", "Eassee One", "One"),
        ("Zaptec", "Zaptec Go", ""),
        ("Zaptec", "Zaptec's Go", ""),
        ("Zaptec", "Zaptec Zaptek Go", ""),
        ("Zaptec", "Zaptek", ""),
        ("Smart", "Start 22", ""),
        ("Charge", "Charger 22", ""),
        ("ABB", "AB Terra", ""),
        ("Elli", "Eli 2", ""),
        ("Volt 2", "Volt 3 Go", ""),
        ("Delta", "Deltagrid 22", ""),
    ],
)
def test_a_slip_in_the_brand_in_front(brand: str, typed: str, own: str):
    assert without_misspelt_section(brand, typed, VOCABULARY) == own


def test_a_name_beyond_the_limit_means_nothing_else():
    name = "x" * NAME_LIMIT
    assert canonical_full_name("Zaptec", name, NAME_LIMIT, VOCABULARY) == f"Zaptec {name}"
    assert canonical_full_name("Zaptec", f"{name}x", NAME_LIMIT, VOCABULARY) == f"{name}x"
