"""Rows nobody has looked at for long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.evidence.entry import Entry

MOST = 10


@dataclass(frozen=True)
class Aged:
    """A row, and the day of its last change."""

    entry: Entry
    changed: date


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
            aged.append(Aged(entry, day))
    return sorted(aged, key=lambda row: (row.changed, row.entry.line))[:MOST]
