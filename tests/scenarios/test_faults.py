"""GitHub fails in all its ways at each single request; after at most two more runs all is as if it had not.

`make prove` tries every accident, pairs of them, and far more lives; here is a part of each.
"""

from itertools import islice

import pytest

from bot.decision.decision import Status
from tests.prove import double_faults, lost_events
from tests.prove.prepared import undisturbed, world
from tests.prove.scenarios import SCENARIOS
from tests.prove.single_faults import (
    KINDS,
    accidents,
    graphql_faults,
    heard_undisturbed,
    leaves_no_trace,
    leaves_no_trace_of,
    overcomes,
    photographs,
)
from tests.prove.states_of_rest import State, come_to_rest

SEED = 5
STRIDE = 8  # shares no factor with the number of accidents a request can have, so that all of them come up


def test_the_stride_reaches_every_kind_of_accident():
    assert {
        accident.kind for accident in islice(accidents(len(KINDS)), 0, None, STRIDE)
    } == KINDS.keys()


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_second_run_changes_nothing(name):
    leaves_no_trace(name, ())


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("declined", Status.DECLINED),
        ("taken_over", Status.TAKEN_OVER),
        ("taken_up", Status.PROPOSED),
        ("listed_meanwhile", Status.DUPLICATE),
        ("invalid_since_the_list_moved", Status.REFUSED),
        ("invalid_since_the_form_changed", Status.REFUSED),
        ("list_broken", Status.README_BROKEN),
    ],
)
def test_a_scenario_has_a_status_that_its_author_did_not_cause(name, status):
    *_, before, after = heard_undisturbed(name)[-1]
    assert before != after == status


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_fault_at_any_request_leaves_no_trace(name):
    for accident in islice(accidents(len(undisturbed(name)[1])), 0, None, STRIDE):
        leaves_no_trace(name, (accident,))


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_answer_that_only_graphql_gives_leaves_no_trace(name):
    for at, _, kind in islice(graphql_faults(name), 0, None, 3):
        leaves_no_trace_of(name, at, kind)


@pytest.mark.parametrize("name", SCENARIOS)
def test_reading_an_old_state_leaves_no_trace(name):
    for photograph in islice(photographs(name), 0, None, 6):
        overcomes(name, *photograph)


def test_each_state_of_rest_is_reached():
    names = ("new", "duplicate", "issue_closed", "locked")
    reached = {name: come_to_rest(world(name).again().stage) for name in names}
    assert {state for states in reached.values() for state in states.values()} == set(State)


def test_a_fault_is_met():
    there = world("new")
    there.again()
    there.stage.hub.fault(KINDS["killed"], at=2)
    assert not there.run()
    assert not there.stage.hub.faults


@pytest.mark.parametrize("part", [double_faults, lost_events], ids=["two faults", "lost events"])
def test_what_is_drawn_by_chance_holds(part):
    drawn = [trial for trial in part.trials(SEED) if "each subset" not in trial.what]
    for trial in drawn[:: len(drawn) // 50]:
        trial.hold(*trial.arguments)


@pytest.mark.parametrize("life", lost_events.LIVES)
def test_no_subset_of_the_deliveries_loses_a_submission(life):
    for trial in islice(lost_events.subsets(life), 0, None, 5):
        trial.hold(*trial.arguments)
