"""What an edit promises to a reader: the parts of the page before it, with the change."""

from itertools import pairwise

from bot.names.order import alphabetical_key, normalize_name
from tests.charger_list import identity, row_key

from .charger_list import SHAPE
from .page import (
    Cell,
    Heading,
    Link,
    Other,
    Part,
    Row,
    anchors_of,
    brand_places,
    list_start,
    row_at,
    row_places,
)

HEADER = Row(tuple(map(Cell, SHAPE.header)), is_header=True)


def place_among(parts: list[Part], places: list[int], model: str) -> int:
    """Before the first row which sorts after a model, else below the last one with a name."""
    header, *rows = places
    while rows and not has_name(row_at(parts, rows[-1])):
        rows.pop()
    for place in rows:
        row = row_at(parts, place)
        if has_name(row) and row_key(name_in(row)) > row_key(model):
            return place
    return rows[-1] + 1 if rows else header + 1


def name_in(row: Row) -> str:
    return row.cells[0].text


def has_name(row: Row) -> bool:
    return any(map(str.isalnum, name_in(row)))


def with_rows(parts: list[Part], brand: str, rows: list[Row]) -> list[Part]:
    """Several rows for one place are in their own order, whatever that of those around them."""
    places = row_places(parts, brand)
    placed = [(place_among(parts, places, row.cells[0].text), row) for row in rows]
    for place, row in sorted(
        placed, key=lambda one: (one[0], row_key(one[1].cells[0].text)), reverse=True
    ):
        parts = [*parts[:place], row, *parts[place:]]
    return parts


def is_in_place(parts: list[Part], place: int) -> bool:
    around = [
        part
        for part in parts[place - 1 : place + 2]
        if isinstance(part, Row) and not part.is_header
    ]
    return all(
        row_key(one.cells[0].text) <= row_key(other.cells[0].text)
        for one, other in pairwise(around)
    )


def place_of(parts: list[Part], brand: str, model: str) -> int:
    """The place of the one row of a model."""
    places = row_places(parts, brand)[1:]
    (place,) = [i for i in places if identity(name_in(row_at(parts, i))) == identity(model)]
    return place


def with_other_row(parts: list[Part], brand: str, model: str, cells: dict[int, Cell]) -> list[Part]:
    place = place_of(parts, brand, model)
    before = row_at(parts, place).cells
    row = Row(tuple(cells.get(number, cell) for number, cell in enumerate(before)))
    changed = [*parts[:place], row, *parts[place + 1 :]]
    if 0 not in cells or is_in_place(changed, place):
        return changed
    return with_rows([*parts[:place], *parts[place + 1 :]], brand, [row])


def with_section(parts: list[Part], brand: str, rows: list[Row]) -> list[Part]:
    """The section and its entry are before those of the first brand which sorts after it."""
    places = brand_places(parts)
    place = next(
        (start for name, start, _ in places if alphabetical_key(name) > alphabetical_key(brand)),
        places[-1][2],
    )
    ordered = sorted(rows, key=lambda row: row_key(row.cells[0].text))
    section: list[Part] = [
        Heading(3, Cell(brand)),
        Other("<table>"),
        HEADER,
        *ordered,
        Other("</table>"),
    ]
    ordinal = len([part for part in parts[:place] if isinstance(part, Heading)])
    after = with_anchor(parts, [*parts[:place], *section, *parts[place:]], {ordinal})
    anchor = anchors_of([part.cell.text for part in after if isinstance(part, Heading)])[ordinal]
    entries = brand_entries(after, [name for name, _, _ in places])
    if not entries:
        return after
    later = [
        place for place, link in entries if alphabetical_key(link.text) > alphabetical_key(brand)
    ]
    place = (later or [entries[-1][0] + 3])[0] - 1
    return [
        *after[:place],
        Other("<li>"),
        Link(f"#{anchor}", brand),
        Other("</li>"),
        *after[place:],
    ]


def without_entry(parts: list[Part], brand: str, model: str) -> list[Part]:
    """The row goes, and with the last one of a brand its section."""
    if len(row_places(parts, brand)) == 2:
        return without_section(parts, brand)
    place = place_of(parts, brand, model)
    return [*parts[:place], *parts[place + 1 :]]


def without_section(parts: list[Part], brand: str) -> list[Part]:
    (found,) = [
        (start, stop)
        for name, start, stop in brand_places(parts)
        if normalize_name(name) == normalize_name(brand)
    ]
    start, stop = found
    gone = {entry + step for entry, _ in brand_entries(parts, [brand]) for step in (-1, 0, 1)}
    ordinal = len([part for part in parts[:start] if isinstance(part, Heading)])
    rest = [
        part
        for number, part in enumerate(parts)
        if number not in gone and not start <= number < stop
    ]
    return with_anchor(parts, rest, {ordinal}, is_gone=True)


def with_anchor(
    before: list[Part], after: list[Part], ordinals: set[int], is_gone: bool = False
) -> list[Part]:
    """The parts after a heading has come or gone: entries still lead to their headings."""
    old, new = (
        anchors_of([part.cell.text for part in parts if isinstance(part, Heading)])
        for parts in (before, after)
    )
    whole = old if is_gone else new
    kept = [anchor for ordinal, anchor in enumerate(whole) if ordinal not in ordinals]
    moved = dict(zip(kept, new, strict=True) if is_gone else zip(old, kept, strict=True))
    contents, rest = after[: list_start(after)], after[list_start(after) :]
    return [
        Link(f"#{moved[p.href[1:]]}", p.text) if isinstance(p, Link) and p.href[0] == "#" else p
        for p in contents
    ] + rest


def brand_entries(parts: list[Part], brands: list[str]) -> list[tuple[int, Link]]:
    """The links of the contents to brands with their places, each between its <li> and </li>."""
    return [
        (i, p)
        for i, p in enumerate(parts[: list_start(parts)])
        if isinstance(p, Link) and p.text in brands and p.href[0] == "#"
    ]
