"""A change of the list for people: rows with neighbours, old and new cells, the diff."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import unified_diff
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from bot.document.changes import Addition, Alteration, Change, Removal
from bot.document.charger import HEADER, Cell
from bot.document.edit import row_of
from bot.document.edited import Edited
from bot.document.escape import escape_address
from bot.document.lines import split_lines
from bot.document.parse import Brand, Listing, Row
from bot.names.order import PowerRated, identity, normalize_name
from bot.render.quoting import (
    block,
    code,
    in_one_line,
    neutralize,
    reveal_invisible,
    shortened,
    truncate,
)

# Characters of Markdown, so that the longest row that a form can make is shown with all its cells.
_LONGEST_TEXT, _LONGEST_ADDRESS, _LONGEST_LINE = 900, 500, 2_000
# Characters of up to four bytes each: a step may leave 1 MiB in the summary of its job.
_LONGEST_SUMMARY = 240_000
ROWS_UNTOLD = "They cannot be told: the list, or the one before it, cannot be read."
_REFERENCE = re.compile(r"/(?:issues|pull|discussions|commit)/")


class ShownRow(NamedTuple):
    """The charger of a row, which is its brand and what it is named, and the HTML of its cells."""

    charger: tuple[str, PowerRated]
    fragments: tuple[str, ...]


def rendered_change(change: Change, edited: Edited) -> str:
    """The rows of a change with the row above and below, and the old text of changed cells."""
    before, after = edited.before, edited.after
    match change:
        case Addition(brand=name, chargers=chargers):
            return _touched(_section(after, name), {identity(c.model) for c in chargers}, "**new**")
        case Alteration(brand=name):
            rows = _touched(_section(after, name), {identity(change.new_model)}, "**changed**")
            return f"{_cells(change, before)}\n\n{rows}"
        case Removal(brand=name, model=model):
            return _touched(_section(before, name), {identity(model)}, "**goes**")


def _section(listing: Listing, name: str) -> Brand:
    """The section of a brand that is known to be in the list once."""
    (brand,) = listing.brands_by_name[normalize_name(name)]
    return brand


def _touched(brand: Brand, models: set[PowerRated], mark: str) -> str:
    """The rows of these models, with the row above and below where that is not too long."""
    marks = {row.line: mark for row in brand.rows if identity(row.model) in models}
    whole = _rows(brand.rows, marks)
    return whole if shortened(whole) == whole else shortened(_rows(brand.rows, marks, around=0))


def differing_rows(before: Listing, after: Listing) -> str:
    """The new, changed and removed rows by section, each with the row above and below.

    Raises ReadmeError.
    """
    old, new = _shown(before), _shown(after)
    goes, comes = old - new, new - old
    changed = {row.charger for row in goes} & {row.charger for row in comes}
    new_marks = {row: "**changed**" if row.charger in changed else "**new**" for row in comes}
    old_marks = {row: "" if row.charger in changed else "**goes**" for row in goes}
    parts = [_marked(brand, comes, new_marks) for brand in after.brands]
    parts += [_marked(brand, goes, old_marks) for brand in before.brands]
    return shortened("\n\n".join(filter(None, parts)), _LONGEST_SUMMARY)


def _shown(listing: Listing) -> Counter[ShownRow]:
    """How often each row is shown, since a list that is not in order can have it twice."""
    return Counter(_as_shown(brand, row) for brand in listing.brands for row in brand.rows)


def _as_shown(brand: Brand, row: Row) -> ShownRow:
    return ShownRow(
        (normalize_name(brand.name), identity(row.model)), tuple(row.rendered.fragments)
    )


def _marked(brand: Brand, differing: Counter[ShownRow], mark_of: Mapping[ShownRow, str]) -> str:
    """The table of a brand for those of its rows that differ, of the same ones the last."""
    left = differing.copy()
    marks = {}
    for row in reversed(brand.rows):
        shown = _as_shown(brand, row)
        if left[shown] > 0:
            left[shown] -= 1
            marks[row.line] = mark_of[shown]
    name = in_one_line(neutralize(reveal_invisible(brand.name))) or "(nothing)"
    return f"**{name}**\n\n{_rows(brand.rows, marks)}" if any(marks.values()) else ""


def diff(before: str, after: str) -> str:
    """The added and removed lines of README.md with one line around, cut when very long."""
    old, new = _differing(split_lines(before), split_lines(after))
    lines = list(unified_diff(old, new, n=1))[3:]  # without the names of files and the first place
    return block(shortened("\n".join(map(_line_of_diff, lines))), "diff")


def _line_of_diff(line: str) -> str:
    """A line with its sign, cut where it is endless; for the place of a hunk an ellipsis."""
    if line.startswith("@@"):
        return "…"
    kept = line[:_LONGEST_LINE]
    return line if kept == line else f"{kept}…"


def _differing(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both sides without their common start and end, where a diff would take long."""
    head = max(_common(old, new) - 1, 0)
    tail = max(_common(old[:head:-1], new[:head:-1]) - 1, 0)
    first, second = (
        [line.rstrip("\r\n") for line in side[head : len(side) - tail]] for side in (old, new)
    )
    return first, second


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    return sum(takewhile(bool, map(eq, one, other)))


def _rows(rows: Sequence[Row], marks: Mapping[int, str], around: int = 1) -> str:
    """The rows whose lines have a mark, with those around them."""
    places = {index: mark for index, row in enumerate(rows) if (mark := marks.get(row.line))}
    near = {other for place in places for other in range(place - around, place + around + 1)}
    shown = sorted(near.intersection(range(len(rows))))
    lines = [f"| | {' | '.join(HEADER)} |", "|" + " --- |" * (len(HEADER) + 1)]
    for index in shown:
        cells = in_one_line(" | ".join(map(_cell, rows[index].cells)))
        lines.append(f"| {places.get(index, '')} | {cells} |")
    return "\n".join(lines)


def _cells(change: Alteration, before: Listing) -> str:
    old = row_of(_section(before, change.brand), change.model).cells
    changed = [(column, entry.shown) for column, entry in enumerate(change.entries) if entry]
    lines = [
        in_one_line(f"| {HEADER[column]} | {_cell(old[column])} | {_cell(new)} |")
        for column, new in changed
    ]
    return "\n".join(["| Column | Old | New |", "| --- | --- | --- |", *lines])


def _cell(cell: Cell) -> str:
    """The text of a cell, with a link wherever the next title stands in it."""
    shown, rest = "", cell.text
    for title, address in cell.links:
        before, *_, rest = rest.partition(title) if title else ("", rest)  # a picture has no text
        shown += _text(before) + _link(title or address, address)
    return shown + _text(rest)


def _text(text: str) -> str:
    return truncate(reveal_invisible(text), _LONGEST_TEXT)


def _link(title: str, address: str) -> str:
    """A link, unless it is endless or GitHub would take it for a reference."""
    target, shown = escape_address(address), _text(title)
    if _REFERENCE.search(address) or len(target) > _LONGEST_ADDRESS:
        return f"{shown} ({code(address)})"
    return f"[{shown}]({target})"
