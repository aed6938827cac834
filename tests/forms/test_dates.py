"""The date by which a list is sorted, as people type it."""

from typing import Any

import pytest

from bot.forms.field_values import Known, read_field
from bot.forms.form import Field, Form, Kind
from bot.rules import value_rules
from bot.rules.rule import FieldErrors
from bot.shape.list_file import ListFile
from bot.shape.load import bind
from bot.shape.plain import take_settings

FIELD = Field("released", "Released", required=False, options=(), fenced=False)
FORM = Form(Kind.ADD, "add.yml", "Add", "Add: ", "add", (FIELD,))
SETTINGS: dict[str, Any] = {
    "entry": "tool",
    "columns": {
        "Name": {"kind": "name", "field": "name"},
        "Released": {"kind": "text", "field": "released"},
    },
    "forms": {"add": "add.yml"},
}
BY_DATE = {"rows": {"by": "Released", "how": "newest-first"}}
BY_TEXT = {"rows": {"by": "Released", "how": "natural"}}


def read(text: str, order: dict):
    shape = bind(take_settings(ListFile, SETTINGS | {"order": order}), {})
    return read_field(FORM, FIELD, text, shape, Known())


@pytest.mark.parametrize("text", ["2026-11-30", "2026-11", "2026"])
def test_a_date_is_taken_as_typed(text: str):
    assert read(text, BY_DATE) == text


@pytest.mark.parametrize("text", ["", "-"])
def test_no_date(text: str):
    assert read(text, BY_DATE) == ""


@pytest.mark.parametrize(
    "text", ["yesterday", "30.11.2026", "2026-13", "2026-02-30", "2026-W48-1", "20261130"]
)
def test_what_could_not_be_sorted_is_refused(text: str):
    with pytest.raises(FieldErrors) as caught:
        read(text, BY_DATE)
    (problem,) = caught.value.problems("Released")
    assert (problem.rule, problem.facts["received"]) == (value_rules.NO_DATE, text)


def test_a_date_in_other_words_is_suggested():
    with pytest.raises(FieldErrors) as caught:
        read("30 November 2026", BY_DATE)
    (problem,) = caught.value.problems("Released")
    assert problem.facts["suggestion"] == "2026-11-30"


def test_a_column_of_dates_may_be_in_no_order():
    columns = SETTINGS["columns"] | {
        "Released": {"kind": "text", "field": "released", "date": True}
    }
    shape = bind(take_settings(ListFile, SETTINGS | {"columns": columns}), {})
    assert read_field(FORM, FIELD, "2026-11-30", shape, Known()) == "2026-11-30"
    for text in ("last Christmas", "2020-13-45"):
        with pytest.raises(FieldErrors):
            read_field(FORM, FIELD, text, shape, Known())


def test_another_order_takes_any_text():
    assert read("yesterday", BY_TEXT) == "yesterday"
