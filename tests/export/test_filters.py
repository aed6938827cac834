"""The fields of the page which narrow and sort the list, as HTML."""

import re

from bot.export.catalogue import Catalogue
from bot.export.filters import filters, phrases, quick_views, sort_options
from bot.shape.load import bind, read_list_file
from tests.charger_list import SHAPE
from tests.export.lists import APP_LIST, APPS, catalogue, catalogue_of, row

CHARGERS = catalogue(
    row("Zaptec Go", "1.6J / 2.1", source="[a](https://a.example)"), row("Zaptec Pro"), row()
)


def boxes_of(found: Catalogue) -> dict[str, list[tuple[str, str, str]]]:
    """The boxes of each filter by its heading: parameter, value and count."""
    boxes = {}
    for html in filters(found):
        (heading,) = re.findall(r"<summary>(.*?)<span", html)
        pattern = r'name="([^"]+)" value="([^"]+)"> .*? <span class="number">([0-9,]+)</span>'
        boxes[heading] = re.findall(pattern, html)
    return boxes


def test_an_empty_list_has_filters_that_leave_nothing():
    found = boxes_of(catalogue())
    assert {count for boxes in found.values() for _, _, count in boxes} == {"0"}
    assert list(quick_views(catalogue(), dated=False)) == []


def test_each_column_of_options_the_section_and_links_have_a_filter():
    found = boxes_of(CHARGERS)
    assert list(found) == ["OCPP Version", "Communication", "Brand", "Source"]
    assert found["OCPP Version"] == [
        ("ocpp_versions", "1.6S", "0"),
        ("ocpp_versions", "1.6J", "3"),
        ("ocpp_versions", "2.0", "0"),
        ("ocpp_versions", "2.0.1", "0"),
        ("ocpp_versions", "2.1", "1"),
    ]
    assert found["Brand"] == [("brand", "Zaptec", "3")]
    assert found["Source"] == [("sources", "with", "1"), ("sources", "without", "2")]


def test_a_list_of_another_shape_has_its_own_filters():
    found = boxes_of(catalogue_of(APP_LIST, APPS))
    assert list(found) == ["Kind", "Free", "Platforms"]
    assert found["Free"] == [("hidden.", "Yes", "2"), ("hidden.", "No", "1")]


def test_each_column_can_be_sorted_both_ways():
    html = "".join(sort_options(SHAPE, dated=False))
    options = re.findall(r'<option value="([^"]+)">([^<]+)</option>', html)
    assert options[:4] == [
        ("brand", "Brand"),
        ("-brand", "Brand, descending"),
        ("model", "Model"),
        ("-model", "Model, descending"),
    ]
    assert len(options) == 2 * (1 + len(SHAPE.columns))
    dated = "".join(sort_options(SHAPE, dated=True)).removeprefix(html)
    assert re.findall('value="([^"]+)"', dated) == ["changed.", "-changed."]


def test_what_most_needs_a_hand_is_one_click_away():
    (without,) = quick_views(CHARGERS, dated=False)
    assert without == '<a href="#sources=without">Source needed (2)</a>'
    _, unchanged = quick_views(CHARGERS, dated=True)
    assert unchanged == '<a href="#sort=changed.">Longest without a change</a>'


SEARCHED = """\
entry: app
sections: {field: sort, name: group, new: true, aliases: {Games: [Play, Toys]}}
columns:
  Name: {field: name, kind: name}
  About: {field: about, kind: text}
  Price:
    field: price
    kind: choice
    search: {Free: [gratis, Play], Paid: [für Geld]}
forms: {add: add.yml}
"""


def test_phrases_lead_to_an_option_or_a_section():
    shape = bind(read_list_file(SEARCHED, "list.yml"), {"price": ["Free", "Paid"]})
    assert phrases(shape) == (
        '{"gratis": [["price", "Free"]], "Play": [["price", "Free"], ["sort.", "Games"]], '
        '"für Geld": [["price", "Paid"]], "Toys": [["sort.", "Games"]]}'
    )
    assert phrases(APPS) == "{}"
