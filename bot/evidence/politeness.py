"""Taking turns: one request at a time for each host, with a pause or as long as it asks for."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.evidence.deadline import Deadline

PAUSE_SECONDS = 1.0
_MAX_DIGITS = 9
_NO_TIME = "it was not asked: the time was over"


class NoTurn(Exception):
    """The turn cannot come before the deadline; the message is a clause of ours."""


class AskedToWait(NoTurn):
    """The host itself asked for a pause beyond the deadline."""


@dataclass
class _Gate:
    """Two points on the monotonic clock: the end of our pause, and the end of the host's."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    paused_until: float = 0.0
    postponed_until: float = 0.0


class HostGates:
    """One gate for each host, shared by all threads."""

    def __init__(self, pause: float = PAUSE_SECONDS) -> None:
        self._pause = pause
        self._gates: dict[str, _Gate] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, deadline: Deadline) -> Iterator[None]:
        """Wait for the turn, and hold it. Raises NoTurn if it cannot come before the deadline."""
        gate = self._gate(host)
        if not gate.lock.acquire(timeout=deadline.remaining):
            raise NoTurn(_NO_TIME)
        try:
            if gate.postponed_until > deadline.at:
                raise AskedToWait("the server asked to come back later")
            if gate.paused_until > deadline.at:
                raise NoTurn(_NO_TIME)
            open_at = max(gate.paused_until, gate.postponed_until)
            time.sleep(max(0.0, open_at - time.monotonic()))
            yield
        finally:
            gate.paused_until = max(gate.paused_until, time.monotonic() + self._pause)
            gate.lock.release()

    def postpone(self, host: str, seconds: float) -> None:
        """Keep the gate of a host closed for so long."""
        gate = self._gate(host)
        gate.postponed_until = max(gate.postponed_until, time.monotonic() + seconds)

    def _gate(self, host: str) -> _Gate:
        with self._lock:
            return self._gates.setdefault(host, _Gate())


def retry_after_seconds(value: str, now: datetime) -> float | None:
    """The seconds of a Retry-After header, a number or a date; None for anything else.

    https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
    """
    value = value.strip()
    if value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS:
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())
