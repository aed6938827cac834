"""Hostile text: the corpus in every place, pairs of it by chance, and mutations of it."""

import random
from collections.abc import Iterable, Iterator
from itertools import product
from multiprocessing import get_context
from typing import NamedTuple

from tests.prove.figure import Figure
from tests.prove.judge import complaints
from tests.prove.places import ANSWERS, PLACES, Trial, trial
from tests.prove.values import Value, corpus, mutated
from tests.stage import FORMS

_PROCESSES, _IN_A_ROW = 2, 250
_MOST_PAIRS = _MOST_MUTATIONS = 3000


class Attempt(NamedTuple):
    """Hostile texts by the place that each goes to; several places are fields of one form."""

    name: str
    texts: tuple[tuple[str, str], ...]

    @property
    def trial(self) -> Trial:
        if len(self.texts) == 1:
            ((place, text),) = self.texts
            return PLACES[place](text)
        kind = next(form.kind for form in FORMS if self.texts[0][0].startswith(f"{form.kind}: "))
        return trial(kind, **{place.partition(": ")[2]: text for place, text in self.texts})


def prove(seed: int) -> Iterator[Figure]:
    """All values in all places take minutes; what is drawn by chance comes from the seed."""
    draw = random.Random(seed)
    everywhere = [Attempt(value.name, ((place, value.text),)) for value, place in product(corpus(), PLACES)]
    yield _figure(f"{len(corpus())} hostile texts in each of {len(PLACES)} places", everywhere)
    yield _figure("two hostile texts in one form", [_pair(draw) for _ in range(_MOST_PAIRS)])
    yield _figure("mutations of hostile texts", [_mutation(draw) for _ in range(_MOST_MUTATIONS)])


def _pair(draw: random.Random) -> Attempt:
    fields = draw.choice(FORMS)
    places = draw.sample([place for place in ANSWERS if place.startswith(f"{fields.kind}: ")], 2)
    values = draw.sample(corpus(), 2)
    texts = tuple((place, value.text) for place, value in zip(places, values, strict=True))
    return Attempt(" and ".join(value.name for value in values), texts)


def _mutation(draw: random.Random) -> Attempt:
    value: Value = draw.choice(corpus())
    return Attempt(f"mutated {value.name}", ((draw.choice(list(PLACES)), mutated(value, draw)),))


def told(attempt: Attempt) -> str:
    """What is wrong with an attempt, and how to see it again; empty when nothing is."""
    try:
        found = list(complaints(attempt.trial))
    except Exception as error:  # noqa: BLE001 a crash is what is looked for
        found = [f"a crash: {error!r}"]
    where = ", ".join(f"{place} = {text[:200]!a}" for place, text in attempt.texts)
    return f"{attempt.name}: {where}: {'; '.join(found)[:300]}" if found else ""


def _all_told(attempts: list[Attempt]) -> list[str]:
    return list(filter(None, map(told, attempts)))


def _figure(what: str, attempts: list[Attempt]) -> Figure:
    """Processes end after a while, since cmarkgfm does not give its memory back."""
    rows = [attempts[start : start + _IN_A_ROW] for start in range(0, len(attempts), _IN_A_ROW)]
    with get_context("fork").Pool(_PROCESSES, maxtasksperchild=8) as pool:
        failures = _joined(pool.imap(_all_told, rows))
    return Figure(what, len(attempts), len(attempts) - len(failures), failures)


def _joined(parts: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(failure for part in parts for failure in part)
