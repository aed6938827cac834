"""The root of GraphQL, repositories and their lists."""

from typing import Any

from .connections import Connection, Page, connection
from .errors import Violation
from .graphql_fields import field, not_found
from .graphql_git import object_at
from .graphql_issues import state_of
from .graphql_views import ObjectView, RefView, ref_view, view_of
from .issues import Issue, Label
from .pulls import PullRequest
from .repository import Repository
from .world import User

LISTED_REFS = ("refs/heads/", "refs/tags/")
OLDEST_FIRST = {"field": "CREATED_AT", "direction": "ASC"}
UNPROTECTED = {
    "__typename": "BranchProtectionRule",
    "allows_deletions": True,
    "allows_force_pushes": True,
    "blocks_creations": False,
    "dismisses_stale_reviews": False,
    "lock_branch": False,
    "required_approving_review_count": None,
    "requires_approving_reviews": False,
    "requires_commit_signatures": False,
    "requires_deployments": False,
    "requires_status_checks": False,
    "restricts_pushes": False,
}
ORDERS = {"CREATED_AT": "created_at", "UPDATED_AT": "updated_at"}


@field("Query")
def id_(_: None) -> str:
    """Return the node id of the root."""
    return "Q_octofake"


@field("Query")
def viewer(_: None, context: Any) -> User:
    """Return whose token it is."""
    found: User = context.world.viewer
    return found


@field("Query")
def node(_: None, context: Any, **arguments: str) -> Any:
    """Return any record by its node id."""
    node_id = arguments["id"]
    if node_id not in context.world.nodes:
        raise not_found(f"a node with the global id of '{node_id}'")
    return context.world.nodes[node_id]


@field("Query")
def rate_limit(_: None, context: Any) -> dict[str, int]:
    """Return what the query costs; the fake never runs out."""
    cost = context.cost
    left = {"limit": 5000, "used": 0, "remaining": 5000, "reset_at": context.world.now + 3600}
    return {"cost": cost.points, "node_count": cost.nodes, **left}


@field("Query")
def repository(_: None, context: Any, owner: str, name: str) -> Repository:
    """Return a repository."""
    found = context.world.repository(f"{owner}/{name}")
    if found is None:
        raise not_found(f"a Repository with the name '{owner}/{name}'")
    result: Repository = found
    return result


@field("Repository")
def default_branch_ref(repository: Repository) -> RefView | None:
    """Return the default branch, if it has a commit."""
    return ref_view(repository, repository.default_branch)


@field("Repository")
def branch_protection_rules(repository: Repository, **page: Any) -> Connection:
    """Return the classic protections; none to a token that may not administer."""
    found = []
    if "administration" in repository.permissions:
        for number, (pattern, settings) in enumerate(repository.protections.items(), start=1):
            found.append(UNPROTECTED | {"pattern": pattern, "database_id": number} | settings)
    return connection(found, Page(**page))


@field("Repository")
def is_fork(repository: Repository) -> bool:
    """Tell whether it has come from another one."""
    return repository.parent is not None


@field("Repository")
def is_disabled(repository: Repository) -> bool:
    """Tell whether GitHub has switched it off."""
    return False


@field("Repository")
def viewer_permission(repository: Repository) -> str:
    """Return what the token may do with the files."""
    return "WRITE" if repository.permissions.get("contents") == "write" else "READ"


@field("Repository")
def ref(repository: Repository, qualified_name: str) -> RefView | None:
    """Return a branch or tag, by its whole or short name."""
    names = (
        qualified_name,
        f"refs/{qualified_name}",
        f"refs/heads/{qualified_name}",
        f"refs/tags/{qualified_name}",
    )
    return next((RefView(repository, name) for name in names if name in repository.refs), None)


@field("Repository")
def refs(
    repository: Repository, ref_prefix: str, query: str | None = None, **page: Any
) -> Connection:
    """Return the branches or the tags."""
    if ref_prefix not in LISTED_REFS:
        raise Violation(
            f"octofake lists {LISTED_REFS} only (narrow it with `query`), not {ref_prefix}"
        )
    found = [RefView(repository, name) for name in repository.refs if name.startswith(ref_prefix)]
    wanted = [view for view in found if (query or "").lower() in view.name.lower()]
    return connection(wanted, Page(**page), key=lambda view: view.name)


