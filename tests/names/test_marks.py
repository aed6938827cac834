"""Marks around a name, in front of a line, and without their other half."""

import pytest

from bot.names.marks import (
    is_only_joint,
    without_brackets_around,
    without_bullet,
    without_emphasis,
    without_joint,
    without_marks,
    without_numbers,
)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("– Go", "Go"),
        ("— Go", "Go"),
        ("-Go", "Go"),
        ("•\tGo", "Go"),
        ("•Go", "Go"),
        ("a) Go", "Go"),
        ("B) Go", "Go"),
        ("-40 °C Edition", "-40 °C Edition"),
        ("(e) Go", "(e) Go"),
        ("a)Go", "a)Go"),
        ("## Go", "Go"),
        ("#2 Go", "#2 Go"),
        ("2.0 Go", "2.0 Go"),
    ],
)
def test_a_bullet_in_front(line: str, item: str):
    assert without_bullet(line) == item


@pytest.mark.parametrize(
    "lines",
    [
        ("1.Go", "2.Pro"),
        ("1: Go", "2: Pro"),
        ("1- Go", "2- Pro"),
        ("#1 Go", "#2 Pro"),
        ("(a) Go", "(b) Pro"),
        ("a. Go", "b. Pro"),
        ("I. Go", "II. Pro"),
    ],
)
def test_what_counts_lines_is_no_part_of_them(lines: tuple[str, ...]):
    assert without_numbers(lines) == ["Go", "Pro"]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("1: Go",),
        ("1: Go", "Pro"),
        ("2: Go", "3: Pro"),
        ("1.6 Go", "2.0 Go"),
        ("1-phase Go", "2-phase Go"),
        ("1 Go", "2 Go"),
        ("1:", "2:"),
    ],
)
def test_other_numbers_stay(lines: tuple[str, ...]):
    assert without_numbers(lines) == list(lines)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Go 3)", "Go 3"),
        ("(Go 3", "Go 3"),
        ("( Go 3", "Go 3"),
        ("Go 3 (", "Go 3"),
        ("Go(", "Go"),
        (") Go 3", "Go 3"),
        ("Go 3]", "Go 3"),
        ("[Go 3]", "Go 3"),
        ("[Go] [3]", "[Go] [3]"),
        ("Go 3 -", "Go 3"),
        ("Go 3”", "Go 3"),
        ("“Go 3", "Go 3"),
        ("“Zaptec” Go", "“Zaptec” Go"),
        ("„Zaptec“ Go", "„Zaptec“ Go"),
        ("(e)Box 22 (RFID)", "(e)Box 22 (RFID)"),
        ('Screen 7"', 'Screen 7"'),
        ("Go -22", "Go -22"),
        ("Go -", "Go"),
        ("Go+", "Go+"),
    ],
)
def test_marks_without_their_other_half(typed: str, name: str):
    assert without_marks(typed) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Go",
        "''",
        "****",
        "- -",
        "“a” and “b”",
        "“„Go",
        "**a** b **c**",
        ":car:",
        "a :b:",
        "Go..",
        "Go...",
        "Go Inc.",
        "Go Pro Inc.",
        ")a(",
        "Go S.A.",
        "Go 2.0.",
        "a.b.",
        "Go)(",
        "'Go",
        f"{'x' * 1000},",
    ],
)
def test_marks_which_belong_to_a_name(name: str):
    assert without_marks(name) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("'G'", "G"),
        ("“ Go ”", "Go"),
        ('"“Go”"', "Go"),
        ('""Go""', "Go"),
        ("“Go, ”", "Go"),
        ("„Go“", "Go"),
        ("»Go«", "Go"),
        ("`Go`", "Go"),
        ("**Go**", "Go"),
        ("| Go |", "Go"),
        ("Go |", "Go |"),
        ("Go,", "Go"),
        ("Go ;", "Go"),
        ("Go :", "Go"),
        ("Go abcd.", "Go abcd"),
        ("Go Limited.", "Go Limited"),
        ("Go  -", "Go"),
        ("Go }", "Go"),
        ("] Go", "Go"),
        (")Go", "Go"),
        ("(a)(", "a)("),
        ("[a (b) c", "a (b) c"),
        ("((((((((((Go", "((Go"),
        (f"{'x' * 999},", "x" * 999),
    ],
)
def test_marks_around_a_name(typed: str, name: str):
    assert without_marks(typed) == name


def test_a_line_with_many_bullets():
    assert without_bullet("- " * 8 + "Go") == "Go"
    assert without_bullet("- " * 9 + "Go") == "- Go"
    assert without_bullet("") == ""


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Go", "Go"),
        ("(Go", "(Go"),
        ("Go)", "Go)"),
        ("((Go))", "((Go))"),
        ("(a)(b)", "(a)(b)"),
        ("(Go)", "Go"),
        ("( Go )", "Go"),
    ],
)
def test_brackets_around_all_of_a_name(name: str, inside: str):
    assert without_brackets_around(name) == inside


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("a", "a"),
        ("*", "*"),
        ("**", "**"),
        ("***", "***"),
        ("****", "****"),
        ("**a*", "**a*"),
        ("*a*b*", "*a*b*"),
        ("a*", "a*"),
        ("*a*", "a"),
        ("**a**", "a"),
        ("__a__", "a"),
        ("_ ab _", "ab"),
        ("~~a~~", "a"),
    ],
)
def test_emphasis_around_all_of_a_text(text: str, plain: str):
    assert without_emphasis(text) == plain


@pytest.mark.parametrize(
    ("typed", "name"), [("Zaptec Sense.", "Zaptec Sense"), ("Zaptec Sense..", "Zaptec Sense..")]
)
def test_one_full_stop_ends_a_sentence_and_several_stay(typed: str, name: str):
    assert without_marks(typed) == name


@pytest.mark.parametrize("line", ["and", "Oder", "or", "und", "et", "AND."])
def test_a_line_with_only_an_and(line: str):
    assert is_only_joint(line)


@pytest.mark.parametrize("line", ["", "e", "Y", "Go", "and Go", "."])
def test_a_line_with_more_than_an_and(line: str):
    assert not is_only_joint(line)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("and Go", "Go"),
        ("Go 2 und", "Go 2"),
        ("or Go or", "Go"),
        ("Go 2, and", "Go 2"),
        ("Go X und", "Go X"),
        ("Go and Pro", "Go and Pro"),
        ("OR Go", "OR Go"),
        ("e Go", "e Go"),
        ("and", "and"),
        ("", ""),
    ],
)
def test_a_name_without_the_and_to_another_line(name: str, plain: str):
    assert without_joint(name) == plain
