"""A change of the list, shown to people: the rows with their neighbours, old and new cells, and the diff."""

import re
from collections.abc import Mapping, Sequence
from difflib import unified_diff

from bot.listing.changes import Addition, Alteration, Change, Removal
from bot.listing.charger import HEADER, Cell
from bot.listing.edit import row_of
from bot.listing.edited import Edited
from bot.listing.lines import split_lines
from bot.listing.listing import Brand, Listing
from bot.listing.markdown import escape_address
from bot.listing.order import Rated, fold, identity
from bot.messages.quoting import block, code, quiet, shortened

CellsByBrand = dict[str, dict[Rated, tuple[Cell, ...]]]

_REFERENCE = re.compile(r"/(?:issues|pull|discussions|commit)/")


def rendered_change(change: Change, edited: Edited) -> str:
    """The rows that a change touches, with the row above and below; for changed cells also the old ones."""
    before, after = edited.before, edited.after
    match change:
        case Addition(brand=name, chargers=chargers):
            return _rows(after.brand(name), dict.fromkeys((identity(c.model) for c in chargers), "**new**"))
        case Alteration(brand=name):
            rows = _rows(after.brand(name), {identity(change.new_model): "**changed**"})
            return f"{_cells(change, before)}\n\n{rows}"
        case Removal(brand=name, model=model):
            return _rows(before.brand(name), {identity(model): "**goes**"})


def differing_rows(before: Listing, after: Listing) -> str:
    """The rows that are new, changed or gone, brand by brand, each with the row above and below.

    Raises BrokenList.
    """
    old, new = _cells_by_brand(before), _cells_by_brand(after)
    parts = [_marked(brand, _marks_of(new, old, brand)) for brand in after.brands]
    parts += [_marked(brand, dict.fromkeys(_gone(old, new, brand), "**goes**")) for brand in before.brands]
    return shortened("\n\n".join(filter(None, parts)))


def _marked(brand: Brand, marks: dict[Rated, str]) -> str:
    return f"**{quiet(brand.name)}**\n\n{_rows(brand, marks)}" if marks else ""


def _marks_of(new: CellsByBrand, old: CellsByBrand, brand: Brand) -> dict[Rated, str]:
    known = old.get(fold(brand.name), {})
    rows = new[fold(brand.name)].items()
    return {key: "**changed**" if key in known else "**new**" for key, cells in rows if known.get(key) != cells}


def _gone(old: CellsByBrand, new: CellsByBrand, brand: Brand) -> list[Rated]:
    kept = new.get(fold(brand.name), {})
    return [key for key in old[fold(brand.name)] if key not in kept]


def _cells_by_brand(listing: Listing) -> CellsByBrand:
    return {fold(b.name): {identity(row.model): row.cells for row in b.rows} for b in listing.brands}


def diff(before: str, after: str) -> str:
    """The lines of README.md that come and go, with one line around them, cut when very long."""
    old, new = _differing(split_lines(before), split_lines(after))
    lines = list(unified_diff(old, new, n=1, lineterm=""))[3:]  # without the names of files and the first place
    return block(shortened("\n".join("…" if line.startswith("@@") else line for line in lines)), "diff")


def _differing(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both sides without their common beginning and end, which a diff would search for a long time."""
    head = max(_common(old, new) - 1, 0)
    tail = max(_common(old[:head:-1], new[:head:-1]) - 1, 0)
    first, second = ([line.rstrip("\r\n") for line in side[head : len(side) - tail]] for side in (old, new))
    return first, second


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _rows(brand: Brand | None, marks: Mapping[Rated, str]) -> str:
    """The rows that have a mark, with the row above and below."""
    rows = brand.rows if brand else ()
    places = {index: mark for index, row in enumerate(rows) if (mark := marks.get(identity(row.model)))}
    shown = sorted({near for place in places for near in (place - 1, place, place + 1) if 0 <= near < len(rows)})
    lines = [f"| | {' | '.join(HEADER)} |", "|" + " --- |" * (len(HEADER) + 1)]
    for index in shown:
        cells = " | ".join(map(_cell, rows[index].cells))
        lines.append(f"| {places.get(index, '')} | {cells} |")
    return shortened("\n".join(lines))


def _cells(change: Alteration, before: Listing) -> str:
    brand = before.brand(change.brand)
    if brand is None:
        raise LookupError(change.brand)
    old = row_of(brand, change.model).cells
    changed = zip(HEADER, old, change.entries, strict=True)
    lines = [f"| {name} | {_cell(cell)} | {_cell(entry.shown)} |" for name, cell, entry in changed if entry]
    return "\n".join(["| Column | Old | New |", "| --- | --- | --- |", *lines])


def _cell(cell: Cell) -> str:
    if not cell.links:
        return quiet(cell.text)
    return r" \| ".join(_link(title, address) for title, address in cell.links)


def _link(title: str, address: str) -> str:
    """A link, unless GitHub would take it for a reference and tell the other place of it."""
    if _REFERENCE.search(address):
        return f"{quiet(title)} ({code(address)})"
    return f"[{quiet(title)}]({escape_address(address)})"
