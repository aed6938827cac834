"""An issue form read from the same file GitHub shows to people."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import yaml

from bot.errors import FormError, FormMistake
from bot.forms.form import Field, Form, Kind
from bot.shape.yaml_loader import BAD_VALUE, invalid_yaml, safe_loader

_ID = re.compile(r"[ -]*id:[ ]*[\"']?(?P<id>[\w-]+)")
_UNREAD = {"markdown", "upload"}  # a maintainer sees uploaded files in the issue
_KINDS_OF_VALUES = {
    str: "a text, for which numbers, yes and no need quotes",
    list: "a list",
    dict: "settings, such as `name: value`",
}

_Value = TypeVar("_Value", str, list[Any], dict[str, Any])


class _NotAForm(Exception):
    """GitHub or the bot could not use the form; the message is a clause without the file."""


def read_form(data: bytes, path: str, kind: Kind) -> Form:
    """Read a form from YAML.

    Raises FormError, which names the file, and the line of broken YAML.
    """
    try:
        template = yaml.load(data, safe_loader(data))  # noqa: S506 both loaders are safe ones
    except (yaml.YAMLError, *BAD_VALUE) as error:
        raise FormError(FormMistake(path, f"{invalid_yaml(path, error)}.")) from error
    try:
        return _read_form(template, path.rpartition("/")[2], kind, _lines_of_ids(data))
    except _NotAForm as error:
        raise FormError(FormMistake(path, f"{path}: not an issue form: {error}.")) from None


def _lines_of_ids(data: bytes) -> dict[str, int]:
    """Where ids are written; a line which only looks so inside a text costs no more than a line."""
    lines: dict[str, int] = {}
    for number, line in enumerate(data.decode(errors="replace").splitlines(), start=1):
        if match := _ID.match(line):
            lines.setdefault(match["id"], number)
    return lines


def _read_form(template: Any, file: str, kind: Kind, lines: Mapping[str, int]) -> Form:
    """Raises _NotAForm."""
    if not isinstance(template, dict):
        raise _NotAForm("it has no settings such as `name` and `body`")
    fields = []
    for number, part in enumerate(_setting(template, "body", list), start=1):
        where = f" of element {number} of `body`"
        if _setting(part, "type", str, where) not in _UNREAD:
            fields.append(_field(part, where, lines))
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
    """A setting of a kind, or its default. Raises _NotAForm where it is of another kind."""
    value = settings.get(name) if isinstance(settings, dict) else None
    if value is None:
        value = default
    if not isinstance(value, kind):
        raise _NotAForm(f"`{name}`{where} must be {_KINDS_OF_VALUES[kind]}")
    return value


def _first_label(template: dict[str, Any]) -> str:
    """GitHub takes a list, or one text with commas. Raises _NotAForm."""
    labels = template.get("labels")
    if isinstance(labels, str):
        labels = labels.split(",")
    if not isinstance(labels, list) or not labels or not isinstance(labels[0], str):
        raise _NotAForm("`labels` must be a list which begins with a text, such as `[new-entry]`")
    return labels[0].strip()


def _field(part: dict[str, Any], where: str, lines: Mapping[str, int]) -> Field:
    """Raises _NotAForm."""
    attributes = _setting(part, "attributes", dict, where)
    label = _setting(attributes, "label", str, where)
    field_id = _setting(part, "id", str, where, label)
    validations = _setting(part, "validations", dict, where, {})
    return Field(
        id=field_id,
        label=label,
        required=bool(validations.get("required")),
        options=tuple(_options(attributes, where)),
        fenced="render" in attributes,
        type=part["type"],
        placeholder=str(attributes.get("placeholder", "")),
        line=lines.get(field_id, 0),
    )


def _options(attributes: dict[str, Any], where: str) -> Iterator[str]:
    """Raises _NotAForm; numbers and dates are texts to GitHub."""
    for option in _setting(attributes, "options", list, where, []):
        text = option.get("label") if isinstance(option, dict) else option
        if text is None or isinstance(text, bool | list | dict):
            raise _NotAForm(f"each of the `options`{where} must be {_KINDS_OF_VALUES[str]}")
        yield str(text)
