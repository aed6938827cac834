"""The name of an entry with that of its section."""

import pytest

from bot.names.full_name import (
    NAME_LIMIT,
    begins_with_section,
    canonical_full_name,
    from_section_inside,
    is_unambiguous,
    with_section,
    without_joined_section,
    without_misspelt_section,
)
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
        ("Zaptec", "Go (by Zaptec)", "Zaptec Go"),
        ("Zaptec", "by Zaptec", "Zaptec"),
        ("Zaptec", "Go - Zaptec", "Zaptec Go"),
        ("Zaptec", "Go, Zaptec", "Zaptec Go"),
        ("Zaptec", "Go von: ZAPTEC", "Zaptec Go"),
        ("Zaptec", "Go Pro by the Zaptec", "Zaptec Go Pro by the"),
        ("Zaptec", "Zaptec Zaptec", "Zaptec"),
        ("Zaptec", "Zaptec Zaptecs Go", "Zaptec Zaptecs Go"),
        ("Zaptec", "EV EV charger Zaptec Go", "Zaptec Go"),
        ("Zaptec", "wall box Zaptec Go", "Zaptec wall box Zaptec Go"),
        ("Zaptec", "Zaptec’ Go", "Zaptec Go"),
        ("Zaptec", '"Zaptec Go', "Zaptec Go"),
        ("Zaptec", "Zaptec) Go", "Zaptec ) Go"),
        ("Zaptec", "(Zaptec)Go", "Zaptec Go"),
        ("Zaptec", "Zap tec  Go", "Zaptec Go"),
        ("Charge Amps", "Halo by Charge Amps", "Charge Amps Halo"),
        ("Charge Amps", "Charge Amps", "Charge Amps"),
        ("Charge Amps", "Halo Amps", "Charge Amps Halo Amps"),
        ("EN", "Go EN", "EN Go EN"),
        ("EN", "EV EN 2", "EN EV EN 2"),
        ("Volt & Sons", "Volt and Sons Uno", "Volt & Sons Uno"),
        ("N&Z", "N & Z N and Z Uno", "N&Z Uno"),
        ("A+B", "A plus B Uno", "A+B Uno"),
        ("Volt Electric GmbH", "Volt Electric Uno", "Volt Electric GmbH Uno"),
        ("Volt Blue Co.", "Volt Blue Uno", "Volt Blue Co. Uno"),
        ("abc charging", "abc Uno", "abc charging Uno"),
        ("ab charging", "ab Uno", "ab charging ab Uno"),
        ("Charger Maker", "Charger Uno", "Charger Maker Charger Uno"),
        ("Volt 2", "Volt 22", "Volt 2 22"),
        ("ABB", "ABBtERRA", "ABB ABBtERRA"),
        ("ABB", "ABBT", "ABB ABBT"),
        ("ABB", "ABB2x", "ABB ABB2x"),
        ("go-e", "go-echarger", "go-e go-echarger"),
        ("GO-E", "GO-ECharger", "GO-E Charger"),
        ("GO-E", "GO-ECHARGER", "GO-E GO-ECHARGER"),
        ("E", "E E 11", "E E 11"),
        ("E", "e 11", "E 11"),
        ("Zaptec", "Go by ZaptecX", "Zaptec Go by ZaptecX"),
        ("Zaptec®", "Zaptec® Go", "Zaptec® Go"),
        ("Zaptec", "", "Zaptec"),
        ("GoE", "GoETerra", "GoE Terra"),
        ("ABB", "ABBTeRra", "ABB TeRra"),
        ("GO-E", "GO-EChArger", "GO-E ChArger"),
        ("abc Volt", "abc Uno", "abc Volt abc Uno"),
        ("Volt Blue", "Volt Uno", "Volt Blue Uno"),
        ("Volt Blue GmbH", "Volt Blue Uno", "Volt Blue GmbH Uno"),
        ("Volt!", "VOLT! Go", "Volt! Go"),
        ("Xpeng", "Go by Xpeng", "Xpeng Go"),
        ("Zaptec", "Go by - Zaptec", "Zaptec Go"),
        ("Zaptec", "Go X Zaptec", "Zaptec Go X"),
        ("Volt!", "VOLT ! Go", "Volt! Go"),
        ("Volt Blue Sky", "Volt Blue Sky Volt Uno", "Volt Blue Sky Uno"),
        ("Volt Blue Sky", "Volt Uno", "Volt Blue Sky Uno"),
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
        ("Zaptec", "zaptecGo", "Go"),
        ("Zaptec", "ZaptecGO", "GO"),
        ("Zaptec", "ZAPTECGo", ""),
        ("Zaptec", "Zaptec2", ""),
        ("Zaptec", "Go 2", ""),
        ("go-e Two", "go-e TwoGo", ""),
        ("Elli", "ElliGo", "Go"),
        ("Elli", "EllieGo", ""),
        ("Smart", "Smatr 22", "22"),
        ("Easee", "Eases One", "One"),
        ("Charge Amps", "Ch arge Amps Halo", ""),
        ("Zaptec", "Za p tek Go", ""),
        ("Zaptec", "ZapteCGo", ""),
        ("Zaptec", "ZapteCGO", ""),
        ("Zaptec", "WallboGo", ""),
    ],
)
def test_a_slip_in_the_brand_in_front(brand: str, typed: str, own: str):
    assert without_misspelt_section(brand, typed, VOCABULARY) == own


