"""The issue forms as values, with the shape of the list they fill."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.shape.shape import Shape


class Kind(StrEnum):
    """What a form is for, as list.yml calls it."""

    ADD = "add"
    ADD_SECTION = "add_section"
    CORRECT = "correct"


class Field(NamedTuple):
    """One question of a form: its id in links, its label in bodies, and its type.

    `placeholder` is the example GitHub shows in the empty field. `line` is that of the id in the
    file, counted from 1, and 0 where it is not known.
    """

    id: str
    label: str
    required: bool
    options: tuple[str, ...]
    fenced: bool
    type: str = "input"
    placeholder: str = ""
    line: int = 0

    @property
    def has_lines(self) -> bool:
        """Whether an answer may have several lines."""
        return self.type == "textarea"


class Form(NamedTuple):
    """One form: its kind and file, how it begins titles, the label it sets, and its questions."""

    kind: Kind
    file: str
    name: str
    title: str
    issue_label: str
    fields: tuple[Field, ...]

    @property
    def questions(self) -> list[Field]:
        """Its fields without their examples and lines, equal for two forms asking the same."""
        return [field._replace(placeholder="", line=0) for field in self.fields]

    def field(self, field_id: str) -> Field:
        """The question with this id; LookupError when the form has none."""
        question = self.find(field_id)
        if question is None:
            raise LookupError(field_id)
        return question

    def find(self, field_id: str) -> Field | None:
        """The question with this id, if the form has it."""
        for question in self.fields:
            if question.id == field_id:
                return question
        return None

    def label(self, field_id: str) -> str:
        """The label of a question."""
        return self.field(field_id).label


@dataclass(frozen=True, eq=False)
class Forms:
    """The forms of a repository, and the shape of the list they fill."""

    shape: Shape = field(repr=False)
    forms: tuple[Form, ...]

    def __iter__(self) -> Iterator[Form]:
        return iter(self.forms)

    @property
    def labels(self) -> list[str]:
        """The labels of its forms."""
        return [form.issue_label for form in self.forms]

    def of_kind(self, kind: Kind) -> Form | None:
        """The form of a kind, if the repository has one."""
        for form in self.forms:
            if form.kind is kind:
                return form
        return None

    @property
    def add(self) -> Form:
        """The form for new entries, which every list has.

        Raises LookupError where it is missing.
        """
        form = self.of_kind(Kind.ADD)
        if form is None:
            raise LookupError(Kind.ADD)
        return form
