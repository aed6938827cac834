"""The JSON of a catalogue, and its schema."""

import json

import pytest
from jsonschema import Draft202012Validator

from bot.export.catalogue import Catalogue
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
