"""The rows that a correction names, and what is wrong with a name that is not in the list."""

from collections.abc import Sequence

from bot.decision.names import BEFORE_VALUE, meant_section, several_in, several_sections_in
from bot.document.document import Document
from bot.document.rows import Row
from bot.document.section import Section
from bot.forms.form import Form
from bot.names.cleaning import clean_name
from bot.names.near import nearest
from bot.names.order import normalize_name, skeleton
from bot.names.several import Several, split_at_commas
from bot.rules import entry_rules, row_rules, value_rules
from bot.rules.finding import Finding, Place
from bot.rules.rule import Problem
from bot.shape.entry_names import entry_identity, full_name, own_name

_MOST_WAYS = 10  # rows named to a contributor who may mean any of them
_LONGEST_WAY = 100  # characters; a quotation cuts what is longer


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
    rows = rows_named(section, name)
    label = form.label(document.shape.correct.row)
    if document.shape.file.same_names and len({row.shown for row in rows}) > 1:
        near = _ways_to_name(section, rows)
        return [entry_rules.SEVERAL_ROWS.problem(label, received=name, near=near)]
    if len(rows) > 1 and not document.shape.file.same_names:
        problem = row_rules.ROW_TWICE.problem(received=rows[1].name, line=rows[0].line)
        raise Finding(Place(rows[1].line), problem).error()
    if rows:
        return []
    if several_in(section.name, name, document) is Several.YES:
        return [_several_entries(section, name, label)]
    own = own_name(document.shape, section.name, name)
    others = [other for other in document.sections if own and other.rows_called(own)]
    if len(others) == 1:
        known = others[0].rows_called(own)[0].name
        facts = {"received": section.name, "known": known, "suggestion": others[0].name}
        where = form.label(document.shape.section_field)
        return [entry_rules.ENTRY_ELSEWHERE.problem(where, **facts)]
    near = _nearest_rows(section, name)
    return [entry_rules.ENTRY_UNKNOWN.problem(label, received=name, near=near)]


def _several_entries(section: Section, name: str, label: str) -> Problem:
    """Several names in one, or one of the list with other words after a comma."""
    listed = []
    for part in split_at_commas(name):
        if rows := rows_named(section, part):
            listed.append(rows[0].name)
    if len(listed) == 1:
        return value_rules.MORE_THAN_NAME.problem(label, received=name, suggestion=listed[0])
    return entry_rules.SEVERAL_ENTRIES.problem(label, received=name)


def _unknown_section(form: Form, name: str, document: Document) -> Problem:
    label = form.label(document.shape.section_field)
    if several_sections_in(name, (), document) is Several.YES:
        return entry_rules.SEVERAL_SECTIONS.problem(label, received=name)
    if known := meant_section(name, document):
        near: tuple[str, ...] = (known,)
    else:
        near = nearest(name, document.section_names, document.shape.vocabulary)
    return entry_rules.SECTION_UNKNOWN.problem(label, received=name, near=near)


def _nearest_rows(section: Section, name: str) -> tuple[str, ...]:
    """The rows with most of the typed words, the section's name aside."""
    shape = section.shape
    full_names = {own_name(shape, section.name, row.name): row.name for row in section.rows}
    own = own_name(shape, section.name, name)
    near = nearest(own, list(full_names), shape.vocabulary)
    if near:
        return tuple(full_names[near_name] for near_name in near)
    return nearest(name, list(full_names.values()), shape.vocabulary)


def _ways_to_name(section: Section, rows: Sequence[Row]) -> tuple[str, ...]:
    """The name of several rows, each with a value by which it alone is found again."""
    ways = []
    for row in rows[:_MOST_WAYS]:
        for value in filter(None, _values(row)):
            way = f"{row.name}{BEFORE_VALUE}{value}"
            if len(way) <= _LONGEST_WAY and list(rows_named(section, clean_name(way))) == [row]:
                ways.append(way)
                break
    return tuple(ways)


def _values(row: Row) -> list[str]:
    """The texts of its cells, then the addresses in them."""
    values = [cell.text.strip() for cell in row.cells]
    for cell in row.cells:
        values += cell.addresses
    return values


def _rows_with_value(section: Section, typed: str) -> list[Row]:
    """The rows whose name is typed before the text or an address of one of their cells."""
    wanted = normalize_name(typed)
    rows = []
    for row in section.rows:
        ways = [f"{row.name}{BEFORE_VALUE}{value}" for value in _values(row) if value]
        if wanted in map(normalize_name, ways):
            rows.append(row)
    return rows


def rows_named(section: Section, name: str) -> Sequence[Row]:
    """The rows a name means: written alike, or with other punctuation where only one is so."""
    shape = section.shape
    as_typed = section.rows_by_meaning.get(entry_identity(shape, name))
    rows = section.rows_called(name) or as_typed
    if rows:
        return rows
    if shape.file.same_names and BEFORE_VALUE in name:
        return _rows_with_value(section, name)
    wanted = {_letters(full_name(shape, section.name, name)), _letters(name)}
    alike = [row for row in section.rows if _letters(row.name) in wanted]
    return alike if len(alike) == 1 else ()


def _letters(name: str) -> str:
    """The letters, digits and plus signs of a name: `Go+` is not `Go`."""
    return skeleton(name) + "+" * name.count("+")
