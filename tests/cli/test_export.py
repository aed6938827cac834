"""`export`: the list as JSON, CSV or in numbers, on standard output."""

import json
import subprocess
import sys

import pytest

from tests.charger_list import LIST
from tests.command_line import Place, environment_of
from tests.export.lists import FIRST, HEAD, TABLE, row


def test_the_numbers_are_those_of_the_list(place: Place):
    rows = [
        row("Zaptec Go", "1.6J / 2.0.1", "☁️ Cloud / 🔌 Direct"),
        row("Zaptec Pro", source="[a](https://x.example)"),
        row("Zaptec Max", ways="🔌 Direct"),
    ]
    text = HEAD + "\n".join(rows) + f"\n\n### A\\*\\|b\n\n{TABLE}"
    ran = place.bot("export", "--format", "statistics", place.write("other.md", text))
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    for line in (
        "| Brands | 2 |", "| Chargers | 3 |", "| Chargers without a source | 2 |",
        "| 1.6S | 0 |", "| 1.6J | 3 |", "| 2.0.1 | 1 |",
        "| direct only | 1 |", "| cloud only | 1 |", "| cloud or direct | 1 |",
        "| Zaptec | 3 | 2 |", r"| A\*\|b | 0 | 0 |",
    ):  # fmt: skip
        assert line in lines


@pytest.mark.parametrize(
    ("format_", "start"), [("json", '{\n  "schema_version": 1,'), ("csv", "brand,model,")]
)
def test_a_format_is_printed_and_json_is_the_usual_one(place: Place, format_: str, start: str):
    ran = place.bot("export", "--format", format_)
    assert (ran.status, ran.err, ran.out.startswith(start)) == (0, "", True)
    if format_ == "json":
        assert place.bot("export").out == ran.out


def test_bytes_are_the_same_whatever_the_locale(place: Place):
    place.write("README.md", LIST.replace("Zaptec Pro", "Zaptec Prô ☁️"))
    for format_ in ("json", "csv"):
        ran = place.process("export", "--format", format_, LC_ALL="C", PYTHONUTF8="0")
        assert (ran.status, "Zaptec Prô ☁️" in ran.out) == (0, True)
        assert ran.out.count("\r\n") == (ran.out.count("\n") if format_ == "csv" else 0)


def test_what_is_left_out_is_named_with_its_line(place: Place):
    ran = place.bot("export", place.write("list.md", HEAD + row(versions="3.0") + "\n"))
    assert (ran.status, json.loads(ran.out)["chargers"]) == (0, [])
    assert ran.err.startswith(f"list.md:{FIRST}: left out: OCPP Version: ")


def test_a_list_that_is_broken_or_missing_needs_a_maintainer(place: Place):
    broken = place.bot("export", place.write("broken.md", "# Nothing\n"))
    assert (broken.status, broken.out) == (1, "")
    assert broken.err.startswith("error: broken.md:1: ")
    missing = place.bot("export", "missing.md")
    assert (missing.status, missing.out) == (1, "")
    assert missing.err == "error: missing.md: No such file or directory.\n"


@pytest.mark.parametrize(
    "arguments", [["--format", "xml"], ["a.md", "b.md"], ["--nope"]], ids=" ".join
)
def test_a_wrong_call_shows_the_usage(place: Place, arguments: list[str]):
    ran = place.bot("export", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: python -m bot")


COMMANDS = row(notes="a&#10; ::error::x ##[error]y")


def test_no_cell_commands_the_runner_whose_log_it_gets_into(place: Place):
    name = place.write("list.md", HEAD + COMMANDS + "\n")
    outside = place.process("export", "--format", "csv", name)
    assert "\n ::error::x ##[error]y" in outside.out
    inside = place.process("export", "--format", "csv", name, GITHUB_ACTIONS="true")
    assert inside.out == outside.out.replace(" ::error::x ##[error]y", " : :error::x # #[error]y")


def test_a_file_in_a_workflow_has_the_same_bytes(place: Place):
    name = place.write("list.md", HEAD + COMMANDS + "\n")
    command = [sys.executable, "-m", "bot", "export", "--format", "csv", name]
    environment = environment_of(place.folder) | {"GITHUB_ACTIONS": "true"}
    with (place.folder / "list.csv").open("wb") as file:
        subprocess.run(command, cwd=place.folder, env=environment, stdout=file, check=True)
    there = (place.folder / "list.csv").read_text(encoding="utf-8")
    assert "\n ::error::x ##[error]y" in there
