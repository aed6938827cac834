"""Entries and sections which a new one may be."""

from dataclasses import replace

import pytest

from bot.decision.proposal import Similar
from bot.decision.similar import similar_entries, similar_section
from bot.document.document import Document
from bot.document.parse import parse
from bot.shape.load import bind
from tests import games
from tests.charger_list import LIST, SHAPE
from tests.decision.assessed import DOCUMENT, document, with_row


def known(section: str, entry: str, text: Document = DOCUMENT) -> list[str]:
    """The names of the rows which may be the same as a new entry."""
    found = similar_entries(section, [entry], text)
    assert {one.name for one in found} <= {entry}
    return [one.known for one in found]


def test_a_section_of_another_name_is_like_none():
    assert similar_section("Quillon", DOCUMENT) == []


def test_a_section_of_nearly_a_listed_name_is_like_it():
    assert similar_section("Zaptek", DOCUMENT) == [
        Similar("Zaptek", "zaptec", "Zaptec", is_section=True)
    ]


@pytest.mark.parametrize(
    ("section", "entry"),
    [("Zaptec", "Zaptec Sense"), ("Zaptec", "Zaptec Go"), ("Quillon", "Quillon One")],
)
def test_an_entry_of_another_name_is_like_none(section: str, entry: str):
    assert known(section, entry) == []


def test_an_entry_of_nearly_a_listed_name_is_like_it():
    listed = with_row("Zaptec Apolla")
    assert similar_entries("zaptec", ["Zaptec Sense", "Zaptec Apollo"], listed) == [
        Similar("Zaptec Apollo", "zaptec", "Zaptec Apolla")
    ]


def test_at_most_three_rows_are_named():
    rows = "".join(f"| Zaptec Apollo{letter} | | | | |\n" for letter in "abcd")
    listed = document("| Zaptec Go |", f"{rows}| Zaptec Go |")
    assert known("Zaptec", "Zaptec Apollo", listed) == [
        "Zaptec Apolloa",
        "Zaptec Apollob",
        "Zaptec Apolloc",
    ]


@pytest.mark.parametrize("entry", ["Zaptec zaptecgo", "Zaptec zaptecgo2"])
def test_a_name_joined_to_that_of_its_section_is_like_it_without(entry: str):
    expected = ["Zaptec Go"] if entry.endswith("go") else []
    assert known("Zaptec", entry) == expected


def test_a_name_joined_to_that_of_its_section_is_like_one_nearly_the_same_without():
    assert known("Zaptec", "Zaptec zaptecapollo", with_row("Zaptec Apolla")) == ["Zaptec Apolla"]


def test_an_order_code_in_another_section_is_the_same():
    listed = with_row("Zaptec ZM000674", "Zaptec")
    assert similar_entries("go-e", ["go-e Box ZM000674"], listed) == [
        Similar("go-e Box ZM000674", "zaptec", "Zaptec ZM000674")
    ]
    assert known("go-e", "go-e Box ZM000675", listed) == []
    assert known("go-e", "go-e Box ZM000674", with_row("Zaptec AZM000674B")) == []


def test_a_telling_name_in_another_section_is_the_same():
    listed = with_row("Zaptec Wall Breaker")
    assert known("Quillon", "Quillon Wall Breaker", listed) == ["Zaptec Wall Breaker"]
    assert known("Zaptec", "Zaptec Wall Breaker", listed) == []
    assert known("Quillon", "Quillon Wall Breaker 2", listed) == []


def test_the_same_name_in_another_section_is_told_where_names_have_no_section_in_front():
    listed = parse(games.TEXT, games.games_shape())
    assert known("Amiga", "metroid", listed) == ["Metroid"]
    assert known("Amiga", "Metroid 2", listed) == []
    same_names = parse(games.TEXT, games.games_shape(more="same_names: true\n"))
    assert known("Amiga", "Metroid", same_names) == []


def test_rows_of_the_own_section_come_before_those_of_others():
    listed = with_row("Zaptec Wall Breaker")
    again = parse(listed.text.replace("| go-e Charger PRO CABLE |", "| go-e Wall Breakes |"), SHAPE)
    assert known("go-e", "go-e Wall Breaker", again) == ["go-e Wall Breakes"]


def test_a_list_may_tell_names_apart_by_one_letter():
    shape = bind(replace(SHAPE.file, near_duplicates=False), SHAPE.options)
    listed = with_row("Zaptec Apolla").text
    assert known("Zaptec", "Zaptec Apollo", parse(listed, shape)) == []
    assert "Zaptec Apolla" in listed
    assert listed != LIST
