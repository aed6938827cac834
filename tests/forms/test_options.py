"""Answers which choose among the options of a field."""

import pytest

from bot.forms.options import (
    MAX_CHOICES,
    is_only_options,
    meant_choice,
    read_choices,
    split_words,
)
from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, Problem
from bot.shape.list_file import ListFile
from bot.shape.load import bind
from bot.shape.plain import take_settings
from bot.shape.shape import ColumnShape
from tests.charger_list import OPTIONS, SHAPE

WAYS = OPTIONS["communication"]


def column(kind: str, *options: str, **shown: str) -> ColumnShape:
    """A column of another list with these options."""
    free = {"kind": kind, "field": "free", "shown": shown}
    columns = {"Name": {"kind": "name", "field": "name"}, "Free": free}
    file = {"entry": "tool", "columns": columns, "forms": {"add": "add.yml"}}
    return bind(take_settings(ListFile, file), {"free": list(options)}).columns[1]


def charger_column(field: str) -> ColumnShape:
    found = SHAPE.column_of_field(field)
    assert found
    return found


FREE = column("yes/no", "Yes", "No", Yes="✓", No="✗")
PLACES = column("choices", "At home", "At work, or near it", "n/a", "On/off")
COMMUNICATION = charger_column("communication")
VERSIONS = charger_column("ocpp_versions")


def errors_of(asked: ColumnShape, answer: str) -> list[Problem]:
    with pytest.raises(FieldErrors) as raised:
        read_choices(asked, answer)
    return list(raised.value.args)


@pytest.mark.parametrize(
    ("answer", "option"),
    [("Y", "Yes"), ("n", "No"), ("true", "Yes"), ("✅", "Yes"), ("❌", "No"), ("✗", "No")],
)
def test_yes_and_no_in_other_words(answer: str, option: str):
    assert read_choices(FREE, answer) == (option,)


@pytest.mark.parametrize("answer", ["x", "maybe", "yes no", "yes, no", "yes\nno"])
def test_what_is_neither_yes_nor_no(answer: str):
    assert {error.rule for error in errors_of(FREE, answer)} == {value_rules.UNKNOWN_CHOICE}


def test_several_options_where_one_is_asked_for():
    facts: dict[str, Fact] = {"received": "yes, no", "allowed": ("Yes", "No"), "suggestion": ""}
    assert errors_of(FREE, "yes, no") == [Problem(value_rules.UNKNOWN_CHOICE, facts=facts)]


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("Cloud", "Cloud"),
        ("direct\ncloud", "Cloud Direct"),
        ("- Direct; cloud / CLOUD", "Cloud Direct"),
        ("Direct, none", "Direct"),
        ("☁ cloud", "Cloud"),
        ("☁\ufe0eCLOUD ☁\ufe0f", "Cloud"),
        ("🔌\ufe0f Direct, cloud", "Cloud Direct"),
        ("cloud and direct", "Cloud Direct"),
        ("Direct + Cloud", "Cloud Direct"),
        ("🔌 Direct und ☁️ Cloud", "Cloud Direct"),
        ("Direct.", "Direct"),
        ("n/a", ""),
        ("????", ""),
    ],
)
def test_options_are_read_once_in_the_order_of_the_form(answer: str, chosen: str):
    assert read_choices(COMMUNICATION, answer) == tuple(chosen.split())


@pytest.mark.parametrize(
    "answer",
    [
        "!Cloud",
        "100% Direct",
        "C-l-o-u-d",
        "🔌 Cloud",
        "🚫 Direct",
        "Cloud?",
        "☁",
        "CloudCloud",
    ],
)
def test_another_word_is_no_option(answer: str):
    (error,) = errors_of(COMMUNICATION, answer)
    assert error.rule is value_rules.UNKNOWN_CHOICE
    assert (error.facts["received"], error.facts["allowed"]) == (answer, WAYS)


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("Cloud or Direct", "Cloud, Direct"),
        ("Direct Cloud", "Cloud, Direct"),
        ("both Cloud and Direct", "Cloud, Direct"),
        ("both", "Cloud, Direct"),
        ("Direct (LAN)", "Direct"),
        ("Direct via Wi-Fi", "Direct"),
        ("Cloud only", "Cloud"),
        ("Cloud-based", "Cloud"),
        ("direct (ws://)", "Direct"),
        ("Direct, but only via the app", ""),
        ("no cloud", ""),
        ("Cloud and 4G", ""),
        ("Cloud without Direct", ""),
        ("Direct via Cloud", ""),
        ("Direct planned", ""),
        ("🚫 Direct (LAN)", ""),
    ],
)
def test_options_among_a_few_other_words_are_suggested(answer: str, meant: str):
    suggestions = [error.facts["suggestion"] for error in errors_of(COMMUNICATION, answer)]
    assert suggestions == [meant]


def test_words_after_many_joined_options_are_not_left_out():
    answer = f"{'Cloud and ' * 3}{'Cloud + ' * 3}Direct not yet"
    assert answer[:60].endswith("Direct")
    assert [error.facts["suggestion"] for error in errors_of(COMMUNICATION, answer)] == [""]


def test_of_several_options_none_is_suggested_where_one_is_asked_for():
    (error,) = errors_of(column("choice", "Free", "Paid"), "Free or paid")
    assert error.facts["suggestion"] == ""


def test_the_longest_option_is_the_one_that_is_named():
    asked = column("choices", "Students", "Free for students")
    (error,) = errors_of(asked, "only free for students")
    assert error.facts["suggestion"] == "Free for students"


