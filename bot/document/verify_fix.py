"""The proof of a fix: sections and rows come out as promised, and nothing else is lost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.document.cells import Cells
from bot.document.document import Document
from bot.document.section import Section
from bot.document.verify import shows
from bot.document.view import (
    SectionView,
    Token,
    View,
    holds_html,
    rows_of,
    show_the_same,
    view_of,
)
from bot.errors import ReadmeError
from bot.names.order import normalize_name
from bot.shape.ordering import section_key


@dataclass(frozen=True)
class PromisedSection:
    """A section from before, and the rows to come of each of its tables."""

    section: Section
    tables: Sequence[Sequence[Cells]]


Promise = Sequence[PromisedSection]
Texts = tuple[str, ...]


def verify_fix(before: Document, promise: Promise, after: Document) -> None:
    """Compare what a reader sees before and after the list was put in order.

    `promise` has the sections from before in the order to come. Raises ReadmeError, with a line
    from before, when the sections, their contents entries or anything else would differ.
    """
    names = [promised.section.name for promised in promise]
    if after.section_names != names:
        raise ReadmeError(before.start or None, "the sections would not come out in order.")
    if names != before.section_names:
        _refuse_html_between(before)
        _refuse_moving_end(before, promise)
    old = view_of(before, before.headings_by_anchor)
    new = view_of(after, after.headings_by_anchor)
    _verify_sections(before, promise, after, old, new)
    message = _changed_contents(before, after, old.contents, new.contents)
    if not message and not show_the_same(old.rest, new.rest):
        message = "other parts of the page would look different."
    if message:
        raise ReadmeError(before.start or None, message)


def _verify_sections(
    before: Document, promise: Promise, after: Document, old: View, new: View
) -> None:
    entries = Counter(entry.anchor for entry in before.contents)
    later = Counter(entry.anchor for entry in after.contents)
    views = {}  # from before, by the line of the section
    for section, view in zip(before.sections, old.sections, strict=True):
        views[section.line] = view
    for number, promised in enumerate(promise):
        section, shown = promised.section, new.sections[number]
        wanted = views[section.line]
        line = section.line or None
        if not _rows_are_kept(promised, shown):
            raise ReadmeError(line, "the rows of this section would not come out as meant.")
        if not show_the_same([wanted.heading, *wanted.rest], [shown.heading, *shown.rest]):
            raise ReadmeError(before.start or None, "other parts of the page would look different.")
        count = entries[section.anchor]
        found = later[after.sections[number].anchor]
        if section.anchor and not min(1, count) <= found <= max(1, count):
            raise ReadmeError(line, "the table of contents would not lead to this section once.")


def _rows_are_kept(promised: PromisedSection, shown: SectionView) -> bool:
    if len(promised.tables) != len(shown.tables):
        return False
    for rows, table in zip(promised.tables, shown.tables, strict=True):
        found = rows_of(table)
        if len(rows) != len(found):
            return False
        for row, html in zip(rows, found, strict=True):
            if not shows(html, row):
                return False
    return True


def _changed_contents(
    before: Document, after: Document, old: Sequence[Token], new: Sequence[Token]
) -> str:
    """The mistake in the table of contents of a list put in order; nothing if it is right."""
    texts = {entry.text for entry in before.contents}
    if texts - {entry.text for entry in after.contents}:
        return "the table of contents would lose an entry."
    if _has_wrong_target(before, after):
        return "the table of contents would lead elsewhere."
    if _other_text(old) != _other_text(new) or _has_other_parent(old, new):
        return "the table of contents would be indented differently."
    return ""


def _other_text(tokens: Sequence[Token]) -> Counter[str]:
    """The text beside entries, and the titles of their links."""
    texts = [token.text for token in tokens if token.kind == "text"]
    return Counter([*texts, *(token.title for token in tokens if token.title)])


def _has_wrong_target(before: Document, after: Document) -> bool:
    """Whether an entry leads elsewhere than before, and not to the heading with its text."""
    named: dict[str | None, str] = {}
    for heading in after.headings:
        named[after.anchors[heading.line]] = normalize_name(heading.text)
    old: dict[str | None, object] = dict(before.headings_by_anchor.items())
    new: dict[str | None, object] = dict(after.headings_by_anchor.items())
    known = {(entry.text, old.get(entry.anchor)) for entry in before.contents}
    for entry in after.contents:
        if (entry.text, new.get(entry.anchor)) in known:
            continue
        if named.get(entry.anchor) != normalize_name(entry.text):
            return True
    return False


def _has_other_parent(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether an item is below another one than before."""
    before, after = _parents(old), _parents(new)
    for item, parents in before.items():
        found = after.get(item)
        if not found or found - parents:
            return True
    return False


def _parents(tokens: Sequence[Token]) -> dict[Texts, set[Texts]]:
    """The items by their texts, each with the texts of those around it."""
    found: dict[Texts, set[Texts]] = {}
    path: list[Texts] = []
    depths: list[int] = []
    for place, token in enumerate(tokens):
        if token.kind != "item":
            continue
        while depths and depths[-1] >= token.depth:
            depths.pop()
            path.pop()
        parts = _texts_of_item(tokens, place)
        found.setdefault(parts, set()).add(path[-1] if path else ())
        path.append(parts)
        depths.append(token.depth)
    return found


def _texts_of_item(tokens: Sequence[Token], place: int) -> Texts:
    """The texts of the item at a place, above the items inside it.

    Steps on from there: a slice would copy a long table of contents as often as it has items.
    """
    texts = []
    for number in range(place + 1, len(tokens)):
        other = tokens[number]
        if other.kind == "item" or other.depth < tokens[place].depth:
            break
        texts.append(other.text)
    return tuple(texts)


def _refuse_html_between(document: Document) -> None:
    """Refuse HTML in or after a section which must move, or be moved across.

    HTML may begin or end something around other sections, and the renderer shows all of it alike.
    Raises ReadmeError.
    """
    key = section_key(document.shape)
    if key is None:
        return
    keys = list(map(key, document.section_names))
    highest = list(accumulate(keys, max))
    lowest = list(accumulate(reversed(keys), min))[::-1]
    stops = [section.line for section in document.sections[1:]]
    stops.append(document.sections[-1].end)
    for number, section in enumerate(document.sections):
        if highest[number] <= lowest[number]:
            continue
        if holds_html(document, section, stops[number]):
            message = "the HTML below may reach into other sections; put them in order by hand."
            raise ReadmeError(section.line, message)


def _refuse_moving_end(document: Document, promise: Promise) -> None:
    """Refuse to move what may end the whole list: text below its last table. Raises ReadmeError."""
    last = document.sections[-1]
    if last.end != document.end or promise[-1].section is last:
        return
    begin = last.tables[-1].shown.last_line
    lines = range(begin, last.end)
    headings = [heading.line for heading in document.headings if heading.line in lines]
    below = document.lines[begin : (headings[0] if headings else last.end) - 1]
    if any(line.strip() for line in below):
        message = (
            "what is written below this table may end the whole list; put the sections in order "
            "by hand."
        )
        raise ReadmeError(last.line, message)
