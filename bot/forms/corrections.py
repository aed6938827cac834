"""The kind of a correction, in the words of its form, and answers that do not go with it."""

from enum import StrEnum

from bot.forms.body import Answers
from bot.forms.form import Field, Form
from bot.forms.options import choice_error
from bot.forms.values import EMPTY
from bot.names.cleaning import clean, clean_name
from bot.names.full_name import with_section
from bot.names.marks import without_bullet
from bot.names.order import normalize_name
from bot.rules import entry_rules, value_rules
from bot.rules.rule import Fact, Problem, field_error
from bot.shape.shape import Shape


class CorrectionKind(StrEnum):
    """What is to be done with an entry; an option means the kind its first word names."""

    CHANGE = "change"
    RENAME = "rename"
    REMOVE = "remove"


def correction_kind(field: Field | None, answer: str) -> CorrectionKind | None:
    """The kind an answer names, if any; a form without the question changes details."""
    if field is None:
        return CorrectionKind.CHANGE
    word = normalize_name(without_bullet(clean(answer)))
    for option in field.options:
        if normalize_name(option) != word:
            continue
        for kind in CorrectionKind:
            if word.startswith(kind):
                return kind
    return None


def read_correction(field: Field, answer: str) -> CorrectionKind:
    """What is to be done with an entry. Raises FieldErrors."""
    kind = correction_kind(field, answer)
    if kind is None:
        word = clean(answer)
        if not word:
            raise field_error(value_rules.MISSING)
        raise choice_error(word, field.options)
    return kind


def option_of(field: Field | None, kind: CorrectionKind) -> str:
    """The option of a form for a kind, to quote in a message."""
    if field is not None:
        for option in field.options:
            if normalize_name(option).startswith(kind):
                return option
    return kind.capitalize()


def without_old_name(form: Form, shape: Shape, texts: dict[str, str]) -> dict[str, str]:
    """The answers, by the id of their field, without a new name equal to the old one."""
    correct = shape.correct
    new_name = clean_name(texts.get(correct.rename, ""))
    name = clean_name(texts[correct.row])
    section = clean_name(texts.get(shape.section_field, ""))
    change, words = form.find(correct.change), shape.vocabulary
    is_renamed = change and correction_kind(change, texts[change.id]) is CorrectionKind.RENAME
    if is_renamed or not new_name:
        return texts
    if with_section(section, new_name, words) != with_section(section, name, words):
        return texts
    return texts | {correct.rename: ""}


def contradiction(answers: Answers, shape: Shape, texts: dict[str, str]) -> Problem | None:
    """The problem of answers which do not go with the kind of their correction.

    `texts` are the answers by the id of their field, those which say nothing left empty.
    """
    form, correct = answers.form, shape.correct
    change = form.find(correct.change)
    if change is None:
        return None
    kind = correction_kind(change, texts[change.id])
    if kind is None:
        return None
    details = [field_id for field_id in _details(shape) if clean(texts.get(field_id, ""))]
    new_name = clean(texts.get(correct.rename, ""))
    facts: dict[str, Fact] = {"kind": option_of(change, kind)}
    answered = [field_id for field_id in details if clean(texts[field_id]) != EMPTY]
    if new_name:
        answered.insert(0, correct.rename)
    if kind is CorrectionKind.REMOVE and answered:
        facts["fields"] = tuple(map(form.label, answered))
        column, reason = shape.column_of_field(answered[0]), form.find(correct.reason)
        if len(answered) == 1 and column and column.kind == "links" and reason:
            rule = entry_rules.LINKS_OF_REMOVAL
            return rule.problem(change.label, **facts, place=(reason.label,))
        return entry_rules.CONTRADICTION.problem(change.label, **facts)
    if kind is CorrectionKind.RENAME and not new_name and form.find(correct.rename):
        return value_rules.MISSING.problem(form.label(correct.rename))
    if kind is CorrectionKind.CHANGE and new_name:
        facts |= {"received": new_name, "other": option_of(change, CorrectionKind.RENAME)}
        return entry_rules.NAME_WITHOUT_RENAMING.problem(change.label, **facts)
    if kind is CorrectionKind.CHANGE and not details:
        return _nothing_to_change(answers, shape)
    return None


def _details(shape: Shape) -> list[str]:
    """The ids of the fields for what a row says, the address of its name among them."""
    field_ids = [column.field for column in shape.columns if column.field != shape.correct.row]
    if shape.address_field:
        field_ids.append(shape.address_field)
    return field_ids


def _nothing_to_change(answers: Answers, shape: Shape) -> Problem:
    """A change without any detail, or with a word for nothing where a cell can become empty."""
    form = answers.form
    change = form.field(shape.correct.change)
    for column in shape.columns:
        field = form.find(column.field)
        text = clean(answers.texts.get(column.field, ""))
        if column.kind in {"text", "links"} and field and text:
            return entry_rules.NOTES_OF_NOTHING.problem(field.label, received=text)
    labels = []
    for field_id in _details(shape):
        field = form.find(field_id)
        if field:
            labels.append(field.label)
    return entry_rules.NO_DETAILS.problem(
        change.label,
        kind=option_of(change, CorrectionKind.CHANGE),
        fields=tuple(labels),
        rename=option_of(change, CorrectionKind.RENAME),
        removal=option_of(change, CorrectionKind.REMOVE),
    )
