"""Trying many small things on two processors; `python -m tests.prove.trials PART SEED INDEX` tries one again."""

import importlib
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby
from multiprocessing import get_context
from typing import Any, NamedTuple

from .figure import Figure

WORKERS = 2


class Trial(NamedTuple):
    """Something to try: the line of the table that it counts for, its name, and what raises if it does not hold."""

    what: str
    name: str
    hold: Callable[..., None]
    arguments: tuple[Any, ...]


@cache
def trials_of(part: str, seed: int) -> list[Trial]:
    return list(importlib.import_module(part).trials(seed))


def figures(part: str, seed: int) -> Iterator[Figure]:
    """Try all trials of a part, and count each group of them."""
    trials = trials_of(part, seed)
    with get_context("fork").Pool(WORKERS) as pool:
        results = pool.imap(
            tried, ((part, seed, index) for index in range(len(trials))), chunksize=20
        )
        for what, group in groupby(zip(trials, results, strict=True), key=lambda one: one[0].what):
            yield pluralize(what, [result for _, result in group])


def pluralize(what: str, results: list[str]) -> Figure:
    failures = tuple(result for result in results if result)
    return Figure(what, len(results), len(results) - len(failures), failures)


def tried(case: tuple[str, int, int]) -> str:
    """Try one; what comes back says what went wrong, and how to see it again."""
    part, seed, index = case
    trial = trials_of(part, seed)[index]
    try:
        trial.hold(*trial.arguments)
    except Exception as error:  # noqa: BLE001 whatever it is, it is reported
        return f"{trial.name}: {type(error).__name__}: {error}\n        python -m {__name__} {part} {seed} {index}"
    return ""


if __name__ == "__main__":
    again = trials_of(sys.argv[1], int(sys.argv[2]))[int(sys.argv[3])]
    print(again.name)
    again.hold(*again.arguments)
