"""The list as records, exactly or not at all."""

from dataclasses import replace
from html import unescape

import pytest

from bot.document.parse import parse
from bot.export.catalogue import (
    LeftOut,
    as_words,
    entries_key,
    key_of,
    option_names,
    read_catalogue,
    sections_key,
)
from bot.shape.list_file import Noun, Sections
from bot.shape.load import bind, read_list_file
from tests.charger_list import LIST, ROOT, SHAPE
from tests.export.lists import APP_LIST, APPS, FIRST, HEAD, catalogue, catalogue_of, row


def test_records_are_called_by_the_words_of_the_list():
    words = replace(APPS.file, entry=Noun(one="web app", many="web apps"))
    assert entries_key(replace(APPS, file=words)) == "web_apps"
    assert (entries_key(SHAPE), sections_key(SHAPE)) == ("chargers", "brands")
    lines = replace(SHAPE.file, sections=Sections(field="line", name="product line"))
    assert sections_key(replace(SHAPE, file=lines)) == "product_lines"


def test_brands_have_the_anchor_and_the_line_of_their_heading():
    brands = catalogue_of(LIST).sections
    lines = LIST.splitlines()
    assert [lines[brand["line"] - 1] for brand in brands] == [
        "### Charge Amps",
        "### go-e",
        "### Zaptec",
    ]
    assert [brand["anchor"] for brand in brands] == ["charge-amps", "go-e", "zaptec"]


@pytest.mark.parametrize(
    "wrong",
    [
        row(model=""),
        row(versions="1.6"),
        row(versions=""),
        row(versions="2.0.1 / 1.6J"),
        row(ways="Cloud"),
        row(source=""),
        row(source="a manual"),
        row(source="[](https://x.example)"),
        row(source="[x](javascript:alert)"),
        row(source="see [x](https://x.example)"),
        "| Zaptec Go | 1.6J |",
    ],
)
def test_a_row_which_cannot_be_read_exactly_is_left_out(wrong: str):
    found = catalogue(row("Zaptec Aa"), wrong, row("Zaptec Pro"))
    assert [one["model"] for one in found.entries] == ["Zaptec Aa", "Zaptec Pro"]
    (left_out,) = found.left_out
    assert left_out.line == FIRST + 1
    assert left_out.reason


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (row(model=""), "Model: This has to be filled in."),
        (
            "| Zaptec Go | 1.6J |",
            "The row has 2 of 5 cells. Give it one for each column, an empty one for nothing.",
        ),
    ],
)
def test_what_is_left_out_has_its_reason(wrong: str, reason: str):
    (left_out,) = catalogue(wrong, row("Zaptec Pro")).left_out
    assert left_out.reason == reason


def test_a_section_which_cannot_be_read_is_left_out_with_its_reason():
    text = f"{HEAD}{row()}\n\n### Weiß\n\n- Weiß A\n"
    (left_out,) = catalogue_of(text).left_out
    reason = (
        '"Weiß" is a heading of the list, but has no table. Put a header and a line of hyphens '
        "below it."
    )
    assert left_out == LeftOut(FIRST + 4, "Weiß", reason)


@pytest.mark.parametrize("notes", ["**b** c", "`b` c", "[b](https://x.example) c", "b <i>c</i>"])
def test_marked_up_notes_are_exported_as_their_text(notes: str):
    (entry,) = catalogue(row(notes=notes)).entries
    assert entry["notes"] == "b c"


@pytest.mark.parametrize(
    "notes",
    [
        "@a",
        "#12 :a: $1 $2",
        "@<!-- -->a #b < 5 <7",
        "a < b @c",
        "\\<b>",
        "&lt;b&gt;",
        "&#124;",
        " a\u2028b",
    ],
)
def test_what_people_write_their_own_way_is_exported_as_it_shows(notes: str):
    (charger,) = catalogue(row(notes=notes).replace("|  ", "|\t ")).entries
    assert charger["notes"] == unescape(notes.strip().replace("<!-- -->", "").replace("\\<", "<"))


def test_yes_and_no_in_any_style():
    """As `check` reads them: what is neither is left out; without ticks for no, an empty cell is."""
    folder = ROOT / "tests/check/lists/any-list-yes-and-no-in-several-styles"
    file = read_list_file((folder / "list.yml").read_text(encoding="utf-8"), "list.yml")
    shape = bind(file, {"free": ("Yes", "No"), "offline": ("Yes",)})
    found = read_catalogue(parse((folder / "README.md").read_text(encoding="utf-8"), shape))
    free = [(entry["free"], entry["offline"]) for entry in found.entries]
    assert free == [(True, True), (True, True), (False, False), (True, False), (False, True)]
    assert [one.name for one in found.left_out] == ["File", "Gouge"]


def test_a_row_without_a_name_is_left_out_unless_it_says_nothing():
    folder = ROOT / "tests/check/lists/any-list-rows-without-a-name"
    file = read_list_file((folder / "list.yml").read_text(encoding="utf-8"), "list.yml")
    text = (folder / "README.md").read_text(encoding="utf-8")
    found = read_catalogue(parse(text, bind(file, {})))
    assert [entry["name"] for entry in found.entries] == ["Plane", "Saw"]
    assert [one.line for one in found.left_out] == [6, 9]
    assert found.left_out[1].reason == "this row has no name."


def test_links_in_html_are_exported_where_the_list_has_them():
    file = read_list_file(
        "entry: job\ncolumns:\n"
        "  Company: {field: company, kind: name, address: site, markup: true}\n"
        "  Apply: {field: apply, kind: links, empty: 🔒, markup: true}\n"
        "forms: {add: add.yml}\n",
        "list.yml",
    )
    html = '<a href="https://x.example/1"><img src="a.png" alt="Apply"></a>'
    company = '<a href="https://x.example"><b>Ito</b></a>'
    text = f"| Company | Apply |\n|---|---|\n| {company} | {html} |\n| Abe | 🔒 |\n"
    first, second = read_catalogue(parse(text, bind(file, {}))).entries
    assert (first["company"], first["site"]) == ("Ito", "https://x.example")
    assert first["apply"] == [{"title": "Apply", "url": "https://x.example/1"}]
    assert second["site"] is None


def test_an_entry_has_the_ids_of_the_fields_of_the_add_form():
    """The correction form has other fields of these names, which programs need not know."""
    entry = catalogue_of(APP_LIST, APPS).entries[0]
    fields = ["name", "url", "sort", "hidden", "platforms", "about", "team"]
    assert list(entry) == [*fields, "line"]


def test_list_yml_can_call_the_name_otherwise_in_exports():
    assert key_of(SHAPE.name_column) == "model" != SHAPE.name_column.field


def test_options_are_known_by_their_values_in_records():
    free = APPS.columns[2]
    assert option_names(free) == {True: "Yes", False: "No"}
    ways = SHAPE.columns[2]
    assert option_names(ways) == {"cloud": "Cloud", "direct": "Direct"}


def test_one_value_and_several_are_lists():
    values = [None, False, "a", ["a", "b"]]
    assert [as_words(value) for value in values] == [[], [False], ["a"], ["a", "b"]]
