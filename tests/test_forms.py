"""The three forms as the code reads them, and what it says of a form that is broken."""

from pathlib import Path

import pytest

from bot.document.charger import Communication, OcppVersion
from bot.errors import FormError
from bot.forms.form import Field, Form, Kind, form_of_kind, load_forms

from .stage import ROOT

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
NEW_CHARGER = (FOLDER / "new-charger.yml").read_text(encoding="utf-8")
VERSIONS = Field("ocpp_versions", "OCPP versions", True, tuple(OcppVersion), False)
WAYS = Field("communication", "Communication", True, tuple(Communication), False)


def loaded(folder: Path, text: str) -> Form:
    """The forms of the repository, of which that for a new charger reads otherwise."""
    for kind in Kind:
        (folder / f"{kind}.yml").write_bytes((FOLDER / f"{kind}.yml").read_bytes())
    (folder / "new-charger.yml").write_text(text, encoding="utf-8")
    return form_of_kind(load_forms(folder), Kind.NEW_CHARGER)


def test_a_form_is_read_whole():
    forms = load_forms(FOLDER)
    assert [form.kind for form in forms] == list(Kind)
    form = form_of_kind(forms, Kind.NEW_CHARGER)
    assert (form.name, form.title, form.issue_label) == (
        "New charger",
        "New charger: ",
        "new-charger",
    )
    assert [field.id for field in form.fields if field.required] == [
        "brand",
        "models",
        "ocpp_versions",
        "communication",
    ]
    assert (form.field("ocpp_versions"), form.field("communication")) == (VERSIONS, WAYS)
    assert form.field("notes") == Field("notes", "Notes", False, (), False)


def test_a_title_may_be_missing_and_an_option_may_be_a_box(tmp_path: Path):
    text = NEW_CHARGER.replace('title: "New charger: "\n', "").replace(
        "title: 'New charger: '\n", ""
    )
    text = text.replace("- Cloud\n", "- label: Cloud\n")
    form = loaded(tmp_path, text)
    assert (form.title, form.field("communication")) == ("", WAYS)


def test_an_answer_may_be_asked_for_as_code(tmp_path: Path):
    form = loaded(
        tmp_path, NEW_CHARGER.replace("label: Notes\n", "label: Notes\n      render: text\n")
    )
    assert [field.id for field in form.fields if field.fenced] == ["notes"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "a: [",
            "not valid YAML: while parsing a flow node",
        ),
        (
            "- a list",
            "not an issue form: TypeError at list indices must be integers or slices, not str.",
        ),
        (
            "name: x\nlabels: []\nbody: []",
            "not an issue form: IndexError at list index out of range.",
        ),
        (
            "name: x\nlabels: [x]\nbody: [{type: input}]",
            "not an issue form: KeyError at 'attributes'.",
        ),
        (
            "name: x\nlabels: [x]\nbody: []",
            "these fields are missing: brand, communication, models, notes, ocpp_versions, sources.",
        ),
    ],
)
def test_a_broken_form_is_told_with_its_file(tmp_path: Path, text: str, told: str):
    with pytest.raises(FormError) as caught:
        loaded(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'new-charger.yml'}: {told}")


def test_a_missing_form_is_told_with_its_file(tmp_path: Path):
    with pytest.raises(FormError) as caught:
        load_forms(tmp_path)
    assert (
        str(caught.value)
        == f"{tmp_path / 'new-charger.yml'}: the form cannot be read: No such file or directory."
    )
