"""Orders of names are total, and anchors are those of GitHub."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.document.anchors import anchors
from bot.names.order import alphabetical_key
from tests.charger_list import row_key
from tests.page import anchors_of
from tests.strategies import names

HEADING_TEXTS = st.sampled_from(
    ["a", "a-1", "A", "a 1", "1.6J (JSON)", "go-e", "Élan", "a_b", "C++", "☁️ x", "-", "x  y", "İ"]
)


@given(st.lists(HEADING_TEXTS | names(), max_size=12))
def test_anchors_are_those_of_github(headings: list[str]):
    assert anchors(headings) == anchors_of(headings)


@given(st.lists(HEADING_TEXTS | names(), max_size=12))
def test_no_two_headings_have_one_anchor(headings: list[str]):
    found = anchors(headings)
    assert len(set(found)) == len(found)


TEXTS = st.text(st.sampled_from("aAbBéÉ e1290.-ßİſ kWKw²٣"), max_size=8) | names()


@given(st.lists(TEXTS, max_size=6, unique=True), st.sampled_from([alphabetical_key, row_key]))
def test_each_order_is_total_and_takes_no_two_names_for_one(found: list[str], key):
    ordered, backwards = sorted(found, key=key), found[::-1]
    assert sorted(backwards, key=key) == ordered
    assert all(key(one) < key(other) for one, other in pairwise(ordered))


@given(TEXTS, TEXTS)
def test_case_and_accents_of_brands_decide_only_between_equals(one: str, other: str):
    first, _ = alphabetical_key(one)
    assert (
        first
        == alphabetical_key(one.casefold())[0]
        == alphabetical_key(unicodedata.normalize("NFD", one))[0]
    )
    assert (first < alphabetical_key(other)[0]) <= (alphabetical_key(one) < alphabetical_key(other))


BARE = st.text(st.sampled_from("aAb x-."), max_size=4).map(lambda text: f"Go{text}".rstrip(" "))
NUMBER = st.integers(0, 2000)


@given(BARE, NUMBER, NUMBER)
def test_numbers_inside_names_go_by_value(start: str, less: int, more: int):
    assert (less < more) == (row_key(f"{start}{less}") < row_key(f"{start}{more}")) or less == more
    assert (less < more) == (
        row_key(f"{start} {less} Plus 11 kW") < row_key(f"{start} {more} Plus 7 kW")
    ) or less == more


@given(
    BARE, st.integers(1, 999), st.integers(1, 999), st.sampled_from(["kW", " kW", " KW", "  kw"])
)
def test_ratings_go_by_value_after_the_name_without_one(name: str, less: int, more: int, unit: str):
    light, heavy = (f"{name} {number / 10}{unit}" for number in sorted([less, more]))
    assert row_key(name) < row_key(light)
    assert row_key(light) <= row_key(heavy)
    assert row_key(heavy) < row_key(f"{name} Flex 1 kW") < row_key(f"{name} Flex Plus")


@pytest.mark.parametrize(
    ("key", "ordered"),
    [
        (alphabetical_key, ["ABB", "Charge Amps", "go-e", "Zaptec"]),
        (alphabetical_key, ["Easee", "Élan", "elba", "Öko", "Oslo", "Zaptec"]),
        (
            row_key,
            [
                "Gemini 11 kW",
                "Gemini 22 kW",
                "Gemini 2.0 11 kW",
                "Gemini 2.0 22 kW",
                "Gemini Flex 11 kW",
            ],
        ),
        (
            row_key,
            ["Go", "go 7.4 kW", "Go 11kW", "GO 22 kW", "Go 2", "Go 10", "Pro", "pro cable"],
        ),
    ],
)
def test_examples_of_the_contract_are_in_order(key, ordered: list[str]):
    backwards = ordered[::-1]
    assert sorted(backwards, key=key) == ordered
