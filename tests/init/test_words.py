"""Words for a list: ids, and what an entry and a section are called."""

import pytest

from bot.init.words import entry_noun, plural, section_noun, slug, unique_id


@pytest.mark.parametrize(
    ("text", "word"),
    [("", ""), ("!?", ""), ("名前", ""), ("OCPP Version", "ocpp_version"), ("Größe (m²)", "grosse_m"),
     (" a - b ", "a_b")],
)  # fmt: skip
def test_a_slug_has_letters_digits_and_underscores(text: str, word: str):
    assert slug(text) == word


def test_an_id_is_unlike_those_taken():
    assert unique_id("name", []) == "name"
    assert unique_id("name", ["name", "name_2"]) == "name_3"


@pytest.mark.parametrize(
    ("noun", "many"),
    [("tool", "tools"), ("city", "cities"), ("day", "days"), ("class", "classes"), ("box", "boxes"),
     ("watch", "watches"), ("brush", "brushes"), ("path", "paths")],
)  # fmt: skip
def test_a_plural_is_spelled_as_in_english(noun: str, many: str):
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("header", "noun"),
    [("Tool", "tool"), ("App name", "app"), ("API", "API"), ("Meeting Place", "meeting place"),
     ("Class", "class"), ("Tool (12)", "tool"), ("Open-source tool", "open-source tool")],
)  # fmt: skip
def test_an_entry_is_called_as_the_header_of_the_names(header: str, noun: str):
    assert entry_noun(header) == noun


@pytest.mark.parametrize(
    "header", ["", "Name", "Title", "Tools", "Tool of the year", "名前", "#", "C3PO", "Model 3"]
)
def test_a_header_that_names_no_entry_gives_none(header: str):
    assert entry_noun(header) == "entry"


@pytest.mark.parametrize(
    ("headings", "noun"),
    [([], "section"), (["Welcome"], "section"), (["Tools by category", "Brands"], "brand"),
     (["All categories", "Brands"], "category"), (["Welcome", "Cities and countries"], "country")],
)  # fmt: skip
def test_a_section_is_called_as_a_heading_above_says(headings: list[str], noun: str):
    assert section_noun(headings, names_start_with_section=False) == noun


def test_a_section_that_names_begin_with_is_a_brand_unless_a_heading_says_otherwise():
    assert section_noun([], names_start_with_section=True) == "brand"
    assert section_noun(["Makers"], names_start_with_section=True) == "maker"
