"""A contributor's mistake as a value: which, where, and the facts that the sentence about it needs."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

Fact = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """One mistake: its code, the label of the field it is in, or None, and facts such as what
    was received.
    """

    code: str
    field: str | None = None
    facts: Mapping[str, Fact] = dataclasses.field(default_factory=dict)
