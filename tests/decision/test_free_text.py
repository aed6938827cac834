"""The form that fits an issue written freely, and the answers found in it."""

import pytest

from bot.decision.free_text import read_free_text
from bot.document.parse import parse
from bot.forms.form import Kind
from bot.forms.issue import Issue
from tests.charger_list import FORMS, LIST, SHAPE

DOCUMENT = parse(LIST, SHAPE)


def read(text: str):
    return read_free_text(Issue(1, "", text, ()), FORMS, DOCUMENT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Please add my charger", None),
        ("ZAPTEC speaks OCPP 1.6J since 2021", None),
        ("Please add the Zaptec Go 2, it speaks 1.6J.", Kind.ADD),
        ("The Zaptec Go 2 is not the Zaptec Go", Kind.ADD),
        ("Brand: Zaptek\nModel: Go 2", Kind.ADD),
        ("**Brand:** Nobody\n**Models:** One", Kind.ADD_SECTION),
        ("The row of the Zaptec Go lacks a version", Kind.CORRECT),
        ("Falsch: der Zaptec Go ist nicht der Zaptec Go 2", Kind.CORRECT),
        ("Something is wrong with zaptec", Kind.CORRECT),
    ],
)
def test_the_text_says_which_form_fits(text: str, kind: Kind | None):
    assert read(text).kind is kind


@pytest.mark.parametrize(
    ("text", "models"),
    [
        ("zaptec go 2", "Zaptec go 2"),
        ("zaptec go is old", "Zaptec Go"),
        ("Zaptec, Oslo", None),
        ("Zaptec\nGo 2", None),
        ("Zaptec Go 2. The End", "Zaptec Go 2"),
        ("Zaptec Go 2 22 kW for homes", "Zaptec Go 2 22 kW"),
        ("Zaptec Go 2 OCPP 1.6J", "Zaptec Go 2"),
        ("Zaptec Go 2 https://zaptec.com", "Zaptec Go 2"),
        ("(*Zaptec* Go 2)", "Zaptec Go 2"),
        ("Zaptec Go 2 and Zaptec Sense, Zaptec Go 2", "Zaptec Go 2\nZaptec Sense"),
        ("Zaptec Go 2 and Charge Amps Halo 2", "Zaptec Go 2"),
        ("Zaptec Go 2\nModel: Sense", "Zaptec Sense"),
        ("Model: n/a", None),
    ],
)
def test_the_words_behind_a_brand_are_names(text: str, models: str | None):
    assert read(text).answers.get("models") == models


def test_the_first_brand_named_counts():
    assert read("A Zaptec, or a Charge Amps?").answers["brand"] == "Zaptec"


def test_a_text_for_a_correction_is_its_reason():
    text = "The Zaptec Go is no longer sold. Remove it."
    assert read(text).answers["reason"] == text


def test_addresses_are_sources_without_the_marks_of_a_sentence():
    text = "See https://a.example/x_(1), https://b.example. And https://a.example/x_"
    assert read(text).answers["sources"] == "https://a.example/x_\nhttps://b.example"


def test_without_words_there_are_no_answers():
    assert read("").answers == {}
