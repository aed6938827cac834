"""Cells as read, and as written."""

import pytest

from bot.document.cells import Cell, Link, link_content, text_content
from bot.document.values import shown_cell

LINKS = (Link("a", "https://x.example"), Link("b|*", "https://y.example/(1)"))


def test_a_link_as_a_person_types_it():
    assert str(LINKS[0]) == "[a](https://x.example)"
    assert Cell("a", LINKS).shown == ("a", LINKS)


@pytest.mark.parametrize(
    ("markdown", "label"),
    [(" Saw ", "Saw"), ("![Saw &amp; axe](a.svg)", "Saw & axe"), ("Saw ![axe](a.svg)", "Saw"),
     ("", ""), ("![](a.svg)", "")],
)  # fmt: skip
def test_a_cell_is_called_by_its_text_or_its_picture(markdown: str, label: str):
    assert shown_cell(markdown).label == label


def test_a_cell_of_text():
    content = text_content("a|*b*")
    assert content.markdown == r"a\|\*b\*"
    assert content.shown == ("a|*b*", ())
    assert shown_cell(content.markdown).shown == content.shown


def test_a_cell_with_a_link():
    assert link_content(LINKS[0]).markdown == "[a](https://x.example)"
    content = link_content(LINKS[1])
    assert content.markdown == r"[b\|\*](https://y.example/\(1\))"
    assert content.shown == ("b|*", LINKS[1:])
    assert shown_cell(content.markdown).shown == content.shown
