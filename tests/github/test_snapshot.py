"""From GitHub's answer about an issue to the state that the plan compares."""

from dataclasses import replace
from typing import Any

import pytest

from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.kept_answers import keep_answers
from bot.forms.issue import Author
from bot.github.answers import Connection, IssueNode, Snapshot
from bot.github.observation import Observation, StatusComment
from bot.github.snapshot import read_observation
from bot.github.timeline import NEVER
from bot.render.context import Context
from bot.render.repository_links import Links
from tests.charger_list import FORMS
from tests.github.answered import (
    ADA,
    MAINTAINER,
    comment,
    issue_node,
    labels,
    nodes,
    pull_node,
    ref,
    snapshot,
    theirs,
)
from tests.github.seen import BRANCH, COMMENT, CONTENT, EARLY, LATE, OLD, OTHER, SEEN


def read(answer: Snapshot) -> Observation:
    return read_observation(answer, FORMS, OLD)


def of_issue(**changes: Any) -> Observation:
    """What is read of an answer with another issue."""
    return read(snapshot(issue=issue_node(**changes)))


def test_an_issue_that_nobody_has_looked_at_has_nothing():
    alone = issue_node(comments=nodes(), labeling=nodes(), labels=nodes())
    seen = read(snapshot(issue=alone, ref=None, pullRequests=nodes()))
    assert (seen.branch, seen.pull, seen.update, seen.status_comments) == (None, None, None, ())
    assert seen.situation.pull_request is None
    assert not seen.situation.has_comment
    assert not seen.was_labeled
    assert not seen.is_claiming


def test_a_proposed_issue_is_read_whole():
    seen = read(snapshot())
    situation = SEEN.situation._replace(
        issue=SEEN.situation.issue._replace(author=Author("ada", 7)),
        has_comment=True,
    )
    context = Context(Links("https://github.com/acme/list", "main"))
    ids = {"new-charger": "LA_new-charger", "needs-info": "LA_Needs-Info"}
    assert seen == replace(SEEN, situation=situation, context=context, label_ids=ids)
    assert (seen.branch, seen.pull, seen.status_comments) == (BRANCH, CONTENT, (COMMENT,))


def test_a_list_that_is_missing_has_no_blob():
    assert read(snapshot(object=None)).base.readme is None


def test_the_guide_is_looked_for_among_the_files():
    tree = {
        "oid": OTHER,
        "entries": [{"nameRaw": "TUFJTlRBSU5JTkcubWQ=", "mode": 33188, "oid": OTHER}],
    }
    base = {"name": "next", "target": {"oid": OTHER, "tree": tree}}
    seen = read(snapshot(defaultBranchRef=base, pullRequests=nodes()))
    assert seen.base.entries[0].name == b"MAINTAINING.md"
    assert seen.context.links == Links("https://github.com/acme/list", "next", has_guide=True)


def test_only_our_own_comments_on_the_status_count():
    others = (
        comment(id="IC_0", viewerDidAuthor=False),
        comment(id="IC_2", body="Fine"),
        comment(id="IC_3", lastEditedAt=LATE),
    )
    seen = of_issue(comments=nodes(comment(), *others))
    edited = COMMENT._replace(node_id="IC_3", written_at=LATE)
    assert seen.status_comments == (COMMENT, edited)


def test_a_comment_without_times_or_status_is_read_all_the_same():
    old = comment(body="Fine <!-- charger-bot: status -->", createdAt=None)
    (found,) = of_issue(comments=nodes(old)).status_comments
    assert found == StatusComment("IC_1", old.body, "", NEVER)


@pytest.mark.parametrize("association", ["OWNER", "MEMBER", "COLLABORATOR"])
def test_who_may_write_is_known(association):
    author = of_issue(authorAssociation=association).situation.issue.author
    assert author == Author("ada", 7, may_write=True)


def test_a_closed_account_is_no_author():
    assert of_issue(author=None).situation.issue.author is None


@pytest.mark.parametrize(("editor", "by_author"), [(ADA, LATE), (MAINTAINER, NEVER), (None, NEVER)])
def test_an_edit_by_somebody_else_is_none_of_the_author(editor, by_author):
    seen = of_issue(lastEditedAt=LATE, editor=editor)
    assert (seen.edited_at, seen.author_edited_at) == (LATE, by_author)


