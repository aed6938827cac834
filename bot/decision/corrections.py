"""Corrections, held against the entry they name."""

from collections.abc import Sequence

from bot.decision.claims import Claims
from bot.decision.named_rows import entry_problems, rows_named
from bot.decision.names import generic_names, new_name_problems, other_section, several_in
from bot.decision.normalized import normalized
from bot.decision.proposal import (
    AlreadyListed,
    Assessment,
    Proposal,
    Refusal,
    RemovedOptions,
    ReplacedText,
)
from bot.decision.similar import similar_entries
from bot.document.cells import CellContent, Link
from bot.document.changes import Alteration, Change, Removal
from bot.document.document import Document
from bot.document.escape import escape
from bot.document.rows import Row
from bot.document.section import Section
from bot.document.values import name_content, separator_text, shown_cell, value_content
from bot.forms.body import Answers
from bot.forms.corrections import CorrectionKind, option_of
from bot.forms.form import Form
from bot.forms.link_titles import asks_for_another
from bot.forms.options import read_choices
from bot.forms.submission import Correction
from bot.names.order import normalize_name, skeleton
from bot.names.requests import asks_to_empty, asks_to_write
from bot.names.several import Several
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, FieldErrors, Problem
from bot.shape.entry_names import full_name, own_name
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
        return Refusal(tuple(problems), answers)
    row = rows_named(section, submission.name)[0]
    if submission.kind is CorrectionKind.REMOVE:
        if len(document.sections) == len(section.rows) == 1:
            label = form.label(shape.correct.row)
            problem = entry_rules.LAST_OF_LIST.problem(label, received=row.name)
            return Refusal((problem,), answers)
        change: Change = Removal(section.name, row.name, row.line)
        return _proposal(answers, submission, change, document, claims)
    problems = _problems_with_details(answers, submission, section, row, document)
    if problems:
        return Refusal(tuple(problems), answers)
    name = row.name
    if submission.new_name:
        name = full_name(shape, section.name, submission.new_name)
    contents = _changed(shape, row, submission, name)
    if not any(contents):
        return AlreadyListed(submission, section, (row,))
    change = Alteration(section.name, row.name, name, contents, row.line)
    similar = []
    if contents[shape.name_column.index]:
        for entry in similar_entries(section.name, [name], document):
            if entry.known != row.name:
                similar.append(entry)
    links, texts = _replaced(shape, row, contents)
    proposal = _proposal(answers, submission, change, document, claims)
    return proposal._replace(
        similar=tuple(similar),
        replaced=links,
        replaced_texts=texts,
        removed_options=_removed_options(shape, row, contents, submission),
    )


def _proposal(
    answers: Answers, submission: Correction, change: Change, document: Document, claims: Claims
) -> Proposal:
    shape = document.shape
    several: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    if isinstance(change, Alteration) and change.new_name != change.name:
        generic = generic_names(change.section, [change.new_name], shape)
        doubt = several_in(change.section, change.new_name, document)
        if doubt is Several.MAYBE:
            several = (change.new_name,)
    return Proposal(
        submission,
        change,
        normalized(answers, submission, change, shape),
        same_section=claims.sections.get(shape.section_identity(change.section), ()),
        several=several,
        generic=generic,
    )


def _problems_with_details(
    answers: Answers, submission: Correction, section: Section, row: Row, document: Document
) -> list[Problem]:
    form, shape = answers.form, document.shape
    problems = []
    if submission.new_name:
        problems += _renaming_problems(form, section, row, submission.new_name, document)
    for column in shape.columns:
        value = submission.values.get(column.field)
        if column.kind == "text" and isinstance(value, str) and _is_request(column, value):
            label = form.label(column.field)
            problems.append(entry_rules.NOTES_OF_REQUEST.problem(label, received=value))
        if column.kind != "links" or not value:
            continue
        lines = [line.strip() for line in answers.texts[column.field].split("\n")]
        adding = tuple(line for line in lines if asks_for_another(line))
        cell = row.cells[column.index]
        is_kept = any(isinstance(link, Link) and link.url in cell.addresses for link in value)
        if adding and cell.links and not is_kept:
            label, old = form.label(column.field), tuple(map(str, cell.links))
            problems.append(entry_rules.ADDING_SOURCE.problem(label, received=adding, old=old))
    return problems


