"""Forms, list.yml and README.md fit each other, and modules keep to their layers."""

import re

import pytest
import yaml
from importlinter.cli import lint_imports

from bot.decision.decision import IssueLabel, Status
from bot.document.parse import parse
from bot.forms.form import Kind
from tests.charger_list import FORMS, ROOT, SHAPE
from tests.stage import form

LABELS = {Kind.ADD: "new-charger", Kind.ADD_SECTION: "new-brand", Kind.CORRECT: "invalid"}
VERSIONS = ("1.6S", "1.6J", "2.0", "2.0.1", "2.1")
SCENARIOS = (
    "cli/test_merging.py",
    "cli/test_sweep.py",
    "local/test_merge.py",
    "scenarios/*.py",
    "workflows/*.py",
)
KINDS = ("Change the details", "Rename the model", "Remove the entry")


def test_forms_set_the_labels_of_the_contract():
    assert {one.kind: one.issue_label for one in FORMS} == LABELS


def test_forms_offer_the_words_of_the_list():
    for one in FORMS:
        assert one.field("ocpp_versions").options == VERSIONS
        assert one.field("communication").options == ("Cloud", "Direct")
    assert form(Kind.CORRECT).field("correction").options == KINDS


def test_the_two_forms_for_chargers_ask_the_same():
    assert form(Kind.ADD).fields == form(Kind.ADD_SECTION).fields


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


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_each_package_has_a_folder_of_tests():
    packages = sorted(path.parent.name for path in (ROOT / "bot").glob("*/__init__.py"))
    assert packages
    assert [name for name in packages if not [*(ROOT / "tests" / name).glob("test_*.py")]] == []


def test_the_bot_sets_the_labels_of_the_contract():
    assert set(IssueLabel) == {"needs-info", "duplicate"}


def test_each_row_of_a_submissions_life_names_scenarios_that_exist():
    tests = ROOT / "tests"
    scenarios = set()
    for module in (path for pattern in SCENARIOS for path in tests.glob(pattern)):
        text = module.read_text(encoding="utf-8")
        scenarios |= set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
    page = (tests / "LIFECYCLE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|(?!---|.*Shown by).+", page, re.MULTILINE)
    named = [re.findall(r"`(test_\w+)`", row) for row in rows]
    assert len(named) == 29 + 16
    assert all(named)
    assert {name for row in named for name in row} <= scenarios


def test_each_status_has_a_row_on_who_hears_of_it():
    page = (ROOT / "tests" / "LIFECYCLE.md").read_text(encoding="utf-8")
    rows = page.partition("## Who hears what")[2].splitlines()
    named: set[str] = set()
    for row in rows:
        named.update(re.findall(r"`([a-z_]+)`", row.partition(" | ")[0]))
    assert named == set(Status) - {Status.NOT_ASKED}
