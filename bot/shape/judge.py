"""pydantic's judgement of list.yml: the settings, or each mistake with what is allowed."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from bot.errors import ListFileError
from bot.names.near import closest
from bot.shape.contradictions import Location
from bot.shape.limits import FIELD_ID, FILE_NAME, SEPARATOR, VISIBLE
from bot.shape.lines import child_of, line_of, message
from bot.shape.list_file import (
    ChoiceColumn,
    LinksColumn,
    ListFile,
    NameColumn,
    Settings,
    TextColumn,
)

_PATTERNS = {
    VISIBLE: "a text which is not empty",
    SEPARATOR: "a text which is not empty",
    FIELD_ID: "an id, of the letters a to z, digits, - and _",
    FILE_NAME: "the name of a .yml file, without its folder",
}
_QUOTED = "a text, for which numbers, yes and no need quotes"
_TYPES = {
    "bool_type": "true or false",
    "dataclass_type": "settings, such as `name: value`",
    "dict_type": "settings, such as `name: value`",
    "greater_than_equal": "a number from 1 to 6",
    "int_type": "a number from 1 to 6",
    "less_than_equal": "a number from 1 to 6",
    "list_type": "a list",
    "string_type": "a text",
    "model_attributes_type": "settings, such as `{field: players, kind: text}`",
    "too_short": "at least one setting",
}
_KINDS: dict[str, type[Settings]] = {
    "choice": ChoiceColumn,
    "choices": ChoiceColumn,
    "links": LinksColumn,
    "name": NameColumn,
    "text": TextColumn,
    "yes/no": ChoiceColumn,
}

LIST_FILE_ADAPTER = TypeAdapter(ListFile)


def judge(values: Any, node: Any, path: str) -> ListFile:
    """The settings of a file, as values and as YAML node.

    Raises ListFileError naming the file, and the line of each mistake.
    """
    try:
        return LIST_FILE_ADAPTER.validate_python(values)
    except ValidationError as error:
        raise ListFileError("\n".join(_of_details(path, node, error.errors()))) from None


def _of_details(path: str, node: Any, details: Sequence[ErrorDetails]) -> list[str]:
    """One message for each place; where several kinds of value are allowed, it names them all."""
    expected: dict[Location, list[str]] = {}
    for detail in details:
        texts = expected.setdefault(_location(node, detail), [])
        text = _expected(detail)
        if text not in texts:
            texts.append(text)
    messages = []
    for location, texts in expected.items():
        deeper = [other for other in expected if other != location]
        if any(other[: len(location)] == location for other in deeper):
            continue  # one kind of value was tried which is not meant
        name = "the file"
        if location:
            name = f"`{'.'.join(map(str, location))}`"
        text = texts[0]
        if not text.startswith(("is ", "needs ")):
            text = f"should be {', or '.join(texts)}"
        messages.append(message(path, line_of(node, location), f"{name} {text}"))
    return messages


def _location(node: Any, detail: ErrorDetails) -> Location:
    """The keys down to a value, without pydantic's own, such as the name of a kind."""
    keys: list[str | int] = []
    for part in detail["loc"]:
        child = child_of(node, part)
        if child is not None:
            node = child[1]
            keys.append(part)
    if detail["type"] == "missing":
        keys.append(detail["loc"][-1])
    if detail["type"] == "union_tag_invalid":
        keys.append("kind")
    return tuple(keys)


def _expected(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "is missing"
        case "unexpected_keyword_argument":
            return _unknown("setting", str(detail["loc"][-1]), _allowed_keys(detail["loc"]))
        case "union_tag_not_found":
            return f"needs a `kind`, one of {', '.join(_KINDS)}"
        case "union_tag_invalid":
            return _unknown("kind", detail["ctx"]["tag"], list(_KINDS))
        case "invalid_key":
            return _QUOTED
        case "string_type" if isinstance(detail["input"], bool | float | int | date):
            return _QUOTED
        case "string_pattern_mismatch":
            return _PATTERNS[detail["ctx"]["pattern"]]
        case kind:
            return _TYPES.get(kind, detail["msg"].removeprefix("Input should be "))


def _unknown(what: str, word: str, allowed: Sequence[str]) -> str:
    """What is said of a word that is not allowed, with the nearest of those that are."""
    words = ", ".join(allowed)
    near = closest(word, allowed, least=0.7)
    if near:
        return f"is no {what}; did you mean `{near}`? Allowed here are {words}"
    return f"is no {what}; allowed here are {words}"


def _allowed_keys(location: Location) -> list[str]:
    """The keys of the settings around an unknown key."""
    kind: Any = ListFile
    for part in location[:-1]:
        if part in _KINDS:
            kind = _KINDS[str(part)]
        else:
            settings = {field.name: _settings_in(field.type) for field in fields(kind)}
            kind = settings.get(str(part)) or kind
    return [field.name for field in fields(kind)]


def _settings_in(annotation: Any) -> type[Settings] | None:
    """The settings in an annotation such as `Sections | None`."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, Settings):
            return candidate
    return None