def test_a_name_beyond_the_limit_means_nothing_else():
    name = "x" * NAME_LIMIT
    assert canonical_full_name("Zaptec", name, VOCABULARY) == f"Zaptec {name}"
    assert canonical_full_name("Zaptec", f"{name}x", VOCABULARY) == f"{name}x"


def test_a_name_is_searched_for_its_section_in_its_first_300_characters():
    far = f"{'x' * 301} Zaptec"
    assert with_section("Zaptec", far, VOCABULARY) == f"Zaptec {'x' * 301}"
    assert begins_with_section("Zaptec", f"Zap{' ' * 300}tec Go", VOCABULARY) == ""


@pytest.mark.parametrize("own", ["Go", "", "Zapte Go", "Go by Zaptecs"])
def test_no_section_inside(own: str):
    assert not from_section_inside("Zaptec", own, VOCABULARY)


@pytest.mark.parametrize(
    ("own", "inside"),
    [("Go by Zaptec", "Zaptec"), ("Go ZAPTEC Pro", "ZAPTEC Pro"), ("The Zaptec", "Zaptec")],
)
def test_a_section_inside(own: str, inside: str):
    assert from_section_inside("Zaptec", own, VOCABULARY) == inside


def test_a_short_or_generic_section_may_be_anything_inside():
    assert not from_section_inside("EN", "The EN 11", VOCABULARY)
    assert not from_section_inside("Wallbox", "Go Wallbox Pro", VOCABULARY)


@pytest.mark.parametrize(
    ("section", "name", "rest"),
    [
        ("Zaptec", "", ""),
        ("Zaptec", "Go", ""),
        ("Zaptec", "Zaptec", ""),
        ("Zaptec", "Zaptec-", ""),
        ("Zaptec", "Zaptecs Go", ""),
        ("Zaptec", "Go Zaptec", ""),
        ("EN", "EN 11", ""),
        ("Zaptec", "Zaptec Go -", "Go -"),
        ("Zaptec", "ZAPTEC - Go", "Go"),
        ("Zaptec", "(Zaptec) Go", "Go"),
        ("Zaptec", "EV charger Zaptec Go", "Go"),
        ("ABB", "abb Terra", "Terra"),
    ],
)
def test_what_is_after_a_section(section: str, name: str, rest: str):
    assert begins_with_section(section, name, VOCABULARY) == rest


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("Zaptec", "Go"),
        ("Zaptec", "Zaptec Go"),
        ("Zaptec", "ZAPTEC Go"),
        ("Zaptec", "ZAPTEC 2"),
        ("Zaptec", "Zaptec-Go"),
        ("Zaptec", "Zaptec - Go"),
        ("Zaptec", "Go Zaptek"),
        ("go-e", "goe Charger"),
        ("Charge Amps", "ChargeAmps Halo"),
        ("Volt", "Volt |Go"),
        ("ABB", "AC Go"),
        ("Voltwerke", "Vol twe rk Go"),
    ],
)
def test_a_name_which_needs_no_guess(section: str, name: str):
    assert is_unambiguous(section, name, VOCABULARY)


@pytest.mark.parametrize(
    ("section", "name"),
    [
        ("Zaptec", "Zaptec"),
        ("Zaptec", "Zaptec-2"),
        ("Zaptec", "Zaptec2"),
        ("Zaptec", "Zaptec's Go"),
        ("Zaptec", "Zapptec Go"),
        ("Zaptec", "Zaptecs Go"),
        ("Zaptec", "EV charger Zaptec Go"),
        ("Zaptec", "Zaptec Zaptec Go"),
        ("Zaptec", "Go by Zaptec"),
        ("go-e", "go-eCharger"),
        ("Charge Amps", "Charge Halo"),
        ("Charge Amps", "Charg Amps Halo"),
        ("ABB", "AB Go"),
        ("ABB", "ABC"),
        ("Elli", "Ellix Go"),
        ("Zaptec", "ZaptecGemini"),
        ("Zaptec", "zaptec-"),
        ("Voltwerke", "Voltwxyze Go"),
    ],
)
def test_a_name_which_needs_a_guess(section: str, name: str):
    assert not is_unambiguous(section, name, VOCABULARY)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Zaptec Go", "Zaptec Go"),
        ("Zaptec  Go", "Zaptec  Go"),
        ("zaptec – go", "Zaptec go"),
        ("Go", "Zaptec Go"),
        ("Zaptecs – Go", "Zaptecs - Go"),
        ("Zaptec Go by ZAPTEC", "Zaptec Go by ZAPTEC"),
        ("Zaptec Gö", "Zaptec Gö"),
    ],
)
def test_the_name_as_the_bot_writes_it(name: str, canonical: str):
    assert canonical_full_name("Zaptec", name, VOCABULARY) == canonical


@pytest.mark.parametrize(
    ("own", "rest"),
    [("zaptecgo", "go"), ("ZAPTEC Go", " Go"), ("Go", "Go"), ("zapte", "zapte"), ("", "")],
)
def test_a_section_may_be_joined_to_a_name(own: str, rest: str):
    assert without_joined_section("Zaptec", own) == rest
