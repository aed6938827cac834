"""Charts as figures of HTML."""

import re
from xml.etree import ElementTree

from bot.export.charts import Chart, Group, charts
from bot.export.drawing import figure
from tests.export.lists import (
    MODELS,
    catalogue_of,
    text_of_list,
)

FIGURES = {one.title: one for one in charts(catalogue_of(text_of_list()), {})}
WAYS, VERSIONS = FIGURES["Communication by brand"], FIGURES["OCPP Version by brand"]


def svg_of(html: str) -> ElementTree.Element:
    found = re.search(r"<svg.*</svg>", html)
    assert found
    return ElementTree.fromstring(found[0])


def test_a_picture_says_in_words_what_it_shows():
    html = figure(WAYS, "p")
    svg = svg_of(html)
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-labelledby"] == "p-title p-text"
    assert {one.attrib.get("id"): one.text for one in svg[:2]} == {
        "p-title": "Communication by brand",
        "p-text": "Of 6 chargers: Direct only: 2 (33%), Both: 1 (17%), Cloud only: 3 (50%).",
    }
    table = re.search(r"<table>.*</table>", html)
    assert table
    assert len(table[0].split("<tr>")) == 2 + 1 + len({name.split()[0] for name in MODELS})


def test_a_bar_is_as_wide_as_the_whole():
    svg = svg_of(figure(WAYS, "p"))
    widths: dict[str, float] = {}
    for bar in svg.iter("rect"):
        widths[bar.attrib["y"]] = widths.get(bar.attrib["y"], 0) + float(bar.attrib["width"])
    assert len(widths) == 6
    assert max(widths.values()) - min(widths.values()) < 0.2


def test_the_tile_of_the_larger_share_is_darker():
    svg = svg_of(figure(VERSIONS, "p"))
    tiles = [float(tile.attrib["fill-opacity"]) for tile in svg.iter("rect")]
    assert tiles[1] == max(tiles[:5])
    assert tiles[2] == min(tiles[:5])


def test_names_are_cut_and_are_no_markup():
    chart = Chart("<b>", "apps", ("<i>", "b"), (Group("</svg>" * 9, 1, (1, 0)),), True)
    svg = svg_of(figure(chart, "p"))
    assert next(svg.iter("text")).text == "</svg></svg></…"


def groups_of(*counts: tuple[int, ...]) -> tuple[Group, ...]:
    return tuple(Group(f"G{n}", sum(those), those) for n, those in enumerate(counts))


def test_of_nothing_there_is_no_bar_and_no_share():
    html = figure(Chart("Kind", "apps", ("A", "B"), groups_of((0, 0)), True), "p")
    assert not list(svg_of(html).iter("rect"))
    assert "Of 0 apps: A: 0 (0%), B: 0 (0%)." in html


def test_a_bar_too_narrow_for_its_number_has_none():
    svg = svg_of(figure(Chart("Kind", "apps", ("A", "B"), groups_of((1, 999)), True), "p"))
    numbers = [text.text for text in svg.iter("text") if text.attrib.get("class") in {"n0", "n1"}]
    assert numbers == ["999"]


def test_bars_follow_each_other_from_the_left():
    svg = svg_of(figure(Chart("Kind", "apps", ("A", "B"), groups_of((1, 3)), True), "p"))
    first, second = svg.iter("rect")
    width = float(first.attrib["width"]) + float(second.attrib["width"])
    assert float(second.attrib["x"]) == float(first.attrib["x"]) + float(first.attrib["width"])
    assert float(first.attrib["x"]) + width == 360
    assert float(second.attrib["width"]) == 3 * float(first.attrib["width"])
    assert [one.attrib["class"] for one in (first, second)] == ["s0", "s1"]


def test_a_name_is_cut_where_it_is_longer_than_its_place():
    names = ("a" * 15, "b" * 16)
    groups = tuple(Group(name, 0, (0, 0)) for name in names)
    svg = svg_of(figure(Chart("Kind", "apps", ("A", "B"), groups, False), "p"))
    shown = [text.text for text in svg.iter("text") if text.attrib["x"] == "0"]
    assert shown == [names[0], "b" * 14 + "…"]


