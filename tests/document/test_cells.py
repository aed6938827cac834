"""Cells as read, and as written."""

from bot.document.cells import Cell, Link, links_content, text_content
from bot.document.values import shown_cell

LINKS = (Link("a", "https://x.example"), Link("b|*", "https://y.example/(1)"))


def test_a_link_as_a_person_types_it():
    assert str(LINKS[0]) == "[a](https://x.example)"
    assert Cell("a", LINKS).shown == ("a", LINKS)


def test_a_cell_of_text():
    content = text_content("a|*b*")
    assert content.markdown == r"a\|\*b\*"
    assert content.shown == ("a|*b*", ())
    assert shown_cell(content.markdown).shown == content.shown


def test_a_cell_of_links():
    assert links_content([]).shown == ("", ())
    assert links_content(iter(LINKS[:1])).markdown == "[a](https://x.example)"
    content = links_content(LINKS)
    assert content.markdown == r"[a](https://x.example) \| [b\|\*](https://y.example/\(1\))"
    assert content.shown == ("a | b|*", LINKS)
    assert shown_cell(content.markdown).shown == content.shown
