"""Points in time to be done by."""

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Deadline:
    """A point on the monotonic clock, in seconds."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """A deadline this many seconds from now."""
        return cls(time.monotonic() + seconds)

    def earlier(self, seconds: float) -> "Deadline":
        """This deadline or one in so many seconds, the earlier of the two."""
        return Deadline(min(self.at, time.monotonic() + seconds))

    @property
    def remaining(self) -> float:
        """The seconds left, at least 0."""
        return max(0.0, self.at - time.monotonic())
