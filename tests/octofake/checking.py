"""Holds every request and every answer against GitHub's OpenAPI description."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft202012Validator, FormatChecker

from .errors import Violation
from .exchange import Request, Response

DESCRIPTION = Path(__file__).parent / "schemas" / "openapi.json"
FORMATS = FormatChecker(formats=())
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
VALID: set[int] = set()
WITH_SLASHES = {"path", "ref", "basehead"}
# GitHub takes a bare list of labels too (PyGithub sends one), though its description does not list that.
ALSO_ACCEPTED: dict[str, dict[str, Any]] = {
    "issues/add-labels": {"type": "array", "items": {"type": "string"}, "minItems": 1},
    "issues/set-labels": {"type": "array", "items": {"type": "string"}},
}


@dataclass(frozen=True)
class Operation:
    """One method of one address in GitHub's description."""

    id: str
    method: str
    pattern: re.Pattern[str]
    parameters: Mapping[str, dict[str, Any]]
    body: dict[str, Any] | None
    body_required: bool
    answers: Mapping[str, dict[str, Any]]


@cache
def description() -> dict[str, Any]:
    """Load the description once."""
    loaded: dict[str, Any] = json.loads(DESCRIPTION.read_text())
    return loaded


@cache
def operations() -> tuple[Operation, ...]:
    """Return all operations; those with fixed paths come before those with slashes in a parameter."""
    found = [
        read_operation(path, method, operation)
        for path, methods in description()["paths"].items()
        for method, operation in methods.items()
    ]
    return tuple(
        sorted(
            found,
            key=lambda operation: len(operation.parameters) - operation.pattern.pattern.count("/"),
        )
    )


def read_operation(path: str, method: str, operation: dict[str, Any]) -> Operation:
    """Read an operation of the description."""
    body = operation.get("requestBody", {})
    return Operation(
        operation["operationId"],
        method.upper(),
        re.compile(re.sub(r"\{(\w+)\}", path_pattern, path)),
        {parameter["name"]: parameter for parameter in operation["parameters"]},
        json_schema(body),
        body.get("required", False),
        {
            status: schema
            for status, answer in operation["responses"].items()
            if (schema := json_schema(answer))
        },
    )


def path_pattern(parameter: re.Match[str]) -> str:
    """Return the pattern of a parameter of a path."""
    return f"(?P<{parameter[1]}>{'.*' if parameter[1] in WITH_SLASHES else '[^/]+'})"


def json_schema(body: dict[str, Any]) -> dict[str, Any] | None:
    """Return the schema of a body in JSON."""
    schema: dict[str, Any] | None = (
        body.get("content", {}).get("application/json", {}).get("schema")
    )
    return schema


def operation_of(request: Request) -> tuple[Operation, dict[str, str]]:
    """Find the operation that a request is for, and the parameters in its path."""
    for operation in operations():
        match = operation.pattern.fullmatch(request.path)
        if match and operation.method == request.method:
            return operation, {name: unquote(value) for name, value in match.groupdict().items()}
    raise Violation(f"{request.method} {request.path} is not modelled (see modelled.py)")


def check_request(operation: Operation, request: Request, path: Mapping[str, str]) -> None:
    """Refuse a request with parameters or keys that GitHub does not document."""
    for name, text in {**request.query, **path}.items():
        if name not in operation.parameters:
            raise Violation(f"{operation.id} has no parameter {name!r}")
        schema = operation.parameters[name]["schema"]
        if not is_valid(schema, text):
            check(f"{name} of {operation.id}", schema, int(text) if text.isdecimal() else text)
    if operation.body is None or (request.body is None and not operation.body_required):
        if request.body is not None:
            raise Violation(f"{operation.id} takes no body, got {request.body!r}")
        return
    if not (operation.id in ALSO_ACCEPTED and is_valid(ALSO_ACCEPTED[operation.id], request.body)):
        check(f"request of {operation.id}", operation.body, request.body)


def check_response(operation: Operation, response: Response) -> None:
    """Refuse an answer that GitHub would not give."""
    schema = operation.answers.get(str(response.status))
    if schema is None and response.status >= 300:
        schema = {"$ref": "#/components/schemas/basic-error"}
    if schema and not isinstance(response.body, bytes):
        check(f"answer {response.status} of {operation.id}", schema, response.body)


def check(what: str, schema: dict[str, Any], value: Any) -> None:
    """Raise a violation that says what is wrong with a value."""
    if not is_valid(schema, value):
        errors = validator(json.dumps(schema)).iter_errors(value)
        problems = [
            f"{'/'.join(map(str, error.absolute_path))}: {error.message[:1000]}" for error in errors
        ]
        raise Violation(f"{what} breaks GitHub's schema: " + "; ".join(problems))


def is_valid(schema: dict[str, Any], value: Any) -> bool:
    """Tell whether a value fits a schema; a value that has fitted once is not looked at again."""
    text = json.dumps(schema)
    seen = hash((text, json.dumps(value)))
    if seen not in VALID and validator(text).is_valid(value):
        VALID.add(seen)
    return seen in VALID


@cache
def validator(schema: str) -> Draft202012Validator:
    """Prepare a schema once."""
    whole = json.loads(schema) | {"components": description()["components"]}
    return Draft202012Validator(whole, format_checker=FORMATS)


@FORMATS.checks("date-time")
def is_date_time(value: Any) -> bool:
    """Tell whether a text is a date as GitHub writes it."""
    return not isinstance(value, str) or bool(DATE_TIME.fullmatch(value))
