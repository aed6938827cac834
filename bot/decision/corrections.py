"""Corrections, held against the entry they name."""

from collections.abc import Sequence

from bot.check.duplicates import rows_by_meaning
from bot.check.name_cells import full_name, own_name
from bot.decision.claims import Claims
from bot.decision.names import (
    BEFORE_VALUE,
    meant_section,
    new_name_problems,
    other_section,
    several_in,
    several_sections_in,
    similar_entries,
)
from bot.decision.normalized import normalized
from bot.decision.proposal import AlreadyListed, Assessment, Proposal, Refusal, Similar
from bot.document.cells import CellContent
from bot.document.changes import Alteration, Change, Removal
from bot.document.document import Document, Section
from bot.document.rows import Row
from bot.document.values import name_content, value_content
from bot.forms.body import Answers
from bot.forms.corrections import CorrectionKind
from bot.forms.form import Form
from bot.forms.link_titles import asks_for_another
from bot.forms.submission import Correction
from bot.forms.values import NAME_LIMIT
from bot.names.near import nearest
from bot.names.order import normalize_name, skeleton
from bot.names.remarks import asks_to_empty
from bot.names.several import Several, split_at_commas
from bot.rules import row_rules, value_rules
from bot.rules.finding import Finding, Place
from bot.rules.rule import Fact, Problem
from bot.shape.ordering import entry_identity
from bot.shape.shape import ColumnShape, Shape


def propose_correction(
    answers: Answers, submission: Correction, document: Document, claims: Claims
) -> Assessment:
    """Hold a correction against the list.

    Raises ReadmeError when the section cannot be edited, or the entry is there more than once.
    """
    form, shape = answers.form, document.shape
    problems = entry_problems(form, submission.section, submission.name, document)
    section = document.section(submission.section)
    if problems or section is None:
        return Refusal(tuple(problems))
    row = _rows_of(section, submission.name)[0]
    if submission.kind is CorrectionKind.REMOVE:
        if len(document.sections) == len(section.rows) == 1:
            label = form.label(shape.correct.row)
            return Refusal((Problem(value_rules.LAST_OF_LIST, label, {"received": row.name}),))
        change: Change = Removal(section.name, row.name, row.line)
        return _proposal(answers, submission, change, document, claims)
    problems = _problems_with_details(answers, submission, section, row, document)
    if problems:
        return Refusal(tuple(problems))
    name = row.name
    if submission.new_name:
        name = full_name(shape, section.name, submission.new_name)
    contents = _changed(shape, row, submission, name)
    if not any(contents):
        return AlreadyListed(submission, section, (row,))
    change = Alteration(section.name, row.name, name, contents, row.line)
    similar: tuple[Similar, ...] = ()
    if contents[shape.name_column.index]:
        found = similar_entries(section.name, [name], document)
        similar = tuple(one for one in found if one.known != row.name)
    replaced = _replaced_links(shape, row, contents)
    return _proposal(answers, submission, change, document, claims, similar, replaced)


def _proposal(
    answers: Answers,
    submission: Correction,
    change: Change,
    document: Document,
    claims: Claims,
    similar: tuple[Similar, ...] = (),
    replaced: tuple[str, ...] = (),
) -> Proposal:
    shape = document.shape
    several: tuple[str, ...] = ()
    if isinstance(change, Alteration) and change.new_name != change.name:
        is_doubtful = several_in(change.section, change.new_name, document) is Several.MAYBE
        several = (change.new_name,) if is_doubtful else ()
    return Proposal(
        submission,
        change,
        normalized(answers, submission, change, shape),
        similar=similar,
        same_section=claims.sections.get(shape.section_identity(change.section), ()),
        replaced=replaced,
        several=several,
    )


