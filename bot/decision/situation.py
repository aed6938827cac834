"""The input of the decision, read at one moment."""

from enum import Enum
from typing import NamedTuple

from bot.forms.issue import Issue


class PullRequestState(Enum):
    """The state of a pull request."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"
    MERGED = "MERGED"


class PullRequest(NamedTuple):
    """The latest pull request from an issue's branch.

    `is_declined` when somebody else closed it, and nobody has put the kind label on the issue again
    since then; `closed_by` is their login and `remark` the last thing that they said on it.
    `is_done` when it was merged, and nobody has opened or labelled the issue again since then.
    """

    number: int
    state: PullRequestState = PullRequestState.OPEN
    is_declined: bool = False
    is_done: bool = False
    closed_by: str = ""
    remark: str = ""


class Situation(NamedTuple):
    """One issue, the list on the default branch, and what has become of the issue so far.

    `earlier` are the submissions with a lower number that others wait for (`claims.is_claiming`).
    `taken_over_by` is the author of a commit on the issue's branch that is not the bot's.
    `forbidden` is why GitHub has refused, for good, to let the bot write what it should.
    `has_comment` once the bot has said something.
    """

    issue: Issue
    readme: str
    earlier: tuple[Issue, ...] = ()
    pull_request: PullRequest | None = None
    taken_over_by: str | None = None
    forbidden: str = ""
    has_comment: bool = False

    @property
    def open_pull_request(self) -> PullRequest | None:
        """The pull request, if it can be merged or closed."""
        pull = self.pull_request
        return pull if pull and pull.state is PullRequestState.OPEN else None
