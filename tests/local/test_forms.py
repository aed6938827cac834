"""The forms and list.yml as files."""

from pathlib import Path

import pytest

from bot.errors import FormError, ListFileError, MaintainerError
from bot.local.forms import FORMS_FOLDER, forms_folder, forms_of, load_forms, read_document
from tests.charger_list import FORMS, LIST, ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The forms of the repository beside its list.yml, to be changed."""
    copied = tmp_path / "ISSUE_TEMPLATE"
    copied.mkdir()
    for form in FORMS:
        (copied / form.file).write_bytes((ROOT / FORMS_FOLDER / form.file).read_bytes())
    (tmp_path / "list.yml").write_bytes((ROOT / ".github" / "list.yml").read_bytes())
    return copied


def test_forms_are_read_in_the_order_of_their_kinds(folder: Path):
    assert list(load_forms(folder)) == list(FORMS)


def test_without_forms_beside_a_list_those_in_the_working_folder_are_used(place, tmp_path):
    assert forms_folder(tmp_path / "elsewhere.md") == FORMS_FOLDER
    assert forms_folder(Path("README.md")) == FORMS_FOLDER
    assert forms_folder(place.folder / "README.md") == place.folder / FORMS_FOLDER


def test_a_list_file_that_cannot_be_read_is_the_maintainers(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    path = folder.parent / "list.yml"
    path.write_bytes(b"\xff")
    with pytest.raises(ListFileError) as caught:
        load_forms(folder)
    assert str(caught.value) == f"{path}: it is not UTF-8."
    path.unlink()
    monkeypatch.chdir(folder)
    with pytest.raises(ListFileError) as caught:
        load_forms(folder)
    assert str(caught.value) == (
        ".github/list.yml: it is missing; `python -m bot init` writes one for the list in README.md."
    )


def test_a_missing_form_is_the_maintainers_and_names_its_file(folder: Path):
    path = folder / "new-charger.yml"
    path.unlink()
    with pytest.raises(FormError) as caught:
        load_forms(folder)
    message = f"{path}: the form cannot be read: No such file or directory."
    assert str(caught.value) == message


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