def entry_problems(
    form: Form, section_name: str, name: str | None, document: Document
) -> list[Problem]:
    """What is wrong with a section and name which should be in the list.

    `name` is None for one which could not be read. Raises ReadmeError for one there twice.
    """
    section = document.section(section_name)
    if section is None:
        return [_unknown_section(form, section_name, document)]
    if name is None:
        return []
    rows = _rows_of(section, name)
    label = form.label(document.shape.correct.row)
    if document.shape.file.same_names and len({row.shown for row in rows}) > 1:
        near = _ways_to_name(section, rows)
        return [Problem(value_rules.SEVERAL_ROWS, label, {"received": name, "near": near})]
    if len(rows) > 1 and not document.shape.file.same_names:
        facts: dict[str, Fact] = {"received": rows[1].name, "line": rows[0].line}
        problem = Problem(row_rules.ROW_TWICE, None, facts)
        raise Finding(Place(rows[1].line), problem).error()
    if rows:
        return []
    if several_in(section.name, name, document) is Several.YES:
        return [_several_entries(section, name, label)]
    near = _nearest_rows(section, name)
    return [Problem(value_rules.ENTRY_UNKNOWN, label, {"received": name, "near": near})]


def _several_entries(section: Section, name: str, label: str) -> Problem:
    """Several names in one, or one of the list with other words behind a comma."""
    parts = split_at_commas(name)
    listed = [rows[0].name for part in parts if (rows := _rows_of(section, part))]
    if len(listed) == 1:
        facts: dict[str, Fact] = {"received": name, "suggestion": listed[0]}
        return Problem(value_rules.MORE_THAN_NAME, label, facts)
    return Problem(value_rules.SEVERAL_ENTRIES, label, {"received": name})


def _unknown_section(form: Form, name: str, document: Document) -> Problem:
    label = form.label(document.shape.section_field or "")
    if several_sections_in(name, (), document) is Several.YES:
        return Problem(value_rules.SEVERAL_SECTIONS, label, {"received": name})
    known = meant_section(name, document)
    names = [section.name for section in document.sections]
    near = (known,) if known else nearest(name, names, document.shape.vocabulary)
    return Problem(value_rules.SECTION_UNKNOWN, label, {"received": name, "near": near})


def _nearest_rows(section: Section, name: str) -> tuple[str, ...]:
    """The rows with most of the typed words, the section's name aside."""
    shape = section.shape
    full_names = {own_name(shape, section.name, row.name): row.name for row in section.rows}
    own = own_name(shape, section.name, name)
    near = nearest(own, list(full_names), shape.vocabulary)
    if near:
        return tuple(full_names[one] for one in near)
    return nearest(name, list(full_names.values()), shape.vocabulary)


def _ways_to_name(section: Section, rows: Sequence[Row]) -> tuple[str, ...]:
    """The name of several rows, each with a value: of the first column in which all differ."""
    texts, addresses = [], []
    for column in section.shape.columns:
        cells = [row.cells[column.index] for row in rows]
        texts.append([cell.text.strip() for cell in cells])
        addresses.append([cell.links[0].url if cell.links else "" for cell in cells])
    for values in (*texts, *addresses):
        ways = tuple(f"{rows[0].name}{BEFORE_VALUE}{value}" for value in values)
        is_short = max(map(len, ways)) <= NAME_LIMIT
        if "" not in values and len(set(values)) == len(rows) and is_short:
            return ways
    return ()


def _rows_with_value(section: Section, typed: str) -> list[Row]:
    """The rows whose name is typed with the text or an address of one of their cells behind it."""
    wanted = normalize_name(typed)
    found = []
    for row in section.rows:
        values = [cell.text for cell in row.cells]
        values += [link.url for cell in row.cells for link in cell.links]
        if wanted in {normalize_name(f"{row.name}{BEFORE_VALUE}{value}") for value in values}:
            found.append(row)
    return found


def _rows_of(section: Section, name: str) -> Sequence[Row]:
    """The rows a name means: written alike, or with other punctuation where only one is so."""
    shape = section.shape
    known = rows_by_meaning(section)
    full = full_name(shape, section.name, name)
    found = known.get(entry_identity(shape, full)) or known.get(entry_identity(shape, name))
    if found:
        return found
    if shape.file.same_names and BEFORE_VALUE in name:
        return _rows_with_value(section, name)
    wanted = {_letters(full), _letters(name)}
    alike = [row for row in section.rows if _letters(row.name) in wanted]
    return alike if len(alike) == 1 else ()


