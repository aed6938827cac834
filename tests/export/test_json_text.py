"""The JSON of a catalogue, and its schema."""

import json

import pytest
from jsonschema import Draft202012Validator

from bot.export.catalogue import Catalogue
from bot.export.json_text import SCHEMA_FILE, as_json, as_schema
from bot.shape.shape import Shape
from tests.charger_list import LIST, ROOT, SHAPE
from tests.export.lists import (
    APP_LIST,
    APPS,
    FIRST,
    HEAD,
    catalogue,
    catalogue_of,
    row,
    text_of_list,
)

SCHEMA = ROOT / SCHEMA_FILE
OWN = (ROOT / "README.md").read_text(encoding="utf-8")
LISTS = [(LIST, SHAPE), (OWN, SHAPE), (HEAD, SHAPE), (APP_LIST, APPS), (text_of_list(), SHAPE)]


@pytest.mark.parametrize(("text", "shape"), LISTS)
def test_the_text_is_that_of_the_standard_library(text: str, shape: Shape):
    for written in (as_json(catalogue_of(text, shape)), as_schema(shape)):
        assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2) + "\n"


def test_quotes_and_invisible_characters_are_escaped():
    section = {"name": '"a\\b" \u202e c', "anchor": "", "line": 1}
    text = as_json(Catalogue(SHAPE, (section,), (), ()))
    assert r'"name": "\"a\\b\" \u202e c"' in text
    assert json.loads(text)["brands"] == [section]


@pytest.mark.parametrize(("text", "shape"), LISTS)
def test_a_catalogue_is_what_its_schema_says(text: str, shape: Shape):
    schema = json.loads(as_schema(shape))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(as_json(catalogue_of(text, shape))))


def test_the_published_schema_is_that_of_the_code(request: pytest.FixtureRequest):
    if request.config.getoption("--bless"):
        SCHEMA.write_text(as_schema(SHAPE), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == as_schema(SHAPE)


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


@pytest.mark.parametrize("wrong", [{"sort": "Book"}, {"hidden": "Yes"}, {"team": None}])
def test_the_schema_refuses_other_values_of_a_column(wrong: dict[str, str | None]):
    record = json.loads(as_json(catalogue_of(APP_LIST, APPS)))
    other = record | {"apps": [record["apps"][0] | wrong]}
    assert not Draft202012Validator(json.loads(as_schema(APPS))).is_valid(other)


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


def test_what_shows_nothing_is_escaped_in_json():
    notes = "a\u202eb\u009b\U000e0041\u00a0"
    text = as_json(catalogue(row(notes=notes)))
    assert r"a\u202eb\u009b\udb40\udc41\u00a0" in text
    assert json.loads(text)["chargers"][0]["notes"] == notes
