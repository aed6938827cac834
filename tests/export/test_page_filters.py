"""The filters of the page, the order, the history and links to single entries."""

import re
from urllib.parse import urlsplit

import pytest

from bot.shape.load import bind
from tests.export.conftest import Open
from tests.export.lists import ALL, APP_LIST, APPS, HOME, html_of, long_list, text_of_list
from tests.export.looking import choose, query_of, shown

TERRA_22, TERRA_11, ELAN, GO_E, PULSAR, ZAPTEC = ALL


def test_the_page_begins_with_the_list_in_its_order(open_page: Open):
    page = open_page()
    assert shown(page) == ALL
    assert page.get_by_role("status").inner_text() == "6 chargers"
    assert page.locator("[aria-sort]").count() == 0


@pytest.mark.parametrize(
    ("name", "values", "found"),
    [
        ("OCPP Version", ["1.6S 2"], [TERRA_22, PULSAR]),
        ("OCPP Version", ["2.0 1"], [ELAN]),
        ("OCPP Version", ["2.0 1", "2.1 1"], [ELAN, ZAPTEC]),
        ("Communication", ["Direct 3"], [TERRA_11, ELAN, GO_E]),
        ("Communication", ["Direct 3", "Cloud 4"], ALL),
        ("Brand", ["Élan 1", "go-e 1"], [ELAN, GO_E]),
        ("Source", ["With 4"], [TERRA_11, ELAN, GO_E, PULSAR]),
        ("Source", ["Without 2"], [TERRA_22, ZAPTEC]),
    ],
)
def test_a_filter_leaves_what_it_counts(open_page: Open, name, values, found):
    page = open_page()
    choose(page, name, *values)
    assert shown(page) == found
    page.get_by_role("button", name="Clear all filters").click()
    assert shown(page) == ALL
    assert page.get_by_role("button", name="Clear all filters").is_hidden()


def test_filters_and_search_hold_together(open_page: Open):
    page = open_page()
    choose(page, "OCPP Version", "1.6J")
    choose(page, "Communication", "Cloud")
    page.get_by_role("searchbox").fill("terra")
    assert shown(page) == [TERRA_22, TERRA_11]
    choose(page, "Source", "Without")
    assert shown(page) == [TERRA_22]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("Brand", ALL),
        ("Model", [TERRA_11, TERRA_22, ELAN, GO_E, PULSAR, ZAPTEC]),
        ("OCPP Version", [PULSAR, GO_E, TERRA_22, ELAN, TERRA_11, ZAPTEC]),
        ("Communication", [TERRA_22, PULSAR, ZAPTEC, ELAN, GO_E, TERRA_11]),
        ("Source", [ELAN, TERRA_11, GO_E, PULSAR, TERRA_22, ZAPTEC]),
        ("Changed", [TERRA_22, ZAPTEC, TERRA_11, ELAN, GO_E, PULSAR]),
    ],
)
def test_a_column_sorts_both_ways_and_then_not(open_page: Open, column: str, order: list[str]):
    page = open_page()
    header = page.get_by_role("columnheader", name=column)
    header.get_by_role("button").click()
    assert shown(page) == order
    assert header.get_attribute("aria-sort") == "ascending"
    header.get_by_role("button").press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    assert shown(page) != order
    header.get_by_role("button").press("Enter")
    assert page.locator("[aria-sort]").count() == 0
    assert shown(page) == ALL


def test_an_order_compares_numbers(open_page: Open):
    """Of names, of options by their place, and of entries which are equal by theirs."""
    options = [f"Level {number}" for number in range(30, 0, -1)]
    apps = bind(APPS.file, {**APPS.options, "sort": options})
    names = [f"App {number} kW" for number in range(1, 31)]
    rows = ""
    for place, (name, kind) in enumerate(zip(names, options, strict=True), 1):
        about = "same" if place <= 12 else f"{place}"
        rows += f"| {name} | {kind} | ✅ | Web | {about} |  |\n"
    head = APP_LIST[: APP_LIST.index("| [Ink]")]
    page = open_page(html_of(head + rows, apps), width=390)  # where the field is shown
    for order, expected in (
        ("name", names),
        ("-name", names[::-1]),
        ("sort.", names),
        ("-sort.", names[::-1]),
        ("about", [*names[12:], *names[:12]]),
    ):
        page.get_by_label("Sort by").select_option(order)
        assert shown(page) == expected, order


def test_what_is_longest_unchanged_and_what_lacks_a_source_is_one_click_away(open_page: Open):
    page = open_page(html_of(long_list(11)))
    page.get_by_role("link", name="Longest without a change").click()
    assert shown(page)[:4] == ["ABB M0000", "ABB M0005", "ABB M0010", "ABB M0001"]
    page = open_page()
    page.get_by_role("link", name="Source needed (2)").click()
    assert shown(page) == [TERRA_22, ZAPTEC]


def test_without_dates_nothing_is_said_of_changes(open_page: Open):
    page = open_page(html_of(text_of_list(), dated=False))
    assert page.get_by_text("change").count() == 0
    assert page.get_by_role("columnheader", name="Changed").count() == 0


