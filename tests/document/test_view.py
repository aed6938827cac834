"""The parts of a page which are compared before and after an edit."""

import pytest

from bot.document.document import Document
from bot.document.html import without_places
from bot.document.parse import parse
from bot.document.view import (
    OMITTED,
    Token,
    View,
    header_of,
    holds_html,
    rows_of,
    show_the_same,
    view_of,
)
from tests.games import TABLE, TEXT, games, games_shape

ITEM = Token("item", 1, "", "")


def plain(pieces: list[str]) -> list[str]:
    return list(map(without_places, pieces))


def view(text: str = TEXT, labels: dict[str, object] | None = None) -> View:
    return view_of(games(text), {} if labels is None else labels)


def unsectioned(text: str) -> Document:
    without = ("sections: {field: system, name: system}\n", ", add_section: section.yml")
    return parse(text, games_shape(without=without))


def test_the_parts_of_a_list():
    found = view()
    assert [section.name for section in found.sections] == ["Amiga", "Nes"]
    amiga, nes = found.sections
    assert plain([amiga.heading, *amiga.rest]) == ["<h3>Amiga</h3>"]
    assert [rows_of(table) for table in nes.tables] == [
        ("<tr>\n<td>Metroid</td>\n<td>1986</td>\n</tr>",)
    ]
    assert len(rows_of(amiga.tables[0])) == 2
    assert header_of(amiga.tables[0]).count("<th>") == 2
    rest = ["<h1>Fun</h1>", "<h2>Games</h2>", "<h2>License</h2>", "<p>MIT</p>"]
    assert plain(found.rest) == rest


def test_a_list_without_a_row():
    found = view(f"## Games\n\n### Nes\n\n{TABLE}")
    assert found.contents == []
    assert [rows_of(table) for table in found.sections[0].tables] == [()]


def test_what_else_is_in_a_section():
    text = TEXT.replace("### Nes\n", "### Nes\n\nText [a](#amiga).\n").replace(
        "1986 |\n", f"1986 |\n\n#### Old\n\n{TABLE}| Pong | |\n\nMore.\n"
    )
    nes = view(text, {"amiga": "X"}).sections[1]
    assert plain(nes.rest) == ['<p>Text <a href="#X">a</a>.</p>', "<h4>Old</h4>", "<p>More.</p>"]
    assert [len(rows_of(table)) for table in nes.tables] == [1, 1]


def test_a_list_without_sections():
    found = view_of(unsectioned(f"Text\n\n## Games\n\n{TABLE}| Elite | |\n\nBelow.\n"), {})
    (section,) = found.sections
    assert (section.name, section.heading, section.rest) == ("", "", [])
    assert rows_of(section.tables[0]) == ("<tr>\n<td>Elite</td>\n<td></td>\n</tr>",)
    assert plain(found.rest) == ["<p>Text</p>", "<h2>Games</h2>", "<table/>", "<p>Below.</p>"]


def test_pieces_show_the_same_wherever_they_are():
    one, other = view(TEXT.replace("\nMIT", "\n\nMIT")).rest, view().rest
    assert one != other
    assert show_the_same(one, other)
    assert not show_the_same(one, other[:-1])


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("[a](#b)", '<a href="#L">a</a>'),
        ("[a](#c)", '<a href="#c">a</a>'),
        ("[a](#%C3%A9)", '<a href="#E">a</a>'),
        ("[a](#b&amp;c 'd')", '<a href="#A" title="d">a</a>'),
        ("[a](x#b)", '<a href="x#b">a</a>'),
        ('`a` href="#b', "<code>a</code> href=&quot;#b"),
        ("[a](#b) [c](#b)", '<a href="#L">a</a> <a href="#L">c</a>'),
    ],
)
def test_links_lead_to_the_labels_of_their_headings(markdown: str, html: str):
    labels: dict[str, object] = {"b": "L", "é": "E", "b&c": "A"}
    rest = view(TEXT.replace("MIT", markdown), labels).rest
    assert without_places(rest[-1]) == f"<p>{html}</p>"


def tokens(contents: str, labels: dict[str, object] | None = None) -> list[Token]:
    text = f"{contents}\n\n## Games\n\n### Nes\n\n{TABLE}"
    return view(text, labels).contents


def test_a_table_of_contents():
    contents = "- [Games](#games)\n  1. [*Nes*](#nes 'x') new\n- [Web](https://x.example)\n"
    assert tokens(contents, {"nes": ("Nes", 0)}) == [
        Token("item", 1, "", ""),
        Token("link", 1, "#games", "Games"),
        Token("item", 2, "", ""),
        Token("link", 2, "#('Nes', 0)", "Nes", "x"),
        Token("text", 2, "", "new"),
        Token("item", 1, "", ""),
        Token("link", 1, "https://x.example", "Web"),
    ]


def test_texts_and_a_table_among_the_contents():
    found = tokens("Start\n\n- [Games](#games)\n\n| a | b |\n| - | - |\n\nEnd\n")
    texts = [token.text for token in found if not token.text.startswith("<")]
    assert texts == ["Start", "", "Games", "a", "b", "End"]


def test_a_table_of_contents_is_the_same_however_it_is_spaced():
    close = "- [Games](#games)\n- [Nes](#nes)\n"
    assert tokens(close) == tokens(close.replace("\n-", "\n\n-"))
    assert tokens(close) == tokens(close.replace("[Nes](#nes)", "**[Nes](#nes)**"))
    assert tokens(close) != tokens(close.replace("- [N", "  - [N"))


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("- `a`", [ITEM, Token("text", 1, "", "<code>"), Token("text", 1, "", "a")]),
        ("- a\x01", [ITEM, Token("text", 1, "", "a\x01")]),
        ("- <b>", [ITEM, Token("text", 1, "", OMITTED)]),
        ("- [a<b>c\x01](#d)", [ITEM, Token("link", 1, "#d", "ac\x01")]),
        ("***", [Token("text", 0, "", "<hr>")]),
    ],
)
def test_other_things_in_the_contents(more: str, found: list[Token]):
    assert tokens(f"- [Nes](#nes)\n{more}\n")[2:] == found


def holds(text: str, place: int = 1) -> bool:
    document = games(TEXT.replace("### Nes\n", f"### Nes\n\n{text}\n"))
    section = document.sections[place]
    return holds_html(document, section, section.end)


@pytest.mark.parametrize(
    "text",
    ["", "Text.", "<!-- a comment -->", "<!-- <div> -->", "a < b", "&lt;div>", "a <<!-- a -->b>"],
)
def test_no_html(text: str):
    assert not holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "<div>",
        "a <b>",
        "</details>",
        "<!-- a --><p>",
        "<!-- a --><p>-->",
        "<?php ?>",
        "<!DOCTYPE a>",
    ],
)
def test_html(text: str):
    assert holds(text)
    assert not holds(text, 0)


def test_html_elsewhere_is_not_that_of_a_section():
    text = TEXT.replace("# Fun\n", "# Fun\n\n<b>\n").replace("MIT", "<b>MIT")
    for inside in ("`<b>`", "<!-- a -->"):
        document = games(text.replace("### Nes\n", f"### Nes\n\n{inside}\n"))
        section = document.sections[1]
        assert not holds_html(document, section, section.end)


def test_html_in_rows_and_below():
    text = TEXT.replace("| Elite |", "| <b>Elite |").replace("MIT", "<b>MIT")
    document = games(text)
    for section in document.sections:
        assert not holds_html(document, section, section.end)
    assert holds_html(document, document.sections[1], len(document.lines) + 1)
