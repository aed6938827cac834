"""The mutations that the bot sends, several to a document.

GitHub performs those of a document in their order, each on its own: one can fail where others are
done. https://docs.github.com/en/graphql/reference/mutations
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.github.commit import README

NULL_OID = "0" * 40  # as the target of a ref: there is none

# The issue as it is after a write, to see whether somebody else has written meanwhile.
_ISSUE_NOW = """
fragment IssueNow on Issue {
  title body state
  labels(first: 50) { nodes { id name } }
  comments(last: 10) { nodes { id body viewerDidAuthor } }
}
"""
_ON_ISSUE = "{ ... on Issue { ...IssueNow } }"
_PULL = "pullRequest { number id headRefOid state }"


@dataclass(frozen=True)
class Mutation:
    """One field of a document: its name, its input and what it is to answer."""

    field: str
    input: dict[str, Any]
    selection: str = "clientMutationId"


def document(mutations: Sequence[Mutation]) -> tuple[str, dict[str, Any]]:
    """A document of all mutations, as the fields `m0`, `m1` and so on, and its variables."""
    parameters, fields, variables = [], [], {}
    for index, mutation in enumerate(mutations):
        kind = f"{mutation.field[0].upper()}{mutation.field[1:]}Input!"
        parameters.append(f"$i{index}: {kind}")
        fields.append(f"  m{index}: {mutation.field}(input: $i{index}) {{ {mutation.selection} }}")
        variables[f"i{index}"] = mutation.input
    text = "mutation({}) {{\n{}\n}}\n".format(", ".join(parameters), "\n".join(fields))
    return text + (_ISSUE_NOW if "...IssueNow" in text else ""), variables


def create_ref(repository_id: str, branch: str, oid: str) -> Mutation:
    """Make a branch at a commit."""
    given = {"repositoryId": repository_id, "name": f"refs/heads/{branch}", "oid": oid}
    return Mutation("createRef", given)


def create_commit(repository: str, branch: str, parent: str, message: str, readme: str) -> Mutation:
    """Append a commit with another README.md to a branch at `parent`; GitHub signs it."""
    headline, _, body = message.partition("\n\n")
    contents = base64.b64encode(readme.encode()).decode()
    given = {
        "branch": {"repositoryNameWithOwner": repository, "branchName": branch},
        "expectedHeadOid": parent,
        "message": {"headline": headline, "body": body},
        "fileChanges": {"additions": [{"path": README, "contents": contents}]},
    }
    return Mutation("createCommitOnBranch", given)


def move_ref(repository_id: str, branch: str, before: str, after: str) -> Mutation:
    """Move a branch, or delete it, only from `before`: what a person has pushed since stays."""
    name = f"refs/heads/{branch}"
    update = {"name": name, "beforeOid": before, "afterOid": after, "force": True}
    return Mutation("updateRefs", {"repositoryId": repository_id, "refUpdates": [update]})


def create_pull_request(
    repository_id: str, base: str, branch: str, title: str, body: str
) -> Mutation:
    """Open a pull request."""
    given = {
        "repositoryId": repository_id,
        "baseRefName": base,
        "headRefName": branch,
        "title": title,
        "body": body,
    }
    return Mutation("createPullRequest", given, _PULL)


def update_pull_request(pull_id: str, title: str, body: str) -> Mutation:
    """Give a pull request another title and body."""
    given = {"pullRequestId": pull_id, "title": title, "body": body}
    return Mutation("updatePullRequest", given, _PULL)


def close_pull_request(pull_id: str) -> Mutation:
    """Close a pull request."""
    return Mutation("closePullRequest", {"pullRequestId": pull_id})


def convert_to_draft(pull_id: str) -> Mutation:
    """Make a pull request a draft."""
    return Mutation("convertPullRequestToDraft", {"pullRequestId": pull_id})


def mark_ready(pull_id: str) -> Mutation:
    """Make a draft ready for review."""
    return Mutation("markPullRequestReadyForReview", {"pullRequestId": pull_id})


def add_label(labelable_id: str, label_id: str) -> Mutation:
    """Put a label on an issue or a pull request."""
    given = {"labelableId": labelable_id, "labelIds": [label_id]}
    return Mutation("addLabelsToLabelable", given, f"labelable {_ON_ISSUE}")


def remove_label(labelable_id: str, label_id: str) -> Mutation:
    """Take a label off an issue or a pull request."""
    given = {"labelableId": labelable_id, "labelIds": [label_id]}
    return Mutation("removeLabelsFromLabelable", given, f"labelable {_ON_ISSUE}")


def rename_issue(issue_id: str, title: str) -> Mutation:
    """Give an issue another title."""
    return Mutation("updateIssue", {"id": issue_id, "title": title}, f"issue {_ON_ISSUE}")


def create_issue(repository_id: str, title: str, body: str) -> Mutation:
    """Open an issue."""
    given = {"repositoryId": repository_id, "title": title, "body": body}
    return Mutation("createIssue", given, "issue { number }")


def update_issue(issue_id: str, body: str, *, is_open: bool) -> Mutation:
    """Give an issue another text and state."""
    state = "OPEN" if is_open else "CLOSED"
    return Mutation("updateIssue", {"id": issue_id, "body": body, "state": state})


def add_comment(issue_id: str, body: str) -> Mutation:
    """Write a comment on an issue."""
    selection = f"commentEdge {{ node {{ id }} }} subject {_ON_ISSUE}"
    return Mutation("addComment", {"subjectId": issue_id, "body": body}, selection)


def update_comment(comment_id: str, body: str) -> Mutation:
    """Give a comment another text."""
    selection = f"issueComment {{ issue {_ON_ISSUE} }}"
    return Mutation("updateIssueComment", {"id": comment_id, "body": body}, selection)


def delete_comment(comment_id: str) -> Mutation:
    """Delete a comment."""
    return Mutation("deleteIssueComment", {"id": comment_id})
