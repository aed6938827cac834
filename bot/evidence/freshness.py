"""Rows nobody has looked at for long."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.evidence.entry import Entry

MOST = 10


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
