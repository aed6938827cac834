"""Text for a terminal: it steers nothing, commands no runner and fits the width."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import category, east_asian_width

from bot.cli.actions import is_log
from bot.errors import ReadmeError
from bot.render.quoting import escape_unprintable, reveal_invisible

_WIDTH_OF_A_PIPE, _NARROWEST = 100, 20
_EMOJI_SELECTOR = "\N{VARIATION SELECTOR-16}"  # makes the character before it two columns wide
_COLOURS = {"+": "32", "-": "31"}
_BOLD = "1"


def error_line(error: Exception, readme: Path) -> str:
    """The error on one line; an error in the list names `readme` as its file."""
    message = error.format(readme.as_posix()) if isinstance(error, ReadmeError) else str(error)
    return f"error: {escape_control(' '.join(message.split()))}"


def printable_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON; escapes whatever steers a terminal, ends a line or commands a runner."""
    import json  # takes 1.5 ms to load, and few commands print it

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return escape_unprintable(text).replace("##[", r"##\u005b")


def escape_control(line: str) -> str:
    """The line with nothing that steers a terminal or commands the runner of a workflow."""
    return _without_command(reveal_control(line))


def _without_command(line: str) -> str:
    """The line with no command for the runner of a workflow.

    A runner reads `##[command]` anywhere in a line, `::command::` at its start after spaces:
    https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    """
    line = line.replace("##[", "# #[")
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def print_whole(text: str) -> None:
    """Print a text for programs, byte for byte; but no command in the log of a workflow."""
    if is_log(sys.stdout):
        text = "".join(map(_without_command, text.splitlines(keepends=True)))
    print(text, end="")


def reveal_control(line: str) -> str:
    """The line with code points in place of whatever steers a terminal."""
    if line.isprintable():
        return line
    chars = []
    for char in reveal_invisible(line):
        if char.isprintable():
            chars.append(char)
        else:
            chars.append(f"<U+{ord(char):04X}>")
    return "".join(chars)


def pluralize(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def terminal_width() -> int:
    """The columns of the terminal, or 100 where there is none; COLUMNS overrides both.

    As shutil.get_terminal_size, which takes 3 ms to load.
    """
    width = os.environ.get("COLUMNS", "")
    if width.isdecimal() and int(width):
        return max(int(width), _NARROWEST)
    try:
        return max(
            os.get_terminal_size(sys.stdout.fileno()).columns or _WIDTH_OF_A_PIPE, _NARROWEST
        )
    except (OSError, ValueError):  # no terminal, or no file at all
        return _WIDTH_OF_A_PIPE


def columns(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(char: str) -> int:
    """https://www.unicode.org/reports/tr11/ for wide characters; combining marks take none."""
    if char == _EMOJI_SELECTOR:
        return 1
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, indent: str = "") -> Iterator[str]:
    """The text in lines of at most `width` columns, all but the first indented.

    Breaks at spaces, and inside a word only where it is longer than a line. Linear in the text.
    """
    line, used = "", 0
    for position, word in enumerate(text.split(" ")):
        gap = " " if position else ""
        for piece in _pieces(word, width - len(indent)):
            size = columns(piece)
            if used + len(gap) + size > width and line.strip():
                yield line
                line, used, gap = indent, len(indent), ""
            line += gap + piece
            used += len(gap) + size
            gap = ""
    yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    """The word, in pieces of at most `width` columns."""
    start = used = 0
    for end, char in enumerate(word):
        used += _columns_of(char)
        if used > width:
            yield word[start:end]
            start, used = end, _columns_of(char)
    yield word[start:]


def cut(text: str, width: int) -> str:
    """The text, with `…` in place of the rest beyond `width` columns."""
    if columns(text) <= width:
        return text
    return next(_pieces(text, width - 1)) + "…"


def paint(line: str, sign: str = "") -> str:
    """The line in the colour of a diff's sign, or bold for any other, where a terminal shows it.

    https://no-color.org
    """
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return line
    return f"\x1b[{_COLOURS.get(sign, _BOLD)}m{line}\x1b[0m"
