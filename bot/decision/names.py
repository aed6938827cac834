"""Names in answers, held against those of the list: what is meant, and what to ask about."""

import re
from collections.abc import Callable, Iterable, Sequence

from bot.chargers import version_rules
from bot.chargers.versions import is_only_version, without_version
from bot.document.document import Document
from bot.document.rows import Row
from bot.document.section import Section
from bot.forms.address_ends import is_file_name
from bot.forms.field_values import Known
from bot.forms.values import name_problems
from bot.names.full_name import (
    begins_with_section,
    from_section_inside,
    without_joined_section,
    without_misspelt_section,
)
from bot.names.marks import is_only_joint, without_joint
from bot.names.near_section import is_near_section, probable_section
from bot.names.order import label_key, normalize_name, skeleton
from bot.names.remarks import (
    has_open_end,
    is_only_remark,
    reads_as_text,
    without_article,
    without_remark,
    without_statement,
)
from bot.names.requests import is_request
from bot.names.several import (
    Several,
    has_several_ratings,
    is_generic,
    is_only_rating,
    names_again,
    several_names,
    several_sections,
    without_brackets,
)
from bot.names.stand_ins import is_label, means_several, replaces_name
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, Problem, Rule
from bot.shape.entry_names import full_name, own_name
from bot.shape.shape import Shape

_MOST_SUGGESTIONS = 5  # of which each is asked about once it is followed
_AFTER_LABEL = re.compile(r"\s?[:=]\s*|\s-\s")
BEFORE_VALUE = " | "  # between a name which several rows have and a value of one of them


def known_names(document: Document) -> Known:
    """The names of the list, for a form to be read with."""

    def is_section(name: str) -> bool:
        return document.shape.has_sections and bool(document.sections_called(name))

    def is_entry(name: str) -> bool:
        if document.has_entry(name):
            return True
        entry, rest, _ = normalize_name(name).partition(BEFORE_VALUE)
        return bool(rest) and document.shape.file.same_names and document.has_entry(entry)

    return Known(is_section, is_entry)


def several_sections_in(name: str, names: Sequence[str], document: Document) -> Several:
    """Whether the answer to the question for the section names several."""
    return several_sections(name, names, known_names(document).is_section)


def new_name_problems(
    label: str, section: str, typed: str, document: Document, several: Rule
) -> list[Problem]:
    """What is wrong with the name of a new entry, or must be asked about.

    `several` is the rule for several names in one.
    """
    if not document.shape.names_start_with_section:
        return []

    def problems_with(name: str) -> list[Problem]:
        return _name_problems(label, section, name, document, several)

    return [followed(problem, problems_with) for problem in problems_with(typed)]


def followed(problem: Problem, problems_with: Callable[[str], list[Problem]]) -> Problem:
    """A problem with the suggestion that nothing is asked about once it is followed, or none."""
    meant = problem.facts.get("suggestion")
    for _ in range(_MOST_SUGGESTIONS):
        further = problems_with(str(meant)) if meant else []
        if not further:
            break
        meant = further[0].facts.get("suggestion")
    else:
        meant = ""
    if meant == problem.facts.get("suggestion"):
        return problem
    return problem._replace(facts={**problem.facts, "suggestion": meant or ""})


