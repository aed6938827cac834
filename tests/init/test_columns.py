"""What a column is taken for, by its cells."""

import pytest

from bot.check.inspect import inspect
from bot.init.columns import ColumnGuess, guess_columns
from tests.init.reading import column_of, written


def guessed(header: str, cells: list[str]) -> ColumnGuess:
    """The second column of a table: the first has names."""
    names = column_of([f"Entry {n}" for n in range(len(cells))], "Name")
    return guess_columns([names, column_of(cells, header)], names)[1]


KINDS = {
    "words": ("Type", ["Free", "Paid", "Free", "Paid", "Free"], "choice", ("Free", "Paid")),
    "code": ("Auth", ["`key`", "No", "`key`", "No"], "choice", ("key", "No")),
    "versions": ("Version", ["2.0", "2.1", "2.0", "2.1"], "choice", ("2.0", "2.1")),
    "one word": ("Type", ["Free"] * 6, "text", ()),
    "none": ("Cap", ["None", "None", "High", "High", "Low", "Low"], "choice", ("High", "Low")),
    "prose": ("Notes", ["big", "small", "big", "small"], "text", ()),
    "numbers": ("Stars", ["1", "2", "1", "2", "1", "2"], "text", ()),
    "years": ("Year", ["2024", "2025", "2024", "2025"], "text", ()),
    "few cells": ("Type", ["Free", "Paid"], "text", ()),
    "yes, no": ("Free", ["Yes", "No", "Yes"], "yes/no", ("Yes", "No")),
    "true, false": ("Free", ["True", "False"], "yes/no", ("Yes", "No")),
    "boxes": ("Free", ["🟩", "🟥", "🟩"], "yes/no", ("Yes", "No")),
    "ticks": ("Free", ["✔", "✗", "✔"], "yes/no", ("Yes", "No")),
    "ticks with words": ("Free", ["✅ Yes", "❌ No"], "yes/no", ("Yes", "No")),
    "shortcodes": ("Free", [":white_check_mark:", ":x:"], "yes/no", ("Yes", "No")),
    "only yes": ("Free", ["✅", "✅", "✅"], "yes/no", ("Yes", "No")),
    "circles": ("利用", ["〇", "×", "〇"], "yes/no", ("Yes", "No")),
    "plus and minus": ("Free", ["+", "-", "+"], "yes/no", ("Yes",)),
    "letters": ("Free", ["Y", "N", "Y"], "yes/no", ("Yes", "No")),
    "tick and x": ("Free", ["x", "✓", "✓", "x"], "yes/no", ("Yes", "No")),
    "yes or empty": ("Free", ["x", "", "x", ""], "yes/no", ("Yes",)),
    "yes, no, unknown": ("CORS", ["Yes", "No", "?", "Unknown", "Yes", "No", "Unknown"], "choice",
                         ("Yes", "No", "Unknown")),
    "slashes": ("OS", ["Mac / Linux", "Linux", "Mac", "Mac / Linux"], "choices", ("Mac", "Linux")),
    "commas": ("OS", ["Mac, Linux", "Linux", "Mac, Linux", "Mac"], "choices", ("Mac", "Linux")),
    "pairs": ("Mode", ["on/off", "up/down", "on/off", "up/down"], "choice", ("on/off", "up/down")),
    "links": ("Site", ["[a](https://a.example)", "[b](https://b.example)"], "links", ()),
    "addresses": ("Site", ["https://a.example", "https://b.example"], "links", ()),
    "links called x": ("Site", [f"[x](https://b{n}.example)" for n in range(9)], "links", ()),
    "links called yes": ("Site", [f"[✅](https://b{n}.example)" for n in range(9)], "links", ()),
    "marks of a legend": ("Free", ["[✅](#legend)", "[❌](#legend)"], "yes/no", ("Yes", "No")),
    "HTML links": ("Site", ['<a href="https://a.example">a</a>'] * 2, "links", ()),
    "links or a phrase": ("Source", ["[a](https://a.example)", "Wanted!", "Wanted!"], "links", ()),
    "links with words": ("Site", [f"[a{n}](https://b{n}.example) a{n}" for n in range(9)], "text", ()),
    "text with a link": ("How", ["see [a](https://a.example) first", "no idea", "ask"], "text", ()),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_kind(name):
    header, cells, kind, options = KINDS[name]
    column = guessed(header, cells)
    assert (column.kind, column.options) == (kind, options)


EMPTY = {
    "gaps": (["a", "b", ""], ""),
    "dashes": (["a", "b", "-"], "-"),
    "N/A": (["a", "b", "N/A", "N/A", ""], "N/A"),
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_cell_without_a_value(name):
    cells, empty = EMPTY[name]
    assert guessed("Notes", cells).empty == empty


def test_a_mark_for_no_value_beside_yes_and_no_is_kept():
    column = guessed("Free", ["✅", "❌", "-", "✅"])
    assert (column.kind, column.empty) == ("yes/no", "-")


def test_a_phrase_in_place_of_links_is_what_an_empty_cell_shows():
    cells = ["[a](https://a.example)", "Wanted!", "Wanted!"]
    assert guessed("Source", cells).empty == "Wanted!"


@pytest.mark.parametrize(
    ("cells", "is_allowed"), [(["plain", "a :tada: b"], True), (["a:b"], False)]
)
def test_shortcodes_are_markup(cells, is_allowed):
    column = guessed("Notes", cells)
    assert (column.kind, column.has_markup) == ("text", is_allowed)


@pytest.mark.parametrize("mark", ["x", "✅"])
def test_a_mark_with_many_addresses_is_the_title_of_links(mark):
    column = guessed("Site", [f"[{mark}](https://b{n}.example)" for n in range(9)])
    assert column.title == mark


LINKS = [f"[site {n}](https://site-{n}.example)" for n in range(6)]
NO_LINK = {
    "a lock": ([*LINKS, "🔒"], "links", "🔒"),
    "a word": ([*LINKS, "Closed"], "links", "Closed"),
    "nothing and a lock": ([*LINKS, "", "", "🔒"], "text", ""),
    "nothing": ([*LINKS, ""], "links", ""),
    "no link by mistake": ([*LINKS, "zapier.example"], "links", ""),
    "several words": ([*LINKS, "🔒", "Closed"], "text", ""),
}


@pytest.mark.parametrize("name", NO_LINK)
def test_what_is_in_place_of_a_link_is_what_an_empty_cell_shows(name):
    cells, kind, empty = NO_LINK[name]
    column = guessed("Site", cells)
    assert (column.kind, column.empty) == (kind, empty)
    assert column.has_markup == (kind == "text")


SEPARATORS = {
    "commas": ("[a](https://a.example), [b](https://b.example)", ", "),
    "pipes": (r"[a](https://a.example) \| [b](https://b.example)", r" \| "),
    "dots": ("[a](https://a.example) · [b](https://b.example)", " · "),
    "spaces": ("[a](https://a.example) [b](https://b.example)", " "),
    "breaks": ("[a](https://a.example)<br>[b](https://b.example)", "<br>"),
}


@pytest.mark.parametrize("name", SEPARATORS)
def test_what_separates_links(name):
    cell, separator = SEPARATORS[name]
    assert guessed("Site", [cell, cell]).separator == separator


AS_IT_IS = {
    "titles of an emoji": [f"[▶](https://site-{n}.example)" for n in range(6)],
    "shortcodes in texts": ["Fast :rocket:", "Slow :snail:", "Odd", "Even"],
    "ticks and crosses": ["✅", "✅", "❌", "❌", "✖", "✔️"],
}


@pytest.mark.parametrize("name", AS_IT_IS)
def test_check_wants_nothing_written_differently(name):
    rows = "".join(f"| Entry {n} | {cell} |\n" for n, cell in enumerate(AS_IT_IS[name]))
    found = written(f"# List\n\n| Name | What |\n|---|---|\n{rows}")
    assert not inspect(found.document)


def test_an_example_is_of_usual_length_and_whole():
    long = "a sentence which is much too long to be read at a glance in the field of a form, " * 2
    assert guessed("How", ["short", "of some length", long, long]).example == "of some length"
    assert guessed("How", ["x" * 80, "y" * 80]).example == "y" * 80
