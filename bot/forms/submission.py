"""What a contributor asks for, validated: new entries, or the correction of one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model
from pydantic_core import ErrorDetails

from bot.document.cells import Link
from bot.forms.addresses import readable_host
from bot.forms.body import Answers
from bot.forms.corrections import CorrectionKind, correction_kind, option_of, read_correction
from bot.forms.form import Form, Forms, Kind
from bot.forms.items import split_items
from bot.forms.options import read_choices
from bot.forms.typed_links import doubled_links, read_links
from bot.forms.values import (
    EMPTY,
    NAME_LIMIT,
    NAMES_LIMIT,
    SECTION_LIMIT,
    read_reason,
    read_typed_name,
    read_typed_notes,
)
from bot.names.cleaning import clean, clean_name
from bot.names.full_name import with_section
from bot.names.vocabulary import is_none, is_nothing
from bot.rules import row_rules, value_rules
from bot.rules.rule import Fact, FieldError, FieldErrors, Problem, combine, field_error
from bot.shape.shape import ColumnShape, Shape

Value = str | tuple[str, ...] | tuple[Link, ...]


@dataclass(frozen=True)
class Known:
    """The names of the list, accepted with any character."""

    is_section: Callable[[str], bool] = lambda _: False
    is_entry: Callable[[str], bool] = lambda _: False


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class NewEntries:
    """Entries to add to one section, which share their details.

    `values` are by the id of the field. `addresses` are those of the names, where names are links.
    `is_sure` if the contributor used the form for a new section.
    """

    section: str
    names: tuple[str, ...]
    values: Mapping[str, Value]
    addresses: tuple[str, ...] = ()
    is_sure: bool = False


@dataclass(frozen=True)
class Correction:
    """What to change in one entry; a field without a value stays as it is."""

    section: str
    name: str
    kind: CorrectionKind
    new_name: str | None
    values: Mapping[str, Value]
    address: str | None = None
    reason: str = ""


Submission = NewEntries | Correction


@dataclass(frozen=True)
class Reading:
    """A submission, or all problems of the answers, with the names which could be read anyway."""

    submission: Submission | None
    problems: tuple[Problem, ...] = ()
    section: str | None = None
    name: str | None = None


Reader = Callable[[str], Any]


def read_submission(answers: Answers, forms: Forms, known: Known = NOTHING_KNOWN) -> Reading:
    """Validate the answers to a form."""
    form, shape = answers.form, forms.shape
    texts = {field.id: given_answer(answers, shape, field.id) for field in form.fields}
    contradictions = []
    if form.kind is Kind.CORRECT:
        texts = _without_leftovers(form, shape, texts)
        contradictions = _contradictions(answers, shape, texts)
    problems = [*answers.problems, *contradictions]
    unreadable = {problem.field for problem in answers.problems} | _hidden(answers)
    values: dict[str, Any] = {}
    try:
        model = _model(forms, form)
        read = model.model_validate(texts, context=known)
        # Not `model_dump()`, which turns a link into a plain tuple.
        values = {name: getattr(read, name) for name in model.model_fields}
    except ValidationError as error:
        for detail in error.errors():
            found = _problems(answers, detail)
            problems += [problem for problem in found if problem.field not in unreadable]
    if not problems:
        return Reading(_submission(form, shape, values))
    wrong = {problem.field for problem in problems} | _hidden(answers)
    section = _name_in_spite(form, shape, texts, wrong, known, is_section=True)
    name = _name_in_spite(form, shape, texts, wrong, known, is_section=False)
    return Reading(None, tuple(problems), section, name)


def _name_in_spite(
    form: Form,
    shape: Shape,
    texts: Mapping[str, str],
    wrong: set[str | None],
    known: Known,
    *,
    is_section: bool,
) -> str | None:
    """A name read despite errors in other answers."""
    field_id = shape.section_field if is_section else shape.correct.row
    field = form.find(field_id) if field_id else None
    if field is None or field.label in wrong:
        return None
    is_listed = known.is_section if is_section else known.is_entry
    return read_typed_name(texts[field.id], NAME_LIMIT, shape, is_listed)


def _submission(form: Form, shape: Shape, values: dict[str, Any]) -> Submission:
    section = values.get(shape.section_field or "", "")
    details = {}
    for column in shape.columns:
        value = values.get(column.field)
        if column.kind != "name" and value is not None:
            details[column.field] = value
    address_field = shape.address_field
    if form.kind is not Kind.CORRECT:
        names = values[shape.name_column.field]
        addresses = tuple(values.get(address_field or "") or ())
        return NewEntries(section, names, details, addresses, form.kind is Kind.ADD_SECTION)
    correct = shape.correct
    addresses = tuple(values.get(address_field or "") or ())
    return Correction(
        section=section,
        name=values[correct.row],
        kind=values.get(correct.change, CorrectionKind.CHANGE),
        new_name=values.get(correct.rename),
        values={field: value for field, value in details.items() if value != ()},
        address=addresses[0] if addresses else None,
        reason=values.get(correct.reason, ""),
    )


@lru_cache(maxsize=16)
def _model(forms: Forms, form: Form) -> type[BaseModel]:
    """The pydantic model which gathers the errors of all answers to a form."""
    fields: dict[str, Any] = {}
    for field in form.fields:
        reader = _reader(forms.shape, form, field.id)
        if reader is not None:
            fields[field.id] = (Annotated[Any, BeforeValidator(reader)], ...)
    config = ConfigDict(frozen=True, arbitrary_types_allowed=True)
    return create_model("Answers", __config__=config, **fields)


def _reader(shape: Shape, form: Form, field_id: str) -> Callable[..., Any] | None:
    """How an answer is read, by the id of its field; None for one nobody reads."""
    field = form.field(field_id)
    column = shape.column_of_field(field_id)
    is_correction = form.kind is Kind.CORRECT
    if field_id == shape.section_field:
        return lambda text, info: read_typed_name(
            text, SECTION_LIMIT, shape, _known(info).is_section
        )
    if is_correction and field_id == shape.correct.row:
        return lambda text, info: read_typed_name(text, NAME_LIMIT, shape, _known(info).is_entry)
    if is_correction and field_id == shape.correct.rename:
        return lambda text, info: _read_new_name(text, _known(info), shape)
    if is_correction and field_id == shape.correct.change:
        return lambda text: read_correction(field, text)
    if is_correction and field_id == shape.correct.reason:
        return read_reason if field.required else str
    if field_id == shape.address_field:
        return lambda text: _read_addresses(text, field.required)
    if column is None:
        return None
    if column.kind == "name":
        has_lines = field.has_lines
        return lambda text, info: _read_names(text, _known(info), shape, has_lines=has_lines)
    return _column_reader(column, is_correction=is_correction, is_required=field.required)


def _column_reader(column: ColumnShape, *, is_correction: bool, is_required: bool) -> Reader:
    def read(text: str) -> Any:
        if column.kind == "text":
            value: Any = read_typed_notes(text) if clean(text) or not is_correction else None
        elif column.kind == "links":
            value = _read_links(text, column.link_title)
        else:
            value = read_choices(column, text) if clean(text) else ()
        if is_required and not value:
            raise field_error(value_rules.MISSING)
        return value

    return read


def _known(info: Any) -> Known:
    return info.context if isinstance(info.context, Known) else NOTHING_KNOWN


def _read_names(text: str, known: Known, shape: Shape, *, has_lines: bool) -> tuple[str, ...]:
    """The names of an answer, one on each line. Raises FieldErrors."""
    items = split_items(text, limit=NAMES_LIMIT, longest=NAME_LIMIT) if has_lines else [text]
    names = []
    errors = []
    for item in items:
        try:
            names.append(read_typed_name(item, NAME_LIMIT, shape, known.is_entry))
        except FieldErrors as error:
            errors.append(error)
    if errors:
        raise combine(errors)
    if not names:
        raise field_error(value_rules.MISSING)
    return tuple(names)


def _read_new_name(text: str, known: Known, shape: Shape) -> str | None:
    if not clean(text):
        return None
    return read_typed_name(text, NAME_LIMIT, shape, known.is_entry)


def _read_links(text: str, title: str | None = None) -> tuple[Link, ...]:
    """Links of which no two have one address; `title` is that of links without their own.

    Raises FieldErrors.
    """
    sources = read_links(text)
    doubled = doubled_links(sources)
    if doubled:
        errors = [field_error(row_rules.LINK_TWICE, received=str(one)) for one in doubled]
        raise combine(errors)
    links = []
    for source in sources:
        is_untitled = source.title == readable_host(source.url)
        links.append(Link(title if title and is_untitled else source.title, source.url))
    return tuple(links)


def _read_addresses(text: str, is_required: bool) -> tuple[str, ...]:
    """The addresses of names, one on each line. Raises FieldErrors."""
    links = _read_links(text)
    if is_required and not links:
        raise field_error(value_rules.MISSING)
    return tuple(link.url for link in links)


def given_answer(answers: Answers, shape: Shape, field_id: str) -> str:
    """An answer as far as it says something: words for nothing are none where none is needed."""
    text = answers.texts.get(field_id, "")
    field = answers.form.field(field_id)
    if field.required or not clean(text):
        return text
    column = shape.column_of_field(field_id)
    is_new = answers.form.kind is not Kind.CORRECT
    return "" if _says_nothing(column, clean(text), is_new=is_new) else text


def _says_nothing(column: ColumnShape | None, text: str, *, is_new: bool) -> bool:
    """Whether words are none in a column; an option, or a value such as `no`, says something."""
    if column is None:
        return is_nothing(text)
    if text in column.options or (column.kind == "text" and text == EMPTY):
        return False
    if is_new and column.empty and text == column.empty:
        return True
    if column.kind == "text" and not column.holds_remarks:
        return is_none(text)
    return is_nothing(text)


def _problems(answers: Answers, detail: ErrorDetails) -> list[Problem]:
    field = answers.form.field(str(detail["loc"][0]))
    errors: FieldErrors = detail["ctx"]["error"]
    if field.options and errors.args == (FieldError(value_rules.MISSING, {}),):
        return [Problem(row_rules.MISSING_CHOICE, field.label, {"allowed": field.options})]
    return errors.problems(field.label)


def _hidden(answers: Answers) -> set[str | None]:
    """The fields inside a block of code without an end: nobody can say what is wrong with them."""
    if all(problem.rule is not value_rules.FENCE_OPEN for problem in answers.problems):
        return set()
    return {field.label for field in answers.form.fields if field.id not in answers.texts}


def _without_leftovers(form: Form, shape: Shape, texts: dict[str, str]) -> dict[str, str]:
    """The answers to a correction without a new name equal to the old one."""
    correct = shape.correct
    new_name = clean_name(texts.get(correct.rename, ""))
    name = clean_name(texts.get(correct.row, ""))
    section = clean_name(texts.get(shape.section_field or "", ""))
    kind = correction_kind(form.find(correct.change), texts.get(correct.change, ""))
    words = shape.vocabulary
    is_same = with_section(section, new_name, words) == with_section(section, name, words)
    if kind is CorrectionKind.RENAME or not new_name or not is_same:
        return texts
    return texts | {correct.rename: ""}


def _contradictions(answers: Answers, shape: Shape, texts: dict[str, str]) -> list[Problem]:
    """Answers of a correction which do not go with its kind, as one problem."""
    form, correct = answers.form, shape.correct
    change = form.find(correct.change)
    if change is None:
        return []
    kind = correction_kind(change, texts[change.id])
    details = [field_id for field_id in _details(shape) if clean(texts.get(field_id, ""))]
    is_renamed = bool(clean(texts.get(correct.rename, "")))
    given = [*([correct.rename] if is_renamed else []), *details]
    shown = option_of(change, kind) if kind else ""
    if kind is CorrectionKind.REMOVE and given:
        names = tuple(form.label(field_id) for field_id in given)
        return [Problem(value_rules.CONTRADICTION, change.label, {"kind": shown, "fields": names})]
    if kind is CorrectionKind.RENAME and not is_renamed and form.find(correct.rename):
        return [Problem(value_rules.MISSING, form.label(correct.rename))]
    if kind is CorrectionKind.CHANGE and is_renamed:
        other = option_of(change, CorrectionKind.RENAME)
        facts: dict[str, Fact] = {"kind": shown, "received": clean(texts[correct.rename])}
        facts["other"] = other
        return [Problem(value_rules.NAME_WITHOUT_RENAMING, change.label, facts)]
    if kind is CorrectionKind.CHANGE and not details:
        return [_nothing_to_change(answers, shape, shown)]
    return []


def _details(shape: Shape) -> list[str]:
    """The ids of the fields for what a row says, the address of its name among them."""
    found = [column.field for column in shape.columns if column.field != shape.correct.row]
    if shape.address_field:
        found.append(shape.address_field)
    return found


def _nothing_to_change(answers: Answers, shape: Shape, shown: str) -> Problem:
    """A change without any detail, or with a word for nothing in a text."""
    form = answers.form
    change = form.field(shape.correct.change)
    for column in shape.columns:
        field = form.find(column.field)
        text = clean(answers.texts.get(column.field, ""))
        if column.kind == "text" and field and text:
            return Problem(value_rules.NOTES_OF_NOTHING, field.label, {"received": text})
    labels = []
    for field_id in _details(shape):
        field = form.find(field_id)
        if field:
            labels.append(field.label)
    others = tuple(
        option_of(change, kind) for kind in (CorrectionKind.RENAME, CorrectionKind.REMOVE)
    )
    facts: dict[str, Fact] = {"kind": shown, "fields": tuple(labels), "others": others}
    return Problem(value_rules.NO_DETAILS, change.label, facts)
