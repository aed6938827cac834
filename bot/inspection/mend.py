"""What is mechanical about the list, mended with as few lines as possible, and proved like the bot's own edits."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from bot.inspection.contents import inspect_contents
from bot.inspection.rows import (
    COMMUNICATION,
    MODEL,
    NOTES,
    SOURCE,
    VERSIONS,
    read_columns,
    read_link,
)
from bot.inspection.written import LOST, WrittenRow, written_rows
from bot.intake.cleaning import clean_name
from bot.listing.charger import HEADER, NO_SOURCE, Cell, Entry, source_entry, text_entry
from bot.listing.edit import (
    Splice,
    before_link,
    contents_entry,
    following_links,
    item_end,
    relinked,
    spliced,
    with_cells,
)
from bot.listing.lines import indentation
from bot.listing.listing import Brand, Listing, Row, read_listing
from bot.listing.order import brand_key, identity, model_key
from bot.listing.proof import Cells, prove_mended
from bot.listing.rendering import ContentsEntry
from bot.proposal.names import full_model, is_plainly_full

_BY_THE_BOT = {"decomposed", "misspelt", "untidy"}  # problems whose suggestion is what the bot itself would write
Thing = TypeVar("Thing")


def mend(text: str) -> str:
    """Mend the order of models, brands and contents, links of the contents, and cells of which the meaning is plain.

    Raises BrokenList when README.md cannot be edited, or when a reader would see anything else change.
    """
    before = after = read_listing(text)
    for step in (_mend_cells, _order_rows, _order_sections, _mend_links, _order_contents, _part_headings):
        if splices := list(step(after)):
            earlier, after = after, read_listing(spliced(after, splices))
            if links := following_links(earlier, after):
                after = read_listing(spliced(after, links))
    prove_mended(before, {brand.name: _expected_rows(before, brand) for brand in before.brands}, after)
    return after.text


def _expected_rows(listing: Listing, brand: Brand) -> list[Cells]:
    rows = [_mended_cells(written) for written in written_rows(listing, brand)]
    return sorted(rows, key=lambda cells: model_key(cells[0].text)) if _can_be_ordered(listing, brand) else rows


def _can_be_ordered(listing: Listing, brand: Brand) -> bool:
    return all(read_columns(written).is_sure for written in written_rows(listing, brand))


def _mended_cells(written: WrittenRow) -> Cells:
    pairs = zip(_mended_entries(written), written.row.cells, strict=True)
    return tuple(entry.shown if entry else cell for entry, cell in pairs)


def _mended_entries(written: WrittenRow) -> list[Entry | None]:
    """The cells to write anew; none that is marked up, since its text alone says less, or the reverse.

    A row in which a character is lost is left to a person: it would be written anew as what is shown in its place.
    """
    mended: dict[str, Entry] = {}
    columns = read_columns(written)
    marked_up = {problem.field for problem in columns.problems if problem.code == "markup"}
    for problem in columns.problems if columns.is_sure and LOST not in written.line else ():
        if problem.field in marked_up or (problem.field == MODEL and not _is_plain(written)):
            continue
        if problem.code in _BY_THE_BOT and problem.field in {MODEL, VERSIONS, COMMUNICATION, NOTES}:
            mended[problem.field] = text_entry(str(problem.facts["suggestion"]))
        elif problem.code in _BY_THE_BOT and problem.field == SOURCE:
            mended[SOURCE] = _mended_sources(written.row.cells[-1])
        elif problem.code == "source_cell" and (problem.facts["suggestion"] or not written.raw[-1].markdown):
            mended[SOURCE] = text_entry(NO_SOURCE)
    return [mended.get(column) for column in HEADER]


def _is_plain(written: WrittenRow) -> bool:
    """Whether the name that the bot would write is plainly meant, and is not that of another row."""
    if not written.is_under_its_brand:
        return True
    brand, model = written.brand, clean_name(written.row.model)
    name = identity(full_model(brand.name, model))
    is_taken = name != identity(model) and name in brand.rows_by_identity
    return is_plainly_full(brand.name, model) and not is_taken


def _mended_sources(cell: Cell) -> Entry:
    return source_entry(read_link(title, url) for title, url in cell.links)


def _mend_cells(listing: Listing) -> Iterator[Splice]:
    for brand in listing.brands:
        for written in written_rows(listing, brand):
            entries = _mended_entries(written)
            if any(entries):
                line = with_cells(written.line, written.row, entries)
                yield Splice(written.row.line - 1, written.row.line, (line,))


def _order_rows(listing: Listing) -> Iterator[Splice]:
    for brand in listing.brands:
        if not _can_be_ordered(listing, brand):
            continue
        kept, moved = _parted(brand.rows, _place_of_row)
        for row in moved:
            yield Splice(row.line - 1, row.line, ())
        for row in sorted(moved, key=_place_of_row, reverse=True):
            place = bisect_right(kept, _place_of_row(row), key=_place_of_row)
            target = kept[place].line - 1 if place < len(kept) else kept[-1].line
            yield Splice(target, target, _without_ends(listing.lines[row.line - 1 : row.line]))


def _place_of_row(row: Row) -> tuple[Any, int]:
    """Sorts rows by their models, and those of one model as they stand."""
    return model_key(row.model), row.line


def _order_sections(listing: Listing) -> Iterator[Splice]:
    kept, moved = _parted(listing.brands, lambda brand: brand_key(brand.name))
    for brand in moved:
        yield Splice(brand.line - 1, brand.end - 1, ())
    for brand in sorted(moved, key=lambda brand: brand_key(brand.name), reverse=True):
        following = next((other for other in kept if brand_key(other.name) > brand_key(brand.name)), None)
        target = following.line - 1 if following else kept[-1].end - 1
        yield Splice(target, target, _section(listing, brand, target))


def _section(listing: Listing, brand: Brand, target: int) -> tuple[str, ...]:
    """The lines of a section, parted by a blank line from what will stand before and behind it."""
    lines = _without_ends(listing.lines[brand.line - 1 : brand.end - 1])
    before = ("",) if listing.lines[target - 1].strip() else ()
    behind = ("",) if lines[-1].strip() and target < len(listing.lines) else ()
    return (*before, *lines, *behind)


def _mend_links(listing: Listing) -> Iterator[Splice]:
    """Give entries of the contents the anchor that they mean, and take out those that are there twice."""
    entries = {entry.line: entry for entry in listing.contents}
    for finding in inspect_contents(listing):
        line, problem = finding.place.line, finding.problem
        if problem.code == "contents_doubled":
            if item_end(listing, entries[line]) == line:  # nothing is set in below it
                yield Splice(line - 1, line, ())
        elif meant := str(problem.facts.get("suggestion", "")):
            yield Splice(line - 1, line, (relinked(listing, entries[line], meant.removeprefix("#")),))


def _order_contents(listing: Listing) -> Iterator[Splice]:
    """Put the brands' entries, with all below them, in the order of their sections, and make those that are missing."""
    position = {brand.anchor: index for index, brand in enumerate(listing.brands)}
    kept, moved = _parted(_entries_of_brands(listing, position), lambda entry: position[entry.anchor])
    for entry in moved:
        yield Splice(entry.line - 1, item_end(listing, entry), ())
    there = {entry.anchor for entry in listing.contents}
    for brand in reversed(listing.brands) if kept else ():
        following = next((entry for entry in kept if position[entry.anchor] > position[brand.anchor]), None)
        target, near = (following.line - 1, following) if following else (item_end(listing, kept[-1]), kept[-1])
        for entry in reversed([entry for entry in moved if entry.anchor == brand.anchor]):
            yield Splice(target, target, _item(listing, entry, near))
        if brand.anchor not in there:
            yield Splice(target, target, (contents_entry(listing, near, brand.name, brand.anchor),))


