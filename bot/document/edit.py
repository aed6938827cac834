"""The edit: a change of the list as lines of README.md taken out and put in, every other byte as
it was.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import unquote

from bot.document.anchors import anchors
from bot.document.changes import Addition, Alteration, Change, Removal
from bot.document.charger import HEADER, CellContent, Charger, row_markdown
from bot.document.escape import escape
from bot.document.lines import indentation, line_end
from bot.document.parse import Brand, Listing, Row
from bot.document.rendering import ContentsEntry
from bot.names.order import brand_key, identity, model_key

# The renderer reads another character for NUL, of three bytes:
# https://spec.commonmark.org/0.31.2/#insecure-characters
_NUL, _NUL_AS_COUNTED = b"\0", b"\0\0\0"
_ITEM_MARK = re.compile(
    r"[ \t>]*(?:(?:[-+*]|[0-9]+[.)])[ \t]+)*"
)  # of several items where one begins in the other
_ITEM_LINK = re.compile(_ITEM_MARK.pattern + r"[*_]*\[(?:\\.|[^\\\[\]])*\]\(\s*<?#([^\s)>\"']+)")
_LINK = re.compile(
    r"""(\]\(\s*<?|\]:\s*<?|href=["']?)#([^\s)>"']+)"""
)  # inline, by reference, or in HTML


class MovedAnchor(NamedTuple):
    """A heading whose anchor an edit moves: its text, the anchor before and after."""

    heading: str
    old: str
    new: str


class Edit(NamedTuple):
    """README.md after a change, and the anchors that moved with it."""

    text: str
    moved_anchors: tuple[MovedAnchor, ...] = ()


@dataclass(frozen=True)
class Splice:
    """Lines `start` up to, not including, `stop` (counted from 0) give way to `lines`, which
    carry no line end.
    """

    start: int
    stop: int
    lines: tuple[str, ...]


def edit(listing: Listing, change: Change) -> Edit:
    """Carry out a change whose brand and model are known to be in the list, or not, as the
    change needs it.
    """
    brand = listing.brand(change.brand)
    if brand is None:
        if isinstance(change, Addition):
            return _add_section(listing, change)
        raise LookupError(change.brand)
    match change:
        case Addition(chargers=chargers):
            return Edit(apply_splices(listing, _row_splices(brand, chargers)))
        case Alteration():
            return Edit(apply_splices(listing, _alter(listing, brand, change)))
        case Removal(model=model) if len(brand.rows) > 1:
            return Edit(apply_splices(listing, [_without(row_of(brand, model))]))
        case Removal():
            return _remove_section(listing, brand)


def row_of(brand: Brand, model: str) -> Row:
    """The row of a charger that is known to be in the list once."""
    (row,) = brand.rows_by_identity[identity(model)]
    return row


def place_of(model: str, rows: tuple[Row, ...]) -> int:
    """The index at which a model goes among rows: before the first that sorts after it, else at
    the end.
    """
    key = model_key(model)
    return next((index for index, row in enumerate(rows) if model_key(row.model) > key), len(rows))


def place_after_renaming(model: str, row: Row, rows: tuple[Row, ...]) -> int:
    """The index at which a renamed row goes among the other rows: where it is, if it is in order
    there.
    """
    here = rows.index(row)
    if model == row.model:
        return here
    others = rows[:here] + rows[here + 1 :]
    key = model_key(model)
    in_order = all(
        model_key(other.model) <= key for other in others[max(here - 1, 0) : here]
    ) and all(model_key(other.model) >= key for other in others[here : here + 1])
    return here if in_order else place_of(model, others)


def _row_splices(brand: Brand, chargers: tuple[Charger, ...]) -> list[Splice]:
    gaps: dict[int, list[str]] = {}
    for charger in sorted(chargers, key=lambda charger: model_key(charger.model)):
        line = _line_of_place(brand, brand.rows, place_of(charger.model, brand.rows))
        gaps.setdefault(line, []).append(row_markdown(charger.entries()))
    return [Splice(line, line, tuple(rows)) for line, rows in gaps.items()]


def _line_of_place(brand: Brand, rows: tuple[Row, ...], place: int) -> int:
    if place < len(rows):
        return rows[place].line - 1
    return rows[-1].line if rows else brand.table.line + 1


