"""Bytes as text."""

import pytest

from bot.document.lines import decode, new_lines
from bot.errors import ReadmeError


def test_the_line_that_is_not_utf_8_is_named():
    assert decode("é\n".encode()) == "é\n"
    for data, line in ((b"\xff", 1), (b"\n\n\xff\n", 3), (b"a\nb\xff\n\xff", 2)):
        with pytest.raises(ReadmeError) as caught:
            decode(data)
        assert str(caught.value) == f"README.md:{line}: this line is not UTF-8."


@pytest.mark.parametrize(
    ("after", "new"),
    [
        ("abcd", set()),
        ("axbcd", {2, 3}),
        ("aBcd", {2, 3}),
        ("acd", {2}),
        ("acbd", {2, 3, 4}),
        ("abbcd", {3}),
        ("abcdabcd", {5, 6, 7, 8}),
        ("", set()),
    ],
)
def test_a_line_is_new_where_it_is_below_another(after: str, new: set[int]):
    assert new_lines("a\nb\nc\nd\n", "".join(f"{line}\n" for line in after)) == new
