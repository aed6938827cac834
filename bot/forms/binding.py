"""The forms and list.yml, which have to agree."""

from collections.abc import Iterator, Sequence

from bot.chargers.versions import OcppVersion
from bot.errors import FormError, FormMistake, at_line
from bot.forms.form import Form, Forms, Kind
from bot.names.near import closest
from bot.shape.contradictions import problem_in_cell
from bot.shape.list_file import ChoiceColumn, DefaultId, ListFile, Words
from bot.shape.load import bind

LIST_FILE = "list.yml"


def bind_forms(file: ListFile, forms: Sequence[Form], folder: str) -> Forms:
    """The forms with the shape of the list, which has the options of their fields.

    Raises FormError with a line for each mistake, naming the file in the folder, where they ask or
    offer something else.
    """
    mistakes: list[FormMistake] = []
    options: dict[str, tuple[str, ...]] = {}
    locations = {}
    for form in forms:
        path = f"{folder}/{form.file}"
        mistakes += _missing_fields(path, form, file)
        for field in form.fields:
            if not options.get(field.id):
                options[field.id] = field.options
                locations[field.id] = (path, at_line(path, field.line))
    for name, column in file.columns.items():
        if isinstance(column, ChoiceColumn) and column.field in options:
            offered = options[column.field]
            path, location = locations[column.field]
            for wrong in _wrong_options(name, column, offered):
                mistakes.append(FormMistake(path, f"{location}: the field {column.field} {wrong}"))
    if mistakes:
        raise FormError(*mistakes)
    shape = bind(file, {field_id: words for field_id, words in options.items() if words})
    return Forms(shape, tuple(forms))


def _missing_fields(path: str, form: Form, file: ListFile) -> list[FormMistake]:
    """A form must ask for what list.yml names; a correction need not ask for all columns."""
    needed = set()
    if file.sections:
        needed.add(file.sections.field)
    if form.kind is Kind.CORRECT:
        correct = file.correct
        needed.add(correct.row)
        for field_id in (correct.change, correct.rename, correct.reason):
            if not isinstance(field_id, DefaultId):
                needed.add(field_id)
    else:
        needed.update(column.field for column in file.columns.values())
    asked = {field.id for field in form.fields}
    missing = sorted(needed - asked)
    others = [field.id for field in form.fields if field.id not in needed]
    mistakes, lost = [], []
    for field_id in missing:
        near = form.find(closest(field_id, others))
        if near:
            location, meant = at_line(path, near.line), _meant(near.id)
            message = f"{location}: no field has the id {field_id} of {LIST_FILE}{meant}"
            mistakes.append(FormMistake(path, message))
        else:
            lost.append(field_id)
    if lost:
        message = f"{path}: fields of {LIST_FILE} are missing: {', '.join(lost)}."
        mistakes.append(FormMistake(path, message))
    return mistakes


def _wrong_options(name: str, column: ChoiceColumn, offered: tuple[str, ...]) -> Iterator[str]:
    """What list.yml shows for options must be options of the form."""
    if not offered:
        yield f"offers no options for {name}."
        return
    if column.words is Words.OCPP_VERSIONS:
        unknown = sorted(set(offered) - set(OcppVersion))
        if unknown:
            yield f"offers {', '.join(unknown)}, which is no OCPP version the bot knows."
    for word in column.shown:
        if word not in offered:
            near = closest(word, [option for option in offered if option not in column.shown])
            yield (
                f"does not offer {word}, which {LIST_FILE} shows in the column {name}{_meant(near)}"
            )
    for option in offered:
        if option not in column.shown and (problem := problem_in_cell(option)):
            yield (
                f"offers `{option}`, which the column {name} cannot show as it is: {problem} under "
                f"`shown` in {LIST_FILE}."
            )


def _meant(near: str) -> str:
    if near:
        return f"; is {near} meant for it?"
    return "."
