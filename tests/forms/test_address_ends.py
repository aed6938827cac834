"""Where an address ends in a line."""

import pytest

from bot.forms.address_ends import (
    encode_in_angle_brackets,
    end_of_cut_file,
    end_of_cut_link,
    end_of_marks,
    is_file_name,
    until_bracket,
    without_marks_after,
)

A = "https://x.example/a"


@pytest.mark.parametrize("word", ["manual.PDF", "a.b.html", "https://x.example/a.zip"])
def test_a_word_with_a_known_ending_is_a_file(word: str):
    assert is_file_name(word)


@pytest.mark.parametrize("word", ["pdf", "manual.pdf2", "a manual.pdf", "x.example", ""])
def test_another_word_is_no_file(word: str):
    assert not is_file_name(word)


@pytest.mark.parametrize(
    "line", [A, "[a](https://x.example/b c)", "<https://x.example/b c>", "[a](<b c>)"]
)
def test_spaces_outside_of_a_link_in_angle_brackets_stay(line: str):
    assert encode_in_angle_brackets(line) == line


def test_spaces_of_a_link_in_angle_brackets_are_encoded():
    line = "a b [c d](<https://x.example/e f g>) [h]( <HTTPS://x.example/i j>)"
    encoded = "a b [c d](<https://x.example/e%20f%20g>) [h]( <HTTPS://x.example/i%20j>)"
    assert encode_in_angle_brackets(line) == encoded


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/(e)",
        A,
        f"{A}/",
        f"{A}_(b)",
        f"{A}[0]",
        f"{A}?b",
        f"{A}-",
        f"{A}(b)c",
        f"{A}*",
        f"{A}_",
    ],
)
def test_an_address_of_its_own_stays_whole(address: str):
    assert without_marks_after(address, "see ") == address


@pytest.mark.parametrize(
    ("address", "before"),
    [
        (f"{A}.", ""),
        (f"{A}),", "("),
        (f"{A}）。", "（"),
        (f"{A}]", "["),
        (f"{A}}}", ""),
        (f"{A}**", "**"),
        (f"{A}__", ""),
        (f"{A}*", "see *"),
        (f"{A}_.", "_"),
        (f'{A}".', '"'),
        (f"{A}|", "| "),
        (f"{A}....", ""),
        (f"{A})))))))", "((((((("),
    ],
)
def test_marks_of_a_sentence_are_no_part_of_an_address(address: str, before: str):
    assert without_marks_after(address, before) == A


def test_only_emphasis_in_front_of_an_address_ends_after_it():
    assert without_marks_after(f"{A}*", "*") == A
    assert without_marks_after(f"{A}/*", "and/*") == f"{A}/"
    assert without_marks_after(f"{A}**", "see ") == A
    assert without_marks_after(f"{A}___", "") == A
    for whole in (f"{A}/__init__", f"{A}/**b**"):
        assert without_marks_after(whole, "see ") == whole
    assert without_marks_after(f"{A}/", "and/") == f"{A}/"


def test_brackets_beyond_all_measure_stay():
    assert without_marks_after(f"{A}{')' * 10}", "") == f"{A}{')' * 2}"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (A, A),
        (f"{A}((b))", f"{A}((b))"),
        (f"{A})", A),
        (f"{A}_(b)) (c)", f"{A}_(b)"),
        (f"{A}(", f"{A}("),
        (")", ""),
    ],
)
def test_the_bracket_that_was_not_opened_ends_a_link(text: str, address: str):
    assert until_bracket(text) == address


@pytest.mark.parametrize(
    ("after", "is_link", "count"),
    [
        ("", False, 0),
        (") b", False, 0),
        ("> b", False, 1),
        ("> b", True, 1),
        (" b)", True, 0),
        (") b", True, 1),
        (">) b", True, 2),
        (' > "c" ) b', True, 8),
        (" 'c') b", True, 5),
        (" (c)) b", True, 5),
        (' "c) b', True, 0),
    ],
)
def test_the_marks_of_a_link_are_after_its_address(after: str, is_link: bool, count: int):
    assert end_of_marks(A + after, len(A), is_link=is_link) == len(A) + count


@pytest.mark.parametrize("after", [")", ' "b")', " ", "", " ) b", "  )"])
def test_a_whole_link_is_not_cut(after: str):
    assert end_of_cut_link(f"[a]({A}{after}", 4, 4 + len(A)) == 0


@pytest.mark.parametrize(("after", "rest"), [(" b)", " b"), (" b_(c)) d", " b_(c)"), (" b", " b")])
def test_a_link_cut_by_a_space_goes_on_to_its_bracket(after: str, rest: str):
    text = f"[a]({A}{after}"
    assert text[: end_of_cut_link(text, 4, 4 + len(A))] == f"[a]({A}{rest}"


@pytest.mark.parametrize(
    "line",
    [
        f"{A} b",
        f"{A}.pdf b.pdf",
        f"{A}, b.pdf",
        "https://x.example b.pdf",
        f"{A} | b.pdf",
        f"{A} / b.pdf",
        f"{A} + b.pdf",
        f"{A} https://y.example/b.pdf",
        f"{A}  b.pdf",
        f"{A} b c d e f.pdf",
    ],
)
def test_an_address_without_a_file_after_it_is_whole(line: str):
    assert end_of_cut_file(line, 0, len(line.split(" ", maxsplit=1)[0])) == 0


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        (f"{A} b.pdf", f"{A} b.pdf"),
        (f"{A} b c d.pdf e", f"{A} b c d.pdf"),
        (f"{A} b c d e.pdf", f"{A} b c d e.pdf"),
        (f"{A} b.pdf.", f"{A} b.pdf"),
        (f"({A} b.pdf) (c)", f"({A} b.pdf"),
        (f"{A} (b).pdf", f"{A} (b).pdf"),
        (f"({A} b).pdf) (c)", f"({A} b).pdf"),
    ],
)
def test_a_name_of_a_file_with_spaces_is_found_to_its_end(line: str, whole: str):
    start = line.index("h")
    assert line[: end_of_cut_file(line, start, start + len(A))] == whole
