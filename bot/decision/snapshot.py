"""How things stand: everything that the decision looks at, read at one moment."""

from dataclasses import dataclass
from enum import Enum

from bot.intake.issue import Issue
from bot.messages.links import Links


class Standing(Enum):
    """The state of a pull request."""

    OPEN = "open"
    CLOSED = "closed"
    MERGED = "merged"


@dataclass(frozen=True)
class PullRequest:
    """The latest pull request from an issue's branch; `link` is how a comment refers to it."""

    number: int
    standing: Standing
    is_draft: bool

    @property
    def link(self) -> str:
        """A reference that GitHub turns into a link."""
        return f"#{self.number}"


@dataclass(frozen=True)
class Snapshot:
    """One issue, the list on the default branch, and what the bot has made of the issue so far.

    `host` is the name of the GitHub server, for the addresses of contributors.
    """

    issue: Issue
    readme: str
    links: Links = Links()
    host: str = "github.com"
    pull_request: PullRequest | None = None
