"""The search of the page finds what a person means."""

import pytest

from tests.export.conftest import Open
from tests.export.lists import (
    ALL,
    CLOUD,
    DIRECT,
    MODELS,
    NO_SOURCE,
    html_of,
    long_list,
    text_of_list,
)
from tests.export.looking import query_of, shown

TERRA_22, TERRA_11, ELAN, GO_E, PULSAR, ZAPTEC = ALL


MEANT = {
    # versions
    "ocpp 1.6": [TERRA_22, TERRA_11, GO_E, PULSAR, ZAPTEC],
    "OCPP 1.6J": [TERRA_22, TERRA_11, GO_E, ZAPTEC],
    "1.6 json": [TERRA_22, TERRA_11, GO_E, ZAPTEC],
    "1.6 soap": [TERRA_22, PULSAR],
    "json": [TERRA_22, TERRA_11, ELAN, GO_E, ZAPTEC],
    "ocpp 2.0.1": [TERRA_11, ZAPTEC],
    "2.0": [ELAN],
    "2.1": [ZAPTEC],
    "12.1": [],
    "ocpp 2.0.2": [],
    "2.1.": [ZAPTEC],
    # ways to communicate, and what is not there
    "without cloud": [ELAN, GO_E, TERRA_11],
    "direct without the cloud": [ELAN, GO_E, TERRA_11],
    "cloud": [TERRA_22, TERRA_11, PULSAR, ZAPTEC],
    "without direct": [TERRA_22, PULSAR, ZAPTEC],
    "no sources": [TERRA_22, ZAPTEC],
    "without notes": [TERRA_22, GO_E, PULSAR],
    "without": ALL,
    "not zaptec 1.6": [TERRA_22, TERRA_11, GO_E, PULSAR],
    # names, however they are written
    "zaptec": [ZAPTEC],
    "zap": [ZAPTEC],
    "elan": [ELAN],
    "ÉLAN": [ELAN],
    "abb 22": [TERRA_22],
    "22kW": [TERRA_22],
    "goe": [GO_E],
    "go e": [GO_E, ZAPTEC],
    "go\N{NON-BREAKING HYPHEN}e": [GO_E],
    "ter-ra": [TERRA_22, TERRA_11],
    # typing mistakes, only where nothing is found and never in numbers
    "zaptek": [ZAPTEC],
    "zpatec": [ZAPTEC],
    "pulsr": [PULSAR],
    "wallbx pulsar": [PULSAR],
    "zaptek 2.0.2": [],
    "XV12": [],
    # other columns, and nothing
    "firmware 2.1.4": [TERRA_11],
    "manual": [TERRA_11, GO_E, PULSAR],
    "source needed": [TERRA_22, ZAPTEC],
    "correct": [],
    "  ": ALL,
    "[": [],
    "(\\": [],
}


def test_the_search_finds_what_is_meant(open_page: Open):
    page = open_page()
    field = page.get_by_role("searchbox", name="Search")
    found = {}
    for query in MEANT:
        field.fill(query)
        found[query] = shown(page)
    assert found == MEANT


def test_the_search_answers_while_it_is_typed(open_page: Open):
    page = open_page()
    page.get_by_role("searchbox").press_sequentially("terra 1")
    assert shown(page) == [TERRA_11, TERRA_22]
    page.get_by_role("searchbox").press_sequentially("1")
    assert shown(page) == [TERRA_11]
    assert page.get_by_role("status").inner_text() == "1 of 6 chargers"
    nothing = page.get_by_role("heading", name="No charger matches")
    assert nothing.is_hidden()
    page.get_by_role("searchbox").press_sequentially("1")
    assert nothing.is_visible()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("orsted", "Ørsted Ærø"),
        ("ørsted aero", "Ørsted Ærø"),
        ("weiss strasse", "Weiß Straße"),
        ("WEISS", "Weiß Straße"),
    ],
)
def test_letters_with_other_spellings_are_found(open_page: Open, query: str, found: str):
    cells = ("1.6J", CLOUD, "", NO_SOURCE)
    page = open_page(html_of(text_of_list({"Ørsted Ærø": cells, "Weiß Straße": cells})))
    page.get_by_role("searchbox").fill(query)
    assert shown(page) == [found]


def test_names_come_before_what_is_said_of_others(open_page: Open):
    notes = MODELS | {TERRA_22: ("1.6J", DIRECT, "Like the Zaptec Go", NO_SOURCE)}
    page = open_page(html_of(text_of_list(notes)))
    page.get_by_role("searchbox").fill("zaptec")
    assert shown(page) == [ZAPTEC, TERRA_22]


def test_ranks_are_compared_as_numbers(open_page: Open):
    """Of eleven words, nine beside two in the name come before eleven beside none."""
    words = [f"Word{letter}" for letter in "abcdefghijk"]
    beside = " ".join(words)
    models = dict.fromkeys(("ABB X", "ABB Worda Wordb"), ("1.6J", CLOUD, beside, NO_SOURCE))
    page = open_page(html_of(text_of_list(models)))
    page.get_by_role("searchbox").fill(" ".join(reversed(words)))
    assert shown(page) == ["ABB Worda Wordb", "ABB X"]


def test_what_ranks_alike_is_in_the_order_of_the_list(open_page: Open):
    page = open_page(html_of(long_list(12)))
    page.get_by_role("searchbox").fill("abb")
    assert shown(page) == [f"ABB M{number:04}" for number in range(12)]


def test_a_number_may_go_on_where_it_is_nowhere_whole(open_page: Open):
    models = {f"ABB M{name}": ("2.0.1", CLOUD, "", NO_SOURCE) for name in ("0071", "0072", "0100")}
    page = open_page(html_of(text_of_list(models)))
    for query, found in (("007", ["ABB M0071", "ABB M0072"]), ("2.0", list(models)), ("2.01", [])):
        page.get_by_role("searchbox").fill(query)
        assert shown(page) == found


def test_another_spelling_is_named(open_page: Open):
    page = open_page()
    page.get_by_role("searchbox").fill("zaptek")
    assert page.get_by_role("status").inner_text() == "1 of 6 chargers, spelled zaptec"


def test_the_form_begins_with_what_was_looked_for(open_page: Open):
    page = open_page()
    page.get_by_role("searchbox").fill("Élan Due & tre")
    link = page.locator("#nothing").get_by_role("link", name="Add a charger")
    query = query_of(link.get_attribute("href"))
    assert query == {"template": "new-charger.yml", "models": "Élan Due & tre"}
