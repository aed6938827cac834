"""The report issue on GitHub: found by its author and its first line, opened, and edited in place.

Fields: https://docs.github.com/en/graphql/reference/mutations#updateissue
"""

from collections.abc import Callable
from typing import Any

from bot.render.source_report import MARKER, EditReport, OpenReport, ReportIssue

Query = Callable[[str, dict[str, Any]], dict[str, Any]]

_MAX_PAGES = 20  # of 50 issues: an older report is taken for none, and a new one is opened

_ISSUES = """
query Reports($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    id
    issues(first: 50, after: $after, orderBy: {field: CREATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor }
      nodes { id number state body viewerDidAuthor }
    }
  }
}
"""
_CREATE = """
mutation CreateReport($input: CreateIssueInput!) {
  createIssue(input: $input) { issue { number } }
}
"""
_UPDATE = """
mutation UpdateReport($input: UpdateIssueInput!) {
  updateIssue(input: $input) { issue { number } }
}
"""


class SourceIssue:
    """The report issue of one repository, `owner/name`; `query` sends a document to GitHub."""

    def __init__(self, query: Query, repository: str) -> None:
        self._query = query
        self._owner, self._name = repository.split("/")
        self._repository_id = ""
        self._ids: dict[int, str] = {}

    def find(self) -> ReportIssue | None:
        """The newest report, open or closed."""
        after = None
        for _ in range(_MAX_PAGES):
            variables = {"owner": self._owner, "name": self._name, "after": after}
            repository = self._query(_ISSUES, variables)["repository"]
            self._repository_id = repository["id"]
            for issue in repository["issues"]["nodes"]:
                if issue["viewerDidAuthor"] and issue["body"].startswith(MARKER):
                    self._ids[issue["number"]] = issue["id"]
                    is_open = issue["state"] == "OPEN"
                    return ReportIssue(issue["number"], issue["body"], is_open)
            page = repository["issues"]["pageInfo"]
            if not page["hasNextPage"]:
                break
            after = page["endCursor"]
        return None

    def write(self, planned: OpenReport | EditReport) -> int:
        """Open or edit the issue, after `find`. Returns its number."""
        if isinstance(planned, OpenReport):
            new = {"repositoryId": self._repository_id, "title": planned.title}
            answer = self._query(_CREATE, {"input": new | {"body": planned.body}})["createIssue"]
        else:
            state = "OPEN" if planned.is_open else "CLOSED"
            change = {"id": self._ids[planned.number], "body": planned.body, "state": state}
            answer = self._query(_UPDATE, {"input": change})["updateIssue"]
        number: int = answer["issue"]["number"]
        return number
