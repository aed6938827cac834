"""The forms as the code reads them, and what it says of a form which is broken."""

from pathlib import Path

import pytest
import yaml

from bot.errors import FormError
from bot.forms.form import Field, Form, Kind, load_forms
from tests.charger_list import FORMS, OPTIONS, ROOT

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
NEW_CHARGER = (FOLDER / "new-charger.yml").read_text(encoding="utf-8")
FIELDS = "brand, communication, models, notes, ocpp_versions, sources"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The forms of the repository beside its list.yml, to be changed."""
    copied = tmp_path / "ISSUE_TEMPLATE"
    copied.mkdir()
    for form in FORMS:
        (copied / form.file).write_bytes((FOLDER / form.file).read_bytes())
    (tmp_path / "list.yml").write_bytes((ROOT / ".github" / "list.yml").read_bytes())
    return copied


def loaded(folder: Path, text: str) -> Form:
    """The form for a new charger, which reads otherwise."""
    (folder / "new-charger.yml").write_text(text, encoding="utf-8")
    return load_forms(folder).add


def test_a_form_is_read_whole():
    assert [form.kind for form in FORMS] == list(Kind)
    form = FORMS.add
    names = ("New charger", "New charger: ", "new-charger")
    assert (form.name, form.title, form.issue_label) == names
    required = [field.id for field in form.fields if field.required]
    assert required == ["brand", "models", "ocpp_versions", "communication"]
    for field in ("ocpp_versions", "communication"):
        assert form.field(field).options == OPTIONS[field]
    assert form.field("notes") == Field("notes", "Notes", False, (), False, "input")


def test_a_title_may_be_missing_and_an_option_may_be_a_box(folder: Path):
    form = yaml.safe_load(NEW_CHARGER)
    del form["title"]
    for part in form["body"]:
        if part.get("id") == "communication":
            part["attributes"]["options"] = [{"label": "Cloud"}, {"label": "Direct"}]
    read = loaded(folder, yaml.safe_dump(form))
    assert (read.title, read.field("communication").options) == ("", ("Cloud", "Direct"))


def test_an_answer_may_be_asked_for_as_code(folder: Path):
    text = NEW_CHARGER.replace("label: Notes\n", "label: Notes\n      render: text\n")
    assert [field.id for field in loaded(folder, text).fields if field.fenced] == ["notes"]


BROKEN = {
    "no YAML": ("a: [", "not valid YAML: while parsing a flow node"),
    "a list": (
        "- a list",
        "not an issue form: TypeError at list indices must be integers or slices, not str.",
    ),
    "no label": (
        "name: x\nlabels: []\nbody: []",
        "not an issue form: IndexError at list index out of range.",
    ),
    "no attributes": (
        "name: x\nlabels: [x]\nbody: [{type: input}]",
        "not an issue form: KeyError at 'attributes'.",
    ),
    "no fields": ("name: x\nlabels: [x]\nbody: []", f"these fields are missing: {FIELDS}."),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_the_maintainers_and_names_its_file(folder: Path, text: str, message: str):
    with pytest.raises(FormError) as caught:
        loaded(folder, text)
    assert str(caught.value).startswith(f"{folder / 'new-charger.yml'}: {message}")


def test_an_option_that_no_cell_can_show_is_the_maintainers(folder: Path):
    with pytest.raises(FormError) as caught:
        loaded(folder, NEW_CHARGER.replace("- Direct\n", "- Direct\n        - Cloud | Direct\n"))
    assert str(caught.value) == (
        f"{folder / 'new-charger.yml'}: the field communication offers `Cloud | Direct`, which the "
        "column Communication cannot show as it is: a pipe would end the cell; write `\\|` for one "
        "in it under `shown` in list.yml."
    )


def test_a_version_of_no_ocpp_is_the_maintainers(folder: Path):
    with pytest.raises(FormError, match=r"offers 2\.2, which is no OCPP version"):
        loaded(folder, NEW_CHARGER.replace('"2.1"', '"2.2"'))


def test_a_missing_form_is_the_maintainers_and_names_its_file(folder: Path):
    path = folder / "new-charger.yml"
    path.unlink()
    with pytest.raises(FormError) as caught:
        load_forms(folder)
    message = f"{path}: the form cannot be read: No such file or directory."
    assert str(caught.value) == message
