"""YAML whose values know their line."""

from dataclasses import dataclass
from typing import Any

import yaml


class InvalidYaml(Exception):
    """Text that is not YAML; `line` counts from 1, and is None where the parser names none."""

    def __init__(self, line: int | None, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Located:
    """A value and the line on which it begins, counted from 1.

    `value` is a dict or list of Located, or a scalar as YAML reads it; `text` is a scalar as it is
    written, without quotes.
    """

    value: Any
    line: int
    text: str = ""

    def get(self, *names: str) -> "Located | None":
        """The value below these keys, one inside the other; None where there is none."""
        found: Located | None = self
        for name in names:
            if found is None or not isinstance(found.value, dict):
                return None
            found = found.value.get(name)
        return found

    @property
    def items(self) -> "list[Located]":
        """The elements of a list; none of anything else."""
        return self.value if isinstance(self.value, list) else []


def read_yaml(data: bytes) -> Located:
    """Read one document. Raises InvalidYaml."""
    # Not the C loader: it dies of text that is nested too deep.
    try:
        loader = yaml.SafeLoader(data)
        node = loader.get_single_node()
        return _located(loader, node) if node else Located(None, 1)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise InvalidYaml(mark.line + 1 if mark else None, str(error.problem)) from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise InvalidYaml(None, " ".join(str(error).split())) from None


def _located(loader: yaml.SafeLoader, node: yaml.Node) -> Located:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        pairs = {str(key.value): _located(loader, value) for key, value in node.value}
        return Located(pairs, line)
    if isinstance(node, yaml.SequenceNode):
        return Located([_located(loader, element) for element in node.value], line)
    return Located(loader.construct_object(node), line, str(node.value))