def _letters(name: str) -> str:
    """The letters, digits and plus signs of a name: `Go+` is not `Go`."""
    return skeleton(name) + "+" * name.count("+")


def _problems_with_details(
    answers: Answers, submission: Correction, section: Section, row: Row, document: Document
) -> list[Problem]:
    form, shape = answers.form, document.shape
    problems = []
    if submission.new_name:
        problems += _renaming_problems(form, section, row, submission.new_name, document)
    for column in shape.columns:
        value = submission.values.get(column.field)
        if column.kind == "text" and isinstance(value, str) and asks_to_empty(value):
            label = form.label(column.field)
            problems.append(Problem(value_rules.NOTES_OF_REQUEST, label, {"received": value}))
        if column.kind != "links" or not value:
            continue
        lines = [line.strip() for line in answers.texts.get(column.field, "").split("\n")]
        adding = tuple(line for line in lines if asks_for_another(line))
        old = tuple(f"[{link.title}]({link.url})" for link in row.cells[column.index].links)
        if adding and old:
            label = form.label(column.field)
            facts = {"received": adding, "old": old}
            problems.append(Problem(value_rules.ADDING_SOURCE, label, facts))
    return problems


def _renaming_problems(
    form: Form, section: Section, row: Row, typed: str, document: Document
) -> list[Problem]:
    shape = document.shape
    label = form.label(shape.correct.rename)
    foreign = other_section(section.name, typed, document)
    if foreign:
        facts = {"received": typed, "known": foreign}
        return [Problem(value_rules.NEW_NAME_OF_OTHER_SECTION, label, facts)]
    more = value_rules.MORE_THAN_NAME
    problems = new_name_problems(label, section.name, typed, document, several=more)
    if problems:
        return problems
    full = full_name(shape, section.name, typed)
    if full == row.name and typed != full and skeleton(typed) == skeleton(full):
        facts = {"received": typed, "known": section.name}
        return [Problem(value_rules.SECTION_SPELLING, label, facts)]
    for other in rows_by_meaning(section).get(entry_identity(shape, full), []):
        if other is not row and not shape.file.same_names:
            problems.append(Problem(value_rules.NAME_TAKEN, label, {"received": other.name}))
    return problems


def _replaced_links(
    shape: Shape, row: Row, contents: Sequence[CellContent | None]
) -> tuple[str, ...]:
    """The titles of old links missing among the new ones."""
    replaced = []
    for column in shape.columns:
        content = contents[column.index]
        if column.kind == "links" and content:
            kept = {link.url for link in content.links}
            old = row.cells[column.index].links
            replaced += [link.title for link in old if link.url not in kept]
    return tuple(replaced)


def _changed(
    shape: Shape, row: Row, submission: Correction, name: str
) -> tuple[CellContent | None, ...]:
    """The cells to write: those which say something else. Other markup of a list stays."""
    changed: list[CellContent | None] = []
    for column in shape.columns:
        if column.kind == "name":
            changed.append(_changed_name(column, row, submission, name))
            continue
        value = submission.values.get(column.field)
        content = None if value is None else value_content(column, value, None)
        cell = row.cells[column.index]
        is_same = content is None or content.text == cell.text
        if column.kind == "links" and content is not None:
            is_same = content.shown == cell.shown
        changed.append(None if is_same else content)
    return tuple(changed)


def _changed_name(
    column: ColumnShape, row: Row, submission: Correction, name: str
) -> CellContent | None:
    """The cell for a new name or address; a name which is a link as a whole stays one."""
    cell = row.cells[column.index]
    if name == row.name and submission.address is None:
        return None
    links = cell.links
    is_link = len(links) == 1 and links[0].title == row.name
    address = submission.address or (links[0].url if is_link else None)
    content = name_content(name, address)
    return None if content.shown == cell.shown else content
