"""What is done again after an unclear answer, and after how long."""

import pytest

from bot.cli.connection import RETRY_DELAYS, with_retries
from bot.github.errors import PermissionDenied, TransientError


def test_what_is_done_at_once_is_done_once():
    acts, pauses = list[str](), list[float]()
    with_retries(lambda: acts.append("act"), pauses.append)
    assert (acts, pauses) == (["act"], [])


@pytest.mark.parametrize("count", range(len(RETRY_DELAYS) + 1))
def test_what_was_unclear_is_done_again_after_longer_and_longer_pauses(count: int):
    errors, pauses = [TransientError("x") for _ in range(count)], list[float]()

    def act() -> str:
        if errors:
            raise errors.pop()
        return "done"

    assert with_retries(act, pauses.append) == "done"
    assert pauses == list(RETRY_DELAYS[:count])


def test_what_never_becomes_clear_is_an_error():
    def act() -> None:
        raise TransientError("x")

    pauses = list[float]()
    with pytest.raises(TransientError):
        with_retries(act, pauses.append)
    assert pauses == list(RETRY_DELAYS)


def test_what_will_not_heal_is_not_tried_again():
    def act() -> None:
        raise PermissionDenied("x")

    pauses = list[float]()
    with pytest.raises(PermissionDenied):
        with_retries(act, pauses.append)
    assert not pauses
