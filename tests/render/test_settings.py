"""What a maintainer must set up."""

import pytest

from bot.render import settings


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (settings.wait("60"), "GitHub asks the bot to wait for 60 s. Nothing is lost"),
        (settings.wait(None), "GitHub asks the bot to wait. Nothing is lost"),
        (settings.rules("no `x`"), "A rule of this repository forbids what the bot wants to write"),
        (
            settings.server_too_old("Field a"),
            "This server does not know what the bot asks for: `Fi",
        ),
        (settings.unreachable("Gone."), "The issue cannot be reached: Gone. It may be locked"),
        (settings.no_answer("502"), "GitHub gave no clear answer (502). Nothing is lost"),
    ],
)
def test_a_reason_is_named(text: str, start: str):
    assert text.startswith(start)
