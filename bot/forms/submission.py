"""What a contributor asks for, validated: new chargers, a new brand, or the correction of one
entry.
"""

from collections.abc import Callable, Sized
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from bot.document.charger import Communication, OcppVersion, Source
from bot.forms.addresses import ADDRESS_LIMIT, doubled_sources, read_source
from bot.forms.body import Answers
from bot.forms.form import Kind
from bot.forms.values import (
    BRAND_LIMIT,
    MODEL_LIMIT,
    MODELS_LIMIT,
    SOURCES_LIMIT,
    CorrectionKind,
    correction_kind,
    read_communication,
    read_correction,
    read_name,
    read_notes,
    read_reason,
    read_version,
    split_items,
    split_words,
)
from bot.names.cleaning import clean
from bot.rules import list_rules, value_rules
from bot.rules.rule import FieldError, FieldErrors, Problem, combine, field_error

Choice = TypeVar("Choice", bound=StrEnum)
Items = TypeVar("Items", bound=Sized)


def _optional(answer: str, read: Callable[[str], str]) -> str | None:
    return read(answer) if clean(answer) else None


def _some(items: Items) -> Items:
    if not items:
        raise field_error(value_rules.MISSING)
    return items


def _each_once(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    once = tuple(dict.fromkeys(sources))
    if doubled := doubled_sources(once):
        raise combine(
            [field_error(list_rules.SOURCE_DOUBLED, received=str(source)) for source in doubled]
        )
    return once


def _in_order(chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(kind for kind in type(chosen[0]) if kind in chosen) if chosen else ()


_read_model = partial(read_name, limit=MODEL_LIMIT)
_split_models = partial(split_items, limit=MODELS_LIMIT, longest=MODEL_LIMIT)

Brand = Annotated[str, BeforeValidator(partial(read_name, limit=BRAND_LIMIT))]
Model = Annotated[str, BeforeValidator(_read_model)]
Versions = Annotated[
    tuple[Annotated[OcppVersion, BeforeValidator(read_version)], ...],
    BeforeValidator(split_words),
    AfterValidator(_in_order),
]
Ways = Annotated[
    tuple[Annotated[Communication, BeforeValidator(read_communication)], ...],
    BeforeValidator(split_words),
    AfterValidator(_in_order),
]
Notes = Annotated[str, BeforeValidator(read_notes)]
Sources = Annotated[
    tuple[Annotated[Source, BeforeValidator(read_source)], ...],
    BeforeValidator(partial(split_items, limit=SOURCES_LIMIT, longest=ADDRESS_LIMIT)),
    AfterValidator(_each_once),
]


class _Submission(BaseModel):
    model_config = ConfigDict(frozen=True)


class NewCharger(_Submission):
    """Chargers of one brand, which share their details."""

    brand: Brand
    models: Annotated[tuple[Model, ...], BeforeValidator(_some), BeforeValidator(_split_models)]
    ocpp_versions: Annotated[Versions, AfterValidator(_some)]
    communication: Annotated[Ways, AfterValidator(_some)]
    notes: Notes
    sources: Sources


class NewBrand(NewCharger):
    """Chargers of a brand that the contributor knows to be new."""


class Correction(_Submission):
    """What to change in one entry; None leaves a detail as it is."""

    brand: Brand
    model: Model
    correction: Annotated[CorrectionKind, BeforeValidator(read_correction)]
    new_model: Annotated[str | None, BeforeValidator(partial(_optional, read=_read_model))]
    ocpp_versions: Versions
    communication: Ways
    notes: Annotated[str | None, BeforeValidator(partial(_optional, read=read_notes))]
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
    """A submission, or all problems of the answers, with the names that could be read nevertheless."""

    submission: Submission | None
    problems: tuple[Problem, ...] = ()
    brand: str | None = None
    model: str | None = None


def read_submission(answers: Answers) -> Reading:
    """Validate the answers to a form."""
    form = answers.form
    texts = {field.id: answers.texts.get(field.id, "") for field in form.fields}
    problems = [*answers.problems, *_contradictions(answers)]
    told = {problem.field for problem in answers.problems}
    submission = None
    try:
        submission = _KINDS[form.kind].model_validate(texts)
    except ValidationError as error:
        found = [p for detail in error.errors() for p in _problems(answers, detail)]
        problems += [problem for problem in found if problem.field not in told | _hidden(answers)]
    if not problems:
        return Reading(submission)
    wrong = {problem.field for problem in problems} | _hidden(answers)
    names = {
        f.id: _read_model(texts[f.id])
        for f in form.fields
        if f.id in {"brand", "model"} and f.label not in wrong
    }
    return Reading(None, tuple(problems), names.get("brand"), names.get("model"))


def _problems(answers: Answers, detail: ErrorDetails) -> list[Problem]:
    field = answers.form.field(str(detail["loc"][0]))
    mistakes: FieldErrors = detail["ctx"]["error"]
    if field.options and mistakes.args == (FieldError(value_rules.MISSING, {}),):
        return [Problem(list_rules.MISSING_CHOICE, field.label, {"allowed": field.options})]
    return mistakes.problems(field.label)


def _hidden(answers: Answers) -> set[str | None]:
    """The fields that a block of code without an end has swallowed; nobody can say what is wrong
    with them.
    """
    if all(problem.rule is not value_rules.FENCE_OPEN for problem in answers.problems):
        return set()
    return {field.label for field in answers.form.fields if field.id not in answers.texts}


def _contradictions(answers: Answers) -> list[Problem]:
    """Fields of a correction that do not go with its kind."""
    if answers.form.kind is not Kind.INVALID:
        return []
    kind = correction_kind(answers.texts.get("correction", ""))
    given = {field_id for field_id, text in answers.texts.items() if clean(text)}
    details = [
        field_id
        for field_id in ("ocpp_versions", "communication", "notes", "sources")
        if field_id in given
    ]
    if kind is CorrectionKind.REMOVE:
        extra = [*(["new_model"] if "new_model" in given else []), *details]
        return [_contradiction(answers, field_id, kind) for field_id in extra]
    if kind is CorrectionKind.RENAME and "new_model" not in given:
        return [Problem(value_rules.MISSING, answers.form.field("new_model").label)]
    if kind is CorrectionKind.CHANGE:
        extra = ["new_model"] if "new_model" in given else []
        nothing = (
            []
            if details
            else [
                Problem(
                    value_rules.NO_DETAILS, answers.form.field("correction").label, {"kind": kind}
                )
            ]
        )
        return nothing + [_contradiction(answers, field_id, kind) for field_id in extra]
    return []


def _contradiction(answers: Answers, field_id: str, kind: str) -> Problem:
    return Problem(value_rules.CONTRADICTION, answers.form.field(field_id).label, {"kind": kind})
