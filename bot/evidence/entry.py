"""The rows of the list as far as their sources matter."""

from collections.abc import Iterable
from dataclasses import dataclass


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
