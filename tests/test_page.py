"""The page to search the list in a real browser: search, filters, order, links, keyboard, and nothing leaves it."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bot.document.parse import read_listing
from bot.export.reading import read_catalogue
from bot.export.site import as_page
from bot.forms.form import Kind
from bot.forms.links import Links

from .bench.material import charger_list
from .chromium import chromium
from .stage import FORMS, form

HOME = "https://ghe.example/team/chargers"
TABLE = "| Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 5 + "\n"
CLOUD, DIRECT = "☁️ Cloud", "🔌 Direct"
MODELS = {
    "ABB Terra 22 kW": ("1.6S / 1.6J", CLOUD, "", "Source needed!"),
    "ABB Terra 11 kW": (
        "1.6J / 2.0.1",
        f"{CLOUD} / {DIRECT}",
        "Firmware 2.4",
        "[Manual](https://abb.example/m)",
    ),
    "Élan Uno": (
        "2.0",
        DIRECT,
        "5 m cable",
        "[Data sheet](https://elan.example/d) \\| [Shop](https://elan.example/)",
    ),
    "go-e Gemini": ("1.6J", DIRECT, "", "[Manual](https://go-e.example/m)"),
    "Zaptec Go 2": ("1.6J / 2.0.1 / 2.1", CLOUD, "Needs the portal", "Source needed!"),
}
BRANDS = ("ABB", "Élan", "go-e", "Zaptec")
ALL = list(MODELS)


def text_of_list(models: dict[str, tuple[str, ...]] = MODELS) -> str:
    rows = {brand: [name for name in models if name.startswith(brand)] for brand in BRANDS}
    tables = (
        f"### {brand}\n\n{TABLE}"
        + "".join(f"| {name} | {' | '.join(models[name])} |\n" for name in names)
        for brand, names in rows.items()
        if names
    )
    return "# List\n\n## EV Charger List\n\n" + "\n".join(tables)


@cache
def html_of(text: str) -> str:
    return as_page(read_catalogue(read_listing(text)), FORMS, Links(HOME))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a list; at the end nothing was asked of another machine, and nothing went wrong."""
    asked: list[str] = []
    told: list[str] = []
    contexts = []

    def open_(
        text: str | None = None,
        fragment: str = "",
        width: int = 1280,
        scheme: str = "light",
        script: bool = True,
    ):
        file = tmp_path / "index.html"
        file.write_text(html_of(text or text_of_list()), encoding="utf-8")
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": 800},
                color_scheme=scheme,
                java_script_enabled=script,
            )
        )
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
        page.goto(f"{file.as_uri()}{fragment}")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert told == []
    assert {url.split("#")[0] for url in asked} <= {(tmp_path / "index.html").as_uri()}


def shown(page: Page) -> list[str]:
    """The models in the table, from top to bottom."""
    return page.locator("tbody tr > th").all_inner_texts()


def query_of(link: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(link).query).items()}


def test_the_page_begins_with_the_list_in_its_order(open_page: Open):
    page = open_page()
    assert shown(page) == ALL
    assert page.get_by_role("status").inner_text() == "5 chargers"
    assert page.locator("[aria-sort]").count() == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zaptec", ["Zaptec Go 2"]),
        ("elan", ["Élan Uno"]),
        ("ÉLAN", ["Élan Uno"]),
        ("firmware 2.4", ["ABB Terra 11 kW"]),
        ("manual", ["ABB Terra 11 kW", "go-e Gemini"]),
        ("abb 22", ["ABB Terra 22 kW"]),
        ("22kW", ["ABB Terra 22 kW"]),
        ("goe", ["go-e Gemini"]),
        ("go\N{NON-BREAKING HYPHEN}e", ["go-e Gemini"]),
        ("ter-ra", ["ABB Terra 22 kW", "ABB Terra 11 kW"]),
        ("12.1", []),
        ("2.1", ["Zaptec Go 2"]),
        ("  ", ALL),
        ("source needed", ["ABB Terra 22 kW", "Zaptec Go 2"]),
        ("correct", []),
        ("[", []),
    ],
)
def test_the_search_answers_while_it_is_typed(open_page: Open, words: str, found: list[str]):
    page = open_page()
    page.get_by_role("searchbox", name="Search").press_sequentially(words)
    assert shown(page) == found
    assert page.get_by_role("status").inner_text() == (
        "5 chargers" if found == ALL else f"{len(found)} of 5 chargers"
    )
    assert page.get_by_role("heading", name="No charger matches").is_visible() == (not found)


