"""GitHub's answer about an issue with a pull request of the bot, and parts of it to change."""

from typing import Any

from bot.decision.decision import Status
from bot.github.answers import (
    Base,
    Comment,
    Commit,
    Connection,
    IssueNode,
    PullRequestNode,
    Ref,
    Repository,
    Snapshot,
)
from bot.github.commit import blob_id
from tests.github.seen import BRANCH, COMMENT, EARLY, OLD, OTHER, PARENT, PROPOSED, TIP, TREE

BOT, APP = "bot", "bot[bot]"  # an app where it acts, and as the viewer
ADA, MAINTAINER = {"login": "ada", "databaseId": 7}, {"login": "maintainer"}


def nodes(*found: Any) -> dict[str, Any]:
    return {"nodes": found}


def labels(*names: str) -> dict[str, Any]:
    return nodes(*({"id": f"LA_{name}", "name": name} for name in names))


def events(*found: Any) -> dict[str, Any]:
    """Events, each at a time and by an account, or None for a closed one."""
    return nodes(
        *({"createdAt": at, "actor": {"login": login} if login else None} for at, login in found)
    )


def commit(**changes: Any) -> Commit:
    """The bot's commit on the branch."""
    parent = {"oid": PARENT, "file": {"oid": BRANCH.parent_readme}}
    signature = {"name": "The bot", "user": {"login": BOT}}
    usual = {
        "oid": TIP,
        "message": BRANCH.message,
        "tree": {"oid": TREE},
        "author": signature,
        "committer": signature,
        "file": {"oid": BRANCH.readme},
        "parents": nodes(parent),
    }
    return Commit.model_validate(usual | changes)


def merge(oid: str, first: str, **changes: Any) -> Commit:
    """A merge of the default branch into the branch, at `first` before."""
    parents = nodes({"oid": first, "file": None}, {"oid": OTHER, "file": {"oid": OTHER}})
    usual = {"oid": oid, "message": "Merge", "parents": parents, "file": {"oid": "m" * 40}}
    return commit(**usual | changes)


def theirs(**changes: Any) -> Commit:
    """A commit of a person on top of the bot's."""
    signature = {"name": "Maintainer", "user": MAINTAINER}
    usual = {"oid": OTHER, "message": "Mine", "author": signature, "committer": signature}
    return commit(**usual | changes)


def ref(tip: Commit) -> Ref:
    return Ref(target=tip)


def comment(**changes: Any) -> Comment:
    """The bot's comment."""
    usual = {
        "id": COMMENT.node_id,
        "body": COMMENT.body,
        "viewerDidAuthor": True,
        "author": {"login": BOT},
        "createdAt": EARLY,
    }
    return Comment.model_validate(usual | changes)


def issue_node(number: int = 1, **changes: Any) -> IssueNode:
    usual = {
        "id": f"I_{number}",
        "number": number,
        "title": "New charger: ",
        "body": "The answers",
        "state": "OPEN",
        "locked": False,
        "author": ADA,
        "authorAssociation": "NONE",
        "labels": labels("new-charger"),
        "closedByPullRequestsReferences": nodes(),
        "createdAt": EARLY,
        "comments": nodes(comment()),
        "labeling": nodes({"createdAt": EARLY, "label": {"name": "new-charger"}}),
    }
    return IssueNode.model_validate(usual | changes)


def pull_node(number: int = 2, **changes: Any) -> PullRequestNode:
    usual = {
        "number": number,
        "id": f"PR_{number}",
        "headRefOid": TIP,
        "state": "OPEN",
        "isDraft": False,
        "title": PROPOSED.title,
        "body": PROPOSED.body,
        "isCrossRepository": False,
        "closedAt": None,
        "mergedAt": None,
        "baseRefName": "main",
        "mergeable": "MERGEABLE",
        "mergeStateStatus": "CLEAN",
        "changedFiles": 1,
        "commits": nodes({"commit": commit()}) | {"totalCount": 1},
        "labels": labels("new-charger"),
        "closing": nodes(),
        "deletion": nodes(),
        "drafting": nodes(),
        "renaming": nodes(),
        "editor": None,
        "lastEditedAt": None,
        "comments": nodes(),
        "reviews": None,
    }
    return PullRequestNode.model_validate(usual | changes)


def repository(**changes: Any) -> Repository:
    base = {"name": "main", "target": {"oid": PARENT, "tree": {"oid": OTHER}}}
    usual = {
        "id": "R_1",
        "url": "https://github.com/acme/list",
        "labels": labels("new-charger", "Needs-Info"),
        "defaultBranchRef": Base.model_validate(base),
        "object": {"oid": blob_id(OLD), "text": OLD},
        "issue": issue_node(),
        "issues": Connection[IssueNode](),
        "ref": ref(commit()),
        "pullRequests": nodes(pull_node()),
    }
    return Repository.model_validate(usual | changes)


def snapshot(**changes: Any) -> Snapshot:
    return Snapshot.model_validate({"viewer": {"login": APP}, "repository": repository(**changes)})


def said(status: Status) -> str:
    """A comment of the bot with this status."""
    return COMMENT.body.replace(Status.PROPOSED, status)
