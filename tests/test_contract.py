"""Forms, list.yml and README.md fit each other, and keep to the names others rely on."""

import yaml

from bot.decision.decision import IssueLabel
from bot.document.parse import parse
from bot.forms.form import Kind
from tests.charger_list import FORMS, ROOT, SHAPE
from tests.stage import form

LABELS = {Kind.ADD: "new-charger", Kind.ADD_SECTION: "new-brand", Kind.CORRECT: "invalid"}
VERSIONS = ("1.6S", "1.6J", "2.0", "2.0.1", "2.1")
KINDS = ("Change the details", "Rename the model", "Remove the entry")


def test_forms_set_the_labels_of_the_contract():
    assert {one.kind: one.issue_label for one in FORMS} == LABELS


def test_forms_offer_the_words_of_the_list():
    for one in FORMS:
        assert one.field("ocpp_versions").options == VERSIONS
        assert one.field("communication").options == ("Cloud", "Direct")
    assert form(Kind.CORRECT).field("correction").options == KINDS


def test_the_two_forms_for_chargers_ask_the_same():
    assert form(Kind.ADD).questions == form(Kind.ADD_SECTION).questions


def test_labels_of_a_form_differ():
    for one in FORMS:
        assert len({field.label for field in one.fields}) == len(one.fields)


def test_blank_issues_are_off():
    config = yaml.safe_load(
        (ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8")
    )
    assert config["blank_issues_enabled"] is False


def test_the_list_can_be_edited_and_has_the_columns_of_the_contract():
    document = parse((ROOT / "README.md").read_text(encoding="utf-8"), SHAPE).checked()
    assert document.sections
    assert SHAPE.header == ("Model", "OCPP Version", "Communication", "Notes", "Source")
    assert all(section.rows for section in document.sections)


def test_the_bot_sets_the_labels_of_the_contract():
    assert set(IssueLabel) == {"needs-info", "duplicate"}
