"""The table of contents, held against the sections that it should lead to."""

from collections.abc import Iterator
from itertools import pairwise

from bot.inspection.finding import Finding, Place
from bot.intake.problem import Fact, Problem
from bot.listing.listing import Listing
from bot.listing.order import fold
from bot.listing.rendering import ContentsEntry, RenderedHeading


def inspect_contents(listing: Listing) -> Iterator[Finding]:
    """Entries that lead nowhere, elsewhere or twice to the same place, and sections that have none."""
    if not listing.contents:
        if listing.brands:
            yield Finding(Place(listing.start), Problem("no_contents"))
        return
    headings = {listing.anchors[heading.line]: heading for heading in listing.headings}
    named: dict[str, list[str]] = {}
    for anchor, heading in headings.items():
        named.setdefault(fold(heading.text), []).append(anchor)
    right = {e.anchor: e.line for e in reversed(listing.contents) if e.anchor in named.get(fold(e.text), ())}
    taken = dict(right)
    led: list[tuple[ContentsEntry, RenderedHeading]] = []
    for entry in listing.contents:
        possible = named.get(fold(entry.text)) or [entry.anchor] * (entry.anchor in headings)
        is_right = right.get(entry.anchor) == entry.line
        meant = entry.anchor if is_right else next((anchor for anchor in possible if anchor not in taken), None)
        if meant != entry.anchor:
            is_double = possible and not meant
            problem = (
                _double(entry, taken[possible[0]]) if is_double else _wrong(entry, meant, entry.anchor in headings)
            )
            yield Finding(Place(entry.line, _column(listing, entry)), problem)
        taken.setdefault(meant or entry.anchor, entry.line)
        if meant:
            led.append((entry, headings[meant]))
    yield from _missing(listing, taken)
    yield from _out_of_order(listing, led)


def _double(entry: ContentsEntry, line: int) -> Problem:
    return Problem("contents_doubled", None, {"received": entry.text, "line": line})


def _wrong(entry: ContentsEntry, meant: str | None, leads_somewhere: bool) -> Problem:
    facts: dict[str, Fact] = {"received": f"#{entry.anchor}", "suggestion": f"#{meant}" if meant else ""}
    return Problem("contents_elsewhere", None, facts) if leads_somewhere else Problem("contents_dead", None, facts)


def _column(listing: Listing, entry: ContentsEntry) -> int:
    return max(listing.lines[entry.line - 1].find("](#") + 3, 1)


def _missing(listing: Listing, taken: dict[str, int]) -> Iterator[Finding]:
    """Brands, and the other great sections below the contents, that nothing leads to."""
    first, brands = listing.contents[0].line, {brand.line for brand in listing.brands}
    for heading in listing.headings:
        is_wanted = heading.line in brands or (heading.level == 2 and heading.line > first)
        anchor = listing.anchors[heading.line]
        if is_wanted and anchor not in taken:
            facts = {"received": heading.text, "entry": f"- [{heading.text}](#{anchor})"}
            yield Finding(Place(heading.line), Problem("contents_missing", None, facts))


def _out_of_order(listing: Listing, led: list[tuple[ContentsEntry, RenderedHeading]]) -> Iterator[Finding]:
    """Entries whose heading, which they lead to or mean to, comes before that of the entry above."""
    for (before, above), (entry, heading) in pairwise(led):
        if above.line > heading.line:
            facts = {"received": entry.text, "known": before.text}
            yield Finding(Place(entry.line, _column(listing, entry)), Problem("contents_order", None, facts))
