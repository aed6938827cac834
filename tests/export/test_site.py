"""The files of the site as texts; `test_page.py` opens the page in a browser."""

import hashlib
import json
import re
from base64 import b64encode
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.export.catalogue import Catalogue
from bot.export.csv_text import as_csv
from bot.export.json_text import as_json, as_schema
from bot.export.site import as_page, site_files
from bot.shape.shape import Shape
from tests.charger_list import LIST, SHAPE
from tests.export.lists import (
    APP_LIST,
    APPS,
    HOME,
    TABLE,
    catalogue_of,
    html_of,
    long_list,
    text_of_list,
)

PAGES = Path(__file__).parent / "pages"
NASTY = (
    "</script><script>alert(1)</script>",
    "<!-- x",
    "\" onfocus=alert(1) '",
    "&lt;b&gt; &amp;",
    "$policy ${rows}",
)


class Outline(HTMLParser):
    """All tags of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.code: dict[str, str] = {}
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"}:
            self.code.setdefault(self.tags[-1][0], data)
        self.texts.append(data)

    def values(self, name: str) -> list[str]:
        """The values of an attribute of any tag."""
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


def nasty_catalogue(*names: str) -> Catalogue:
    """Records whose texts would like to be HTML, wherever a list can hold a text."""
    entries = [
        {
            "brand": name,
            "model": name,
            "ocpp_versions": ["1.6J"],
            "communication": ["cloud"],
            "notes": name,
            "sources": [{"title": name, "url": f"https://x.example/{name}"}],
            "line": 9,
        }
        for name in names
    ]
    sections = tuple({"name": name, "anchor": "", "line": 1} for name in names)
    return Catalogue(SHAPE, sections, tuple(entries), ())


def test_the_page_has_its_downloads_beside_it():
    catalogue = catalogue_of(LIST)
    files = site_files(catalogue, HOME, {})
    assert files == {
        "index.html": as_page(catalogue, HOME),
        "catalogue.json": as_json(catalogue),
        "catalogue.csv": as_csv(catalogue),
        "schema/catalogue-1.json": as_schema(SHAPE),
    }
    links = Outline(files["index.html"]).values("href")
    assert set(files) - {"index.html"} <= set(links)


WITH_ERRORS = f"""{text_of_list()}
### Ørsted

{TABLE}| Ørsted A | 1.7 | ☁️ Cloud |  | Source needed! |
|  | 1.6J | ☁️ Cloud |  | Source needed! |

### Weiß

