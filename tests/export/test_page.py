"""The page on screens, on paper, for keyboards, for screen readers and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.export.conftest import Open
from tests.export.lists import (
    ALL,
    APP_LIST,
    APPS,
    CLOUD,
    DIRECT,
    MODELS,
    NO_SOURCE,
    html_of,
    long_list,
    text_of_list,
)
from tests.export.looking import choose, query_of, shown

PARSED = {"chargers": html_of(text_of_list()), "apps": html_of(APP_LIST, APPS)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PARSED)
def test_axe_finds_nothing(open_page: Open, name: str, width: int, scheme: str):
    page = open_page(PARSED[name], width=width, scheme=scheme)
    found = {}
    for words in ("", "a", "nothing like it"):
        page.get_by_role("searchbox").fill(words)
        for details in page.locator("details").all():
            details.evaluate("details => { details.name = ''; details.open = true; }")
        for one in Axe().run(page).response["violations"]:
            found[one["id"]] = one["nodes"][0]["html"]
    assert found == {}


def test_the_first_entry_is_on_the_first_screen_of_a_phone(open_page: Open):
    text = text_of_list().replace("| 1.6S / 1.6J |", "| 9 |")  # one row is left out
    page = open_page(html_of(text), width=390, height=844)
    row = page.locator("#entries tbody tr").first.bounding_box()
    assert row is not None
    assert row["y"] + row["height"] <= 844


def test_what_could_not_be_read_is_said_with_its_line(open_page: Open):
    text = text_of_list().replace("| 1.6S / 1.6J |", "| 3.0 |")
    page = open_page(html_of(text))
    page.get_by_text("1 row of the list could not be read").click()
    left_out = page.locator("#left-out li")
    assert left_out.inner_text().startswith("Line 9 (ABB Terra 22 kW): OCPP Version: ")
    assert "the charger also speaks" in left_out.inner_text()
    link = left_out.get_by_role("link").get_attribute("href") or ""
    assert link.endswith("/blob/HEAD/README.md?plain=1#L9")


def test_the_words_are_explained(open_page: Open):
    page = open_page()
    page.get_by_text("What the words mean").click()
    assert page.locator("dt").all_inner_texts()[:2] == ["Direct", "Cloud"]
    apps = open_page(PARSED["apps"])
    assert apps.get_by_text("What the words mean").count() == 0


def test_who_skips_to_the_entries_keeps_the_search(open_page: Open):
    page = open_page(fragment="#q=terra")
    page.get_by_role("link", name="Skip to the chargers").press("Enter")
    assert page.evaluate("document.activeElement.id") == "entries"
    assert page.evaluate("location.hash") == "#q=terra"


def test_the_keyboard_is_enough(open_page: Open):
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    header = page.get_by_role("columnheader", name="Brand")
    assert header.get_attribute("aria-sort") == "ascending"
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens the first filter
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert shown(page) == ["ABB Terra 22 kW", "Wallbox Pulsar"]
    page.keyboard.press("Escape")
    assert page.locator(".filter[open]").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "OCPP Version 1.6S"


def test_a_filter_closes_when_another_place_is_used(open_page: Open):
    page = open_page()
    page.locator(".filter summary").first.click()
    page.get_by_role("heading", level=1).click()
    assert page.locator(".filter[open]").count() == 0


def test_what_has_the_focus_is_seen(open_page: Open):
    page = open_page()
    for _ in range(14):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2, page.evaluate("document.activeElement.outerHTML")


def test_without_scripts_everything_is_there_but_the_search(open_page: Open):
    page = open_page(script=False, fragment="#entry/go-e-gemini")
    assert shown(page) == ALL
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
    assert page.get_by_text("6 chargers", exact=True).is_visible()
    assert page.locator("#pictures svg").count() == 4
    assert page.locator(":target th").inner_text() == "go-e Gemini"
    link = page.get_by_role("link", name="Correct Élan Uno").get_attribute("href")
    assert query_of(link)["model"] == "Élan Uno"


def test_text_of_strangers_stays_text(open_page: Open):
    nasty = [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" autofocus onfocus=alert(1) '",
        "{{1}} ${1} $rows",
    ]
    escaped = [re.sub(r"([<>\"'{}\\$])", r"\\\1", text) for text in nasty]
    models = {}
    for name in escaped:
        models[f"ABB {name}"] = ("1.6J", CLOUD, name, f"[{name}](https://x.example/)")
    page = open_page(html_of(text_of_list(models)))
    cells = page.locator("#entries tbody tr").first.locator("th, td").all_inner_texts()
    assert [cells[1], cells[4], cells[5]] == [f"ABB {nasty[0]}", nasty[0], nasty[0]]
    assert shown(page) == [f"ABB {text}" for text in nasty]
    assert page.locator("tbody script, tbody img, tbody [onfocus], tbody [autofocus]").count() == 0
    page.get_by_role("searchbox").fill("<img")
    assert shown(page) == [f"ABB {nasty[1]}"]


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1025, 1280])
def test_nothing_is_wider_than_the_screen(open_page: Open, width: int):
    long = "W" * 110
    cells = (
        "1.6S / 1.6J / 2.0 / 2.0.1 / 2.1",
        f"{CLOUD} / {DIRECT}",
        long,
        f"[{long}](https://x.example)",
    )
    text = text_of_list({**MODELS, f"Zaptec {long}": cells}).replace("### Élan", f"### Élan {long}")
    page = open_page(html_of(text), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for filter_ in page.locator(".filter").all():
        filter_.locator("summary").click()
        page.wait_for_function("""() => {
            const box = document.querySelector(".filter[open] fieldset").getBoundingClientRect();
            return box.left >= 0 && box.right <= innerWidth;
        }""")


def test_links_on_a_phone_are_high_enough_for_a_finger(open_page: Open):
    """https://www.w3.org/TR/WCAG22/#target-size-minimum"""
    page = open_page(width=390)
    for link in page.locator("#entries tbody tr").nth(2).locator("a").all():
        box = link.bounding_box()
        assert box
        assert box["height"] >= 24


