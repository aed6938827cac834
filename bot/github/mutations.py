"""The mutations that the bot sends, several to a document.

GitHub performs those of a document in their order, each on its own: one can fail where others are
done. https://docs.github.com/en/graphql/reference/mutations
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.github import writes
from bot.github.answers import Comment, Connection, GitHubObject, Label, Text
from bot.github.commit import README
from bot.github.observation import Observation
from bot.render.desired import Proposed

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


class IssueNow(GitHubObject):
    """An issue just after a write, with its latest comments."""

    title: Text
    body: Text
    state: str
    labels: Connection[Label]
    comments: Connection[Comment]


class PullRequestNow(GitHubObject):
    """A pull request just after a write."""

    number: int
    id: str
    head_ref_oid: str
    state: str


@dataclass(frozen=True)
class Mutation:
    """One field of a document: its name, its input and the selection of its answer."""

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
    fields = {"repositoryId": repository_id, "name": f"refs/heads/{branch}", "oid": oid}
    return Mutation("createRef", fields)


def create_commit(repository: str, branch: str, parent: str, message: str, readme: str) -> Mutation:
    """Append a commit with another README.md to a branch at `parent`; GitHub signs it."""
    headline, _, body = message.partition("\n\n")
    contents = base64.b64encode(readme.encode()).decode()
    fields = {
        "branch": {"repositoryNameWithOwner": repository, "branchName": branch},
        "expectedHeadOid": parent,
        "message": {"headline": headline, "body": body},
        "fileChanges": {"additions": [{"path": README, "contents": contents}]},
    }
    return Mutation("createCommitOnBranch", fields)


def move_ref(repository_id: str, branch: str, before: str, after: str) -> Mutation:
    """Move a branch, or delete it, only from `before`: what a person has pushed since stays."""
    name = f"refs/heads/{branch}"
    update = {"name": name, "beforeOid": before, "afterOid": after, "force": True}
    return Mutation("updateRefs", {"repositoryId": repository_id, "refUpdates": [update]})


def create_pull_request(observation: Observation, proposed: Proposed) -> Mutation:
    """Open a pull request from the branch of an issue."""
    fields = {
        "repositoryId": observation.repository_id,
        "baseRefName": observation.base.branch,
        "headRefName": observation.branch_name,
        "title": proposed.title,
        "body": proposed.body,
    }
    return Mutation("createPullRequest", fields, _PULL)


def close_pull_request(pull_id: str) -> Mutation:
    """Close a pull request."""
    return Mutation("closePullRequest", {"pullRequestId": pull_id})


def create_issue(repository_id: str, title: str, body: str) -> Mutation:
    """Open an issue."""
    fields = {"repositoryId": repository_id, "title": title, "body": body}
    return Mutation("createIssue", fields, "issue { number }")


def update_issue(issue_id: str, body: str, *, is_open: bool) -> Mutation:
    """Give an issue another text and state."""
    state = "OPEN" if is_open else "CLOSED"
    return Mutation("updateIssue", {"id": issue_id, "body": body, "state": state})


def mutation_of(write: writes.TextWrite, observation: Observation) -> Mutation:
    """The mutation for a write of the plan; labels must be among those of `observation`."""
    match write:
        case writes.DeleteBranch(tip=tip):
            return move_ref(observation.repository_id, observation.branch_name, tip, NULL_OID)
        case writes.ClosePullRequest(node_id=node_id):
            return close_pull_request(node_id)
        case writes.EditPullRequest(node_id=node_id, title=title, body=body):
            fields = {"pullRequestId": node_id, "title": title, "body": body}
            return Mutation("updatePullRequest", fields, _PULL)
        case writes.MakeDraft(node_id=node_id):
            return Mutation("convertPullRequestToDraft", {"pullRequestId": node_id})
        case writes.MakeReady(node_id=node_id):
            return Mutation("markPullRequestReadyForReview", {"pullRequestId": node_id})
        case _:
            return _mutation_of_issue(write, observation)


def _mutation_of_issue(write: writes.IssueWrite, observation: Observation) -> Mutation:
    issue = observation.node_id
    match write:
        case writes.AddLabel(label=label) | writes.RemoveLabel(label=label):
            name = "addLabelsToLabelable"
            if isinstance(write, writes.RemoveLabel):
                name = "removeLabelsFromLabelable"
            label_ids = [observation.label_ids[label.casefold()]]
            fields = {"labelableId": write.node_id, "labelIds": label_ids}
            return Mutation(name, fields, f"labelable {_ON_ISSUE}")
        case writes.RenameIssue(title=title):
            return Mutation("updateIssue", {"id": issue, "title": title}, f"issue {_ON_ISSUE}")
        case writes.AddComment(body=body):
            selection = f"commentEdge {{ node {{ id }} }} subject {_ON_ISSUE}"
            return Mutation("addComment", {"subjectId": issue, "body": body}, selection)
        case writes.EditComment(node_id=node_id, body=body):
            selection = f"issueComment {{ issue {_ON_ISSUE} }}"
            return Mutation("updateIssueComment", {"id": node_id, "body": body}, selection)
        case writes.DeleteComment(node_id=node_id):
            return Mutation("deleteIssueComment", {"id": node_id})
