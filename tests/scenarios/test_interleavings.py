"""Two act at the same time: nothing is broken at any request, and one sweep later all is at rest.

`make prove` tries every order from many beginnings; here is a part of it.
"""

from random import Random

import pytest

from tests.prove.interleavings import MEANWHILE, PAIRS, comes_right, orders
from tests.prove.turns import Actor, perform, wait_for_turn

SEED = 5
STRIDE = 90


def one_of(pair, beginning):
    return next(play for play in PAIRS[pair] if play.prepare.__name__ == beginning)


@pytest.mark.parametrize("pair", MEANWHILE)
def test_a_person_may_act_between_any_two_requests(pair):
    play = one_of(pair, "edited")
    places = orders(play, Random(SEED))
    assert len(places) > 5
    for place in places:
        comes_right(play, place)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair not in MEANWHILE])
def test_two_runs_may_overlap(pair):
    for play in PAIRS[pair][:2]:
        for order in orders(play, Random(SEED))[::STRIDE]:
            comes_right(play, order)


def walker(name, steps, seen):
    def walk():
        for _ in range(steps):
            wait_for_turn()
            seen.append(name)

    return Actor(walk)


def test_steps_are_taken_in_the_order_that_was_asked_for():
    seen: list[str] = []
    perform([walker("a", 3, seen), walker("b", 2, seen)], (1, 0, 0, 1, 0))
    assert seen == ["b", "a", "a", "b", "a"]


def test_whoever_needs_more_steps_gets_them():
    seen: list[str] = []
    perform([walker("a", 1, seen), walker("b", 3, seen)], (0, 0, 0))
    assert seen == ["a", "b", "b", "b"]


def test_what_one_of_them_raises_is_raised():
    def stumble():
        wait_for_turn()
        raise AssertionError("stumbled")

    with pytest.raises(AssertionError, match="stumbled"):
        perform([walker("a", 2, []), Actor(stumble)], (0, 1))