@field("Repository")
def object_(
    repository: Repository, expression: str = "", oid: str | None = None
) -> ObjectView | None:
    """Return a git object by name or by an expression."""
    return view_of(repository, oid) if oid else object_at(repository, expression)


@field("Repository")
def issue(repository: Repository, number: int) -> Issue:
    """Return an issue; where issues are turned off there is none to find, nor a deleted or transferred one."""
    found = repository.issues_and_pulls.get(number)
    if found is None or isinstance(found, PullRequest) or not repository.has_issues:
        raise not_found(f"an Issue with the number of {number}")
    return found


@field("Repository")
def pull_request(repository: Repository, number: int) -> PullRequest:
    """Return a pull request."""
    found = repository.issues_and_pulls.get(number)
    if not isinstance(found, PullRequest):
        raise not_found(f"a PullRequest with the number of {number}")
    return found


@field("Repository")
def issue_or_pull_request(repository: Repository, number: int) -> Issue:
    """Return an issue or a pull request."""
    found = repository.issues_and_pulls.get(number)
    if found is None or not (repository.has_issues or isinstance(found, PullRequest)):
        raise not_found(f"an issue or pull request with the number of {number}")
    return found


def ordered(items: list[Any], arguments: dict[str, Any]) -> Connection:
    """Return a page of issues or pull requests in the order asked for."""
    order = arguments.pop("order_by", None) or OLDEST_FIRST
    if order["field"] not in ORDERS:
        raise Violation(f"octofake does not model the order {order['field']}")
    key = ORDERS[order["field"]]
    backwards = order["direction"] == "DESC"
    return connection(
        items, Page(**arguments), lambda item: (getattr(item, key), item.number), backwards
    )


def has_label(item: Issue, names: list[str] | None) -> bool:
    """Tell whether an issue has one of the labels."""
    return names is None or not {n.casefold() for n in names}.isdisjoint(
        n.casefold() for n in item.label_names
    )


def passes(item: Issue, filters: dict[str, Any]) -> bool:
    """Tell whether an issue passes `filterBy`."""
    if len(filters.get("labels") or ()) > 1:
        raise Violation(
            "octofake does not know whether GitHub wants all or one of several labels in `filterBy`"
        )
    states = filters.get("states")
    return (
        has_label(item, filters.get("labels"))
        and (states is None or item.state.upper() in states)
        and filters.get("createdBy", item.author.login) == item.author.login
    )


@field("Repository")
def issues(repository: Repository, **arguments: Any) -> Connection:
    """Return the issues that have one of the states and one of the labels."""
    labels, states = arguments.pop("labels", None), arguments.pop("states", None)
    filters = arguments.pop("filter_by", None) or {}
    found = [
        issue
        for issue in repository.issues()
        if repository.has_issues
        and has_label(issue, labels)
        and (states is None or issue.state.upper() in states)
        and passes(issue, filters)
    ]
    return ordered(found, arguments)


@field("Repository")
def pull_requests(repository: Repository, **arguments: Any) -> Connection:
    """Return the pull requests that have one of the states, one of the labels and these branches."""
    labels, states = arguments.pop("labels", None), arguments.pop("states", None)
    head, base = arguments.pop("head_ref_name", None), arguments.pop("base_ref_name", None)
    found = [
        pull
        for pull in repository.pull_requests()
        if has_label(pull, labels)
        and (states is None or state_of(pull) in states)
        and head in (None, pull.head)
        and base in (None, pull.base)
    ]
    return ordered(found, arguments)


@field("Repository")
def label(repository: Repository, name: str) -> Label | None:
    """Return a label."""
    return repository.label(name)


@field("Repository")
def labels(repository: Repository, query: str | None = None, **arguments: Any) -> Connection:
    """Return the labels, the oldest first unless ordered otherwise."""
    order = arguments.pop("order_by", None) or OLDEST_FIRST
    found = [
        label
        for label in repository.labels.values()
        if (query or "").casefold() in label.name.casefold()
    ]
    by_name = order["field"] == "NAME"
    backwards = order["direction"] == "DESC"
    return connection(
        found, Page(**arguments), lambda label: label.name if by_name else label.id, backwards
    )


@field("Label")
def is_default(label: Label) -> bool:
    """Tell whether GitHub has made the label."""
    return False
