"""The loader of YAML from a repository, which anybody can change in a pull request."""

from typing import Any

import yaml

_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a Python may be without libyaml
_SAFE_FOR_C = 20_000  # characters; the C loader ends the process on deeply nested text
# What PyYAML raises besides YAMLError: for a value which is not of its kind, such as a date that
# does not exist or `!!bool maybe`, and for nesting too deep for Python.
BAD_VALUE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def safe_loader(text: str | bytes) -> Any:
    """The fastest loader which no text can make end the process."""
    return yaml.SafeLoader if len(text) > _SAFE_FOR_C else _FAST_LOADER
