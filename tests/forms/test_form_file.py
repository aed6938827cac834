"""A form as the code reads it, and what it says of a form which is broken."""

import pytest
import yaml

from bot.errors import FormError
from bot.forms.form import Form, Kind
from bot.forms.form_file import read_form
from tests.charger_list import FORMS, ROOT

PATH = ".github/ISSUE_TEMPLATE/new-charger.yml"
NEW_CHARGER = (ROOT / ".github" / "ISSUE_TEMPLATE" / "new-charger.yml").read_text(encoding="utf-8")


def read(text: str) -> Form:
    return read_form(text.encode(), PATH, Kind.ADD)


def test_a_form_reads_the_same_each_time():
    assert read(NEW_CHARGER) == FORMS.add
    assert [field.id for field in FORMS.add.fields if field.has_lines] == ["models", "sources"]


def test_a_form_may_have_another_encoding_of_yaml():
    """Its lines are not known then."""
    found = read_form(NEW_CHARGER.encode("utf-16"), PATH, Kind.ADD)
    assert {field.line for field in found.fields} == {0}
    assert [field.label for field in found.fields] == [field.label for field in FORMS.add.fields]


def test_a_title_may_be_missing_and_an_option_may_be_a_box():
    form = yaml.safe_load(NEW_CHARGER)
    del form["title"]
    for part in form["body"]:
        if part.get("id") == "communication":
            part["attributes"]["options"] = [{"label": "Cloud"}, {"label": "Direct"}]
    found = read(yaml.safe_dump(form))
    assert (found.title, found.field("communication").options) == ("", ("Cloud", "Direct"))


def test_a_placeholder_is_the_example_of_a_field():
    body = (
        "body: [{type: input, attributes: {label: A, placeholder: 7}}, "
        "{type: input, attributes: {label: B}}]"
    )
    fields = read(f"name: n\ntitle: t\nlabels: [l]\n{body}\n").fields
    assert [field.placeholder for field in fields] == ["7", ""]


def test_a_field_without_an_id_is_called_by_its_label():
    text = NEW_CHARGER.replace("    id: notes\n", "").replace("label: Notes\n", "label: notes\n")
    assert read(text).label("notes") == "notes"


def test_an_answer_may_be_asked_for_as_code():
    text = NEW_CHARGER.replace("label: Notes\n", "label: Notes\n      render: text\n")
    assert [field.id for field in read(text).fields if field.fenced] == ["notes"]


BROKEN = {
    "a list": ("- a list", "not an issue form: it has no settings such as `name` and `body`."),
    "nothing": ("", "not an issue form: it has no settings such as `name` and `body`."),
    "no label": (
        "name: x\nlabels: []\nbody: []",
        "not an issue form: `labels` must be a list which begins with a text, such as `[new-entry]`.",
    ),
    "no attributes": (
        "name: x\nlabels: [x]\nbody: [{type: input}]",
        "not an issue form: `attributes` of element 1 of `body` must be settings, such as "
        "`name: value`.",
    ),
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
        "`labels` must be a list which begins with a text, such as `[new-entry]`.",
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
def test_a_setting_of_another_kind_is_named(before: str, after: str, message: str):
    assert before in NEW_CHARGER
    with pytest.raises(FormError) as caught:
        read(NEW_CHARGER.replace(before, after, 1))
    assert str(caught.value) == f"{PATH}: not an issue form: {message}"


def test_a_form_which_is_no_yaml_names_its_line():
    with pytest.raises(FormError, match=r"new-charger\.yml:3: not valid YAML: .+\.$") as caught:
        read("a:\n- [\n")
    assert [mistake.file for mistake in caught.value.mistakes] == [PATH]


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_the_maintainers_and_names_its_file(text: str, message: str):
    with pytest.raises(FormError) as caught:
        read(text)
    assert str(caught.value).startswith(f"{PATH}: {message}")
    assert [mistake.file for mistake in caught.value.mistakes] == [PATH]


def test_a_long_text_is_read_by_the_loader_which_cannot_end_the_process():
    with pytest.raises(FormError, match="nested too deep"):
        read("[" * 20_001)


def test_labels_may_be_one_text():
    text = NEW_CHARGER.replace("labels: [new-charger]", "labels: new charger , bug")
    assert read(text).issue_label == "new charger"
