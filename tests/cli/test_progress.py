"""The progress of long work, on a terminal."""

from tests.cli.screen import errors_on_a_terminal
from tests.command_line import Place, markdown


def test_long_work_shows_its_progress_and_clears_it(place: Place):
    place.write("a", markdown())
    seen = errors_on_a_terminal(place, "preview", *["a"] * 30)
    assert seen.startswith("\r\x1b[K0 of 30 issues\r\x1b[K1 of 30 issues")
    assert seen.endswith("29 of 30 issues\r\x1b[K")
    assert errors_on_a_terminal(place, "preview", "a") == ""
