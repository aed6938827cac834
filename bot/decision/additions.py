"""New entries and new sections, held against the list."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from bot.decision.claims import Claim, Claims, claim_key
from bot.decision.names import (
    generic_names,
    misspelt_row,
    new_name_problems,
    several_in,
    several_sections_in,
)
from bot.decision.new_sections import section_problems
from bot.decision.normalized import normalized
from bot.decision.proposal import (
    AlreadyClaimed,
    AlreadyListed,
    Assessment,
    Proposal,
    Refusal,
    Similar,
    Waiting,
)
from bot.decision.similar import similar_entries, similar_section, with_same_address
from bot.document.cells import CellContent
from bot.document.changes import Addition, NewRow
from bot.document.document import Document
from bot.document.rows import Row
from bot.document.section import Section
from bot.document.values import value_content
from bot.forms.body import Answers
from bot.forms.form import Form
from bot.forms.submission import NewEntries
from bot.names.cleaning import clean_name
from bot.names.full_name import begins_with_section
from bot.names.near import is_near_spelling
from bot.names.order import normalize_name, skeleton
from bot.names.several import Several, several_cells
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Problem
from bot.shape.entry_names import entry_identity, full_name
from bot.shape.shape import Shape


def propose_addition(
    answers: Answers, submission: NewEntries, document: Document, claims: Claims
) -> Assessment:
    """Hold new entries against the list.

    Raises ReadmeError when the section cannot be edited.
    """
    shape = document.shape
    section = document.section(submission.section)
    name = section.name if section else submission.section
    if section:
        submission = submission._replace(names=_meant_names(section, submission.names))
    problems = addition_problems(answers.form, submission, document)
    if problems:
        return Refusal(problems, answers)
    entries = _classified_entries(submission, name, section, document, claims)
    listed, waiting = tuple(entries.listed), tuple(entries.waiting)
    if not entries.new and section and not waiting:
        return AlreadyListed(submission, section, listed)
    if not entries.new:
        return AlreadyClaimed(waiting, section, listed)
    names = list(entries.new)
    change = Addition(name, tuple(entries.new.values()))
    several = _maybe_several(answers, submission, name, document)
    generic = generic_names(name, names, shape)
    return Proposal(
        submission,
        change,
        normalized(answers, submission, change, shape),
        is_new_section=section is None,
        listed=listed,
        waiting=waiting,
        similar=_similar(change, document, is_new=section is None),
        same_section=claims.sections.get(shape.section_identity(name), ()),
        alike=_alike(names, document),
        several=several,
        generic=tuple(entry for entry in generic if entry not in several),
    )


class _Entries(NamedTuple):
    """The entries of a submission: rows of the list, those waiting, and new rows by their name."""

    listed: list[Row]
    waiting: list[Waiting]
    new: dict[str, NewRow]


def _classified_entries(
    submission: NewEntries, name: str, section: Section | None, document: Document, claims: Claims
) -> _Entries:
    """What becomes of each entry; `name` is that of the section, which may be new."""
    shape = document.shape
    entries = _Entries([], [], {})
    done: set[Hashable] = set()
    for index, typed in enumerate(submission.names):
        full = full_name(shape, name, typed)
        identity = entry_identity(shape, full)
        if identity in done:  # of two spellings the first one typed counts
            continue
        done.add(identity)
        new = _row(shape, full, submission, index)
        same = section.rows_by_meaning.get(identity, []) if section else []
        if shape.file.same_names:
            same = [row for row in same if _says_the_same(row, new)]
        if same:
            entries.listed.append(same[0])
            continue
        holder = _holder(claims.entries.get(claim_key(shape, submission, full), ()), document)
        if holder:
            entries.waiting.append(Waiting(full, holder))
        else:
            entries.new[full] = new
    return entries


def _meant_names(section: Section, names: Sequence[str]) -> tuple[str, ...]:
    """The names, of which those with a slip in the section's are taken as in the list."""
    meant = []
    for typed in names:
        row = misspelt_row(section, typed)
        meant.append(row.name if row else typed)
    return tuple(meant)


