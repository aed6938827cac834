"""The decision about a submission: a status and its data, without a sentence."""

from enum import StrEnum, auto
from typing import NamedTuple

from bot.decision.free_text import FreeText
from bot.decision.proposal import AlreadyClaimed, AlreadyListed, Proposal, Refusal
from bot.document.apply import Applied
from bot.errors import MaintainerError
from bot.forms.body import Answers


class Status(StrEnum):
    """How a submission fares; the value names it in the marker of the comment."""

    PROPOSED = auto()
    FORBIDDEN = auto()  # proposed, but a rule or setting of the repository refuses it
    REFUSED = auto()
    FOR_MAINTAINER = auto()  # refused for what only a maintainer can change
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


class Effect(NamedTuple):
    """What a status means for an issue and its pull request.

    `is_quiet` where the comment is changed in place, since GitHub itself notifies of a merge and of
    a closing.
    """

    outcome: Outcome
    existing: ExistingPullRequest = ExistingPullRequest.LEAVE
    label: IssueLabel | None = None
    is_quiet: bool = False


EFFECTS = {
    Status.PROPOSED: Effect(Outcome.PULL_REQUEST),
    Status.FORBIDDEN: Effect(Outcome.PULL_REQUEST),
    Status.REFUSED: Effect(Outcome.REPLY, ExistingPullRequest.DRAFT, IssueLabel.NEEDS_INFO),
    Status.FOR_MAINTAINER: Effect(Outcome.REPLY, ExistingPullRequest.DRAFT),
    Status.NOT_A_FORM: Effect(Outcome.REPLY, ExistingPullRequest.DRAFT, IssueLabel.NEEDS_INFO),
    Status.DUPLICATE: Effect(Outcome.REPLY, ExistingPullRequest.CLOSE, IssueLabel.DUPLICATE),
    Status.WAITING: Effect(Outcome.REPLY, ExistingPullRequest.CLOSE),
    Status.OVER_LIMIT: Effect(Outcome.REPLY),
    Status.README_BROKEN: Effect(Outcome.REPLY),
    Status.MERGED: Effect(Outcome.NOTHING, ExistingPullRequest.CLOSE, is_quiet=True),
    Status.DECLINED: Effect(Outcome.NOTHING),
    Status.TAKEN_OVER: Effect(Outcome.NOTHING),
    Status.WITHDRAWN: Effect(Outcome.NOTHING, ExistingPullRequest.CLOSE, is_quiet=True),
    Status.NOT_ASKED: Effect(Outcome.NOTHING, ExistingPullRequest.CLOSE, is_quiet=True),
}


class AppliedProposal(NamedTuple):
    """A proposal carried out: its answers, and the list before and after."""

    answers: Answers
    proposal: Proposal
    applied: Applied


class RowPlace(NamedTuple):
    """A row of the list: the anchor of its section and the name of the entry."""

    anchor: str
    name: str


About = AppliedProposal | Refusal | AlreadyListed | AlreadyClaimed | FreeText | RowPlace


class Decision(NamedTuple):
    """What should become of a submission.

    Its comment is `about` the change with PROPOSED, FORBIDDEN, and TAKEN_OVER where the bot itself
    would propose one; a Refusal with REFUSED and FOR_MAINTAINER; AlreadyListed with DUPLICATE,
    AlreadyClaimed with WAITING, FreeText with NOT_A_FORM, and a RowPlace with MERGED if it can be
    found. `error` is what a maintainer must fix; the run ends red with it.
    """

    status: Status
    about: About | None = None
    error: MaintainerError | None = None
