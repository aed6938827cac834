"""`site`: the files of the page to search the list; `test_page.py` opens them in a browser."""

import hashlib
import os
import re
from base64 import b64encode
from html import escape, unescape
from html.parser import HTMLParser

import pytest

from bot.export.document import as_schema

from .command_line import Place, make_place
from .stage import LIST

HOME = "https://github.com/acme/list"
TABLE = "| Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 5 + "\n"
FILES = ["catalogue.csv", "catalogue.json", "index.html", "schema/catalogue-1.json"]


@pytest.fixture
def place(tmp_path, monkeypatch, capsys) -> Place:
    return make_place(tmp_path, monkeypatch, capsys)


class Outline(HTMLParser):
    """All tags of a page with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.code: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if (
            self.tags
            and self.tags[-1][0] in {"script", "style"}
            and self.tags[-1][0] not in self.code
        ):
            self.code[self.tags[-1][0]] = data

    def values(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


def build(place: Place, text: str = LIST, *arguments: str) -> str:
    place.write("README.md", text)
    ran = place.bot("site", "--output", "out", *(arguments or ("--repository", HOME)))
    assert (ran.status, ran.err) == (0, "")
    return (place.folder / "out" / "index.html").read_text(encoding="utf-8")


def nasty_list(*names: str) -> str:
    """A list whose names and cells would like to be HTML."""
    rows = "".join(
        f"| Zaptec {name} | 1.6J | ☁️ Cloud | {name} | [{name}](https://x.example/) |\n"
        for name in names
    )
    return f"# List\n\n## EV Charger List\n\n### {names[0]}\n\n{TABLE}{rows}"


def test_the_page_has_its_downloads_beside_it(place: Place):
    build(place)
    out = place.folder / "out"
    assert (
        sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
        == FILES
    )
    for name, format_ in (("catalogue.json", "json"), ("catalogue.csv", "csv")):
        assert (out / name).read_bytes().decode() == place.bot("export", "--format", format_).out
    assert (out / "schema/catalogue-1.json").read_text(encoding="utf-8") == as_schema()


def test_each_download_is_linked(place: Place):
    links = Outline(build(place)).values("href")
    assert {"catalogue.json", "catalogue.csv", "schema/catalogue-1.json"} <= set(links)


def test_the_same_list_makes_the_same_bytes(place: Place):
    first = build(place)
    assert build(place) == first


def test_the_policy_lets_nothing_in_but_the_own_code(place: Place):
    outline = Outline(build(place))
    (policy,) = [
        attrs["content"]
        for _, attrs in outline.tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for kind in ("script", "style"):
        digest = b64encode(hashlib.sha256(outline.code[kind].encode()).digest()).decode()
        assert rules.pop(f"{kind}-src") == f"'sha256-{digest}'"
    assert rules.pop("img-src") == "data:"
    assert not re.search(r"https?:|\*|unsafe", " ".join(rules.values()))


def test_nothing_in_the_page_loads_anything(place: Place):
    outline = Outline(build(place))
    assert not outline.values("src")
    loaded = [attrs.get("href") for tag, attrs in outline.tags if tag == "link"]
    assert all(href and href.startswith("data:") for href in loaded)
    assert not re.search(r"url\(|@import", outline.code["style"])
    assert not [
        name
        for _, attrs in outline.tags
        for name in attrs
        if name.startswith("on") or name == "style"
    ]


def test_text_of_the_list_is_no_html(place: Place):
    names = [
        "\\</script\\>\\<script\\>alert(1)\\</script\\>",
        "\\<!-- x",
        "&quot; onfocus=alert(1) &apos;",
        "&amp;lt;b&amp;gt;",
        "$policy ${rows}",
    ]
    page = build(place, nasty_list(*names))
    plain = build(place, nasty_list(*[f"n{number}" for number, _ in enumerate(names)]))
    assert [tag for tag, _ in Outline(page).tags] == [tag for tag, _ in Outline(plain).tags]
    for name in names:
        assert page.count(escape(unescape(name.replace("\\", "")))) >= 3


def test_what_turns_a_line_around_is_named(place: Place):
    page = build(place, nasty_list("a\u202eb", "c\u2066d"))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert "a&lt;U+202E&gt;b" in page


def test_only_web_addresses_are_links(place: Place):
    row = "| Zaptec A | 1.6J | ☁️ Cloud |  | [x]({}) |\n"
    text = nasty_list("a") + "".join(
        row.format(url) for url in ("mailto:a@b.example", "ftp://x.example/", "#top", "//x.example")
    )
    links = [
        attrs["href"]
        for _, attrs in Outline(build(place, text)).tags
        if attrs.get("rel") == "nofollow ugc"
    ]
    assert links == ["https://x.example/"]


def test_links_go_to_the_repository_that_is_named(place: Place):
    home = "http://ghe.example:8443/team/chargers"
    links = Outline(build(place, LIST, "--repository", f"{home}/")).values("href")
    forms = [link for link in links if "issues/new" in link]
    assert len(forms) == 3 + 14
    assert all(link.startswith(f"{home}/issues/new?template=") for link in forms)
    assert not [link for link in links if "github.com" in link]


def test_a_workflow_tells_where_the_repository_is(place: Place):
    where = {"GITHUB_SERVER_URL": "https://ghe.example", "GITHUB_REPOSITORY": "team/chargers"}
    ran = place.process("site", "--output", "out", **where)
    assert (ran.status, ran.err) == (0, "")
    page = (place.folder / "out/index.html").read_text(encoding="utf-8")
    assert "https://ghe.example/team/chargers/issues/new?template=new-brand.yml" in page


@pytest.mark.parametrize(
    "address",
    [
        "github.com/a/b",
        "javascript:alert(1)",
        "https://",
        "https://x.example",
        "https://x.example/a?b",
        "https://u@x.example/a/b",
        "https://x.example/a b",
    ],
)
def test_what_is_no_repository_is_refused(place: Place, address: str):
    ran = place.bot("site", "--output", "out", "--repository", address)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("python -m bot site: --repository: ")
    assert not (place.folder / "out").exists()


def test_without_a_repository_the_option_is_asked_for(place: Place):
    ran = place.bot("site", "--output", "out")
    assert (ran.status, ran.out) == (2, "")
    assert "--repository URL" in ran.err


def test_a_broken_list_leaves_nothing(place: Place):
    place.write("README.md", LIST.replace("| 1.6J |", "| 3.0 |", 1))
    ran = place.bot("site", "--output", "out", "--repository", HOME)
    assert (ran.status, ran.out) == (1, "")
    assert re.match(r"error: README\.md:\d+: ", ran.err)
    assert not (place.folder / "out").exists()


def test_the_name_of_a_folder_that_is_no_text_is_no_reason_to_fail(place: Place):
    ran = place.process("site", "--output", os.fsdecode(b"o\xff"), "--repository", HOME)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "o<U+DCFF>/index.html"


def test_a_folder_that_cannot_be_written_is_named(place: Place):
    place.write("out", "a file")
    ran = place.bot("site", "--output", "out", "--repository", HOME)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("python -m bot site: --output: out")


@pytest.mark.parametrize(
    "arguments", [[], ["--output"], ["--output", "out", "a", "b"]], ids=" ".join
)
def test_a_wrong_call_shows_the_usage(place: Place, arguments: list[str]):
    ran = place.bot("site", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: python -m bot")
