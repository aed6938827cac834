"""What counts of a long list can stand on a further page of GitHub's answer."""

from typing import Any

from bot.render.comment import MARKER

_NODES = {"issues": "issues", "comments": "comments", "pulls": "pullRequests"}


def further_pages(repository: dict[str, Any]) -> dict[str, str]:
    """The cursors of the pages that are still needed, by the name of their variable; none when
    all is there.
    """
    issue, cursors = repository["issue"], {}
    issues, comments, pulls = repository["issues"], issue["comments"], repository["pullRequests"]
    if issues["pageInfo"]["hasNextPage"] and issues["nodes"][-1]["number"] < issue["number"]:
        cursors["issues"] = issues["pageInfo"]["endCursor"]
    if comments["pageInfo"]["hasNextPage"] and not any(map(is_status, comments["nodes"])):
        cursors["comments"] = comments["pageInfo"]["endCursor"]
    if pulls["pageInfo"]["hasPreviousPage"] and all(
        pull["isCrossRepository"] for pull in pulls["nodes"]
    ):
        cursors["pulls"] = pulls["pageInfo"]["startCursor"]
    return cursors


def add_pages(repository: dict[str, Any], further: dict[str, Any], cursors: dict[str, str]) -> None:
    """Add the nodes of further pages to those that are there, and go on from the new place.

    They hold what is later, save those of pull requests, whose order does not count.
    """
    for name in cursors:
        there, more = (
            (side["issue"] if name == "comments" else side)[_NODES[name]]
            for side in (repository, further)
        )
        there["nodes"] += more["nodes"]
        there["pageInfo"] = more["pageInfo"]


def is_status(comment: dict[str, Any]) -> bool:
    """Whether a comment is ours, with the marker on its first line, where nothing that a
    stranger typed can stand.
    """
    return bool(comment["viewerDidAuthor"]) and MARKER in comment["body"].partition("\n")[0]
