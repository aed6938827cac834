"""The repository which the commands talk to, and what they do when its answer is unclear."""

from collections.abc import Callable
from typing import TypeVar

from bot.cli.environment import Environment
from bot.github.client import Access, Client
from bot.github.errors import TransientError

T = TypeVar("T")
RETRY_DELAYS = (1, 5, 15)  # seconds; a read can miss a write of the last 10 s


def connect(environment: Environment, before_write: Callable[[], None] = lambda: None) -> Client:
    """The repository named by the environment."""
    token = environment.token.get_secret_value()
    access = Access(environment.repository, token, environment.api_url, environment.graphql_url)
    return Client(access, before_write)


def with_retries(act: Callable[[], T], pause: Callable[[float], None]) -> T:
    """Repeat a harmless act until the answer is clear. Raises TransientError if it never is."""
    for seconds in RETRY_DELAYS:
        try:
            return act()
        except TransientError:
            pause(seconds)
    return act()
