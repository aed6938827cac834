"""From the text of list.yml to a shape; every mistake gets its line and what is allowed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.errors import ListFileError
from bot.shape.contradictions import Location, contradictions
from bot.shape.list_file import FIELD_ID, FILE_NAME, VISIBLE, ListFile
from bot.shape.shape import Shape

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a Python without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

_PATTERNS = {
    VISIBLE: "a text which is not empty",
    FIELD_ID: "an id, of the letters a to z, digits, - and _",
    FILE_NAME: "the name of a .yml file, without its folder",
}
_TYPES = {
    "bool_type": "true or false",
    "dict_type": "settings, each with its name",
    "int_type": "a whole number",
    "list_type": "a list",
    "model_type": "settings, each with its name",
    "string_type": "a text",
    "too_short": "at least one setting",
}
_KINDS = {"name", "text", "choice", "choices", "yes/no", "links"}


def read_list_file(text: str, path: str) -> ListFile:
    """Read list.yml. Raises ListFileError naming the file, and the line of each mistake."""
    try:
        node = yaml.compose(text, Loader=Loader)
        values = yaml.load(text, Loader=Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ListFileError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error
    doubled = [_message(path, line, f"`{key}` is there twice") for key, line in _doubled(node)]
    if doubled:
        raise ListFileError("\n".join(doubled))
    try:
        file = ListFile.model_validate(values)
    except ValidationError as error:
        raise ListFileError("\n".join(_of_details(path, node, error.errors()))) from None
    problems = [_message(path, _line(node, where), text) for where, text in contradictions(file)]
    if problems:
        raise ListFileError("\n".join(problems))
    return file


def bind(file: ListFile, options: Mapping[str, Sequence[str]]) -> Shape:
    """Bind a list file to the options of its forms' fields, by field id."""
    return Shape(file, {field: tuple(words) for field, words in options.items()})


def _message(path: str, line: int, text: str) -> str:
    return f"{path}:{line}: {text}."


def _doubled(node: Any) -> Iterator[tuple[str, int]]:
    """The repeated keys of a mapping, with their lines; PyYAML takes the last one."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _doubled(child)
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        if key.value in seen:
            yield key.value, key.start_mark.line + 1
        seen.add(key.value)
        yield from _doubled(value)


def _line(node: Any, location: Sequence[str | int]) -> int:
    """The line of a value, or of the nearest one around it; counted from 1."""
    line = 1
    for part in location:
        child = _child(node, part)
        if child is not None:
            key, node = child
            line = key.start_mark.line + 1
    return line


def _of_details(path: str, node: Any, details: Sequence[ErrorDetails]) -> list[str]:
    """One message for each place; where several kinds of value are allowed, it names them all."""
    found: dict[Location, list[str]] = {}
    for detail in details:
        texts = found.setdefault(_location(node, detail), [])
        text = _expected(detail)
        if text not in texts:
            texts.append(text)
    messages = []
    for location, texts in found.items():
        deeper = [other for other in found if other != location]
        if any(other[: len(location)] == location for other in deeper):
            continue  # one kind of value was tried which is not meant
        name = ".".join(map(str, location)) or "the file"
        text = (
            texts[0]
            if texts[0].startswith(("is ", "needs "))
            else f"should be {', or '.join(texts)}"
        )
        messages.append(_message(path, _line(node, location), f"`{name}` {text}"))
    return messages


def _location(node: Any, detail: ErrorDetails) -> Location:
    """The keys down to a value, without pydantic's own, such as the name of a kind."""
    found: list[str | int] = []
    for part in detail["loc"]:
        child = _child(node, part)
        if child is not None:
            node = child[1]
            found.append(part)
    if detail["type"] == "missing":
        found.append(detail["loc"][-1])
    return tuple(found)


def _child(node: Any, part: str | int) -> tuple[Any, Any] | None:
    """The key and the value of a part of a location; None where there is none."""
    if isinstance(node, yaml.MappingNode):
        return next((pair for pair in node.value if pair[0].value == str(part)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
        return node.value[part], node.value[part]
    return None


def _expected(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return f"is no setting; allowed here are {', '.join(_allowed_keys(detail['loc']))}"
        case "union_tag_not_found" | "union_tag_invalid":
            return f"needs a `kind`, one of {', '.join(sorted(_KINDS))}"
        case "string_type" if isinstance(detail["input"], bool):
            return "a text, for which yes and no need quotes"
        case "string_pattern_mismatch":
            return _PATTERNS[detail["ctx"]["pattern"]]
        case kind:
            return _TYPES.get(kind, detail["msg"].removeprefix("Input should be "))


def _allowed_keys(location: Location) -> list[str]:
    """The keys of the model around an unknown key."""
    model: Any = ListFile
    for part in location[:-1]:
        if part in _KINDS:
            model = _column_model(str(part))
        elif isinstance(model, type) and issubclass(model, BaseModel):
            field = model.model_fields.get(str(part))
            model = _model_in(field.annotation) if field else model
    return list(model.model_fields)


def _column_model(kind: str) -> type[BaseModel]:
    from bot.shape import list_file

    if kind == "name":
        return list_file.NameColumn
    if kind == "links":
        return list_file.LinksColumn
    return list_file.TextColumn if kind == "text" else list_file.ChoiceColumn


def _model_in(annotation: Any) -> Any:
    """The model in an annotation such as `Sections | None`."""
    candidates = [annotation, *getattr(annotation, "__args__", ())]
    for candidate in candidates:
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return annotation
