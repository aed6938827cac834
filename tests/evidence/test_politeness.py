import threading
from datetime import UTC, datetime

import pytest

from bot.evidence.deadline import Deadline
from bot.evidence.politeness import AskedToWait, HostGates, NoTurn, retry_after_seconds

NO_TIME = "^it was not asked: the time was over$"
NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Mon, 30 Nov 2026 12:01:00 GMT", 60),
        ("Monday, 30-Nov-26 12:01:00 GMT", 60),
        ("Mon Nov 30 12:01:00 2026", 60),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        ("Mon, 30 Nov 2026 12:01:00", 60),
        ("9" * 9, 999_999_999),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("١٢", None),
        ("9" * 5000, None),
        ("Mon, 99 Foo 9999 99:99:99 GMT", None),
        ("Mon, 30 Nov 2026 12:01:00 +9999", None),
    ],
)
def test_retry_after(value, seconds):
    assert retry_after_seconds(value, NOW) == seconds


def test_one_at_a_time_for_a_host():
    gates = HostGates(pause=0)
    inside = []
    most = []

    def enter():
        with gates.turn("zaptec.com", Deadline.after(5)):
            inside.append(1)
            most.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=enter) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 20


def test_another_host_need_not_wait():
    gates = HostGates(pause=1000)
    with gates.turn("zaptec.com", Deadline.after(5)), gates.turn("go-e.com", Deadline.after(5)):
        pass


def test_who_cannot_have_a_turn_in_time_does_not_wait():
    gates = HostGates(pause=1000)
    with gates.turn("zaptec.com", Deadline.after(5)):
        pass
    with pytest.raises(NoTurn, match=NO_TIME), gates.turn("zaptec.com", Deadline.after(5)):
        pass


def test_who_waits_for_another_waits_until_the_deadline():
    gates = HostGates(pause=0)
    with gates.turn("zaptec.com", Deadline.after(5)):
        deadline = Deadline.after(0.01)
        with pytest.raises(NoTurn, match=NO_TIME), gates.turn("zaptec.com", deadline):
            pass


def test_a_turn_comes_after_the_longer_pause(monkeypatch):
    slept: list[float] = []
    monkeypatch.setattr("bot.evidence.politeness.time.sleep", slept.append)
    gates = HostGates(pause=100)
    for wait in (0, 300, 200):  # the host's own, the second of which is shorter
        gates.postpone("zaptec.com", wait)
        with gates.turn("zaptec.com", Deadline.after(1000)):
            pass
    assert [round(seconds, -1) for seconds in slept] == [0, 300, 300]


def test_a_host_that_asks_for_a_pause_gets_it():
    gates = HostGates(pause=0)
    gates.postpone("zaptec.com", 1000)
    with pytest.raises(AskedToWait), gates.turn("zaptec.com", Deadline.after(5)):
        pass
