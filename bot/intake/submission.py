"""What a contributor asks for, validated: new chargers, a new brand, or the correction of one entry."""

import re
from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError
from rapidfuzz import process

from bot.intake.addresses import ADDRESS_LIMIT, read_source
from bot.intake.body import Answers
from bot.intake.cleaning import (
    clean,
    clean_item,
    clean_name,
    forbidden_in_name,
    is_no_answer,
    is_one_line,
    mixed_word,
    unique,
)
from bot.intake.form import Kind
from bot.intake.mistakes import mistake, together
from bot.intake.problem import Problem
from bot.listing.charger import Communication, OcppVersion, Source

BRAND_LIMIT = 60
MODEL_LIMIT = 120
NOTES_LIMIT = 300
MODELS_LIMIT = 40
SOURCES_LIMIT = 5
_HOPELESS = 8  # times the limit: too long whatever cleaning takes away, and not worth the time
MOST_WORDS = 20  # in an answer of which there are five to choose
_LONGEST_WORD = 60  # characters that are looked at
EMPTY = "-"  # what empties the notes of an entry

_VERSION = re.compile(r"(?:ocpp)?v?(1\.6|2\.0\.1|2\.0|2\.1)(j|json|s|soap)?")
_SEPARATORS = re.compile(r"[,/;\r\n]+")
Choice = TypeVar("Choice", bound=StrEnum)
Items = TypeVar("Items", bound=Sized)


class CorrectionKind(StrEnum):
    """The three kinds of correction, in the words of the form."""

    CHANGE = "Change the details"
    RENAME = "Rename the model"
    REMOVE = "Remove the entry"


def _line(answer: str, limit: int) -> str:
    if not is_one_line(answer):
        raise mistake("several_lines", received=answer)
    if len(answer) > _HOPELESS * limit:
        raise mistake("too_long", received=answer, limit=limit, length=len(answer))
    return clean(answer)


def _too_long(line: str, limit: int) -> list[PydanticCustomError]:
    return [mistake("too_long", received=line, limit=limit, length=len(line))] if len(line) > limit else []


def _name(limit: int) -> Callable[[str], str]:
    def read(answer: str) -> str:
        name = clean_name(_line(answer, limit))
        if is_no_answer(name):
            raise mistake("missing")
        found = _too_long(name, limit)
        if bad := forbidden_in_name(name):
            found.append(mistake("forbidden", received=name, characters=bad))
        if not any(char.isalnum() for char in name):
            found.append(mistake("no_letters", received=name))
        if word := mixed_word(name):
            found.append(mistake("mixed_scripts", received=name, word=word))
        if found:
            raise together(found)
        return name

    return read


def _optional(read: Callable[[str], str]) -> Callable[[str], str | None]:
    return lambda answer: read(answer) if answer else None


def _items(limit: int, longest: int) -> Callable[[str], list[str]]:
    def split(answer: str) -> list[str]:
        lines = answer.split("\n")
        if len(lines) > _HOPELESS * limit:
            raise mistake("too_many", limit=limit, count=len(lines))
        if endless := [line for line in lines if len(line) > _HOPELESS * longest]:
            raise mistake("too_long", received=endless[0], limit=longest, length=len(endless[0]))
        items = unique(item for line in lines if (item := clean_item(line)))
        if len(items) > limit:
            raise mistake("too_many", limit=limit, count=len(items))
        return items

    return split


def _some(items: Items) -> Items:
    if not items:
        raise mistake("missing")
    return items


def read_notes(answer: str) -> str:
    """Notes as they go into a cell; the mark that empties it is nothing."""
    notes = _line(answer, NOTES_LIMIT)
    if too_long := _too_long(notes, NOTES_LIMIT):
        raise together(too_long)
    return "" if notes == EMPTY else notes


def _each_once(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(sources))


def _words(answer: str) -> list[str]:
    parts = _SEPARATORS.split(answer)
    if len(parts) > MOST_WORDS:
        raise mistake("too_many_choices", count=len(parts))
    return unique(word for part in parts if (word := clean(part[:_LONGEST_WORD])))