def _item(listing: Listing, entry: ContentsEntry, near: ContentsEntry) -> tuple[str, ...]:
    """The lines of a contents entry and of all below it, beginning like the one that it comes near to."""
    first, *others = _without_ends(listing.lines[entry.line - 1 : item_end(listing, entry)])
    return before_link(listing, near) + first.removeprefix(before_link(listing, entry)), *others


def _entries_of_brands(listing: Listing, position: Mapping[str, int]) -> list[ContentsEntry]:
    """The entries that lead to brands and are set in like the first; the others stay where somebody has put them."""
    found = [entry for entry in listing.contents if entry.anchor in position]
    margins = [indentation(listing.lines[entry.line - 1]) for entry in found]
    return [entry for entry, margin in zip(found, margins, strict=True) if margin == margins[0]]


def _part_headings(listing: Listing) -> Iterator[Splice]:
    """Put a blank line between a table and the heading that it runs into."""
    for brand in listing.brands:
        if listing.runs_on(brand):
            yield Splice(brand.end - 1, brand.end - 1, ("",))


def _without_ends(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.rstrip("\r\n") for line in lines)


def _parted(things: Sequence[Thing], key: Callable[[Thing], Any]) -> tuple[list[Thing], list[Thing]]:
    """As many things as are in order already, and the others, which must move.

    https://en.wikipedia.org/wiki/Longest_increasing_subsequence
    """
    ends: list[Any] = []  # the least key that a sequence of each length can end with
    lengths = []
    for thing in things:
        length = bisect_right(ends, key(thing))
        ends[length : length + 1] = [key(thing)]
        lengths.append(length)
    kept: list[Thing] = []
    moved: list[Thing] = []
    wanted = len(ends) - 1
    for thing, length in zip(reversed(things), reversed(lengths), strict=True):
        if length == wanted and (not kept or key(thing) <= key(kept[-1])):
            kept.append(thing)
            wanted -= 1
        else:
            moved.append(thing)
    return kept[::-1], moved[::-1]
