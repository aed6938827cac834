"""The fields of GraphQL types, and how the fake's records become them."""

import inspect
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import graphql

from .errors import GraphQLRefusal, Violation
from .graphql_views import CommitView, View
from .issues import Comment, Event, Issue, Label
from .pulls import PullRequest, Review, ReviewComment
from .records import Record
from .repository import Repository
from .world import User, iso

Function = Callable[..., Any]
FIELDS: dict[tuple[str, str], Function] = {}
RENAMED = {
    "base_ref_name": "base",
    "base_ref_oid": "base_sha",
    "base_repository": "repository",
    "closable": "subject",
    "database_id": "id",
    "head_ref_name": "head",
    "head_ref_oid": "head_sha",
    "has_issues_enabled": "has_issues",
    "id": "node_id",
    "is_archived": "archived",
    "is_draft": "draft",
    "is_private": "private",
    "labelable": "subject",
    "published_at": "created_at",
    "pull_request": "subject",
}
TYPES = {
    Repository: "Repository",
    PullRequest: "PullRequest",
    Issue: "Issue",
    Comment: "IssueComment",
    Label: "Label",
    Review: "PullRequestReview",
    ReviewComment: "PullRequestReviewComment",
}
MISSING = object()


def field(*types: str) -> Callable[[Function], Function]:
    """Mark the function that returns a field of the given types; its name is the field's."""

    def mark(function: Function) -> Function:
        for name in types:
            FIELDS[name, function.__name__.rstrip("_")] = function
        return function

    return mark


@cache
def snake(name: str) -> str:
    """Write a GraphQL name as a Python name."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


def value_of(
    source: Any, context: Any, type_name: str, field_name: str, arguments: dict[str, Any]
) -> Any:
    """Return a field's value: by its own function, else as the attribute for it."""
    name = snake(field_name)
    function = FIELDS.get((type_name, name))
    if function is None:
        return attribute_of(source, type_name, name)
    given = {snake(argument): value for argument, value in arguments.items()}
    return function(source, **given, **({"context": context} if wants_context(function) else {}))


@cache
def wants_context(function: Function) -> bool:
    """Tell whether a field's function asks for what is around it."""
    return "context" in inspect.signature(function).parameters


def attribute_of(source: Any, type_name: str, name: str) -> Any:
    """Return the attribute for a field."""
    if isinstance(source, dict):
        value = source.get(name, MISSING)
    elif isinstance(source, Event) and name in source.more:
        value = source.more[name]
    else:
        renamed = isinstance(source, Record)
        value = getattr(source, RENAMED.get(name, name) if renamed else name, MISSING)
    if value is MISSING or callable(value):
        raise Violation(f"octofake does not model {type_name}.{name}")
    return value


def converted(value: Any, kind: graphql.GraphQLNamedType) -> Any:
    """Write dates and enums as GraphQL does; a deleted account is nobody."""
    if isinstance(value, User) and value.deleted:
        return None
    if isinstance(value, int) and kind.name in ("DateTime", "GitTimestamp"):
        return iso(value)
    if isinstance(value, str) and isinstance(kind, graphql.GraphQLEnumType):
        return value.upper().replace(" ", "_").replace("-", "_")
    return value


def typename(value: Any) -> str:
    """Return the GraphQL type of a thing."""
    if isinstance(value, User):
        return "Bot" if value.is_bot else "User"
    if isinstance(value, Event):
        return value.kind
    if isinstance(value, View):
        return value.typename
    if isinstance(value, dict):
        return str(value["__typename"])
    return TYPES[type(value)]


def not_found(what: str) -> GraphQLRefusal:
    """Refuse as GitHub does when there is no such thing."""
    return GraphQLRefusal("NOT_FOUND", f"Could not resolve to {what}.")


def page_path(thing: Any) -> str:
    """Return the address of a thing's page, without the site."""
    match thing:
        case User():
            return f"/{'apps/' if thing.is_bot else ''}{thing.login.removesuffix('[bot]')}"
        case Repository():
            return f"/{thing.name_with_owner}"
        case Issue():
            folder = "pull" if isinstance(thing, PullRequest) else "issues"
            return f"{page_path(thing.repository)}/{folder}/{thing.number}"
        case Comment():
            return f"{page_path(thing.issue)}#issuecomment-{thing.id}"
        case Label():
            return f"{page_path(thing.repository)}/labels/{thing.name.replace(' ', '%20')}"
        case CommitView():
            return f"{page_path(thing.repository)}/commit/{thing.oid}"
        case _:
            raise Violation(f"octofake knows no page of {thing!r}")


PAGES = ("Bot", "Commit", "Issue", "IssueComment", "PullRequest", "Repository", "User")


@field(*PAGES)
def resource_path(thing: Any) -> str:
    """Return the address of the thing's page, without the site."""
    return page_path(thing)


@field(*PAGES, "Label")
def url(thing: Any, context: Any) -> str:
    """Return the address of the thing's page."""
    pages: str = context.site.pages
    return pages + page_path(thing)


@field("Bot")
def login(user: User) -> str:
    """Return the name of an app, which has no `[bot]` here (but has it in REST, and as the viewer)."""
    return user.login.removesuffix("[bot]")


@field("User")
def name(user: User) -> None:
    """Return the name of a person who has not given one."""


@field("User")
def email(user: User) -> str:
    """Return the address of a person who keeps it private."""
    return ""
