"""Lines taken out and put in."""

import pytest

from bot.document.splices import Splice, apply_splices

LINES = ("a\n", "b\r\n", "c\n")


def test_no_splice():
    assert apply_splices(LINES, []) == "a\nb\r\nc\n"
    assert apply_splices(LINES[:2], []) == "a\nb\r\n"
    assert apply_splices(("a\n", "b"), []) == "a\nb"


@pytest.mark.parametrize(
    ("splice", "text"),
    [
        (Splice(0, 0, ("x",)), "x\na\nb\r\nc\n"),
        (Splice(1, 1, ("x", "y")), "a\nx\ny\nb\r\nc\n"),
        (Splice(2, 2, ("x",)), "a\nb\r\nx\r\nc\n"),
        (Splice(1, 2, ("x",)), "a\nx\r\nc\n"),
        (Splice(1, 3, ("x",)), "a\nx\r\n"),
        (Splice(1, 2, ()), "a\nc\n"),
        (Splice(3, 3, ("x",)), "a\nb\r\nc\nx\n"),
    ],
)
def test_a_line_takes_the_line_end_of_the_one_it_replaces_or_that_above(splice: Splice, text: str):
    assert apply_splices(LINES, [splice]) == text


def test_several_splices_count_from_the_lines_before():
    splices = [Splice(0, 1, ()), Splice(3, 3, ("z",)), Splice(1, 2, ("x", "y"))]
    assert apply_splices(LINES, splices) == "x\r\ny\r\nc\nz\n"


def test_the_second_of_two_splices_at_one_line_is_put_above():
    assert apply_splices(LINES, [Splice(1, 1, ("x",)), Splice(1, 1, ("y",))]).startswith(
        "a\ny\nx\n"
    )
    assert apply_splices(LINES, [Splice(1, 2, ()), Splice(1, 1, ("x",))]) == "a\nx\nc\n"


@pytest.mark.parametrize(
    ("splice", "text"),
    [
        (Splice(2, 2, ("x",)), "a\r\nb\r\nx"),
        (Splice(1, 2, ("x",)), "a\r\nx"),
        (Splice(1, 2, ("x", "y")), "a\r\nx\r\ny"),
        (Splice(1, 2, ()), "a"),
        (Splice(1, 1, ("x",)), "a\r\nx\r\nb"),
    ],
)
def test_a_last_line_without_an_end_stays_one(splice: Splice, text: str):
    assert apply_splices(("a\r\n", "b"), [splice]) == text


def test_a_single_line():
    assert apply_splices(("a\n",), [Splice(0, 1, ("x",))]) == "x\n"
    assert apply_splices(("a\r",), [Splice(1, 1, ("x",))]) == "a\rx\r"
