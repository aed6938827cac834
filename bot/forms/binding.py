"""The forms and list.yml, which have to agree."""

from collections.abc import Sequence

from bot.chargers.versions import OcppVersion
from bot.errors import FormError
from bot.forms.form import Form, Forms, Kind
from bot.shape.contradictions import problem_in_cell
from bot.shape.list_file import ChoiceColumn, DefaultId, ListFile, Words
from bot.shape.load import bind

LIST_FILE = "list.yml"


def bind_forms(file: ListFile, forms: Sequence[Form], folder: str) -> Forms:
    """The forms with the shape of the list, which has the options of their fields.

    Raises FormError, naming the file in the folder, where they ask or offer something else.
    """
    for form in forms:
        _check_fields(f"{folder}/{form.file}", form, file)
    options: dict[str, tuple[str, ...]] = {}
    for form in forms:
        for one in form.fields:
            if one.options:
                options.setdefault(one.id, one.options)
    _check_options(f"{folder}/{forms[0].file}", file, options)
    return Forms(bind(file, options), tuple(forms))


def _check_fields(path: str, form: Form, file: ListFile) -> None:
    """A form must ask for what list.yml names; a correction need not ask for all columns.

    Raises FormError.
    """
    missing = set()
    if file.sections:
        missing.add(file.sections.field)
    if form.kind is Kind.CORRECT:
        correct = file.correct
        missing.add(correct.row)
        for field_id in (correct.change, correct.rename, correct.reason):
            if not isinstance(field_id, DefaultId):
                missing.add(field_id)
    else:
        missing.update(column.field for column in file.columns.values())
    missing.difference_update(one.id for one in form.fields)
    if missing:
        raise FormError(f"{path}: fields of {LIST_FILE} are missing: {', '.join(sorted(missing))}.")


def _check_options(path: str, file: ListFile, options: dict[str, tuple[str, ...]]) -> None:
    """What list.yml shows for options must be options of the form. Raises FormError."""
    for name, column in file.columns.items():
        if not isinstance(column, ChoiceColumn):
            continue
        offered = options.get(column.field)
        if not offered:
            raise FormError(f"{path}: the field {column.field} offers no options for {name}.")
        if column.words is Words.OCPP_VERSIONS:
            unknown = sorted(set(offered) - set(OcppVersion))
            if unknown:
                raise FormError(
                    f"{path}: the field {column.field} offers {', '.join(unknown)}, which is no "
                    "OCPP version the bot knows."
                )
        missing = [word for word in column.shown if word not in offered]
        if missing:
            words = ", ".join(missing)
            raise FormError(
                f"{path}: the field {column.field} does not offer {words}, which {LIST_FILE} shows "
                f"in the column {name}."
            )
        for option in offered:
            if option not in column.shown and (problem := problem_in_cell(option)):
                raise FormError(
                    f"{path}: the field {column.field} offers `{option}`, which the column {name} "
                    f"cannot show as it is: {problem} under `shown` in {LIST_FILE}."
                )
