"""Titles of pages."""

import pytest

from bot.evidence.answer import MAX_TITLE
from bot.evidence.page_text import clean_title


@pytest.mark.parametrize(
    "title", [None, "", " \n", "Untitled", "(anonymous)", " untitled\ndocument"]
)
def test_what_programs_write_for_no_title_is_none(title: str | None):
    assert clean_title(title) is None


def test_a_title_is_one_line_of_limited_length():
    assert clean_title(" Zaptec\n\t Go 2 ") == "Zaptec Go 2"
    assert clean_title("a" * (MAX_TITLE + 1)) == "a" * MAX_TITLE
