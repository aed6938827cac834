"""The forms as the code reads them, and what it says of a form which is broken."""

from pathlib import Path

import pytest
import yaml

from bot.errors import FormError, ListFileError
from bot.forms.form import Field, Form, Forms, Kind, load_forms, load_yaml
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


def test_a_form_reads_the_same_each_time(folder: Path):
    assert loaded(folder, NEW_CHARGER) == FORMS.add
    assert [field.id for field in FORMS.add.fields if field.has_lines] == ["models", "sources"]


def test_a_title_may_be_missing_and_an_option_may_be_a_box(folder: Path):
    form = yaml.safe_load(NEW_CHARGER)
    del form["title"]
    for part in form["body"]:
        if part.get("id") == "communication":
            part["attributes"]["options"] = [{"label": "Cloud"}, {"label": "Direct"}]
    read = loaded(folder, yaml.safe_dump(form))
    assert (read.title, read.field("communication").options) == ("", ("Cloud", "Direct"))


def test_a_field_without_an_id_is_called_by_its_label(folder: Path):
    text = NEW_CHARGER.replace("    id: notes\n", "").replace("label: Notes\n", "label: notes\n")
    assert loaded(folder, text).label("notes") == "notes"


def test_an_answer_may_be_asked_for_as_code(folder: Path):
    text = NEW_CHARGER.replace("label: Notes\n", "label: Notes\n      render: text\n")
    assert [field.id for field in loaded(folder, text).fields if field.fenced] == ["notes"]


BROKEN = {
    "a list": ("- a list", "not an issue form: it has no settings such as `name` and `body`."),
    "nothing": ("", "not an issue form: it has no settings such as `name` and `body`."),
    "no label": (
        "name: x\nlabels: []\nbody: []",
        "not an issue form: `labels` must be a list which begins with a text.",
    ),
    "no attributes": (
        "name: x\nlabels: [x]\nbody: [{type: input}]",
        "not an issue form: `attributes` of element 1 of `body` must be settings, such as "
        "`name: value`.",
    ),
    "no fields": ("name: x\nlabels: [x]\nbody: []", f"fields of list.yml are missing: {FIELDS}."),
}


TEXT = "must be a text, for which numbers, yes and no need quotes."
CHANGED = {
    "label a number": ("label: Brand", "label: 5", f"`label` of element 2 of `body` {TEXT}"),
    "label yes": ("label: Brand", "label: Yes", f"`label` of element 2 of `body` {TEXT}"),
    "label a list": ("label: Brand", "label: [a]", f"`label` of element 2 of `body` {TEXT}"),
    "id a number": ("id: brand", "id: 5", f"`id` of element 2 of `body` {TEXT}"),
    "type missing": ("- type: input", "- kind: input", f"`type` of element 2 of `body` {TEXT}"),
    "name a number": ("name: New charger", "name: 5", f"`name` {TEXT}"),
    "title a number": ('title: "New charger: "', "title: 5", f"`title` {TEXT}"),
    "body a number": ("body:", "body: 3\nrest:", "`body` must be a list."),
    "body of numbers": ("body:", "body: [3]\nrest:", f"`type` of element 1 of `body` {TEXT}"),
    "labels as settings": (
        "labels: [new-charger]",
        "labels: {}",
        "`labels` must be a list which begins with a text.",
    ),
    "validations a number": (
        "validations:\n      required: true",
        "validations: 3",
        "`validations` of element 2 of `body` must be settings, such as `name: value`.",
    ),
    "an option yes": (
        "- Direct\n",
        "- Yes\n",
        f"each of the `options` of element 5 of `body` {TEXT}",
    ),
    "options a number": (
        "options:\n        - Cloud\n        - Direct\n",
        "options: 5\n",
        "`options` of element 5 of `body` must be a list.",
    ),
}


