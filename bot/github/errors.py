"""What GitHub answers when it refuses or fails, translated into whose fault it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from github import GithubException, RateLimitExceededException

from bot.errors import MaintainerError
from bot.render import settings

_GRAPHQL = 400  # PyGithub's status for an error of GraphQL, which answers with 200


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
    """A setting or a missing permission forbids a write, opening pull requests above all."""


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
    match error.get("type"):
        case "NOT_FOUND":
            is_gone = error.get("path") == ["repository", "issue"]
            return (Gone if is_gone else Unreachable)(settings.unreachable(message))
        case "FORBIDDEN" | "INSUFFICIENT_SCOPES":
            return MaintainerError(settings.NO_PERMISSION)
        case "RATE_LIMITED":
            return RateLimited(settings.wait(None))
        case _:
            return TransientError(message)


def first_graphql_error(error: GithubException) -> dict[str, Any]:
    """The first entry of `errors`, if GraphQL was asked; else nothing."""
    errors = error.data.get("errors") if isinstance(error.data, dict) else None
    if error.status == _GRAPHQL and errors and isinstance(errors[0], dict):
        return dict(errors[0])
    return {}


def names_the_state(error: GithubException) -> bool:
    """Whether the state of a pull request cannot be changed, as in cilium/cilium#47088; another
    422 may pass.
    """
    return error.status == 422 and "state" in str(error.data)


def _translated(error: GithubException) -> Exception:
    if entry := first_graphql_error(error):
        return graphql_error(entry)
    data = error.data if isinstance(error.data, dict) else {}
    message = error.message or str(data.get("message", ""))
    wait = (error.headers or {}).get("retry-after")
    match error.status:
        case 401:
            return MaintainerError(settings.BAD_TOKEN)
        case 403 if not wait and not isinstance(error, RateLimitExceededException):
            return _forbidden(message)
        case 403 | 429:
            return RateLimited(settings.wait(wait))
        case 422 if "rule violations" in message.lower():
            return MaintainerError(settings.RULES)
        case 301 | 410:
            return Unreachable(settings.unreachable(message))
        case _:
            return TransientError(f"{error.status} {message}")


def _forbidden(message: str) -> Exception:
    if "not permitted to create" in message:
        return PermissionDenied(settings.MAY_NOT_OPEN)
    if "not accessible" in message:
        return PermissionDenied(settings.NO_PERMISSION)
    return Unreachable(settings.unreachable(message))
