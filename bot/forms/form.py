"""The issue forms, read from the same files GitHub shows to people, with the shape of the list."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from bot.chargers.versions import OcppVersion
from bot.errors import FormError, ListFileError
from bot.shape.contradictions import problem_in_cell
from bot.shape.list_file import ChoiceColumn, DefaultId, ListFile, Words
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape
from bot.shape.yaml_loader import BAD_VALUE, invalid_yaml, safe_loader

LIST_FILE = "list.yml"
_UNREAD = {"markdown", "upload"}  # a maintainer sees uploaded files in the issue
_KINDS_OF_VALUES = {
    str: "a text, for which numbers, yes and no need quotes",
    list: "a list",
    dict: "settings, such as `name: value`",
}

_Value = TypeVar("_Value", str, list[Any], dict[str, Any])


class Kind(StrEnum):
    """What a form is for, as list.yml calls it."""

    ADD = "add"
    ADD_SECTION = "add_section"
    CORRECT = "correct"


@dataclass(frozen=True)
class Field:
    """One question of a form: its id in links, its label in bodies, and its type."""

    id: str
    label: str
    required: bool
    options: tuple[str, ...]
    fenced: bool
    type: str = "input"

    @property
    def has_lines(self) -> bool:
        """Whether an answer may have several lines."""
        return self.type == "textarea"


@dataclass(frozen=True)
class Form:
    """One form: its kind and file, how it begins titles, the label it sets, and its questions."""

    kind: Kind
    file: str
    name: str
    title: str
    issue_label: str
    fields: tuple[Field, ...]

    def field(self, field_id: str) -> Field:
        """The question with this id; LookupError when the form has none."""
        found = self.find(field_id)
        if found is None:
            raise LookupError(field_id)
        return found

    def find(self, field_id: str) -> Field | None:
        """The question with this id, if the form has it."""
        for one in self.fields:
            if one.id == field_id:
                return one
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


def load_forms(folder: Path) -> Forms:
    """Read list.yml beside a folder of forms, else in .github here, and the forms it names.

    Raises ListFileError and FormError, which name the file and the line.
    """
    path = folder.parent / LIST_FILE
    if not path.is_file():
        path = Path(".github") / LIST_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ListFileError(f"{path}: {error.strerror}.") from error
    except ValueError as error:
        raise ListFileError(f"{path}: it is not UTF-8.") from error
    file = read_list_file(text, str(path))
    names = {
        Kind.ADD: file.forms.add,
        Kind.ADD_SECTION: file.forms.add_section,
        Kind.CORRECT: file.correction_form,
    }
    forms = [_load_form(folder / name, kind) for kind, name in names.items() if name]
    for form in forms:
        _check_fields(folder / form.file, form, file)
    options: dict[str, tuple[str, ...]] = {}
    for form in forms:
        for one in form.fields:
            if one.options:
                options.setdefault(one.id, one.options)
    _check_options(folder / forms[0].file, file, options)
    return Forms(bind(file, options), tuple(forms))


def _check_fields(path: Path, form: Form, file: ListFile) -> None:
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


def _check_options(path: Path, file: ListFile, options: dict[str, tuple[str, ...]]) -> None:
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


def _load_form(path: Path, kind: Kind) -> Form:
    try:
        template = load_yaml(path.read_bytes())
    except OSError as error:
        raise FormError(f"{path}: the form cannot be read: {error.strerror}.") from error
    except (yaml.YAMLError, *BAD_VALUE) as error:
        raise FormError(f"{invalid_yaml(str(path), error)}.") from error
    try:
        return _read_form(template, path.name, kind)
    except FormError as error:
        raise FormError(f"{path}: not an issue form: {error}.") from None


def _read_form(template: Any, file: str, kind: Kind) -> Form:
    """Raises FormError, which does not name the file."""
    if not isinstance(template, dict):
        raise FormError("it has no settings such as `name` and `body`")
    fields = []
    for number, part in enumerate(_setting(template, "body", list), start=1):
        where = f" of element {number} of `body`"
        if _setting(part, "type", str, where) not in _UNREAD:
            fields.append(_field(part, where))
    return Form(
        kind=kind,
        file=file,
        name=_setting(template, "name", str),
        title=_setting(template, "title", str, default=""),
        issue_label=_first_label(template),
        fields=tuple(fields),
    )


def _setting(
    settings: Any, name: str, kind: type[_Value], where: str = "", default: _Value | None = None
) -> _Value:
    """A setting of a kind, or its default. Raises FormError where it is of another kind."""
    value = settings.get(name) if isinstance(settings, dict) else None
    if value is None:
        value = default
    if not isinstance(value, kind):
        raise FormError(f"`{name}`{where} must be {_KINDS_OF_VALUES[kind]}")
    return value


def load_yaml(data: bytes) -> Any:
    """Read YAML with the C loader, or with the slow one where it is long.

    Raises YAMLError; ValueError for a value such as a date that is none; RecursionError for what is
    nested too deeply.
    """
    return yaml.load(data, safe_loader(data))  # noqa: S506 both loaders are safe ones


def _first_label(template: dict[str, Any]) -> str:
    """GitHub takes a list, or one text with commas. Raises FormError."""
    labels = template.get("labels")
    if isinstance(labels, str):
        labels = labels.split(",")
    if not isinstance(labels, list) or not labels or not isinstance(labels[0], str):
        raise FormError("`labels` must be a list which begins with a text")
    return labels[0].strip()


def _field(part: dict[str, Any], where: str) -> Field:
    """Raises FormError."""
    attributes = _setting(part, "attributes", dict, where)
    label = _setting(attributes, "label", str, where)
    validations = _setting(part, "validations", dict, where, {})
    return Field(
        id=_setting(part, "id", str, where, label),
        label=label,
        required=bool(validations.get("required")),
        options=tuple(_options(attributes, where)),
        fenced="render" in attributes,
        type=part["type"],
    )


def _options(attributes: dict[str, Any], where: str) -> Iterator[str]:
    """Raises FormError; numbers and dates are texts to GitHub."""
    for option in _setting(attributes, "options", list, where, []):
        text = option.get("label") if isinstance(option, dict) else option
        if text is None or isinstance(text, bool | list | dict):
            raise FormError(f"each of the `options`{where} must be {_KINDS_OF_VALUES[str]}")
        yield str(text)
