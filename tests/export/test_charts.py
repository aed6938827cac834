"""What the pictures show, and how."""

from dataclasses import replace
from datetime import date

from bot.export.catalogue import Catalogue
from bot.export.charts import Chart, Group, charts
from tests.charger_list import SHAPE
from tests.export.lists import (
    APP_LIST,
    APPS,
    catalogue_of,
    dates_of,
    text_of_list,
)

CATALOGUE = catalogue_of(text_of_list())


def chart(title: str) -> Chart:
    found = {one.title: one for one in charts(CATALOGUE, dates_of(CATALOGUE))}
    return found[title]


def test_versions_are_counted_by_brand_each_that_an_entry_has():
    versions = chart("OCPP Version by brand")
    assert versions.series == ("1.6S", "1.6J", "2.0", "2.0.1", "2.1")
    assert versions.groups[:2] == (
        Group("All chargers", 6, (2, 4, 1, 2, 1)),
        Group("ABB", 2, (1, 2, 0, 1, 0)),
    )
    assert not versions.is_partition


def test_versions_are_counted_by_the_year_of_the_change():
    versions = chart("OCPP Version by year of the last change")
    assert [group.name for group in versions.groups[1:]] == ["2021", "2022", "2023", "2024", "2025"]
    assert versions.groups[1] == Group("2021", 2, (1, 2, 0, 1, 1))


def test_of_two_options_each_entry_has_one_or_both():
    ways = chart("Communication by brand")
    assert ways.series == ("Direct only", "Both", "Cloud only")
    assert ways.groups[0] == Group("All chargers", 6, (2, 1, 3))
    assert ways.is_partition
    assert [sum(group.counts) for group in ways.groups] == [group.total for group in ways.groups]


def test_a_list_of_another_shape_is_counted_by_its_own_columns():
    catalogue = catalogue_of(APP_LIST, APPS)
    found = list(charts(catalogue, {}))
    assert [one.title for one in found] == ["Kind", "Free", "Platforms"]
    assert found[0].groups == (Group("All apps", 3, (1, 2)),)
    assert found[1].series == ("Yes", "No")
    assert found[2].groups[0].counts == (1, 2, 1)


def test_entries_without_a_choice_are_a_part_of_the_whole():
    catalogue = catalogue_of(APP_LIST, APPS)
    without = catalogue.entries[0] | {"sort": None}
    kinds = next(charts(replace(catalogue, entries=(*catalogue.entries, without)), {}))
    assert kinds.series == ("Editor", "Game", "not stated")
    assert kinds.groups == (Group("All apps", 4, (1, 2, 1)),)


def many_brands(count: int) -> Catalogue:
    entries = []
    for number in range(count):
        for line in range(2 if number % 2 else 1):
            entry = {"brand": f"B{number}", "model": "M", "ocpp_versions": ["2.1"]}
            entries.append(entry | {"communication": ["cloud"], "line": 2 * number + line + 1})
    return Catalogue(SHAPE, (), tuple(entries), ())


def test_of_many_brands_the_largest_are_shown_and_the_others_together():
    versions = next(charts(many_brands(40), {}))
    names = [group.name for group in versions.groups]
    assert names == ["All chargers", *(f"B{n}" for n in range(1, 23, 2)), "29 other brands"]
    assert sum(group.total for group in versions.groups[1:]) == versions.groups[0].total == 60


def test_of_many_years_the_early_ones_are_one_group():
    catalogue = many_brands(20)
    changed = {entry["line"]: date(1990 + entry["line"], 1, 1) for entry in catalogue.entries}
    versions = list(charts(catalogue, changed))[1]
    assert versions.groups[1].name == "before 2015"
    assert sum(group.total for group in versions.groups[1:]) == versions.groups[0].total == 30
