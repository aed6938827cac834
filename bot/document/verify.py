"""The proof of an edit: the page after it is the page before with what its change promised.

Both are judged as GitHub's own renderer shows them. Where a new row or section goes is computed by
the same functions as for the edit, so a wrong place passes here; the tests of `placing`, those with
random lists, and `check`, which reports rows out of order, hold it.
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.document.cells import Cell, Cells
from bot.document.changes import Addition, Alteration, Change, Removal
from bot.document.document import Document
from bot.document.edit import new_rows_in_order
from bot.document.placing import (
    place_after_change,
    place_of_row,
    place_of_section,
    table_for,
)
from bot.document.section import Section
from bot.document.tables import read_row
from bot.document.view import (
    SectionView,
    Token,
    View,
    header_of,
    holds_html,
    rows_of,
    show_the_same,
    view_of,
)
from bot.errors import ReadmeError
from bot.names.order import normalize_name

# What cmark writes as entities:
# https://github.com/github/cmark-gfm/blob/0.29.0.gfm.13/src/houdini_html_e.c
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


# The rows of a table, each as HTML that stays, or as the cells to come.
Rows = list[str | Cells]


def shows(html: str, cells: Cells) -> bool:
    """Whether a row, given as HTML, has these cells: new content rendered, the rest as it is."""
    found = read_row(html)
    if len(found) != len(cells):
        return False
    for cell, wanted in zip(found, cells, strict=True):
        if cell.shown != wanted.shown:
            return False
        if isinstance(wanted, Cell) and cell.html != wanted.html:
            return False
    return True


def verify_edit(before: Document, change: Change, after: Document) -> None:
    """Compare what a reader sees before and after an edit.

    Raises ReadmeError, with the line of the section, when anything but the promised differs.
    """
    section = before.section(change.section)
    line = section.line if section else before.start
    if section and _removes_section(before, section, change):
        _refuse_html(before, section)
        expected = view_of(before, _labels_without(before, section))
        _drop_section(expected, before, section)
        promised: list[Rows] = []
    elif section is None and isinstance(change, Addition):
        # Links which led nowhere may lead to the new heading, or to one whose anchor moves.
        labels = {**after.headings_by_anchor, **before.headings_by_anchor}
        expected = view_of(before, labels)
        promised = [_add_section(before, expected, change)]
    else:
        expected = _view(before).copy()
        promised = _change_rows(before, expected, section, change)
    _compare(expected, _view(after), promised, change, before, line)


@lru_cache(maxsize=2)
def _view(document: Document) -> View:
    """A page as a reader sees it; that after an edit is often that before the next."""
    return view_of(document, document.headings_by_anchor)


def _removes_section(before: Document, section: Section, change: Change) -> bool:
    is_last = isinstance(change, Removal) and len(section.rows) == 1
    return is_last and before.shape.has_sections


def _compare(
    expected: View,
    found: View,
    promised: list[Rows],
    change: Change,
    before: Document,
    line: int,
) -> None:
    """Compare a page with the expected one; `promised` are the rows of each table of the section.

    Raises ReadmeError, with the line, for the first difference.
    """
    names = [section.name for section in found.sections]
    if names != [section.name for section in expected.sections]:
        raise ReadmeError(line, "the sections would not come out as promised.")
    if expected.contents != found.contents:
        raise ReadmeError(line, "the table of contents would not come out as promised.")
    if not show_the_same(expected.rest, found.rest):
        raise ReadmeError(line, "other parts of the page would look different.")
    for wanted, shown in zip(expected.sections, found.sections, strict=True):
        is_here = wanted.name == change.section or not before.shape.has_sections
        is_changed = bool(promised) and is_here
        if not _same_surroundings(wanted, shown, is_changed=is_changed):
            raise ReadmeError(line, "other parts of the page would look different.")
        if is_changed and not _same_rows(promised, shown):
            name = f' of "{wanted.name}"' if wanted.name else ""
            raise ReadmeError(line, f"the rows{name} would not come out as promised.")


def _same_surroundings(wanted: SectionView, shown: SectionView, *, is_changed: bool) -> bool:
    """Whether everything of a section is the same but the rows of one that is changed."""
    if not show_the_same([wanted.heading, *wanted.rest], [shown.heading, *shown.rest]):
        return False
    if is_changed:
        return list(map(header_of, wanted.tables)) == list(map(header_of, shown.tables))
    return show_the_same(wanted.tables, shown.tables)


def _same_rows(rows: Sequence[Rows], shown: SectionView) -> bool:
    for promised, table in zip(rows, shown.tables, strict=True):
        found = rows_of(table)
        if len(promised) != len(found):
            return False
        for row, html in zip(promised, found, strict=True):
            if row != html and (isinstance(row, str) or not shows(html, row)):
                return False
    return True


def _change_rows(
    before: Document, expected: View, section: Section | None, change: Change
) -> list[Rows]:
    """The rows to come of each table of a section. Raises LookupError."""
    if section is None:
        raise LookupError(change.section)
    shape = before.shape
    view = expected.sections[before.sections.index(section)]
    tables: list[Rows] = [[*rows_of(table)] for table in view.tables]
    if isinstance(change, Addition):
        for new in reversed(new_rows_in_order(before, change.rows)):
            table = table_for(shape, section, new.contents)
            place = place_of_row(shape, new.contents, table.rows)
            tables[section.tables.index(table)].insert(place, new.contents)
        return tables
    row = section.row(change.name, change.line)
    table = section.table_of(row)
    rows = tables[section.tables.index(table)]
    del rows[table.rows.index(row)]
    if isinstance(change, Alteration):
        cells = row.cells_with(change.contents)
        rows.insert(place_after_change(shape, cells, row, table.rows), cells)
    return tables


def _add_section(before: Document, expected: View, change: Addition) -> Rows:
    """Put a new section into the view to come; gives its rows to come."""
    place = place_of_section(before.shape, change.section, before.section_names)
    neighbour = expected.sections[max(place - 1, 0)]
    heading = _heading_html(before, change.section)
    header = header_of(neighbour.tables[0])
    view = SectionView(change.section, heading, [header], [])
    expected.sections.insert(place, view)
    _add_entry(before, expected, change.section)
    return [row.contents for row in new_rows_in_order(before, change.rows)]


def _heading_html(before: Document, name: str) -> str:
    level = before.section_level
    return f"<h{level}>{name.translate(_ESCAPED)}</h{level}>"


def _add_entry(before: Document, expected: View, name: str) -> None:
    """Put the entry of a new section into the contents to come, if those have the others."""
    tokens, target = expected.contents, f"#{(name, 0)}"
    sections = {f"#{(section.name, 0)}" for section in before.sections}
    items, texts = [], []
    for n, token in enumerate(tokens):
        if token.kind != "item":
            continue
        link = _link_of_item(tokens, n)
        if link.target == target and normalize_name(link.text) == normalize_name(name):
            return  # it led nowhere before
        if link.target in sections:
            items.append(n)
            texts.append(link.text)
    if not items:
        return
    place = place_of_section(before.shape, name, texts)
    at = items[place] if place < len(items) else _end_of_item(tokens, items[-1])
    depth = tokens[items[min(place, len(items) - 1)]].depth
    tokens[at:at] = [Token("item", depth, "", ""), Token("link", depth, target, name)]


def _end_of_item(tokens: Sequence[Token], place: int) -> int:
    """The index after an item of the contents and everything below it."""
    depth = tokens[place].depth
    end = place + 1
    while end < len(tokens):
        token = tokens[end]
        if token.depth < depth or (token.kind == "item" and token.depth == depth):
            break
        end += 1
    return end


def _labels_without(document: Document, section: Section) -> dict[str, object]:
    """The labels of all headings outside of a section."""
    labels: dict[str, object] = dict(document.headings_by_anchor)
    for anchor in document.anchors_in(section):
        del labels[anchor]
    return labels


def _drop_section(expected: View, before: Document, section: Section) -> None:
    """Take a section out of the view to come, and its entries out of the contents."""
    del expected.sections[before.sections.index(section)]
    gone = {f"#{anchor}" for anchor in before.anchors_in(section)}
    tokens = expected.contents
    place = 0
    while place < len(tokens):
        if tokens[place].kind == "item" and _link_of_item(tokens, place).target in gone:
            del tokens[place : _end_of_item(tokens, place)]
        else:
            place += 1


def _link_of_item(tokens: Sequence[Token], place: int) -> Token:
    """The link an item begins with, after signs such as an emoji; else whatever is there."""
    first, *others = tokens[place + 1 : place + 3] or [tokens[place]]
    if first.kind == "text" and not any(map(str.isalnum, first.text)) and others:
        return others[0]
    return first


def _refuse_html(before: Document, section: Section) -> None:
    """HTML may begin or end something around other sections, which the renderer does not show.

    Raises ReadmeError.
    """
    if holds_html(before, section, section.end):
        message = "the HTML in this section may reach into others; take the section out by hand."
        raise ReadmeError(section.line, message)
