"""The bot's Markdown as plain text for a terminal, read from GitHub's own rendering."""

_MARKUP = "\\<>&*[]_~|#\n"


def plain_lines(markdown: str) -> list[str]:
    """The text that a reader of the Markdown sees, as lines.

    Code is put in quotes, the address of a link after its text if it is a whole one.
    """
    # HTMLParser takes 5 ms to load, and most sentences do without it.
    from bot.cli.html_lines import HtmlLines
    from bot.document.cmark import render

    text = HtmlLines()
    text.feed(render(markdown))
    text.close()
    lines = [" ".join(line.split()) for line in text.lines]
    return [line for line in lines if line not in {"", "-"}]


def plain_line(markdown: str) -> str:
    """The same for one sentence, on one line."""
    if "``" not in markdown and not any(char in markdown for char in _MARKUP):
        return markdown.replace("`", '"')
    return " ".join(plain_lines(markdown))
