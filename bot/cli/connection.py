"""The repository which the commands talk to, and what they do when its answer is unclear."""

from collections.abc import Callable
from typing import TypeVar

from bot.cli.environment import Environment
from bot.github.client import Client
from bot.github.errors import TransientError

T = TypeVar("T")
RETRY_DELAYS = (1, 5, 15)  # seconds; a read can miss a write of the last 10 s


def connect(environment: Environment, before_write: Callable[[], None] = lambda: None) -> Client:
    """The repository named by the environment."""
    token, api_url = environment.token.get_secret_value(), environment.api_url
    return Client(environment.repository, token, api_url, environment.graphql_url, before_write)


def with_retries(act: Callable[[], T], pause: Callable[[float], None]) -> T:
    """Repeat a harmless act until the answer is clear. Raises TransientError if it never is."""
    for seconds in RETRY_DELAYS:
        try:
            return act()
        except TransientError:
            pause(seconds)
    return act()
