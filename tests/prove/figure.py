"""What a part of the proof has to say: one line of the table."""

from typing import NamedTuple


class Figure(NamedTuple):
    """What was tried, how many times, how many of these held, and how to see each of the others again."""

    what: str
    tried: int
    held: int
    failures: tuple[str, ...] = ()
