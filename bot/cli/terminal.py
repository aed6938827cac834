"""Text that is printed so that it steers no terminal and commands no runner."""

import json
from pathlib import Path
from typing import Any

from bot.errors import ReadmeError
from bot.local.readme import README
from bot.render.quoting import reveal_invisible


def error_line(error: Exception, readme: Path = README) -> str:
    """What went wrong, on one line; of a broken list with the name of the file that it is in."""
    told = error.format(readme.as_posix()) if isinstance(error, ReadmeError) else str(error)
    return f"error: {escape_control(' '.join(told.split()))}"


def printable_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON, with an escape for all that steers a terminal, ends a line, or is a
    command to a runner.
    """
    lines = json.dumps(value, ensure_ascii=False, indent=indent).split("\n")
    return "\n".join(map(_escaped, lines)).replace("##[", r"##\u005b")


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)


def escape_control(line: str) -> str:
    """The line with nothing that steers a terminal, or that the runner of a workflow takes for a
    command inside one.
    """
    return shown(line).replace("##[", "# #[")


def shown(line: str) -> str:
    """The line with all that steers a terminal as code points."""
    if line.isprintable():
        return line
    return "".join(
        char if char.isprintable() else f"<U+{ord(char):04X}>" for char in reveal_invisible(line)
    )
