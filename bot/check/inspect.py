"""The inspection of README.md: everything that is wrong with the list, in the order of its lines."""

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from bot.check.contents import inspect_contents
from bot.check.duplicates import find_duplicate_rows, inspect_doubled_brands
from bot.check.finding import Finding, Place
from bot.check.invisible import inspect_unseen
from bot.check.matching import meant_key
from bot.check.rows import read_columns
from bot.check.source_rows import SourceRow, is_name, normalization_problem, source_rows
from bot.document.charger import HEADER
from bot.document.conflict import left_conflict
from bot.document.parse import Brand, Listing, parse_lenient
from bot.document.rendering import RenderedTable, render
from bot.errors import ReadmeError
from bot.forms.values import BRAND_LIMIT, read_name
from bot.names.cleaning import deceptive_words
from bot.names.order import brand_key
from bot.rules import list_rules
from bot.rules.rule import FieldErrors, Problem

# What GitHub shows of a file, and what its contents API gives:
# https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits
_LIMITS = {
    512_000: "GitHub shows no file beyond",
    1_000_000: "GitHub's contents API gives no file beyond",
}
_NEAR = 0.8
# A line whose first mark is a pipe, behind those of lists and quotes, or that has as many pipes as
# part its columns.
_LIKE_A_ROW = re.compile(rf"[ \t>*+-]*\|.*\||(?:(?:[^|\\]|\\.)*\|){{{len(HEADER) - 1}}}")
_FENCE = re.compile("`{3}|~{3}")


def inspect(text: str) -> tuple[Finding, ...]:
    """Find everything that is wrong with README.md; of a conflict that is left only that, from
    which all follows.
    """
    if conflict := left_conflict(text):
        return (finding_of(conflict),)
    listing = parse_lenient(text)
    found = [
        *_size(text),
        *(finding_of(fault) for fault in listing.faults),
        *inspect_unseen(listing),
        *_look_alikes(listing),
        *_tables(listing),
        *_stray_rows(listing),
        *_brands(listing),
        *inspect_doubled_brands(listing.brands),
        *inspect_contents(listing),
    ]
    for brand in listing.brands:
        found += _rows_of(listing, brand)
    return tuple(sorted(found, key=lambda finding: finding.place))


def _size(text: str) -> Iterator[Finding]:
    size = len(text.encode())
    for limit, why in _LIMITS.items():
        if size > _NEAR * limit:
            yield Finding(
                Place(1),
                Problem(list_rules.SIZE, None, {"count": size, "limit": limit, "why": why}),
            )


def finding_of(fault: ReadmeError) -> Finding:
    """A fault that keeps the bot from editing, as a finding."""
    return Finding(Place(fault.line or 1), Problem(list_rules.BROKEN, None, {"told": fault.told}))


def _look_alikes(listing: Listing) -> Iterator[Finding]:
    """Letters of another alphabet in headings and in the table of contents; in those of brands
    they are no name.
    """
    brands = {brand.line for brand in listing.brands}
    headings = [
        (heading.line, heading.text) for heading in listing.headings if heading.line not in brands
    ]
    for line, text in [*headings, *((entry.line, entry.text) for entry in listing.contents)]:
        for word in deceptive_words(text):
            column = max(listing.lines[line - 1].find(word), 0) + 1
            yield Finding(
                Place(line, column), Problem(list_rules.LOOK_ALIKES, None, {"received": word})
            )


def _tables(listing: Listing) -> Iterator[Finding]:
    """Tables in the list that are no brand's, since their header is another or no heading stands
    above.
    """
    known = {brand.table.line for brand in listing.brands}
    for table in render(listing.text).tables:
        is_inside = listing.start < table.line < listing.end
        if table.line in known or not (is_inside or table.header == HEADER):
            continue
        if not is_inside:
            if listing.brands:
                yield Finding(Place(table.line), Problem(list_rules.TABLE_OUTSIDE))
        elif table.header == HEADER:
            if table.line < min((brand.line for brand in listing.brands), default=listing.end):
                yield Finding(Place(table.line), Problem(list_rules.TABLE_WITHOUT_BRAND))
        else:
            facts = {"received": " | ".join(table.header), "suggestion": " | ".join(HEADER)}
            yield Finding(
                Place(table.line, _first_difference(listing, table)),
                Problem(list_rules.COLUMNS, None, facts),
            )


