"""YAML whose values know their line."""

from typing import Any, NamedTuple

import yaml

from bot.shape.yaml_loader import BAD_VALUE, yaml_problem


class InvalidYaml(Exception):
    """Text that is not YAML; `line` counts from 1, and is None where the parser names none."""

    def __init__(self, line: int | None, message: str) -> None:
        super().__init__(message)
        self.line = line


class Located(NamedTuple):
    """A value and the line on which it or its key begins, counted from 1.

    `value` is a dict or list of Located, or a scalar as YAML reads it; `text` is a scalar as it is
    written, without quotes.
    """

    value: Any
    line: int
    text: str = ""

    def get(self, *names: str) -> "Located | None":
        """The value below these keys, one inside the other; None where there is none."""
        located: Located | None = self
        for name in names:
            if located is None or not isinstance(located.value, dict):
                return None
            located = located.value.get(name)
        return located

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
        return _located(loader, node, {}) if node else Located(None, 1)
    except (yaml.YAMLError, *BAD_VALUE) as error:
        raise InvalidYaml(*yaml_problem(error)) from None


def _located(loader: yaml.SafeLoader, node: yaml.Node, known: dict[int, Located]) -> Located:
    """A node with its line; `known` has those of before, since aliases of aliases double."""
    if id(node) in known:
        return known[id(node)]
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        pairs = {}
        for key, value in node.value:
            located = _located(loader, value, known)
            pairs[str(key.value)] = located._replace(line=key.start_mark.line + 1)
        located = Located(pairs, line)
    elif isinstance(node, yaml.SequenceNode):
        located = Located([_located(loader, element, known) for element in node.value], line)
    else:
        located = Located(loader.construct_object(node), line, str(node.value))
    known[id(node)] = located
    return located
