from datetime import UTC, date, datetime, timedelta

import pytest

from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.history import History, archived_copy

START = datetime(2026, 11, 1, 4, 0, tzinfo=UTC)
ADDRESS = "https://zaptec.com/ocpp"
NEW_ADDRESS = "https://zaptec.com/new"
A, M, B, U, X = Verdict.ALIVE, Verdict.MOVED, Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.MISSING


def record(*sights):
    """The record after runs, each a number of hours from the start and a verdict."""
    history = History(records={})
    for hours, verdict in sights:
        moved_to = NEW_ADDRESS if verdict is M else None
        at = START + timedelta(hours=hours)
        answer = SourceAnswer(
            address=ADDRESS, verdict=verdict, reason="a word", asked_at=at, moved_to=moved_to
        )
        history = history.learn([answer])
    return history.records[ADDRESS]


@pytest.mark.parametrize(
    "sights",
    [
        [(0, X)],
        [(0, X), (23, X)],
        [(0, X), (1, X), (2, X), (3, X)],
        [(0, X), (30, U)],
        [(0, X), (30, B), (60, U)],
        [(0, X), (20, A), (30, X)],
        [(0, X), (20, M), (30, X)],
        [(0, U), (30, X)],
    ],
)
def test_not_dead(sights):
    assert not record(*sights).is_dead


@pytest.mark.parametrize(
    "sights",
    [
        [(0, X), (24, X)],
        [(0, X), (10, X), (24, X)],
        [(0, X), (10, U), (24, X)],
        [(0, A), (168, X), (336, X)],
        [(0, X), (30, X), (60, U)],
        [(0, X), (30, X), (60, B)],
    ],
)
def test_dead(sights):
    assert record(*sights).is_dead


def test_a_dead_address_is_dead_no_more_once_it_was_seen():
    assert not record((0, X), (30, X), (60, A)).is_dead


def test_what_is_unclear_today_is_not_called_dead_today():
    one = record((0, X), (30, X), (60, U))
    assert (one.is_dead, one.status) == (True, U)


def test_since_when_and_how_often():
    one = record((0, A), (10, A), (20, B), (30, B), (40, B))
    assert (one.verdict, one.reason, one.asked_at) == (B, "a word", START + timedelta(hours=40))
    assert (one.since, one.count, one.alive_at) == (
        START + timedelta(hours=20),
        3,
        START + timedelta(hours=10),
    )


def test_how_often_it_was_missing():
    counts = []
    for sights in ([(0, X)], [(0, X), (9, U), (30, X)]):
        absence = record(*sights).absence
        assert absence
        counts.append((absence.since, absence.count))
    assert counts == [(START, 1), (START, 2)]


def test_the_new_address_is_kept_until_the_old_one_answers_itself():
    assert record((0, M)).moved_to == NEW_ADDRESS
    assert record((0, M), (30, U)).moved_to == NEW_ADDRESS
    assert record((0, M), (30, A)).moved_to is None


def test_the_same_answer_counts_once():
    assert record((0, X), (30, X), (30, X)) == record((0, X), (30, X))


def test_an_older_answer_changes_nothing():
    assert record((30, A), (0, X)) == record((30, A))


def test_the_copy_nearest_to_a_day_has_the_day_and_the_whole_address():
    address = "https://x.example/a?b=1#c"
    made = f"https://web.archive.org/web/20260203/{address}"
    assert archived_copy(address, date(2026, 2, 3)) == made
