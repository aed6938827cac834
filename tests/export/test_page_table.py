"""The table of the page."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.export.addresses import Addresses
from bot.export.catalogue import Catalogue
from bot.export.page_table import TableWriter, missing
from bot.shape.list_file import LinksColumn
from bot.shape.load import bind, read_list_file
from tests.charger_list import SHAPE
from tests.export.lists import APP_LIST, APPS, FIRST, HOME, catalogue, catalogue_of, row

LINKS = "[A & b](https://x.example/?q=1&amp;r=2) \\| [c](mailto:a@x.example)"
CHARGERS = catalogue(row("Zaptec Go", "1.6J / 2.1", "🔌 Direct", "a < b", LINKS), row("Zaptec Pro"))


def writer(found: Catalogue, changed: dict[int, date] | None = None) -> TableWriter:
    return TableWriter(found, Addresses(HOME, found.shape), changed or {})


def cells(html: str) -> list[str]:
    return re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", html)


def test_a_list_without_entries_has_a_header_and_no_rows():
    empty = writer(catalogue())
    assert list(empty.rows()) == []
    assert cells(empty.head())[:3] == ["Brand", "Model", "OCPP Version"]


def test_the_header_names_what_can_be_sorted():
    keys = re.findall(r'data-kind="([^"]+)" data-key="([^"]+)"', writer(CHARGERS).head())
    assert keys == [
        ("section", "brand"),
        ("name", "model"),
        ("choices", "ocpp_versions"),
        ("choices", "communication"),
        ("text", "notes"),
        ("links", "sources"),
    ]
    dated = writer(CHARGERS, {FIRST: date(2026, 2, 3)}).head()
    assert 'data-kind="changed" data-key="changed.">Changed</th>' in dated


def test_a_row_has_a_cell_for_each_column_and_no_markup_of_others():
    first, second = writer(CHARGERS).rows()
    brand, model, versions, ways, notes, sources, _ = cells(first)
    assert (brand, model, notes) == ("Zaptec", "Zaptec Go", "a &lt; b")
    assert versions == '<span class="tag t1">1.6J</span> <span class="tag t4">2.1</span>'
    assert ways == '<span class="tag t1">Direct</span>'
    assert sources == (
        '<a rel="nofollow ugc" href="https://x.example/?q=1&amp;r=2">A &amp; b</a> '
        "<span>c (mailto:a@x.example)</span>"
    )
    assert '<span class="needed">Source needed!</span>' in second


def test_a_row_leads_to_itself_and_to_its_correction():
    first, _ = writer(CHARGERS).rows()
    identity = re.findall(r'<tr role="row" id="([^"]+)"', first)
    actions = cells(first)[-1]
    assert f'href="#{identity[0]}"' in actions
    assert "Correct<span" in actions
    assert f'href="{HOME}/issues/new?template=invalid.yml' in actions
    assert "Correct" not in cells(next(writer(catalogue_of(APP_LIST, APPS)).rows()))[-1]


def test_a_day_is_shown_where_it_is_known():
    first, second = writer(CHARGERS, {FIRST: date(2026, 2, 3)}).rows()
    assert '<td role="cell" class="changed"><time>2026-02-03</time></td>' in first
    assert '<td role="cell" class="changed"></td>' in second
    assert "changed" not in "".join(writer(CHARGERS).rows())


def test_a_list_of_another_shape_has_its_own_columns():
    found = writer(catalogue_of(APP_LIST, APPS))
    assert cells(found.head())[:6] == ["Name", "Kind", "Free", "Platforms", "About", "Team"]
    first, second, _ = found.rows()
    ink, kind, free, platforms, about, team, _ = cells(first)
    assert ink == '<a rel="nofollow ugc" href="https://ink.example">Ink</a>'
    assert (about, team) == ("Writes", "Ada")
    assert [re.sub("<[^>]+>", "", one) for one in (kind, free, platforms)] == [
        "Editor",
        "Yes",
        "Linux Web",
    ]
    assert re.sub("<[^>]+>", "", cells(second)[2]) == "No"
    assert '<td role="cell" class="yes-no" data-label="Free">' in first


def test_columns_of_a_wide_list_are_named_beside_their_values():
    """Six columns; of the five of the chargers a card needs no names."""
    assert 'class="text" data-label="About"' in next(writer(catalogue_of(APP_LIST, APPS)).rows())
    assert "data-label" not in next(writer(CHARGERS).rows())


def test_yes_and_no_say_nothing_without_the_name_of_their_column():
    file = "entry: app\ncolumns:\n  Name: {field: name, kind: name}\n"
    file += "  Free: {field: free, kind: yes/no}\n  Kind: {field: sort, kind: choice}\n"
    file += "forms: {add: add.yml}\n"
    options = {"free": ["Yes", "No"], "sort": ["Editor", "Game"]}
    found = catalogue_of(
        "| Name | Free | Kind |\n| --- | --- | --- |\n| Ink | Yes | Game |\n",
        bind(read_list_file(file, "list.yml"), options),
    )
    (html,) = writer(found).rows()
    assert re.findall('data-label="([^"]+)"', html) == ["Free"]


@pytest.mark.parametrize("found", [CHARGERS, catalogue_of(APP_LIST, APPS)])
@pytest.mark.parametrize("changed", [{}, {1: date(2026, 2, 3)}])
def test_the_widths_are_those_of_the_columns_and_fill_the_table(found, changed):
    table = writer(found, changed)
    rule = r"thead th:nth-child\([0-9]+\) \{ width: [0-9.]+%; \}"
    assert re.fullmatch(rf"@media \(width > 64rem\) \{{ {rule}( {rule})* \}}", table.widths())
    percents = [float(one) for one in re.findall(r"width: ([0-9.]+)%", table.widths())]
    assert len(percents) == table.head().count("<th ")
    assert abs(sum(percents) - 100) < 0.5


def test_what_is_shown_for_no_links_is_that_of_the_list():
    sources = SHAPE.columns[4]
    assert missing(sources) == "Source needed!"
    assert isinstance(sources.setting, LinksColumn)
    setting = replace(sources.setting, empty="")
    assert missing(replace(sources, setting=setting)) == "No source"
