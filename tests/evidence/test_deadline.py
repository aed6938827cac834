"""Points in time until which something may take."""

import time

from bot.evidence.deadline import Deadline

FAR = 1_000.0  # seconds, so that the time that the test takes does not count


def test_a_deadline_that_is_over_leaves_nothing():
    assert Deadline(time.monotonic() - 1).remaining == 0
    assert Deadline.after(0).remaining == 0


def test_a_deadline_to_come_leaves_the_rest():
    assert 0 < Deadline.after(FAR).remaining <= FAR


def test_of_two_deadlines_the_earlier_counts():
    soon = Deadline.after(FAR)
    assert soon.earlier(2 * FAR) == soon
    assert soon.earlier(FAR / 2).at < soon.at
    assert soon.earlier(FAR / 2).at > time.monotonic()
