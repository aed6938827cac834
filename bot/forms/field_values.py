"""The answer to each field of a form as a value."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from bot.forms.corrections import read_correction
from bot.forms.form import Field, Form, Kind
from bot.forms.items import has_columns, has_table_rows, lines_above_list, split_items
from bot.forms.options import is_only_options, read_choices
from bot.forms.typed_links import read_links
from bot.forms.values import (
    EMPTY,
    NAMES_LIMIT,
    SECTION_LIMIT,
    read_reason,
    read_typed_name,
    read_typed_notes,
)
from bot.names.cleaning import clean
from bot.names.full_name import NAME_LIMIT
from bot.names.order import label_key
from bot.names.requests import asks_to_empty
from bot.rules import entry_rules, value_rules
from bot.rules.rule import FieldErrors, combine, field_error
from bot.shape.ordering import is_date, is_date_column, meant_date
from bot.shape.shape import ColumnShape, Shape

_ONLY_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+", re.IGNORECASE)


class Known(NamedTuple):
    """The names of the list, accepted with any character."""

    is_section: Callable[[str], bool] = lambda _: False
    is_entry: Callable[[str], bool] = lambda _: False


def read_field(form: Form, field: Field, text: str, shape: Shape, known: Known) -> Any:
    """The value of an answer; None for a field which list.yml does not name, or left as it is.

    Raises FieldErrors.
    """
    column, correct = shape.column_of_field(field.id), shape.correct
    if field.id == shape.section_field:
        return read_typed_name(text, SECTION_LIMIT, shape, known.is_section)
    of_correction = {correct.row, correct.rename, correct.change, correct.reason}
    if form.kind is Kind.CORRECT and field.id in of_correction:
        return _read_correction_field(field, text, shape, known)
    _refuse_example(field, text, shape)
    if field.id == shape.address_field:
        links = read_links(text, is_required=field.required)
        return _required(field, tuple(link.url for link in links))
    if column is None:
        return None
    if column.kind == "name":
        return _read_names(form, field, text, shape, known)
    before, _, rest = text.partition(":")
    if column.kind != "links" and label_key(before) in map(label_key, (field.label, column.name)):
        text = rest  # `Notes: needs an app`
    if form.kind is Kind.CORRECT and not clean(text):
        return _required(field, None)
    if column.kind == "links":
        return _read_links(form, column, field, text)
    if column.kind == "text":
        return _required(field, _read_text(form, column, text, shape))
    return _required(field, read_choices(column, text) if clean(text) else ())


def _read_correction_field(field: Field, text: str, shape: Shape, known: Known) -> Any:
    """The value of an answer which only corrections have. Raises FieldErrors."""
    correct = shape.correct
    if field.id == correct.change:
        return read_correction(field, text)
    if field.id == correct.reason:
        return read_reason(text) if field.required else text
    if field.id == correct.rename and not clean(text):
        return None
    several = entry_rules.ALL_ENTRIES
    if field.id == correct.rename:
        several = value_rules.MORE_THAN_NAME
    return read_typed_name(text, NAME_LIMIT, shape, known.is_entry, several)


def _refuse_example(field: Field, text: str, shape: Shape) -> None:
    """Raises FieldErrors for an address which is the example of the form.

    The example of a name may be a true answer: it is an entry people know.
    """
    column = shape.column_of_field(field.id)
    if field.id != shape.address_field and (column is None or column.kind != "links"):
        return
    examples = {line.strip() for line in field.placeholder.split("\n")} - {""}
    for line in text.split("\n"):
        if line.strip() in examples:
            raise field_error(value_rules.EXAMPLE, received=line.strip())


def _required(field: Field, value: Any) -> Any:
    """The value, if there is one or none is needed. Raises FieldErrors."""
    if field.required and not value:
        raise field_error(value_rules.MISSING)
    return value


def _read_links(form: Form, column: ColumnShape, field: Field, text: str) -> Any:
    """The links of an answer. Raises FieldErrors.

    Those of a correction take the place of the old ones: none for EMPTY, and None leaves the old.
    """
    is_correction = form.kind is Kind.CORRECT
    if is_correction and clean(text) in {EMPTY, column.empty}:
        return ()
    if is_correction and asks_to_empty(clean(text)):
        raise field_error(value_rules.ADDRESS_MISSING, received=(clean(text),), suggestion=EMPTY)
    links = read_links(text, column.link_title, is_required=field.required)
    if is_correction and not links:
        return None
    return _required(field, links)


def _read_text(form: Form, column: ColumnShape, text: str, shape: Shape) -> str:
    """A text. Raises FieldErrors, also for a date which cannot be sorted.

    An address alone belongs among the links, an option to its question.
    """
    if is_date_column(shape, column):
        date = read_typed_notes(text)
        if date and not is_date(date):
            raise field_error(value_rules.NO_DATE, received=date, suggestion=meant_date(date))
        return date
    if column.holds_remarks:
        _refuse_other_value(form, clean(text), shape)
    return read_typed_notes(text)


def _refuse_other_value(form: Form, text: str, shape: Shape) -> None:
    """Raises FieldErrors for a remark which is only an address, or only options of a question."""
    is_address = _ONLY_ADDRESS.fullmatch(text)
    for column in shape.columns:
        field = form.find(column.field)
        if field is None:
            continue
        if is_address and column.kind == "links":
            raise field_error(entry_rules.NOTES_OF_ADDRESS, received=text, links=field.label)
        if text and is_only_options(column, text):
            raise field_error(entry_rules.NOTES_OF_OPTION, received=text, place=field.label)


def _read_names(form: Form, field: Field, text: str, shape: Shape, known: Known) -> tuple[str, ...]:
    """The names of an answer, one on each line. Raises FieldErrors."""

    def is_name(label: str) -> bool:
        return known.is_section(label) or any(_asks_for(one, label, ":") for one in form.fields)

    items = [text]
    several = value_rules.MORE_THAN_NAME
    headings: set[str] = set()
    if field.has_lines:
        several = value_rules.SEVERAL_IN_ONE
        if has_table_rows(text) or (shape.names_start_with_section and has_columns(text, is_name)):
            raise field_error(value_rules.TABLE)
        headings = lines_above_list(text)
        items = split_items(text, limit=NAMES_LIMIT, longest=NAME_LIMIT)
    names = []
    errors = []
    for item in items:
        try:
            if shape.names_start_with_section:
                _refuse_other_label(form, field, item, known)
            _refuse_heading(item, known, is_above=item is not items[-1], headings=headings)
            names.append(read_typed_name(item, NAME_LIMIT, shape, known.is_entry, several))
        except FieldErrors as error:
            errors.append(error)
    if errors:
        raise combine(errors, tuple(names))
    if not names:
        raise field_error(value_rules.MISSING)
    return tuple(names)


def _refuse_other_label(form: Form, field: Field, item: str, listed: Known) -> None:
    """Raises FieldErrors for a line which begins with the label of another question.

    It is no name where names begin with that of a section; elsewhere an app may be called `Notes`.
    """
    before, colon, _ = item.partition(":")
    for other in form.fields:
        if other is not field and _asks_for(other, before, colon) and not listed.is_entry(item):
            heading = f"### {other.label}"
            raise field_error(value_rules.OTHER_LABEL_IN_FRONT, received=item, heading=heading)


def _asks_for(field: Field, text: str, colon: str) -> bool:
    """Whether a text is the label of a field; in front of a colon its first word will do."""
    labels = [field.label]
    if colon:
        labels.append(field.label.partition(" ")[0])  # `OCPP: 1.6J`
    key = label_key(text)
    return bool(key) and key in map(label_key, labels)


def _refuse_heading(item: str, listed: Known, *, is_above: bool, headings: set[str]) -> None:
    """Raises FieldErrors for a line above others, which may be their heading or begin their names.

    Such have a colon after them, or a list below them: `Go:`, `- Plus`, `- Pro`.
    """
    is_shortcode = item.count(":") > 1
    has_colon = is_above and item.endswith(":") and not is_shortcode
    if not has_colon and item not in headings:
        return
    if not listed.is_entry(item) and not listed.is_entry(item[:-1]):
        raise field_error(value_rules.HEADING_OF_NAMES, received=item)
