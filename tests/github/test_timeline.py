"""Times, accounts, labels and comments in GitHub's answers."""

from datetime import UTC, datetime

import pytest

from bot.decision.decision import Status
from bot.github.answers import Actor, Comment, Connection, Event, Label
from bot.github.timeline import (
    NEVER,
    actor_of,
    is_by,
    is_same_account,
    is_status,
    label_names,
    latest_time,
)
from bot.render.markers import with_status

EARLY, LATE = (datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2))


def events(*logins: str | None) -> Connection[Event]:
    """An event by each account; None stands for a closed one."""
    nodes = tuple(Event(actor=Actor(login=login) if login else None) for login in logins)
    return Connection[Event](nodes=nodes)


def test_of_no_event_nothing_is_known():
    assert latest_time([]) == latest_time([Event()]) == NEVER
    assert actor_of(events()) == ""
    assert not is_by(events(), "bot[bot]")


def test_the_latest_event_counts_whatever_the_order():
    times = [Event(created_at=LATE), Event(), Event(created_at=EARLY)]
    assert latest_time(times) == LATE
    assert actor_of(events("ada", "bob")) == "bob"


def test_a_closed_account_has_no_name():
    assert actor_of(events(None)) == ""
    assert actor_of(events("ada", None)) == "ada"


@pytest.mark.parametrize(
    ("login", "viewer", "is_same"),
    [("app", "app[bot]", True), ("app[bot]", "app", True), ("ada", "ada", True), ("a", "b", False)],
)
def test_an_app_is_one_account_with_and_without_its_ending(login: str, viewer: str, is_same: bool):
    assert is_same_account(login, viewer) is is_same
    assert is_by(events("other", login), viewer) is is_same


def test_labels_keep_their_order():
    labels = Connection[Label](nodes=(Label(name="b"), Label(name="a")))
    assert label_names(labels) == ("b", "a")


@pytest.mark.parametrize(
    ("body", "is_ours", "expected"),
    [
        (with_status("Fine", Status.PROPOSED), True, True),
        (with_status("Fine", Status.PROPOSED), False, False),
        ("Fine", True, False),
    ],
)
def test_a_comment_on_the_status_is_ours_and_has_the_marker(body, is_ours, expected):
    assert is_status(Comment(id="IC_1", body=body, viewer_did_author=is_ours)) is expected
