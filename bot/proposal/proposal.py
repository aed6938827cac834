"""What comes of a submission: a change to propose, an answer that all is there already, or problems."""

from dataclasses import dataclass

from bot.intake.problem import Problem
from bot.intake.submission import Submission
from bot.listing.changes import Change
from bot.listing.listing import Brand, Row
from bot.proposal.normalised import Normalised


@dataclass(frozen=True)
class Proposal:
    """A change of the list, with what else a reviewer and the contributor should know.

    `listed` are chargers that were asked for too and are there already; `similar` are names in the list that are
    nearly the same as a new one; `normalised` are answers that are used otherwise than they were typed.
    """

    submission: Submission
    change: Change
    normalised: tuple[Normalised, ...]
    new_brand: bool = False
    listed: tuple[Row, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True)
class AlreadyListed:
    """The list says all of it already, in these rows."""

    submission: Submission
    brand: Brand
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Refusal:
    """Nothing can be proposed before these problems are mended."""

    problems: tuple[Problem, ...]


Outcome = Proposal | AlreadyListed | Refusal
