"""The ways in which GitHub says no, in its own words."""

from collections.abc import Mapping
from typing import Any


class GitHubError(Exception):
    """A refusal that GitHub answers with."""

    def __init__(
        self, status: int, message: str, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(f"{status} {message}")
        self.status = status
        self.message = message
        self.headers = dict(headers or {})
        self.more = more

    def body(self) -> dict[str, Any]:
        """Return the JSON that GitHub sends with the refusal."""
        link = {"documentation_url": "https://docs.github.com/rest"}
        return {"message": self.message, **link, "status": str(self.status), **self.more}


class GraphQLRefusal(Exception):
    """An entry of `errors` in an answer of the GraphQL interface."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class Violation(AssertionError):
    """The program under test did what GitHub does not know, or octofake does not model."""


def not_found() -> GitHubError:
    """Say that there is no such thing, or that the token must not know."""
    return GitHubError(404, "Not Found")


def moved(url: str) -> GitHubError:
    """Say where the thing is now."""
    return GitHubError(301, "Moved Permanently", headers={"Location": url}, url=url)


def not_permitted() -> GitHubError:
    """Say that the workflow's `permissions:` lack an entry."""
    return GitHubError(403, "Resource not accessible by integration")


def unprocessable(message: str) -> GitHubError:
    """Say in one sentence why a request cannot be done."""
    return GitHubError(422, message)


def invalid(resource: str, field: str, message: str, code: str = "custom") -> GitHubError:
    """Say which field of a resource is not valid."""
    error = {"resource": resource, "code": code, "field": field, "message": message}
    return GitHubError(422, "Validation Failed", errors=[error])
