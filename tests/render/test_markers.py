"""Marks which only programs see."""

import pytest

from bot.decision.decision import Status
from bot.render.markers import (
    as_taken_over,
    is_taken_over,
    status_in,
    with_digest,
    with_status,
    written_for,
)

DIGEST = "0123456789ab"


@pytest.mark.parametrize(
    ("comment", "status"),
    [
        ("", None),
        ("Hello\n\n<!-- charger-bot: status merged -->", None),
        ("Hello <!-- charger-bot: status -->\n\nmore", ""),
        ("Hello <!-- charger-bot: status not_a_form -->\n\nmore", "not_a_form"),
        ("Hello <!-- charger-bot: status Merged -->", None),
    ],
)
def test_a_status_is_read_in_the_first_line(comment: str, status: str | None):
    assert status_in(comment) == status


@pytest.mark.parametrize("comment", ["One.", "One.\n\nTwo.\n\nThree."])
def test_a_status_is_written_into_the_first_line(comment: str):
    marked = with_status(comment, Status.MERGED)
    assert status_in(marked) == "merged"
    assert marked.replace(" <!-- charger-bot: status merged -->", "") == comment


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"])
def test_the_digest_of_a_text_is_its_last_line(end: str):
    assert written_for(with_digest("Text", DIGEST) + end) == DIGEST
    assert written_for(with_digest("Text", DIGEST) + f"{end}\nmore") is None
    assert written_for("") is None


def test_who_has_taken_over_is_said_on_top():
    assert is_taken_over(as_taken_over("Kim has"))
    assert is_taken_over(f"{as_taken_over('Kim has')}\n\nText")
    assert not is_taken_over(f"Text\n\n{as_taken_over('Kim has')}")
