"""The rows of the list as far as their sources matter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

MOST = 10


@dataclass(frozen=True)
class Entry:
    """A row: its line in README.md, counted from 1, its names and sources."""

    line: int
    section: str
    name: str
    addresses: tuple[str, ...] = ()


def entries_by_address(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The rows with each address, in the order of the list."""
    by_address: dict[str, list[Entry]] = {}
    for entry in entries:
        for address in dict.fromkeys(entry.addresses):
            by_address.setdefault(address, []).append(entry)
    return by_address


Aged = tuple[Entry, date]  # a row, and the day of its last change


def longest_unchanged(
    entries: Sequence[Entry], changed: Mapping[int, date], *, without_source: bool = False
) -> list[Aged]:
    """The ten rows longest without a change, the oldest first, or the ten without a source.

    `changed` has the day of the last change of each line; rows without one are left out.
    """
    aged = []
    for entry in entries:
        day = changed.get(entry.line)
        if day and not (without_source and entry.addresses):
            aged.append((entry, day))
    return sorted(aged, key=lambda row: (row[1], row[0].line))[:MOST]