@pytest.mark.parametrize(
    ("label", "choice", "found"),
    [
        ("OCPP version", "1.6S (1)", ["ABB Terra 22 kW"]),
        ("OCPP version", "2.0 (1)", ["Élan Uno"]),
        ("OCPP version", "2.0.1 (2)", ["ABB Terra 11 kW", "Zaptec Go 2"]),
        ("Communication", "Direct (3)", ["ABB Terra 11 kW", "Élan Uno", "go-e Gemini"]),
        ("Communication", "Cloud (3)", ["ABB Terra 22 kW", "ABB Terra 11 kW", "Zaptec Go 2"]),
        ("Brand", "Élan (1)", ["Élan Uno"]),
        ("Source", "With (3)", ["ABB Terra 11 kW", "Élan Uno", "go-e Gemini"]),
        ("Source", "Without (2)", ["ABB Terra 22 kW", "Zaptec Go 2"]),
    ],
)
def test_a_filter_leaves_what_it_counts(open_page: Open, label: str, choice: str, found: list[str]):
    page = open_page()
    page.get_by_label(label).select_option(label=choice)
    assert shown(page) == found
    page.get_by_role("button", name="Clear all filters").click()
    assert shown(page) == ALL
    assert page.get_by_role("button", name="Clear all filters").is_hidden()


def test_filters_and_search_hold_together(open_page: Open):
    page = open_page()
    page.get_by_label("OCPP version").select_option(label="1.6J (4)")
    page.get_by_label("Communication").select_option(label="Cloud (3)")
    page.get_by_role("searchbox").fill("terra")
    assert shown(page) == ["ABB Terra 22 kW", "ABB Terra 11 kW"]
    page.get_by_label("Source").select_option(label="Without (2)")
    assert shown(page) == ["ABB Terra 22 kW"]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        ("Brand", [0, 1, 2, 3, 4]),
        ("Model", [1, 0, 2, 3, 4]),
        ("OCPP", [3, 0, 2, 1, 4]),
        ("Communication", [0, 4, 2, 3, 1]),
        ("Source", [2, 1, 3, 0, 4]),
    ],
)
def test_a_column_sorts_both_ways(open_page: Open, column: str, order: list[int]):
    page = open_page()
    header = page.get_by_role("columnheader", name=column)
    header.get_by_role("button").click()
    assert shown(page) == [ALL[index] for index in order]
    assert header.get_attribute("aria-sort") == "ascending"
    header.get_by_role("button").press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    assert shown(page)[0] == ALL[order[-1]] or column in {"Communication", "Source", "Brand"}
    assert page.locator("[aria-sort]").count() == 1


def test_each_charger_has_the_form_that_corrects_it(open_page: Open):
    page = open_page()
    for model in ALL:
        link = (
            page.get_by_role("link", name=f"Correct {model}", exact=True).get_attribute("href")
            or ""
        )
        brand = next(brand for brand in BRANDS if model.startswith(brand))
        assert link.startswith(f"{HOME}/issues/new?")
        assert query_of(link) == {"template": "invalid.yml", "brand": brand, "model": model}
    assert {"brand", "model"} <= {field.id for field in form(Kind.INVALID).fields}


