"""The table of contents, held against the sections that it should lead to."""

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise
from typing import NamedTuple

from bot.check.finding import Finding, Place
from bot.document.edit import anchor_place
from bot.document.escape import escape
from bot.document.parse import Listing
from bot.document.rendering import ContentsEntry, RenderedHeading
from bot.names.order import normalize_name
from bot.rules import list_rules
from bot.rules.rule import Fact, Problem


class TableOfContents(NamedTuple):
    """The table of contents as it is meant.

    `led` are the entries with the headings that they lead to, or mean to; `wrong` is what is wrong
    with single entries; `missing` are the headings that nothing leads to.
    """

    led: list[tuple[ContentsEntry, RenderedHeading]]
    wrong: list[Finding]
    missing: list[RenderedHeading]


def inspect_contents(listing: Listing) -> Iterator[Finding]:
    """Entries that lead nowhere, elsewhere or twice to the same place, and sections that have none."""
    if not listing.contents:
        if listing.brands:
            yield Finding(Place(listing.start), Problem(list_rules.NO_CONTENTS))
        return
    contents = read_contents(listing)
    yield from contents.wrong
    yield from (_missing(listing, heading) for heading in contents.missing)
    yield from _out_of_order(listing, contents.led)


def read_contents(listing: Listing) -> TableOfContents:
    """Tell for each entry of the contents which heading it means; one without letters has no
    anchor to lead to it.
    """
    headings = {
        anchor: heading for heading in listing.headings if (anchor := listing.anchors[heading.line])
    }
    named: dict[str, list[str]] = {}
    for anchor, heading in headings.items():
        named.setdefault(normalize_name(heading.text), []).append(anchor)
    right = {
        e.anchor: e.line
        for e in reversed(listing.contents)
        if e.anchor in named.get(normalize_name(e.text), ())
    }
    taken = dict(right)
    free = {text: _free(anchors, taken) for text, anchors in named.items()}
    led, wrong = [], []
    for entry in listing.contents:
        text = normalize_name(entry.text)
        possible = named.get(text) or [entry.anchor] * (entry.anchor in headings)
        is_right = right.get(entry.anchor) == entry.line
        meant = entry.anchor if is_right else next(free.get(text) or _free(possible, taken), None)
        if meant != entry.anchor:
            is_double = possible and not meant
            problem = (
                _double(entry, taken[possible[0]])
                if is_double
                else _wrong(entry, meant, entry.anchor in headings)
            )
            wrong.append(Finding(_place(listing, entry), problem))
        taken.setdefault(meant or entry.anchor, entry.line)
        if meant:
            led.append((entry, headings[meant]))
    return TableOfContents(
        led, wrong, [h for h in _wanted(listing) if listing.anchors[h.line] not in taken]
    )


def _free(anchors: list[str], taken: Mapping[str, int]) -> Iterator[str]:
    """The anchors that no entry has taken when they are asked for; one that was given is taken
    from then on.
    """
    return (anchor for anchor in anchors if anchor not in taken)


def _double(entry: ContentsEntry, line: int) -> Problem:
    return Problem(list_rules.CONTENTS_DOUBLED, None, {"received": entry.text, "line": line})


def _wrong(entry: ContentsEntry, meant: str | None, leads_somewhere: bool) -> Problem:
    facts: dict[str, Fact] = {
        "received": f"#{entry.anchor}",
        "suggestion": f"#{meant}" if meant else "",
    }
    return (
        Problem(list_rules.CONTENTS_ELSEWHERE, None, facts)
        if leads_somewhere
        else Problem(list_rules.CONTENTS_DEAD, None, facts)
    )


def _place(listing: Listing, entry: ContentsEntry) -> Place:
    """The mark before the anchor of an entry, or else the begin of its line."""
    anchor = anchor_place(listing.lines[entry.line - 1], entry)
    return Place(entry.line, anchor.start if anchor else 1)


def _wanted(listing: Listing) -> Iterator[RenderedHeading]:
    """Brands, and the other great sections below the contents."""
    first, brands = (
        next((entry.line for entry in listing.contents), 0),
        {brand.line for brand in listing.brands},
    )
    wanted = (h for h in listing.headings if h.line in brands or (h.level == 2 and h.line > first))
    return (heading for heading in wanted if listing.anchors[heading.line])


def _missing(listing: Listing, heading: RenderedHeading) -> Finding:
    facts = {
        "received": heading.text,
        "entry": f"- [{escape(heading.text)}](#{listing.anchors[heading.line]})",
    }
    return Finding(Place(heading.line), Problem(list_rules.CONTENTS_MISSING, None, facts))


def _out_of_order(
    listing: Listing, led: list[tuple[ContentsEntry, RenderedHeading]]
) -> Iterator[Finding]:
    """Entries whose heading, which they lead to or mean to, comes before that of the entry above
    in the same list.
    """
    for _, entries in groupby(led, key=lambda pair: pair[0].outermost):
        for (before, above), (entry, heading) in pairwise(entries):
            if above.line > heading.line:
                facts = {"received": entry.text, "known": before.text}
                yield Finding(
                    _place(listing, entry), Problem(list_rules.CONTENTS_ORDER, None, facts)
                )
