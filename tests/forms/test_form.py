"""The forms as values."""

import pytest

from bot.forms.form import Field, Forms, Kind
from tests.charger_list import FORMS, OPTIONS


def test_a_form_is_read_whole():
    assert [form.kind for form in FORMS] == list(Kind)
    form = FORMS.add
    names = ("New charger", "New charger: ", "new-charger")
    assert (form.name, form.title, form.issue_label) == names
    required = [field.id for field in form.fields if field.required]
    assert required == ["brand", "models", "ocpp_versions", "communication"]
    for field in ("ocpp_versions", "communication"):
        assert form.field(field).options == OPTIONS[field]
    assert form.questions[4] == Field("notes", "Notes", False, (), False, "input")


def test_a_question_which_a_form_does_not_ask_is_named():
    with pytest.raises(LookupError, match="nothing"):
        FORMS.add.field("nothing")
    assert FORMS.add.find("nothing") is None
    with pytest.raises(LookupError, match="add"):
        _ = Forms(FORMS.shape, ()).add
