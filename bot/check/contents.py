"""The table of contents, held against the sections it should lead to."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from bot.document.anchors import html_anchors
from bot.document.document import Document
from bot.document.escape import escape
from bot.document.heading_links import anchor_span
from bot.document.segment import Heading, LinkItem
from bot.names.order import normalize_name
from bot.rules import list_rules
from bot.rules.finding import Finding, Place, finding


class Resolved(NamedTuple):
    """An entry of the contents and the heading it leads to, or means to."""

    entry: LinkItem
    heading: Heading


class EntryFix(NamedTuple):
    """An entry to correct: its right anchor, or else the entry before of which it is a repeat."""

    entry: LinkItem
    anchor: str = ""
    repeats: LinkItem | None = None


def check_contents(document: Document) -> Iterator[Finding]:
    """Entries leading nowhere, elsewhere or twice to the same place, and sections without one."""
    if not document.contents:
        title = document.shape.file.heading
        if document.sections and document.shape.file.strict and title:
            suggested = f"- [{title}](#{document.anchors[document.start]})"
            yield finding(list_rules.NO_CONTENTS, document.start, suggested=suggested)
        return
    reading = ContentsReading(document)
    yield from reading.findings
    for heading in reading.missing:
        line = f"- [{escape(heading.text)}](#{document.anchors[heading.line]})"
        yield Finding(
            Place(heading.line),
            list_rules.CONTENTS_MISSING.problem(received=heading.text, line=line),
        )
    yield from _out_of_order(document, reading.resolved)


class ContentsReading:
    """The table of contents as it is meant, and in `missing` the headings without an entry.

    The entries are taken one by one; an anchor taken by one is free for no other.
    """

    def __init__(self, document: Document) -> None:
        self.resolved: list[Resolved] = []
        self.corrections: list[EntryFix] = []
        self.findings: list[Finding] = []
        self.missing: list[Heading] = []
        self.document = document
        self.headings: dict[str, Heading] = {}
        self.named: dict[str, list[str]] = {}
        for heading in document.headings:
            anchor = document.anchors[heading.line]
            if anchor:
                self.headings[anchor] = heading
                self.named.setdefault(normalize_name(heading.text), []).append(anchor)
        self.right: dict[str, LinkItem] = {}
        for entry in reversed(document.contents):
            target = self.headings.get(entry.anchor or "")
            if target and normalize_name(target.text) == normalize_name(entry.text):
                self.right[entry.anchor or ""] = entry
        self.taken: dict[str, LinkItem] = dict(self.right)
        self.first_free: dict[str, int] = {}  # by the first of several headings of one name
        for entry in document.contents:
            self._read_entry(entry)
        self._find_missing()

    @cached_property
    def _html_anchors(self) -> set[str]:
        return html_anchors(self.document.text)

    def _find_missing(self) -> None:
        """Of the headings of sections, and of the chapters below the contents."""
        sections = {section.line for section in self.document.sections}
        repeated: set[int] = set()  # of which an entry would make one more mistake
        for same in self.document.sections_by_identity.values():
            repeated.update(section.line for section in same[1:])
        first = self.document.contents[0].line if self.document.contents else 0
        without = []
        for heading in self.document.headings:
            anchor = self.document.anchors[heading.line]
            is_chapter = heading.level == 2 and heading.line > first
            is_wanted = is_chapter or heading.line in sections
            if anchor and is_wanted and anchor not in self.taken:
                without.append(heading)
        # Where hardly any section has an entry, the contents are meant to list chapters only.
        listed = len(sections) - sum(heading.line in sections for heading in without)
        are_listed = 4 * listed >= len(sections)
        for heading in without:
            if heading.line in repeated:
                continue
            if are_listed or self.document.shape.file.strict or heading.line not in sections:
                self.missing.append(heading)

    def _read_entry(self, entry: LinkItem) -> None:
        anchor = entry.anchor or ""
        candidates = self.named.get(normalize_name(entry.text), [])
        if not candidates and anchor in self.headings:
            candidates = [anchor]
        meant: str | None = anchor
        if self.right.get(anchor) is not entry:
            meant = self._free(candidates)
            is_html = anchor not in self.headings and anchor in self._html_anchors
            if meant != anchor and not is_html:
                self._correct(entry, anchor, meant, candidates)
        self.taken.setdefault(meant or anchor, entry)
        if meant:
            self.resolved.append(Resolved(entry, self.headings[meant]))

    def _free(self, candidates: list[str]) -> str | None:
        """The first anchor no entry has taken; each is looked at once, since none gets free."""
        if not candidates:
            return None
        place = self.first_free.get(candidates[0], 0)
        while place < len(candidates) and candidates[place] in self.taken:
            place += 1
        self.first_free[candidates[0]] = place
        return candidates[place] if place < len(candidates) else None

    def _correct(
        self, entry: LinkItem, anchor: str, meant: str | None, candidates: list[str]
    ) -> None:
        if candidates and not meant:
            first = self.taken[candidates[0]]
            problem = list_rules.CONTENTS_TWICE.problem(received=entry.text, line=first.line)
            self.corrections.append(EntryFix(entry, repeats=first))
        else:
            is_somewhere = anchor in self.headings
            rule = list_rules.CONTENTS_ELSEWHERE if is_somewhere else list_rules.CONTENTS_DEAD
            suggestion = f"#{meant}" if meant else ""
            problem = rule.problem(received=f"#{anchor}", suggestion=suggestion)
            if meant:
                self.corrections.append(EntryFix(entry, anchor=meant))
        self.findings.append(Finding(_place(self.document, entry), problem))


def _place(document: Document, entry: LinkItem) -> Place:
    """The mark before the anchor of an entry, or else the start of its line."""
    span = anchor_span(document.lines[entry.line - 1], entry)
    return Place(entry.line, span.start if span else 1)


def _out_of_order(document: Document, resolved: list[Resolved]) -> Iterator[Finding]:
    """Entries whose heading comes before that of the entry above in the same list."""
    for _, entries in groupby(resolved, key=lambda one: one.entry.outermost):
        for before, after in pairwise(entries):
            if before.heading.line > after.heading.line:
                problem = list_rules.CONTENTS_ORDER.problem(
                    received=after.entry.text, known=before.entry.text
                )
                yield Finding(_place(document, after.entry), problem)
