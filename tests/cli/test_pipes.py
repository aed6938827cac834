"""Output that is closed, full or read in part is no reason for a traceback."""

import subprocess
import sys

import pytest

from tests.charger_list import LIST
from tests.command_line import Place, environment_of, markdown


def in_a_shell(place: Place, line: str) -> tuple[int, bytes, bytes]:
    """Run a line of a shell in which `bot` is the bot; its exit status is that of the bot."""
    script = f'set -o pipefail; bot() {{ "{sys.executable}" -m bot "$@"; }}; {line}'
    environment = environment_of(place.folder)
    done = subprocess.run(
        ["bash", "-c", script], cwd=place.folder, env=environment, capture_output=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("count", [1, 200])
def test_a_reader_that_has_had_enough_is_no_error(place: Place, count: int):
    """With little output the pipe breaks when the process ends; with much, in the middle."""
    place.write("a", markdown())
    line = f"bot preview {'a ' * count} | :"
    assert in_a_shell(place, line) == (0, b"", b"")


@pytest.mark.parametrize("count", [1, 2000])
def test_what_a_reader_that_has_had_enough_did_not_see_is_an_error_all_the_same(
    place: Place, count: int
):
    (row,) = (line for line in LIST.splitlines(keepends=True) if line.startswith("| Zaptec Pro"))
    rows = (row.replace("Pro", f"Pro {number}").replace("1.6J", "1.9") for number in range(count))
    place.write("README.md", LIST.replace(row, "".join(rows)))
    assert in_a_shell(place, "bot check --format json | :") == (1, b"", b"")


@pytest.mark.parametrize("command", ["preview a >&-", "preview --json a >&-"])
def test_a_closed_output_is_no_error(place: Place, command: str):
    place.write("a", markdown())
    assert in_a_shell(place, f"bot {command}") == (0, b"", b"")


def test_what_goes_wrong_with_the_output_closed_is_reported_in_one_line(place: Place):
    variables = "GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=/nowhere/summary"
    status, out, err = in_a_shell(place, f"export {variables}; bot check >&-")
    assert (status, out, err.count(b"\n"), err.startswith(b"error: ")) == (1, b"", 1, True)


def test_what_goes_wrong_is_no_output_where_that_is_all_there_is(place: Place):
    assert in_a_shell(place, "bot export missing.md 2>&-") == (1, b"", b"")


def test_a_closed_input_is_an_empty_issue(place: Place):
    status, _, err = in_a_shell(place, "bot preview - <&-")
    assert (status, err) == (0, b"")


def test_a_full_disk_is_reported_in_one_line(place: Place):
    place.write("a", markdown())
    status, _, err = in_a_shell(place, "bot preview a >/dev/full")
    assert (status, err) == (1, b"error: The output cannot be written: No space left on device.\n")
