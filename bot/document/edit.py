"""The edit: a change of the list as splices of README.md."""

from typing import NamedTuple

from bot.document.anchors import anchors
from bot.document.changes import Addition, Alteration, Change, NewRow
from bot.document.document import Document
from bot.document.escape import escape
from bot.document.heading_links import (
    MovedAnchor,
    entry_line,
    follow_anchors,
    item_end,
    moved_anchors,
)
from bot.document.placing import (
    place_after_change,
    place_of_row,
    place_of_section,
    table_for,
)
from bot.document.rows import Row
from bot.document.section import Section, Table
from bot.document.segment import LinkItem
from bot.document.splices import Splice, apply_splices
from bot.names.order import normalize_name
from bot.shape.ordering import row_order


class Edit(NamedTuple):
    """README.md after a change, and the anchors moved by it."""

    text: str
    moved_anchors: tuple[MovedAnchor, ...] = ()


def edit(document: Document, change: Change) -> Edit:
    """Write a change.

    An alteration and a removal need their section and one row of their name; else LookupError.
    Raises ReadmeError where the section cannot be edited.
    """
    section = document.section(change.section)
    if section is None:
        if isinstance(change, Addition):
            return _add_section(document, change)
        raise LookupError(change.section)
    if isinstance(change, Addition):
        return Edit(apply_splices(document.lines, _added_rows(document, section, change)))
    row = section.row(change.name, change.line)
    if isinstance(change, Alteration):
        return Edit(apply_splices(document.lines, _altered_row(document, section, row, change)))
    if len(section.rows) > 1 or not document.shape.has_sections:
        return Edit(apply_splices(document.lines, [Splice(row.line - 1, row.line, ())]))
    return _remove_section(document, section)


def new_rows_in_order(document: Document, rows: tuple[NewRow, ...]) -> list[NewRow]:
    """New rows in the order of the list, those of unknown place last; as they came without one."""
    column, key = row_order(document.shape)
    if key is None:
        return list(rows)
    keys = {row: key(row.contents[column].text) for row in rows}
    return sorted(rows, key=lambda row: (keys[row] is None, keys[row]))


def _added_rows(document: Document, section: Section, change: Addition) -> list[Splice]:
    gaps: dict[int, list[str]] = {}
    for row in new_rows_in_order(document, change.rows):
        table = table_for(document.shape, section, row.contents)
        place = place_of_row(document.shape, row.contents, table.rows)
        line = _line_of_place(table, table.rows, place)
        gaps.setdefault(line, []).append(table.style.row(row.contents))
    return [Splice(line, line, tuple(rows)) for line, rows in gaps.items()]


def _line_of_place(table: Table, rows: tuple[Row, ...], place: int) -> int:
    if place < len(rows):
        return rows[place].line - 1
    return rows[-1].line if rows else table.line + 1


def _altered_row(
    document: Document, section: Section, row: Row, change: Alteration
) -> list[Splice]:
    table = section.table_of(row)
    line = row.line_with(change.contents)
    cells = row.cells_with(change.contents)
    place = place_after_change(document.shape, cells, row, table.rows)
    here = table.rows.index(row)
    if place == here:
        return [Splice(row.line - 1, row.line, (line,))]
    others = table.rows[:here] + table.rows[here + 1 :]
    target = _line_of_place(table, others, place)
    return [Splice(row.line - 1, row.line, ()), Splice(target, target, (line,))]


def _add_section(document: Document, change: Addition) -> Edit:
    place = place_of_section(document.shape, change.section, document.section_names)
    start = _line_of_section(document, place)
    headings = [heading.text for heading in document.headings]
    ordinal = sum(heading.line <= start for heading in document.headings)
    after = anchors([*headings[:ordinal], change.section, *headings[ordinal:]])
    moved = moved_anchors(document, after[:ordinal] + after[ordinal + 1 :])
    lines = _section_lines(document, change, place)
    if document.lines[start - 1].strip():
        lines.insert(0, "")
    if start < text_line_count(document):
        lines.append("")
    splices = [Splice(start, start, tuple(lines)), *follow_anchors(document, moved)]
    splices += _contents_entry(document, change.section, after[ordinal])
    return Edit(apply_splices(document.lines, splices), tuple(moved.values()))


def _section_lines(document: Document, change: Addition, place: int) -> list[str]:
    """The heading and the table of a new section, in the style of the table above or below."""
    table = document.sections[max(place - 1, 0)].tables[0]
    rows = [table.style.row(row.contents) for row in new_rows_in_order(document, change.rows)]
    heading = f"{'#' * document.section_level} {escape(change.section)}"
    return [heading, "", *table.head, *rows]


def _line_of_section(document: Document, place: int) -> int:
    """The first line of a new section, counted from 0."""
    if place < len(document.sections):
        return document.sections[place].line - 1
    return min(document.sections[-1].end - 1, text_line_count(document))


def text_line_count(document: Document) -> int:
    """The number of lines without the empty ones at the end of the file."""
    count = len(document.lines)
    while count and not document.lines[count - 1].strip(" \t\r\n"):
        count -= 1
    return count


def _contents_entry(document: Document, name: str, anchor: str) -> list[Splice]:
    """The new line of the table of contents, if that has the other sections.

    None is needed where a line for such a section, since removed, is still there.
    """
    if any(_is_left_over(document, entry, name, anchor) for entry in document.contents):
        return []
    sections = {section.anchor for section in document.sections}
    entries = [entry for entry in document.contents if entry.anchor in sections]
    if not entries:
        return []
    place = place_of_section(document.shape, name, [entry.text for entry in entries])
    if place < len(entries):
        near, line = entries[place], entries[place].line - 1
    else:
        near, line = entries[-1], item_end(document, entries[-1])
    return [Splice(line, line, (entry_line(document, near, name, anchor),))]


def _is_left_over(document: Document, entry: LinkItem, name: str, anchor: str) -> bool:
    """Whether an entry of the contents leads nowhere, and to a new section of this name then."""
    is_dead = anchor not in document.anchors.values()
    is_same = normalize_name(entry.text) == normalize_name(name)
    return is_dead and is_same and entry.anchor == anchor


def _remove_section(document: Document, section: Section) -> Edit:
    gone = document.anchors_in(section)
    kept = [h.text for h in document.headings if document.anchors[h.line] not in gone]
    remaining = iter(anchors(kept))
    after = ["" if anchor in gone else next(remaining) for anchor in document.anchors.values()]
    moved = {old: move for old, move in moved_anchors(document, after).items() if move.new}
    start, stop = section.line - 1, min(section.end - 1, text_line_count(document))
    while stop == text_line_count(document) and start and not document.lines[start - 1].strip():
        start -= 1  # empty lines which separate the section from the one above go with it
    taken = [Splice(start, stop, ()), *_without_entries(document, gone)]
    lines = {line for splice in taken for line in range(splice.start, splice.stop)}
    links = [link for link in follow_anchors(document, moved) if link.start not in lines]
    return Edit(apply_splices(document.lines, [*taken, *links]), tuple(moved.values()))


def _without_entries(document: Document, gone: set[str]) -> list[Splice]:
    """The contents entries which lead to these anchors, with everything indented below them."""
    splices: list[Splice] = []
    for entry in document.contents:
        if entry.anchor in gone and not (splices and entry.line <= splices[-1].stop):
            splices.append(Splice(entry.line - 1, item_end(document, entry), ()))
    return splices
