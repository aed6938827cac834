"""The table of contents of a page."""

from bisect import bisect
from collections.abc import Mapping, Sequence

from bot.document.appearance import comparable
from bot.document.page import Page
from bot.document.segment import Heading, LinkItem
from bot.names.order import normalize_name

_NAMES = {"tableofcontents", "contents"}

LineRange = tuple[int, int]


def find_contents(
    page: Page, anchors: Mapping[int, str], start: int, end: int
) -> tuple[LineRange, tuple[LinkItem, ...]]:
    """The lines of the headings between which the table of contents is, and its entries.

    It is the section above the list with such a title; else, of those naming a heading of the
    list, the one in which most entries are just the name of their target. Without any, it is empty.
    """
    above = [h for h in page.headings if h.line < start and not h.is_nested]
    entries = [item for item in page.link_items if item.anchor is not None and item.line < start]
    place = _called_contents(above, entries, start)
    if place is None:
        place = _with_most_names(page, anchors, above, entries, start, end)
    return place, tuple(entry for entry in entries if entry.line in range(*place))


def _called_contents(
    above: Sequence[Heading], entries: Sequence[LinkItem], start: int
) -> LineRange | None:
    """The first section with such a title and an entry.

    A title of the page reaches to the first chapter only.
    """
    lines = [entry.line for entry in entries]
    for heading, end in _with_ends(above, start):
        has_entry = bisect(lines, heading.line) < bisect(lines, end)
        if has_entry and comparable(heading.text) in _NAMES:
            return heading.line, end
    return None


def _with_ends(above: Sequence[Heading], start: int) -> list[tuple[Heading, int]]:
    """The headings, each with the line which ends its section: of a heading, else of the list.

    Looked up from the last to the first: any number of headings may be called like the contents.
    """
    next_of_level: dict[int, int] = {}
    found = []
    for heading in reversed(above):
        lowest = max(heading.level, 2)
        ends = [line for level, line in next_of_level.items() if level <= lowest]
        found.append((heading, min([start, *ends])))
        next_of_level[heading.level] = heading.line
    return found[::-1]


def _with_most_names(
    page: Page,
    anchors: Mapping[int, str],
    above: Sequence[Heading],
    entries: Sequence[LinkItem],
    start: int,
    end: int,
) -> LineRange:
    named: dict[str | None, Heading] = {anchors[one.line]: one for one in page.headings}
    edges = [0, *(heading.line for heading in above), start]
    anchors_at: dict[int, set[str | None]] = {}
    into_the_list: list[int] = []
    for entry in entries:
        heading = named.get(entry.anchor)
        if heading is None or not entry.is_plain:
            continue
        if normalize_name(heading.text) != normalize_name(entry.text):
            continue
        place = bisect(edges, entry.line)
        anchors_at.setdefault(place, set()).add(entry.anchor)
        if start <= heading.line < end:
            into_the_list.append(place)
    if not into_the_list:
        return start, start
    most = max(into_the_list, key=lambda place: len(anchors_at[place]))
    return edges[most - 1], edges[most]
