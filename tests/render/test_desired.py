"""From a decision to its texts and states on GitHub."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.decision.decide import MAX_OPEN
from bot.decision.decision import ExistingPullRequest, IssueLabel, Outcome, Status
from bot.decision.situation import PullRequest, PullRequestState
from bot.errors import MaintainerError
from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.question import Question
from bot.forms.form import Kind
from bot.forms.issue import Issue
from bot.render.context import Context
from bot.render.desired import DesiredState
from bot.render.markers import is_taken_over, status_in, written_for
from bot.render.repository_links import Links
from tests.charger_list import FORMS
from tests.desired import desired_state
from tests.render.rendered import rendered, situation
from tests.stage import new_charger

OPEN = PullRequest(9)
MERGED = PullRequest(9, PullRequestState.MERGED, is_done=True)
DECLINED = PullRequest(9, PullRequestState.CLOSED, is_declined=True, closed_by="kim", remark="No!")
SEEN = situation(Kind.ADD)
ANYWHERE = Context()


def state(context: Context = ANYWHERE, **changes: Any) -> DesiredState:
    """What should become of a valid submission, but for these changes of its situation."""
    return desired_state(SEEN._replace(**changes), FORMS, context)


def issue(**changes: Any) -> Issue:
    return SEEN.issue._replace(**changes)


def comment_of(context: Context = ANYWHERE, **changes: Any) -> str:
    comment = state(context, **changes).comment
    assert comment
    return comment


def test_what_is_no_submission_gets_nothing():
    nothing = DesiredState(Outcome.NOTHING, existing=ExistingPullRequest.CLOSE)
    assert state(issue=issue(labels=())) == nothing


def test_a_valid_submission_gets_a_commit_and_a_pull_request():
    found = state()
    assert (found.outcome, found.status) == (Outcome.PULL_REQUEST, Status.PROPOSED)
    assert (found.existing, found.label, found.error) == (ExistingPullRequest.LEAVE, None, None)
    proposed = found.proposed
    assert proposed
    assert "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | Source needed! |" in proposed.readme
    assert (proposed.title, proposed.label) == ("Add Zaptec Go 2", "new-charger")
    assert proposed.commit_message.startswith("Add Zaptec Go 2\n\nAsked for in #7.")
    assert "**A pull request** makes this change. Thank you, @ada!" in comment_of()


@pytest.mark.parametrize(
    ("changes", "outcome", "existing", "label", "begin"),
    [
        (
            {"issue": issue(body=new_charger("Zaptec"))},
            Outcome.REPLY,
            ExistingPullRequest.DRAFT,
            IssueLabel.NEEDS_INFO,
            "Thank you, @ada! **One thing needs another look.**",
        ),
        (
            {"issue": issue(body="Please add it")},
            Outcome.REPLY,
            ExistingPullRequest.DRAFT,
            IssueLabel.NEEDS_INFO,
            "Thank you, @ada! **This issue was not made with a form, so the bot cannot read it.**",
        ),
        (
            {"issue": issue(body=new_charger("Go"))},
            Outcome.REPLY,
            ExistingPullRequest.CLOSE,
            IssueLabel.DUPLICATE,
            "**This is in the list already.** Thank you, @ada!",
        ),
        (
            {"earlier": (issue(number=3, author=None),)},
            Outcome.REPLY,
            ExistingPullRequest.CLOSE,
            None,
            "**This waits for issue #3, which asks for the same.** Thank you, @ada!",
        ),
        (
            {"earlier": (issue(number=3),) * MAX_OPEN},
            Outcome.REPLY,
            ExistingPullRequest.LEAVE,
            None,
            "**Your submission waits in the queue.** Thank you, @ada!",
        ),
        (
            {"readme": "no list"},
            Outcome.REPLY,
            ExistingPullRequest.LEAVE,
            None,
            "**Your submission is kept, but the list needs a maintainer first.** Thank you, @ada!",
        ),
        (
            {"forbidden": "A rule."},
            Outcome.PULL_REQUEST,
            ExistingPullRequest.LEAVE,
            None,
            "**Your change is ready, but this repository does not let the bot publish it.** Thank",
        ),
        (
            {"pull_request": MERGED},
            Outcome.NOTHING,
            ExistingPullRequest.CLOSE,
            None,
            "**Pull request #9 is merged: the list has your change.** Thank you!",
        ),
        (
            {"pull_request": DECLINED},
            Outcome.NOTHING,
            ExistingPullRequest.LEAVE,
            None,
            "**A maintainer has closed pull request #9 without merging it.** Thank you, @ada!",
        ),
        (
            {"taken_over_by": "kim"},
            Outcome.NOTHING,
            ExistingPullRequest.LEAVE,
            None,
            "**`kim` has taken over the branch of this issue.** Thank you, @ada!",
        ),
        (
            {"issue": issue(is_open=False), "has_comment": True},
            Outcome.NOTHING,
            ExistingPullRequest.CLOSE,
            None,
            "**Nothing is open for this issue any more.**",
        ),
    ],
)
def test_each_status_has_its_comment_and_states(
    changes: dict,
    outcome: Outcome,
    existing: ExistingPullRequest,
    label: IssueLabel | None,
    begin: str,
):
    found = state(**changes)
    assert (found.outcome, found.existing, found.label) == (outcome, existing, label)
    comment = comment_of(**changes)
    assert comment.startswith(begin)
    assert status_in(comment) == found.status


def test_the_pull_request_of_a_decision_is_named():
    assert comment_of(pull_request=OPEN).startswith("**Pull request #9** makes this change.")
    refused = comment_of(pull_request=OPEN, issue=issue(body=new_charger("Zaptec")))
    assert refused.endswith("Pull request #9 is a draft until then.")
    closed = OPEN._replace(state=PullRequestState.CLOSED)
    assert comment_of(pull_request=closed).startswith("**A pull request** makes this change.")


def test_an_author_who_only_comments_hears_what_counts():
    for body in (new_charger("Zaptec"), "Please add it"):
        said = comment_of(Context(author_commented=True), issue=issue(body=body))
        assert "Your comment is not read: only the text of the issue counts." in said
        assert "Your comment is not read" not in comment_of(issue=issue(body=body))


def test_the_row_of_a_merged_submission_is_linked():
    body = new_charger("Go")
    said = comment_of(Context(Links("x")), issue=issue(body=body), pull_request=MERGED)
    assert "[See it there](x/blob/HEAD/README.md#zaptec:~:text=Zaptec%20Go)." in said
    assert "See it there" not in comment_of(pull_request=MERGED)


def test_a_declined_author_reads_the_remark_and_the_way_back():
    said = comment_of(pull_request=DECLINED)
    assert "The last remark there:\n\n> “No!”" in said
    assert "take the label `new-charger` off this issue and put it on again." in said


def test_who_is_taken_over_from_reads_what_the_bot_would_have_changed():
    said = comment_of(taken_over_by="kim")
    assert "```diff\n" in said
    assert "+| Zaptec Go 2 | 1.6J |" in said
    assert "put the label `new-charger` on this issue again" in said
    unlabelled = comment_of(taken_over_by="kim", issue=issue(labels=()))
    assert "put the label of its kind on this issue again" in unlabelled
    assert "```diff" not in unlabelled


def test_a_pull_request_which_is_taken_over_says_so_on_top():
    found = state(taken_over_by="kim")
    assert found.note
    assert found.note.startswith("**`kim` has taken over this branch; the bot does not touch it")
    assert is_taken_over(f"{found.note}\n\nText")
    assert not is_taken_over(f"Text\n\n{found.note}")
    assert (found.proposed, found.questions, state().note) == (None, (), None)


@pytest.mark.parametrize(("number", "has_branch"), [(7, True), (7, False), (None, True)])
def test_a_branch_which_is_ready_is_compared(number: int | None, has_branch: bool):
    context = Context(Links("x"), has_branch=has_branch)
    said = comment_of(context, forbidden="A rule.", issue=issue(number=number))
    compare = "[open the pull request by hand](x/compare/HEAD...bot/issue-7?expand=1), or remove"
    assert (compare in said) is (has_branch and number == 7)
    assert said.endswith("emove the reason: A rule.")


def test_what_a_maintainer_must_fix_ends_the_run_red():
    assert str(state(readme="no list").error).startswith("README.md:1: ")
    error = state(forbidden="A rule.").error
    assert (type(error), str(error)) == (MaintainerError, "A rule.")


@pytest.mark.parametrize(
    ("kind", "answers", "label"),
    [
        (Kind.ADD, {"brand": "Quillon"}, "new-brand"),
        (Kind.ADD_SECTION, {}, "new-brand"),
        (Kind.ADD_SECTION, {"brand": "go-e"}, "new-charger"),
        (Kind.CORRECT, {}, "invalid"),
    ],
)
def test_a_pull_request_has_the_label_of_what_is_done(kind: Kind, answers: dict, label: str):
    proposed = rendered(kind, **answers).proposed
    assert proposed
    assert proposed.label == label


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("New charger:", "New charger: Zaptec Go 2"),
        (" New charger: ", "New charger: Zaptec Go 2"),
        ("Correction: ", "Correction: Zaptec Go 2"),
        ("New charger: mine", None),
        ("", None),
    ],
)
def test_an_issue_without_a_title_of_its_own_gets_one(title: str, expected: str | None):
    assert state(issue=issue(title=title)).issue_title == expected


def test_the_body_says_for_which_submission_it_was_written():
    proposed = state().proposed
    assert proposed
    for end in ("", "\r\n"):
        assert written_for(proposed.body + end) == proposed.digest
    assert written_for(f"{proposed.body}\nmore") is None
    assert written_for("") is None


def digest(**changes: Any) -> str:
    found = state(**changes).proposed
    assert found
    return found.digest


def test_another_text_or_kind_is_another_submission():
    body = SEEN.issue.body
    assert digest(issue=issue(body=body.replace("\n", "\r\n"))) == digest()
    assert digest(issue=issue(labels=("New-Charger", "bug"))) == digest()
    assert digest(issue=issue(body=body.replace("_No response_", "x", 1))) != digest()
    assert digest(issue=issue(labels=("new-brand",))) != digest()
    both = digest(issue=issue(labels=("new-brand", "new-charger")))
    assert both == digest(issue=issue(labels=("new-charger", "new-brand"))) != digest()


def test_only_sources_without_an_answer_are_asked_about():
    links = "https://x.example/a\nhttps://x.example/b"
    names = ("Zaptec Go 2",)
    seen = situation(Kind.ADD, sources=links)
    questions = desired_state(seen, FORMS).questions
    assert questions == tuple(Question(link, names) for link in links.split("\n"))
    at = datetime(2026, 11, 1, tzinfo=UTC)
    answer = SourceAnswer(
        address="https://x.example/a", verdict=Verdict.MISSING, reason="404", asked_at=at
    )
    known = desired_state(seen, FORMS, Context(evidence=(answer,)))
    assert known.questions == questions[1:]
    assert known.proposed
    assert "`https://x.example/a` **was not found**: 404." in known.proposed.body
