"""The name of a new section, held against the list."""

from collections.abc import Sequence

from bot.decision.names import (
    followed,
    meant_section,
    several_in,
    several_sections_in,
    typed_name_problem,
)
from bot.document.appearance import comparable, section_name
from bot.document.document import Document
from bot.forms.form import Form
from bot.names.order import normalize_name
from bot.names.remarks import has_open_end
from bot.names.several import Several
from bot.names.vocabulary import without_legal_form
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Problem
from bot.shape.entry_names import own_name
from bot.shape.shape import Shape


def section_problems(
    form: Form, name: str, document: Document, names: Sequence[str], *, sure: bool
) -> list[Problem]:
    """What is wrong with a section which is not in the list.

    A contributor who is sure it is new is not asked whether a known one is meant.
    """
    shape = document.shape
    if not shape.file.sections or document.section(name):
        return []
    label = form.label(shape.file.sections.field)
    if document.is_closing(name):
        return [entry_rules.HEADING_TAKEN.problem(label, received=name)]
    if problems := _section_name_problems(label, name, shape):
        return problems
    if several_sections_in(name, names, document) is Several.YES:
        return [entry_rules.SEVERAL_SECTIONS.problem(label, received=name)]
    if not sure and (known := meant_section(name, document)):
        return [entry_rules.SECTION_CLOSE.problem(label, received=name, suggestion=known)]
    if problem := _longer_than_section(label, name, names, document):
        meant = str(problem.facts["suggestion"])
        known = "" if sure else meant_section(meant, document)
        return [problem._replace(facts={**problem.facts, "suggestion": known or meant})]
    if not shape.file.sections.new:
        allowed = tuple(document.section_names)
        return [entry_rules.NO_SUCH_SECTION.problem(label, received=name, allowed=allowed)]
    return []


def _section_name_problems(label: str, name: str, shape: Shape) -> list[Problem]:
    """Why an answer is not the name of a section, or more than a name."""
    if shape.file.heading and comparable(name) == comparable(shape.file.heading):
        return [value_rules.NO_NAME.problem(label, received=name)]
    problem: Problem | None = None
    read = section_name(name, shape)
    if read != name:  # as a heading it would lose a part, such as a `(2)` which may be a count
        problem = value_rules.MORE_THAN_NAME.problem(label, received=name, suggestion=read)
    elif shape.names_start_with_section:
        problem = typed_name_problem(label, name, name, shape, value_rules.NO_NAME)
    if problem:
        return [followed(problem, lambda meant: _section_name_problems(label, meant, shape))]
    if shape.names_start_with_section and has_open_end(name):
        return [value_rules.MORE_THAN_NAME.problem(label, received=name)]
    return []


def _longer_than_section(
    label: str, name: str, names: Sequence[str], document: Document
) -> Problem | None:
    """A new section with a legal form, or an entry, after it which its entries do not repeat."""
    section, shape = normalize_name(name), document.shape
    if not names or not shape.names_start_with_section:
        return None
    if any(normalize_name(typed).startswith(f"{section} ") for typed in names):
        return None
    for typed in names:
        if section.endswith(f" {normalize_name(typed)}"):
            short = " ".join(name.split()[: -len(typed.split())])
            facts = {"received": name, "suggestion": short, "insisted": f"{name} {typed}"}
            return entry_rules.NAME_IN_SECTION.problem(label, **facts)
    short = without_legal_form(name)
    if short == name:
        return None
    example = "\N{HORIZONTAL ELLIPSIS}"
    for typed in reversed(names):
        own = own_name(shape, short, typed)
        is_cut = own != typed and not normalize_name(typed).startswith(normalize_name(short))
        if several_in(short, typed, document) is Several.NO and not is_cut:
            example = own
    facts = {"received": name, "suggestion": short, "insisted": f"{name} {example}"}
    return entry_rules.LEGAL_FORM.problem(label, **facts)
