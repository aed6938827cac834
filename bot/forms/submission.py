"""A validated submission: new chargers, a new brand, or the correction of one entry."""

from collections.abc import Callable, Sized
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import ErrorDetails

from bot.document.charger import NO_SOURCE, Communication, OcppVersion, Source
from bot.forms.body import Answers
from bot.forms.choices import split_words
from bot.forms.form import Kind
from bot.forms.items import split_items
from bot.forms.ocpp import read_communication, read_versions
from bot.forms.sources import doubled_sources, read_sources
from bot.forms.values import (
    BRAND_LIMIT,
    EMPTY,
    MODEL_LIMIT,
    MODELS_LIMIT,
    CorrectionKind,
    correction_kind,
    read_correction,
    read_reason,
    read_typed_name,
    read_typed_notes,
)
from bot.names.cleaning import clean, clean_name
from bot.names.full_name import full_model
from bot.names.vocabulary import is_nothing
from bot.rules import list_rules, value_rules
from bot.rules.rule import FieldError, FieldErrors, Problem, combine, field_error

Choice = TypeVar("Choice", bound=StrEnum)
Items = TypeVar("Items", bound=Sized)

_DETAILS = ("ocpp_versions", "communication", "notes", "sources")


@dataclass(frozen=True)
class Known:
    """The names of the list, which are accepted with any character they have."""

    is_brand: Callable[[str], bool] = lambda _: False
    is_model: Callable[[str], bool] = lambda _: False


NOTHING_KNOWN = Known()


def _read_brand(answer: str, info: ValidationInfo) -> str:
    return read_typed_name(answer, BRAND_LIMIT, _known(info).is_brand)


def _read_model(answer: str, info: ValidationInfo) -> str:
    return read_typed_name(answer, MODEL_LIMIT, _known(info).is_model)


def _known(info: ValidationInfo) -> Known:
    return info.context if isinstance(info.context, Known) else NOTHING_KNOWN


def _read_new_model(answer: str, info: ValidationInfo) -> str | None:
    return _read_model(answer, info) if clean(answer) else None


def _read_models(answer: str) -> list[str]:
    return _require_non_empty(split_items(answer, limit=MODELS_LIMIT, longest=MODEL_LIMIT))


def _read_ways(answer: str) -> tuple[Communication, ...]:
    found: set[Communication] = set()
    errors = []
    for word in split_words(answer):
        try:
            found.add(read_communication(word))
        except FieldErrors as error:
            errors.append(error)
    if errors:
        raise combine(errors)
    return tuple(kind for kind in Communication if kind in found)


def _read_new_notes(answer: str) -> str | None:
    return read_typed_notes(answer) if clean(answer) else None


def _require_non_empty(items: Items) -> Items:
    if not items:
        raise field_error(value_rules.MISSING)
    return items


