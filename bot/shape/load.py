"""From the text of list.yml to a shape; every mistake gets its line and what is allowed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from bot.errors import ListFileError
from bot.shape.contradictions import contradictions
from bot.shape.lines import line_of, message
from bot.shape.list_file import ListFile
from bot.shape.plain import take_settings
from bot.shape.shape import Shape

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a Python without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


def read_list_file(text: str, path: str) -> ListFile:
    """Read list.yml. Raises ListFileError naming the file, and the line of each mistake."""
    try:
        node = yaml.compose(text, Loader=Loader)
        values = yaml.load(text, Loader=Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ListFileError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error
    doubled = [message(path, line, f"`{key}` is there twice") for key, line in _doubled(node)]
    if doubled:
        raise ListFileError("\n".join(doubled))
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


def _doubled(node: Any) -> Iterator[tuple[str, int]]:
    """The repeated keys of a mapping, with their lines; PyYAML takes the last one."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _doubled(child)
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        if key.value in seen:
            yield key.value, key.start_mark.line + 1
        seen.add(key.value)
        yield from _doubled(value)
