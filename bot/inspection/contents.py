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
    seen: dict[str, int] = {}
    for entry in listing.contents:
        of_that_name = named.get(fold(entry.text), [])
        meant = next((anchor for anchor in of_that_name if anchor not in seen and anchor not in right), "")
        if problem := _problem_of(entry, headings.get(entry.anchor), of_that_name, meant, seen | right):
            yield Finding(Place(entry.line, _column(listing, entry)), problem)
        seen.setdefault(meant if problem and meant else entry.anchor, entry.line)
    yield from _missing(listing, seen)
    yield from _out_of_order(listing, headings)


def _problem_of(
    entry: ContentsEntry, found: RenderedHeading | None, of_that_name: list[str], meant: str, taken: dict[str, int]
) -> Problem | None:
    facts: dict[str, Fact] = {"received": f"#{entry.anchor}", "suggestion": f"#{meant}" if meant else ""}
    double = entry.anchor if found and not of_that_name else next(iter(of_that_name), "")
    if taken.get(entry.anchor) == entry.line:
        return None
    if double in taken and not meant:
        return Problem("contents_doubled", None, {"received": entry.text, "line": taken[double]})
    if not found:
        return Problem("contents_dead", None, facts)
    return Problem("contents_elsewhere", None, facts) if meant else None


def _column(listing: Listing, entry: ContentsEntry) -> int:
    return max(listing.lines[entry.line - 1].find("](#") + 3, 1)


def _missing(listing: Listing, seen: dict[str, int]) -> Iterator[Finding]:
    """Brands, and the other great sections below the contents, that nothing leads to."""
    first, brands = listing.contents[0].line, {brand.line for brand in listing.brands}
    for heading in listing.headings:
        is_wanted = heading.line in brands or (heading.level == 2 and heading.line > first)
        anchor = listing.anchors[heading.line]
        if is_wanted and anchor not in seen:
            facts = {"received": heading.text, "entry": f"- [{heading.text}](#{anchor})"}
            yield Finding(Place(heading.line), Problem("contents_missing", None, facts))


def _out_of_order(listing: Listing, headings: dict[str, RenderedHeading]) -> Iterator[Finding]:
    known = [entry for entry in listing.contents if entry.anchor in headings]
    for before, entry in pairwise(known):
        if headings[before.anchor].line > headings[entry.anchor].line:
            facts = {"received": entry.text, "known": before.text}
            yield Finding(Place(entry.line, _column(listing, entry)), Problem("contents_order", None, facts))
