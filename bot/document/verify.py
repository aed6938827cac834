"""The proof that an edit did what its change promised, and nothing else, judged by GitHub's own
renderer.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from html import unescape
from itertools import accumulate, chain, pairwise
from urllib.parse import unquote

from bot.document.changes import Addition, Alteration, Change, Removal
from bot.document.charger import Cell
from bot.document.edit import place_after_renaming, place_of, row_of
from bot.document.parse import Brand, Listing
from bot.document.rendering import holds_html, render, text_of
from bot.errors import ReadmeError
from bot.names.order import brand_key, identity, model_key, normalize_name

Cells = tuple[Cell, ...]
Texts = tuple[str, ...]
Promise = Sequence[
    tuple[Brand, list[Cells]]
]  # the brands from before in the order to come, with the rows to come

_HREF = re.compile(r'href="#([^"]*)"')
_ITEM_TAG = re.compile(r"(</?li>)")
_LINK_OF_ITEM = re.compile(r'(?:\s*<p>)?(?:<(?:strong|em)>)*<a href="#([^"]*)"')
_LIST_TAG = re.compile("<[ou]l")
_CONTENTS = re.compile(
    r'<li>(?:\s*<p>)?(?:<(?:strong|em)>)*<a href="#[^"]*"( title="[^"]*")?>.*?</a>(?:</(?:strong|em)>)*'
    r"|</?(?:ul|li|p)>|\n"
)


def verify_edit(before: Listing, change: Change, after: Listing) -> None:
    """Compare what a reader sees before and after: the promised rows, section and contents
    entries, and no more.

    Raises ReadmeError, which names the line of the brand, when anything else differs.
    """
    old, new = before.brand(change.brand), after.brand(change.brand)
    line = old.line if old else before.start
    expected = _expected_rows(change, old)
    shown = [row.cells for row in new.rows] if new else []
    if shown != expected:
        raise ReadmeError(
            line,
            f'the rows of "{change.brand}" would not come out as promised; nothing was changed.',
        )
    if old and new is None and _holds_html(before, old, old.end):
        raise ReadmeError(
            line, "the HTML in this section may reach into others; take the section out by hand."
        )
    if _brand_names(after) != _expected_brands(before, change.brand, old, new):
        raise ReadmeError(line, "the brands would not come out as promised; nothing was changed.")
    if _targets(after, new if old is None else None) != _targets(
        before, old if new is None else None
    ):
        raise ReadmeError(line, "the table of contents would lead elsewhere; nothing was changed.")
    if new and old is None and _entries(after, new) != [(new.name, True)] * _names_brands(before):
        raise ReadmeError(line, "the table of contents would lack the brand; nothing was changed.")
    if _rest(before, old, whole=new is None) != _rest(after, new, whole=old is None):
        raise ReadmeError(
            line, "other parts of the page would look different; nothing was changed."
        )


def verify_fix(before: Listing, promise: Promise, after: Listing) -> None:
    """Compare what a reader sees before and after the list was put in order.

    Raises ReadmeError, which names the line from before, when the brands, their contents entries or
    anything else would differ.
    """
    if _brand_names(after) != [brand.name for brand, _ in promise]:
        raise ReadmeError(before.start, "the brands would not come out in order.")
    if _brand_names(after) != _brand_names(before):
        _prove_that_no_html_is_crossed(before)
        _prove_that_the_end_stays(before, promise)
    old, new = (Counter(entry.anchor for entry in listing.contents) for listing in (before, after))
    for (brand, rows), shown in zip(promise, after.brands, strict=True):
        if [row.cells for row in shown.rows] != rows:
            raise ReadmeError(brand.line, "the rows of this brand would not come out as meant.")
        if not min(1, old[brand.anchor]) <= new[shown.anchor] <= max(1, old[brand.anchor]):
            raise ReadmeError(
                brand.line, "the table of contents would not lead to this brand once."
            )
    if told := _changed_contents(before, after):
        raise ReadmeError(before.start, told)
    if _outside(before) != _outside(after):
        raise ReadmeError(before.start, "other parts of the page would look different.")


def _changed_contents(before: Listing, after: Listing) -> str:
    """What is wrong with the table of contents of a list that was put in order."""
    if {entry.text for entry in before.contents} - {entry.text for entry in after.contents}:
        return "the table of contents would lose an entry."
    if _has_wrong_target(before, after):
        return "the table of contents would lead elsewhere."
    old, new = _parent_items(before), _parent_items(after)
    if any(not new.get(item) or new[item] - owners for item, owners in old.items()):
        return "the table of contents would be set in otherwise."
    return ""


def _has_wrong_target(before: Listing, after: Listing) -> bool:
    """Whether an entry of the contents leads elsewhere than before, and not to the heading of
    which it has the text.
    """
    named = {
        after.anchors[heading.line]: normalize_name(heading.text) for heading in after.headings
    }
    led = {(entry.text, before.headings_by_anchor.get(entry.anchor)) for entry in before.contents}
    others = (
        e for e in after.contents if (e.text, after.headings_by_anchor.get(e.anchor)) not in led
    )
    return any(named.get(entry.anchor) != normalize_name(entry.text) for entry in others)


def _prove_that_no_html_is_crossed(listing: Listing) -> None:
    """Raise ReadmeError at the first brand with HTML in or behind its section that must move, or
    be moved across.

    HTML may begin or end a fold around other sections, and the renderer shows all of it alike.
    """
    keys = [brand_key(brand.name) for brand in listing.brands]
    highest, lowest = accumulate(keys, max), [*accumulate(reversed(keys), min)][::-1]
    stops = [*(brand.line for brand in listing.brands[1:]), listing.brands[-1].end]
    for brand, stop, high, low in zip(listing.brands, stops, highest, lowest, strict=True):
        if high > low and _holds_html(listing, brand, stop):
            told = "the HTML below may reach into other sections; put the brands in order by hand."
            raise ReadmeError(brand.line, told)


def _prove_that_the_end_stays(listing: Listing, promise: Promise) -> None:
    """Raise ReadmeError where the list may end with something that is written below its last
    table, which moves.
    """
    rendering, last = render(listing.text), listing.brands[-1]
    bottom, stops = (
        rendering.piece_of_table[last.table.line] + 1,
        rendering.piece_of_heading.values(),
    )
    below = rendering.pieces[bottom : next((stop for stop in stops if stop > bottom), None)]
    if last.end == listing.end and promise[-1][0] is not last and "".join(below).strip():
        told = "what is written below this table may end the whole list; put the brands in order by hand."
        raise ReadmeError(last.line, told)


def _holds_html(listing: Listing, brand: Brand, stop: int) -> bool:
    """Whether there is HTML between the heading of a brand and a line, outside of its rows,
    which keep theirs in.
    """
    rows = {row.line for row in brand.rows}
    return holds_html(
        "".join(listing.lines[line - 1] for line in range(brand.line, stop) if line not in rows)
    )


def _parent_items(listing: Listing) -> dict[Texts, set[Texts]]:
    """Each item of the contents, by its texts: those of the item around it, or the number of its
    list.
    """
    rendering = render(listing.text)
    found: dict[Texts, set[Texts]] = {}
    around: list[Texts] = []
    lists = 0
    for part in chain.from_iterable(
        map(_ITEM_TAG.split, rendering.pieces[_contents_pieces(listing)])
    ):
        if part == "<li>":
            around.append(())
        elif part == "</li>":
            found.setdefault(around.pop(), set()).add(around[-1] if around else (f"{lists}",))
        elif not around:
            lists += len(_LIST_TAG.findall(part))
        elif text := text_of(part).strip():
            around[-1] = (*around[-1], text)
    return found


def _contents_pieces(listing: Listing) -> slice:
    """Where the table of contents stands among the pieces of the page."""
    places = render(listing.text).piece_of_heading
    above, behind = listing.contents_section
    return slice(places[above] + 1 if above else 0, places[behind])


def _outside(listing: Listing) -> tuple[list[str], dict[str, list[list[str]]]]:
    """The page without its contents and brands; and of each brand all but the rows; with the
    headings links lead to.
    """
    rendering, headings = render(listing.text), listing.headings_by_anchor
    lines, starts = list(rendering.piece_of_heading), [*rendering.piece_of_heading.values(), None]
    rest, sections = list(rendering.pieces), defaultdict(list)
    for brand in reversed(listing.brands):
        first = rendering.piece_of_heading[brand.line]
        stop = starts[bisect_left(lines, brand.end)]
        inside = (piece.strip() for piece in rest[first:stop] if not piece.startswith(">\n<thead>"))
        sections[brand.name].append(_resolve_links([piece for piece in inside if piece], headings))
        del rest[first:stop]
    return _resolve_links(_without_contents(listing, rest), headings), sections


def _expected_rows(change: Change, brand: Brand | None) -> list[Cells]:
    rows = brand.rows if brand else ()
    cells = [row.cells for row in rows]
    match change:
        case Addition(chargers=chargers):
            for charger in sorted(
                chargers, key=lambda charger: model_key(charger.model), reverse=True
            ):
                cells.insert(
                    place_of(charger.model, rows), tuple(entry.shown for entry in charger.entries())
                )
        case Alteration(entries=entries) if brand:
            row = row_of(brand, change.model)
            cells.remove(row.cells)
            altered = tuple(
                e.shown if e else cell for e, cell in zip(entries, row.cells, strict=True)
            )
            cells.insert(place_after_renaming(change.new_model, row, rows), altered)
        case Removal(model=model):
            cells = [row.cells for row in rows if identity(row.model) != identity(model)]
    return cells


def _brand_names(listing: Listing) -> list[str]:
    return [brand.name for brand in listing.brands]


def _expected_brands(before: Listing, name: str, old: Brand | None, new: Brand | None) -> list[str]:
    names = _brand_names(before)
    if old is None:
        place = next(
            (i for i, other in enumerate(names) if brand_key(other) > brand_key(name)), len(names)
        )
        names.insert(place, name)
    elif new is None:
        names = [other for other in names if normalize_name(other) != normalize_name(name)]
    return names


def _targets(listing: Listing, without: Brand | None) -> list[tuple[str, int | None]]:
    """Where each entry of the contents leads, leaving one section out."""
    ordinals = _ordinals(listing, without)
    left_out = set(listing.anchors.values()) - set(ordinals)
    return [(e.text, ordinals.get(e.anchor)) for e in listing.contents if e.anchor not in left_out]


def _ordinals(listing: Listing, without: Brand | None) -> dict[str, int]:
    """The place of each heading among all, by its anchor, leaving one section out of the count."""
    headings = [
        h for h in listing.headings if without is None or not without.line <= h.line < without.end
    ]
    return {listing.anchors[heading.line]: ordinal for ordinal, heading in enumerate(headings)}


def _entries(listing: Listing, brand: Brand) -> list[tuple[str, bool]]:
    """The contents entries of a brand, and whether there is no text beside their links."""
    return [
        (entry.text, entry.is_plain) for entry in listing.contents if entry.anchor == brand.anchor
    ]


def _names_brands(listing: Listing) -> bool:
    return any(_entries(listing, brand) for brand in listing.brands)


def _rest(listing: Listing, brand: Brand | None, *, whole: bool) -> list[str]:
    """The page without the rows of one brand, or without its whole section and the contents' links."""
    rendering = render(listing.text)
    if brand is None:
        return _resolve_links(
            _without_contents(listing, rendering.pieces), _ordinals(listing, None)
        )
    pieces = list(rendering.pieces)
    table = rendering.piece_of_table[brand.table.line]
    if not whole:
        return [*pieces[:table], pieces[table].partition("</thead>")[0], *pieces[table + 1 :]]
    first = rendering.piece_of_heading[brand.line]
    stop = min(
        (p for line, p in rendering.piece_of_heading.items() if line >= brand.end),
        default=len(pieces),
    )
    kept = _without_contents(
        listing, [*pieces[:first], *pieces[stop:]], _anchors_of(listing, brand)
    )
    return _resolve_links(kept, _ordinals(listing, brand))


