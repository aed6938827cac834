"""A comment or the body of a pull request as GitHub shows it: what in it is a link, an element, or alive."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import cmarkgfm
from cmarkgfm.cmark import Options

# What GitHub looks for in text once it is rendered; not in code, and but for the last two not in links:
# https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
_REFERENCE = re.compile(
    r"@[\w-]+|#\w+|\bGH-\d+|\bCVE-\d+|\bGHSA-\w+|\b[0-9a-f]{7,40}\b|(?<!\w)(?:https?|ftp)://",
    re.IGNORECASE,
)
_SIGN = re.compile(r":[\w+-]+:|\$.*\$", re.DOTALL)
_VOID = {"br", "hr", "img", "input"}


class Run(NamedTuple):
    """A stretch of text between tags and comments, and the elements that it is in, from the outermost."""

    text: str
    inside: tuple[str, ...]


class Conversation(HTMLParser):
    """The runs of a text in a conversation, its links as (address, text), its elements and comments."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.runs: list[Run] = []
        self.links: list[str] = []
        self.elements: list[str] = []
        self.comments: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self._open: list[str] = []
        options = (
            Options.CMARK_OPT_UNSAFE
            | Options.CMARK_OPT_FOOTNOTES
            | Options.CMARK_OPT_GITHUB_PRE_LANG
        )
        self.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, options))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(given.pop("href", ""))
        self.attributes += [(f"{tag} {name}", value) for name, value in given.items()]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, tuple(self._open)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(f"<!--{data}-->")

    def texts(self, element: str) -> list[str]:
        """The text of each run that is directly in such an element."""
        return [run.text for run in self.runs if run.inside[-1:] == (element,)]

    def plain(self) -> Iterator[Run]:
        """The runs in which GitHub looks for signs: all but code."""
        return (run for run in self.runs if not {"code", "pre"}.intersection(run.inside))

    def alive(self) -> Iterator[str]:
        """What GitHub would make a mention, a reference, an emoji or a formula."""
        for text, inside in self.plain():
            yield from _SIGN.findall(text)
            if "a" not in inside:
                yield from _REFERENCE.findall(text)