@pytest.mark.parametrize("width", [390, 1280])
def test_a_table_stays_a_table_on_every_screen(open_page: Open, width: int):
    page = open_page(width=width)
    row = page.get_by_role("table", name="Chargers").get_by_role("row", name="go-e Gemini")
    assert row.get_by_role("rowheader").inner_text() == "go-e Gemini"
    assert row.get_by_role("cell").count() == 7


def test_the_order_can_be_chosen_on_a_phone(open_page: Open):
    page = open_page(width=390)
    page.get_by_label("Sort by").select_option("Changed, newest first")
    assert shown(page)[0] == "Wallbox Pulsar"
    assert page.get_by_role("button", name="Model").count() == 0


def test_the_header_stays_in_view(open_page: Open):
    page = open_page(html_of(long_list(60)))
    page.mouse.wheel(0, 1500)
    page.wait_for_function("scrollY > 1000")
    box = page.get_by_role("columnheader", name="Model").bounding_box()
    assert box
    assert box["y"] == 0


def test_all_that_matches_is_printed_and_the_focus_stays(open_page: Open):
    page = open_page(html_of(long_list(300)))
    count = "document.querySelectorAll('#entries tbody tr').length"
    page.evaluate(f"addEventListener('beforeprint', () => (printed = {count}))")
    link = page.get_by_role("link", name="Correct").nth(7)
    link.focus()
    page.pdf()
    assert page.evaluate("printed") == 300
    assert link.evaluate("link => link === document.activeElement")
    assert len(shown(page)) == 60


@pytest.mark.parametrize("width", [718, 1047])
def test_what_is_printed_is_dark_on_white_and_has_nothing_to_press(open_page: Open, width: int):
    """https://www.w3.org/TR/css-break-3/#break-within; a head that sticks is not repeated."""
    page = open_page(width=width, scheme="dark")
    page.emulate_media(media="print")
    style = "getComputedStyle(document.body)"
    colours = page.evaluate(f"[{style}.backgroundColor, {style}.color]")
    assert colours == ["rgb(255, 255, 255)", "rgb(20, 32, 31)"]
    assert "Correct" not in page.locator("#entries").inner_text()
    assert page.locator("form:visible, summary:visible").count() == 0
    row, head = "document.querySelector('#entries tbody tr')", "document.querySelector('thead th')"
    assert page.evaluate(f"getComputedStyle({row}).breakInside") == "avoid"
    assert page.evaluate(f"getComputedStyle({head}).position") == "static"


def test_in_forced_colours_it_is_seen_what_can_be_pressed(open_page: Open):
    """https://www.w3.org/TR/css-color-adjust-1/#forced"""
    page = open_page()
    page.emulate_media(forced_colors="active")
    add = page.locator("#add")
    assert add.evaluate("link => getComputedStyle(link).borderStyle") == "solid"


def test_nothing_moves(open_page: Open):
    page = open_page()
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].map(one => getComputedStyle(one))"
        ".filter(style => style.transitionDuration !== '0s' || style.animationName !== 'none'"
        " || style.scrollBehavior !== 'auto').length"
    )
    assert moving == 0


def test_thousands_are_shown_in_parts(open_page: Open):
    page = open_page(html_of(long_list(300)))
    more = page.get_by_role("button", name="Show more")
    status = page.get_by_role("status")
    assert status.inner_text() == "300 chargers; the first 60 are shown"
    more.click()
    assert len(shown(page)) == 240
    assert page.locator("#entries tbody tr").nth(60).locator("a:focus").count() == 1
    more.press("Enter")
    assert more.is_hidden()
    choose(page, "OCPP Version", "1.6J")
    assert len(shown(page)) == 60


def test_rows_without_a_source_are_marked(open_page: Open):
    page = open_page()
    assert page.locator("tbody .needed").all_inner_texts() == [NO_SOURCE] * 2