def test_each_word_that_is_no_option_is_reported():
    found = errors_of(COMMUNICATION, "Clouds, Direct, 4G")
    assert [error.facts["received"] for error in found] == ["Clouds", "4G"]
    assert [error.facts["suggestion"] for error in found] == ["Cloud", ""]


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("At home", ("At home",)),
        ("at work, or near it", ("At work, or near it",)),
        ("At work, or near it, At home", ("At home", "At work, or near it")),
        ("n/a, On/off", ("n/a", "On/off")),
    ],
)
def test_an_option_with_a_separator_is_known_as_a_whole(answer: str, chosen: tuple[str, ...]):
    assert read_choices(PLACES, answer) == chosen


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        ("At work, or near it", "else, at work, or near it"),
        ("On/off", "else, on/off"),
        ("Now; later", "now; later"),
        ("n/a", "n/a"),
    ],
)
def test_one_option_with_a_separator_is_enough(option: str, answer: str):
    asked = column("choices", option, "Else")
    expected = (option, "Else") if answer.startswith("else") else (option,)
    assert read_choices(asked, answer) == expected


def test_of_many_parts_the_last_are_not_taken_apart():
    asked = column("choices", "A, b", "Else")
    (error,) = errors_of(asked, f"{'Else, ' * 5}x")
    assert error.facts["received"] == "Else, x"


def test_an_option_with_a_joining_word_is_known_as_a_whole():
    asked = column("choices", "Home and work", "Else")
    assert read_choices(asked, "Else; home and work") == ("Home and work", "Else")


def test_other_words_for_yes_are_known_only_where_yes_or_no_is_asked_for():
    (error,) = errors_of(column("choice", "Yes", "No", "In part"), "Y")
    assert error.rule is value_rules.UNKNOWN_CHOICE


def test_words_between_options_with_separators_are_asked_about():
    (error,) = errors_of(PLACES, "At home, at sea, n/a")
    assert error.facts["received"] == "at sea"


@pytest.mark.parametrize(
    ("answer", "versions"),
    [("1.6J", "1.6J"), ("2.1, 1.6J, 2.1", "1.6J 2.1"), ("OCPP 2.0.1 and 1.6 SOAP", "1.6S 2.0.1")],
)
def test_versions_are_read_in_the_order_of_the_form(answer: str, versions: str):
    assert read_choices(VERSIONS, answer) == tuple(versions.split())


def test_a_version_that_the_form_does_not_offer_is_refused():
    fewer = charger_column("ocpp_versions")
    offered = bind(SHAPE.file, dict(SHAPE.options) | {"ocpp_versions": ("1.6J", "2.1")})
    asked = offered.column_of_field(fewer.field)
    assert asked
    assert read_choices(asked, "1.6J, 2.1") == ("1.6J", "2.1")
    facts: dict[str, Fact] = {
        "received": "1.6J, 2.0.1",
        "allowed": ("1.6J", "2.1"),
        "suggestion": "",
    }
    error = Problem(value_rules.UNKNOWN_CHOICE, facts=facts)
    assert errors_of(asked, "1.6J, 2.0.1") == [error]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("", []),
        ("none", ["none"]),
        ("a, b; c/d\r\ne", ["a", "b", "c", "d", "e"]),
        ("a,, a ,none,", ["a"]),
        ("- a\n- b", ["a", "b"]),
    ],
)
def test_an_answer_is_split_into_words(answer: str, words: list[str]):
    assert split_words(answer) == words


def test_too_many_words_are_only_counted():
    assert len(split_words(",".join(map(str, range(MAX_CHOICES))))) == MAX_CHOICES
    with pytest.raises(FieldErrors) as raised:
        split_words("a," * MAX_CHOICES)
    assert raised.value.args == (Problem(value_rules.TOO_MANY_CHOICES, facts={"count": 21}),)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("CLOUDY", "Cloud"),
        ("Clou", "Cloud"),
        ("ccclo", ""),
        ("clo", ""),
        ("cloudy" + " " * 55, ""),
        ("work", "At work or near"),
        ("near work", "At work or near"),
        ("home work", ""),
        ("cloud direct", ""),
        ("at", ""),
        ("at home", "At home"),
        ("home at", "At home"),
    ],
)
def test_only_the_one_option_that_must_be_meant_is_suggested(word: str, meant: str):
    assert meant_choice(word, [*WAYS, "At home", "At work or near"]) == meant


def test_a_word_of_60_characters_may_mean_an_option():
    assert meant_choice("a" * 60, ["a" * 61]) == "a" * 61
    assert meant_choice("a" * 61, ["a" * 62]) == ""


@pytest.mark.parametrize(
    ("asked", "text", "is_only"),
    [
        (COMMUNICATION, "Cloud", True),
        (COMMUNICATION, "only Cloud", True),
        (COMMUNICATION, "nur Direct", True),
        (COMMUNICATION, "Cloud and Direct", True),
        (COMMUNICATION, "only", False),
        (COMMUNICATION, "", False),
        (COMMUNICATION, ",", False),
        (COMMUNICATION, "Cloud" + " " * 55, True),
        (COMMUNICATION, "Cloud" + " " * 56, False),
        (column("choices", "A", "B"), ",".join("A" * MAX_CHOICES), True),
        (column("choices", "A", "B"), ",".join("A" * (MAX_CHOICES + 1)), False),
        (COMMUNICATION, "Cloud, app", False),
        (COMMUNICATION, "Cloud required", False),
        (COMMUNICATION, "Cloud " * 20, False),
        (VERSIONS, "1.6J, 2.0.1", True),
        (VERSIONS, "OCPP 1.6 JSON only", True),
        (VERSIONS, "OCPP 2.0.1 certified", False),
        (PLACES, "At work, or near it", True),
        (FREE, "Yes", False),
        (column("choices"), "Yes", False),
    ],
)
def test_options_and_nothing_else(asked: ColumnShape, text: str, is_only: bool):
    assert is_only_options(asked, text) == is_only
