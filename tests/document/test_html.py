"""HTML of the renderer, read part by part."""

from collections.abc import Mapping

import pytest

from bot.document.cmark import render
from bot.document.html import Handler, feed, from_safe, to_safe


class Parts(Handler):
    """Notes each part."""

    def __init__(self) -> None:
        self.found: list[tuple[object, ...]] = []

    def start(self, tag: str, attributes: Mapping[str, str], offset: int) -> None:
        self.found.append(("start", tag, dict(attributes), offset))

    def end(self, tag: str, offset: int) -> None:
        self.found.append(("end", tag, offset))

    def text(self, text: str) -> None:
        self.found.append(("text", text))

    def omitted(self) -> None:
        self.found.append(("omitted",))


def parts(html: str) -> list[tuple[object, ...]]:
    reader = Parts()
    feed(html, reader)
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


@pytest.mark.parametrize("text", ["", "plain é\t\n", "<p>&amp;</p>"])
def test_html_which_is_safe_already(text: str):
    assert to_safe(text) is text
    assert from_safe(text) is text


@pytest.mark.parametrize("text", ["a\0b\x1f", "\x0b\x0c\r\x0e", "é\x08"])
def test_characters_xml_does_not_allow_come_back(text: str):
    safe = to_safe(f"<p>{text}</p>")
    assert from_safe(safe) == f"<p>{text}</p>"
    found = [from_safe(str(part[1])) for part in parts(safe) if part[0] == "text"]
    assert "".join(found) == text


def test_noncharacters_are_replaced():
    assert to_safe("a\ufffeb\uffff") == "a\ufffdb\ufffd"


@pytest.mark.parametrize(
    "text", ["a\x01 *b*", "<x y='", "&#1; &#13; &nbsp;", '`<`\n\n> ![c](d "e")']
)
def test_what_the_renderer_writes_is_well_formed(text: str):
    assert parts(f"<page>{to_safe(render(text).plain)}</page>")[-1][:2] == ("end", "page")
