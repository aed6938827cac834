"""All issues at once, in few requests, for a sweep."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from bot.forms.form import Forms
from bot.forms.issue import number_of
from bot.github import answers
from bot.github.observation import Observation
from bot.github.paging import in_smaller_pages
from bot.github.queries import PAGE, overview
from bot.github.snapshot import read_observation

Ask = Callable[..., dict[str, Any]]  # `Client.query`
_Pulls = answers.Connection[answers.PullRequestNode]


class Stray(NamedTuple):
    """A branch of the bot, known by the number of its issue and by whether one asks to merge it."""

    number: int
    has_pull_request: bool


class Overview:
    """What the pages have brought so far: all issues by number, with branch and pull requests.

    `first` is the first page, with the list.
    """

    def __init__(self, first: answers.OverviewPage) -> None:
        self.first = first
        self.issues: dict[int, answers.IssueNode] = {}
        self._refs: dict[int, answers.Ref | None] = {}
        self._pulls: dict[int, _Pulls] = {}
        self._branches: dict[str, answers.RefName] = {}

    def observations(self, forms: Forms, readme: str) -> Iterator[Observation]:
        """The state of each issue, by number."""
        page = self.first.repository
        opened = tuple(issue for issue in self.issues.values() if issue.state == "OPEN")
        for number, issue in sorted(self.issues.items()):
            repository = answers.Repository(
                id=page.id,
                url=page.url,
                labels=page.labels,
                default_branch_ref=page.default_branch_ref,
                object=page.object,
                issue=issue,
                issues=answers.Connection[answers.IssueNode](nodes=opened),
                ref=self._refs[number],
                pull_requests=self._pulls[number],
            )
            snapshot = answers.Snapshot(viewer=self.first.viewer, repository=repository)
            yield read_observation(snapshot, forms, readme)

    def strays(self) -> list[Stray]:
        """The branches of issues neither open nor among the newest closed ones."""
        strays: list[Stray] = []
        for name, ref in self._branches.items():
            number = number_of(name)
            if number and number not in self.issues:
                strays.append(Stray(number, has_pull_request=ref.pulls.total_count > 0))
        return sorted(strays)

    def add_belongings(self, repository: dict[str, Any], numbers: list[int]) -> None:
        """Add the branches and pull requests of issues read before."""
        for number in numbers:
            ref = repository[f"ref{number}"]
            self._refs[number] = answers.Ref.model_validate(ref) if ref else None
            self._pulls[number] = _Pulls.model_validate(repository[f"pulls{number}"])

    def add(self, page: answers.OverviewPage) -> list[int]:
        """Add the branches and the issues of a page; the numbers of new issues."""
        self._branches |= {ref.name: ref for ref in page.repository.refs.nodes}
        issues = (*page.repository.issues.nodes, *page.repository.closed.nodes)
        new = {issue.number: issue for issue in issues if issue.number not in self.issues}
        self.issues |= new
        return list(new)


def read_overview(ask: Ask, kinds: Sequence[str]) -> Overview:
    """Read all pages: as many as the issues have, and more for what belongs to the last of them.

    The branch and the pull requests of an issue are asked for by its number, which is known from
    the page before; so after the last issues one more page, without issues, asks for theirs; one
    more again where they are more than a page may ask for.

    Where GitHub finds a page too large, the next ones are half as long. Raises QueryTooLarge when
    a page of one issue is.
    """
    result: Overview | None = None
    cursors: dict[str, str | None] = {"after": None, "refs": None}
    belongings: list[int] = []  # the first page finds twice its size: open and closed issues
    more, size = True, PAGE
    while True:
        variables = cursors | {"kinds": kinds, "first": result is None, "more": more}
        data, size = in_smaller_pages(partial(_ask_page, ask, variables, belongings), size)
        page = answers.OverviewPage.model_validate(data)
        result = result or Overview(page)
        result.add_belongings(data["repository"], belongings[:size])
        belongings = belongings[size:] + result.add(page)
        issues, refs = page.repository.issues.page_info, page.repository.refs.page_info
        cursors = {  # past the end there is none, and without the last one all would come again
            "after": issues.end_cursor or cursors["after"],
            "refs": refs.end_cursor or cursors["refs"],
        }
        more = issues.has_next_page
        if not more and not belongings:
            return result


def _ask_page(
    ask: Ask, variables: dict[str, Any], belongings: list[int], size: int
) -> dict[str, Any]:
    return ask(overview(belongings[:size]), **variables, page=size)
