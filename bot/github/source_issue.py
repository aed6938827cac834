"""The report issue on GitHub: found by its author and first line, opened, and edited in place."""

from functools import partial
from typing import Any

from bot.github import mutations
from bot.github.answers import Connection, GitHubObject, Text
from bot.github.client import Client
from bot.github.paging import in_smaller_pages
from bot.github.queries import REPORTS
from bot.render.source_report import MARKER, TITLE, ReportIssue

_MAX_PAGES = 20  # an older report is taken for none, and a new one is opened
_PAGE = 50  # issues, at most


class ReportNode(GitHubObject):
    """An issue that may be the report on sources."""

    id: str
    number: int
    state: str
    body: Text
    viewer_did_author: bool


class ReportRepository(GitHubObject):
    """A page of the issues among which the report is looked for."""

    id: str
    issues: Connection[ReportNode]


class IssueNumber(GitHubObject):
    """The number of an issue just opened."""

    number: int


class SourceIssue:
    """The report issue of a repository. Raises the errors of `bot.github.errors`."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._repository_id = ""
        self._issue_id = ""

    def find(self) -> ReportIssue | None:
        """The newest report, open or closed."""
        after, size = None, _PAGE
        for _ in range(_MAX_PAGES):
            data, size = in_smaller_pages(partial(self._page, after), size)
            repository = ReportRepository.model_validate(data["repository"])
            self._repository_id = repository.id
            for issue in repository.issues.nodes:
                if issue.viewer_did_author and issue.body.startswith(MARKER):
                    self._issue_id = issue.id
                    return ReportIssue(issue.number, issue.body, issue.state == "OPEN")
            page = repository.issues.page_info
            if not page.has_next_page:
                break
            after = page.end_cursor
        return None

    def _page(self, after: str | None, size: int) -> dict[str, Any]:
        return self._client.query(REPORTS, after=after, page=size)

    def write(self, planned: ReportIssue) -> int:
        """Open or edit the issue, after `find`. Returns its number."""
        if planned.number is not None:
            edit = mutations.update_issue(self._issue_id, planned.body, is_open=planned.is_open)
            self._client.do([edit])
            return planned.number
        opening = mutations.create_issue(self._repository_id, TITLE, planned.body)
        (result,) = self._client.mutate([opening])
        if isinstance(result, Exception):
            raise result
        return IssueNumber.model_validate(result["issue"]).number