def test_the_form_for_a_charger_begins_with_what_was_looked_for(open_page: Open):
    page = open_page()
    add = page.get_by_role("link", name="Add a charger")
    assert query_of(add.get_attribute("href") or "") == {"template": "new-charger.yml"}
    page.get_by_label("Brand").select_option("Élan")
    assert query_of(add.get_attribute("href") or "") == {
        "template": "new-charger.yml",
        "brand": "Élan",
    }
    page.get_by_role("searchbox").fill("Élan Due & tre")
    missing = page.get_by_role("link", name="add it to the list").get_attribute("href") or ""
    assert query_of(missing) == {
        "template": "new-charger.yml",
        "brand": "Élan",
        "models": "Élan Due & tre",
    }
    assert {"brand", "models"} <= {field.id for field in form(Kind.NEW_CHARGER).fields}
    page.get_by_role("button", name="Clear all filters").click()
    assert query_of(add.get_attribute("href") or "") == {"template": "new-charger.yml"}
    brand = page.get_by_role("link", name="Add a brand").get_attribute("href") or ""
    assert query_of(brand) == {"template": "new-brand.yml"}


def test_a_search_is_shared_by_its_address(open_page: Open):
    page = open_page()
    page.get_by_role("searchbox").fill("terra & co")
    page.get_by_role("searchbox").fill("terra")
    page.get_by_label("Source").select_option("without")
    page.get_by_role("columnheader", name="Model").get_by_role("button").click()
    page.get_by_role("columnheader", name="Model").get_by_role("button").click()
    page.wait_for_url(re.compile("q=terra&source=without&sort=model&order=descending$"))
    other = open_page(fragment=f"#{urlsplit(page.url).fragment}")
    assert shown(other) == shown(page) == ["ABB Terra 22 kW"]
    assert other.get_by_role("searchbox").input_value() == "terra"
    assert (
        other.get_by_role("columnheader", name="Model").get_attribute("aria-sort") == "descending"
    )
    other.evaluate("location.hash = 'ocpp=2.1'")
    other.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
    assert shown(other) == ["Zaptec Go 2"]


def test_who_skips_to_the_chargers_keeps_the_search(open_page: Open):
    page = open_page(fragment="#q=terra")
    page.get_by_role("link", name="Skip to the chargers").press("Enter")
    assert page.evaluate("document.activeElement.id") == "chargers"
    assert urlsplit(page.url).fragment == "q=terra"


@pytest.mark.parametrize(
    "fragment",
    ["#", "#chargers", "#brand=Nobody&ocpp=9&sort=__proto__&order=x&zz=1", "#%", "#q=%FF"],
)
def test_an_address_that_says_nothing_shows_the_list(open_page: Open, fragment: str):
    page = open_page(fragment=fragment)
    assert shown(page) == ([] if "FF" in fragment else ALL)
    for name in ("ocpp", "communication", "brand", "source"):
        assert page.locator(f"[name={name}]").evaluate("field => field.selectedIndex") == 0


def test_the_keyboard_is_enough(open_page: Open):
    page = open_page()
    focus = "document.activeElement"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focus}.textContent") == "Skip to the chargers"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focus}.id") == "chargers"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focus}.textContent") == "Brand"
    page.keyboard.press("Space")
    assert page.get_by_role("columnheader", name="Brand").get_attribute("aria-sort") == "ascending"
    for _ in range(6):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"{focus}.name") == "q"
    page.keyboard.type("go-e")
    page.keyboard.press("Enter")
    assert shown(page) == ["go-e Gemini"]
    page.keyboard.press("Tab")
    page.keyboard.type("2.0")
    assert page.evaluate(f"{focus}.value") == "2.0"
    assert shown(page) == []
    page.get_by_role("button", name="Clear all filters").press("Enter")
    assert page.evaluate(f"{focus}.name") == "q"
    assert shown(page) == ALL


def test_what_has_the_focus_is_seen(open_page: Open):
    page = open_page()
    for _ in range(12):
        page.keyboard.press("Tab")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert width >= 2, page.evaluate("document.activeElement.outerHTML")


