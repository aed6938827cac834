"""What becomes of a submission: a proposal, a note of what is listed already, or problems."""

from dataclasses import dataclass
from typing import NamedTuple

from bot.decision.normalized import Normalised
from bot.document.changes import Change
from bot.document.parse import Brand, Row
from bot.forms.submission import Submission
from bot.rules.rule import Problem


class Waiting(NamedTuple):
    """A charger, and the number of the earlier issue that asks for it."""

    model: str
    issue: int


class Similar(NamedTuple):
    """A new name, and a row or brand that may be the same: the anchor of its section, its name."""

    name: str
    anchor: str
    known: str
    is_brand: bool = False


@dataclass(frozen=True)
class Proposal:
    """A change of the list, with what else a reviewer and the contributor should know.

    `normalised` are answers that are used otherwise than they were typed; `listed` are chargers
    that were asked for too and are there already; `waiting` are those that an earlier issue asks
    for; `similar` are new names with those in the list that are nearly the same; `same_brand` are
    earlier issues that touch the brand too; `several` are names that may be several;
    `replaced` are the titles of old sources that a correction takes away.
    """

    submission: Submission
    change: Change
    normalised: tuple[Normalised, ...]
    new_brand: bool = False
    listed: tuple[Row, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    similar: tuple[Similar, ...] = ()
    same_brand: tuple[int, ...] = ()
    several: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True)
class Queued:
    """All that is new is asked for by earlier issues that are still open."""

    waiting: tuple[Waiting, ...]


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


Outcome = Proposal | Queued | AlreadyListed | Refusal
