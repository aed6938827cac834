"""The mutations of issues, comments and labels."""

from typing import Any

from .graphql_fields import not_found
from .graphql_mutations import mutation, node
from .issues import UNCHANGED, Comment, Issue, Label
from .repository import Repository


@mutation
def create_issue(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Open an issue."""
    repository = node(context, argument["repositoryId"], Repository, "issues")
    viewer = context.world.viewer
    return {"issue": repository.open_issue(viewer, argument["title"], argument.get("body"))}


@mutation
def update_issue(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Write another title or body, close the issue or open it again."""
    issue, viewer = node(context, argument["id"], Issue, "issues"), context.world.viewer
    title, body = argument.get("title", UNCHANGED), argument.get("body", UNCHANGED)
    issue.edit(title, body, by=viewer)
    if argument.get("state") == "CLOSED":
        issue.close(viewer)
    elif argument.get("state") == "OPEN":
        issue.reopen(viewer)
    return {"issue": issue}


@mutation
def add_comment(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Write a comment."""
    issue = node(context, argument["subjectId"], Issue, "issues pull_requests")
    comment = issue.comment(argument["body"], by=context.world.viewer)
    edge = {"__typename": "IssueCommentEdge", "cursor": comment.node_id, "node": comment}
    return {"subject": issue, "comment_edge": edge}


@mutation
def update_issue_comment(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Change a comment."""
    comment = there(node(context, argument["id"], Comment, "issues pull_requests"))
    comment.edit(argument["body"], by=context.world.viewer)
    return {"issue_comment": comment}


@mutation
def delete_issue_comment(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Delete a comment."""
    there(node(context, argument["id"], Comment, "issues pull_requests")).delete()
    return {}


def there(comment: Comment) -> Comment:
    """Return a comment that nobody has deleted."""
    if comment not in comment.issue.comments:
        raise not_found(f"a node with the global id of '{comment.node_id}'")
    return comment


@mutation
def add_labels_to_labelable(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Put labels on."""
    labelable, labels = labelable_and_labels(context, argument)
    for label in labels:
        labelable.add_label(label.name, by=context.world.viewer)
    return {"labelable": labelable}


@mutation
def remove_labels_from_labelable(context: Any, argument: dict[str, Any]) -> dict[str, Any]:
    """Take labels off; one that is not there is no mistake."""
    labelable, labels = labelable_and_labels(context, argument)
    for label in labels:
        if label in labelable.labels:
            labelable.remove_label(label.name, by=context.world.viewer)
    return {"labelable": labelable}


def labelable_and_labels(context: Any, argument: dict[str, Any]) -> tuple[Issue, list[Label]]:
    """Return an issue or a pull request, and labels of its repository."""
    labelable = node(context, argument["labelableId"], Issue, "issues pull_requests")
    nodes = context.world.nodes
    labels = [nodes.get(label_id) for label_id in argument["labelIds"]]
    for label, label_id in zip(labels, argument["labelIds"], strict=True):
        if not isinstance(label, Label) or label not in labelable.repository.labels.values():
            raise not_found(f"a node with the global id of '{label_id}'")
    return labelable, labels
