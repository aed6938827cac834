"""A page is as long as GitHub lets it be; a further one is asked for only if what counts can be on it."""

from typing import Any

import pytest

from bot.decision.decision import Status
from bot.github.answers import (
    Comment,
    Connection,
    GitHubObject,
    IssueNode,
    PageInfo,
    PullRequestNode,
    Repository,
)
from bot.github.errors import QueryTooLarge, TooSlow
from bot.github.paging import further_pages, in_smaller_pages, with_pages
from bot.render.markers import with_status

OURS = Comment(
    id="IC_1", viewer_did_author=True, body=with_status("**Fine**\n\nMore", Status.PROPOSED)
)
THEIRS = OURS.model_copy(update={"viewer_did_author": False})


def partly(kind: type[GitHubObject], **fields: Any) -> Any:
    """An answer with these fields alone."""
    return kind.model_construct(**fields)


def page(*nodes: object, has_more: bool = True) -> Connection:
    info = PageInfo(
        has_next_page=has_more, end_cursor="end", has_previous_page=has_more, start_cursor="start"
    )
    return partly(Connection, nodes=nodes, page_info=info)


LAST = page(has_more=False)


def answer(
    issues: Connection = LAST, comments: Connection = LAST, pulls: Connection = LAST
) -> Repository:
    lists = {"issues": issues, "pull_requests": pulls}
    return partly(Repository, issue=partly(IssueNode, number=7, comments=comments), **lists)


def issues(*numbers: int) -> Connection:
    return page(*(partly(IssueNode, number=number) for number in numbers))


def pulls(*are_from_forks: bool) -> Connection:
    return page(*(partly(PullRequestNode, is_cross_repository=it_is) for it_is in are_from_forks))


@pytest.mark.parametrize(
    ("seen", "needed"),
    [
        (answer(), {}),
        (answer(issues=issues(4, 5, 6)), {"issues": "end"}),
        (answer(issues=issues(4, 5, 7)), {}),
        (answer(comments=page(THEIRS, THEIRS)), {"comments": "end"}),
        (answer(comments=page(THEIRS, OURS)), {}),
        (answer(pulls=pulls(True, True)), {"pulls": "start"}),
        (answer(pulls=pulls(True, False)), {}),
        (
            answer(issues(6), page(THEIRS), pulls(True)),
            {"issues": "end", "comments": "end", "pulls": "start"},
        ),
    ],
)
def test_a_further_page_is_needed_until_what_counts_is_seen(seen, needed):
    assert further_pages(seen) == needed


def test_a_further_page_is_added_to_the_list_that_it_belongs_to():
    seen = answer(issues(4), page(THEIRS), pulls(True))
    last = page(partly(IssueNode, number=5), has_more=False)
    further = answer(last, page(OURS, has_more=False), page(has_more=False))
    seen = with_pages(seen, further, further_pages(seen))
    assert [issue.number for issue in seen.issues.nodes] == [4, 5]
    assert seen.issue.comments.nodes == (THEIRS, OURS)
    assert further_pages(seen) == {}


@pytest.mark.parametrize("error", [QueryTooLarge("no"), TooSlow("502")])
@pytest.mark.parametrize(("limit", "tried"), [(100, [100]), (30, [100, 50, 25]), (0, [3, 1])])
def test_a_page_is_half_as_long_each_time_it_is_too_large_or_slow(limit, tried, error):
    asked: list[int] = []

    def ask(size: int) -> str:
        asked.append(size)
        if size > limit:
            raise error
        return "page"

    if limit:
        assert in_smaller_pages(ask, tried[0]) == ("page", tried[-1])
    else:
        with pytest.raises(type(error)):
            in_smaller_pages(ask, tried[0])
    assert asked == tried