def _without(row: Row) -> Splice:
    return Splice(row.line - 1, row.line, ())


def _alter(listing: Listing, brand: Brand, change: Alteration) -> list[Splice]:
    row = row_of(brand, change.model)
    line = with_cells(listing.lines[row.line - 1].rstrip("\r\n"), row, change.entries)
    here = brand.rows.index(row)
    place = place_after_renaming(change.new_model, row, brand.rows)
    if place == here:
        return [Splice(row.line - 1, row.line, (line,))]
    others = brand.rows[:here] + brand.rows[here + 1 :]
    target = _line_of_place(brand, others, place)
    return [_without(row), Splice(target, target, (line,))]


def with_cells(line: str, row: Row, entries: Sequence[CellContent | None]) -> str:
    """Replace cells where the renderer found them; it counts bytes, from the first mark of the row."""
    raw, indent, places = (
        line.encode().replace(_NUL, _NUL_AS_COUNTED),
        indentation(line),
        row.rendered.places,
    )
    for index in reversed(range(len(places))):
        first, last = places[index]
        if entry := entries[index]:
            raw = raw[: indent + first - 1] + f" {entry.markdown} ".encode() + raw[indent + last :]
    missing = entries[len(places) :]
    if any(missing):
        raw = raw.rstrip().removesuffix(b"|") + b"|"
        raw += "".join(f" {entry.markdown if entry else ''} |" for entry in missing).encode()
    return raw.replace(_NUL_AS_COUNTED, _NUL).decode()


def _add_section(listing: Listing, change: Addition) -> Edit:
    start = section_place(listing, change.brand)
    headings = [heading.text for heading in listing.headings]
    ordinal = sum(heading.line <= start for heading in listing.headings)
    after = anchors([*headings[:ordinal], change.brand, *headings[ordinal:]])
    moved = _moved(listing, after[:ordinal] + after[ordinal + 1 :])
    rows = [
        row_markdown(c.entries())
        for c in sorted(change.chargers, key=lambda charger: model_key(charger.model))
    ]
    section = [
        f"### {escape(change.brand)}",
        "",
        f"| {' | '.join(HEADER)} |",
        "|" + " --- |" * len(HEADER),
        *rows,
    ]
    if listing.lines[start - 1].strip():
        section.insert(0, "")
    if start < _last_text(listing):
        section.append("")
    splices = [Splice(start, start, tuple(section)), *_moved_links(listing, moved)]
    splices += _contents_line(listing, change.brand, after[ordinal])
    return Edit(apply_splices(listing, splices), tuple(moved.values()))


def section_place(listing: Listing, brand: str) -> int:
    """The line, counted from 0, at which the section of a new brand begins."""
    following = (other for other in listing.brands if brand_key(other.name) > brand_key(brand))
    first = next(following, None)
    return first.line - 1 if first else min(listing.brands[-1].end - 1, _last_text(listing))


def _last_text(listing: Listing) -> int:
    """The number of lines without the blank ones at the end of the file, which are nobody's and
    stay.
    """
    blank = sum(
        1 for _ in takewhile(lambda line: not line.strip(" \t\r\n"), reversed(listing.lines))
    )
    return len(listing.lines) - blank


def _remove_section(listing: Listing, brand: Brand) -> Edit:
    gone = {anchor for line, anchor in listing.anchors.items() if brand.line <= line < brand.end}
    remaining = iter(
        anchors(h.text for h in listing.headings if listing.anchors[h.line] not in gone)
    )
    after = ["" if anchor in gone else next(remaining) for anchor in listing.anchors.values()]
    moved = {old: move for old, move in _moved(listing, after).items() if move.new}
    start, stop = brand.line - 1, min(brand.end - 1, _last_text(listing))
    while stop == _last_text(listing) and start and not listing.lines[start - 1].strip():
        start -= 1  # the blank lines that set the section off from the one above go with it
    taken = [Splice(start, stop, ()), *_without_entries(listing, gone)]
    lines = {line for splice in taken for line in range(splice.start, splice.stop)}
    splices = [*taken, *(link for link in _moved_links(listing, moved) if link.start not in lines)]
    return Edit(apply_splices(listing, splices), tuple(moved.values()))