def test_without_scripts_the_plain_table_is_there(open_page: Open):
    page = open_page(script=False)
    assert shown(page) == ALL
    assert page.get_by_role("searchbox").count() == 0
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
    assert page.get_by_text("5 chargers").is_visible()
    link = page.get_by_role("link", name="Correct Élan Uno").get_attribute("href") or ""
    assert query_of(link)["model"] == "Élan Uno"


def test_text_of_strangers_stays_text(open_page: Open):
    nasty = [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" autofocus onfocus=alert(1) '",
        "{{1}}",
    ]
    escaped = [re.sub(r"([<>\"'{}\\])", r"\\\1", text) for text in nasty]
    row = ("1.6J", CLOUD)
    models = {f"ABB {name}": (*row, name, f"[{name}](https://x.example/)") for name in escaped}
    models["ABB link"] = (*row, "javascript:alert(1)", "[javascript:alert(1)](mailto:a@b.example)")
    models["ABB \u202eturned"] = (*row, "\u2066", "Source needed!")
    page = open_page(text_of_list(models))
    texts = page.locator("tbody tr").first.locator("th, td").all_inner_texts()
    assert [texts[1], texts[4], texts[5]] == [f"ABB {nasty[0]}", nasty[0], nasty[0]]
    assert shown(page)[1:] == [
        *(f"ABB {text}" for text in nasty[1:]),
        "ABB link",
        "ABB <U+202E>turned",
    ]
    assert page.locator("tbody script, tbody img, tbody [onfocus], tbody [autofocus]").count() == 0
    assert page.locator("a[href^='javascript'], a[href^='mailto']").count() == 0
    page.get_by_role("searchbox").fill("<img")
    assert shown(page) == [f"ABB {nasty[1]}"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_serious(open_page: Open, width: int, scheme: str):
    page = open_page(width=width, scheme=scheme)
    page.get_by_text("What the words mean").click()
    page.get_by_role("columnheader", name="Model").get_by_role("button").click()
    for words in ("", "nothing like it"):
        page.get_by_role("searchbox").fill(words)
        found = Axe().run(page).response["violations"]
        assert [
            (one["id"], one["nodes"][0]["html"])
            for one in found
            if one["impact"] in {"serious", "critical"}
        ] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1025, 1280])
