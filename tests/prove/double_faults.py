"""Double faults: two accidents in one life, the second in the same run or in the one that makes good for the first."""

from collections.abc import Iterator
from functools import cache
from random import Random

from .figure import Figure
from .prepared import undisturbed
from .scenarios import SCENARIOS
from .single_faults import Accident, accidents, leaves_no_trace
from .trials import Trial, figures

COUNT = 10_000


def trials(seed: int) -> Iterator[Trial]:
    chance = Random(seed)
    for _ in range(COUNT):
        name = chance.choice(list(SCENARIOS))
        happening = draw(chance, len(undisturbed(name)[1]))
        reported = f"{name}: {', then '.join(map(str, happening))}"
        yield Trial("double faults, drawn by chance", reported, leaves_no_trace, (name, happening))


def draw(chance: Random, requests: int) -> tuple[Accident, Accident]:
    first, second = chance.choice(possible(requests)), chance.choice(possible(requests))
    return first, second._replace(at=first.at + second.at)


@cache
def possible(requests: int) -> list[Accident]:
    return list(accidents(requests))


def prove(seed: int) -> Iterator[Figure]:
    return figures(__name__, seed)
