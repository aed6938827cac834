"""`export`: the list as JSON, CSV and in numbers, exactly or not at all."""

import csv
import json
from html import unescape
from io import StringIO

import pytest
from jsonschema import Draft202012Validator

from bot.document.parse import parse
from bot.export.catalogue import Catalogue, read_catalogue
from bot.export.document import SCHEMA_FILE, as_json, as_schema
from bot.export.table import as_csv
from bot.shape.load import bind, read_list_file
from tests.charger_list import LIST, ROOT, SHAPE
from tests.command_line import Place, make_place

TABLE = "| Model | OCPP Version | Communication | Notes | Source |\n" + "|" + " --- |" * 5 + "\n"
HEAD = f"# List\n\n## EV Charger List\n\n### Zaptec\n\n{TABLE}"
FIRST = HEAD.count("\n") + 1
SCHEMA = ROOT / SCHEMA_FILE


@pytest.fixture
def place(tmp_path, monkeypatch, capsys) -> Place:
    return make_place(tmp_path, monkeypatch, capsys)


def catalogue(*rows: str) -> Catalogue:
    return read_catalogue(parse(HEAD + "".join(f"{row}\n" for row in rows), SHAPE))


def row(
    model="Zaptec Go", versions="1.6J", ways="☁️ Cloud", notes="", source="Source needed!"
) -> str:
    return f"| {model} | {versions} | {ways} | {notes} | {source} |"


def test_the_published_schema_is_that_of_the_code(request: pytest.FixtureRequest):
    if request.config.getoption("--bless"):
        SCHEMA.write_text(as_schema(SHAPE), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == as_schema(SHAPE)


@pytest.mark.parametrize("text", [LIST, (ROOT / "README.md").read_text(encoding="utf-8"), HEAD])
def test_an_export_is_what_the_schema_says(text: str):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(as_json(read_catalogue(parse(text, SHAPE)))))


def test_the_schema_refuses_what_is_no_export():
    validator = Draft202012Validator(json.loads(as_schema(SHAPE)))
    record = json.loads(as_json(catalogue(row())))
    for wrong in (
        record | {"schema_version": 2},
        record | {"chargers": [record["chargers"][0] | {"ocpp_versions": ["1.6"]}]},
        record | {"chargers": [record["chargers"][0] | {"communication": ["cloud", "cloud"]}]},
        record | {"chargers": [record["chargers"][0] | {"line": 0}]},
        {key: value for key, value in record.items() if key != "license"},
    ):
        assert not validator.is_valid(wrong)


def test_a_charger_is_exported_in_values_for_programs():
    source = r"[Manual](https://x.example/a_b) \| [A \| b](https://y.example/?q=1&amp;r=2)"
    text = as_json(
        catalogue(row("Zaptec Go", "1.6J / 2.0.1", "☁️ Cloud / 🔌 Direct", r"a \| \*b\*", source))
    )
    assert json.loads(text)["chargers"] == [
        {
            "brand": "Zaptec",
            "model": "Zaptec Go",
            "ocpp_versions": ["1.6J", "2.0.1"],
            "communication": ["cloud", "direct"],
            "notes": "a | *b*",
            "sources": [
                {"title": "Manual", "url": "https://x.example/a_b"},
                {"title": "A | b", "url": "https://y.example/?q=1&r=2"},
            ],
            "line": FIRST,
        }
    ]


def test_brands_have_the_anchor_and_the_line_of_their_heading():
    brands = json.loads(as_json(read_catalogue(parse(LIST, SHAPE))))["brands"]
    lines = LIST.splitlines()
    assert [lines[brand["line"] - 1] for brand in brands] == [
        "### Charge Amps",
        "### go-e",
        "### Zaptec",
    ]
    assert [brand["anchor"] for brand in brands] == ["charge-amps", "go-e", "zaptec"]


def test_what_shows_nothing_is_escaped_in_json():
    notes = "a\u202eb\u009b\U000e0041\u00a0"
    text = as_json(catalogue(row(notes=notes)))
    assert r"a\u202eb\u009b\udb40\udc41\u00a0" in text
    assert json.loads(text)["chargers"][0]["notes"] == notes


@pytest.mark.parametrize(
    "wrong",
    [
        row(model=""),
        row(versions="1.6"),
        row(versions=""),
        row(versions="2.0.1 / 1.6J"),
        row(ways="Cloud"),
        row(source=""),
        row(source="a manual"),
        row(source="[](https://x.example)"),
        row(source="[x](javascript:alert)"),
        row(source="see [x](https://x.example)"),
        "| Zaptec Go | 1.6J |",
    ],
)
def test_a_row_which_cannot_be_read_exactly_is_left_out(wrong: str):
    found = catalogue(row("Zaptec Aa"), wrong, row("Zaptec Pro"))
    assert [one["model"] for one in found.entries] == ["Zaptec Aa", "Zaptec Pro"]
    (left_out,) = found.left_out
    assert left_out.line == FIRST + 1
    assert left_out.reason


@pytest.mark.parametrize("notes", ["**b** c", "`b` c", "[b](https://x.example) c", "b <i>c</i>"])
def test_marked_up_notes_are_exported_as_their_text(notes: str):
    (entry,) = catalogue(row(notes=notes)).entries
    assert entry["notes"] == "b c"


