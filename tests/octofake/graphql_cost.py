"""What a GraphQL query costs, counted as GitHub's documentation tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import graphql
from graphql.language import ast

from .errors import Violation

NODE_LIMIT = 500_000


@dataclass(frozen=True)
class Cost:
    """The nodes a query can return, and the requests it would take to collect them."""

    nodes: int = 0
    requests: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        """Add up."""
        return Cost(self.nodes + other.nodes, self.requests + other.requests)

    @property
    def points(self) -> int:
        """Return what it takes off the rate limit."""
        return max(1, round(self.requests / 100))


def cost_of(document: ast.DocumentNode, variables: Mapping[str, Any]) -> Cost:
    """Return the cost of a query, or refuse one that is too big."""
    fragments = {
        d.name.value: d for d in document.definitions if isinstance(d, ast.FragmentDefinitionNode)
    }
    definitions = [d for d in document.definitions if isinstance(d, ast.OperationDefinitionNode)]
    cost = sum((count(d.selection_set, 1, fragments, variables) for d in definitions), Cost())
    if cost.nodes > NODE_LIMIT:
        raise Violation(
            f"This query requests up to {cost.nodes:,} possible nodes, the maximum is {NODE_LIMIT:,}."
        )
    return cost


def count(
    selections: Any, times: int, fragments: Mapping[str, Any], variables: Mapping[str, Any]
) -> Cost:
    """Count the nodes below a selection that is made so many times."""
    total = Cost()
    for part in selections.selections if selections else ():
        if isinstance(part, ast.FragmentSpreadNode):
            total += count(fragments[part.name.value].selection_set, times, fragments, variables)
            continue
        size = page_size(part, variables) if isinstance(part, ast.FieldNode) else None
        below = times if size is None else times * size
        total += Cost() if size is None else Cost(nodes=below, requests=times)
        total += count(part.selection_set, below, fragments, variables)
    return total


def page_size(field: ast.FieldNode, variables: Mapping[str, Any]) -> int | None:
    """Return how many items of a list are asked for."""
    for argument in field.arguments or ():
        if argument.name.value in ("first", "last"):
            return int(graphql.value_from_ast_untyped(argument.value, dict(variables)) or 0)
    return None