@pytest.mark.parametrize(
    ("changes", "has_commented"),
    [
        ({}, False),
        ({"author": MAINTAINER}, False),
        ({"createdAt": EARLY}, False),
        ({"author": None}, False),
        ({"author": ADA}, True),
    ],
)
def test_a_comment_of_the_author_after_the_text_is_noticed(changes, has_commented):
    word = comment(**{"viewerDidAuthor": False, "createdAt": LATE, "author": MAINTAINER} | changes)
    seen = of_issue(comments=nodes(word))
    assert seen.context.author_commented is has_commented


def test_an_edit_answers_the_comment():
    word = comment(viewerDidAuthor=False, createdAt=LATE, author=ADA)
    assert not of_issue(comments=nodes(word), lastEditedAt=LATE).context.author_commented


def test_answers_about_sources_are_kept_in_the_pull_request():
    answer = SourceAnswer(
        address="https://a.example/", verdict=Verdict.ALIVE, reason="it answers", asked_at=EARLY
    )
    pull = pull_node(body=keep_answers([answer]))
    assert read(snapshot(pullRequests=nodes(pull))).context.evidence == (answer,)


def test_a_commit_of_a_person_takes_the_branch_over():
    assert read(snapshot(ref=ref(theirs()))).situation.taken_over_by == "maintainer"


@pytest.mark.parametrize(
    ("changes", "is_claiming"),
    [
        ({}, True),
        ({"labels": labels("New-Charger")}, True),
        ({"labels": labels("question")}, False),
        ({"labels": labels("new-charger", "needs-info")}, False),
        ({"labels": labels("new-charger", "duplicate")}, False),
        ({"locked": True}, False),
    ],
)
def test_others_wait_for_what_can_become_a_row(changes, is_claiming):
    before, after = issue_node(1, **changes), issue_node(3, **changes)
    answer = snapshot(
        issue=issue_node(2, **changes),
        issues=Connection[IssueNode](nodes=(before, after)),
        pullRequests=nodes(),
    )
    seen = read(answer)
    assert seen.is_claiming is is_claiming
    assert [issue.number for issue in seen.situation.earlier] == ([1] if is_claiming else [])


def test_a_closed_issue_claims_nothing():
    assert not of_issue(state="CLOSED").is_claiming


def closing(
    state: str, branch: str = "bot/issue-1", *, is_cross: bool = False, there: str = "R_1"
) -> Any:
    return {
        "state": state,
        "headRefName": branch,
        "isCrossRepository": is_cross,
        "repository": {"id": there},
    }


@pytest.mark.parametrize(
    ("pulls", "locked", "is_claiming"),
    [
        ([], False, True),
        ([], True, False),
        ([closing("OPEN")], True, True),
        ([closing("CLOSED")], False, False),
        ([closing("CLOSED"), closing("OPEN")], False, True),
        ([closing("MERGED")], False, True),
        ([closing("CLOSED", "mine")], False, True),
        ([closing("CLOSED", is_cross=True)], False, True),
        ([closing("CLOSED", there="R_2")], False, True),
        ([closing("OPEN", there="R_2")], True, False),
        ([None, closing("OPEN")], True, True),
    ],
)
def test_only_a_closed_pull_request_of_ours_or_a_lock_ends_a_claim(pulls, locked, is_claiming):
    seen = of_issue(locked=locked, closedByPullRequestsReferences=nodes(*pulls))
    assert seen.is_claiming is is_claiming


def test_an_answer_without_pull_requests_ends_no_claim():
    assert of_issue(closedByPullRequestsReferences=None).is_claiming


def test_labels_of_pull_requests_have_ids_too():
    pull = pull_node(labels=labels("Invalid"))
    assert read(snapshot(pullRequests=nodes(pull))).label_ids["invalid"] == "LA_Invalid"


def test_a_further_page_makes_it_a_part():
    assert read(snapshot()).is_whole
    more = {"hasNextPage": True, "endCursor": "end"}
    comments = nodes(comment(viewerDidAuthor=False)) | {"pageInfo": more}
    assert not of_issue(comments=comments).is_whole
