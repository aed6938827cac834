"""The bot's Markdown as plain text for a terminal, read from GitHub's own rendering."""

from collections.abc import Mapping

from bot.document.cmark import render
from bot.document.html import Handler, from_safe

_MARKUP = "\\<>&*[]_~|#\n"
_STARTS_A_LINE = {"p", "li", "tr", "pre", "h3", "h4"}


def plain_lines(markdown: str) -> list[str]:
    """The text of Markdown as readers see it, in lines.

    Code is put in quotes, the address of a link after its text if it is a whole one.
    """
    lines = [" ".join(line.split()) for line in lines_of(render(markdown))]
    return [line for line in lines if line not in {"", "-"}]


def plain_line(markdown: str) -> str:
    """The same for one sentence, on one line."""
    if "``" not in markdown and not any(char in markdown for char in _MARKUP):
        return markdown.replace("`", '"')
    return " ".join(plain_lines(markdown))


def lines_of(html: str) -> list[str]:
    """The text of HTML from GitHub's renderer: paragraphs, list items, table rows."""
    reader = _LineReader()
    reader.feed(f"<page>{html}</page>")
    return reader.lines


class _LineReader(Handler):
    def __init__(self) -> None:
        self.lines = [""]
        self._addresses: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _STARTS_A_LINE and self.lines[-1] not in {"", "- "}:
            self.lines.append("")
        if tag == "li":
            self.lines[-1] = "- "
        elif tag == "br":
            self.lines.append("")
        elif tag == "a":
            self._addresses.append(attributes.get("href", ""))
        elif tag == "code":
            self.lines[-1] += '"'

    def end(self, tag: str) -> None:
        if tag == "code":
            self.lines[-1] += '"'
        elif tag == "a":
            address = self._addresses.pop()
            is_shown = self.lines[-1].endswith(address)
            if address.startswith(("http://", "https://")) and not is_shown:
                self.lines[-1] += f" ({address})"

    def text(self, text: str) -> None:
        self.lines[-1] += from_safe(text).replace("\n", " ")

    def omitted(self, comment: str) -> None:
        pass
