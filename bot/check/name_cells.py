"""The cell with the name of an entry."""

from collections.abc import Iterator
from itertools import accumulate

from bot.check.cells import CellReading, is_written_so, normalization_problem, written_problems
from bot.document.cells import text_content
from bot.document.document import Document
from bot.document.rows import LOST, Row
from bot.document.section import Section
from bot.forms.values import SECTION_LIMIT, name_problems, read_name
from bot.names.cleaning import clean_name
from bot.names.full_name import NAME_LIMIT, is_unambiguous
from bot.names.marks import without_marks
from bot.names.order import normalize_name, skeleton
from bot.rules import row_rules
from bot.rules.rule import FieldErrors, Problem
from bot.shape.entry_names import canonical_name, entry_identity, full_name
from bot.shape.shape import Shape


def is_name(shape: Shape, heading: str) -> bool:
    """Whether a form would take a heading for the name of a section, just as it is."""
    try:
        return read_name(heading, SECTION_LIMIT, shape.file.names) == heading
    except FieldErrors:
        return False


def names_begin_with_section(shape: Shape, section: Section) -> bool:
    """Whether the rows of a section begin with its name, as they should.

    Where none does, or the heading is no name, the heading may be the one to correct.
    """
    if not shape.names_start_with_section or not is_name(shape, section.name):
        return False
    wanted = skeleton(section.name)
    return any(skeleton(row.name).startswith(wanted) for row in section.rows)


class NameReader:
    """Reads the names of one section."""

    def __init__(self, document: Document, section: Section) -> None:
        self.shape = document.shape
        self.section = section
        self.is_prefixed = names_begin_with_section(self.shape, section)
        self._sections = document.sections_by_identity
        self._column = self.shape.name_column.name

    def read(self, row: Row) -> CellReading:
        """The problems of the name of a row."""
        name = row.name
        foreign = self._other_section(name)
        if foreign:
            facts = {"received": name, "known": foreign, "section": self.shape.section_noun}
            return CellReading([row_rules.OTHER_SECTION.problem(self._column, **facts)])
        try:
            cleaned = read_name(name, NAME_LIMIT, self.shape.file.names)
        except FieldErrors as errors:
            strict = self.shape.file.strict
            return CellReading(written_problems(errors, self._column, is_strict=strict))
        used = cleaned
        if self.is_prefixed:
            used = full_name(self.shape, self.section.name, cleaned)
        problems = list(self._problems(name, cleaned, used))
        fix = None
        if used != name and problems and self._is_certain(row):
            fix = text_content(used)
        return CellReading(problems, fix)

    def _problems(self, name: str, cleaned: str, used: str) -> Iterator[Problem]:
        if not is_written_so(name, used, is_strict=self.shape.file.strict):
            problem = normalization_problem(self._column, name, used)
            if problem:
                yield problem
        elif (meant := without_marks(name)) != name:
            yield row_rules.NOT_NORMALIZED.problem(self._column, received=name, suggestion=meant)
        if self.shape.names_start_with_section:
            yield from name_problems(self._column, self.section.name, cleaned, self.shape)

    def _is_certain(self, row: Row) -> bool:
        """Whether the name the bot would write is meant, and not that of another row."""
        if LOST in row.source:
            return False
        if not self.is_prefixed:
            return True
        name = clean_name(row.name)
        meant = entry_identity(self.shape, canonical_name(self.shape, self.section.name, row.name))
        is_shared = len(self.section.rows_by_meaning[meant]) > 1
        if is_shared and meant != entry_identity(self.shape, name):
            return False
        return is_unambiguous(self.section.name, name, self.shape.vocabulary)

    def _other_section(self, name: str) -> str | None:
        """Another section whose name a row begins with, if it does not begin with its own."""
        if not self.shape.names_start_with_section:
            return None
        own = self.section.name
        if name.startswith(f"{own} ") or full_name(self.shape, own, name) == name:
            return None
        words = normalize_name(name).split()[:-1]
        for begin in accumulate(words, "{} {}".format):
            if len(begin) > SECTION_LIMIT:
                return None
            known = self._sections.get(begin)
            if known and begin != normalize_name(own):
                return known[0].name
        return None
