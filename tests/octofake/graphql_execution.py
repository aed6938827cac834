"""The GraphQL interface: from a query to an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import graphql
from graphql.language import ast

from . import (
    graphql_git,
    graphql_issue_mutations,
    graphql_issues,
    graphql_mutations,
    graphql_repository,
)
from .errors import GitHubError, GraphQLRefusal, Violation
from .exchange import Request, Response, Site
from .graphql_cost import Cost, cost_of
from .graphql_fields import converted, typename, value_of
from .rest import check_token, refusal
from .world import World

SCHEMA = Path(__file__).parent / "schemas" / "schema.graphql"
TOO_LARGE = {
    "type": "RESOURCE_LIMITS_EXCEEDED",
    "path": ["repository"],
    "message": "Resource limits for this query exceeded.",
}
SHAPES = {
    "BigInt": re.compile(r"\d+"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    "GitObjectID": re.compile(r"[0-9a-f]{40}"),
    "GitTimestamp": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"),
    "URI": re.compile(r"(https?:/)?/\S+"),
}
PARTS = (
    graphql_git,
    graphql_issue_mutations,
    graphql_issues,
    graphql_mutations,
    graphql_repository,
)  # They register their fields when they are imported.


@dataclass
class Context:
    """What fields need to know beside the thing they are of."""

    world: World
    site: Site
    cost: Cost
    is_interrupted: bool = False


@cache
def schema() -> graphql.GraphQLSchema:
    """Build the schema once, with scalars that look at what they are given."""
    built = graphql.build_schema(SCHEMA.read_text(), assume_valid=True)
    for name, shape in SHAPES.items():
        scalar = built.type_map[name]
        assert isinstance(scalar, graphql.GraphQLScalarType)
        scalar.coerce_output_value = shaped(name, shape)
    return built


def shaped(name: str, shape: re.Pattern[str]) -> Any:
    """Return a check of a scalar's form."""

    def serialize(value: Any) -> Any:
        if not (isinstance(value, str) and shape.fullmatch(value)):
            raise Violation(f"{value!r} is no {name}")
        return value

    return serialize


@lru_cache(maxsize=1000)
def parsed(query: str) -> ast.DocumentNode:
    """Parse and validate a query once."""
    try:
        document = graphql.parse(query)
    except graphql.GraphQLError as error:
        raise Violation(f"the query cannot be parsed: {error}") from error
    problems = graphql.validate(schema(), document)
    if problems:
        reported = "\n".join(problem.message for problem in problems)
        raise Violation(f"GitHub's schema, as far as it is modelled (modelled.py):\n{reported}")
    return document


@lru_cache(maxsize=1000)
def pluralize(query: str, sizes: frozenset[tuple[str, int]]) -> Cost:
    """Count the cost of a query once for the same numbers among its variables, which are the sizes of its pages."""
    return cost_of(parsed(query), dict(sizes))


def operation_name(request: Request) -> str:
    """Return the name of a query or mutation, or of its first field."""
    body = request.body or {}
    if request.method != "POST" or not isinstance(body.get("query"), str):
        raise Violation(f"GraphQL wants a POST with a query, got {request.method} {body!r}")
    if unknown := body.keys() - {"query", "variables", "operationName"}:
        raise Violation(f"GraphQL has no {unknown} in a request")
    operation = graphql.get_operation_ast(parsed(body["query"]), body.get("operationName"))
    if operation is None:
        raise Violation("several operations, and none is named by `operationName`")
    first = operation.selection_set.selections[0]
    mutation = operation.operation is graphql.OperationType.MUTATION
    named = operation.name if operation.name and not mutation else getattr(first, "name", None)
    return named.value if named else operation.operation.value


def answer(world: World, request: Request) -> Response:
    """Answer a query or a mutation that `operation_name` has found to be one."""
    body = request.body
    try:
        check_token(world, request)
    except GitHubError as error:
        return refusal(error)
    query, variables = body["query"], body.get("variables") or {}
    sizes = frozenset((name, value) for name, value in variables.items() if isinstance(value, int))
    context = Context(world, request.site, pluralize(query, sizes))
    is_large = world.node_limit is not None and context.cost.nodes > world.node_limit
    if unknown := unknown_fields(parsed(query), world.unknown_mutations):
        return Response(200, {"errors": unknown})
    blobs = query.count("object(oid:")
    if is_large or (world.blob_limit is not None and blobs > world.blob_limit):
        return Response(200, {"data": {"repository": None}, "errors": [TOO_LARGE]})
    return Response(200, executed(parsed(query), context, variables, body.get("operationName")))


def unknown_fields(document: ast.DocumentNode, names: set[str]) -> list[dict[str, Any]]:
    """Return the errors of an older server, which then does nothing of the document."""
    operation = graphql.get_operation_ast(document)
    errors = []
    for field in operation.selection_set.selections if operation and names else ():
        if isinstance(field, ast.FieldNode) and field.name.value in names:
            name, alias = field.name.value, field.alias or field.name
            known = {"code": "undefinedField", "typeName": "Mutation", "fieldName": name}
            message = f"Field '{name}' doesn't exist on type 'Mutation'"
            path = ["mutation", alias.value]
            errors.append({"path": path, "extensions": known, "message": message})
    return errors


def executed(
    document: ast.DocumentNode, context: Context, variables: Mapping[str, Any], name: str | None
) -> Any:
    """Execute a document as GitHub does."""
    result = graphql.execute_sync(
        schema(),
        document,
        context_value=context,
        variable_values=dict(variables),
        operation_name=name,
        field_resolver=resolve,
        type_resolver=lambda value, *_: typename(value),
    )
    errors = [reported(error) for error in result.errors or ()]
    return {"data": result.data} | ({"errors": errors} if errors else {})


def resolve(source: Any, info: graphql.GraphQLResolveInfo, **arguments: Any) -> Any:
    """Return a field's value."""
    value = value_of(source, info.context, info.parent_type.name, info.field_name, arguments)
    return converted(value, graphql.get_named_type(info.return_type))


def reported(error: graphql.GraphQLError) -> dict[str, Any]:
    """Return an error as GitHub tells it; anything but its own refusals is a violation."""
    original = error.original_error
    if not isinstance(original, GraphQLRefusal):
        raise original if isinstance(original, Violation) else Violation(f"{error}") from original
    places = [{"line": place.line, "column": place.column} for place in error.locations or ()]
    return {
        "type": original.kind,
        "path": error.path,
        "locations": places,
        "message": str(original),
    }
