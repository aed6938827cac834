"""The issue forms, read from the same files that GitHub shows to people."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from bot.errors import FormError


class Kind(StrEnum):
    """What a form is for; the value names its file."""

    NEW_CHARGER = "new-charger"
    NEW_BRAND = "new-brand"
    INVALID = "invalid"


_DETAILS = {"brand", "ocpp_versions", "communication", "notes", "sources"}
_FIELDS = {
    Kind.NEW_CHARGER: {*_DETAILS, "models"},
    Kind.NEW_BRAND: {*_DETAILS, "models"},
    Kind.INVALID: {*_DETAILS, "model", "correction", "new_model", "reason"},
}


_UNREAD = {"markdown", "upload"}  # a maintainer sees uploaded files in the issue
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SAFE_FOR_C = 20_000  # bytes; the C loader ends the process on deeply nested text


@dataclass(frozen=True)
class Field:
    """One question of a form: its id in links, its label in bodies."""

    id: str
    label: str
    required: bool
    options: tuple[str, ...]
    fenced: bool


@dataclass(frozen=True)
class Form:
    """One form: its kind, how it begins titles, the label that it puts on issues, and its
    questions in order.
    """

    kind: Kind
    name: str
    title: str
    issue_label: str
    fields: tuple[Field, ...]

    def field(self, field_id: str) -> Field:
        """The question with this id; LookupError when the form has none."""
        return next(field for field in self.fields if field.id == field_id)


Forms = tuple[Form, ...]


def form_of_kind(forms: Forms, kind: Kind) -> Form:
    """The form of a kind."""
    return next(form for form in forms if form.kind is kind)


def load_forms(folder: Path) -> Forms:
    """Read the three forms of a repository. Raises FormError."""
    return tuple(_load_form(folder / f"{kind}.yml", kind) for kind in Kind)


def _load_form(path: Path, kind: Kind) -> Form:
    try:
        template = _load_yaml(path.read_bytes())
    except OSError as error:
        raise FormError(f"{path}: the form cannot be read: {error.strerror}.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise FormError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error
    try:
        fields = tuple(_field(part) for part in template["body"] if part["type"] not in _UNREAD)
        form = Form(
            kind,
            str(template["name"]),
            str(template.get("title", "")),
            _first_label(template["labels"]),
            fields,
        )
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise FormError(f"{path}: not an issue form: {type(error).__name__} at {error}.") from error
    if missing := _FIELDS[kind] - {field.id for field in fields}:
        raise FormError(f"{path}: these fields are missing: {', '.join(sorted(missing))}.")
    return form


def _load_yaml(data: bytes) -> Any:
    """Read YAML with the C loader, unless the text could be nested so deep that it dies of it."""
    loader = yaml.SafeLoader if len(data) > _SAFE_FOR_C else _FAST_LOADER
    return yaml.load(data, loader)  # noqa: S506 -- both loaders are safe ones


def _first_label(labels: Any) -> str:
    """GitHub takes a list, or one text with commas."""
    if isinstance(labels, str):
        labels = labels.split(",")
    return str(labels[0]).strip()


def _field(part: dict[str, Any]) -> Field:
    attributes = part["attributes"]
    options = (
        option["label"] if isinstance(option, dict) else option
        for option in attributes.get("options", ())
    )
    return Field(
        id=part["id"],
        label=attributes["label"],
        required=bool(part.get("validations", {}).get("required")),
        options=tuple(map(str, options)),
        fenced="render" in attributes,
    )
