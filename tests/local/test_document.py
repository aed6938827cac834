"""The list as a file, read by the shape that lies beside it."""

from pathlib import Path

import pytest

from bot.errors import MaintainerError
from bot.local.document import FORMS_FOLDER, forms_folder, forms_of, read_document
from tests.charger_list import FORMS, LIST
from tests.command_line import Place, make_place


@pytest.fixture
def place(tmp_path, monkeypatch, capsys) -> Place:
    return make_place(tmp_path, monkeypatch, capsys)


def test_without_forms_beside_a_list_those_in_the_working_folder_are_used(place, tmp_path):
    assert forms_folder(tmp_path / "elsewhere.md") == FORMS_FOLDER
    assert forms_folder(Path("README.md")) == FORMS_FOLDER
    assert forms_folder(place.folder / "README.md") == place.folder / FORMS_FOLDER


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
