"""The text of a page: from HTML by a parser of HTML, from a PDF by pypdf. Runs in a process of its own only."""

import codecs
import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pypdf
from pypdf.errors import PyPdfError
from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_TEXT = 2_000_000  # characters
_MAX_PAGES = 300
_MIN_LETTERS = 200  # with less text the page is made by a script, or is a picture
_NO_TITLES = frozenset({"untitled", "untitled document", "anonymous", "(anonymous)", "unspecified", "unknown"})
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SCRIPTS = frozenset({"script", "style", "template"})
# Elements that end no word. All others do, <sup> above all: with it "2.0" and a footnote would become "2.01".
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data dfn em font i ins kbd mark q s samp small span strong tt u var wbr".split()
)
_SHOWN_ATTRIBUTES = ("alt", "title", "aria-label")
_META = frozenset({"description", "keywords", "og:title", "og:description"})


@dataclass(frozen=True)
class PageText:
    """The words of a page.

    `hidden` are those in its scripts. `is_complete` is False where a word that is not in the text may still be on
    the page.
    """

    text: str
    hidden: str
    title: str | None
    is_complete: bool


class Unreadable(Exception):
    """The page cannot be read; the message is a clause of ours about the reason."""


def read_pdf(body: bytes, seconds: float) -> PageText:
    """The text of a PDF, plain and by its layout, as far as the time goes. Raises Unreadable.

    Either way alone loses words: layout mode what is drawn through a form object, plain mode the rows of tables.
    """
    end = time.monotonic() + seconds
    parts: list[str] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is encrypted")
        title = reader.metadata.title if reader.metadata else None
        for page in reader.pages[:_MAX_PAGES]:
            parts.append(page.extract_text())
            if time.monotonic() > end:
                break
            parts.append(page.extract_text(extraction_mode="layout"))
            if time.monotonic() > end or sum(map(len, parts)) > MAX_TEXT:
                break
    except Unreadable:
        raise
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, LookupError, RecursionError, OSError) as error:
        # pypdf raises all of these for damaged files; the pages before the damage count.
        if not parts:
            raise Unreadable("the PDF is damaged, or of a kind that cannot be read") from error
        title = None
    text = "\n".join(parts)[:MAX_TEXT]
    if not text.strip():
        raise Unreadable("the PDF holds pictures and no text")
    return PageText(text, "", _clean_title(title), is_complete=False)


def read_html(body: bytes, content_type: str) -> PageText:
    """The text of an HTML page with its captions, alternative texts and description."""
    parser = LexborHTMLParser(_decode(body, content_type))
    shown: list[str] = []
    hidden: list[str] = []
    if parser.root is not None:
        for part, is_hidden in _parts(parser.root):
            (hidden if is_hidden else shown).append(part)
    text = "".join(shown)[:MAX_TEXT]
    title = parser.css_first("head > title") or parser.css_first("title")
    is_framed = parser.css_first("iframe, frame, object, embed") is not None
    letters = sum(map(str.isalpha, text[:20_000]))
    return PageText(
        text,
        "".join(hidden)[:MAX_TEXT],
        _clean_title(title.text() if title is not None else None),
        is_complete=letters >= _MIN_LETTERS and not is_framed,
    )


def _parts(root: LexborNode) -> Iterator[tuple[str, bool]]:
    """The pieces of text in the order of the page, each with whether only scripts see it."""
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag
        if node.is_text_node:
            yield node.text_content or "", False
        elif tag in _SCRIPTS:
            yield f" {node.text(deep=True)} ", True
        elif node.is_element_node:
            if tag not in _INLINE:
                yield " ", False
            yield _attributes(node), False
            if node.first_child is not None:
                node = node.first_child
                continue
        while node is not None and node.next is None:
            node = node.parent
            if node is not None and node.tag not in _INLINE:
                yield " ", False
        node = node.next if node is not None else None


def _attributes(node: LexborNode) -> str:
    attributes = node.attributes
    texts = [attributes.get(name) for name in _SHOWN_ATTRIBUTES]
    if node.tag == "meta" and (attributes.get("name") or attributes.get("property") or "").lower() in _META:
        texts.append(attributes.get("content"))
    return "".join(f" {text} " for text in texts if text)


def _decode(body: bytes, content_type: str) -> str:
    names = [name for mark, name in _BOMS if body.startswith(mark)]
    for source in (content_type.encode("ascii", "ignore"), body[:1024]):
        if found := _CHARSET.search(source):
            names.append(found[1].decode("ascii"))
    for name in [*names, "utf-8"]:
        try:
            return body.decode(name)
        except (LookupError, UnicodeError):
            continue
    return body.decode("cp1252", "replace")


def _clean_title(title: str | None) -> str | None:
    words = " ".join((title or "").split())
    return None if words.lower() in _NO_TITLES else words[:200] or None