def _is_request(column: ColumnShape, text: str) -> bool:
    return asks_to_empty(text) or (column.holds_remarks and asks_to_write(text))


def _renaming_problems(
    form: Form, section: Section, row: Row, typed: str, document: Document
) -> list[Problem]:
    shape = document.shape
    label = form.label(shape.correct.rename)
    foreign = other_section(section.name, typed, document)
    if foreign:
        return [entry_rules.NEW_NAME_OF_OTHER_SECTION.problem(label, received=typed, known=foreign)]
    problems = new_name_problems(label, section.name, typed, document, value_rules.MORE_THAN_NAME)
    if problems:
        return problems
    old, new = (f" {own_name(shape, section.name, name)} " for name in (row.name, typed))
    if normalize_name(new).count(normalize_name(old)) > 1:  # `Go 2 instead of Go`
        return [value_rules.MORE_THAN_NAME.problem(label, received=typed)]
    full = full_name(shape, section.name, typed)
    if full == row.name and typed != full and skeleton(typed) == skeleton(full):
        return [entry_rules.SECTION_SPELLING.problem(label, received=typed, known=section.name)]
    for other in section.rows_called(typed):
        if other is not row and not shape.file.same_names:
            removal = option_of(form.find(shape.correct.change), CorrectionKind.REMOVE)
            facts: dict[str, Fact] = {"received": other.name, "removal": removal}
            problems.append(entry_rules.NAME_TAKEN.problem(label, **facts))
    return problems


def _replaced(
    shape: Shape, row: Row, contents: Sequence[CellContent | None]
) -> tuple[tuple[str, ...], tuple[ReplacedText, ...]]:
    """The titles of old links which are gone, and the old texts which the new ones leave out."""
    links, texts = [], []
    for column, content, old in zip(shape.columns, contents, row.cells, strict=True):
        if content and column.kind == "links":
            links += [link.title for link in old.links if link.url not in content.addresses]
        if content and content.text and column.kind == "text" and old.text not in content.text:
            texts.append(ReplacedText(column.name, old.text))
    return tuple(links), tuple(texts)


def _removed_options(
    shape: Shape, row: Row, contents: Sequence[CellContent | None], submission: Correction
) -> tuple[RemovedOptions, ...]:
    """The options which the new cells leave out, where a column may have several."""
    removed = []
    for column, content in zip(shape.columns, contents, strict=True):
        if content is None or column.kind != "choices":
            continue
        parts = row.text(column.index).split(separator_text(column.separator))
        try:
            old = read_choices(column, ", ".join(parts))
        except FieldErrors:  # a keeper of the list may have written anything
            continue
        new = submission.values[column.field]
        left_out = [shown_cell(column.shown(option)).text for option in old if option not in new]
        if left_out:
            removed.append(RemovedOptions(column.name, tuple(left_out)))
    return tuple(removed)


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
        if value is None:
            changed.append(None)
            continue
        content, cell = value_content(column, value, None), row.cells[column.index]
        is_same = content.text == cell.text
        if column.kind == "links":
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
    address = submission.address
    if not address and (renamed := _renamed(column, row, name)):
        return renamed
    if not address and len(cell.links) == 1 and cell.links[0].title == row.name:
        address = cell.links[0].url
    content = name_content(name, address)
    if content.shown == cell.shown:
        return None
    return content


def _renamed(column: ColumnShape, row: Row, name: str) -> CellContent | None:
    """The cell with all that is around its name, where the new name then shows as typed."""
    if column.index >= len(row.written):
        return None
    markdown, cell = row.written[column.index].markdown, row.cells[column.index]
    old = escape(row.name.strip())
    if markdown.count(old) != 1:
        return None
    renamed = markdown.replace(old, escape(name))
    shown = shown_cell(renamed)
    around = (shown.text.strip(), shown.markup, shown.addresses)
    if around != (name, cell.markup, cell.addresses):
        return None
    return CellContent(renamed, *shown.shown)