def test_the_numbers_are_a_table_too():
    html = figure(Chart("Kind", "apps", ("A", "B"), groups_of((1, 3)), False), "p")
    heads = re.findall(r'<th scope="col">([^<]+)</th>', html)
    assert heads == ["All", "A", "B"]
    assert '<tr><th scope="row">G0</th><td>4</td><td>1</td><td>3</td></tr>' in html


def test_only_a_partition_has_a_legend():
    assert '<ul class="legend"><li><span class="swatch s0">' in figure(WAYS, "p")
    assert "legend" not in figure(VERSIONS, "p")


def test_tiles_are_a_table_with_a_number_where_there_is_one():
    chart = Chart("Kind", "apps", ("A", "Long names are cut", "C"), groups_of((0, 1, 1_000)), False)
    svg = svg_of(figure(chart, "p"))
    x = [float(tile.attrib["x"]) for tile in svg.iter("rect")]
    assert x[1] - x[0] == x[2] - x[1] == 76
    heads = [text.text for text in svg.iter("text") if text.attrib.get("class") == "series"]
    assert heads == ["A", "Long name…", "C"]
    counts = [text.text for text in svg.iter("text") if text.attrib.get("class") == "count"]
    assert counts == ["1", "1,000"]


def drawn(*, is_partition: bool) -> list[str]:
    """The parts of a small figure, without its names."""
    groups = (Group("All apps", 4, (1, 3)), Group("Mine", 1, (0, 1)))
    html = figure(Chart("Kind", "apps", ("A", "B"), groups, is_partition), "p")
    assert 'viewBox="0 0 360 84"' in html
    return re.findall(r"<(?:rect|text)[^>]*>(?:[^<]*</text>)?", html)


def test_bars_are_below_each_other_between_names_and_the_edge():
    assert drawn(is_partition=True) == [
        '<text x="0" y="39.0">All apps</text>',
        '<text class="total" x="124" y="39.0">4</text>',
        '<rect class="s0" x="132.0" y="28" width="57.0" height="22"/>',
        '<text class="n0" x="160.5" y="39.0">1</text>',
        '<rect class="s1" x="189.0" y="28" width="171.0" height="22"/>',
        '<text class="n1" x="274.5" y="39.0">3</text>',
        '<text x="0" y="69.0">Mine</text>',
        '<text class="total" x="124" y="69.0">1</text>',
        '<rect class="s1" x="132.0" y="58" width="228.0" height="22"/>',
        '<text class="n1" x="246.0" y="69.0">1</text>',
        '<text class="scale" x="132" y="12.0">0%</text>',
        '<text class="scale end" x="360" y="12.0">100%</text>',
    ]


def test_tiles_are_below_the_names_of_their_series():
    assert drawn(is_partition=False) == [
        '<text class="series" x="189.0" y="12.0">A</text>',
        '<text class="series" x="303.0" y="12.0">B</text>',
        '<text x="0" y="39.0">All apps</text>',
        '<text class="total" x="124" y="39.0">4</text>',
        '<rect class="tile" x="133.0" y="26" width="112.0" height="26" rx="3" fill-opacity="0.15"/>',
        '<text class="count" x="189.0" y="39.0">1</text>',
        '<rect class="tile" x="247.0" y="26" width="112.0" height="26" rx="3" fill-opacity="0.45"/>',
        '<text class="count" x="303.0" y="39.0">3</text>',
        '<text x="0" y="69.0">Mine</text>',
        '<text class="total" x="124" y="69.0">1</text>',
        '<rect class="tile" x="133.0" y="56" width="112.0" height="26" rx="3" fill-opacity="0.04"/>',
        '<rect class="tile" x="247.0" y="56" width="112.0" height="26" rx="3" fill-opacity="0.60"/>',
        '<text class="count" x="303.0" y="69.0">1</text>',
    ]
