"""The cells of one column as values."""

import pytest

from bot.init.values import most_common
from tests.init.reading import column_of


def test_a_column_without_values_has_none():
    column = column_of(["", "-", "N/A"])
    assert column.filled == []
    assert not column.counts
    assert column.share(1) == 0
    assert column.has_gaps
    assert not column_of([]).has_gaps


@pytest.mark.parametrize("cell", ["", "-", "–", "?", "n/a", "None", "TBD", "nil"])
def test_words_for_nothing_are_no_value(cell: str):
    (value,) = column_of([cell]).values
    assert value.is_nothing


@pytest.mark.parametrize("cell", ["x", "0", "[-](https://x.example)", "`-`", "nothing"])
def test_anything_else_is_a_value(cell: str):
    (value,) = column_of([cell]).values
    assert not value.is_nothing


def test_values_are_counted_by_what_is_shown():
    column = column_of(["Free", "**Free**", "Paid", ""])
    assert column.counts == {"Free": 2, "Paid": 1}
    assert column.share(2) == 2 / 3
    assert column.has_gaps


def test_of_several_spellings_the_most_frequent_counts():
    column = column_of(["Free", "**Free**", "**Free**", "-", "n/a", "-"])
    assert column.markdown_of("Free") == "**Free**"
    assert column.markdown_of("Paid") == "Paid"
    assert column.empty == "-"
    assert column_of(["Free"]).empty == ""


def test_a_picture_is_called_by_its_text():
    (value,) = column_of(["![Linux](https://x.example/a.png)"]).values
    assert value.label == "Linux"
    assert value.key.startswith("<img ")
    (other,) = column_of(["![](https://x.example/a.png)"]).values
    assert other.label == ""


def test_a_link_in_html_is_known():
    html = '<A href="https://x.example">a</A>'
    cells = ["[a](https://x.example)", "a<br>b", f"`{html}`", html]
    found = [value.has_html_link for value in column_of(cells).values]
    assert found == [False, False, False, True]


@pytest.mark.parametrize(
    ("cell", "begins"),
    [
        ("[Saw](https://x.example)", True),
        ("[Saw](https://x.example) (Mar 2026)", True),
        ("**[Saw](https://x.example)**", True),
        ('<a href="https://x.example">Saw</a>', True),
        ("The [Saw](https://x.example)", False),
        ("[![Saw](a.png)](https://x.example) Saw", False),
        ("Saw", False),
        ("", False),
    ],
)
def test_a_cell_begins_with_a_link(cell: str, begins: bool):
    (value,) = column_of([cell]).values
    assert value.begins_with_link is begins


def test_the_first_of_equals_is_the_most_common():
    assert most_common([]) == ""
    assert most_common(["b", "a"]) == "b"
    assert most_common(["b", "a", "a"]) == "a"
