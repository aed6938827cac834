"""Answers about sources, and files of questions: what the parts of this package exchange.

They are pydantic models because a job without rights writes them and one with rights reads them.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_serializer, field_validator

from bot.chargers.mentions import MentionedVersion
from bot.evidence.question import MAX_NAME, Question

MAX_ADDRESS = 2_000  # characters; new rows may have 1,000, but lists are older than the limit
MAX_MODELS = 40
MAX_TITLE = 200
MAX_REASON = 300
MAX_QUESTIONS = 20_000

Address = Annotated[str, Field(min_length=1, max_length=MAX_ADDRESS)]


class FrozenModel(BaseModel):
    """An immutable value."""

    model_config = ConfigDict(frozen=True)


class Verdict(StrEnum):
    """The outcome of asking for one address."""

    ALIVE = "alive"  # the final answer is 2xx
    MOVED = "moved"  # the same, after a permanent redirect
    BLOCKED = "blocked"  # the server is there and refuses programs
    UNKNOWN = "unknown"  # neither alive nor missing
    MISSING = "missing"  # 404, 410 or no such host, seen today
    DEAD = "dead"  # missing in two runs at least a day apart


FOUND = frozenset({Verdict.ALIVE, Verdict.MOVED})  # the page is there


class Presence(StrEnum):
    """How surely a page mentions something."""

    YES = "yes"
    MAYBE = "maybe"
    NOT_FOUND = "not found"


class ModelMention(FrozenModel):
    """Whether a page names a model."""

    model: Annotated[str, Field(min_length=1, max_length=MAX_NAME)]
    presence: Presence


class VersionMention(FrozenModel):
    """Whether a page names a version of OCPP; `1.6` is without J or S."""

    version: MentionedVersion
    presence: Presence


class PageReading(FrozenModel):
    """The contents of a page, reduced to its title and yes or no.

    `is_complete` is False where absence proves nothing: a PDF, a page made by a script, or one that
    was not read to its end.
    """

    kind: Literal["HTML", "PDF"]
    is_complete: bool
    title: Annotated[str, Field(max_length=MAX_TITLE)] | None = None
    ocpp: Presence = Presence.NOT_FOUND
    versions: tuple[VersionMention, ...] = Field(default=(), max_length=6)
    models: tuple[ModelMention, ...] = Field(default=(), max_length=MAX_MODELS)


class SourceAnswer(FrozenModel):
    """The outcome for one address.

    `reason` is a clause of ours, without a word of the page. `moved_to` belongs to MOVED. `reading`
    is there when the page was asked for and could be read, `unread` is the reason why not.
    `is_reached` is False where not even a connection came about; files do not keep it.
    """

    address: Address
    verdict: Verdict
    reason: Annotated[str, Field(max_length=MAX_REASON)]
    asked_at: AwareDatetime
    moved_to: Address | None = None
    reading: PageReading | None = None
    unread: Annotated[str, Field(max_length=MAX_REASON)] | None = None
    is_reached: bool = Field(default=True, exclude=True)


class Questions(FrozenModel):
    """The file of questions for a job without rights."""

    version: Literal[1] = 1
    questions: tuple[Question, ...] = Field(max_length=MAX_QUESTIONS)

    @field_serializer("questions")
    def _by_name(self, questions: tuple[Question, ...]) -> list[dict[str, Any]]:
        return list(map(Question._asdict, questions))

    @field_validator("questions")
    @classmethod
    def _within_limits(cls, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        for question in questions:
            if not 0 < len(question.address) <= MAX_ADDRESS or len(question.models) > MAX_MODELS:
                raise ValueError("no address, too long a one, or too many models")
            if not all(0 < len(name) <= MAX_NAME for name in question.models):
                raise ValueError("a model without a name, or with too long a one")
        return questions


class SourceAnswers(FrozenModel):
    """The file of answers from a job without rights."""

    version: Literal[1] = 1
    answers: tuple[SourceAnswer, ...] = Field(max_length=MAX_QUESTIONS)
