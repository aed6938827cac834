"""The progress of long work, on a terminal."""

import sys
from io import StringIO

import pytest

from bot.cli.progress import with_progress
from tests.cli.screen import errors_on_a_terminal
from tests.command_line import Place, markdown


def test_long_work_shows_its_progress_and_clears_it(place: Place):
    place.write("a", markdown())
    seen = errors_on_a_terminal(place, "preview", *["a"] * 30)
    assert seen.startswith("\r\x1b[K0 of 30 issues\r\x1b[K1 of 30 issues")
    assert seen.endswith("29 of 30 issues\r\x1b[K")
    assert errors_on_a_terminal(place, "preview", "a") == ""


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("count", "output", "errors", "is_shown"),
    [
        (20, StringIO, Terminal, True),
        (19, StringIO, Terminal, False),
        (20, Terminal, Terminal, False),
        (20, StringIO, StringIO, False),
    ],
)
def test_progress_is_shown_where_nothing_else_shows_it(
    monkeypatch, count: int, output: type[StringIO], errors: type[StringIO], is_shown: bool
):
    screen = errors()
    monkeypatch.setattr(sys, "stdout", output())
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(with_progress(range(count))) == list(range(count))
    shown = [f"\r\x1b[K{done} of {count} issues" for done in range(count)]
    assert screen.getvalue() == ("".join(shown) + "\r\x1b[K" if is_shown else "")
