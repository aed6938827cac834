"""Text that is printed so that it steers no terminal and commands no runner."""

import json
from typing import Any

from bot.messages.quoting import visible


def error_line(error: Exception) -> str:
    """What went wrong, on one line."""
    return f"error: {harmless(' '.join(str(error).split()))}"


def printable_json(value: Any, indent: int | None = None) -> str:
    """The value as JSON, with an escape for all that steers a terminal, ends a line, or is a command to a runner."""
    lines = json.dumps(value, ensure_ascii=False, indent=indent).split("\n")
    return "\n".join(map(_escaped, lines)).replace("##[", r"##\u005b")


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)


def harmless(line: str) -> str:
    """The line with nothing that steers a terminal, or that the runner of a workflow takes for a command inside one."""
    return shown(line).replace("##[", "# #[")


def shown(line: str) -> str:
    """The line with all that steers a terminal as code points."""
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in visible(line))
