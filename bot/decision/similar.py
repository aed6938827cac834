"""The entries and sections which a new one may be, for a reviewer to look at."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.decision.names import meant_section
from bot.decision.proposal import Similar
from bot.document.changes import NewRow
from bot.document.document import Document
from bot.document.section import Section
from bot.names.full_name import without_joined_section
from bot.names.near import is_near_name, is_same_name, order_codes, shared_words
from bot.names.order import normalize_name, skeleton
from bot.shape.entry_names import entry_identity, own_name

_MOST_SIMILAR = 3  # rows named to a reviewer for one new name


def similar_section(section_name: str, document: Document) -> list[Similar]:
    """The section of the list a new one may be."""
    known = meant_section(section_name, document)
    if not known:
        return []
    section = document.sections_called(known)[0]
    return [Similar(section_name, section.anchor, section.name, is_section=True)]


def similar_entries(section_name: str, entries: Sequence[str], document: Document) -> list[Similar]:
    """The rows which may be the same as one of the new entries, of this or another section."""
    if not document.shape.file.near_duplicates:
        return []
    similar: list[Similar] = []
    for entry in entries:
        own = own_name(document.shape, section_name, entry)
        near: list[Similar] = []
        for section in document.sections_called(section_name):
            for name in _near_names(section, own):
                near.append(Similar(entry, section.anchor, name))
        similar += near or _elsewhere(document, section_name, entry, own)
    return similar


def with_same_address(new: NewRow, document: Document) -> list[Similar]:
    """The row whose name leads to the same address as that of a new one."""
    shape = document.shape
    place = shape.columns.index(shape.name_column)
    addresses = new.contents[place].addresses
    if not addresses or shape.file.same_names or addresses[0] not in document.text:
        return []
    for section in document.sections:
        for row in section.rows:
            if addresses[0] in row.source and addresses == row.cells[place].addresses:
                return [Similar(new.name, section.anchor, row.name)]
    return []


def _near_names(section: Section, own: str) -> Iterator[str]:
    """At most three names of the section which are nearly the same."""
    shape = section.shape
    names = [own_name(shape, section.name, written) for written in section.names]
    shared = shared_words(names, shape.vocabulary)
    joined = without_joined_section(section.name, own)
    count = 0
    for written, name in zip(section.names, names, strict=True):
        is_near = is_near_name(own, name, shape.vocabulary, shared)
        if joined != own and not is_near:
            is_same = entry_identity(shape, name) == entry_identity(shape, joined)
            is_near = is_same or is_near_name(joined, name, shape.vocabulary, shared)
        if is_near:
            yield written
            count += 1
        if count == _MOST_SIMILAR:
            return


def _elsewhere(document: Document, section_name: str, entry: str, own: str) -> Iterator[Similar]:
    """Rows of other sections with the same order code or the same telling name.

    Where names do not begin with their section, each name tells.
    """
    shape, vocabulary = document.shape, document.shape.vocabulary
    is_telling = not shape.names_start_with_section and not shape.file.same_names
    codes = order_codes(own, vocabulary)
    letters = skeleton(own)
    for other in document.sections:
        if normalize_name(other.name) == normalize_name(section_name):
            continue
        there = _letters(other.names)
        if letters not in there and not any(code in there for code in codes):
            continue
        for written in other.names:
            name = own_name(shape, other.name, written)
            is_same = is_telling and entry_identity(shape, own) == entry_identity(shape, name)
            is_same = is_same or is_same_name(own, name, vocabulary)
            if is_same or codes & order_codes(name, vocabulary):
                yield Similar(entry, other.anchor, written)
                return


@lru_cache(maxsize=256)
def _letters(names: tuple[str, ...]) -> str:
    """The skeletons of names, one a line."""
    return "\n".join(map(skeleton, names))
