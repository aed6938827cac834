"""GitHub's refusals and failures, translated into who must act."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from github import GithubException, RateLimitExceededException

from bot.errors import MaintainerError
from bot.render import error_messages


class TransientError(MaintainerError):
    """GitHub gave no clear answer, or somebody else wrote meanwhile: read again and compare."""

    def __init__(self, reason: str) -> None:
        super().__init__(error_messages.no_answer(reason))


class TooSlow(TransientError):
    """GitHub may have stopped a query after ten seconds, or has failed for another reason.

    It answers both with a 502 or 504: renovatebot/renovate#45460.
    """


class Missing(TransientError):
    """What a write names is not there: it was deleted meanwhile, or is too new to be found yet.

    A label can be put on a pull request later than it was opened:
    peter-evans/create-pull-request#4321.
    """


class Unreachable(MaintainerError):
    """The issue is locked, deleted or transferred, or the repository is archived."""


class Gone(Unreachable):
    """The issue was deleted or transferred; only what the bot has made may be left."""


class RateLimited(MaintainerError):
    """GitHub wants fewer requests: stop, and let a later run go on."""


class PermissionDenied(MaintainerError):
    """A setting, a ruleset, a missing permission or an old server refuses, now and next time."""


class RuleViolation(PermissionDenied):
    """A ruleset or the protection of a branch forbids a write."""


class BranchKept(PermissionDenied):
    """A rule forbids deleting a branch of the bot, which holds nobody up."""


class DraftsUnavailable(MaintainerError):
    """The plan of a private repository has no drafts: https://github.com/cli/cli/pull/5995."""


class QueryTooLarge(MaintainerError):
    """A query asks for more than GitHub answers at once: ask again with smaller pages."""


# With the words of a rule there is not always its name: BRANCH_PROTECTION_ERROR_MESSAGES in
# https://github.com/dependabot/dependabot-core/blob/main/common/lib/dependabot/pull_request_updater/github.rb
_RULES = (
    "rule violations",
    "protected branch",
    "protected ref",
    "not authorized to push",
    "cannot force-push to this branch",
    "must have verified signatures",
    "must be made through a pull request",
)
# In an answer of status 200: dtolnay/star-history#30.
_TOO_SLOW = "result of a timeout"
# A limit on new content comes without a type: cli/cli#4801.
_LIMITS = ("submitted too quickly", "secondary rate limit")


@contextmanager
def translate_errors() -> Iterator[None]:
    """Raise the errors of this module, or MaintainerError, in place of the client's own."""
    try:
        yield
    except GithubException as error:
        raise _translated(error) from error
    except requests.RequestException as error:
        raise TransientError(type(error).__name__) from error


def is_of_others(error: dict[str, Any]) -> bool:
    """Whether an error is about a pull request that closes an issue from another repository.

    Anybody can open one where the token may not look: jasperapp/jasper#187.
    """
    path = error.get("path") or []
    return "closedByPullRequestsReferences" in path and path[-2:-1] == ["nodes"]


def graphql_error(error: dict[str, Any]) -> Exception:
    """The exception for one entry of `errors` in an answer of GraphQL."""
    message = str(error.get("message", ""))
    if found := _by_words(message):
        return found
    if "code" in (error.get("extensions") or {}):  # undefinedField, argumentNotAccepted and others
        return PermissionDenied(error_messages.server_too_old(message))
    match error.get("type"):
        case "NOT_FOUND":
            path = error.get("path") or []
            if path == ["repository", "issue"]:
                return Gone(error_messages.unreachable(message))
            if path[:1] == ["repository"]:
                return Unreachable(error_messages.unreachable(message))
            return Missing(message)
        case "FORBIDDEN" | "INSUFFICIENT_SCOPES":
            return _forbidden(message)
        case "RATE_LIMITED" | "RATE_LIMIT":  # octokit/plugin-throttling.js#848
            return RateLimited(error_messages.wait(None))
        case "BRANCH_PROTECTION_RULE_VIOLATION":  # Thinkmill/keystatic#1598
            return RuleViolation(error_messages.rules(message))
        case "RESOURCE_LIMITS_EXCEEDED":  # muesli/markscribe#103
            return QueryTooLarge(error_messages.QUERY_TOO_LARGE)
        case _:
            return TransientError(message)


def _by_words(message: str, wait: str | None = None) -> Exception | None:
    """The exception for what has no type of its own: a rule, a setting, a limit or an archive.

    `wait` is for how many seconds GitHub asks to wait, if it says so.
    """
    words = message.lower()
    if "not permitted to create" in words:
        return PermissionDenied(error_messages.MAY_NOT_OPEN)
    if "must be a collaborator" in words:
        return PermissionDenied(error_messages.COLLABORATORS_ONLY)
    if any(rule in words for rule in _RULES):
        return RuleViolation(error_messages.rules(message))
    if any(limit in words for limit in _LIMITS):
        return RateLimited(error_messages.wait(wait))
    if "was archived" in words:
        return Unreachable(error_messages.unreachable(message))
    if _TOO_SLOW in words:
        return TooSlow(message)
    return None


def names_the_state(error: GithubException) -> bool:
    """Whether the state of a pull request cannot be changed, as in cilium/cilium#47088."""
    return error.status == 422 and "state" in str(error.data)


def _translated(error: GithubException) -> Exception:
    data = error.data if isinstance(error.data, dict) else {}
    message = error.message or str(data.get("message", ""))
    wait = (error.headers or {}).get("retry-after")
    if found := _by_words(f"{message} {data.get('errors')}", wait):
        return found
    match error.status:
        case 401:
            return MaintainerError(error_messages.BAD_TOKEN)
        case 403 if not wait and not isinstance(error, RateLimitExceededException):
            return _forbidden(message)
        case 403 | 429:
            return RateLimited(error_messages.wait(wait))
        case 301 | 410:
            return Unreachable(error_messages.unreachable(message))
        case 502 | 504:
            return TooSlow(f"{error.status} {message}")
        case _:
            return TransientError(f"{error.status} {message}")


def _forbidden(message: str) -> Exception:
    if "to draft" in message:
        return DraftsUnavailable(error_messages.NO_PERMISSION)
    if "not accessible" in message or "scopes" in message:
        return PermissionDenied(error_messages.NO_PERMISSION)
    return Unreachable(error_messages.unreachable(message))