def _in_order(chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(kind for kind in type(chosen[0]) if kind in chosen) if chosen else ()


def _version(word: str) -> OcppVersion:
    match = _VERSION.fullmatch(re.sub(r"[\s\-_()]", "", word.casefold()))
    if match is None:
        raise _unknown(word, OcppVersion)
    number, transport = match[1], (match[2] or "")[:1].upper()
    if number == "1.6" and not transport:
        raise mistake("version_ambiguous", received=word)
    if number != "1.6" and transport:
        raise mistake("unknown_choice", received=word, allowed=tuple(OcppVersion), suggestion=number)
    return OcppVersion(number + transport)


def _kind_of_communication(word: str) -> Communication:
    letters = "".join(char for char in word if char.isalpha()).casefold()
    found = next((kind for kind in Communication if kind.casefold() == letters), None)
    if found is None:
        raise _unknown(word, Communication)
    return found


def _unknown(word: str, kinds: Iterable[StrEnum]) -> Exception:
    allowed = tuple(str(kind) for kind in kinds)
    near = process.extractOne(word.casefold(), {kind: kind.casefold() for kind in allowed}, score_cutoff=60)
    return mistake("unknown_choice", received=word, allowed=allowed, suggestion=near[2] if near else "")


def _correction(answer: str) -> CorrectionKind:
    word = clean(answer[:_LONGEST_WORD])
    if not word:
        raise mistake("missing")
    found = next((kind for kind in CorrectionKind if kind.casefold() == word.casefold()), None)
    if found is None:
        raise _unknown(word, CorrectionKind)
    return found


def _reason(answer: str) -> str:
    if not any(char.isalnum() for char in answer):
        raise mistake("missing")
    return answer


Brand = Annotated[str, BeforeValidator(_name(BRAND_LIMIT))]
Model = Annotated[str, BeforeValidator(_name(MODEL_LIMIT))]
Versions = Annotated[
    tuple[Annotated[OcppVersion, BeforeValidator(_version)], ...], BeforeValidator(_words), AfterValidator(_in_order)
]
Ways = Annotated[
    tuple[Annotated[Communication, BeforeValidator(_kind_of_communication)], ...],
    BeforeValidator(_words),
    AfterValidator(_in_order),
]
Notes = Annotated[str, BeforeValidator(read_notes)]
Sources = Annotated[
    tuple[Annotated[Source, BeforeValidator(read_source)], ...],
    BeforeValidator(_items(SOURCES_LIMIT, ADDRESS_LIMIT)),
    AfterValidator(_each_once),
]


class _Submission(BaseModel):
    model_config = ConfigDict(frozen=True)


class NewCharger(_Submission):
    """Chargers of one brand, which share their details."""

    brand: Brand
    models: Annotated[tuple[Model, ...], BeforeValidator(_some), BeforeValidator(_items(MODELS_LIMIT, MODEL_LIMIT))]
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
    correction: Annotated[CorrectionKind, BeforeValidator(_correction)]
    new_model: Annotated[str | None, BeforeValidator(_optional(_name(MODEL_LIMIT)))]
    ocpp_versions: Versions
    communication: Ways
    notes: Annotated[str | None, BeforeValidator(_optional(read_notes))]
    sources: Sources
    reason: Annotated[str, BeforeValidator(_reason)]


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
        found = [p for detail in error.errors(include_url=False) for p in _problems(answers, detail)]
        problems += [problem for problem in found if problem.field not in told | _hidden(answers)]
    if not problems:
        return Reading(submission)
    wrong = {problem.field for problem in problems} | _hidden(answers)
    names = {f.id: _read_name(texts[f.id]) for f in form.fields if f.id in {"brand", "model"} and f.label not in wrong}
    return Reading(None, tuple(problems), names.get("brand"), names.get("model"))


def _read_name(answer: str) -> str:
    return _name(MODEL_LIMIT)(answer)


def _problems(answers: Answers, detail: ErrorDetails) -> list[Problem]:
    field = answers.form.field(str(detail["loc"][0]))
    facts = detail.get("ctx", {})
    if detail["type"] == "missing" and field.options:
        return [Problem("missing_choice", field.label, {"allowed": field.options})]
    return [Problem(code, field.label, each) for code, each in facts.get("together", [(detail["type"], facts)])]


def _hidden(answers: Answers) -> set[str | None]:
    """The fields that a block of code without an end has swallowed; nobody can say what is wrong with them."""
    if all(problem.code != "fence_open" for problem in answers.problems):
        return set()
    return {field.label for field in answers.form.fields if field.id not in answers.texts}


def _contradictions(answers: Answers) -> list[Problem]:
    """Fields of a correction that do not go with its kind."""
    kind = clean(answers.texts.get("correction", "")[:_LONGEST_WORD])
    given = {field_id for field_id, text in answers.texts.items() if text}
    details = [field_id for field_id in ("ocpp_versions", "communication", "notes", "sources") if field_id in given]
    if answers.form.kind is not Kind.INVALID:
        return []
    if kind == CorrectionKind.REMOVE:
        extra = [*(["new_model"] if "new_model" in given else []), *details]
        return [_contradiction(answers, field_id, kind) for field_id in extra]
    if kind == CorrectionKind.RENAME and "new_model" not in given:
        return [Problem("missing", answers.form.field("new_model").label)]
    if kind == CorrectionKind.CHANGE:
        extra = ["new_model"] if "new_model" in given else []
        nothing = [] if details else [Problem("no_details", answers.form.field("correction").label, {"kind": kind})]
        return nothing + [_contradiction(answers, field_id, kind) for field_id in extra]
    return []


def _contradiction(answers: Answers, field_id: str, kind: str) -> Problem:
    return Problem("contradiction", answers.form.field(field_id).label, {"kind": kind})