def _with_own_addresses(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Sources of which no two have one address."""
    doubled = doubled_sources(sources)
    if doubled:
        raise combine(
            field_error(list_rules.SOURCE_DOUBLED, received=str(source)) for source in doubled
        )
    return sources


Brand = Annotated[str, BeforeValidator(_read_brand)]
Model = Annotated[str, BeforeValidator(_read_model)]
Versions = Annotated[tuple[OcppVersion, ...], BeforeValidator(read_versions)]
Ways = Annotated[tuple[Communication, ...], BeforeValidator(_read_ways)]
Notes = Annotated[str, BeforeValidator(read_typed_notes)]
Sources = Annotated[
    tuple[Source, ...], AfterValidator(_with_own_addresses), BeforeValidator(read_sources)
]


class _Submission(BaseModel):
    model_config = ConfigDict(frozen=True)


class NewCharger(_Submission):
    """Chargers of one brand, which share their details."""

    brand: Brand
    models: Annotated[tuple[Model, ...], BeforeValidator(_read_models)]
    ocpp_versions: Annotated[Versions, AfterValidator(_require_non_empty)]
    communication: Annotated[Ways, AfterValidator(_require_non_empty)]
    notes: Notes
    sources: Sources


class NewBrand(NewCharger):
    """Chargers of a brand that the contributor knows to be new."""


class Correction(_Submission):
    """What to change in one entry; None leaves a detail as it is."""

    brand: Brand
    model: Model
    correction: Annotated[CorrectionKind, BeforeValidator(read_correction)]
    new_model: Annotated[str | None, BeforeValidator(_read_new_model)]
    ocpp_versions: Versions
    communication: Ways
    notes: Annotated[str | None, BeforeValidator(_read_new_notes)]
    sources: Sources
    reason: Annotated[str, BeforeValidator(read_reason)]


Submission = NewCharger | NewBrand | Correction
_KINDS: dict[Kind, type[Submission]] = {
    Kind.NEW_CHARGER: NewCharger,
    Kind.NEW_BRAND: NewBrand,
    Kind.INVALID: Correction,
}


@dataclass(frozen=True)
class Reading:
    """A submission, or all problems of the answers with the names that were readable."""

    submission: Submission | None
    problems: tuple[Problem, ...] = ()
    brand: str | None = None
    model: str | None = None


def read_submission(answers: Answers, known: Known = NOTHING_KNOWN) -> Reading:
    """Validate the answers to a form."""
    form = answers.form
    texts = {field.id: given_answer(answers, field.id) for field in form.fields}
    contradictions = []
    if form.kind is Kind.INVALID:
        texts = _without_leftovers(texts)
        contradictions = _contradictions(answers, texts)
    problems = [*answers.problems, *contradictions]
    unreadable = {problem.field for problem in answers.problems} | _hidden(answers)
    submission = None
    try:
        submission = _KINDS[form.kind].model_validate(texts, context=known)
    except ValidationError as error:
        found = [p for detail in error.errors() for p in _problems(answers, detail)]
        problems += [problem for problem in found if problem.field not in unreadable]
    if not problems:
        return Reading(submission)
    wrong = {problem.field for problem in problems} | _hidden(answers)
    names = {}
    for field in form.fields:
        if field.id in {"brand", "model"} and field.label not in wrong:
            is_listed = known.is_brand if field.id == "brand" else known.is_model
            names[field.id] = read_typed_name(texts[field.id], MODEL_LIMIT, is_listed)
    return Reading(None, tuple(problems), names.get("brand"), names.get("model"))


def given_answer(answers: Answers, field_id: str) -> str:
    """An answer as far as it says something: words for nothing are none where none is needed."""
    text = answers.texts.get(field_id, "")
    field = answers.form.field(field_id)
    if field.required or not clean(text):
        return text
    is_empty_mark = field_id == "notes" and clean(text) == EMPTY
    is_none = is_nothing(clean(text)) and not is_empty_mark
    if field_id == "sources" and answers.form.kind is not Kind.INVALID:
        is_none = is_none or clean(text) == NO_SOURCE
    return "" if is_none else text


def _problems(answers: Answers, detail: ErrorDetails) -> list[Problem]:
    field = answers.form.field(str(detail["loc"][0]))
    mistakes: FieldErrors = detail["ctx"]["error"]
    if field.options and mistakes.args == (FieldError(value_rules.MISSING, {}),):
        return [Problem(list_rules.MISSING_CHOICE, field.label, {"allowed": field.options})]
    return mistakes.problems(field.label)


def _hidden(answers: Answers) -> set[str | None]:
    """The fields inside a block of code without an end: nobody can say what is wrong with them."""
    if all(problem.rule is not value_rules.FENCE_OPEN for problem in answers.problems):
        return set()
    return {field.label for field in answers.form.fields if field.id not in answers.texts}


def _without_leftovers(texts: dict[str, str]) -> dict[str, str]:
    """The answers to a correction without a new name that is the old one."""
    brand = clean_name(texts["brand"])
    new_model, model = clean_name(texts["new_model"]), clean_name(texts["model"])
    is_rename = correction_kind(texts["correction"]) is CorrectionKind.RENAME
    if is_rename or not new_model or full_model(brand, new_model) != full_model(brand, model):
        return texts
    return texts | {"new_model": ""}


def _contradictions(answers: Answers, texts: dict[str, str]) -> list[Problem]:
    """Answers of a correction that do not go with its kind, as one problem."""
    kind = correction_kind(texts["correction"])
    given = [field_id for field_id in ("new_model", *_DETAILS) if clean(texts[field_id])]
    details = [field_id for field_id in given if field_id != "new_model"]
    label = answers.form.field("correction").label
    if kind is CorrectionKind.REMOVE and given:
        names = tuple(answers.form.field(field_id).label for field_id in given)
        return [Problem(value_rules.CONTRADICTION, label, {"kind": kind, "fields": names})]
    if kind is CorrectionKind.RENAME and "new_model" not in given:
        return [Problem(value_rules.MISSING, answers.form.field("new_model").label)]
    if kind is CorrectionKind.CHANGE and "new_model" in given:
        facts = {"kind": kind, "received": clean(texts["new_model"])}
        return [Problem(value_rules.NAME_WITHOUT_RENAMING, label, facts)]
    if kind is CorrectionKind.CHANGE and not details:
        notes = clean(answers.texts.get("notes", ""))
        if notes:
            field = answers.form.field("notes").label
            return [Problem(value_rules.NOTES_OF_NOTHING, field, {"received": notes})]
        return [Problem(value_rules.NO_DETAILS, label, {"kind": kind})]
    return []
