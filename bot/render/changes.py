"""A change of the list, shown to people: rows with their neighbours, old and new cells, a diff."""

import re
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from difflib import unified_diff
from itertools import islice
from typing import NamedTuple

from bot.document.apply import Applied
from bot.document.cells import Cell
from bot.document.changes import Alteration, Change, Removal
from bot.document.document import Document
from bot.document.escape import escape_address
from bot.document.lines import split_lines
from bot.document.rows import Row
from bot.document.section import Section
from bot.render.quoting import (
    acts_in_commit,
    block,
    in_one_line,
    inert,
    neutralize,
    neutralize_and_truncate,
    reveal_invisible,
    shortened,
)
from bot.render.table import table
from bot.shape.entry_names import entry_identity

# Characters of Markdown, so that the longest row a form can make is shown with all its cells.
_LONGEST_TEXT, _LONGEST_ADDRESS, _LONGEST_LINE = 900, 500, 2_000
# Characters, each of up to four bytes: a step may leave 1 MiB in the summary of its job.
_LONGEST_SUMMARY = 240_000
ROWS_UNREADABLE = "They cannot be shown: the list, or the one before it, cannot be read."
_REFERENCE = re.compile(r"/(?:issues|pull|discussions|commit)/")
# In an address; after a letter, a digit or a slash no name begins: `https://x.example/@user`.
_MENTION = re.compile(r"(?<![\w/])@")

NEW, CHANGED, REMOVED = "**new**", "**changed**", "**removed**"


class ComparedRow(NamedTuple):
    """The entry of a row, which is its section and its name, and its cells."""

    entry: tuple[str, Hashable]
    cells: tuple[Cell, ...]


def rendered_change(change: Change, applied: Applied) -> str:
    """The rows a change touches, with those around them; for changed cells the old ones too."""
    before = applied.before.section(change.section)
    after = applied.after.section(change.section)
    section, other, mark = after, before, NEW
    parts = []
    if isinstance(change, Removal):
        section, other, mark = before, after, REMOVED
    elif isinstance(change, Alteration) and before:
        mark = CHANGED
        parts.append(_changed_cells(change, before))
    if section is None:
        raise LookupError(change.section)
    known = Counter(row.source for row in other.rows) if other else Counter()
    marks = {}
    for row in section.rows:
        if known[row.source]:
            known[row.source] -= 1
        else:
            marks[row.line] = mark
    rows = _rows(section, marks)
    if shortened(rows) != rows:
        rows = shortened(_rows(section, marks, around=0))
    return "\n\n".join([*parts, rows])


def differing_rows(before: Document, after: Document) -> str:
    """The rows which are new, changed or removed, by section, each with the row above and below.

    Raises ReadmeError.
    """
    before.checked()
    after.checked()
    old, new = _counted(before), _counted(after)
    removed, added = old - new, new - old
    old_entries = {row.entry for row in removed}
    marks = {}
    for row in added:
        marks[row] = CHANGED if row.entry in old_entries else NEW
    parts = [_marked(section, added, marks) for section in after.sections]
    new_entries = {row.entry for row in added}
    gone = Counter({row: count for row, count in removed.items() if row.entry not in new_entries})
    parts += [_marked(section, gone, dict.fromkeys(gone, REMOVED)) for section in before.sections]
    return shortened("\n\n".join(filter(None, parts)), _LONGEST_SUMMARY)


def _counted(document: Document) -> Counter[ComparedRow]:
    """How often each row is there, since a list out of order can have it twice."""
    counts: Counter[ComparedRow] = Counter()
    for section in document.sections:
        counts.update(_compared(section, row) for row in section.rows)
    return counts


def _compared(section: Section, row: Row) -> ComparedRow:
    shape = section.shape
    entry = (shape.section_identity(section.name), entry_identity(shape, row.name))
    return ComparedRow(entry, row.cells)


def _marked(
    section: Section, differing: Counter[ComparedRow], mark_of: Mapping[ComparedRow, str]
) -> str:
    """The table of a section for those of its rows which differ, of the same ones the last."""
    left = differing.copy()
    marks = {}
    for row in reversed(section.rows):
        compared = _compared(section, row)
        if left[compared] > 0:
            left[compared] -= 1
            marks[row.line] = mark_of[compared]
    if not marks:
        return ""
    rows = _rows(section, marks)
    if not section.shape.has_sections:
        return rows
    name = in_one_line(neutralize(reveal_invisible(section.name))) or "(nothing)"
    return f"**{name}**\n\n{rows}"


def diff(before: str, after: str) -> str:
    """The lines of README.md which come and go, with one line around them, cut when very long."""
    old, new = split_lines(before), split_lines(after)
    head, tail = unchanged_ends(old, new)
    removed = [line.rstrip("\r\n") for line in old[head : len(old) - tail]]
    added = [line.rstrip("\r\n") for line in new[head : len(new) - tail]]
    lines = []
    # Without the names of the files and the first place.
    for line in islice(unified_diff(removed, added, n=1), 3, None):
        if line.startswith("@@"):
            lines.append("…")
        elif len(line) > _LONGEST_LINE:
            lines.append(f"{line[:_LONGEST_LINE]}…")
        else:
            lines.append(line)
    return block(shortened("\n".join(lines)), "diff")


def unchanged_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines both begin with and end with, less one of each for context.

    A diff of 10,000 rows would otherwise compare all of them.
    """
    head = max(_common(old, new) - 1, 0)
    tail = max(_common(old[:head:-1], new[:head:-1]) - 1, 0)
    return head, tail


def _common(first_lines: Sequence[str], second_lines: Sequence[str]) -> int:
    """How many lines both begin with."""
    count = 0
    for first, second in zip(first_lines, second_lines, strict=False):
        if first != second:
            break
        count += 1
    return count


def _rows(section: Section, marks: Mapping[int, str], around: int = 1) -> str:
    """The rows whose lines have a mark, with those around them."""
    near: set[int] = set()
    for index, row in enumerate(section.rows):
        if row.line in marks:
            near.update(range(index - around, index + around + 1))
    rows = []
    for index, row in enumerate(section.rows):
        if index in near:
            rows.append((marks.get(row.line, ""), *map(_cell, row.cells)))
    return table(("", *map(neutralize, section.shape.header)), rows)


def _changed_cells(change: Alteration, section: Section) -> str:
    row = section.row(change.name, change.line)
    rows = []
    for name, content, old in zip(section.shape.header, change.contents, row.cells, strict=True):
        if content:
            new = Cell(content.text, content.links)
            rows.append((neutralize(name), _cell(old), _cell(new)))
    return table(("Column", "Old", "New"), rows)


def _cell(cell: Cell) -> str:
    """The text of a cell, with a link wherever the next title is in it."""
    shown, rest = "", cell.text
    for title, address in cell.links:
        before = ""  # a picture has no text
        if title:
            before, _, rest = rest.partition(title)
        shown += _text(before) + shown_link(title or address, address)
    return shown + _text(rest)


def _text(text: str) -> str:
    return neutralize_and_truncate(text, _LONGEST_TEXT)


def shown_link(title: str, address: str) -> str:
    """A link, unless it is endless, or GitHub would take it for a reference to another place.

    Nor where it acts in the message of a commit: brackets around a title are part of `[no ci]`.
    """
    target, shown = escape_address(address), _text(title)
    is_alive = _MENTION.search(target) or acts_in_commit(f"[{shown}]")
    if is_alive or _REFERENCE.search(address) or len(target) > _LONGEST_ADDRESS:
        return f"{shown} ({inert(address)})"
    return f"[{shown}]({target})"