@pytest.mark.parametrize(
    "notes",
    [
        "@a",
        "#12 :a: $1 $2",
        "@<!-- -->a #b < 5 <7",
        "a < b @c",
        "\\<b>",
        "&lt;b&gt;",
        "&#124;",
        " a\u2028b",
    ],
)
def test_what_people_write_their_own_way_is_exported_as_it_shows(notes: str):
    (charger,) = catalogue(row(notes=notes).replace("|  ", "|\t ")).entries
    assert charger["notes"] == unescape(notes.strip().replace("<!-- -->", "").replace("\\<", "<"))


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "＝", "＠", "\t=", " +", "a;=", "a;@", '"=', "a\t-"]
)
def test_a_spreadsheet_runs_nothing(sign: str):
    text = as_csv(catalogue(row(notes=f"{sign}SUM(1)".replace('"', '\\"'))))
    (record,) = csv.DictReader(StringIO(text), strict=True)
    reported = record["notes"]
    bare = sign.strip()
    assert reported == f"{bare[:-1]}'{bare[-1]}SUM(1)" or reported == f"'{bare}SUM(1)"


def test_a_row_of_csv_is_a_charger():
    source = r"[A, \"b\"](https://x.example) \| [c](https://y.example)"
    text = as_csv(
        catalogue(row("Zaptec Go", "1.6J / 2.0.1", "☁️ Cloud / 🔌 Direct", "5 m; -", source))
    )
    header, line, end = text.split("\r\n")
    assert header == "brand,model,ocpp_versions,communication,notes,source_titles,source_urls,line"
    titles, urls = '"A, ""b"" | c"', "https://x.example https://y.example"
    assert line == f"Zaptec,Zaptec Go,1.6J 2.0.1,cloud direct,5 m; '-,{titles},{urls},{FIRST}"
    assert end == ""


def test_the_numbers_are_those_of_the_list(place: Place):
    rows = [
        row("Zaptec Go", "1.6J / 2.0.1", "☁️ Cloud / 🔌 Direct"),
        row("Zaptec Pro", source="[a](https://x.example)"),
        row("Zaptec Max", ways="🔌 Direct"),
    ]
    text = HEAD + "\n".join(rows) + f"\n\n### A\\*\\|b\n\n{TABLE}"
    ran = place.bot("export", "--format", "statistics", place.write("other.md", text))
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    for line in (
        "| Brands | 2 |", "| Chargers | 3 |", "| Chargers without a source | 2 |",
        "| 1.6S | 0 |", "| 1.6J | 3 |", "| 2.0.1 | 1 |",
        "| direct only | 1 |", "| cloud only | 1 |", "| cloud or direct | 1 |",
        "| Zaptec | 3 | 2 |", r"| A\*\|b | 0 | 0 |",
    ):  # fmt: skip
        assert line in lines


@pytest.mark.parametrize(
    ("format_", "start"), [("json", '{\n  "schema_version": 1,'), ("csv", "brand,model,")]
)
def test_a_format_is_printed_and_json_is_the_usual_one(place: Place, format_: str, start: str):
    ran = place.bot("export", "--format", format_)
    assert (ran.status, ran.err, ran.out.startswith(start)) == (0, "", True)
    if format_ == "json":
        assert place.bot("export").out == ran.out


def test_bytes_are_the_same_whatever_the_locale(place: Place):
    place.write("README.md", LIST.replace("Zaptec Pro", "Zaptec Prô ☁️"))
    for format_ in ("json", "csv"):
        ran = place.process("export", "--format", format_, LC_ALL="C", PYTHONUTF8="0")
        assert (ran.status, "Zaptec Prô ☁️" in ran.out) == (0, True)
        assert ran.out.count("\r\n") == (ran.out.count("\n") if format_ == "csv" else 0)


def test_what_is_left_out_is_named_with_its_line(place: Place):
    ran = place.bot("export", place.write("list.md", HEAD + row(versions="3.0") + "\n"))
    assert (ran.status, json.loads(ran.out)["chargers"]) == (0, [])
    assert ran.err.startswith(f"list.md:{FIRST}: left out: OCPP Version: ")


def test_a_list_that_is_broken_or_missing_needs_a_maintainer(place: Place):
    broken = place.bot("export", place.write("broken.md", "# Nothing\n"))
    assert (broken.status, broken.out) == (1, "")
    assert broken.err.startswith("error: broken.md:1: ")
    missing = place.bot("export", "missing.md")
    assert (missing.status, missing.out) == (1, "")
    assert missing.err == "error: missing.md: No such file or directory.\n"


@pytest.mark.parametrize(
    "arguments", [["--format", "xml"], ["a.md", "b.md"], ["--nope"]], ids=" ".join
)
def test_a_wrong_call_shows_the_usage(place: Place, arguments: list[str]):
    ran = place.bot("export", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: python -m bot")


def test_yes_and_no_in_any_style():
    """As `check` reads them: what is neither is left out."""
    folder = ROOT / "tests/check/lists/any-list-yes-and-no-in-several-styles"
    file = read_list_file((folder / "list.yml").read_text(encoding="utf-8"), "list.yml")
    shape = bind(file, {"free": ("Yes", "No"), "offline": ("Yes",)})
    found = read_catalogue(parse((folder / "README.md").read_text(encoding="utf-8"), shape))
    free = [(entry["free"], entry["offline"]) for entry in found.entries]
    assert free == [(True, True), (True, True), (False, None), (True, None), (False, True)]
    assert [one.name for one in found.left_out] == ["File", "Gouge"]
