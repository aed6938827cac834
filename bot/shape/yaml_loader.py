"""The loader of YAML from a repository, which anybody can change in a pull request."""

from typing import Any

import yaml

from bot.errors import at_line
from bot.shape.yaml_words import in_words

_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a Python may be without libyaml
_SAFE_FOR_C = 20_000  # characters; the C loader ends the process on deeply nested text
# What PyYAML raises besides YAMLError: for a value which is not of its kind, such as a date that
# does not exist or `!!bool maybe`, and for nesting too deep for Python.
BAD_VALUE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def yaml_problem(error: Exception) -> tuple[int | None, str]:
    """The line of a mistake in YAML, counted from 1, and what it is; None where none is named."""
    line, problem = None, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        problem = str(error.problem)
        if mark := error.problem_mark or error.context_mark:
            line = mark.line + 1
    return line, in_words(problem)


def invalid_yaml(path: str, error: Exception) -> str:
    """The message for a file with broken YAML."""
    line, problem = yaml_problem(error)
    return f"{at_line(path, line)}: not valid YAML: {problem}"


def safe_loader(text: str | bytes) -> Any:
    """The fastest loader which no text can make end the process."""
    return yaml.SafeLoader if len(text) > _SAFE_FOR_C else _FAST_LOADER
