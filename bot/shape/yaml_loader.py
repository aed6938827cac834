"""The loader of YAML from a repository, which anybody can change in a pull request."""

from typing import Any

import yaml

_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a Python may be without libyaml
_SAFE_FOR_C = 20_000  # characters; the C loader ends the process on deeply nested text


def safe_loader(text: str | bytes) -> Any:
    """The fastest loader which no text can make end the process."""
    return yaml.SafeLoader if len(text) > _SAFE_FOR_C else _FAST_LOADER
