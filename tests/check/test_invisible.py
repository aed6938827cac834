"""Invisible characters."""

import pytest

from bot.check.invisible import find_invisible, invisible_problem, is_invisible_or_odd_space
from bot.rules import row_rules
from tests.games import TEXT, games


def found(text: str) -> list[tuple[int, int, str]]:
    """The line, the column and the character of each."""
    result = []
    for one in find_invisible(games(text)):
        assert one.problem.field is None
        result.append((*one.place, str(one.problem.facts["character"])))
    return result


def test_a_list_without_any():
    assert found("") == []
    assert found(TEXT) == []


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff# Fun",
        "a\u00a0b\u2003c",
        "é\u200dé \u0915\u200c\u0915",
        "\U0001f468\u200d\U0001f469",
        "\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "a\tb\r\nc\u2028d",
    ],
)
def test_what_may_be_meant_outside_of_the_list(text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a\u200bb", [(1, 2, "U+200B")]),
        ("a\n\nb\u202e", [(3, 2, "U+202E")]),
        ("a\ufeff", [(1, 2, "U+FEFF")]),
        ("a\u200db", [(1, 2, "U+200D")]),
        ("é\u200db", [(1, 2, "U+200D")]),
        ("a\x07", [(1, 2, "U+0007")]),
        ("a\U000e0067", [(1, 2, "U+E0067")]),
        ("\u00ad \u00ad\n\u00ad", [(1, 1, "U+00AD"), (1, 3, "U+00AD"), (2, 1, "U+00AD")]),
        ("\U0001f3f4\U000e0067 a\u200b", [(1, 5, "U+200B")]),
    ],
)
def test_what_nobody_means(text: str, places: list[tuple[int, int, str]]):
    assert found(text) == places


def test_in_the_list_any_is_found():
    assert found(TEXT.replace("Elite", "E\u00a0é\u200déy")) == [
        (14, 4, "U+00A0"),
        (14, 6, "U+200D"),
    ]
    assert found(TEXT.replace("## Games", "## Games\u00a0")) == [(8, 9, "U+00A0")]
    assert found(TEXT.replace("## License", "## License\u00a0")) == []


def test_emoji_in_the_list_may_be_joined():
    assert (
        found(TEXT.replace("Elite", "\U0001f468\u200d\U0001f469 \u2764\ufe0f\u200d\U0001f525"))
        == []
    )


def test_odd_spaces():
    for char in " \t\r\na.é":
        assert not is_invisible_or_odd_space(char)
    for char in "\u00a0\u2003\u2028\x85\x1f\u200b\x00":
        assert is_invisible_or_odd_space(char)


@pytest.mark.parametrize(
    ("char", "rule", "name"),
    [
        ("\u00a0", row_rules.ODD_SPACE, "NO-BREAK SPACE"),
        ("\u200b", row_rules.INVISIBLE, "ZERO WIDTH SPACE"),
        ("\x07", row_rules.INVISIBLE, "a control character"),
    ],
)
def test_the_problem(char, rule, name):
    problem = invisible_problem(char, "Notes")
    assert (problem.rule, problem.field) == (rule, "Notes")
    assert problem.facts == {"character": f"U+{ord(char):04X}", "name": name}
