"""Of a long list in GitHub's answer a further page is asked for only if what counts can stand there."""

import pytest

from bot.github.pages import add_pages, further_pages
from bot.render.comment import MARKER

OURS = {"viewerDidAuthor": True, "body": f"**Fine** {MARKER}\n\nMore"}
THEIRS = OURS | {"viewerDidAuthor": False}


def page(*nodes: dict, has_more: bool = True) -> dict:
    info = {
        "hasNextPage": has_more,
        "endCursor": "end",
        "hasPreviousPage": has_more,
        "startCursor": "start",
    }
    return {"nodes": list(nodes), "pageInfo": info}


LAST = page(has_more=False)


def answer(issues: dict = LAST, comments: dict = LAST, pulls: dict = LAST) -> dict:
    return {"issue": {"number": 7, "comments": comments}, "issues": issues, "pullRequests": pulls}


def issues(*numbers: int) -> dict:
    return page(*({"number": number} for number in numbers))


def pulls(*are_from_forks: bool) -> dict:
    return page(*({"isCrossRepository": is_from_fork} for is_from_fork in are_from_forks))


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
def test_a_further_page_is_needed_until_what_counts_is_seen(seen: dict, needed: dict):
    assert further_pages(seen) == needed


def test_a_further_page_is_added_to_the_list_that_it_belongs_to():
    seen = answer(issues(4), page(THEIRS), pulls(True))
    last_issues, last_pulls = (
        page({"number": 5}, has_more=False),
        page({"isCrossRepository": True}, has_more=False),
    )
    add_pages(
        seen, answer(last_issues, page(OURS, has_more=False), last_pulls), further_pages(seen)
    )
    assert [issue["number"] for issue in seen["issues"]["nodes"]] == [4, 5]
    assert seen["issue"]["comments"]["nodes"] == [THEIRS, OURS]
    assert further_pages(seen) == {}