def test_back_undoes_one_step_after_another(open_page: Open):
    page = open_page()
    choose(page, "Communication", "Cloud")
    choose(page, "OCPP Version", "1.6S")
    page.get_by_role("searchbox").press_sequentially("pulsar")
    page.wait_for_url(re.compile("q=pulsar"))
    assert shown(page) == [PULSAR]
    page.go_back()
    assert shown(page) == [TERRA_22, PULSAR]
    assert page.get_by_role("searchbox").input_value() == ""
    page.go_back()
    assert shown(page) == [TERRA_22, TERRA_11, PULSAR, ZAPTEC]
    page.go_back()
    assert shown(page) == ALL
    page.go_forward()
    assert shown(page) == [TERRA_22, TERRA_11, PULSAR, ZAPTEC]


def test_a_view_is_shared_by_its_address(open_page: Open):
    page = open_page()
    choose(page, "OCPP Version", "1.6S", "1.6J")
    choose(page, "Source", "Without")
    page.get_by_role("columnheader", name="Model").get_by_role("button").click()
    fragment = "ocpp_versions=1.6S&ocpp_versions=1.6J&sources=without&sort=model"
    page.wait_for_url(re.compile(f"#{fragment}$"))
    other = open_page(fragment=f"#{urlsplit(page.url).fragment}")
    assert shown(other) == shown(page) == [TERRA_22, ZAPTEC]
    header = other.get_by_role("columnheader", name="Model")
    assert header.get_attribute("aria-sort") == "ascending"


@pytest.mark.parametrize(
    "fragment", ["#", "#pictures", "#brand=Nobody&sort=__proto__&order=x&zz=1", "#%", "#entry/x"]
)
def test_an_address_that_says_nothing_shows_the_list(open_page: Open, fragment: str):
    page = open_page(fragment=fragment)
    assert shown(page) == ALL
    assert page.locator(":checked[type=checkbox]").count() == 0


def test_each_entry_has_a_link_to_it_and_a_form_to_correct_it(open_page: Open):
    page = open_page()
    for name in ALL:
        link = page.get_by_role("link", name=f"Correct {name}", exact=True)
        address = link.get_attribute("href") or ""
        brand = name.split()[0]
        assert address.startswith(f"{HOME}/issues/new?")
        assert query_of(address) == {"template": "invalid.yml", "brand": brand, "model": name}
        page.get_by_role("link", name=f"Link {name}", exact=True).click()
        assert page.locator(".here th").inner_text() == name
    other = open_page(fragment=f"#{urlsplit(page.url).fragment}")
    assert other.locator(".here th").inner_text() == ZAPTEC


def test_a_link_leads_to_an_entry_far_down(open_page: Open):
    page = open_page(html_of(long_list(300)), fragment="#entry/abb-m0250")
    assert shown(page) == ["ABB M0250"]
    assert page.get_by_role("status").inner_text() == "1 of 300 chargers"
    page.get_by_role("button", name="Clear all filters").click()
    assert len(shown(page)) == 60
    page.evaluate("location.hash = 'entry/abb-m0007'")
    page.wait_for_selector(".here")
    assert page.locator(".here th").inner_text() == "ABB M0007"
    assert len(shown(page)) == 60


def test_the_form_for_an_entry_begins_with_the_section_chosen(open_page: Open):
    page = open_page()
    add = page.locator("#add")
    assert query_of(add.get_attribute("href")) == {"template": "new-charger.yml"}
    choose(page, "Brand", "Élan")
    wanted = {"template": "new-charger.yml", "brand": "Élan"}
    assert query_of(add.get_attribute("href")) == wanted
    choose(page, "Brand", "ABB")
    assert query_of(add.get_attribute("href")) == {"template": "new-charger.yml"}
    brand = page.get_by_role("link", name="Add a brand").get_attribute("href")
    assert query_of(brand) == {"template": "new-brand.yml"}


def test_a_list_of_another_shape_has_its_own_filters_and_words(open_page: Open):
    page = open_page(html_of(APP_LIST, APPS))
    assert shown(page) == ["Ink", "Ark", "Oak"]
    assert page.get_by_role("heading", level=1).inner_text() == "Apps & <Tools>"
    assert page.get_by_role("link", name="Ink", exact=True).get_attribute("href") == (
        "https://ink.example"
    )
    choose(page, "Platforms", "Web 2")
    choose(page, "Free", "Yes 2")
    assert shown(page) == ["Ink", "Oak"]
    choose(page, "Kind", "Game")
    assert shown(page) == ["Oak"]
    assert page.get_by_role("status").inner_text() == "1 of 3 apps"
    page.get_by_role("button", name="Clear all filters").click()
    page.get_by_role("searchbox").fill("without team")
    assert shown(page) == ["Ark"]
    assert page.get_by_role("link", name="Correct").count() == 0
    assert page.locator("#add").inner_text() == "Add an app"
