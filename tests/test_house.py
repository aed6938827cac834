"""The house in order: forms, code and README use the same words, and modules keep to their rooms."""

import re
from pathlib import Path

import pytest
import yaml
from importlinter.cli import lint_imports

from bot.decision.decision import IssueLabel
from bot.document.charger import HEADER, Communication, OcppVersion
from bot.document.parse import read_listing
from bot.errors import FormError
from bot.forms.form import Kind, load_forms
from bot.forms.submission import Correction, NewBrand, NewCharger
from bot.forms.values import CorrectionKind
from bot.rules import list_rules, value_rules
from bot.rules.rule import Rule

from .stage import FORMS, ROOT, form

SOURCES = sorted((ROOT / "bot").rglob("*.py"))


def test_forms_ask_what_the_code_validates():
    models = {Kind.NEW_CHARGER: NewCharger, Kind.NEW_BRAND: NewBrand, Kind.INVALID: Correction}
    for one in FORMS:
        assert [field.id for field in one.fields] == list(models[one.kind].model_fields)


def test_forms_set_the_labels_of_the_contract():
    assert {one.kind: one.issue_label for one in FORMS} == {kind: kind.value for kind in Kind}


def test_forms_offer_the_words_of_the_list():
    for one in FORMS:
        assert one.field("ocpp_versions").options == tuple(OcppVersion)
        assert one.field("communication").options == tuple(Communication)
    assert form(Kind.INVALID).field("correction").options == tuple(CorrectionKind)


def test_the_two_forms_for_chargers_ask_the_same():
    assert form(Kind.NEW_CHARGER).fields == form(Kind.NEW_BRAND).fields


def test_labels_of_a_form_differ():
    for one in FORMS:
        assert len({field.label for field in one.fields}) == len(one.fields)


def test_blank_issues_are_off():
    config = yaml.safe_load(
        (ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8")
    )
    assert config["blank_issues_enabled"] is False


def test_the_list_is_in_order_and_has_its_header():
    listing = read_listing((ROOT / "README.md").read_text(encoding="utf-8"))
    assert listing.brands
    assert all(brand.table.header == HEADER for brand in listing.brands)
    assert all(brand.rows for brand in listing.brands)


ALL_RULES = [
    rule
    for module in (value_rules, list_rules)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
]


def test_codes_of_rules_are_unique():
    codes = [rule.code for rule in ALL_RULES]
    assert len(set(codes)) == len(codes) > 50


def test_each_rule_is_used():
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    names = [*vars(value_rules), *vars(list_rules)]
    unused = [
        name
        for name in names
        if name.isupper() and name != "NAME_MARKS" and not re.search(rf"_rules\.{name}\b", text)
    ]
    assert unused == []


def test_each_summary_is_one_sentence():
    summaries = [rule.summary for rule in ALL_RULES if rule.summary]
    assert [rule for rule in summaries if not re.fullmatch(r"[A-Z][^{}`]+\.", rule)] == []


def test_no_module_is_named_after_nothing():
    banned = {"util", "utils", "helpers", "common", "models", "core", "manager"}
    assert not banned & {path.stem for path in SOURCES}


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "cannot be read"),
        ("a: [", "not valid YAML"),
        ("- a list", "not an issue form"),
        ("name: x\nlabels: []\nbody: []", "not an issue form"),
        ("name: x\nlabels: [x]\nbody: [{type: input}]", "not an issue form"),
    ],
)
def test_a_broken_form_is_the_maintainers_and_names_its_file(
    tmp_path: Path, text: str | None, told: str
):
    if text is not None:
        (tmp_path / "new-charger.yml").write_text(text, encoding="utf-8")
    with pytest.raises(FormError, match=told) as caught:
        load_forms(tmp_path)
    assert "new-charger.yml" in str(caught.value)


def test_the_bot_sets_the_labels_of_the_contract():
    assert set(IssueLabel) == {"needs-info", "duplicate"}


def test_each_row_of_a_submissions_life_names_scenarios_that_exist():
    tests = ROOT / "tests"
    scenarios = {
        name
        for module in ("lifecycle", "conversation", "merge", "sweep", "workflow")
        for name in re.findall(
            r"^def (test_\w+)", (tests / f"test_{module}.py").read_text(encoding="utf-8"), re.M
        )
    }
    table = (tests / "LIFECYCLE.md").read_text(encoding="utf-8").partition("|---|")[2]
    named = [re.findall(r"`(test_\w+)`", row) for row in table.splitlines()[1:]]
    assert len(named) == 29
    assert all(named)
    assert {name for row in named for name in row} <= scenarios
    assert sum(map(len, named)) >= 40