@pytest.mark.parametrize(("before", "after", "message"), CHANGED.values(), ids=CHANGED)
def test_a_setting_of_another_kind_is_named(folder: Path, before: str, after: str, message: str):
    assert before in NEW_CHARGER
    with pytest.raises(FormError) as caught:
        loaded(folder, NEW_CHARGER.replace(before, after, 1))
    path = folder / "new-charger.yml"
    assert str(caught.value) == f"{path}: not an issue form: {message}"


def test_a_form_which_is_no_yaml_names_its_line(folder: Path):
    with pytest.raises(FormError, match=r"new-charger\.yml:3: not valid YAML: .+\.$"):
        loaded(folder, "a:\n- [\n")


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_the_maintainers_and_names_its_file(folder: Path, text: str, message: str):
    with pytest.raises(FormError) as caught:
        loaded(folder, text)
    assert str(caught.value).startswith(f"{folder / 'new-charger.yml'}: {message}")


@pytest.mark.parametrize("kind", ["choices", "choice", "yes/no"])
def test_a_column_of_options_needs_some(folder: Path, kind: str):
    path = folder.parent / "list.yml"
    text = path.read_text(encoding="utf-8")
    column = f"Communication: {{field: communication, kind: {kind}}}"
    start, end = text.index("Communication:"), text.index("  Notes:")
    path.write_text(f"{text[:start]}{column}\n{text[end:]}", encoding="utf-8")
    for name in ("new-charger.yml", "new-brand.yml", "invalid.yml"):
        form = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        for part in form["body"]:
            if part.get("id") == "communication":
                del part["attributes"]["options"]
        (folder / name).write_text(yaml.safe_dump(form), encoding="utf-8")
    with pytest.raises(FormError, match="the field communication offers no options for Communic"):
        load_forms(folder)


def test_an_option_that_list_yml_shows_must_be_offered(folder: Path):
    with pytest.raises(FormError) as caught:
        loaded(folder, NEW_CHARGER.replace("- Direct\n", "- Local\n"))
    assert str(caught.value) == (
        f"{folder / 'new-charger.yml'}: the field communication does not offer Direct, which "
        "list.yml shows in the column Communication."
    )


def test_an_option_that_no_cell_can_show_is_the_maintainers(folder: Path):
    with pytest.raises(FormError) as caught:
        loaded(folder, NEW_CHARGER.replace("- Direct\n", "- Direct\n        - Cloud | Direct\n"))
    assert str(caught.value) == (
        f"{folder / 'new-charger.yml'}: the field communication offers `Cloud | Direct`, which the "
        "column Communication cannot show as it is: a pipe would end the cell; write `\\|` for one "
        "in it under `shown` in list.yml."
    )


def test_a_version_of_no_ocpp_is_the_maintainers(folder: Path):
    with pytest.raises(FormError, match=r"offers 2\.2, 3, which is no OCPP version"):
        loaded(folder, NEW_CHARGER.replace('"2.1"', '"3"\n        - "2.2"'))


def test_a_long_text_is_read_by_the_loader_which_cannot_end_the_process():
    with pytest.raises(RecursionError):
        load_yaml(b"[" * 20_001)


def test_labels_may_be_one_text(folder: Path):
    text = NEW_CHARGER.replace("labels: [new-charger]", "labels: new-charger , bug")
    assert loaded(folder, text).issue_label == "new-charger"


def test_a_question_which_a_form_does_not_ask_is_named():
    with pytest.raises(LookupError, match="nothing"):
        FORMS.add.field("nothing")
    assert FORMS.add.find("nothing") is None
    with pytest.raises(LookupError, match="add"):
        _ = Forms(FORMS.shape, ()).add


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
    assert str(caught.value) == ".github/list.yml: No such file or directory."


def test_a_missing_form_is_the_maintainers_and_names_its_file(folder: Path):
    path = folder / "new-charger.yml"
    path.unlink()
    with pytest.raises(FormError) as caught:
        load_forms(folder)
    message = f"{path}: the form cannot be read: No such file or directory."
    assert str(caught.value) == message
