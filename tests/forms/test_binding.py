"""Forms and list.yml, which do not agree."""

import pytest

from bot.errors import FormError
from bot.forms.binding import bind_forms
from bot.forms.form import Form, Forms, Kind
from bot.forms.form_file import read_form
from bot.shape.load import read_list_file
from tests.charger_list import FORMS, ROOT

LIST_FILE = (ROOT / ".github" / "list.yml").read_text(encoding="utf-8")
FOLDER = "forms"
PATH = "forms/new-charger.yml"
LINE = FORMS.add.field("communication").line


def bound(forms: list[Form], text: str = LIST_FILE) -> Forms:
    return bind_forms(read_list_file(text, "list.yml"), forms, FOLDER)


def offering(field_id: str, *options: str, kinds: tuple[Kind, ...] = tuple(Kind)) -> list[Form]:
    """The forms, of which some kinds offer other options."""
    forms = []
    for form in FORMS:
        fields = []
        for field in form.fields:
            if field.id == field_id and form.kind in kinds:
                fields.append(field._replace(options=options))
            else:
                fields.append(field)
        forms.append(form._replace(fields=tuple(fields)))
    return forms


def test_forms_which_agree_are_bound_to_their_options():
    found = bound(list(FORMS))
    assert list(found) == list(FORMS)
    assert found.shape.options == FORMS.shape.options


def test_each_field_of_list_yml_must_be_asked_for():
    forms = [form._replace(fields=()) if form.kind is Kind.ADD else form for form in FORMS]
    fields = "brand, communication, models, notes, ocpp_versions, sources"
    with pytest.raises(FormError) as caught:
        bound(forms)
    assert str(caught.value) == f"{PATH}: fields of list.yml are missing: {fields}."
    assert [mistake.file for mistake in caught.value.mistakes] == [PATH]


def test_all_slips_of_a_form_are_named_with_their_lines_and_what_is_meant():
    data = (ROOT / ".github/ISSUE_TEMPLATE/new-charger.yml").read_text(encoding="utf-8")
    text = data.replace("id: models", "id: model").replace("- Direct", "- Direkt")
    form = read_form(text.encode(), PATH, Kind.ADD)
    with pytest.raises(FormError) as caught:
        bound([form, *list(FORMS)[1:]])
    lines = [text[: text.index(f"id: {field}")].count("\n") + 1 for field in ("mod", "comm")]
    assert str(caught.value).split("\n") == [
        f"{PATH}:{lines[0]}: no field has the id models of list.yml; is model meant for it?",
        f"{PATH}:{lines[1]}: the field communication does not offer Direct, which list.yml shows "
        "in the column Communication; is Direkt meant for it?",
    ]
    assert [mistake.file for mistake in caught.value.mistakes] == [PATH, PATH]


@pytest.mark.parametrize("kind", ["choices", "choice", "yes/no"])
def test_a_column_of_options_needs_some(kind: str):
    column = f"Communication: {{field: communication, kind: {kind}}}"
    start, end = LIST_FILE.index("Communication:"), LIST_FILE.index("  Notes:")
    text = f"{LIST_FILE[:start]}{column}\n{LIST_FILE[end:]}"
    with pytest.raises(FormError, match="the field communication offers no options for Communic"):
        bound(offering("communication"), text)


def test_an_option_that_list_yml_shows_must_be_offered():
    with pytest.raises(FormError) as caught:
        bound(offering("communication", "Cloud", "Local", kinds=(Kind.ADD,)))
    assert str(caught.value) == (
        f"{PATH}:{LINE}: the field communication does not offer Direct, which list.yml shows in the "
        "column Communication."
    )


def test_an_option_that_no_cell_can_show_is_the_maintainers():
    with pytest.raises(FormError) as caught:
        bound(offering("communication", "Cloud", "Direct", "Cloud | Direct"))
    assert str(caught.value) == (
        f"{PATH}:{LINE}: the field communication offers `Cloud | Direct`, which the column Communication "
        "cannot show as it is: a pipe would end the cell; write `\\|` for one in it under `shown` "
        "in list.yml."
    )


def test_a_version_of_no_ocpp_is_the_maintainers():
    with pytest.raises(FormError, match=r"offers 2\.2, 3, which is no OCPP version"):
        bound(offering("ocpp_versions", "1.6J", "3", "2.2"))
