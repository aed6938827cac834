"""Names, notes and reasons: which are refused, and how the others are read."""

import pytest

from bot.forms.values import (
    SECTION_LIMIT,
    name_problems,
    read_name,
    read_notes,
    read_reason,
    read_typed_name,
    read_typed_notes,
)
from bot.names.full_name import NAME_LIMIT
from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, Problem, Rule
from tests.charger_list import SHAPE

MARKS = SHAPE.file.names


def errors_of(answer: str, limit: int = NAME_LIMIT) -> list[Problem]:
    """What is wrong with a name as it was typed."""
    with pytest.raises(FieldErrors) as raised:
        read_typed_name(answer, limit, SHAPE)
    return list(raised.value.args)


@pytest.mark.parametrize(
    "name",
    [
        "Go 2",
        "X" * NAME_LIMIT,
        "Plug & Charge (22 kW) ®",
        "Ладога",
        "चार्जर",
        "ชาร์จ",
        "チャージャー漢字ひらがな",
        "כֹּל",
        "한국",
        "\U00017000\U00017001",
        "Lädt® 7 Ладога",
        "Node.js",
        "2.0",
    ],
)
def test_a_name_stays_as_it_is(name: str):
    assert read_name(name, NAME_LIMIT, MARKS) == name
    assert read_typed_name(name, NAME_LIMIT, SHAPE) == name


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("  Go \t 2 ", "Go 2"),
        ("**Go 2**", "Go 2"),
        ('"Go 2",', "Go 2"),
        ("Plug &amp; Charge", "Plug & Charge"),
        ("Go&#50;", "Go2"),
        ("\u5145\ufe00\u034f\u7535\ufe0f", "\u5145\u7535"),
        ("Zo\u0308", "Zö"),
        ("x" + " " * (8 * NAME_LIMIT - 2) + "y", "x y"),
    ],
)
def test_a_name_is_read_without_what_is_around_it(answer: str, name: str):
    assert read_typed_name(answer, NAME_LIMIT, SHAPE) == name


@pytest.mark.parametrize("answer", ["", " ", "\u200b", "\u2060"])
def test_no_name_is_missing(answer: str):
    assert errors_of(answer) == [Problem(value_rules.MISSING, facts={})]


@pytest.mark.parametrize("answer", ["n/a", "None", "Unknown", "see above"])
def test_a_phrase_in_place_of_a_name_is_refused(answer: str):
    assert errors_of(answer) == [Problem(value_rules.NO_NAME, facts={"received": answer})]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("www.x.example", ""),
        ("https://x.example", ""),
        ("mailto:a", ""),
        ("x.example/go", ""),
        ("a@x.example", ""),
        ("see https://x.example", ""),
        ("Box x.com", "Box"),
        ("Go 2: https://x.example/go", "Go 2"),
        ("Go 2 (www.x.example)", "Go 2"),
    ],
)
def test_an_address_is_no_name(name: str, meant: str):
    facts: dict[str, Fact] = {"received": name, "suggestion": meant}
    assert errors_of(name) == [Problem(value_rules.NAME_IS_ADDRESS, facts=facts)]


@pytest.mark.parametrize("name", ["[Go 2](https://x.example/go)", "[ Go 2 ] ( <go> )"])
def test_the_text_of_a_link_is_suggested(name: str):
    facts: dict[str, Fact] = {"received": name, "suggestion": "Go 2"}
    assert errors_of(name) == [Problem(value_rules.NAME_IS_ADDRESS, facts=facts)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("~~Go 2~~ Go 3", "Go 3"),
        ("Go ~~2~~ 3", "Go 3"),
        ("~~Go 2~~", ""),
        ("~~Go 2~~ unknown", ""),
    ],
)
def test_a_name_with_a_text_struck_out_is_asked_about(name: str, meant: str):
    facts: dict[str, Fact] = {"received": name, "suggestion": meant}
    assert errors_of(name) == [Problem(value_rules.STRUCK_OUT, facts=facts)]


@pytest.mark.parametrize(
    "name", ["![Go](https://x.example/a.png)", '<img width="1" src="a">', "<picture> Go"]
)
def test_a_picture_is_no_name(name: str):
    assert errors_of(name) == [Problem(value_rules.PICTURE, facts={"received": name})]


@pytest.mark.parametrize(
    ("answer", "rule", "facts"),
    [
        ("Zap\ntec", value_rules.SEVERAL_LINES, {"received": "Zap\ntec"}),
        ("Go\u200b2", value_rules.HIDDEN_SPACE, {"received": "Go\u200b2"}),
        ("&", value_rules.NO_LETTERS, {"received": "&"}),
        ("go#2#<", value_rules.FORBIDDEN, {"received": "go#2#<", "characters": "#<"}),
        (
            "Go [EU]",
            value_rules.FORBIDDEN,
            {"received": "Go [EU]", "characters": "[]", "suggestion": "Go (EU)"},
        ),
        ("<>", value_rules.FORBIDDEN, {"received": "<>", "characters": "<>"}),
        ("a zаp", value_rules.MIXED_SCRIPTS, {"received": "a zаp", "word": "zаp"}),
        ("x" * 61, value_rules.TOO_LONG, {"received": "x" * 61, "limit": 60, "length": 61}),
    ],
)
def test_a_name_that_does_not_fit_is_refused(answer: str, rule: Rule, facts: dict):
    assert errors_of(answer, SECTION_LIMIT) == [Problem(rule, facts=facts)]