def _anchors_of(listing: Listing, brand: Brand) -> set[str]:
    return {anchor for line, anchor in listing.anchors.items() if brand.line <= line < brand.end}


def _resolve_links(pieces: Sequence[str], headings: Mapping[str, object]) -> list[str]:
    """The pieces with the headings that their links lead to, in place of the anchors, which can
    move.
    """

    def lead(link: re.Match[str]) -> str:
        anchor = unquote(unescape(link[1]))
        return f'href="#{headings.get(anchor, anchor)}"'

    return [_HREF.sub(lead, piece) if 'href="#' in piece else piece for piece in pieces]


def _without_contents(
    listing: Listing, pieces: Sequence[str], gone: Collection[str] = ()
) -> list[str]:
    """What is left of the pieces, which begin with those above the list, without the entries of
    the contents.

    Of those that lead to what is gone all goes that is set in below them or written beside them.
    """
    inside = range(len(pieces))[_contents_pieces(listing)]
    plain = (
        _CONTENTS.sub(r"\1", _without_items(piece, gone)) if index in inside else piece.strip()
        for index, piece in enumerate(pieces)
    )
    return [piece for piece in plain if piece]


def _without_items(piece: str, gone: Collection[str]) -> str:
    kept, depth = [], 0  # of items in one that goes
    for part, following in pairwise([*_ITEM_TAG.split(piece), ""]):
        link = _LINK_OF_ITEM.match(following)  # nothing but an item can begin so
        if depth or (link and unquote(unescape(link[1])) in gone):
            depth += (part == "<li>") - (part == "</li>")
        else:
            kept.append(part)
    return "".join(kept)