def _stray_rows(listing: Listing) -> Iterator[Finding]:
    """Lines of the list that look like rows, but stand in no table for GitHub; of several in a
    row the first.
    """
    rendering = render(listing.text)
    shown = {line for table in rendering.tables for line in range(table.line, table.line + 2)}
    shown |= {row.line for table in rendering.tables for row in table.rows}
    fenced = (place for place in rendering.code if _FENCE.search(listing.lines[place[0] - 1]))
    shown |= {line for first, last in fenced for line in range(first, last + 1)}
    last, is_comment = 0, False
    for number in range(listing.start, listing.end):
        line = listing.lines[number - 1]
        if number not in shown and not is_comment and _LIKE_A_ROW.match(line):
            if number != last + 1:
                yield Finding(Place(number), Problem(list_rules.STRAY_ROW))
            last = number
        is_comment = (is_comment or "<!--" in line) and "-->" not in line.rpartition("<!--")[2]


def _first_difference(listing: Listing, table: RenderedTable) -> int:
    """The column at which a header begins to be another than that of the list."""
    pairs = zip_longest(table.header, HEADER, fillvalue="")
    wrong = next(given for given, wanted in pairs if given != wanted)
    return max(listing.lines[table.line - 1].find(wrong), 0) + 1 if wrong else 1


def _brands(listing: Listing) -> Iterator[Finding]:
    for brand in listing.brands:
        place = _heading_place(listing, brand)
        try:
            name = read_name(brand.name, BRAND_LIMIT)
        except FieldErrors as mistakes:
            yield from (Finding(place, problem) for problem in mistakes.problems("Brand"))
        else:
            if name != brand.name and (problem := normalization_problem("Brand", brand.name, name)):
                yield Finding(place, problem)
    for brand, after in pairwise(listing.brands):
        if brand_key(brand.name) > brand_key(after.name):
            facts = {"received": after.name, "known": brand.name}
            yield Finding(
                _heading_place(listing, after), Problem(list_rules.BRAND_ORDER, None, facts)
            )


def _heading_place(listing: Listing, brand: Brand) -> Place:
    line = listing.lines[brand.line - 1]
    return Place(brand.line, len(line) - len(line.lstrip(" #\t")) + 1)


def _rows_of(listing: Listing, brand: Brand) -> Iterator[Finding]:
    try:
        rows = list(source_rows(listing, brand))
    except ReadmeError as fault:
        yield finding_of(fault)
        return
    yield from (
        Finding(_heading_place(listing, brand), problem) for problem in _without_rows(brand, rows)
    )
    read_rows = [(written, read_columns(written)) for written in rows]
    for written, read in read_rows:
        yield from (Finding(written.place(problem), problem) for problem in read.problems)
    by_line = {written.row.line: written for written in rows}
    for row, problem in find_duplicate_rows(brand):
        yield Finding(by_line[row.line].place(problem), problem)
    for before, after in pairwise(written for written, read in read_rows if read.is_sure):
        if meant_key(brand.name, before.row.model) > meant_key(brand.name, after.row.model):
            facts = {"received": after.row.model, "known": before.row.model}
            problem = Problem(list_rules.MODEL_ORDER, "Model", facts)
            yield Finding(after.place(problem), problem)
    if listing.runs_on(brand):
        yield Finding(Place(brand.end), Problem(list_rules.RUNS_ON))


def _without_rows(brand: Brand, rows: list[SourceRow]) -> Iterator[Problem]:
    """A brand that has no row at all, or none that begins with its name."""
    if not rows:
        yield Problem(list_rules.NO_ROWS, None, {"received": brand.name})
    elif not rows[0].is_under_its_brand and is_name(brand.name):
        yield Problem(list_rules.BRAND_IN_NO_ROW, None, {"received": brand.name})