- Weiß A
- Weiß B
"""


@pytest.mark.parametrize(
    ("name", "text", "shape"), [("chargers", WITH_ERRORS, SHAPE), ("apps", APP_LIST, APPS)]
)
def test_a_page_is_as_it_was_looked_at(
    request: pytest.FixtureRequest, name: str, text: str, shape: Shape
):
    """Without its style and its script, and their digests; each tag begins a line."""
    html = html_of(text, shape, dated=shape is SHAPE)
    html = re.sub(r"<(style|script)>.*?</", r"<\1></", html, flags=re.DOTALL)
    html = re.sub(r"'sha256-[^']+'", "''", html).replace("><", ">\n<")
    path = PAGES / f"{name}.html"
    if request.config.getoption("--bless"):
        path.write_text(html, encoding="utf-8")
    assert html == path.read_text(encoding="utf-8")


def test_the_same_list_makes_the_same_bytes():
    assert html_of(LIST) == html_of(LIST)


@pytest.mark.parametrize(("text", "shape"), [(LIST, SHAPE), (APP_LIST, APPS)])
def test_the_policy_lets_nothing_in_but_the_own_code(text, shape):
    outline = Outline(html_of(text, shape))
    (policy,) = [
        attrs["content"] or ""
        for _, attrs in outline.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    rules: dict[str, str] = {}
    for rule in policy.split(";"):
        directive, _, allowed = rule.strip().partition(" ")
        rules[directive] = allowed
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for kind in ("script", "style"):
        digest = b64encode(hashlib.sha256(outline.code[kind].encode()).digest()).decode()
        assert rules.pop(f"{kind}-src") == f"'sha256-{digest}'"
    assert rules.pop("img-src") == "data:"
    assert not re.search(r"https?:|\*|unsafe", " ".join(rules.values()))


def test_nothing_in_the_page_loads_anything():
    outline = Outline(html_of(LIST))
    assert not outline.values("src")
    loaded = [attrs.get("href") or "" for tag, attrs in outline.tags if tag == "link"]
    assert [href for href in loaded if not href.startswith("data:")] == []
    assert not re.search(r"url\(|@import", outline.code["style"])
    names = {name for _, attrs in outline.tags for name in attrs}
    assert [name for name in names if name.startswith("on") or name == "style"] == []


def test_no_id_is_there_twice():
    ids = Outline(html_of(text_of_list())).values("id")
    assert len(ids) == len(set(ids))


def test_text_of_the_list_is_no_html():
    outline = Outline(as_page(nasty_catalogue(*NASTY), HOME))
    plain = Outline(as_page(nasty_catalogue(*(f"n{place}" for place in range(5))), HOME))
    assert [tag for tag, _ in outline.tags] == [tag for tag, _ in plain.tags]
    for name in NASTY:
        assert outline.texts.count(name) >= 4


def test_what_turns_a_line_around_is_named():
    page = as_page(nasty_catalogue("a\u202eb", "c\u2066d"), HOME)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert "a&lt;U+202E&gt;b" in page


def test_only_web_addresses_are_links():
    catalogue = nasty_catalogue("x")
    urls = ("javascript:alert(1)", "mailto:a@b.example", "ftp://x.example/", "#top", "//x.example")
    sources = [{"title": "x", "url": url} for url in (*urls, "HTTPS://x.example")]
    entry = catalogue.entries[0] | {"sources": sources}
    outline = Outline(as_page(Catalogue(SHAPE, catalogue.sections, (entry,), ()), HOME))
    links = [attrs["href"] for _, attrs in outline.tags if attrs.get("rel") == "nofollow ugc"]
    assert links == ["HTTPS://x.example"]


def test_links_go_to_the_repository_that_is_named():
    links = Outline(html_of(LIST)).values("href")
    forms = [link for link in links if "issues/new" in link]
    assert len(forms) == 3 + len(catalogue_of(LIST).entries)
    assert [link for link in forms if not link.startswith(f"{HOME}/issues/new?template=")] == []
    assert [link for link in links if "github.com" in link] == []


def test_a_date_is_shown_where_it_is_known():
    catalogue = catalogue_of(LIST)
    line = catalogue.entries[0]["line"]
    outline = Outline(as_page(catalogue, HOME, {line: date(2024, 2, 29), 1: date(2020, 1, 1)}))
    assert [tag for tag, _ in outline.tags].count("time") == 1
    assert "2024-02-29" in outline.texts


def test_dates_of_other_lines_change_nothing():
    catalogue = catalogue_of(LIST)
    dated = as_page(catalogue, HOME, {1: date(2020, 1, 1)})
    assert "2020" not in dated
    assert Outline(dated).texts.count("Changed") == 0


def test_a_field_with_a_name_of_the_form_gets_another():
    """An input called `hidden` would take the place of the property `form.hidden`."""
    names = {name for name in Outline(html_of(APP_LIST, APPS)).values("name") if name}
    assert {"q", "sort", "sort.", "hidden.", "platforms"} <= names
    assert not names & {"hidden"}


def test_an_empty_list_has_a_page():
    page = as_page(Catalogue(SHAPE, (), (), ()), HOME)
    outline = Outline(page)
    assert "0 chargers" in outline.texts
    assert [tag for tag, _ in outline.tags].count("svg") == 0
    assert "#pictures" not in outline.values("href")


def test_the_frame_of_the_page_names_the_entries_of_the_list():
    html = html_of(text_of_list())
    for piece in (
        '<a class="skip" href="#entries">Skip to the chargers</a>',
        "<p>Which chargers speak OCPP, ",
        '      <li><a href="#pictures">Pictures</a></li>\n',
        '<option value="">Order of the list</option><option value="brand">Brand</option>',
        '<a href="#sources=without">Source needed (2)</a> <a href="#sort=changed.">',
        "<caption>Chargers</caption>",
        '<th role="columnheader" scope="col" data-kind="section" data-key="brand">Brand</th>',
        "; require-trusted-types-for 'script'; trusted-types 'none'",
        ">6 chargers</p>",
    ):
        assert piece in html
    undated = html_of(text_of_list(), dated=False)
    assert "#sort=changed." not in undated
    assert ">1 charger</p>" in html_of(long_list(1))


def test_a_list_without_an_introduction_has_no_empty_paragraph():
    html = html_of(APP_LIST, APPS)
    assert ">Add an app</a>" in html
    assert "<p></p>" not in html
    assert re.search(r"</h1>\s*<", html)


def test_tables_say_yes_and_no():
    written = as_csv(catalogue_of(APP_LIST, APPS))
    assert "Ink,https://ink.example,Editor,yes," in written
    assert "Ark,https://ark.example,Game,no," in written


def test_what_is_left_out_is_in_the_json_with_its_reason():
    text = text_of_list({"ABB X": ("1.7", "☁️ Cloud", "", "Source needed!")})
    (left_out,) = json.loads(as_json(catalogue_of(text)))["left_out"]
    assert (left_out["line"], left_out["name"]) == (9, "ABB X")
    assert left_out["reason"].startswith('OCPP Version: Received "1.7"')
