"""Cut GitHub's published schemas down to what octofake models.

Run `python -m tests.octofake.remake_schemas` (needs npm) after changing modelled.py; the result is the same on every
machine. `schemas/openapi.json` is written as OpenAPI 3.1, so that its schemas are plain JSON Schema.
"""

import dataclasses
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

import graphql
from graphql.language import ast

from .modelled import OPERATIONS, TYPES

HERE = Path(__file__).parent
SCHEMAS = HERE / "schemas"
OPENAPI = ("@octokit/openapi@23.0.2", "package/generated/api.github.com.json")
GRAPHQL = ("@octokit/graphql-schema@15.26.1", "package/schema.graphql")

PROSE = {
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "default",
    "deprecated",
    "externalDocs",
    "format",
}
KEPT_FORMATS = {"date-time"}


def main() -> None:
    """Write both schemas."""
    SCHEMAS.mkdir(exist_ok=True)
    openapi = cut_openapi(json.loads(packed_file(*OPENAPI)))
    (SCHEMAS / "openapi.json").write_text(
        json.dumps(openapi, sort_keys=True, separators=(",", ":")) + "\n"
    )
    (SCHEMAS / "schema.graphql").write_text(cut_graphql(packed_file(*GRAPHQL)))


def packed_file(package: str, member: str) -> str:
    """Return one file of an npm package."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            stream = tar.extractfile(member)
            assert stream is not None, f"{package} has no {member}"
            return stream.read().decode()


def cut_openapi(whole: dict[str, Any]) -> dict[str, Any]:
    """Keep the listed operations and the component schemas that they refer to."""
    paths = {
        path: {
            method: cut_operation(whole, whole["paths"][path][method]) for method in methods.split()
        }
        for path, methods in OPERATIONS.items()
    }
    return {
        "openapi": "3.1.0",
        "paths": paths,
        "components": {"schemas": referenced_schemas(whole, paths)},
    }


def cut_operation(whole: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    """Keep what can be checked: parameters, the request body and the answers."""
    kept: dict[str, Any] = {
        "operationId": operation["operationId"],
        "parameters": [
            cut_parameter(resolved(whole, parameter))
            for parameter in operation.get("parameters", [])
        ],
        "responses": {
            s: cut_content(resolved(whole, answer)) for s, answer in operation["responses"].items()
        },
    }
    if "requestBody" in operation:
        body = cut_content(operation["requestBody"])
        forbid_unknown_keys(body)
        kept["requestBody"] = body | {"required": operation["requestBody"].get("required", False)}
    return kept


def resolved(whole: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference to a component that is no schema."""
    for name in part.get("$ref", "").split("/")[1:]:
        whole = whole[name]
    return whole if "$ref" in part else part


def cut_parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    """Keep the name, the place and the schema of a parameter."""
    kept = {key: parameter[key] for key in ("name", "in", "required") if key in parameter}
    return kept | {"schema": cut_schema(parameter["schema"])}


def cut_content(body: dict[str, Any]) -> dict[str, Any]:
    """Keep the JSON schema of a body, if it has one."""
    content = body.get("content", {}).get("application/json")
    return (
        {"content": {"application/json": {"schema": cut_schema(content["schema"])}}}
        if content
        else {}
    )


