"""The text of an HTML page, as lines."""

from html.parser import HTMLParser

_STARTS_A_LINE = {"p", "li", "tr", "pre", "h3", "h4", "summary"}


class HtmlLines(HTMLParser):
    """Collects `lines`: paragraphs, list items, table rows.

    Code is put in quotes, the address of a link after its text if it is a whole one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self._addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, an item, a link or code."""
        if tag in _STARTS_A_LINE and self.lines[-1] not in {"", "- "}:
            self.lines.append("")
        if tag == "li":
            self.lines[-1] = "- "
        elif tag == "br":
            self.lines.append("")
        elif tag == "a":
            self._addresses.append(dict(attrs).get("href") or "")
        elif tag == "code":
            self.lines[-1] += '"'

    def handle_endtag(self, tag: str) -> None:
        """End a link or code."""
        if tag == "code":
            self.lines[-1] += '"'
        elif tag == "a" and self._addresses:
            address = self._addresses.pop()
            is_shown = self.lines[-1].endswith(address)
            if address.startswith(("http://", "https://")) and not is_shown:
                self.lines[-1] += f" ({address})"

    def handle_data(self, data: str) -> None:
        """Add text to the line."""
        self.lines[-1] += data.replace("\n", " ")
