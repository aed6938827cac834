"""What should be true: the outcome of a decision, which the hosts bring about."""

from dataclasses import dataclass
from enum import StrEnum

from bot.faults import NeedsMaintainer
from bot.intake.problem import Problem


class Outcome(StrEnum):
    """What becomes of a submission, in a word."""

    PULL_REQUEST = "pull_request"
    REPLY = "reply"
    NOTHING = "nothing"


class IssueLabel(StrEnum):
    """The labels by which the bot tells how an issue stands."""

    NEEDS_INFO = "needs-info"
    DUPLICATE = "duplicate"


class Existing(StrEnum):
    """What becomes of a branch and an open pull request when no change is to be made."""

    LEAVE = "leave"
    DRAFT = "draft"
    CLOSE = "close"


@dataclass(frozen=True)
class Proposed:
    """One commit on the branch of an issue, and its pull request."""

    readme: str
    commit_message: str
    title: str
    body: str
    label: str


@dataclass(frozen=True)
class Desired:
    """The state to bring about; without a comment, the one that is there stays as it is.

    `fault` is what a maintainer must mend; the run ends red with it.
    """

    outcome: Outcome
    proposed: Proposed | None = None
    existing: Existing = Existing.LEAVE
    comment: str | None = None
    label: IssueLabel | None = None
    problems: tuple[Problem, ...] = ()
    fault: NeedsMaintainer | None = None
