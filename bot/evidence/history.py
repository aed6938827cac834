"""The verdicts of earlier runs on each address, and when an address counts as dead."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from bot.evidence.answer import FOUND, MAX_REASON, Address, FrozenModel, SourceAnswer, Verdict

APART = timedelta(days=1)  # between the two sights after which an address is dead


class Absence(FrozenModel):
    """An address once missing, and not seen alive since. `count` is the number of runs."""

    since: AwareDatetime
    last: AwareDatetime
    count: Annotated[int, Field(ge=1)]


class Record(FrozenModel):
    """One address: its verdict in the last run, since when and in how many runs in a row."""

    verdict: Verdict
    reason: Annotated[str, Field(max_length=MAX_REASON)]
    since: AwareDatetime
    count: Annotated[int, Field(ge=1)]
    asked_at: AwareDatetime
    alive_at: AwareDatetime | None = None
    absence: Absence | None = None
    moved_to: Address | None = None

    @property
    def is_dead(self) -> bool:
        """Missing in two runs at least a day apart, whatever was unclear since."""
        return self.absence is not None and self.absence.last - self.absence.since >= APART

    @property
    def status(self) -> Verdict:
        """The verdict of the last run, with DEAD in place of MISSING where this is sure."""
        return Verdict.DEAD if self.verdict is Verdict.MISSING and self.is_dead else self.verdict


class History(FrozenModel):
    """The records of all addresses ever asked for, as a file keeps them."""

    version: Literal[1] = 1
    records: dict[Address, Record]

    def learn(self, answers: Iterable[SourceAnswer]) -> "History":
        """The history after one more run; an answer not newer than its record adds nothing."""
        records = dict(self.records)
        for answer in answers:
            before = records.get(answer.address)
            if before is None or before.asked_at < answer.asked_at:
                records[answer.address] = _next_record(before, answer)
        return History(records=records)


def _next_record(before: Record | None, answer: SourceAnswer) -> Record:
    since, count, alive_at, moved_to = answer.asked_at, 1, None, None
    if before:
        alive_at, moved_to = before.alive_at, before.moved_to
        if before.verdict is answer.verdict:
            since, count = before.since, before.count + 1
    if answer.verdict in FOUND:
        alive_at = answer.asked_at
    if answer.moved_to or answer.verdict is Verdict.ALIVE:
        moved_to = answer.moved_to
    return Record(
        verdict=answer.verdict,
        reason=answer.reason,
        since=since,
        count=count,
        asked_at=answer.asked_at,
        alive_at=alive_at,
        absence=_absence(before, answer),
        moved_to=moved_to,
    )


def _absence(before: Record | None, answer: SourceAnswer) -> Absence | None:
    """An absence ends when the address is seen; an unclear answer neither ends nor confirms it."""
    earlier = before.absence if before else None
    if answer.verdict in FOUND:
        return None
    if answer.verdict is not Verdict.MISSING:
        return earlier
    if earlier is None:
        return Absence(since=answer.asked_at, last=answer.asked_at, count=1)
    return Absence(since=earlier.since, last=answer.asked_at, count=earlier.count + 1)


def archived_copy(address: str, day: date) -> str:
    """The copy in the Internet Archive nearest to a day; it is not asked for, and may not be there.

    https://archive.org/help/wayback_api.php
    """
    return f"https://web.archive.org/web/{day:%Y%m%d}/{address}"
