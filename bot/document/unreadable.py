"""Why a section cannot be read as one, or not be edited, in the words of its keeper."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.document.appearance import (
    comparable,
    fenced_lines,
    is_bullet_with,
    is_html_table,
    is_tabbed,
    row_pattern,
    section_name,
)
from bot.document.page import Page
from bot.document.section import Table
from bot.document.segment import Heading
from bot.document.tables import ShownTable
from bot.names.order import normalize_name
from bot.rules import list_rules
from bot.rules.finding import Finding, Place, finding
from bot.rules.rule import Rule
from bot.shape.shape import Shape


def section_flaws(
    page: Page, shape: Shape, name: str, level: int, tables: Sequence[Table]
) -> list[Finding]:
    """What keeps a section from being edited: a table below none, or below another's heading."""
    flaws = []
    for before, after in pairwise(tables):
        between = [h for h in page.headings if h.line in range(before.line, after.line)]
        if not between and shape.has_sections:
            flaws.append(finding(list_rules.TWO_TABLES, after.line, received=name))
        elif between and _is_another_section(between[-1], after, name, shape):
            other = f"{'#' * level} {between[-1].text}"
            flaws.append(finding(list_rules.SECTION_LEVEL, between[-1].line, heading=other))
    return flaws


def other_columns_finding(lines: Sequence[str], shape: Shape, table: ShownTable) -> Finding:
    """A table whose header is not that of the list, with the place where it begins to differ."""
    column = 1
    for place, given in enumerate(table.header):
        if given not in shape.header[place : place + 1]:
            column = max(lines[table.line - 1].find(given), 0) + 1
            break
    received, suggestion = " | ".join(table.header), " | ".join(shape.header)
    return Finding(
        Place(table.line, column),
        list_rules.COLUMNS.problem(received=received, suggestion=suggestion),
    )


def resembles(shape: Shape, table: ShownTable) -> bool:
    """Whether a table is meant for one of the list: it has half of the columns, or their number."""
    wanted = {comparable(name) for name in shape.header}
    common = wanted & {comparable(name) for name in table.header}
    return 2 * len(common) >= len(wanted) or len(table.header) == len(shape.header)


def _is_another_section(heading: Heading, table: Table, name: str, shape: Shape) -> bool:
    """Whether the rows below a sub-heading begin with it, and not with the section's name."""
    if not shape.names_start_with_section or not table.names:
        return False
    own, other = f"{normalize_name(name)} ", f"{normalize_name(heading.text)} "
    for written in table.names:
        row = f"{normalize_name(written)} "
        if row.startswith(own) or not row.startswith(other):
            return False
    return True


def find_unreadable(
    page: Page,
    lines: Sequence[str],
    shape: Shape,
    heading: Heading,
    end: int,
    stray: Sequence[int],
) -> Finding | None:
    """Why the lines below a heading are no table of the list, if they look like rows.

    None for a section of prose, which only invites or explains.
    """
    start = heading.line
    for table in page.tables:
        if table.line in range(start, end) and not table.is_nested:
            return other_columns_finding(lines, shape, table)
    for row in stray:
        if row in range(start, end):
            return finding(list_rules.STRAY_ROW, row)
    fenced = fenced_lines(page, lines)
    for number in range(start + 1, end):
        rule = _row_in_other_form(shape, heading.text, lines[number - 1], number in fenced)
        if rule:
            return finding(rule, number, received=heading.text)
    return None


def _row_in_other_form(shape: Shape, heading: str, line: str, is_fenced: bool) -> Rule | None:
    """The rule against a line which holds a row, but not as one of a table."""
    if is_fenced:
        is_row = row_pattern(len(shape.header)).match(line)
        return list_rules.FENCED_ROWS if is_row else None
    if is_html_table(line):
        return list_rules.HTML_TABLE
    if is_tabbed(line):
        return list_rules.TABBED_ROWS
    if shape.names_start_with_section and is_bullet_with(section_name(heading, shape), line):
        return list_rules.NO_TABLE_IN_SECTION
    return None


def find_misplaced(
    headings: Sequence[Heading],
    tables: Sequence[Table],
    shape: Shape,
    level: int,
    start: int,
    end: int,
) -> Iterator[tuple[str, int, Finding]]:
    """Tables of the list outside of it, or below a sub-heading with rows of its own.

    Each with its name and the line of its heading.
    """
    section = f"{'#' * level} {shape.section_noun.capitalize()}"
    place = f"{'#' * max(level - 1, 1)} {shape.file.heading}"
    for table in tables:
        count = bisect_left(headings, table.line, key=lambda heading: heading.line)
        if not count:
            continue
        heading = headings[count - 1]
        if table.line not in range(start, end):
            flaw = finding(list_rules.TABLE_OUTSIDE, table.line, suggested=section, heading=place)
            yield heading.text, heading.line, flaw
        elif heading.level > level:
            name = ""
            for above in headings[:count]:
                if above.level == level and above.line in range(start, end):
                    name = above.text
            if _is_another_section(heading, table, name, shape):
                wanted = f"{'#' * level} {heading.text}"
                flaw = finding(list_rules.SECTION_LEVEL, heading.line, heading=wanted)
                yield heading.text, heading.line, flaw


def find_nested(
    headings: Sequence[Heading], tables: Sequence[ShownTable], start: int, end: int
) -> Iterator[tuple[str, int, Finding]]:
    """Tables of the list, with rows, inside a list or a quote.

    Each with the text of the heading above it and its own line.
    """
    for table in tables:
        if table.line in range(start, end) and table.rows:
            count = bisect_left(headings, table.line, key=lambda heading: heading.line)
            name = headings[count - 1].text if count else ""
            yield name, table.line, finding(list_rules.NESTED_TABLE, table.line)


def no_table_finding(page: Page, shape: Shape, line: int) -> Finding:
    """The error at the first table from a line on to resemble one of the list, if any."""
    header = f"| {' | '.join(shape.header)} |"
    for table in page.tables:
        if table.line >= line and resembles(shape, table):
            found = f"| {' | '.join(table.header)} |"
            return finding(list_rules.OTHER_HEADER, table.line, header=header, received=found)
    return finding(list_rules.NO_TABLE, line, header=header)
