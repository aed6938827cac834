"""Hostile text: the corpus in every place, pairs of it by chance, mutations of it, and whole runs with it.

`python -m tests.prove.hostile_texts SEED GROUP INDEX` tries one again.
"""

import random
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import product
from multiprocessing import get_context
from typing import Any, NamedTuple

from bot.forms.form import Kind
from tests.charger_list import FORMS, OPTIONS
from tests.desired import desired_state
from tests.prove.edited_list import complaints_of_error, complaints_of_list
from tests.prove.figure import Figure
from tests.prove.hostile_places import ANSWERS, HANDMADE, PLACES, TYPED, Trial, trial
from tests.prove.hostile_values import Value, corpus, mutated
from tests.prove.judge import complaints
from tests.prove.whole_runs import complaints_of_run, is_typable
from tests.stage import form

_PROCESSES, _IN_A_ROW = 2, 250
_MOST_PAIRS = _MOST_MUTATIONS = 3000
_MOST_LISTS = 1000
_SIGNS = (
    "a",
    "$",
    "\\",
    "|",
    "<",
    "&lt;",
    "@a",
    "#1",
    ":x:",
    "GH-1 ",
    "www.",
    "`",
    "\N{SUN}",
    "\N{ELECTRIC PLUG}",
)

_EVERYWHERE: dict[str, Callable[[str], Any]] = {**PLACES, **HANDMADE, "an error": str}

Judge = Callable[[Any], Iterable[str]]


class Attempt(NamedTuple):
    """Hostile texts by the place that each goes to; several places are fields of one form."""

    name: str
    texts: tuple[tuple[str, str], ...]

    @property
    def trial(self) -> Any:
        """What the judge looks at: an issue on its way, a list, or the words of an error."""
        if len(self.texts) == 1:
            ((place, text),) = self.texts
            return _EVERYWHERE[place](text)
        kind = next(form.kind for form in FORMS if self.texts[0][0].startswith(f"{form.kind}: "))
        return trial(kind, **{place.partition(": ")[2]: text for place, text in self.texts})


def complaints_of_decision(trial: Trial) -> Iterator[str]:
    return complaints(trial, desired_state(trial.snapshot, FORMS))


class Group(NamedTuple):
    """Attempts that one line of the table counts, and who judges them."""

    what: str
    attempts: list[Attempt]
    judge: Judge = complaints_of_decision


def prove(seed: int) -> Iterator[Figure]:
    """All values in all places take minutes."""
    for number, group in enumerate(groups(seed)):
        yield _figure(group, f"python -m tests.prove.hostile_texts {seed} {number}")


def groups(seed: int) -> list[Group]:
    """What is drawn by chance comes from the seed."""
    draw = random.Random(seed)
    mutated_lists = [_mutation(draw, HANDMADE) for _ in range(_MOST_LISTS)]
    return [
        Group(f"{len(corpus())} hostile texts in each of {len(PLACES)} places", _each_in(PLACES)),
        Group("two hostile texts in one form", [_pair(draw) for _ in range(_MOST_PAIRS)]),
        Group(
            "mutations of hostile texts", [_mutation(draw, PLACES) for _ in range(_MOST_MUTATIONS)]
        ),
        Group("forms with each answer as long as it may be", filled()),
        Group(
            f"hostile texts in each of {len(HANDMADE)} places of a list",
            _each_in(HANDMADE),
            complaints_of_list,
        ),
        Group("mutations of hostile texts in a list", mutated_lists, complaints_of_list),
        Group(
            "hostile texts in an error that ends a run", _each_in(["an error"]), complaints_of_error
        ),
        Group(
            "hostile texts in whole runs of the bot, each run again",
            whole_runs(draw),
            complaints_of_run,
        ),
    ]


def _each_in(places: Iterable[str]) -> list[Attempt]:
    return [
        Attempt(value.name, ((place, value.text),)) for value, place in product(corpus(), places)
    ]


def _pair(draw: random.Random) -> Attempt:
    fields = draw.choice(FORMS.forms)
    places = draw.sample([place for place in ANSWERS if place.startswith(f"{fields.kind}: ")], 2)
    values = draw.sample(corpus(), 2)
    texts = tuple((place, value.text) for place, value in zip(places, values, strict=True))
    return Attempt(" and ".join(value.name for value in values), texts)


def filled() -> list[Attempt]:
    """Everything at its limit at once, of signs that take up to fourteen characters to be shown."""
    return [
        Attempt(f"full of {sign}", _full(fields.kind, sign, lines))
        for fields, sign, lines in product(FORMS, _SIGNS, (1, 40))
    ]


def _full(kind: Kind, sign: str, lines: int) -> tuple[tuple[str, str], ...]:
    def full(limit: int) -> str:
        return (sign * limit)[:limit].strip()

    names = [f"X{place} {'~|' * 48}" for place in range(lines)]
    answers = {
        "models": "\n".join(names),
        "new_model": names[0],
        "notes": full(300),
        "sources": "\n".join(
            f"[{full(118)}](https://x{place}.example/{'a&lt;' * 190})" for place in range(5)
        ),
        "reason": f"a{sign * 9_000}"[:9_000],
        "correction": "Rename the model",
        "ocpp_versions": ", ".join(OPTIONS["ocpp_versions"]),
    }
    asked = {field.id for field in form(kind).fields}
    return tuple(
        (f"{kind}: {field_id}", text) for field_id, text in answers.items() if field_id in asked
    )


def _mutation(draw: random.Random, places: Iterable[str]) -> Attempt:
    value: Value = draw.choice(corpus())
    return Attempt(f"mutated {value.name}", ((draw.choice(list(places)), mutated(value, draw)),))


def whole_runs(draw: random.Random) -> list[Attempt]:
    """Each value in a place that is drawn, of those where a person can type it at its length."""
    fitting = (
        (value, [place for place in TYPED if is_typable(TYPED[place](value.text))])
        for value in corpus()
    )
    return [
        Attempt(value.name, ((draw.choice(places), value.text),))
        for value, places in fitting
        if places
    ]


def reported(attempt: Attempt, judge: Judge = complaints_of_decision) -> str:
    """What is wrong with an attempt; empty when nothing is."""
    try:
        found = list(judge(attempt.trial))
    except Exception as error:  # noqa: BLE001 a crash is what is looked for
        found = [f"a crash: {error!r}"]
    where = ", ".join(f"{place} = {text[:200]!a}" for place, text in attempt.texts)
    return f"{attempt.name}: {where}: {'; '.join(found)[:300]}" if found else ""


def all_reported(judge: Judge, command: str, row: list[tuple[int, Attempt]]) -> list[str]:
    """What is wrong with each of some numbered attempts, and how to see it again."""
    return [
        f"{words}\n        {command} {index}"
        for index, attempt in row
        if (words := reported(attempt, judge))
    ]


def _figure(group: Group, command: str) -> Figure:
    """Processes end after a while, since cmarkgfm does not give its memory back."""
    numbered = list(enumerate(group.attempts))
    rows = [numbered[start : start + _IN_A_ROW] for start in range(0, len(numbered), _IN_A_ROW)]
    with get_context("fork").Pool(_PROCESSES, maxtasksperchild=8) as pool:
        failures = _joined(pool.imap(partial(all_reported, group.judge, command), rows))
    return Figure(group.what, len(numbered), len(numbered) - len(failures), failures)


def _joined(parts: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(failure for part in parts for failure in part)


if __name__ == "__main__":
    seed, number, index = map(int, sys.argv[1:])
    again = groups(seed)[number]
    sys.exit(reported(again.attempts[index], again.judge) or 0)
