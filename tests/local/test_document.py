"""The list as a file, read by the shape that lies beside it."""

import pytest

from bot.errors import MaintainerError
from bot.local.document import read_document
from bot.local.forms import forms_of
from tests.charger_list import FORMS, LIST


def test_a_list_is_read_by_the_forms_beside_it(place, monkeypatch):
    monkeypatch.chdir(place.folder.parent)
    readme = place.folder / "README.md"
    assert list(forms_of(readme)) == list(FORMS)
    document = read_document(readme)
    assert document.text == LIST
    assert document.shape.header == FORMS.shape.header
    assert document.shape.options == FORMS.shape.options


def test_without_any_forms_nothing_is_read(place, monkeypatch, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    (empty / "README.md").write_text(LIST, encoding="utf-8")
    with pytest.raises(MaintainerError):
        read_document(empty / "README.md")
