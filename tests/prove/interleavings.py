"""Interleavings: two act at the same time, in every order of their steps, or in as many as are drawn by chance.

A step of the bot is a request with what follows it; a person acts in one step. Where a person acts while the bot runs,
that is each place between two requests.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from itertools import combinations
from math import comb
from random import Random
from typing import NamedTuple

from bot.errors import MaintainerError

from ..octofake.exchange import Request
from ..octofake.issues import Issue
from ..stage import API, Stage, new_charger
from . import lost_events
from .figure import Figure
from .invariants import comments_of
from .lost_events import Act
from .prepared import World, check_no_crash
from .scenarios import SCENARIOS, Scenario, decisions, submissions, surroundings
from .states_of_rest import come_to_rest
from .trials import Trial, figures
from .turns import Actor, perform, wait_for_turn

MOST = 300
Prepare = Callable[[Stage], Issue]


class Play(NamedTuple):
    """The state, what the two do, and whether both run the bot on one issue."""

    prepare: Prepare
    first: tuple[Act, ...]
    second: tuple[Act, ...]
    has_two_runs: bool = False

    @property
    def comments(self) -> int:
        """How many comments of the bot there may be for a while."""
        return 3 if self.has_two_runs else 2

    def __str__(self) -> str:
        parts = (" and ".join(act.__name__ for act in acts) for acts in (self.first, self.second))
        return f"{self.prepare.__name__}: {' | '.join(parts)}"


# What the two do


def run(stage: Stage, issue: Issue) -> None:
    with suppress(MaintainerError):  # a red run, for which the sweep makes good
        stage.reconcile(issue)


def run_on_neighbour(stage: Stage, issue: Issue) -> None:
    run(stage, stage.repository.issues()[0])


def sweep(stage: Stage, issue: Issue) -> None:
    with suppress(MaintainerError):
        check_no_crash(stage.look_over())


def by_person(act: Act, name: str) -> Act:
    def in_one_step(stage: Stage, issue: Issue) -> None:
        wait_for_turn()
        act(stage, issue)

    in_one_step.__name__ = name
    return in_one_step


EDITS = [
    by_person(lost_events.go_3, "edit to Go 3"),
    by_person(lost_events.another_brand, "edit to another brand"),
    by_person(lost_events.field_error, "edit to a mistake"),
]
MEANWHILE = {
    "run/merge": by_person(lost_events.merge, "merge"),
    "run/close": by_person(lost_events.close, "close"),
    "run/decline": by_person(lost_events.decline, "decline"),
    "run/human commit": by_person(lost_events.take_over, "push"),
    "run/amended commit": by_person(lost_events.amend, "amend"),
    "run/renamed pull request": by_person(lost_events.rename, "rename"),
    "run/label taken off": by_person(lost_events.label_off, "take the label off"),
    "run/lock": by_person(lost_events.lock, "lock"),
    "run/delete": by_person(lost_events.delete, "delete"),
    "run/change of the list": by_person(lost_events.move_list, "change the list"),
}

# Neighbours


def the_same_twice(stage: Stage) -> Issue:
    stage.submit(new_charger())
    return stage.submit(new_charger(models="Go 2"))


def two_of_a_new_brand(stage: Stage) -> Issue:
    stage.submit(new_charger(brand="Easee", models="Home"))
    return stage.submit(new_charger(brand="Easee", models="Charge"))


def one_that_withdraws(stage: Stage) -> Issue:
    """The first one asks for something else now, so that the second is next."""
    second = surroundings.waiting(stage)
    stage.run(second)
    stage.repository.issues()[0].edit(body=new_charger(models="Go 3"))
    return second


NEIGHBOURS = (the_same_twice, two_of_a_new_brand, one_that_withdraws)
FRESH = (submissions.new, submissions.correct, submissions.free_text, submissions.duplicate)
ALONE = [
    scenario.prepare
    for scenario in SCENARIOS.values()
    if not scenario.is_swept
    and scenario.prepare is not surroundings.pull_requests_forbidden  # tried at each sweep
]
SWEPT = (
    submissions.new,
    submissions.edited,
    surroundings.list_moved,
    decisions.issue_reopened,
    decisions.merged,
)

PAIRS: dict[str, list[Play]] = {
    "opened/labeled": [Play(prepare, (run,), (run,), has_two_runs=True) for prepare in FRESH],
    "opened/edited": [
        Play(submissions.new, (run,), (edit, run), has_two_runs=True) for edit in EDITS
    ],
    "edited/edited": [
        Play(submissions.edited, (run,), (edit, run), has_two_runs=True) for edit in EDITS
    ],
    "two neighbouring issues": [
        Play(prepare, (run,), (run_on_neighbour,)) for prepare in NEIGHBOURS
    ],
    **{
        pair: [Play(prepare, (run,), (act,)) for prepare in ALONE]
        for pair, act in MEANWHILE.items()
    },
    "run/sweep": [Play(prepare, (run,), (sweep,), has_two_runs=True) for prepare in SWEPT],
}


@cache
def beginning(prepare: Prepare) -> World:
    return World(Scenario(prepare))


@cache
def steps_of(prepare: Prepare, acts: tuple[Act, ...]) -> int:
    """How many steps somebody takes who acts alone."""
    there = beginning(prepare)
    there.again()
    (actor,) = combine(there, (acts,), ())
    return actor.steps


def combine(there: World, parts: Iterable[tuple[Act, ...]], order: Iterable[int]) -> list[Actor]:
    """Let some act in this order; the bot waits for its turn before it asks anything."""
    hub = there.stage.hub
    watch = hub.before_each_request

    def in_turn(request: Request) -> None:
        wait_for_turn()
        if watch:
            watch(request)

    hub.before_each_request = in_turn
    actors = [Actor(partial(one_after_the_other, there, acts)) for acts in parts]
    with hub.in_process(API):
        perform(actors, order)
    return actors


def one_after_the_other(there: World, acts: tuple[Act, ...]) -> None:
    for act in acts:
        act(there.stage, there.issue)


def comes_right(play: Play, order: tuple[int, ...]) -> None:
    """Nothing is broken at any request, and one sweep later each submission is at rest.

    Of two runs that overlap the later one clears a second comment, without waiting for the sweep.
    """
    there = beginning(play.prepare)
    watch = there.again(play.comments)
    combine(there, (play.first, play.second), order)
    if play.has_two_runs:
        assert max(comments_of(there.stage).values()) <= 1, "two comments are left"
    come_to_rest(there.stage)
    watch.verify()


def orders(play: Play, chance: Random) -> list[tuple[int, ...]]:
    """Every order of the steps that the two would take alone, or some of them where there are too many."""
    first, second = (steps_of(play.prepare, acts) for acts in (play.first, play.second))
    if comb(first + second, second) < MOST:
        places = combinations(range(first + second), second)
        return [tuple(int(step in taken) for step in range(first + second)) for taken in places]
    steps = [0] * first + [1] * second
    return sorted(distinct(lambda: tuple(chance.sample(steps, len(steps)))))


def distinct(draw: Callable[[], tuple[int, ...]]) -> set[tuple[int, ...]]:
    found: set[tuple[int, ...]] = set()
    while len(found) < MOST:
        found.add(draw())
    return found


def trials(seed: int) -> Iterator[Trial]:
    for pair, plays in PAIRS.items():
        chance = Random(f"{seed} {pair}")
        for play in plays:
            for order in orders(play, chance):
                reported = f"{play}, {''.join(map(str, order))}"
                yield Trial(f"{pair}, in {len(plays)} plays", reported, comes_right, (play, order))


def prove(seed: int) -> Iterator[Figure]:
    return figures(__name__, seed)
