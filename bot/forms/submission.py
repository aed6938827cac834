"""What a contributor asks for, validated: new entries, or the correction of one."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.document.cells import Link
from bot.forms.body import Answers
from bot.forms.corrections import CorrectionKind, contradiction, without_old_name
from bot.forms.field_values import Known, read_field
from bot.forms.form import Field, Form, Forms, Kind
from bot.forms.values import EMPTY
from bot.names.cleaning import clean
from bot.names.nothing_new import says_nothing_new
from bot.names.remarks import says_nothing_to_readers
from bot.names.vocabulary import is_none, is_nothing
from bot.rules import form_rules, row_rules, value_rules
from bot.rules.rule import FieldErrors, Problem, field_error
from bot.shape.shape import ColumnShape, Shape

Value = str | tuple[str, ...] | tuple[Link, ...]

NOTHING_KNOWN = Known()


class NewEntries(NamedTuple):
    """Entries to add to one section, which share their details.

    `values` are by the id of the field. `addresses` are those of the names, where names are links.
    `is_sure` if the contributor used the form for a new section.
    """

    section: str
    names: tuple[str, ...]
    values: Mapping[str, Value]
    addresses: tuple[str, ...] = ()
    is_sure: bool = False


class Correction(NamedTuple):
    """What to change in one entry; a field without a value stays as it is."""

    section: str
    name: str
    kind: CorrectionKind
    new_name: str | None
    values: Mapping[str, Value]
    address: str | None = None
    reason: str = ""


Submission = NewEntries | Correction


class SubmissionReading(NamedTuple):
    """A submission, or all problems of the answers, with the names which could be read anyway.

    `name` is that of the entry to correct, `names` are those of new ones.
    """

    submission: Submission | None
    problems: tuple[Problem, ...] = ()
    section: str | None = None
    name: str | None = None
    names: tuple[str, ...] = ()


def read_submission(
    answers: Answers, forms: Forms, known: Known = NOTHING_KNOWN
) -> SubmissionReading:
    """Validate the answers to a form; `known` are the names of the list."""
    form, shape = answers.form, forms.shape
    texts = {field.id: given_answer(answers, shape, field.id) for field in form.fields}
    problems = list(answers.problems)
    hidden = _hidden(answers)
    unreadable = {problem.field for problem in problems} | hidden
    if form.kind is Kind.CORRECT:
        texts = without_old_name(form, shape, texts)
        if found := contradiction(answers, shape, texts):
            problems.append(found)
    values: dict[str, Any] = {}
    readable: dict[str, tuple[str, ...]] = {}
    for field in form.fields:
        try:
            values[field.id] = _read(form, field, texts[field.id], forms, known)
        except FieldErrors as errors:
            readable[field.id] = errors.readable
            if field.label not in unreadable:
                problems += _problems(field, errors, shape.column_of_field(field.id))
    if not problems:
        return SubmissionReading(_submission(form, shape, values))
    wrong = {problem.field for problem in problems} | hidden
    right = {field.id: values[field.id] for field in form.fields if field.label not in wrong}
    section = right.get(shape.section_field)
    if form.kind is Kind.CORRECT:
        return SubmissionReading(None, tuple(problems), section, name=right.get(shape.correct.row))
    right = readable | right
    names = right.get(shape.name_column.field, ())
    return SubmissionReading(None, tuple(problems), section, names=names)


def _read(form: Form, field: Field, text: str, forms: Forms, known: Known) -> Any:
    """The value of an answer. Raises FieldErrors, also where a needed cell would become empty."""
    value = read_field(form, field, text, forms.shape, known)
    asked, column = forms.add.find(field.id), forms.shape.column_of_field(field.id)
    if value == () and column and asked and asked.required:
        raise field_error(value_rules.MISSING)
    return value


def _submission(form: Form, shape: Shape, values: dict[str, Any]) -> Submission:
    section = values.get(shape.section_field, "")
    addresses = tuple(values.get(shape.address_field) or ())
    details = {}
    for column in shape.columns:
        value = values.get(column.field)
        if column.kind != "name" and value is not None:
            details[column.field] = value
    if form.kind is not Kind.CORRECT:
        names = values[shape.name_column.field]
        return NewEntries(section, names, details, addresses, form.kind is Kind.ADD_SECTION)
    correct = shape.correct
    return Correction(
        section=section,
        name=values[correct.row],
        kind=values.get(correct.change, CorrectionKind.CHANGE),
        new_name=values.get(correct.rename),
        values=details,
        address=next(iter(addresses), None),
        reason=values.get(correct.reason, ""),
    )


def given_answer(answers: Answers, shape: Shape, field_id: str) -> str:
    """An answer as far as it says something: words for nothing are none.

    Those in place of a name, a link or a choice that is needed are left, to be asked about.
    """
    text = answers.texts.get(field_id, "")
    field, column = answers.form.field(field_id), shape.column_of_field(field_id)
    is_text = column is not None and column.kind == "text"
    if not clean(text) or (field.required and not is_text):
        return text
    is_new = answers.form.kind is not Kind.CORRECT
    if _says_nothing(column, clean(text), is_new=is_new):
        return ""
    is_remark = column is not None and column.holds_remarks
    if is_remark and says_nothing_to_readers(clean(text), shape.vocabulary.nouns):
        return ""
    return text


def _says_nothing(column: ColumnShape | None, text: str, *, is_new: bool) -> bool:
    """Whether words are none in a column; an option, or a value such as `no`, says something."""
    if column is None:
        return is_nothing(text)
    can_empty = column.kind == "text" or (column.kind == "links" and not is_new)
    if text in column.options or (can_empty and text == EMPTY):
        return False
    if is_new and column.empty and text == column.empty:
        return True
    if column.kind == "text" and not column.holds_remarks:
        return is_none(text)
    return is_nothing(text) or (column.kind == "text" and says_nothing_new(text))


def _problems(field: Field, errors: FieldErrors, column: ColumnShape | None) -> list[Problem]:
    """The errors as problems; a choice which is missing comes with its options."""
    if field.options and errors.args == (value_rules.MISSING.problem(),):
        if column and column.kind == "choices":
            return [value_rules.NO_CHOICE.problem(field.label, allowed=field.options)]
        return [row_rules.MISSING_CHOICE.problem(field.label, allowed=field.options)]
    return errors.problems(field.label)


def _hidden(answers: Answers) -> set[str | None]:
    """The fields inside a block of code without an end: nobody can say what is wrong with them."""
    rules = [problem.rule for problem in answers.problems]
    if form_rules.FENCE_OPEN not in rules:
        return set()
    return {field.label for field in answers.form.fields if field.id not in answers.texts}
