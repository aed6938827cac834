"""Entries and sections in the list twice, or nearly so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import merge
from itertools import groupby, islice
from typing import Any

from bot.document.document import Document
from bot.document.placing import is_placeholder
from bot.document.rows import Row
from bot.document.section import Section
from bot.forms.values import SECTION_LIMIT
from bot.names.full_name import NAME_LIMIT
from bot.names.near import digits, is_near_spelling
from bot.names.near_section import is_near_section
from bot.names.order import normalize_name, skeleton
from bot.rules import row_rules
from bot.rules.finding import Finding, finding
from bot.rules.rule import Problem
from bot.shape.shape import Shape

_SLIPS_IN_SECTIONS, _SLIPS_IN_ROWS = 2, 1
_LONG = 20  # letters of a name
_MOST_CANDIDATES = 1_000  # texts a name shares with earlier ones: no list takes an hour


def _rows_of_one_entry(section: Section) -> Iterable[list[Row]]:
    """The rows by entry; where several may have one name, rows with the same in all cells."""
    found = section.rows_by_meaning
    if not section.shape.file.same_names:
        return found.values()
    alike: dict[Any, list[Row]] = {}
    for name, rows in found.items():
        for row in rows:
            alike.setdefault((name, row.shown), []).append(row)
    return alike.values()


def duplicate_rows(shape: Shape, section: Section) -> Iterator[tuple[Row, Problem]]:
    """Rows naming the entry of an earlier row, certainly or probably."""
    column = shape.name_column.name
    duplicates = set()
    for first, *others in _rows_of_one_entry(section):
        for row in others:
            if is_placeholder(row):
                continue
            duplicates.add(row.line)
            yield (row, row_rules.ROW_TWICE.problem(column, received=row.name, line=first.line))
    if not shape.file.near_duplicates:
        return
    rows: dict[str, Row] = {}
    for row in section.rows:
        is_compared = len(row.name) <= NAME_LIMIT and not is_placeholder(row)
        if is_compared and row.line not in duplicates:
            rows.setdefault(row.name, row)

    def is_near_row(name: str, known: str) -> bool:
        """Names a slip apart whose links lead to two places are those of two entries."""
        if not is_near_spelling(name, known, shape.vocabulary):
            return False
        index = shape.name_column.index
        links, others = rows[name].cells[index].addresses, rows[known].cells[index].addresses
        is_told_apart = bool(links) and bool(others) and links != others
        return not is_told_apart or skeleton(name) == skeleton(known)

    for earlier, later in close_pairs(rows, skeleton, is_near_row, _SLIPS_IN_ROWS):
        yield (
            rows[later],
            row_rules.NEARLY_TWICE.problem(
                column, received=later, known=earlier, line=rows[earlier].line
            ),
        )


def duplicate_sections(document: Document) -> Iterator[Finding]:
    """Sections with the name of an earlier one, or probably so."""
    if not document.shape.has_sections:
        return
    first: dict[str, Section] = {}
    for section in document.sections:
        identity = document.shape.section_identity(section.name)
        known = first.setdefault(identity, section)
        if known is not section:
            yield document.twice(known, section)
    if not document.shape.file.near_duplicates:
        return
    named = {s.name: s for s in first.values() if len(s.name) <= SECTION_LIMIT}
    is_near = partial(is_near_section, vocabulary=document.shape.vocabulary)
    pairs = [
        *close_pairs(named, normalize_name, is_near, _SLIPS_IN_SECTIONS),
        *_longer_by_a_word(named),
    ]
    known_of: dict[str, Section] = {}
    for earlier, later in pairs:
        candidates = [named[earlier], known_of.get(later, named[earlier])]
        known_of[later] = min(candidates, key=lambda section: section.line)
    for later, known in known_of.items():
        yield finding(
            row_rules.NEARLY_TWICE,
            named[later].line,
            received=later,
            known=known.name,
            line=known.line,
        )


def close_pairs(
    names: Iterable[str],
    plain: Callable[[str], str],
    is_close: Callable[[str, str], bool],
    slips: int,
) -> Iterator[tuple[str, str]]:
    """Each name close to an earlier one, after the first of these, without comparing all pairs.

    Names which differ by a slip share a text once a character is taken out of both, or of one:
    https://en.wikipedia.org/wiki/Edit_distance. Names with other digits are other things. In a long
    name only one slip is looked for, since the texts left by more would fill the memory.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for name in names:
        alike[digits(name)].append(name)
    for group in alike.values():
        if len(group) == 1:
            continue
        earlier: dict[str, list[int]] = defaultdict(list)
        for position, name in enumerate(group):
            text = plain(name)
            count = slips
            if len(text) > _LONG:
                count = 1
            texts = {skeleton(name), *_with_characters_taken_out(text, count)}
            sharing = merge(*(earlier[left] for left in texts if left in earlier))
            for place, _ in groupby(islice(sharing, _MOST_CANDIDATES)):
                if is_close(group[place], name):
                    yield group[place], name
                    break
            for left in texts:
                earlier[left].append(position)


def _with_characters_taken_out(text: str, count: int) -> set[str]:
    found = {text}
    for _ in range(count):
        shorter: set[str] = set()
        for one in found:
            shorter.update(one[:place] + one[place + 1 :] for place in range(len(one)))
        found |= shorter
    return found


def _longer_by_a_word(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names of which one is the other and a word more, the earlier one first."""
    order = {normalize_name(name): (n, name) for n, name in enumerate(names)}
    for text, (position, name) in order.items():
        words = text.split()
        for count in range(1, len(words)):
            shorter = order.get(" ".join(words[:count]))
            if shorter:
                first, second = sorted([shorter, (position, name)])
                yield first[1], second[1]
