"""README.md as the list in it: sections, rows and the table of contents, each with its place."""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

from bot.document.appearance import comparable, section_name
from bot.document.page import Page
from bot.document.section import Section
from bot.document.segment import Heading, LinkItem
from bot.names.order import normalize_name
from bot.rules import list_rules
from bot.rules.finding import Finding, finding
from bot.shape.shape import Shape


@dataclass(frozen=True, eq=False)
class Document:
    """README.md: its lines, and the list in it.

    The list goes from line `start` up to, not including, `end`: from its heading, from 0 where it
    has none, and from below the page where the heading is missing.
    `sections` have a table each. `unreadable` look like sections, but are none GitHub shows as
    such; their `errors` say why. `anchors` are those of all headings, by line. The table of
    contents is between the headings on the two lines of `contents_place`, where 0 is the start of
    the page. `errors` keep the bot from editing anything.
    """

    text: str
    shape: Shape = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    page: Page = field(repr=False)
    start: int
    end: int
    section_level: int
    sections: tuple[Section, ...]
    unreadable: tuple[Section, ...]
    anchors: dict[int, str] = field(repr=False)
    contents: tuple[LinkItem, ...] = field(repr=False)
    contents_place: tuple[int, int]
    errors: tuple[Finding, ...]

    @property
    def headings(self) -> list[Heading]:
        """All headings, in order."""
        return self.page.headings

    @property
    def section_names(self) -> list[str]:
        """The names of the sections, in order."""
        return [section.name for section in self.sections]

    @cached_property
    def sections_by_identity(self) -> dict[str, list[Section]]:
        """The sections by name, aliases resolved; several where a section is there twice."""
        found: dict[str, list[Section]] = {}
        for section in (*self.sections, *self.unreadable):
            found.setdefault(self.shape.section_identity(section.name), []).append(section)
        return found

    def has_entry(self, name: str) -> bool:
        """Whether an entry is called so, with or without the name of its section."""
        plain = normalize_name(name)
        return any(plain in section.normalized_names for section in self.sections)

    def sections_called(self, name: str) -> list[Section]:
        """The sections with a name, or all of a list without sections."""
        if not self.shape.has_sections:
            return list(self.sections)
        return self.sections_by_identity.get(self.shape.section_identity(name), [])

    @cached_property
    def headings_by_anchor(self) -> dict[str, tuple[str, int]]:
        """The heading each anchor leads to: its section and its place there, or among the rest.

        It is the same in whatever order the sections are.
        """
        places: dict[str, Iterator[int]] = defaultdict(count)
        found = {}
        for line, anchor in self.anchors.items():
            before = bisect(self.sections, line, key=lambda section: section.line)
            section = self.sections[before - 1] if before else None
            name = section.name if section and line < section.end else ""
            found[anchor] = (name, next(places[name]))
        return found

    def anchors_in(self, section: Section) -> set[str]:
        """The anchors of the headings of a section, of its own and those below."""
        lines = range(section.line, section.end)
        return {anchor for line, anchor in self.anchors.items() if line in lines}

    def section(self, name: str) -> Section | None:
        """The section of that name, however it is written; None where there is none.

        Raises ReadmeError if the section cannot be edited, or two have the name.
        """
        identity, found = self.shape.section_identity(name), self.sections_called(name)
        flaws = [flaw for section in found for flaw in section.errors]
        if len(found) > 1:
            flaws.append(self.twice(*found[:2]))
        if not found:
            flaws += self._same_heading(identity)
            flaws += self._foreign_rows(identity)
        if flaws:
            raise flaws[0].error()
        return found[0] if found else None

    def twice(self, first: Section, second: Section) -> Finding:
        """Two sections of one name; of one without such names the heading is probably wrong."""
        for section, other in ((second, first), (first, second)):
            own = self._begin_of_names(section)
            if own and not normalize_name(own).startswith(normalize_name(section.name)):
                return finding(
                    list_rules.SECTION_MISNAMED,
                    section.line,
                    line=other.line,
                    received=section.name,
                    known=own,
                )
        return finding(
            list_rules.SECTION_TWICE,
            second.line,
            line=first.line,
            received=second.name,
            section=self.shape.section_noun,
        )

    def _begin_of_names(self, section: Section) -> str:
        """The words all names of a section begin with, where they have to."""
        names = [row.name.split() for row in section.rows]
        if not names or not self.shape.names_start_with_section:
            return ""
        shared: list[str] = []
        for word, other in zip(min(names), max(names), strict=False):
            if word != other:
                break
            shared.append(word)
        while shared in names:  # a name has more than the section before it
            shared = shared[:-1]
        return " ".join(shared)

    def _same_heading(self, identity: str) -> Iterator[Finding]:
        """A heading of this name on the level of sections, without a table."""
        for heading in self._section_headings[:-1]:
            if self.shape.section_identity(section_name(heading.text, self.shape)) == identity:
                yield finding(list_rules.NO_TABLE_IN_SECTION, heading.line, received=heading.text)

    @cached_property
    def _section_headings(self) -> list[Heading]:
        found = []
        for heading in self.headings:
            if heading.level == self.section_level and heading.line in range(self.start, self.end):
                found.append(heading)
        return found

    def is_closing(self, name: str) -> bool:
        """Whether the last heading has this name and no table, so only invites to add more."""
        if not self._section_headings:
            return False
        last = section_name(self._section_headings[-1].text, self.shape)
        return comparable(last) == comparable(name) and not self.sections_called(last)

    def _foreign_rows(self, identity: str) -> Iterator[Finding]:
        """Rows with this name in front, in a section whose name they do not begin with."""
        if not self.shape.names_start_with_section or not identity:
            return
        begin = f"{identity} "
        for section in self.sections:
            own = normalize_name(section.name)
            for place, written in enumerate(section.names):
                name = normalize_name(written)
                if name.startswith(begin) and not name.startswith(own):
                    yield from section.errors  # such as a second table, which is why
                    same = self.sections_by_identity[self.shape.section_identity(section.name)]
                    if len(same) > 1:
                        yield self.twice(*same[:2])
                    line = section.rows[place].line
                    yield finding(
                        list_rules.FOREIGN_ROWS, line, received=written, known=section.name
                    )
                    return

    def checked(self) -> "Document":
        """Itself. Raises ReadmeError where nothing may be edited."""
        if self.errors:
            raise self.errors[0].error()
        return self
