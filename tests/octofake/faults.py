"""What can go wrong between a program and GitHub."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import requests

from .exchange import Request
from .records import Photograph

SECONDARY_LIMIT = (
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
)
# What GitHub says in other words only the status and the header tell:
# https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
_OTHER_WORDS = "Too much at once."


class ProcessKilled(BaseException):
    """The program has been killed: nothing of it may run after this."""


@dataclass(frozen=True)
class Reply:
    """Another answer than the right one."""

    status: int
    body: Any = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """No answer at all: the client raises this."""

    exception: type[BaseException]
    message: str = ""


@dataclass(frozen=True)
class Stale:
    """An answer from the state before the last `writes` requests that wrote, or from a photograph."""

    writes: int = 1
    photograph: Photograph | None = None


@dataclass(frozen=True)
class Refusal:
    """One mutation of a document is refused; the others are done."""

    mutation: str
    type: str
    message: str


@dataclass(frozen=True)
class Interrupted:
    """Of a document, this mutation and those after it are not done, and the answer is a 502."""

    mutation: str


Kind = Reply | Failure | Stale | Refusal | Interrupted

BAD_GATEWAY = Reply(502, "<html><body><h1>502 Bad Gateway</h1></body></html>")
UNAVAILABLE = Reply(
    503, "<html><title>Unicorn!</title><body>No server is currently available.</body></html>"
)
SERVER_ERROR = Reply(500, {"message": "Server Error"})
RATE_LIMITED = Reply(
    403,
    {
        "message": "API rate limit exceeded for installation ID 1.",
        "documentation_url": "https://docs.github.com/rest",
    },
    {"X-RateLimit-Limit": "1000", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1767229200"},
)
SECONDARY_LIMITED = Reply(403, {"message": SECONDARY_LIMIT})
SECONDARY_LIMITED_FOR = Reply(403, {"message": _OTHER_WORDS}, {"Retry-After": "60"})
TOO_MANY_REQUESTS = Reply(429, {"message": _OTHER_WORDS})
TOO_MANY_REQUESTS_FOR = Reply(429, {"message": SECONDARY_LIMIT}, {"Retry-After": "60"})
GRAPHQL_RATE_LIMITED = Reply(
    200, {"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user ID 1."}]}
)
GRAPHQL_RATE_LIMIT = Reply(
    200,
    {
        "errors": [
            {
                "type": "RATE_LIMIT",
                "code": "graphql_rate_limit",
                "message": "API rate limit already exceeded for installation ID 1.",
            }
        ]
    },
)
UNDEFINED_FIELD = Reply(
    200,
    {
        "errors": [
            {
                "path": ["query Snapshot", "repository", "mergeStateStatus"],
                "extensions": {
                    "code": "undefinedField",
                    "typeName": "PullRequest",
                    "fieldName": "mergeStateStatus",
                },
                "locations": [{"line": 1, "column": 1}],
                "message": "Field 'mergeStateStatus' doesn't exist on type 'PullRequest'",
            }
        ]
    },
)
NOT_FOUND = Reply(
    404, {"message": "Not Found", "documentation_url": "https://docs.github.com/rest"}
)
RESET = Failure(requests.ConnectionError, "Connection reset by peer")
TIMED_OUT = Failure(requests.ReadTimeout, "Read timed out.")
KILLED = Failure(ProcessKilled)


@dataclass
class Fault:
    """Something that goes wrong at the request so many from now, before or after it was done."""

    kind: Kind
    at: int = 1
    done: bool = False
    where: Callable[[Request], bool] | None = None

    def is_due(self, request: Request) -> bool:
        """Count a request, and tell whether it is the one."""
        if self.where is None or self.where(request):
            self.at -= 1
            return self.at == 0
        return False
