"""Which pull request is the issue's, who has decided on it, and who wrote it last."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.decision.decision import Status
from bot.decision.situation import PullRequest, PullRequestState
from bot.github.pull_requests import latest_pull_request, read_content, read_pull_request
from tests.github.answered import (
    APP,
    BOT,
    MAINTAINER,
    comment,
    commit,
    events,
    issue_node,
    labels,
    nodes,
    pull_node,
    repository,
    said,
    theirs,
)
from tests.github.seen import CONTENT, EARLY, LATE

KINDS = {"new-charger", "new-brand", "invalid"}
NOON = EARLY + timedelta(hours=12)


def read(around: dict[str, Any] | None = None, **changes: Any) -> PullRequest:
    """The state of a pull request, with other things around it."""
    return read_pull_request(pull_node(**changes), repository(**around or {}), KINDS, APP)


def closed(by: str | None, around: dict[str, Any] | None = None, **changes: Any) -> PullRequest:
    """The state of a pull request that somebody has closed."""
    usual = {"state": "CLOSED", "closedAt": NOON, "closing": events((NOON, by))}
    return read(around, **usual | changes)


def test_none_is_found_among_those_of_others():
    assert latest_pull_request([], "main") is None
    foreign = pull_node(isCrossRepository=True), pull_node(baseRefName="next")
    assert latest_pull_request(foreign, "main") is None


def test_the_open_one_counts_else_the_newest():
    old, open_, new = pull_node(2, state="CLOSED"), pull_node(3), pull_node(4, state="MERGED")
    assert latest_pull_request([old, open_, new], "main") is open_
    assert latest_pull_request([new, old], "main") is new


def test_on_an_open_one_nobody_has_decided():
    assert read() == PullRequest(2)


def test_a_person_who_closes_it_declines():
    declined = PullRequest(2, PullRequestState.CLOSED, is_declined=True, closed_by="maintainer")
    assert closed("maintainer") == declined


def test_a_closed_account_declines_as_well():
    assert closed(None) == PullRequest(2, PullRequestState.CLOSED, is_declined=True)


@pytest.mark.parametrize(
    ("labeled_at", "label", "is_declined"),
    [(LATE, "new-charger", False), (EARLY, "new-charger", True), (LATE, "question", True)],
)
def test_a_kind_label_put_on_anew_takes_a_decline_back(labeled_at, label, is_declined):
    labeling = nodes({"createdAt": labeled_at, "label": {"name": label}})
    around = {"issue": issue_node(labeling=labeling, labels=labels("new-charger", "question"))}
    assert closed("maintainer", around).is_declined is is_declined


def test_a_label_that_is_off_again_takes_nothing_back():
    labeling = nodes({"createdAt": LATE, "label": {"name": "invalid"}})
    assert closed("maintainer", {"issue": issue_node(labeling=labeling)}).is_declined


@pytest.mark.parametrize(
    ("around", "deleted", "is_declined"),
    [
        ({"ref": None}, (), False),
        ({}, ((NOON, BOT),), False),
        ({}, ((NOON + timedelta(minutes=1), BOT),), False),
        ({}, ((NOON + timedelta(minutes=2), BOT),), True),
        ({}, ((NOON, "maintainer"),), True),
        ({}, (), True),
    ],
)
def test_the_bot_closes_by_deleting_the_branch(around, deleted, is_declined):
    found = closed(BOT, around, deletion=events(*deleted))
    assert (found.is_declined, found.closed_by) == (is_declined, APP)


@pytest.mark.parametrize(
    ("status", "by", "is_draft", "is_declined"),
    [
        (Status.WITHDRAWN, BOT, False, False),
        (Status.WITHDRAWN, "maintainer", False, True),
        (Status.PROPOSED, BOT, False, True),
        (Status.REFUSED, BOT, False, False),  # where there are no drafts
        (Status.REFUSED, BOT, True, True),
    ],
)
def test_where_a_rule_keeps_the_branch_the_comment_says_why_it_was_closed(
    status, by, is_draft, is_declined
):
    around = {"issue": issue_node(comments=nodes(comment(), comment(body=said(status))))}
    assert closed(by, around, isDraft=is_draft).is_declined is is_declined


@pytest.mark.parametrize(
    ("changes", "is_done"),
    [
        ({}, True),
        ({"reopening": nodes({"createdAt": LATE})}, False),
        ({"reopening": nodes({"createdAt": EARLY})}, True),
        ({"labeling": nodes({"createdAt": LATE, "label": {"name": "New-Charger"}})}, False),
    ],
)
def test_a_merge_is_the_end_until_the_issue_begins_anew(changes, is_done):
    found = read({"issue": issue_node(**changes)}, state="MERGED", mergedAt=NOON)
    assert found == PullRequest(2, PullRequestState.MERGED, is_done=is_done)


def word(body: str, at: Any, login: str = "maintainer") -> Any:
    return comment(body=body, viewerDidAuthor=False, createdAt=at, author={"login": login})


def review(body: str, at: Any, *lines: tuple[str, Any]) -> dict[str, Any]:
    remarks = [{"body": line, "createdAt": written} for line, written in lines]
    return {
        "body": body,
        "submittedAt": at,
        "author": MAINTAINER,
        "comments": nodes(*remarks),
    }


@pytest.mark.parametrize(
    ("comments", "reviews", "remark"),
    [
        ((), (), ""),
        ((word("Mine!", NOON, "ada"),), (), ""),
        ((word(" \n", NOON),), (), ""),
        ((word("First", EARLY), word("Last", NOON), word("Mine!", LATE, "ada")), (), "Last"),
        ((word("Word", EARLY),), (review("Review", NOON),), "Review"),
        ((word("Word", NOON),), (review("Review", EARLY),), "Word"),
        ((), (review("", NOON, ("Line", EARLY)),), "Line"),
        ((word("Word", NOON),), (review("", NOON, ("Line", LATE)),), "Line"),
        ((), (review("Draft", None),), "Draft"),
    ],
)
def test_the_last_words_of_who_has_closed_are_the_remark(comments, reviews, remark):
    found = closed("maintainer", comments=nodes(*comments), reviews=nodes(*reviews))
    assert found.remark == remark


def test_the_content_is_as_it_was_written():
    assert read_content(pull_node(), APP) == CONTENT


@pytest.mark.parametrize(
    ("changes", "differing"),
    [
        ({"isDraft": True}, {"is_draft": True}),
        ({"isDraft": True, "drafting": events((EARLY, "ada"))}, {"is_draft": True}),
        (
            {"isDraft": True, "drafting": events((EARLY, BOT))},
            {"is_draft": True, "is_our_draft": True},
        ),
        ({"drafting": events((EARLY, BOT))}, {}),
        ({"renaming": events((EARLY, BOT))}, {}),
        ({"renaming": events((EARLY, "ada"))}, {"is_edited": True}),
        ({"editor": {"login": BOT}, "lastEditedAt": LATE}, {"edited_at": LATE}),
        ({"editor": MAINTAINER, "lastEditedAt": LATE}, {"edited_at": LATE, "is_edited": True}),
        ({"mergeable": "CONFLICTING"}, {"must_be_rebuilt": True}),
        ({"mergeStateStatus": "BEHIND"}, {"must_be_rebuilt": True}),
        ({"commits": nodes()}, {}),
        ({"commits": nodes({"commit": commit()}, {"commit": theirs()})}, {"head_is_ours": False}),
    ],
)
def test_whoever_has_written_last_is_known(changes, differing):
    assert read_content(pull_node(**changes), APP) == replace(CONTENT, **differing)
