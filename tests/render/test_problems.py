"""The sentence for a problem."""

import pytest

from bot.render.problems import message, more_of_kind, problem_line, sentence
from bot.rules import entry_rules, form_rules, row_rules, value_rules
from bot.rules.rule import Fact, Problem, Rule
from tests.charger_list import SHAPE

LATIN, CYRILLIC = "Zaptec", "Zарtес"


def said(rule: Rule, **facts: Fact) -> str:
    return sentence(Problem(rule, "Model", facts))


def test_a_rule_without_facts_is_its_message():
    assert said(value_rules.MISSING) == "This has to be filled in."


@pytest.mark.parametrize(("count", "text"), [(1, ""), (2, " 1 more of this kind.")])
def test_more_findings_of_one_rule_are_counted(count: int, text: str):
    assert more_of_kind(count) == text


def test_the_field_is_in_front_on_a_line_of_its_own():
    problem = Problem(value_rules.MISSING, "Model")
    sentence_of = "This has to be filled in."
    assert problem_line(problem) == f"- **Model**: {sentence_of}"
    assert message(problem) == f"Model: {sentence_of}"
    assert problem_line(Problem(value_rules.MISSING)) == f"- {sentence_of}"
    assert message(Problem(value_rules.MISSING)) == sentence_of


def test_the_field_may_be_within_the_message():
    assert said(form_rules.LABEL_TWICE).startswith("The heading `### Model` is in the issue more")


@pytest.mark.parametrize(
    ("rule", "facts", "text"),
    [
        (
            value_rules.TOO_LONG,
            {"received": "a\nb", "limit": 1000, "length": 12345},
            "Received `a b`, which has 12,345 characters. At most 1,000 are allowed.",
        ),
        (
            value_rules.UNKNOWN_CHOICE,
            {"received": "x", "allowed": ("Cloud", "Direct"), "suggestion": ""},
            "Received `x`. Allowed are `Cloud` and `Direct`.",
        ),
        (
            value_rules.NAME_IS_SECTION,
            {"received": "Zaptec", "section": "brand", "entry": "charger"},
            "Received `Zaptec`, which is only the brand. Give the name of the charger too.",
        ),
        (
            row_rules.EMPTY_CELL,
            {"received": "none"},
            "Received `none`, for which this column has an empty cell. Leave the cell empty.",
        ),
        (
            row_rules.NOT_NORMALIZED,
            {"received": "go", "suggestion": "Go"},
            "Received `go`, which should be written differently. Did you mean `Go`?",
        ),
    ],
)
def test_facts_are_put_into_the_message(rule: Rule, facts: dict, text: str):
    assert said(rule, **facts) == text


def test_twenty_characters_that_no_name_may_have_are_reported():
    facts: dict[str, Fact] = {"received": "x", "characters": "abcdefghijklmnopqrstu"}
    problem = Problem(value_rules.FORBIDDEN, "Brand", facts).with_nouns(SHAPE.nouns)
    assert "not allowed: `a` `b`" in sentence(problem)
    assert "`s` `t`. A name" in sentence(problem)


@pytest.mark.parametrize(
    ("near", "text"),
    [
        ((), "`x` is not in the list."),
        (("a",), "`x` is not in the list. The nearest is `a`."),
        (("a", "b", "c"), "`x` is not in the list. The nearest are `a`, `b` and `c`."),
    ],
)
def test_the_nearest_names_are_listed(near: tuple[str, ...], text: str):
    assert said(entry_rules.ENTRY_UNKNOWN, received="x", near=near) == text


def test_a_look_alike_is_named_as_such():
    alike = f"It looks like `{LATIN}`, but has letters of another alphabet. "
    found = said(entry_rules.SECTION_CLOSE, received=CYRILLIC, suggestion=LATIN)
    assert found == f"`{CYRILLIC}` is not in the list. {alike}Did you mean `{LATIN}`?"
    found = said(entry_rules.SECTION_UNKNOWN, received=CYRILLIC, near=("Easee", LATIN))
    assert found == (
        f"`{CYRILLIC}` is not in the list. {alike}The nearest are `Easee` and `{LATIN}`."
    )


@pytest.mark.parametrize(("length", "is_whole"), [(1200, True), (1201, False)])
def test_a_value_to_paste_is_whole(length: int, is_whole: bool):
    meant = "x" * length
    found = said(value_rules.ADDRESS_SCHEME, received=meant, suggestion=meant)
    assert (f"Did you mean `{meant}`?" in found) is is_whole
    assert f"Received `{'x' * 99}…`." in found
    old = said(entry_rules.ADDING_SOURCE, received=(meant,), old=(meant, "b"))
    assert (f"too, on a line of its own: `{meant}` and `b`." in old) is is_whole
    assert f"Received `{'x' * 99}…`." in old
