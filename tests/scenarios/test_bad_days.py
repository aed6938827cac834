"""Odd answers that other programs have met: each is made good, or left for later without a trace."""

import pytest

from bot.github.errors import RateLimited
from tests.octofake import BAD_GATEWAY, Reply
from tests.octofake.faults import Interrupted, Refusal
from tests.stage import Stage, new_charger

TOO_NEW = "Could not resolve to a node with the global id of 'PR_octofake'."
TOO_QUICK = "was submitted too quickly"


def is_proposed(stage: Stage) -> bool:
    """One pull request with its label, and one comment that links to it."""
    pull = stage.pull_request()
    (issue,) = stage.repository.issues()
    said = stage.reply(issue).body.startswith(f"**Pull request #{pull.number}")
    return said and (pull.state, pull.label_names) == ("open", ["new-charger"])


def test_a_pull_request_too_new_for_its_label_gets_it_a_second_later(stage):
    # peter-evans/create-pull-request#4321
    issue = stage.submit(new_charger())
    stage.hub.fault(Refusal("addLabelsToLabelable", "NOT_FOUND", TOO_NEW), at=3)
    stage.run(issue)
    assert is_proposed(stage)
    assert stage.pauses == [1]


@pytest.mark.parametrize("was_proposed", [False, True])
def test_an_issue_that_github_does_not_know_for_a_moment_is_looked_at_again(stage, was_proposed):
    issue = stage.submit(new_charger())
    if was_proposed:
        stage.run(issue)
    path, message = ["repository", "issue"], "Could not resolve to an Issue with the number of 1."
    error = {"type": "NOT_FOUND", "path": path, "message": message}
    stage.hub.fault(Reply(200, {"data": {"repository": {"issue": None}}, "errors": [error]}))
    stage.run(issue)
    assert is_proposed(stage)
    assert stage.pauses == [5]
    assert len(stage.pull_request().commits) == 1


def test_a_limit_on_new_content_is_a_limit(stage):
    # cli/cli#4801
    issue = stage.submit(new_charger())
    stage.hub.fault(Refusal("createPullRequest", "UNPROCESSABLE", TOO_QUICK), at=2)
    with pytest.raises(RateLimited):
        stage.run(issue)
    assert stage.pauses == []
    assert len(stage.hub.requests) == 2
    stage.sweep()
    assert is_proposed(stage)


def test_a_limit_on_new_content_ends_a_sweep(stage):
    for number in range(3, 6):
        stage.submit(new_charger(models=f"Zaptec Go {number}"))
    stage.hub.fault(Refusal("createPullRequest", "UNPROCESSABLE", TOO_QUICK), at=3)
    assert [one.is_left for one in stage.sweep()] == [True, True, True]
    assert len(stage.hub.writes) == 1
    stage.sweep()
    assert len(stage.repository.pull_requests("open")) == 3


def test_the_protection_of_a_branch_is_a_rule_by_its_type(stage):
    # Thinkmill/keystatic#1598
    issue = stage.submit(new_charger())
    kind, words = "BRANCH_PROTECTION_RULE_VIOLATION", "At least 1 approving review is required."
    stage.hub.fault(Refusal("createCommitOnBranch", kind, words), at=2)
    assert words in str(stage.run(issue).error)
    assert words in stage.reply(issue).body
    assert stage.pauses == []
    stage.sweep()
    assert is_proposed(stage)


@pytest.mark.parametrize("body", [{"data": None}, {"message": "Something else"}])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_an_answer_without_data_is_none(stage, at, body):
    issue = stage.submit(new_charger())
    stage.hub.fault(Reply(200, body), at, done=at > 1)
    stage.run(issue)
    assert is_proposed(stage)
    assert stage.pauses == [1]


SLOW = {"message": "Something went wrong. This may be the result of a timeout, or a bug."}


@pytest.mark.parametrize("answer", [BAD_GATEWAY, Reply(200, {"data": None, "errors": [SLOW]})])
@pytest.mark.parametrize("is_swept", [False, True])
def test_a_query_that_takes_too_long_is_asked_in_smaller_pages(stage, answer, is_swept):
    # renovatebot/renovate#45460, dtolnay/star-history#30
    issue = stage.submit(new_charger())
    stage.hub.fault(answer)
    if is_swept:
        stage.sweep()
    else:
        stage.run(issue)
    assert is_proposed(stage)
    assert stage.pauses == []
    first, second = (stage.hub.requests[n].request.body["variables"]["page"] for n in range(2))
    assert second == first // 2


@pytest.mark.parametrize(
    ("at", "mutation"),
    [
        (2, "createRef"),
        (2, "createCommitOnBranch"),
        (2, "createPullRequest"),
        (3, "addLabelsToLabelable"),
        (3, "addComment"),
        (3, "updateIssue"),
    ],
)
def test_a_document_that_ends_half_way_is_gone_on_with(stage, at, mutation):
    issue = stage.submit(new_charger())
    stage.hub.fault(Interrupted(mutation), at)
    stage.run(issue)
    assert is_proposed(stage)
    assert not stage.hub.faults
    assert stage.heard(issue) == ["proposed"]
    stage.run(issue)
    assert not stage.hub.writes
