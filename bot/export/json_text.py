"""The catalogue as JSON, and its schema."""

import json
from json.encoder import encode_basestring
from typing import Any

from bot.export.catalogue import Catalogue, LeftOut, entries_key, key_of, sections_key
from bot.render.quoting import escape_unprintable
from bot.shape.shape import ColumnShape, Shape

SCHEMA_FILE = "schema/catalogue-1.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string", "minLength": 1}
_LINE = {"type": "integer", "minimum": 1}


def as_json(catalogue: Catalogue) -> str:
    """The whole catalogue; invisible characters are written as escapes."""
    shape = catalogue.shape
    value = _about(shape)
    if shape.has_sections:
        value[sections_key(shape)] = list(catalogue.sections)
    value[entries_key(shape)] = list(catalogue.entries)
    if catalogue.left_out:
        value["left_out"] = list(map(LeftOut._asdict, catalogue.left_out))
    return _written(value)


def _about(shape: Shape) -> dict[str, Any]:
    about = shape.about
    value: dict[str, Any] = {"schema_version": 1, "title": about.title}
    for key in ("attribution", "license", "license_url"):
        text = getattr(about, key)
        if text:
            value[key] = text
    return value


def as_schema(shape: Shape) -> str:
    """The JSON schema of a list's catalogues."""
    properties: dict[str, Any] = {}
    for key, constant in _about(shape).items():
        properties[key] = {"const": constant}
    version = "rises with each change that breaks readers"
    properties["schema_version"] |= {"description": version}
    if shape.has_sections:
        noun = shape.section_noun
        section = {
            "name": _TEXT | {"description": f"of the {noun}, as its heading spells it"},
            "anchor": {"type": "string", "description": "of its heading in README.md on GitHub"},
            "line": _LINE | {"description": "the line of its heading in README.md"},
        }
        properties[sections_key(shape)] = _array(_object(section))
    properties[entries_key(shape)] = _array(_entry_schema(shape))
    required = list(properties)
    left_out = "rows and sections whose values cannot be read; absent when there are none"
    part = _object({"line": _LINE, "name": {"type": "string"}, "reason": _TEXT})
    properties["left_out"] = _array(part) | {"description": left_out}
    schema = _object(properties) | {"required": required}
    about = f"The whole list of {shape.entry.many}."
    return _written(
        {"$schema": _DIALECT, "title": shape.about.title, "description": about} | schema
    )


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _entry_schema(shape: Shape) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    if shape.section_field:
        about = "as the heading of its section spells it"
        properties[shape.section_field] = _TEXT | {"description": about}
    for column in shape.columns:
        schema = _value_schema(column) | {"description": f"the column {column.name}"}
        properties[key_of(column)] = schema
        address = column.address
        if address:
            properties[address] = {"type": ["string", "null"], "description": "its address"}
    properties["line"] = _LINE | {"description": "the line of README.md"}
    return _object(properties)


def _value_schema(column: ColumnShape) -> dict[str, Any]:
    words = column.exported_options
    match column.kind:
        case "name":
            return dict(_TEXT)
        case "choices":
            least = 0 if column.empty else 1
            items = {"enum": words}
            return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}
        case "choice":
            return {"enum": [*words, None]}
        case "yes/no":
            return {"type": ["boolean", "null"]}
        case "links":
            link = _object({"title": _TEXT, "url": _TEXT})
            return {"type": "array", "items": link}
        case "text":
            return {"type": "string"}


def _written(value: dict[str, Any]) -> str:
    return escape_unprintable(_indented(value, "")) + "\n"


def _indented(value: Any, indent: str) -> str:
    """As json.dumps writes it with an indent of 2, which takes three times as long for it."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = f"{indent}  "
    if isinstance(value, dict) and value:
        lines = []
        for key, part in value.items():
            lines.append(f"{inner}{encode_basestring(key)}: {_indented(part, inner)}")
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        lines = [f"{inner}{_indented(part, inner)}" for part in value]
        return "[\n" + ",\n".join(lines) + f"\n{indent}]"
    return json.dumps(value)
