"""The JSON of a catalogue, and its schema."""

import json

import pytest
from jsonschema import Draft202012Validator

from bot.export.catalogue import Catalogue, key_of
from bot.export.document import as_json, as_schema
from bot.shape.shape import Shape
from tests.charger_list import LIST, SHAPE
from tests.export.lists import APP_LIST, APPS, catalogue_of, text_of_list

LISTS = [(LIST, SHAPE), (APP_LIST, APPS), (text_of_list(), SHAPE)]


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


def test_an_entry_has_the_ids_of_the_fields_of_the_add_form():
    """The correction form has other fields of these names, which programs need not know."""
    entry = catalogue_of(APP_LIST, APPS).entries[0]
    fields = ["name", "url", "sort", "hidden", "platforms", "about", "team"]
    assert list(entry) == [*fields, "line"]


def test_list_yml_can_call_the_name_otherwise_in_exports():
    assert key_of(SHAPE.name_column) == "model" != SHAPE.name_column.field