def cut_schema(schema: Any) -> Any:
    """Drop prose from a schema and write OpenAPI 3.0's `nullable` as plain JSON Schema."""
    if isinstance(schema, list):
        return [cut_schema(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: cut_keyword(key, value) for key, value in schema.items() if keeps(key, value)}
    return nullable(kept) if schema.get("nullable") else kept


def keeps(key: str, value: Any) -> bool:
    """Tell whether a keyword of a schema says something that can be checked."""
    is_prose = key in PROSE | {"nullable"} or key.startswith("x-")
    return not is_prose or (key == "format" and value in KEPT_FORMATS)


def cut_keyword(key: str, value: Any) -> Any:
    """Cut the value of a keyword; the keys of `properties` are names, not keywords."""
    if key == "properties":
        return {name: cut_schema(schema) for name, schema in value.items()}
    return value if key in ("enum", "required", "const") else cut_schema(value)


def nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let null pass too."""
    if set(schema) <= {"type", "format"} and isinstance(schema.get("type"), str):
        return schema | {"type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def forbid_unknown_keys(schema: Any) -> None:
    """Refuse keys of a request body that GitHub does not document."""
    for part in (
        schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    ):
        forbid_unknown_keys(part)
    if isinstance(schema, dict) and schema.get("type") == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)


def referenced_schemas(whole: dict[str, Any], start: Any) -> dict[str, Any]:
    """Collect every component schema that can be reached from what is kept."""
    kept: dict[str, Any] = {}
    waiting = references(start)
    while waiting:
        name = waiting.pop()
        if name not in kept:
            kept[name] = cut_schema(whole["components"]["schemas"][name])
            waiting |= references(kept[name])
    return kept


def references(part: Any) -> set[str]:
    """Return the names of the component schemas that a part refers to."""
    if isinstance(part, dict) and isinstance(part.get("$ref"), str):
        return {part["$ref"].rsplit("/", 1)[1]}
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return set().union(*map(references, parts))


def cut_graphql(text: str) -> str:
    """Keep the listed types and fields, and the scalars, enums and inputs that they need."""
    document = graphql.parse(text, no_location=True)
    definitions = {node.name.value: node for node in document.definitions if hasattr(node, "name")}
    listed = listed_types()
    kept = {name: cut_type(definitions[name], fields, listed) for name, fields in listed.items()}
    waiting = list(kept.values())
    while waiting:
        for name in sorted(named_types(waiting.pop()) - kept.keys()):
            if name in definitions:
                kept[name] = cut_type(definitions[name], {}, listed)
                waiting.append(kept[name])
    result = "\n\n".join(graphql.print_ast(kept[name]) for name in sorted(kept)) + "\n"
    graphql.assert_valid_schema(graphql.build_schema(result))
    return result


def listed_types() -> dict[str, dict[str, set[str]]]:
    """Read TYPES: the name of each type, its fields and their arguments."""
    types: dict[str, dict[str, set[str]]] = {}
    fields: dict[str, set[str]] = {}
    arguments: set[str] | None = None
    for word in TYPES.replace("(", " ( ").replace(")", " ) ").split():
        if word.endswith(":"):
            fields = types[word[:-1]] = {}
            arguments = None
        elif word == "(":
            arguments = fields[list(fields)[-1]]
        elif word == ")":
            arguments = None
        elif arguments is None:
            fields[word] = set()
        else:
            arguments.add(word)
    return types


def cut_type(node: Any, fields: dict[str, set[str]], listed: dict[str, Any]) -> Any:
    """Cut one definition to the given fields (all, when none are given)."""
    changes: dict[str, Any] = {}
    if isinstance(node, ast.UnionTypeDefinitionNode):
        changes["types"] = tuple(kind for kind in node.types or () if kind.name.value in listed)
    for attribute in {"fields", "values"} & set(node.keys):
        items = [
            item
            for item in getattr(node, attribute) or ()
            if not fields or item.name.value in fields
        ]
        missing = fields.keys() - {item.name.value for item in items}
        assert not missing, f"{node.name.value} has no {missing}"
        changes[attribute] = tuple(
            cut_field(item, fields.get(item.name.value, set())) for item in items
        )
    if "interfaces" in node.keys:
        changes["interfaces"] = tuple(
            face for face in node.interfaces or () if face.name.value in listed
        )
    return without_prose(node, **changes)


def cut_field(node: Any, arguments: set[str]) -> Any:
    """Drop the prose of a field and the arguments that are not kept."""
    if "arguments" not in node.keys:
        return without_prose(node)
    known = node.arguments or ()
    missing = arguments - {argument.name.value for argument in known}
    assert not missing, f"{node.name.value} has no argument {missing}"
    kept = tuple(without_prose(argument) for argument in known if argument.name.value in arguments)
    return without_prose(node, arguments=kept)


def without_prose(node: Any, **changes: Any) -> Any:
    """Return a node without its description and directives."""
    return dataclasses.replace(node, description=None, directives=(), **changes)


def named_types(node: Any) -> set[str]:
    """Return the names of all types that a definition mentions."""
    found: set[str] = set()

    class Collector(graphql.Visitor):
        def enter_named_type(self, named: Any, *_: Any) -> None:
            found.add(named.name.value)

    graphql.visit(node, Collector())
    return found


if __name__ == "__main__":
    main()
