"""The name of an entry with that of its section."""

import pytest

from bot.forms.values import NAME_LIMIT
from bot.names.full_name import canonical_full_name
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
        ("Zaptec", "ZaptecGo", "Zaptec Go"),
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


def test_a_name_beyond_the_limit_means_nothing_else():
    name = "x" * NAME_LIMIT
    assert canonical_full_name("Zaptec", name, NAME_LIMIT, VOCABULARY) == f"Zaptec {name}"
    assert canonical_full_name("Zaptec", f"{name}x", NAME_LIMIT, VOCABULARY) == f"{name}x"
