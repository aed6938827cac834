"""Bytes as text."""

import pytest

from bot.document.lines import decode
from bot.errors import ReadmeError


def test_the_line_that_is_not_utf_8_is_named():
    assert decode("é\n".encode()) == "é\n"
    for data, line in ((b"\xff", 1), (b"\n\n\xff\n", 3), (b"a\nb\xff\n\xff", 2)):
        with pytest.raises(ReadmeError) as caught:
            decode(data)
        assert str(caught.value) == f"README.md:{line}: this line is not UTF-8."
