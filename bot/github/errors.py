"""What GitHub answers when it refuses or fails, translated into who must act."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from github import GithubException, RateLimitExceededException

from bot.errors import MaintainerError
from bot.render import settings


class TransientError(MaintainerError):
    """GitHub gave no clear answer, or somebody else wrote meanwhile: read again and compare."""

    def __init__(self, reason: str) -> None:
        super().__init__(settings.no_answer(reason))


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

    def __init__(self) -> None:
        super().__init__(settings.NO_PERMISSION)


class QueryTooLarge(MaintainerError):
    """A query asks for more than GitHub answers at once: ask again with smaller pages."""

    def __init__(self) -> None:
        super().__init__(settings.QUERY_TOO_LARGE)


@contextmanager
def translate_errors() -> Iterator[None]:
    """Raise the errors of this module, or MaintainerError, in place of the client's own."""
    try:
        yield
    except GithubException as error:
        raise _translated(error) from error
    except requests.RequestException as error:
        raise TransientError(type(error).__name__) from error


def graphql_error(error: dict[str, Any]) -> Exception:
    """The exception for one entry of `errors` in an answer of GraphQL."""
    message = str(error.get("message", ""))
    if lasting := _lasting(message, error.get("extensions", {})):
        return lasting
    match error.get("type"):
        case "NOT_FOUND":
            is_gone = error.get("path") == ["repository", "issue"]
            return (Gone if is_gone else Unreachable)(settings.unreachable(message))
        case "FORBIDDEN" | "INSUFFICIENT_SCOPES":
            return _forbidden(message)
        case "RATE_LIMITED" | "RATE_LIMIT":  # octokit/plugin-throttling.js#848
            return RateLimited(settings.wait(None))
        case "RESOURCE_LIMITS_EXCEEDED":  # muesli/markscribe#103
            return QueryTooLarge()
        case _:
            return TransientError(message)


def _lasting(message: str, extensions: dict[str, Any]) -> Exception | None:
    """The exception for what repeating cannot change and has no type of its own."""
    if refusal := _refusal(message):
        return refusal
    if "was archived" in message:
        return Unreachable(settings.unreachable(message))
    if "code" in extensions:  # undefinedField, argumentNotAccepted and the like
        return PermissionDenied(settings.server_too_old(message))
    return None


def _refusal(message: str) -> PermissionDenied | None:
    """The exception for a refusal by a rule or setting, with the advice on it."""
    words = message.lower()
    if "not permitted to create" in words:
        return PermissionDenied(settings.MAY_NOT_OPEN)
    if "must be a collaborator" in words:
        return PermissionDenied(settings.COLLABORATORS_ONLY)
    if "rule violations" in words or "protected branch" in words:
        return RuleViolation(settings.rules(message))
    return None


def names_the_state(error: GithubException) -> bool:
    """Whether the state of a pull request cannot be changed, as in cilium/cilium#47088."""
    return error.status == 422 and "state" in str(error.data)


def _translated(error: GithubException) -> Exception:
    data = error.data if isinstance(error.data, dict) else {}
    message = error.message or str(data.get("message", ""))
    wait = (error.headers or {}).get("retry-after")
    if refusal := _refusal(f"{message} {data.get('errors', '')}"):
        return refusal
    match error.status:
        case 401:
            return MaintainerError(settings.BAD_TOKEN)
        case 403 if not wait and not isinstance(error, RateLimitExceededException):
            return _forbidden(message)
        case 403 | 429:
            return RateLimited(settings.wait(wait))
        case 301 | 410:
            return Unreachable(settings.unreachable(message))
        case _:
            return TransientError(f"{error.status} {message}")


def _forbidden(message: str) -> Exception:
    if "to draft" in message:
        return DraftsUnavailable()
    if "not accessible" in message or "scopes" in message:
        return PermissionDenied(settings.NO_PERMISSION)
    return Unreachable(settings.unreachable(message))
