"""Lines of a text as GitHub counts them, each with its own line end."""

import re

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    """Split at LF, CRLF and CR only; joined again the lines are the text, byte for byte."""
    return _LINE.findall(text)


def line_end(line: str) -> str:
    """The line end of one line: empty for a last line without."""
    return line[len(line.rstrip("\r\n")) :]
