"""Answers which are used differently from how they were typed."""

from typing import Any

import pytest

from bot.decision.normalized import Normalized
from bot.forms.form import Kind
from tests.decision.assessed import proposal, with_row

A = "https://x.example/a"


def found(kind: Kind = Kind.ADD, **answers: Any) -> list[Normalized]:
    return list(proposal(kind, **answers).normalized)


def test_answers_used_as_they_were_typed_are_left_out():
    answers: dict[str, Any] = {
        "models": "Zaptec Go 2\n\nZaptec Sense",
        "notes": "a, b",
        "sources": f"[M]({A})",
    }
    assert found(**answers, communication="Cloud, Direct") == []
    assert found(**answers, communication="Cloud,Direct", ocpp_versions="1.6S,  1.6J") == []
    assert found(sources=f"{A}\n\n  {A}2  ", models="Zaptec Go 2") == []
    assert found(Kind.CORRECT) == []


@pytest.mark.parametrize(
    ("field", "label", "typed", "used"),
    [
        ("brand", "Brand", "ZAPTEC", "Zaptec"),
        ("notes", "Notes", "a  b", "a b"),
        ("notes", "Notes", "none", ""),
        ("ocpp_versions", "OCPP versions", "2.1, OCPP 1.6-J", "1.6J, 2.1"),
        ("communication", "Communication", "direct", "Direct"),
        ("sources", "Sources", f"Manual: {A}", f"[Manual]({A})"),
        ("sources", "Sources", f"{A}?utm_source=x", A),
        ("sources", "Sources", "none", ""),
        ("sources", "Sources", f"{A}, {A}2", f"{A}, {A}2"),
    ],
)
def test_an_answer_is_shown_with_what_was_used(field: str, label: str, typed: str, used: str):
    answers: dict[str, Any] = {"models": "Zaptec Go 2"} | {field: typed}
    expected = [Normalized(label, typed, used)] if typed != used else []
    assert found(**answers) == expected


def test_each_line_of_names_is_shown():
    assert found(models="- Go 2\nnone\nZaptec Sense\n**Apollo**") == [
        Normalized("Models", "- Go 2", "Zaptec Go 2"),
        Normalized("Models", "none", ""),
        Normalized("Models", "**Apollo**", "Zaptec Apollo"),
    ]


def test_another_spelling_of_a_name_is_shown_as_the_row_it_is_in():
    assert found(models="Go 22 kW\nGo 22kW\nGO 22 kW")[1:] == [
        Normalized("Models", "Go 22kW", "Zaptec Go 22 kW"),
        Normalized("Models", "GO 22 kW", "Zaptec Go 22 kW"),
    ]


def test_each_line_of_links_is_shown():
    assert found(models="Zaptec Go 2", sources=f"- {A}\n{A}2\nnone") == [
        Normalized("Sources", f"- {A}", A),
        Normalized("Sources", "none", ""),
    ]


def test_the_names_of_a_correction_are_those_of_the_list():
    assert found(Kind.CORRECT, brand="zaptec", model="pro") == [
        Normalized("Brand", "zaptec", "Zaptec"),
        Normalized("Model", "pro", "Zaptec Pro"),
    ]
    renamed = found(Kind.CORRECT, correction="Rename the model", new_model=" Max ")
    assert renamed == [Normalized("New model name", "Max", "Zaptec Max")]


def test_words_for_nothing_in_place_of_a_new_name_are_used_as_none():
    assert found(Kind.CORRECT, new_model="n/a") == [Normalized("New model name", "n/a", "")]


def test_what_only_the_bot_reads_is_left_out():
    listed = with_row("Zaptec Max")
    found = proposal(
        Kind.CORRECT, listed, correction="REMOVE the entry", ocpp_versions=""
    ).normalized
    assert found == ()


def test_entities_in_a_name_are_used_as_the_row_has_them():
    assert [one.used for one in found(models="Plug &amp; Charge")] == ["Zaptec Plug & Charge"]
