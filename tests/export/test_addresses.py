"""Addresses on the page."""

import pytest

from bot.export.addresses import Addresses, EntryIds, parameter
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape
from tests.charger_list import SHAPE
from tests.export.lists import APPS, HOME

_SECTIONS = """\
entry: app
sections: {field: kind, name: kind, new: NEW}
columns:
  Name: {field: name, kind: name}
forms: {add: add.yml, correct: correct.yml}
correct: {row: which}
"""


def apps_by_kind(new: str, **options: list[str]) -> Shape:
    return bind(read_list_file(_SECTIONS.replace("NEW", new), "list.yml"), options)


@pytest.mark.parametrize(
    ("shape", "query"),
    [
        (apps_by_kind("true"), "template=correct.yml&kind=Games%20%26%20more&which=Ark%2F%3F"),
        (apps_by_kind("false"), "template=correct.yml&which=Ark%2F%3F"),
        (apps_by_kind("true", kind=["Games"]), "template=correct.yml&which=Ark%2F%3F"),
    ],
)
def test_a_correction_names_the_entry_in_text_fields_only(shape: Shape, query: str):
    entry = {"kind": "Games & more", "name": "Ark/?", "line": 3}
    assert Addresses(HOME, shape).correction(entry) == f"{HOME}/issues/new?{query}"


def test_without_a_form_nothing_can_be_corrected():
    assert Addresses(HOME, APPS).correction({"name": "Ink", "line": 3}) is None


def test_an_entry_keeps_its_id_whatever_else_the_list_holds():
    names = ["Zaptec Go 2", "Zaptec Go", "ZAPTEC  GÖ", "Zaptec Go+"]
    for order in (names, names[::-1]):
        ids = EntryIds(SHAPE)
        found = {name: ids.next({"brand": "Zaptec", "model": name}) for name in order}
        assert found["Zaptec Go 2"] == "entry/zaptec-go-2"
        assert found["Zaptec Go+"] == "entry/zaptec-go+"
        assert {found["Zaptec Go"], found["ZAPTEC  GÖ"]} == {"entry/zaptec-go", "entry/zaptec-go~2"}


def test_names_of_several_sections_stay_apart():
    ids = EntryIds(apps_by_kind("true"))
    assert ids.next({"kind": "Games", "name": "Home"}) == "entry/games/home"
    assert ids.next({"kind": "Tools", "name": "Home"}) == "entry/tools/home"


def test_a_name_that_the_form_of_the_page_needs_gets_a_dot():
    names = ["q", "sort", "hidden", "brand"]
    assert [parameter(name) for name in names] == ["q.", "sort.", "hidden.", "brand"]
