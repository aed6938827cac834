"""Lines of a text as GitHub counts them, each with its own line end."""

from collections import Counter
from functools import lru_cache
from io import StringIO
from itertools import pairwise

from bot.errors import ReadmeError


@lru_cache(maxsize=4)
def split_lines(text: str) -> tuple[str, ...]:
    """Split at LF, CRLF and CR only; joined again the lines are the text, byte for byte."""
    return tuple(StringIO(text, newline=""))


def line_end(line: str) -> str:
    """The line end of one line: empty for a last line without."""
    return line[len(line.rstrip("\r\n")) :]


def indentation(line: str) -> int:
    """The number of spaces and tabs at the start of a line, skipped by GitHub."""
    return len(line) - len(line.lstrip(" \t"))


def new_lines(before: str, after: str) -> set[int]:
    """The numbers of new lines, and of those below another line than before."""
    known = Counter(pairwise(("", *split_lines(before))))
    found = set()
    for number, pair in enumerate(pairwise(("", *split_lines(after))), start=1):
        known[pair] -= 1
        if known[pair] < 0:
            found.add(number)
    return found


def decode(data: bytes) -> str:
    """The text of README.md. Raises ReadmeError with the line when it is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ReadmeError(data[: error.start].count(b"\n") + 1, "this line is not UTF-8.") from None