def _without_entries(listing: Listing, gone: set[str]) -> list[Splice]:
    """The contents entries that lead to these anchors, each once with all that is set in below it."""
    splices: list[Splice] = []
    for entry in listing.contents:
        if entry.anchor in gone and not (splices and entry.line <= splices[-1].stop):
            splices.append(Splice(entry.line - 1, item_end(listing, entry), ()))
    return splices


def _moved(listing: Listing, after: list[str]) -> dict[str, MovedAnchor]:
    pairs = zip(listing.headings, listing.anchors.values(), after, strict=True)
    return {old: MovedAnchor(heading.text, old, new) for heading, old, new in pairs if old != new}


def _moved_links(listing: Listing, moved: dict[str, MovedAnchor]) -> list[Splice]:
    """The lines that link to a heading whose anchor moves, in the table of contents or elsewhere."""

    def follow(link: re.Match[str]) -> str:
        move = moved.get(unquote(unescape(link[2])))
        return f"{link[1]}#{move.new}" if move else link[0]

    lines = (
        (index, line.rstrip("\r\n"))
        for index, line in enumerate(listing.lines)
        if moved and "#" in line
    )
    return [
        Splice(n, n + 1, (new,)) for n, line in lines if (new := _LINK.sub(follow, line)) != line
    ]


def following_links(before: Listing, after: Listing) -> list[Splice]:
    """The lines of a list put in order whose links must follow the headings that they led to
    before.
    """
    new = {heading: anchor for anchor, heading in after.headings_by_anchor.items()}
    anchors_after = [
        new.get(heading, anchor) for anchor, heading in before.headings_by_anchor.items()
    ]
    return _moved_links(after, _moved(before, anchors_after))


def with_anchor(listing: Listing, entry: ContentsEntry, anchor: str) -> str | None:
    """The line of a contents entry, without its line end, with the link to another anchor; None
    where none is found.
    """
    line = listing.lines[entry.line - 1].rstrip("\r\n")
    place = anchor_place(line, entry)
    return line[: place.start] + anchor + line[place.stop :] if place else None


def anchor_place(line: str, entry: ContentsEntry) -> slice | None:
    """Where the anchor of a contents entry stands in its line, None where its link is written
    otherwise.
    """
    link = _ITEM_LINK.match(line)
    if link is None or unquote(unescape(link[1])) != entry.anchor:
        return None
    return slice(*link.span(1))


def _contents_line(listing: Listing, brand: str, anchor: str) -> list[Splice]:
    brands = {other.anchor for other in listing.brands}
    entries = [entry for entry in listing.contents if entry.anchor in brands]
    if not entries:
        return []
    following = next((entry for entry in entries if brand_key(entry.text) > brand_key(brand)), None)
    line = following.line - 1 if following else item_end(listing, entries[-1])
    return [Splice(line, line, (contents_entry(listing, following or entries[-1], brand, anchor),))]


def item_end(listing: Listing, entry: ContentsEntry) -> int:
    """The line, counted from 0, behind a contents entry and all that is set in below it."""
    return next(line for line in range(entry.last, 0, -1) if listing.lines[line - 1].strip())


def contents_entry(listing: Listing, near: ContentsEntry, text: str, anchor: str) -> str:
    """The line of the table of contents for a heading, set in as the one near it."""
    return f"{list_marker(listing.lines[near.line - 1])}[{escape(text)}](#{anchor})"


def list_marker(line: str) -> str:
    """The blanks and the mark of the list with which the line of an item begins."""
    return next(_ITEM_MARK.finditer(line))[0]  # which may be empty


def apply_splices(listing: Listing, splices: list[Splice]) -> str:
    """Put in and take out lines; each new line takes the line end of the line above it."""
    lines = list(listing.lines)
    for splice in sorted(splices, key=lambda splice: splice.start, reverse=True):
        end = line_end(lines[splice.start - 1]) or line_end(lines[0])
        if splice.stop > splice.start:
            end = line_end(lines[splice.start]) or end
        lines[splice.start : splice.stop] = [line + end for line in splice.lines]
    return _with_last_line_as_before(listing, lines)


def _with_last_line_as_before(listing: Listing, lines: list[str]) -> str:
    if line_end(listing.lines[-1]):
        return "".join(lines)
    closed = [line if line_end(line) else line + line_end(lines[0]) for line in lines]
    return "".join(closed).removesuffix(line_end(closed[-1]))
