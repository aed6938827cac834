"""Marks git leaves in a text it could not merge."""

import pytest

from bot.document.conflict import find_conflict
from bot.rules import list_rules


def line_of_conflict(text: str) -> int | None:
    found = find_conflict(text)
    if found is None:
        return None
    assert found.problem.rule is list_rules.MERGE_CONFLICT
    return found.place.line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n<<<<<< HEAD\nb\n",
        "a\n<<<<<<<< HEAD\nb\n",
        "a <<<<<<< HEAD\n",
        "<<<<<<<HEAD\n",
        "```\n<<<<<<< HEAD\n=======\n>>>>>>> b\n```\n",
        "    <<<<<<< HEAD\n",
        "<!--\n<<<<<<< HEAD\n-->\n",
        "Title\n=======\n\nText\n",
        "![logo](logo.svg)\n=======\n",
        "`list`\n=======\n",
        "`a\n=======\nb`\n",
        "a ![b](c)\n=======\n",
        "||||||| a | b |\n",
        "|||||||\n",
    ],
)
def test_no_conflict(text: str):
    assert line_of_conflict(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> branch\n", 2),
        ("a\n\n<<<<<<<\n", 3),
        ("b\n>>>>>>> branch with spaces\n", 2),
        ("a\n||||||| 1a2b3c\nb", 2),
        ("a\n\n=======\n\nb\n", 3),
        ("- a\n\n=======  \n", 3),
        ("| a | b |\n| - | - |\n| c | d |\n=======\n| e | f |\n", 4),
        ("# a\n=======\n", 2),
        ("Title\n=======\n\n<<<<<<< HEAD\n", 4),
        ("```\n<<<<<<< HEAD\n```\n<<<<<<< HEAD\r\n", 4),
        ("> a\n>>>>>>> b\n", 2),
        ("=======\n<b> </b>\n", 1),
        ("a *b*\n\n- c\n\n  =======\n\n=======\n", 7),
    ],
)
def test_the_first_mark_a_reader_sees(text: str, line: int):
    assert line_of_conflict(text) == line
