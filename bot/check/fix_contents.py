"""Fixes of the table of contents."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from bot.check.contents import ContentsReading, EntryFix, Resolved
from bot.document.document import Document
from bot.document.heading_links import entry_line, item_end, list_marker, with_anchor
from bot.document.segment import LinkItem
from bot.document.splices import Splice

Filling = Mapping[int, tuple[LinkItem, LinkItem]]  # by line: the entry there, and the one to be


def fix_links(document: Document) -> Iterator[Splice]:
    """Give entries the anchor they mean, and take out those there twice."""
    gone: set[int] = set()
    for correction in ContentsReading(document).corrections:
        entry = correction.entry
        if correction.repeats:
            line = _redundant_entry(document, correction, gone)
            if line:
                gone.add(line)
        else:
            fixed = with_anchor(document, entry, correction.anchor)
            if fixed:
                yield Splice(entry.line - 1, entry.line, (fixed,))
    for line in gone:
        yield Splice(line - 1, line, ())


def _redundant_entry(document: Document, correction: EntryFix, gone: set[int]) -> int | None:
    """The line of the one of two entries of one text in one list with nothing below it."""
    first, second = correction.repeats, correction.entry
    if first is None or (first.text, first.outermost) != (second.text, second.outermost):
        return None
    if not (first.is_plain and second.is_plain):
        return None
    candidates = [second]
    if first.anchor == second.anchor and first.line not in gone:
        candidates.append(first)
    for entry in candidates:
        if item_end(document, entry) == entry.line:
            return entry.line
    return None


def add_entries(document: Document) -> Iterator[Splice]:
    """Put missing entries among those of the other headings in the same part of the page."""
    reading = ContentsReading(document)
    parents = _parents(document)
    siblings: dict[tuple[int, int], list[Resolved]] = defaultdict(list)
    for resolved in reading.resolved:
        siblings[parents[resolved.heading.line]].append(resolved)
    items = document.page.link_items
    # The texts of those with a link to a heading of another document.
    elsewhere = {item.text for item in items if item.anchor is None and "#" in item.href}
    for heading in reversed(reading.missing):
        near = siblings[parents[heading.line]]
        if not near or heading.text in elsewhere:
            continue
        furthest = list(accumulate((one.heading.line for one in near), max))
        place = bisect_right(furthest, heading.line)
        entry = near[min(place, len(near) - 1)].entry
        target = entry.line - 1 if place < len(near) else item_end(document, entry)
        anchor = document.anchors[heading.line]
        yield Splice(target, target, (entry_line(document, entry, heading.text, anchor),))


def _parents(document: Document) -> dict[int, tuple[int, int]]:
    """The level of each heading with the line of the one it is right below, by its own line."""
    found: dict[int, tuple[int, int]] = {}
    above: list[tuple[int, int]] = [(0, 0)]  # level and line
    for heading in document.headings:
        while above[-1][0] >= heading.level:
            above.pop()
        found[heading.line] = (heading.level, above[-1][1])
        above.append((heading.level, heading.line))
    return found


def reorder_entries(document: Document) -> Iterator[Splice]:
    """Put the entries of each list in the order of their headings, each with all below it."""
    lists: dict[int, list[tuple[int, LinkItem]]] = defaultdict(list)
    for entry, heading in ContentsReading(document).resolved:
        lists[entry.innermost].append((heading.line, entry))
    filling = {}
    for placed in lists.values():
        for (_, place), (_, entry) in zip(placed, sorted(placed), strict=True):
            filling[place.line] = (place, entry)
    end = max(document.contents_place[1] - 1, 0)
    lines = [line.rstrip("\r\n") for line in document.lines[:end]]
    filled = list(_filled(document, lines, filling, 1, end))
    for number, (old, new) in enumerate(zip(lines, filled, strict=True)):
        if old != new:
            yield Splice(number, number + 1, (new,))


def _filled(
    document: Document, lines: Sequence[str], filling: Filling, first: int, last: int
) -> Iterator[str]:
    """The lines from one to another, with other entries in their places; list marks stay."""
    number = first
    while number <= last:
        line = lines[number - 1]
        if number not in filling:
            yield line
            number += 1
            continue
        place, entry = filling[number]
        moved = lines[entry.line - 1]
        yield list_marker(line) + moved.removeprefix(list_marker(moved))
        yield from _filled(document, lines, filling, entry.line + 1, item_end(document, entry))
        number = item_end(document, place) + 1
