"""The decision about a submission: a status and its data, without a sentence."""

from enum import StrEnum, auto
from typing import NamedTuple

from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyListed, Proposal, Waiting
from bot.document.apply import Applied
from bot.errors import MaintainerError
from bot.forms.body import Answers
from bot.rules.rule import Problem


class Status(StrEnum):
    """How a submission fares; the value names it in the marker of the comment."""

    PROPOSED = auto()
    FORBIDDEN = auto()  # proposed, but a rule or setting of the repository refuses it
    REFUSED = auto()
    NOT_A_FORM = auto()
    DUPLICATE = auto()
    WAITING = auto()  # for an earlier submission of the same
    OVER_LIMIT = "queued"  # its author has others open; comments already hold this value
    README_BROKEN = auto()
    MERGED = auto()
    DECLINED = auto()
    TAKEN_OVER = auto()
    WITHDRAWN = auto()
    NOT_ASKED = auto()  # no submission, and the bot has said nothing yet


class Outcome(StrEnum):
    """The status in a word, for programs."""

    PULL_REQUEST = "pull_request"
    REPLY = "reply"
    NOTHING = "nothing"


class IssueLabel(StrEnum):
    """The labels of the bot for the status of an issue."""

    NEEDS_INFO = "needs-info"
    DUPLICATE = "duplicate"


class ExistingPullRequest(StrEnum):
    """The handling of a branch and an open pull request when no change is proposed."""

    LEAVE = "leave"
    DRAFT = "draft"
    CLOSE = "close"


OUTCOMES = {
    Status.PROPOSED: Outcome.PULL_REQUEST,
    Status.FORBIDDEN: Outcome.PULL_REQUEST,
    Status.REFUSED: Outcome.REPLY,
    Status.NOT_A_FORM: Outcome.REPLY,
    Status.DUPLICATE: Outcome.REPLY,
    Status.WAITING: Outcome.REPLY,
    Status.OVER_LIMIT: Outcome.REPLY,
    Status.README_BROKEN: Outcome.REPLY,
}
LABELS = {
    Status.REFUSED: IssueLabel.NEEDS_INFO,
    Status.NOT_A_FORM: IssueLabel.NEEDS_INFO,
    Status.DUPLICATE: IssueLabel.DUPLICATE,
}
# Updated in place: GitHub itself notifies of a merge and of a closing.
QUIET = {Status.MERGED, Status.WITHDRAWN, Status.NOT_ASKED}
EXISTING = {
    Status.REFUSED: ExistingPullRequest.DRAFT,
    Status.NOT_A_FORM: ExistingPullRequest.DRAFT,
    Status.DUPLICATE: ExistingPullRequest.CLOSE,
    Status.WAITING: ExistingPullRequest.CLOSE,
    Status.MERGED: ExistingPullRequest.CLOSE,
    Status.WITHDRAWN: ExistingPullRequest.CLOSE,
    Status.NOT_ASKED: ExistingPullRequest.CLOSE,
}
# Where a pull request of ours is closed.
CLOSING = {status for status, existing in EXISTING.items() if existing is ExistingPullRequest.CLOSE}
# Where it becomes a draft, or is closed too in a repository that has none.
DRAFTING = EXISTING.keys() - CLOSING


class AppliedChange(NamedTuple):
    """A proposal carried out: its answers, and the list before and after."""

    answers: Answers
    proposal: Proposal
    applied: Applied


class RowPlace(NamedTuple):
    """A row of the list: the anchor of its section and the name of the entry."""

    anchor: str
    name: str


class Decision(NamedTuple):
    """What should become of a submission.

    `change` comes with PROPOSED and FORBIDDEN, and with TAKEN_OVER as what the bot itself would
    propose. `problems` come with REFUSED, `listed` with DUPLICATE, `waiting` with WAITING, `row`
    with MERGED if it can be found, `free_text` with NOT_A_FORM. `error` is what a
    maintainer must fix; the run ends red with it.
    """

    status: Status
    change: AppliedChange | None = None
    problems: tuple[Problem, ...] = ()
    answers: Answers | None = None
    listed: AlreadyListed | None = None
    waiting: tuple[Waiting, ...] = ()
    row: RowPlace | None = None
    free_text: FreeText | None = None
    error: MaintainerError | None = None