def test_nothing_is_wider_than_the_screen(open_page: Open, width: int):
    long = "W" * 110
    models = MODELS | {
        f"Zaptec {long}": (
            "1.6S / 1.6J / 2.0 / 2.0.1 / 2.1",
            f"{CLOUD} / {DIRECT}",
            long,
            f"[{long}](https://x.example)",
        )
    }
    page = open_page(text_of_list(models), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_links_on_a_phone_are_high_enough_for_a_finger(open_page: Open):
    """https://www.w3.org/TR/WCAG22/#target-size-minimum"""
    page = open_page(width=360)
    link = page.get_by_role("link", name="Correct Élan Uno")
    assert link.bounding_box()["height"] >= 24
    assert link.locator("xpath=../..").locator(".sources a").first.bounding_box()["height"] >= 24


@pytest.mark.parametrize("width", [360, 1280])
def test_a_table_stays_a_table_on_every_screen(open_page: Open, width: int):
    page = open_page(width=width)
    row = page.get_by_role("table").get_by_role("row", name="go-e Gemini")
    assert row.get_by_role("rowheader").inner_text() == "go-e Gemini"
    assert row.get_by_role("cell").count() == 6
    assert page.get_by_role("columnheader", name="OCPP").count() == 1


def test_the_header_stays_in_view(open_page: Open):
    page = open_page(charger_list(60, "q", 6))
    page.mouse.wheel(0, 1500)
    page.wait_for_function("scrollY > 1000")
    assert page.get_by_role("columnheader", name="Model").bounding_box()["y"] == 0


def test_all_that_matches_is_printed(open_page: Open):
    page = open_page(charger_list(500, "q", 5))
    page.evaluate(
        "addEventListener('beforeprint', () => (printed = document.querySelectorAll('tbody tr').length))"
    )
    page.pdf()
    assert page.evaluate("printed") == 500
    page.get_by_role("searchbox").fill("0001")
    page.pdf()
    assert (
        page.get_by_role("status").inner_text()
        == f"{page.evaluate('printed')} of 500 chargers; the first 60 are shown"
    )
    assert len(shown(page)) == 60


@pytest.mark.parametrize("width", [718, 1047])
def test_what_is_printed_is_dark_on_white_and_has_nothing_to_press(open_page: Open, width: int):
    page = open_page(width=width, scheme="dark")
    page.emulate_media(media="print")
    colour = "getComputedStyle(document.body)"
    assert page.evaluate(f"[{colour}.backgroundColor, {colour}.color]") == [
        "rgb(255, 255, 255)",
        "rgb(20, 32, 31)",
    ]
    printed = page.locator("table").inner_text()
    assert [word for word in ("Sort by", "Correct", "FieldErrors") if word in printed] == []
    assert page.locator("thead button:visible").count() == (0 if width == 718 else 5)
    content = "getComputedStyle(document.querySelector('thead button'), '::after').display"
    assert page.evaluate(content) == "none"
    before = "getComputedStyle(document.querySelector('thead')).display"
    assert (page.evaluate(before) == "none") == (width == 718)


def test_no_row_is_cut_by_the_end_of_a_page_and_the_head_is_on_each(open_page: Open):
    """https://www.w3.org/TR/css-break-3/#break-within; a head that sticks, or a button in it, is not repeated."""
    page = open_page(width=1047)
    page.emulate_media(media="print")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('tbody tr')).breakInside") == "avoid"
    )
    assert (
        page.evaluate("getComputedStyle(document.querySelector('thead th')).position") == "static"
    )
    boxes = "[...document.querySelectorAll('thead button')].map((button) => button.getClientRects().length)"
    assert page.evaluate(boxes) == [0] * 5


def test_in_forced_colours_it_is_seen_what_can_be_pressed(open_page: Open):
    """https://www.w3.org/TR/css-color-adjust-1/#forced"""
    page = open_page()
    page.emulate_media(forced_colors="active")
    add = page.get_by_role("link", name="Add a charger")
    assert add.evaluate("link => getComputedStyle(link).borderStyle") == "solid"
    assert (
        page.get_by_label("Brand").evaluate("field => getComputedStyle(field).appearance") == "auto"
    )


def test_printing_leaves_the_focus_where_it_is(open_page: Open):
    page = open_page(charger_list(100, "q", 5))
    link = page.get_by_role("link", name="Correct").nth(7)
    link.focus()
    page.pdf()
    assert link.evaluate("link => link === document.activeElement")


def test_thousands_are_shown_in_parts(open_page: Open):
    page = open_page(charger_list(500, "q", 5))
    assert len(shown(page)) == 60
    assert page.get_by_role("status").inner_text() == "500 chargers; the first 60 are shown"
    page.get_by_role("button", name="Show more").click()
    assert len(shown(page)) == 240
    assert (
        page.evaluate(
            "[...document.querySelectorAll('tbody tr')].indexOf(document.activeElement.closest('tr'))"
        )
        == 60
    )
    page.get_by_role("button", name="Show more").press("Enter")
    assert page.get_by_role("button", name="Show more").is_hidden()
    page.get_by_role("searchbox").fill("kw")
    assert len(shown(page)) == 60
    page.get_by_role("button", name="Show more").click()
    assert len(shown(page)) == 240
    page.get_by_role("columnheader", name="Model").get_by_role("button").click()
    assert len(shown(page)) == 60
    page.get_by_role("button", name="Show more").click()
    page.evaluate("location.hash = 'ocpp=1.6J'")
    page.wait_for_function("document.querySelectorAll('tbody tr').length === 60")
    page.get_by_role("searchbox").fill("00007")
    assert page.get_by_role("status").inner_text() == "5 of 500 chargers"
