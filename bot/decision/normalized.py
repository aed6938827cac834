"""What the bot uses differently from how it was typed, so that the pull request can say so."""

from typing import NamedTuple

from bot.document.cells import Link
from bot.document.changes import Addition, Change
from bot.forms.addresses import readable_host
from bot.forms.body import Answers
from bot.forms.form import Field
from bot.forms.items import split_items
from bot.forms.submission import Submission, Value
from bot.forms.typed_links import links_once, place_of, read_link_line, with_titles_above
from bot.forms.values import typed_name
from bot.names.cleaning import clean
from bot.names.full_name import NAME_LIMIT
from bot.names.marks import without_bullet, without_numbers
from bot.names.vocabulary import is_nothing
from bot.shape.entry_names import entry_identity, full_name
from bot.shape.shape import Shape


class Normalized(NamedTuple):
    """One answer, or one line of it: the label of its field, and what was used, if anything."""

    label: str
    typed: str
    used: str


def normalized(
    answers: Answers, submission: Submission, change: Change, shape: Shape
) -> tuple[Normalized, ...]:
    """All answers used differently from how they were typed, in the order of the form."""
    changed = []
    for field in answers.form.fields:
        answer, column = answers.texts.get(field.id, ""), shape.column_of_field(field.id)
        lines = [answer]
        if field.id == shape.address_field or (column and column.kind in {"links", "name"}):
            lines = [line.strip() for line in answer.split("\n") if line.strip()]
        if column and column.kind == "links":
            lines = with_titles_above(lines)
        for typed, line in zip(lines, without_numbers(lines), strict=True):
            used = _used(field, line, submission, change, shape)
            if used != typed:
                changed.append(Normalized(field.label, typed, used))
    return tuple(changed)


def _used(field: Field, typed: str, submission: Submission, change: Change, shape: Shape) -> str:
    """An answer, or a line of it, as used; as typed where it is used nowhere.

    Spaces between choices are no difference.
    """
    column = shape.column_of_field(field.id)
    if field.id == shape.section_field:
        return change.section
    if field.id == shape.correct.row and not isinstance(change, Addition):
        return change.name
    if field.id == shape.correct.rename:
        return _used_name(shape, change.section, typed)
    if field.id == shape.address_field or (column and column.kind == "links"):
        return _used_links(typed, submission.values.get(field.id, ()))
    if column is None:
        return typed
    if column.kind == "name":
        return _used_line(shape, change, typed)
    value = submission.values.get(field.id, "")
    if isinstance(value, str):
        return value
    used = ", ".join(map(str, value))
    return typed if "".join(used.split()) == "".join(typed.split()) else used


def _used_name(shape: Shape, section: str, answer: str) -> str:
    name = typed_name(answer)
    if not name or is_nothing(name):
        return ""
    return full_name(shape, section, name)


def _used_line(shape: Shape, change: Change, line: str) -> str:
    """The name of a line as its new row has it, which may be the row of another spelling."""
    items = split_items(line, limit=1, longest=NAME_LIMIT)
    if not items:
        return ""
    used = _used_name(shape, change.section, items[0])
    names = [row.name for row in change.rows] if isinstance(change, Addition) else []
    for name in names:
        if used not in names and entry_identity(shape, name) == entry_identity(shape, used):
            return name
    return used


def _used_links(line: str, used: Value) -> str:
    """The links of a line as a person could have typed them; nothing of one that says nothing.

    In place of a link to the place of another one in the answer there is the one which is used.
    """
    plain = clean(line)
    if is_nothing(without_bullet(plain)):
        return ""
    links = {place_of(link): link for link in used if isinstance(link, Link)}
    shown = []
    for typed in links_once(read_link_line(plain)):
        source = links.get(place_of(typed), typed)
        has_title = source.title != readable_host(source.url)
        shown.append(str(source) if has_title else source.url)
    return ", ".join(shown)
