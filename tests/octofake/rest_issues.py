"""Issues, comments and labels through REST."""

from typing import Any

from . import rest_answers
from .errors import GitHubError, Violation, not_found
from .issues import UNCHANGED, Comment, Issue, Label
from .repository import NEW_LABEL_COLOR
from .rest import Answer, Call, check_issues, operation, page
from .world import iso

SORT_FIELDS = {"created": "created_at", "updated": "updated_at"}


@operation("issues/list-for-repo")
def list_issues(call: Call) -> Answer:
    """List issues and pull requests, the newest first unless asked otherwise."""
    unknown = call.query.keys() - {
        "state",
        "labels",
        "sort",
        "direction",
        "creator",
        "since",
        "per_page",
        "page",
    }
    if unknown:
        raise Violation(f"octofake does not model the filters {unknown} of issues")
    sort = call.query.get("sort", "created")
    if sort not in SORT_FIELDS:
        raise Violation(f"octofake does not model sorting issues by {sort}")
    check_issues(call.repository)
    found = [
        issue for issue in call.repository.issues_and_pulls.values() if is_wanted(call.query, issue)
    ]
    key = SORT_FIELDS[sort]
    found.sort(
        key=lambda issue: (getattr(issue, key), issue.number),
        reverse=call.query.get("direction") != "asc",
    )
    return page(call, found, lambda issue: rest_answers.issue(call.site, issue))


def is_wanted(query: dict[str, str], issue: Issue) -> bool:
    """Tell whether an issue passes the filters of a list."""
    labels = {name.casefold() for name in query.get("labels", "").split(",") if name}
    return (
        query.get("state", "open") in ("all", issue.state)
        and labels <= {name.casefold() for name in issue.label_names}
        and query.get("creator", issue.author.login).lower() == issue.author.login.lower()
        and query.get("since", "") <= iso(issue.updated_at)
    )


@operation("issues/get")
def get_issue(call: Call) -> Answer:
    """Return an issue or pull request."""
    return 200, rest_answers.issue(call.site, call.issue)


@operation("issues/update", needs="issues pull_requests")
def update_issue(call: Call) -> Answer:
    """Change an issue."""
    unknown = call.body.keys() - {"title", "body", "state", "state_reason", "labels"}
    if unknown:
        raise Violation(f"octofake does not model changing {unknown} of an issue")
    issue, viewer = call.issue, call.viewer
    title, body = call.body.get("title", UNCHANGED), call.body.get("body", UNCHANGED)
    issue.check_edit(title, body)
    if "labels" in call.body:
        set_label_names(call, issue, names_in(call.body["labels"]))
    if call.body.get("state") == "closed":
        issue.close(by=viewer, reason=call.body.get("state_reason") or "completed")
    elif call.body.get("state") == "open":
        issue.reopen(by=viewer)
    issue.edit(title, body, by=viewer)
    return 200, rest_answers.issue(call.site, issue)


@operation("issues/list-comments")
def list_comments(call: Call) -> Answer:
    """List the comments of an issue."""
    since = call.query.get("since", "")
    found = [comment for comment in call.issue.comments if since <= iso(comment.updated_at)]
    return page(call, found, lambda comment: rest_answers.comment(call.site, comment))


@operation("issues/create-comment", needs="issues pull_requests")
def create_comment(call: Call) -> Answer:
    """Write a comment."""
    return 201, rest_answers.comment(
        call.site, call.issue.comment(call.body["body"], by=call.viewer)
    )


def existing_comment(call: Call) -> Comment:
    """Return the comment that the address names."""
    for issue in call.repository.issues_and_pulls.values():
        for comment in issue.comments:
            if comment.id == int(call.path["comment_id"]):
                return comment
    raise not_found()


@operation("issues/get-comment")
def get_comment(call: Call) -> Answer:
    """Return a comment."""
    return 200, rest_answers.comment(call.site, existing_comment(call))


@operation("issues/update-comment", needs="issues pull_requests")
def update_comment(call: Call) -> Answer:
    """Change a comment."""
    comment = existing_comment(call)
    comment.edit(call.body["body"], by=call.viewer)
    return 200, rest_answers.comment(call.site, comment)


@operation("issues/delete-comment", needs="issues pull_requests")
def delete_comment(call: Call) -> Answer:
    """Delete a comment."""
    existing_comment(call).delete()
    return 204, None


def names_in(body: Any) -> list[str]:
    """Read the labels of a request: names, or objects with a name, bare or under `labels`."""
    items = body.get("labels", []) if isinstance(body, dict) else body or []
    return [item if isinstance(item, str) else item["name"] for item in items]


def set_label_names(call: Call, issue: Issue, names: list[str]) -> None:
    """Give an issue exactly these labels."""
    wanted = {name.casefold() for name in names}
    for name in issue.label_names:
        if name.casefold() not in wanted:
            issue.remove_label(name, by=call.viewer)
    for name in names:
        issue.add_label(name, by=call.viewer)


def show_labels(call: Call) -> Answer:
    """Answer with the labels of an issue."""
    return 200, [rest_answers.label(call.site, label) for label in call.issue.labels]


@operation("issues/list-labels-on-issue")
def list_issue_labels(call: Call) -> Answer:
    """List the labels of an issue."""
    return page(call, call.issue.labels, lambda label: rest_answers.label(call.site, label))


@operation("issues/add-labels", needs="issues pull_requests")
def add_labels(call: Call) -> Answer:
    """Put labels on an issue; unknown ones are made."""
    issue = call.issue
    for name in names_in(call.request.body):
        issue.add_label(name, by=call.viewer)
    return show_labels(call)


@operation("issues/set-labels", needs="issues pull_requests")
def set_labels(call: Call) -> Answer:
    """Replace the labels of an issue."""
    set_label_names(call, call.issue, names_in(call.request.body))
    return show_labels(call)


@operation("issues/remove-label", needs="issues pull_requests")
def remove_label(call: Call) -> Answer:
    """Take a label off an issue."""
    call.issue.remove_label(call.path["name"], by=call.viewer)
    return show_labels(call)


@operation("issues/list-labels-for-repo")
def list_labels(call: Call) -> Answer:
    """List the labels of the repository."""
    found = sorted(call.repository.labels.values(), key=lambda label: label.name.casefold())
    return page(call, found, lambda label: rest_answers.label(call.site, label))


@operation("issues/create-label", needs="issues pull_requests")
def create_label(call: Call) -> Answer:
    """Make a label."""
    if call.repository.label(call.body["name"]):
        errors = [{"resource": "Label", "code": "already_exists", "field": "name"}]
        raise GitHubError(422, "Validation Failed", errors=errors)
    color = call.body.get("color", NEW_LABEL_COLOR)
    label = call.repository.add_label(call.body["name"], color, call.body.get("description"))
    return 201, rest_answers.label(call.site, label)


def existing_label(call: Call) -> Label:
    """Return the label that the address names."""
    label = call.repository.label(call.path["name"])
    if label is None:
        raise not_found()
    return label


@operation("issues/get-label")
def get_label(call: Call) -> Answer:
    """Return a label."""
    return 200, rest_answers.label(call.site, existing_label(call))


@operation("issues/update-label", needs="issues pull_requests")
def update_label(call: Call) -> Answer:
    """Change the name, color or description of a label."""
    label, labels = existing_label(call), call.repository.labels
    del labels[label.name.casefold()]
    label.name = call.body.get("new_name", label.name)
    label.color = call.body.get("color", label.color)
    label.description = call.body.get("description", label.description)
    labels[label.name.casefold()] = label
    return 200, rest_answers.label(call.site, label)
