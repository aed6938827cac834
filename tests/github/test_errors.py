"""Each refusal of GitHub is an error that says who must act."""

import pytest
import requests
from github import GithubException, RateLimitExceededException

from bot.errors import MaintainerError
from bot.github.errors import (
    DraftsUnavailable,
    Gone,
    Missing,
    PermissionDenied,
    QueryTooLarge,
    RateLimited,
    RuleViolation,
    TooSlow,
    TransientError,
    Unreachable,
    graphql_error,
    names_the_state,
    translate_errors,
)


@pytest.mark.parametrize(
    ("error", "kind", "reported"),
    [
        ({}, TransientError, "no clear answer"),
        ({"message": "Something went wrong"}, TransientError, "Something went wrong"),
        ({"type": "NOT_FOUND", "path": ["repository", "issue"]}, Gone, "cannot be reached"),
        ({"type": "NOT_FOUND", "path": ["repository"]}, Unreachable, "cannot be reached"),
        ({"type": "NOT_FOUND", "path": ["m1"], "message": "No PR_1"}, Missing, "No PR_1"),
        ({"type": "NOT_FOUND"}, Missing, ""),
        ({"type": "NOT_FOUND", "path": None, "extensions": None}, Missing, ""),
        ({"type": "FORBIDDEN", "message": "Issue is locked"}, Unreachable, "Issue is locked"),
        ({"type": "FORBIDDEN", "message": "x not accessible by y"}, PermissionDenied, "write"),
        ({"type": "INSUFFICIENT_SCOPES", "message": "scopes"}, PermissionDenied, "write"),
        ({"type": "FORBIDDEN", "message": "may not convert it to draft."}, DraftsUnavailable, ""),
        ({"type": "RATE_LIMITED"}, RateLimited, "wait"),
        ({"type": "RATE_LIMIT"}, RateLimited, "wait"),
        ({"type": "RESOURCE_LIMITS_EXCEEDED"}, QueryTooLarge, ""),
        ({"message": "Repository was archived so is read-only."}, Unreachable, "archived"),
        ({"message": "x is not permitted to create or approve"}, PermissionDenied, "General"),
        ({"message": "You must be a collaborator"}, PermissionDenied, "Only collaborators"),
        ({"message": "Repository rule violations found"}, RuleViolation, "Rulesets"),
        ({"message": "Protected branch update failed"}, RuleViolation, "Rulesets"),
        ({"message": "Cannot update this protected ref."}, RuleViolation, "Rulesets"),
        ({"message": "You're not authorized to push to it"}, RuleViolation, "Rulesets"),
        ({"message": "Cannot force-push to this branch"}, RuleViolation, "Rulesets"),
        ({"message": "Commits must have verified signatures."}, RuleViolation, "Rulesets"),
        ({"message": "Changes must be made through a pull request."}, RuleViolation, "Rulesets"),
        ({"type": "BRANCH_PROTECTION_RULE_VIOLATION"}, RuleViolation, "Rulesets"),
        ({"type": "UNPROCESSABLE", "message": "was submitted too quickly"}, RateLimited, "wait"),
        ({"message": "This may be the result of a timeout, or a bug."}, TooSlow, "no clear answer"),
        ({"message": "You have exceeded a secondary rate limit."}, RateLimited, "wait"),
        ({"extensions": {"code": "undefinedField"}}, PermissionDenied, "does not know"),
    ],
)
def test_an_error_of_graphql_says_who_must_act(error, kind, reported):
    found = graphql_error(error)
    assert type(found) is kind
    assert reported in str(found)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (GithubException(401), MaintainerError),
        (GithubException(403, {"message": "Must have admin rights"}), Unreachable),
        (GithubException(403, {"message": "Resource not accessible by x"}), PermissionDenied),
        (GithubException(403, {}, {"retry-after": "9"}), RateLimited),
        (RateLimitExceededException(403, {}), RateLimited),
        (GithubException(429), RateLimited),
        (GithubException(301), Unreachable),
        (GithubException(410), Unreachable),
        (GithubException(422, {"errors": ["Repository rule violations found"]}), RuleViolation),
        (GithubException(422, {"message": "Validation Failed"}), TransientError),
        (GithubException(422, {"errors": [{"message": "was submitted too quickly"}]}), RateLimited),
        (GithubException(500, "<html>"), TransientError),
        (GithubException(502, "<html>"), TooSlow),
        (GithubException(504, "<html>"), TooSlow),
        (requests.ConnectionError(), TransientError),
    ],
)
def test_an_error_of_rest_says_who_must_act(error, kind):
    with pytest.raises(MaintainerError) as caught, translate_errors():
        raise error
    assert type(caught.value) is kind
    assert caught.value.__cause__ is error


def test_a_limit_says_how_long_to_wait():
    words = {"message": "You have exceeded a secondary rate limit."}
    for error in (
        GithubException(429, words, {"retry-after": "9"}),
        GithubException(403, {"message": "Too much"}, {"retry-after": "9"}),
    ):
        with pytest.raises(RateLimited, match="for 9 s"), translate_errors():
            raise error


def test_an_answer_without_a_message_is_its_status():
    for error, reported in (
        (GithubException(502, "<html>"), r"\(502 \)"),
        (GithubException(422, {"message": "Validation Failed"}), r"\(422 Validation Failed\)"),
    ):
        with pytest.raises(TransientError, match=reported), translate_errors():
            raise error


def test_what_is_no_answer_of_github_stays_what_it_is():
    with pytest.raises(KeyError), translate_errors():
        raise KeyError("ours")


@pytest.mark.parametrize(
    ("status", "data", "names_it"),
    [
        (422, {"errors": [{"field": "state"}]}, True),
        (422, {"errors": [{"field": "body"}]}, False),
        (409, {"errors": [{"field": "state"}]}, False),
    ],
)
def test_a_pull_request_that_cannot_be_opened_again_is_known_by_its_state(status, data, names_it):
    assert names_the_state(GithubException(status, data)) is names_it
