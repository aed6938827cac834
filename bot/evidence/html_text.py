"""The text of an HTML page. Use it only in a process with limits."""

import codecs
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.evidence.page_text import MAX_TEXT, PageText, clean_title

_MIN_LETTERS = 200  # with less text the page is made by a script, or is a picture
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SCRIPTS = frozenset({"script", "style", "template"})
# Elements that end no word. All others do, <sup> too: else "2.0" and a footnote become "2.01".
_INLINE = _SCRIPTS | frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "tt", "u", "var", "wbr",
})  # fmt: skip
_SHOWN_ATTRIBUTES = ("alt", "title", "aria-label")
_META = frozenset({"description", "keywords", "og:title", "og:description"})


def read_html(body: bytes, content_type: str) -> PageText:
    """The text of an HTML page with its captions, alternative texts and description."""
    parser = LexborHTMLParser(_decode(body, content_type))
    shown: list[str] = []
    hidden: list[str] = []
    for node, is_end in _walk(parser.root):
        if node.is_element_node and node.tag not in _INLINE:
            shown.append(" ")
        if is_end:
            continue
        if node.is_text_node:
            shown.append(node.text_content or "")
        elif node.tag in _SCRIPTS:
            hidden.append(f" {node.text()} ")
        elif node.is_element_node:
            shown.append(_attributes(node))
    text = "".join(shown)[:MAX_TEXT]
    title = parser.css_first("head > title, body > title")  # drawings have titles too
    is_framed = parser.css_first("iframe, frame, object, embed") is not None
    letters = sum(map(str.isalpha, text[:20_000]))
    return PageText(
        text,
        "".join(hidden)[:MAX_TEXT],
        clean_title(title.text() if title is not None else None),
        is_complete=letters >= _MIN_LETTERS and not is_framed,
    )


def _walk(root: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """Each node in the order of the page, and again, with True, when its children are over."""
    node = root
    while node is not None:
        yield node, False
        child = None if node.tag in _SCRIPTS else node.first_child
        if child is not None:
            node = child
            continue
        while node is not None:
            yield node, True
            if node.next is not None:
                node = node.next
                break
            node = node.parent


def _attributes(node: LexborNode) -> str:
    attributes = node.attributes
    texts = list(map(attributes.get, _SHOWN_ATTRIBUTES))
    if node.tag == "meta":
        names = {attributes.get("name"), attributes.get("property")}
        if any(name and name.lower() in _META for name in names):
            texts.append(attributes.get("content"))
    return "".join(f" {text} " for text in texts if text)


def _decode(body: bytes, content_type: str) -> str:
    """The text by its byte order mark, the header, its own word, or else UTF-8 or Windows-1252."""
    names = [name for mark, name in _BOMS if body.startswith(mark)]
    for source in (content_type.encode("ascii", "ignore"), body[:1024]):
        names += [name.decode("ascii") for name in _CHARSET.findall(source)[:1]]
    for name in [*names, "utf-8"]:
        try:
            return body.decode(name)
        except (LookupError, UnicodeError):
            continue
    return body.decode("cp1252", "replace")
