"""Links to headings, followed where an edit moves an anchor."""

import pytest

from bot.document.document import Document
from bot.document.heading_links import (
    MovedAnchor,
    anchor_span,
    entry_line,
    follow_anchors,
    follow_headings,
    item_end,
    list_marker,
    moved_anchors,
    with_anchor,
)
from bot.document.parse import parse
from bot.document.segment import LinkItem
from bot.document.splices import apply_splices
from tests.games import TEXT, games, games_shape


def page(text: str) -> Document:
    return parse(text, games_shape())


def followed(text: str) -> str:
    """The text once the anchor `b` is `b-1`, and `é` is `e`."""
    moved = {"b": MovedAnchor("b", "b", "b-1"), "é": MovedAnchor("é", "é", "e")}
    document = page(text)
    return apply_splices(document.lines, follow_anchors(document, moved))


def test_no_anchor_moves():
    document = games()
    anchors = list(document.anchors.values())
    assert moved_anchors(document, anchors) == {}
    assert follow_anchors(document, {}) == []
    assert follow_headings(document, document) == []


def test_the_anchors_which_differ():
    document = page("# a\n\n# b\n")
    assert moved_anchors(document, ["a", "c"]) == {"b": MovedAnchor("b", "b", "c")}


@pytest.mark.parametrize(
    "text",
    [
        "#b\n",
        "# b\n",
        "[a](#a)\n",
        "[b](#b-1)\n",
        "[b](b)\n",
        "[b](x#b)\n",
        "see [#b]\n",
        "href=#bc\n",
    ],
)
def test_other_links_stay(text: str):
    assert followed(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[b](#b)\n", "[b](#b-1)\n"),
        ("[b]( <#b>) and [b](#b 'c')\r\n", "[b]( <#b-1>) and [b](#b-1 'c')\r\n"),
        ("[x]: #b\n[y]: <#b>\n", "[x]: #b-1\n[y]: <#b-1>\n"),
        (
            "<a href=\"#b\"> <a href='#b'> <a href=#b>\n",
            "<a href=\"#b-1\"> <a href='#b-1'> <a href=#b-1>\n",
        ),
        ("[é](#%C3%A9) [é](#&eacute;) [é](#é)", "[é](#e) [é](#e) [é](#e)"),
        ("a\n\n[b](#b) [a](#a)\n", "a\n\n[b](#b-1) [a](#a)\n"),
        ("[b](#b) X\n", "[b](#b-1) X\n"),
    ],
)
def test_links_follow(text: str, after: str):
    assert followed(text) == after


def test_links_follow_headings_which_change_places():
    text = TEXT.replace("1990 |\n", "1990 |\n\n#### Old\n\n[o](#old)\n").replace(
        "1986 |\n", "1986 |\n\n#### Old\n\n[o](#old-1) [l](#license)\n"
    )
    turned = games(text.replace("Amiga", "?").replace("Nes", "Amiga").replace("?", "Nes"))
    lines = apply_splices(turned.lines, follow_headings(games(text), turned)).splitlines()
    assert [line for line in lines if "[o]" in line] == ["[o](#old-1)", "[o](#old) [l](#license)"]


def test_links_stay_where_their_heading_is_in_another_section():
    before = games(TEXT.replace("1990 |\n", "1990 |\n\n#### Old\n"))
    after = games(f"{TEXT}\n#### Old\n\n[o](#old)\n")
    assert follow_headings(before, after) == []


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("", ""),
        ("a", ""),
        ("-a", ""),
        ("- [a](#a)", "- "),
        ("  *  [a](#a)", "  *  "),
        ("> 12. + a", "> 12. + "),
        ("1)\ta", "1)\t"),
        ("-", ""),
    ],
)
def test_the_marks_in_front_of_an_item(line: str, marker: str):
    assert list_marker(line) == marker


def only_entry(text: str) -> tuple[Document, LinkItem]:
    document = page(text)
    (entry,) = document.page.link_items
    return document, entry


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("- [a](#b)", "b"),
        ("1. **[a \\] c]( <#b> 'title')**", "b"),
        ("- [a](#%C3%A9 'b')", "%C3%A9"),
        ("- [a](#&eacute;)", "&eacute;"),
    ],
)
def test_the_anchor_of_an_entry_in_its_line(line: str, anchor: str):
    document, entry = only_entry(line)
    span = anchor_span(line, entry)
    assert span
    assert line[span] == anchor
    assert with_anchor(document, entry, "new") == line.replace(anchor, "new")


@pytest.mark.parametrize("line", ["- [a][b]\n\n[b]: #b", "- [`a](#c)`](#b)", "- <a@b.example>"])
def test_a_link_which_is_written_differently(line: str):
    document, entry = only_entry(line)
    assert anchor_span(line, entry) is None
    assert with_anchor(document, entry, "new") is None


def test_the_line_end_is_no_part_of_the_new_line():
    document, entry = only_entry("- [a](#b) c\r\n")
    assert with_anchor(document, entry, "new") == "- [a](#new) c"
    document, entry = only_entry("- [a](#b)  \n  c\n")
    assert with_anchor(document, entry, "new") == "- [a](#new)  "


def test_letters_at_the_end_of_a_line_stay():
    document, entry = only_entry("a\n\n- [a](#b) X\n")
    assert with_anchor(document, entry, "new") == "- [a](#new) X"


def test_a_new_entry_is_indented_as_the_one_near_it():
    document, entry = only_entry("x\n\n-  [a](#b)\n")
    assert entry_line(document, entry, "c*", "d") == r"-  [c\*](#d)"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("- [a](#b)", 1),
        ("- [a](#b)\n\n\n", 1),
        ("- [a](#b)\n  c\n\n  d\n\n\ne", 4),
        ("x\n\n- [a](#b)\n  - c\n\n", 4),
        ("- [a](#b)\nlazy\n\nc", 2),
    ],
)
def test_the_end_of_an_item(text: str, end: int):
    assert item_end(*only_entry(text)) == end
