"""Where a setting is in the YAML of list.yml, for messages."""

from collections.abc import Sequence
from typing import Any

import yaml


def message(path: str, line: int, text: str) -> str:
    """One mistake of a file, with its line."""
    return f"{path}:{line}: {text}."


def line_of(node: Any, location: Sequence[str | int]) -> int:
    """The line of a value, or of the nearest one around it; counted from 1."""
    line = 1
    for part in location:
        child = child_of(node, part)
        if child is not None:
            key, node = child
            line = key.start_mark.line + 1
    return line


def child_of(node: Any, part: str | int) -> tuple[Any, Any] | None:
    """The key and the value of a part of a location; None where there is none."""
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part], node.value[part]
    return None
