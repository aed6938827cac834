"""The lines of an answer with one thing on each."""

from collections.abc import Mapping

import pytest

from bot.forms.items import PRECHECK_FACTOR, answer_lines, split_items
from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, Rule


def items(answer: str) -> list[str]:
    return split_items(answer, limit=3, longest=5)


def refused(answer: str) -> tuple[Rule, Mapping[str, Fact]]:
    with pytest.raises(FieldErrors) as raised:
        items(answer)
    ((rule, _, facts),) = raised.value.args
    return rule, facts


@pytest.mark.parametrize("answer", ["", "\n \n", "n/a", "- none", "```\n```", "~~~ text\n~~~"])
def test_an_answer_that_says_nothing_has_no_items(answer: str):
    assert items(answer) == []


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Go 2", ["Go 2"]),
        ("Go 2\nnone\nGo  2\n Pro", ["Go 2", "Pro"]),
        ("- Go 2\n3) Go 3\n* Go 2", ["Go 2", "Go 3"]),
        ("```\nGo 2\n```", ["Go 2"]),
        ("```go\nGo 2\n  ~~~~", ["Go 2"]),
        ("``` go 2", ["``` go 2"]),
        ("Go\u200b2", ["Go\u200b2"]),
        (" - Go\u200b2 ", ["- Go\u200b2"]),
        ("Go\u200b", ["Go"]),
        ("Go\n...", ["Go", "..."]),
        ("Go\n…", ["Go", "…"]),
        ("Go\n.", ["Go"]),
        ("a\nb\nc\na", ["a", "b", "c"]),
    ],
)
def test_each_line_is_an_item_once(answer: str, found: list[str]):
    assert items(answer) == found


def test_lines_stay_as_they_were_typed():
    lines = answer_lines(" - a \n\n```\nb", 3, 5, value_rules.TOO_MANY)
    assert lines == [" - a ", "", "b"]


def test_more_items_than_allowed_are_counted():
    assert refused("a\nb\nc\nd") == (value_rules.TOO_MANY, {"limit": 3, "count": 4})


def test_lines_are_only_looked_at_up_to_many_times_the_limit():
    assert items("\n" * (3 * PRECHECK_FACTOR - 1)) == []
    count = 3 * PRECHECK_FACTOR + 1
    assert refused("\n" * (count - 1)) == (value_rules.TOO_MANY, {"limit": 3, "count": count})


def test_a_line_is_only_looked_at_up_to_many_times_the_limit():
    longest = "x" + " " * (5 * PRECHECK_FACTOR - 1)
    assert items(f"a\n{longest}") == ["a", "x"]
    facts = {"received": f"{longest} ", "limit": 5, "length": 41}
    assert refused(f"a\n{longest} ") == (value_rules.TOO_LONG, facts)