def _name_problems(
    label: str, section: str, typed: str, document: Document, several: Rule
) -> list[Problem]:
    shape = document.shape
    own = own_name(shape, section, typed)
    is_rating = is_only_rating(own, shape.vocabulary)
    if is_rating and own == typed:
        insisted = f"{section} {typed}"
        return [value_rules.ONLY_RATING.problem(label, received=typed, insisted=insisted)]
    problem = typed_name_problem(label, own, typed, shape, several)
    if problem and not is_rating:  # with the section in front, that is all of the name
        return [problem]
    if column := _column_answered(section, typed, document):
        facts = {"received": typed, "column": column, "insisted": f"{section} {typed}"}
        return [value_rules.NAME_IS_OPTION.problem(label, **facts)]
    if plain := _before_option(section, typed, document):
        return [value_rules.MORE_THAN_NAME.problem(label, received=typed, suggestion=plain)]
    foreign = other_section(section, typed, document) or _section_named(section, typed, document)
    if foreign:
        return [entry_rules.NAME_OF_OTHER_SECTION.problem(label, received=typed, known=foreign)]
    if problem := _misspelt_problem(label, section, typed, document):
        return [problem]
    if several_in(section, typed, document) is Several.YES:
        return [several.problem(label, received=typed)]
    if inside := from_section_inside(section, own, shape.vocabulary):
        suggestion = inside if is_request(own.removesuffix(inside)) else ""
        facts = {"received": typed, "known": section, "suggestion": suggestion}
        return [entry_rules.SECTION_INSIDE.problem(label, **facts)]
    plain = without_article(own)
    if own == typed and plain != own:
        facts = {"received": typed, "suggestion": plain, "insisted": f"{section} {typed}"}
        return [value_rules.SENTENCE_IN_FRONT.problem(label, **facts)]
    return name_problems(label, section, typed, shape)


def typed_name_problem(
    label: str, own: str, typed: str, shape: Shape, several: Rule
) -> Problem | None:
    """Why an answer is no name, or words for `several`; `own` is it without the section's name."""
    facts: dict[str, Fact] = {"received": typed}
    before, *rest = _AFTER_LABEL.split(typed, 1)
    nouns = (label, shape.name_column.name, shape.entry.one, shape.entry.many, shape.section_noun)
    is_labelled = label_key(before) in map(label_key, nouns) or is_label(before, shape.vocabulary)
    if is_labelled and any(rest) and rest[0] != own:  # `Wallbox - Pulsar` under Wallbox
        return value_rules.LABEL_IN_FRONT.problem(label, **facts, suggestion=rest[0])
    if own and _is_no_name(label, own, shape):
        rule = several if means_several(own) else value_rules.NO_NAME
        return rule.problem(label, **facts)
    plain = without_joint(without_remark(typed, shape.vocabulary))
    if plain != typed:
        return value_rules.MORE_THAN_NAME.problem(label, **facts, suggestion=plain)
    if own == typed and (plain := without_statement(typed, shape.vocabulary)) != typed:
        suggestion = "" if plain[:1].islower() else plain  # `two Go` says more than a name
        return value_rules.MORE_THAN_NAME.problem(label, **facts, suggestion=suggestion)
    plain = without_version(typed)
    if shape.has_versions and plain != typed:
        return version_rules.VERSION_IN_NAME.problem(label, **facts, suggestion=plain)
    return None


def _column_answered(section: str, typed: str, document: Document) -> str:
    """The column of which a new name is just an option, such as `Direct`; or nothing."""
    shape = document.shape
    for column in shape.columns:
        if skeleton(typed) in map(skeleton, column.options):
            is_entry = document.has_entry(full_name(shape, section, typed))
            return "" if is_entry else column.name
    return ""


def _before_option(section: str, typed: str, document: Document) -> str:
    """A name with just an option after it, without it: `Go (Direct)`, `Go - Cloud`; or nothing."""
    for mark in ("(", " - "):
        before, _, inside = typed.rpartition(mark)
        if before and _column_answered(section, inside, document):
            return before.strip()
    return ""


def _is_no_name(label: str, own: str, shape: Shape) -> bool:
    vocabulary = shape.vocabulary
    if replaces_name(own, vocabulary) or is_only_remark(own, vocabulary.nouns):
        return True
    if is_only_joint(own) or is_file_name(own.rsplit(maxsplit=1)[-1]):
        return True
    if skeleton(own) == skeleton(label) or not without_brackets(own).strip():
        return True
    return is_only_rating(own, vocabulary) or (shape.has_versions and is_only_version(own))


