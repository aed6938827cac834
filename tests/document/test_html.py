"""HTML of the renderer, read part by part."""

from collections.abc import Mapping

import pytest

from bot.document.cmark import render
from bot.document.html import Handler, from_safe, raw_links, to_safe, without_places


class Parts(Handler):
    """Notes each part."""

    def __init__(self) -> None:
        self.found: list[tuple[object, ...]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.found.append(("start", tag, dict(attributes), self.offset))

    def end(self, tag: str) -> None:
        self.found.append(("end", tag, self.offset))

    def text(self, text: str) -> None:
        self.found.append(("text", text))

    def omitted(self, comment: str) -> None:
        self.found.append(("omitted",))


def parts(html: str) -> list[tuple[object, ...]]:
    reader = Parts()
    reader.feed(html)
    return reader.found


def test_an_element_with_nothing_in_it():
    assert parts("<p></p>") == [("start", "p", {}, 0), ("end", "p", 3)]


def test_parts_come_in_order_with_their_offsets_in_bytes():
    assert parts('<p>é<a href="b&amp;c">d</a><!-- raw HTML omitted --> &lt;e</p>') == [
        ("start", "p", {}, 0),
        ("text", "é"),
        ("start", "a", {"href": "b&c"}, 5),
        ("text", "d"),
        ("end", "a", 24),
        ("omitted",),
        ("text", " <e"),
        ("end", "p", 59),
    ]


def test_html_without_places():
    html = render("# a\n\n> [b](#c)")
    assert '<h1 data-sourcepos="1:1-1:3">' in html
    plain = '<h1>a</h1>\n<blockquote>\n<p><a href="#c">b</a></p>\n</blockquote>\n'
    assert without_places(html) == plain
    assert without_places(plain) == plain


@pytest.mark.parametrize("text", ["", "plain é\t\n", "<p>&amp;</p>"])
def test_html_which_is_safe_already(text: str):
    assert to_safe(text.encode()) == text
    assert from_safe(text) is text


@pytest.mark.parametrize("text", ["a\0b\x1f", "\x0b\x0c\r\x0e", "é\x08"])
def test_characters_xml_does_not_allow_come_back(text: str):
    safe = to_safe(f"<p>{text}</p>".encode())
    assert from_safe(safe) == f"<p>{text}</p>"
    found = [from_safe(str(part[1])) for part in parts(safe) if part[0] == "text"]
    assert "".join(found) == text


def test_noncharacters_are_replaced():
    for text in ("a\ufffe", "a\uffff"):
        assert to_safe(text.encode()) == "a\ufffd"


@pytest.mark.parametrize(
    "text", ["a\x01 *b*", "<x y='", "&#1; &#13; &nbsp;", '`<`\n\n> ![c](d "e")']
)
def test_what_the_renderer_writes_is_well_formed(text: str):
    assert parts(f"<page>{render(text)}</page>")[-1][:2] == ("end", "page")


@pytest.mark.parametrize(
    ("markdown", "links"),
    [
        ("", []),
        ("plain < text", []),
        ('<a href="https://x.example">Saw</a>', [("Saw", "https://x.example")]),
        ("<A target=_blank HREF=https://x.example><b>Saw</b></A>", [("Saw", "https://x.example")]),
        (
            "<a class='x'\nhref='https://x.example/?a=1&amp;b=2'><img src='s.png' alt='Buy &amp; go'></a>",
            [("Buy & go", "https://x.example/?a=1&b=2")],
        ),
        (
            '<a href="https://x.example">Saw</a> or <a href="/y">Axe</a>',
            [("Saw", "https://x.example"), ("Axe", "/y")],
        ),
        ('<a href="https://x.example"><img src="a.png"></a>', [("", "https://x.example")]),
        ('<a name="top"></a>', []),
        ('<a name="top"></a><a href="/y">Axe</a>', [("Axe", "/y")]),
        ('<a href="/y"><img alt="Saw"> <img alt="Axe"></a>', [("Saw Axe", "/y")]),
        ('<abbr href="https://x.example">Saw</abbr>', []),
    ],
)
def test_links_in_raw_html(markdown: str, links: list[tuple[str, str]]):
    assert raw_links(markdown) == links
