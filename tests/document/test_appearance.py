"""What looks like rows or names of the list."""

import pytest

from bot.document.appearance import (
    comparable,
    fenced_lines,
    is_bullet_with,
    is_html_table,
    is_tabbed,
    row_pattern,
    section_name,
    stray_rows,
    table_lines,
    without_count,
)
from bot.document.lines import split_lines
from bot.document.page import Page
from tests.charger_list import SHAPE
from tests.games import TABLE, games_shape


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Model", "model"),
        ("OCPP  Version", "ocppversion"),
        ("⚡ Źaptec :zap: (12 models)", "zaptec"),
        (":+1:", ":+1:"),
        ("⚡️ ", "⚡"),
        ("(3)", "(3)"),
        ("A:b", "ab"),
    ],
)
def test_headings_are_compared_by_their_letters(text: str, letters: str):
    assert comparable(text) == letters


@pytest.mark.parametrize(
    "heading", ["Zaptec", "Zaptec (old)", "Zaptec 2", "(2) Zaptec", "Zaptec(x2)"]
)
def test_a_heading_without_a_count(heading: str):
    assert without_count(heading) == heading


@pytest.mark.parametrize("heading", ["Zaptec (2)", "Zaptec [12] ", "Zaptec(2 models)"])
def test_a_count_is_no_part_of_a_name(heading: str):
    assert without_count(heading) == "Zaptec"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Zaptec", "Zaptec"),
        ("⚡ Zaptec", "Zaptec"),
        ("⚡️ 👍🏽 Charge Amps 🔌 (3)", "Charge Amps"),
        ("Zaptec (3) 🔌", "Zaptec"),
        ("⚡ Charge\N{NO-BREAK SPACE}Amps", "Charge\N{NO-BREAK SPACE}Amps"),
        ("⚡", "⚡"),
        ("⚡Zaptec", "⚡Zaptec"),
        ("Zaptec ®", "Zaptec"),
        ("⚡ Zaptec (2):", "Zaptec"),
        (" Zaptec : :", "Zaptec"),
        (":", ":"),
        ("´ Zaptec", "´ Zaptec"),
        ("+ Zaptec", "+ Zaptec"),
        ("❤️‍🔥🏽\u0301 Zaptec", "Zaptec"),
    ],
)
def test_emoji_around_the_name_of_a_section(heading: str, name: str):
    assert section_name(heading, SHAPE) == name


def test_emoji_may_be_the_name_where_no_entry_begins_with_it():
    assert section_name("⚡ Zaptec (3)", games_shape()) == "⚡ Zaptec"


def test_html_tables():
    for line in ("<table>", "a <TR>", '<td class="a">', "<table"):
        assert is_html_table(line)
    for line in ("", "table", "<tables>", "</table>", "<tdx>"):
        assert not is_html_table(line)


def test_a_bullet_with_a_name_and_more():
    for line in ("- Zaptec Go", "  * **Zaptec Go**", "+\tzaptec go 2", "- _ZAPTEC Go_"):
        assert is_bullet_with("Zaptec", line)
    for line in ("", "Zaptec Go", "- Zaptec", "- Zaptecs Go", "-Zaptec Go", "- The Zaptec Go"):
        assert not is_bullet_with("Zaptec", line)


def test_values_between_tabs():
    for line in ("a\tb\tc", "a\t\tb\t", "a b\tc\td\te"):
        assert is_tabbed(line)
    for line in ("", "a\tb", "\ta\tb", "a\t\t\t"):
        assert not is_tabbed(line)


@pytest.mark.parametrize(
    ("line", "columns", "expected"),
    [
        ("", 3, False),
        ("prose | with a pipe", 3, False),
        ("a | b | c", 3, True),
        ("a | b | c", 4, False),
        ("a | b | c | d", 4, True),
        (r"a \| b | c", 3, False),
        (r"a \| b | c | d", 3, True),
        ("a | b", 2, False),
        ("a | b | c", 2, True),
        ("| a", 5, False),
        ("| a |", 5, True),
        ("> - | a |", 5, True),
        ("* | a |", 5, True),
        ("x | a |", 5, False),
    ],
)
def test_a_line_like_a_row(line: str, columns: int, expected: bool):
    assert (row_pattern(columns).match(line) is not None) is expected


def test_lines_in_fences_and_tables():
    text = f"a\n\n```\nb\n```\n\n    c\n\n~~~\nd\n\n{TABLE}| e | f |\n"
    lines = split_lines(text)
    assert fenced_lines(Page(text), lines) == {3, 4, 5, *range(9, 15)}
    assert table_lines(Page(text)) == set()
    assert table_lines(Page(f"a\n\n{TABLE}| e | f |\n\n{TABLE}\nb")) == {3, 4, 5, 7, 8}


def strays(text: str, start: int = 0, end: int | None = None) -> list[int]:
    lines = split_lines(text)
    last = len(lines) + 1 if end is None else end
    return list(stray_rows(Page(text), lines, start, last, 2))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a | b",
        f"{TABLE}| Go | 1 |\n",
        "```\n| Go | 1 |\n```",
        "<!-- | Go | 1 | -->",
        "  <!-- | Go | 1 | -->",
        "a <!-- b\n| Go | 1 |\n-->",
        "<!--\n| Go | 1 |\n\n| Pro | 2 |\n-->",
        "  <!-- a\n| Go | 1 |\n--> <!-- b --> <!--\n| Pro | 2 |\n-->",
    ],
)
def test_no_stray_rows(text: str):
    assert strays(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("| Go | 1 |", [1]),
        ("| Go | 1 |\n| Pro | 2 |\n\n| Home | 3 |", [1, 4]),
        (f"{TABLE}| Go | 1 |\n\n| Pro | 2 |\n", [5]),
        (f"{TABLE}| Go | <!-- |\n\n| Pro | 2 |\n", [5]),
        ("    | Go | 1 |", [1]),
        ("<!-- a -->\n| Go | 1 |", [2]),
        ("a <!-- b\n-->\n| Go | 1 |\n", [3]),
        ("<!--\n-->\n| Go | 1 |", [3]),
        ("<!-- a --> <!--\n| Go | 1 |\n-->\n| Pro | 2 |", [4]),
    ],
)
def test_of_stray_rows_in_a_row_the_first(text: str, found: list[int]):
    assert strays(text) == found


def test_stray_rows_between_two_lines():
    text = "| a | b |\n\n| c | d |\n\n| e | f |\n"
    assert strays(text, 2, 5) == [3]
    assert strays(text, 3, 6) == [3, 5]
