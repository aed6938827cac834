"""What is mechanical about the list, mended with as few lines as possible, and proved like the
bot's own edits.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate, islice
from typing import Any, NamedTuple, TypeVar

from bot.check.contents import inspect_contents, read_contents
from bot.check.matching import meant_key, rows_by_meaning
from bot.check.rows import (
    COMMUNICATION,
    MODEL,
    NOTES,
    SOURCE,
    VERSIONS,
    read_columns,
    read_link,
)
from bot.check.source_rows import LOST, SourceRow, source_rows
from bot.document.charger import HEADER, NO_SOURCE, Cell, CellContent, source_entry, text_entry
from bot.document.edit import (
    Splice,
    apply_splices,
    contents_entry,
    following_links,
    item_end,
    list_marker,
    with_anchor,
    with_cells,
)
from bot.document.parse import Brand, Listing, Row, read_listing
from bot.document.rendering import ContentsEntry, RenderedHeading, render
from bot.document.verify import Cells, Promise, verify_fix
from bot.errors import ReadmeError
from bot.forms.values import MODEL_LIMIT
from bot.names.cleaning import clean_name
from bot.names.full_name import canonical_model, is_unambiguous
from bot.names.order import brand_key, identity
from bot.rules import list_rules
from bot.rules.rule import FieldErrors

Part = Callable[[Listing], Iterator[Splice]]
Filling = Mapping[
    int, tuple[ContentsEntry, ContentsEntry]
]  # by line: the entry that stands there, and the one to be
_BY_THE_BOT = {
    "decomposed",
    "misspelt",
    "untidy",
    "untitled",
}  # their suggestion is what the bot itself would write
Thing = TypeVar("Thing")


class Mended(NamedTuple):
    """The list with what could be mended, and why the rest was left as it is, by the lines of
    `text`.
    """

    text: str
    left: tuple[ReadmeError, ...]


class _Step(NamedTuple):
    """What is mended and proved at once: its parts, one after the other, and what they promise.

    `left` says that it was left out.
    """

    left: str
    parts: tuple[Part, ...]
    promise: Callable[[Listing], Promise]


def mend(text: str) -> Mended:
    """Mend the order of models, brands and contents, links of the contents, and cells of which
    the meaning is plain.

    What one step has mended can let another mend more, so they are taken until nothing changes.
    Raises ReadmeError when README.md cannot be edited.
    """
    listing = read_listing(text)
    left: list[ReadmeError] = []
    known: set[str] = set()
    while listing.text not in known:
        known.add(listing.text)
        left.clear()
        for step in _STEPS:
            listing = _taken(step, listing, left)
    return Mended(listing.text, tuple(left))


def _taken(step: _Step, before: Listing, left: list[ReadmeError]) -> Listing:
    """The list after a step, or after those of its parts that can be taken alone; why not is
    told in `left`.
    """
    try:
        return _proved(step, step.parts, before)
    except ReadmeError as fault:
        after = before
        for part in step.parts:
            with suppress(ReadmeError):
                after = _proved(step, [part], after)
        if after is before:
            left.append(ReadmeError(fault.line, f"{step.left}: {fault.told}"))
        return after


def _proved(step: _Step, parts: Sequence[Part], before: Listing) -> Listing:
    """The list after parts of a step. Raises ReadmeError, with a line from before, when anything
    else would change.
    """
    after = before
    for part in parts:
        if splices := list(part(after)):
            earlier, after = after, _reread(before, apply_splices(after, splices))
            if links := following_links(earlier, after):
                after = _reread(before, apply_splices(after, links))
    if after is not before:
        verify_fix(before, step.promise(before), after)
        if _told_of_contents(after) - _told_of_contents(before):
            raise ReadmeError(before.start, "the table of contents would be wrong in another way.")
    return after


def _reread(before: Listing, text: str) -> Listing:
    """The list with another text. Raises ReadmeError, with a line from before."""
    try:
        return read_listing(text)
    except ReadmeError as fault:
        raise ReadmeError(before.start, "it could no longer be read as a list.") from fault


def _told_of_contents(listing: Listing) -> Counter[str]:
    return Counter(finding.problem.rule.code for finding in inspect_contents(listing))


def _as_they_are(listing: Listing) -> Promise:
    return [(brand, [row.cells for row in brand.rows]) for brand in listing.brands]


def _with_rows_mended(listing: Listing) -> Promise:
    return [(brand, _expected_rows(listing, brand)) for brand in listing.brands]


def _in_order(listing: Listing) -> Promise:
    return sorted(_as_they_are(listing), key=lambda promised: _place_of_section(promised[0]))


def _expected_rows(listing: Listing, brand: Brand) -> list[Cells]:
    rows = [_mended_cells(written) for written in source_rows(listing, brand)]
    if _can_be_ordered(listing, brand):
        rows.sort(key=lambda cells: meant_key(brand.name, cells[0].text))
    return rows


def _can_be_ordered(listing: Listing, brand: Brand) -> bool:
    return all(read_columns(written).is_sure for written in source_rows(listing, brand))


def _mended_cells(written: SourceRow) -> Cells:
    pairs = zip(_mended_entries(written), written.row.cells, strict=True)
    return tuple(entry.shown if entry else cell for entry, cell in pairs)


def _mended_entries(written: SourceRow) -> list[CellContent | None]:
    """The cells to write anew; none that is marked up, since its text alone says less, or the
    reverse.

    A row in which a character is lost is left to a person: it would be written anew as what is
    shown in its place.
    """
    mended: dict[str, CellContent | None] = {}
    columns = read_columns(written)
    marked_up = {problem.field for problem in columns.problems if problem.rule is list_rules.MARKUP}
    for problem in columns.problems if columns.is_sure and LOST not in written.line else ():
        if problem.field in marked_up or (problem.field == MODEL and not _is_plain(written)):
            continue
        if problem.rule.code in _BY_THE_BOT and problem.field in {
            MODEL,
            VERSIONS,
            COMMUNICATION,
            NOTES,
        }:
            mended[problem.field] = text_entry(str(problem.facts["suggestion"]))
        elif problem.rule.code in _BY_THE_BOT and problem.field == SOURCE:
            mended[SOURCE] = _mended_sources(written.row.cells[-1])
        elif problem.rule is list_rules.SOURCE_CELL and (
            problem.facts["suggestion"] or not written.raw[-1].markdown
        ):
            mended[SOURCE] = text_entry(NO_SOURCE)
    return [mended.get(column) for column in HEADER]


def _is_plain(written: SourceRow) -> bool:
    """Whether the name that the bot would write is plainly meant, and is not that of another row."""
    if not written.is_under_its_brand:
        return True
    brand, model = written.brand, clean_name(written.row.model)
    name = identity(canonical_model(brand.name, written.row.model, MODEL_LIMIT))
    is_taken = name != identity(model) and len(rows_by_meaning(brand)[name]) > 1
    return is_unambiguous(brand.name, model) and not is_taken


def _mended_sources(cell: Cell) -> CellContent | None:
    """The sources as the bot would write them; none where one of them needs a person."""
    with suppress(FieldErrors):
        return source_entry([read_link(title, url) for title, url in cell.links])
    return None


def _mend_cells(listing: Listing) -> Iterator[Splice]:
    for brand in listing.brands:
        for written in source_rows(listing, brand):
            entries = _mended_entries(written)
            if any(entries):
                line = with_cells(written.line, written.row, entries)
                yield Splice(written.row.line - 1, written.row.line, (line,))


def _order_rows(listing: Listing) -> Iterator[Splice]:
    for brand in listing.brands:
        if not _can_be_ordered(listing, brand):
            continue
        place_of_row = partial(_place_of_row, brand)
        kept, moved = _parted(brand.rows, place_of_row)
        for row in moved:
            yield Splice(row.line - 1, row.line, ())
        for row in sorted(moved, key=place_of_row, reverse=True):
            place = bisect_right(kept, place_of_row(row), key=place_of_row)
            target = kept[place].line - 1 if place < len(kept) else kept[-1].line
            yield Splice(target, target, _without_ends(listing.lines[row.line - 1 : row.line]))


def _place_of_row(brand: Brand, row: Row) -> tuple[Any, int]:
    """Sorts rows by their models, and those of one model as they stand."""
    return meant_key(brand.name, row.model), row.line


def _order_sections(listing: Listing) -> Iterator[Splice]:
    kept, moved = _parted(listing.brands, _place_of_section)
    for brand in moved:
        yield Splice(brand.line - 1, brand.end - 1, ())
    for brand in sorted(moved, key=_place_of_section, reverse=True):
        place = bisect_right(kept, _place_of_section(brand), key=_place_of_section)
        target = kept[place].line - 1 if place < len(kept) else kept[-1].end - 1
        yield Splice(target, target, _section(listing, brand, target))


def _place_of_section(brand: Brand) -> tuple[Any, int]:
    """Sorts sections by their brands, and those of one brand as they stand."""
    return brand_key(brand.name), brand.line


def _section(listing: Listing, brand: Brand, target: int) -> tuple[str, ...]:
    """The lines of a section, parted by a blank line from what will stand before and behind it."""
    lines = _without_ends(listing.lines[brand.line - 1 : brand.end - 1])
    before = ("",) if listing.lines[target - 1].strip() else ()
    behind = ("",) if lines[-1].strip() and target < len(listing.lines) else ()
    return (*before, *lines, *behind)


def _mend_links(listing: Listing) -> Iterator[Splice]:
    """Give entries of the contents the anchor that they mean, and take out those that are there
    twice.
    """
    entries = {entry.line: entry for entry in listing.contents}
    gone: set[int] = set()
    for finding in read_contents(listing).wrong:
        entry, facts = entries[finding.place.line], finding.problem.facts
        if finding.problem.rule is list_rules.CONTENTS_DOUBLED:
            gone |= _needless(listing, entries[int(str(facts["line"]))], entry, gone)
        elif (meant := str(facts["suggestion"])) and (
            line := with_anchor(listing, entry, meant.removeprefix("#"))
        ):
            yield Splice(entry.line - 1, entry.line, (line,))
    yield from (Splice(line - 1, line, ()) for line in gone)


def _needless(
    listing: Listing, first: ContentsEntry, second: ContentsEntry, gone: set[int]
) -> set[int]:
    """The line of the one of two entries of one text in one list that has nothing set in below it."""
    are_alike = (first.text, first.outermost) == (second.text, second.outermost)
    if not (are_alike and first.is_plain and second.is_plain):
        return set()
    candidates = (
        [second, first] if first.anchor == second.anchor and first.line not in gone else [second]
    )
    bare = (entry.line for entry in candidates if item_end(listing, entry) == entry.line)
    return set(islice(bare, 1))


def _add_entries(listing: Listing) -> Iterator[Splice]:
    """Put the entries that are missing among those of the other headings in the same section of
    the page.
    """
    kin, sections = defaultdict(list), _sections_of(listing)
    contents = read_contents(listing)
    for entry, heading in contents.led:
        kin[sections[heading.line]].append((entry, heading))
    furthest = {
        section: list(accumulate((h.line for _, h in pairs), max)) for section, pairs in kin.items()
    }
    for heading in reversed(contents.missing):
        near = kin[sections[heading.line]]
        if not near or heading.text in render(listing.text).linked_elsewhere:
            continue
        place = bisect_right(furthest[sections[heading.line]], heading.line)
        entry, _ = near[min(place, len(near) - 1)]
        target = entry.line - 1 if place < len(near) else item_end(listing, entry)
        yield Splice(
            target,
            target,
            (contents_entry(listing, entry, heading.text, listing.anchors[heading.line]),),
        )


def _sections_of(listing: Listing) -> dict[int, tuple[int, int]]:
    """The level of each heading with the line of the heading that it stands right under, by its
    own line.
    """
    found, above = {}, [RenderedHeading(0, 0, "")]
    for heading in listing.headings:
        while above[-1].level >= heading.level:
            above.pop()
        found[heading.line] = (heading.level, above[-1].line)
        above.append(heading)
    return found


def _order_contents(listing: Listing) -> Iterator[Splice]:
    """Put the entries of each list in the order of the headings that they lead to, each with all
    below it.
    """
    lists = defaultdict(list)
    for entry, heading in read_contents(listing).led:
        lists[entry.innermost].append((heading.line, entry))
    filling = {
        place.line: (place, entry)
        for placed in lists.values()
        for (_, place), (_, entry) in zip(placed, sorted(placed), strict=True)
    }
    lines = _without_ends(listing.lines[: listing.start])
    for number, (old, new) in enumerate(
        zip(lines, _filled(listing, lines, filling, 1, listing.start), strict=True)
    ):
        if old != new:
            yield Splice(number, number + 1, (new,))


def _filled(
    listing: Listing, lines: Sequence[str], filling: Filling, first: int, last: int
) -> Iterator[str]:
    """The lines from one to another, with other entries in their places; the marks of the lists
    stay where they are.
    """
    number = first
    while number <= last:
        line = lines[number - 1]
        if number not in filling:
            yield line
            number += 1
            continue
        place, entry = filling[number]
        line = lines[entry.line - 1]
        yield list_marker(lines[number - 1]) + line.removeprefix(list_marker(line))
        yield from _filled(listing, lines, filling, entry.line + 1, item_end(listing, entry))
        number = item_end(listing, place) + 1


def _part_headings(listing: Listing) -> Iterator[Splice]:
    """Put a blank line between a table and the heading that it runs into."""
    for brand in listing.brands:
        if listing.runs_on(brand):
            yield Splice(brand.end - 1, brand.end - 1, ("",))


def _without_ends(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.rstrip("\r\n") for line in lines)


def _parted(
    things: Sequence[Thing], key: Callable[[Thing], Any]
) -> tuple[list[Thing], list[Thing]]:
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


_STEPS = (
    _Step(
        "the rows were not mended", (_mend_cells, _order_rows, _part_headings), _with_rows_mended
    ),
    _Step(
        "the table of contents was not mended",
        (_mend_links, _add_entries, _order_contents),
        _as_they_are,
    ),
    _Step(
        "the sections and their entries were not put in order",
        (_order_sections, _order_contents),
        _in_order,
    ),
)
