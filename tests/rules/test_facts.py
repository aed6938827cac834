"""Each place that reports a breach of a rule gives all facts of its message."""

import ast
from collections.abc import Iterator
from string import Formatter

from bot.chargers import version_rules
from bot.rules import form_rules, list_rules, row_rules, value_rules
from bot.rules.rule import Rule
from tests.charger_list import ROOT, SHAPE

MODULES = {
    "form_rules": form_rules,
    "list_rules": list_rules,
    "row_rules": row_rules,
    "value_rules": value_rules,
    "version_rules": version_rules,
}
ADDED = {*SHAPE.words, "field"}  # by `Problem` itself and by `in_words`


def test_a_message_gets_its_facts():
    missing, count = [], 0
    for path in sorted((ROOT / "bot").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(function, ast.FunctionDef):
                continue
            for rule in reported_in(function):
                count += 1
                lacking = places_of(rule) - names_in(function) - ADDED
                if lacking:
                    missing.append((path.name, function.name, rule.code, lacking))
    assert count
    assert missing == []


def reported_in(function: ast.FunctionDef) -> Iterator[Rule]:
    """The rules which a function names in a call: `Problem(row_rules.ROW_ORDER, …)`."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call):
            for node in call.args:
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    rule = getattr(MODULES.get(node.value.id), node.attr, None)
                    if isinstance(rule, Rule):
                        yield rule


def places_of(rule: Rule) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(rule.message) if name}


def names_in(function: ast.FunctionDef) -> set[str]:
    """The keys of mappings and the keywords of calls in a function."""
    names = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.add(node.value)
        elif isinstance(node, ast.keyword) and node.arg:
            names.add(node.arg)
    return names
