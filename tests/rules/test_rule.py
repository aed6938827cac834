"""A rule, and a breach of it."""

import pytest

from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, Problem, Rule, combine, field_error

RULE = Rule("a", "{received}, {count}, {allowed}, {section} in {field}.")


def test_a_problem_without_facts_is_its_message():
    text = "This has to be filled in."
    assert Problem(value_rules.MISSING).plain() == text


def test_texts_of_people_are_in_quotation_marks():
    facts: dict[str, Fact] = {"received": "x", "count": 1234, "allowed": ("a", "b"), "section": "y"}
    assert Problem(RULE, "Model", facts).plain() == '"x", 1,234, a, b, y in Model.'


def test_only_counts_are_grouped():
    rule = Rule("a", "{count} on line {line}")
    assert Problem(rule, facts={"count": 1234, "line": 1234}).plain() == "1,234 on line 1234"


def test_nouns_of_a_list_are_put_beside_the_facts():
    problem = Problem(RULE, "Model", {"received": "x", "section": "own"})
    worded = problem.with_nouns({"section": "brand", "entry": "charger"})
    facts = {"received": "x", "section": "own", "entry": "charger"}
    assert worded == Problem(RULE, "Model", facts)
    assert problem.facts == {"received": "x", "section": "own"}


def test_errors_of_a_value_become_problems_of_its_field():
    facts: dict[str, Fact] = {"received": "x", "count": 2, "allowed": ("a",)}
    one, other = field_error(value_rules.MISSING), field_error(RULE, **facts)
    assert one.args == (Problem(value_rules.MISSING, facts={}),)
    assert other.problems("Model") == [Problem(RULE, "Model", facts)]


def test_errors_are_combined_in_their_order():
    one, other = field_error(value_rules.MISSING), value_rules.too_long("x", 0)
    both = combine([one, combine([other, one])])
    assert both.args == (*one.args, *other.args, *one.args)
    assert combine([]).args == ()
    with pytest.raises(ValueError, match="missing"):
        raise one


def test_errors_without_a_breach_are_no_problems():
    assert FieldErrors().problems("Model") == []


def test_a_breach_has_all_facts_of_its_message():
    facts: dict[str, Fact] = {"received": "x", "count": 2, "allowed": ("a",)}
    rule = Rule("a", RULE.message, insist="Write {suggestion}.")
    with pytest.raises(TypeError, match=r"a needs suggestion"):
        rule.problem("Model", **facts)
    with pytest.raises(TypeError, match=r"a needs allowed, count, suggestion"):
        rule.problem("Model", received="x")
    facts["suggestion"] = "y"
    assert rule.problem("Model", **facts) == Problem(rule, "Model", facts)