def _says_the_same(row: Row, new: NewRow) -> bool:
    """Whether a row has all links of a new one; without any, the same in each cell."""
    missing: set[str] = set()
    for content in new.contents:
        missing.update(content.addresses)
    if not missing:
        return new.shown == row.shown
    for cell in row.cells:
        missing.difference_update(cell.addresses)
    return not missing


def _holder(claims: Iterable[Claim], document: Document) -> int | None:
    """The earliest issue claiming an entry, of those able to become a pull request."""
    for claim in claims:
        if not addition_problems(claim.form, claim.submission, document):
            return claim.issue
    return None


def addition_problems(
    form: Form, submission: NewEntries, document: Document
) -> tuple[Problem, ...]:
    """What is wrong with the names of new entries, and with that of their section.

    Raises ReadmeError when the section cannot be edited.
    """
    shape = document.shape
    section = document.section(submission.section)
    name = section.name if section else submission.section
    names = submission.names
    problems = section_problems(form, submission.section, document, names, sure=submission.is_sure)
    if any(problem.rule is entry_rules.SEVERAL_SECTIONS for problem in problems):
        return tuple(problems)
    name_field = form.field(shape.name_column.field)
    several = value_rules.MORE_THAN_NAME
    if name_field.has_lines:
        several = value_rules.SEVERAL_IN_ONE
    meant = name
    for problem in problems:
        if problem.rule is entry_rules.SECTION_CLOSE:
            meant = str(problem.facts["suggestion"])
    for typed in names:
        under = name
        is_meant = normalize_name(typed) == normalize_name(meant)
        if is_meant or begins_with_section(meant, typed, shape.vocabulary):
            under = meant  # `Zaptec Go 2` as the section and as the name
        problems += new_name_problems(name_field.label, under, typed, document, several)
    if shape.address_field and len(submission.addresses) not in {0, len(names)}:
        counts = {"count": len(submission.addresses), "limit": len(names)}
        address_label = form.label(shape.address_field)
        problems.append(value_rules.ADDRESS_COUNT.problem(address_label, **counts))
    return tuple(problems)


def _alike(names: Sequence[str], document: Document) -> tuple[tuple[str, str], ...]:
    """The pairs of new names which may mean one entry."""
    shape = document.shape
    if not shape.file.near_duplicates:
        return ()
    pairs = combinations(names, 2)
    return tuple(pair for pair in pairs if is_near_spelling(*pair, shape.vocabulary))


def _maybe_several(
    answers: Answers, submission: NewEntries, section: str, document: Document
) -> tuple[str, ...]:
    """The names which may be those of several things, for a reviewer to look at."""
    shape = document.shape
    if not shape.names_start_with_section:
        return ()
    doubtful = []
    if several_sections_in(submission.section, submission.names, document) is Several.MAYBE:
        doubtful.append(submission.section)
    tabbed = []
    for line in answers.texts[shape.name_column.field].split("\n"):
        if several_cells(line, section, shape.vocabulary):
            tabbed.append(skeleton(clean_name(line)))
    for typed in submission.names:
        is_tabbed = any(line.endswith(skeleton(typed)) for line in tabbed)
        if is_tabbed or several_in(section, typed, document) is Several.MAYBE:
            doubtful.append(full_name(shape, section, typed))
    return tuple(doubtful)


def _row(shape: Shape, full: str, submission: NewEntries, index: int) -> NewRow:
    contents: list[CellContent] = []
    address = None
    if submission.addresses:
        address = submission.addresses[index]
    for column in shape.columns:
        value = submission.values.get(column.field)
        if column.kind == "name":
            value = full
        contents.append(value_content(column, value, address))
    return NewRow(full, tuple(contents))


def _similar(change: Addition, document: Document, *, is_new: bool) -> tuple[Similar, ...]:
    similar: list[Similar] = []
    name = change.section
    entries = [row.name for row in change.rows]
    if is_new:
        similar += similar_section(name, document)
    if section := document.section(name):
        for entry in entries:
            for row in section.rows_called(entry)[:1]:
                similar.append(Similar(entry, section.anchor, row.name))
    similar += similar_entries(name, entries, document)
    told = {one.name for one in similar}
    for new in change.rows:
        if new.name not in told:
            similar += with_same_address(new, document)
    return tuple(similar)
