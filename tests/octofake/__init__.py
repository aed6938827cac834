"""A stateful fake of GitHub over real git objects; see README.md."""

from .errors import GitHubError, Violation
from .faults import (
    BAD_GATEWAY,
    KILLED,
    RATE_LIMITED,
    RESET,
    SECONDARY_LIMITED,
    SECONDARY_LIMITED_FOR,
    SERVER_ERROR,
    TIMED_OUT,
    TOO_MANY_REQUESTS,
    TOO_MANY_REQUESTS_FOR,
    UNAVAILABLE,
    Failure,
    ProcessKilled,
    Reply,
    Stale,
)
from .hub import OctoFake, Recorded

__all__ = [
    "BAD_GATEWAY",
    "KILLED",
    "RATE_LIMITED",
    "RESET",
    "SECONDARY_LIMITED",
    "SECONDARY_LIMITED_FOR",
    "SERVER_ERROR",
    "TIMED_OUT",
    "TOO_MANY_REQUESTS",
    "TOO_MANY_REQUESTS_FOR",
    "UNAVAILABLE",
    "Failure",
    "GitHubError",
    "OctoFake",
    "ProcessKilled",
    "Recorded",
    "Reply",
    "Stale",
    "Violation",
]
