"""From the text of list.yml to a shape; every mistake gets its line and what is allowed."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from bot.errors import ListFileError
from bot.shape.contradictions import contradictions
from bot.shape.lines import line_of, message
from bot.shape.list_file import ListFile
from bot.shape.plain import take_settings
from bot.shape.shape import Shape
from bot.shape.yaml_loader import BAD_VALUE, invalid_yaml, safe_loader


def read_list_file(text: str, path: str) -> ListFile:
    """Read list.yml. Raises ListFileError naming the file, and the line of each mistake."""
    loader = safe_loader(text)
    try:
        node = yaml.compose(text, Loader=loader)
        values = yaml.load(text, loader)  # noqa: S506 both loaders are safe ones
    except (yaml.YAMLError, *BAD_VALUE) as error:
        raise ListFileError(f"{invalid_yaml(path, error)}.") from error
    twice = [message(path, line, f"`{key}` is there twice") for line, key in _duplicate_keys(node)]
    if twice:
        raise ListFileError("\n".join(twice))
    try:
        file = take_settings(ListFile, values)
    except ValueError:
        from bot.shape.judge import judge  # loads pydantic, half the time of a `preview`

        file = judge(values, node, path)
    problems = [message(path, line_of(node, where), text) for where, text in contradictions(file)]
    if problems:
        raise ListFileError("\n".join(problems))
    return file


def bind(file: ListFile, options: Mapping[str, Sequence[str]]) -> Shape:
    """Bind a list file to the options of its forms' fields, by field id."""
    return Shape(file, {field: tuple(words) for field, words in options.items()})


def _duplicate_keys(root: Any) -> list[tuple[int, str]]:
    """The lines and names of repeated keys; PyYAML takes the last one.

    A node with several aliases is looked at once.
    """
    found = []
    seen = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            keys = set()
            for key, value in node.value:
                waiting.append(value)
                if isinstance(key, yaml.ScalarNode):
                    if key.value in keys:
                        found.append((key.start_mark.line + 1, key.value))
                    keys.add(key.value)
    return sorted(found)
