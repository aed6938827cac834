"""The bot's Markdown as plain text for a terminal, read from GitHub's own rendering."""

from html.parser import HTMLParser

from bot.document.cmark import render_html

_STARTS_A_LINE = {"p", "li", "tr", "pre", "h3", "h4", "summary"}
_QUOTED = {"code"}


class _PlainText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self._addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STARTS_A_LINE and self.lines[-1] not in {"", "- "}:
            self.lines.append("")
        if tag == "li":
            self.lines[-1] = "- "
        if tag == "br":
            self.lines.append("")
        if tag == "a":
            self._addresses.append(dict(attrs).get("href") or "")
        if tag in _QUOTED:
            self.lines[-1] += '"'

    def handle_endtag(self, tag: str) -> None:
        if tag in _QUOTED:
            self.lines[-1] += '"'
        if tag == "a" and self._addresses:
            address = self._addresses.pop()
            is_shown = self.lines[-1].endswith(address)
            if address.startswith(("http://", "https://")) and not is_shown:
                self.lines[-1] += f" ({address})"

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data.replace("\n", " ")


def plain_lines(markdown: str) -> list[str]:
    """The text that a reader of the Markdown sees, as lines: paragraphs, list items, table rows.

    Code is put in quotes, the address of a link after its text if it is a whole one.
    """
    parser = _PlainText()
    parser.feed(render_html(markdown))
    parser.close()
    lines = [" ".join(line.split()) for line in parser.lines]
    return [line for line in lines if line and line != "-"]


def plain_line(markdown: str) -> str:
    """The same on one line."""
    return " ".join(plain_lines(markdown))