def several_in(section: str, typed: str, document: Document) -> Several:
    """Whether one name names several entries; known only where names begin with the section's."""
    shape = document.shape
    if not shape.names_start_with_section:
        return Several.NO
    own = own_name(shape, section, typed)
    if names_again(normalize_name(section), normalize_name(own)) or has_open_end(own):
        return Several.YES
    if own != typed and from_section_inside(section, own, shape.vocabulary):
        return Several.YES  # the section's name is in front of the first one and of the second
    listed = document.sections_called(section)[:1]

    def is_listed(part: str) -> bool:
        return any(known.rows_called(part) for known in listed)

    several = several_names(own, shape.vocabulary, is_listed)
    has_ratings = has_several_ratings(own, shape.vocabulary.unit)
    if several is Several.NO and has_ratings and not is_listed(own):
        return Several.MAYBE
    return several


def generic_names(section: str, names: Iterable[str], shape: Shape) -> tuple[str, ...]:
    """The names which may be none: without the section's, words for any entry, or a sentence."""
    if not shape.names_start_with_section:
        return ()
    words = shape.vocabulary
    doubtful = []
    for name in names:
        own = own_name(shape, section, name)
        if is_generic(own, words) or reads_as_text(own, words):
            doubtful.append(name)
    return tuple(doubtful)


def other_section(section: str, typed: str, document: Document) -> str:
    """Another section a name begins with, unless entries are called so too."""
    if not document.shape.names_start_with_section:
        return ""
    if skeleton(typed).startswith(skeleton(section)):
        return ""
    vocabulary = document.shape.vocabulary
    other = ""
    for known in document.sections:
        if normalize_name(known.name) != normalize_name(section):
            joined = without_joined_section(known.name, typed)
            is_joined = joined not in {"", typed} and known.rows_called(joined)
            if is_joined or misspelt_row(known, typed):
                return known.name
        rest = begins_with_section(known.name, typed, vocabulary)
        begin = typed.removesuffix(rest).strip()
        if not rest or normalize_name(known.name) in vocabulary.generic:
            continue
        if is_near_section(begin, section, vocabulary) or len(known.name) <= len(other):
            continue
        if skeleton(begin).endswith(skeleton(known.name)) or _is_line_of(known, rest):
            other = known.name
    return other


def _section_named(section: str, typed: str, document: Document) -> str:
    """Another section which has just this name, unless entries of any may be called so."""
    named, name = document.sections_called(typed), normalize_name(typed)
    if name == normalize_name(section) or name in document.shape.vocabulary.generic:
        return ""
    return named[0].name if named else ""


def _is_line_of(section: Section, own: str) -> bool:
    """Whether a name begins with the same word as one of the section: `EVlink`."""
    first = skeleton(own.split(maxsplit=1)[0])
    for row in section.rows:
        name = own_name(section.shape, section.name, row.name)
        if name and skeleton(name.split()[0]) == first:
            return True
    return False


def misspelt_row(section: Section, typed: str) -> Row | None:
    """The row meant by a name in which the section's name has a slip, or is joined to it."""
    if not section.shape.names_start_with_section:
        return None
    meant = without_misspelt_section(section.name, typed, section.shape.vocabulary)
    rows = section.rows_called(meant) if meant else []
    return rows[0] if rows else None


def _misspelt_problem(label: str, section: str, typed: str, document: Document) -> Problem | None:
    shape = document.shape
    meant = without_misspelt_section(section, typed, shape.vocabulary)
    is_joined = skeleton(typed).startswith(skeleton(section))
    if not meant or (is_joined and not document.sections_called(section)):
        return None
    facts: dict[str, Fact] = {"received": typed, "known": section, "insisted": f"{section} {typed}"}
    suggestion = full_name(shape, section, meant)
    return entry_rules.SECTION_MISSPELT.problem(label, **facts, suggestion=suggestion)


def meant_section(name: str, document: Document) -> str:
    """The section of which a name may be another name, else nothing."""
    shape = document.shape
    if not shape.file.near_duplicates:
        return ""
    own_names = {}
    for section in document.sections:
        own_names[section.name] = [own_name(shape, section.name, row.name) for row in section.rows]
    return probable_section(name, own_names, shape.vocabulary)
