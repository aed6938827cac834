"""Each rule has a code of its own and is used; its summary is one sentence."""

import re

import pytest

from bot.chargers import version_rules
from bot.rules import entry_rules, form_rules, list_rules, row_rules, value_rules
from bot.rules.rule import Rule
from tests.charger_list import ROOT

SOURCES = sorted((ROOT / "bot").rglob("*.py"))
MODULES = (form_rules, value_rules, entry_rules, version_rules, list_rules, row_rules)
ALL_RULES = [rule for module in MODULES for rule in vars(module).values() if isinstance(rule, Rule)]


def test_codes_of_rules_are_unique():
    codes = [rule.code for rule in ALL_RULES]
    assert len(set(codes)) == len(codes) > 50


@pytest.mark.parametrize("module", MODULES)
def test_each_rule_is_used(module):
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES)
    names = [name for name, value in vars(module).items() if isinstance(value, Rule)]
    assert [name for name in names if not re.search(rf"_rules\.{name}\b", text)] == []


def test_each_summary_is_one_sentence():
    summaries = [rule.summary for rule in ALL_RULES if rule.summary]
    assert [rule for rule in summaries if not re.fullmatch(r"[A-Z][^{}`]+\.", rule)] == []