def test_a_name_is_only_looked_at_up_to_many_times_its_limit():
    name = "x" + " " * 479 + "y"
    facts: dict[str, Fact] = {"received": name, "limit": 60, "length": 481}
    assert errors_of(name, SECTION_LIMIT) == [Problem(value_rules.TOO_LONG, facts=facts)]


def test_all_that_is_wrong_with_a_name_is_reported():
    name = "zаp#" + "x" * 117
    rules = [error.rule for error in errors_of(name)]
    assert rules == [value_rules.TOO_LONG, value_rules.FORBIDDEN, value_rules.MIXED_SCRIPTS]


@pytest.mark.parametrize("letter", ["x", "α", "ж", "7", "x "])
def test_a_mark_upon_what_needs_none_is_forbidden(letter: str):
    facts: dict[str, Fact] = {"received": f"a{letter}\u0335", "characters": "\u0335"}
    assert errors_of(f"a{letter}\u0335")[0] == Problem(value_rules.FORBIDDEN, facts=facts)


@pytest.mark.parametrize("name", ["**Go**", "Go <2>", "n/a", "www.x.example", "Go # 2"])
def test_a_name_in_the_list_is_taken_as_it_is(name: str):
    assert read_typed_name(f" {name} ", NAME_LIMIT, SHAPE, lambda known: known == name) == name


def test_a_name_in_the_list_is_found_without_the_marks_around_it():
    assert read_typed_name("**a#1**", NAME_LIMIT, SHAPE, lambda known: known == "a#1") == "a#1"
    assert read_typed_name("**Go**", NAME_LIMIT, SHAPE, lambda known: known == "Go") == "Go"


def test_without_marks_of_its_list_a_name_may_have_any():
    assert read_name(" a # b ", NAME_LIMIT, None) == "a # b"
    with pytest.raises(FieldErrors):
        read_name("a # b", NAME_LIMIT, MARKS)


def test_the_name_of_a_row_may_be_a_phrase_or_an_address():
    assert read_name("other", NAME_LIMIT, MARKS) == "other"
    with pytest.raises(FieldErrors) as raised:
        read_name(" ", NAME_LIMIT, MARKS)
    assert raised.value.args == (Problem(value_rules.MISSING, facts={}),)


@pytest.mark.parametrize("typed", ["Go 2", "Zaptec Go 2", "x" * 113])
def test_a_name_after_that_of_its_section_is_right(typed: str):
    assert name_problems("Models", "Zaptec", typed, SHAPE) == []


@pytest.mark.parametrize(
    ("typed", "rule", "facts"),
    [
        ("zaptec", value_rules.NAME_IS_SECTION, {"received": "zaptec"}),
        (
            "Go, Zaptec Pro",
            value_rules.SEVERAL_IN_ONE,
            {"received": "Go, Zaptec Pro"},
        ),
        (
            "x" * 114,
            value_rules.TOO_LONG,
            {"received": f"Zaptec {'x' * 114}", "limit": 120, "length": 121},
        ),
    ],
)
def test_a_name_is_judged_after_that_of_its_section(typed: str, rule: Rule, facts: dict):
    assert name_problems("Models", "Zaptec", typed, SHAPE) == [Problem(rule, "Models", facts)]


@pytest.mark.parametrize(
    ("text", "notes"),
    [("", ""), ("-", ""), (" - ", ""), ("a  b ", "a b"), ("--", "--"), ("n/a", "n/a")],
)
def test_notes_are_one_line(text: str, notes: str):
    assert read_notes(text) == notes
    assert read_typed_notes(text) == notes


def test_notes_of_300_characters_fit():
    assert len(read_notes(f" {'x' * 300}")) == 300
    with pytest.raises(FieldErrors) as raised:
        read_notes("x" * 301)
    facts: dict[str, Fact] = {"received": "x" * 301, "limit": 300, "length": 301}
    assert raised.value.args == (Problem(value_rules.TOO_LONG, facts=facts),)


@pytest.mark.parametrize(
    ("answer", "rule", "received"),
    [
        ("a\nb", value_rules.SEVERAL_LINES, "a\nb"),
        (" a\u200bb ", value_rules.HIDDEN_SPACE, "a\u200bb"),
        (" ![a](b) ", value_rules.PICTURE, "![a](b)"),
    ],
)
def test_typed_notes_are_plain_text(answer: str, rule: Rule, received: str):
    with pytest.raises(FieldErrors) as raised:
        read_typed_notes(answer)
    assert raised.value.args == (Problem(rule, facts={"received": received}),)


def test_a_picture_is_looked_for_as_far_as_notes_are_read():
    with pytest.raises(FieldErrors) as raised:
        read_typed_notes(" " * 2400 + "![a](b)")
    assert raised.value.args[0].rule is value_rules.TOO_LONG


@pytest.mark.parametrize("answer", ["It is so.", " Why?\n\nNo. ", "1"])
def test_a_reason_stays_as_it_was_typed(answer: str):
    assert read_reason(answer) == answer


@pytest.mark.parametrize("answer", ["?!", "N/A", " none ", "…"])
def test_a_reason_that_says_nothing_is_asked_for(answer: str):
    with pytest.raises(FieldErrors) as raised:
        read_reason(answer)
    facts = {"received": answer.strip()}
    assert raised.value.args == (Problem(value_rules.NOTHING_SAID, facts=facts),)


@pytest.mark.parametrize("answer", ["", " \n", "\u2060"])
def test_no_reason_is_missing(answer: str):
    with pytest.raises(FieldErrors) as raised:
        read_reason(answer)
    assert raised.value.args == (Problem(value_rules.MISSING, facts={}),)
