"""The table of commands: each can be called as the help describes it."""

import importlib
import inspect
import subprocess
import sys
import tomllib

import pytest

from bot import __version__
from bot.cli.commands import COMMANDS, Command, make_parser
from bot.cli.issues import Options
from bot.cli.sources import SourcesOptions
from tests.charger_list import ROOT
from tests.command_line import Place, environment_of

each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)


def parameters(command: Command) -> set[str]:
    """The keywords that the function of a command takes."""
    module = importlib.import_module(f"bot.cli.{command.name}")
    found = inspect.signature(getattr(module, command.name)).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in found.values()):
        options = SourcesOptions if command.name == "sources" else Options
        found = inspect.signature(options).parameters
    return set(found)


@each_command
def test_a_command_takes_what_its_arguments_give(command: Command):
    required = {"preview": ["a"], "apply": ["a"], "site": ["--output", "a"]}
    given = make_parser("bot").parse_args([command.name, *required.get(command.name, [])])
    assert set(vars(given)) - {"command"} == parameters(command)


@each_command
def test_help_describes_a_command_and_each_argument(place: Place, command: Command):
    ran = place.bot(command.name, "--help")
    text = " ".join(ran.out.split())
    assert ran.status == 0
    assert command.description in text
    for number, meaning in enumerate(command.exit_status):
        assert f" {number} {meaning}" in text
    for names, keywords in command.arguments:
        assert all(name in text for name in names if name.startswith("-"))
        assert keywords["help"] in text


def test_help_lists_the_commands(place: Place):
    listed = " ".join(place.bot("--help").out.split())
    assert all(f"{command.name} {command.help}" in listed for command in COMMANDS)


def test_help_of_preview_names_the_schema(place: Place):
    assert (ROOT / "schema/preview-1.json").exists()
    assert "schema/preview-1.json" in place.bot("preview", "--help").out


def test_version(place: Place):
    assert place.bot("--version") == (0, f"python -m bot {__version__}\n", "")


@pytest.mark.parametrize("name", ["preview", "apply", "check", "export", "doctor"])
def test_before_any_set_up_the_command_for_it_is_named(place: Place, name: str):
    """Without the packages in site-packages, as on a machine where nothing was set up."""
    place.write("a", "Hello")
    arguments = [name, "a"] if name in {"preview", "apply"} else [name]
    done = subprocess.run(
        [sys.executable, "-S", "-m", "bot", *arguments],
        cwd=place.folder,
        env=environment_of(place.folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: The package ")
    assert "`make .venv/run`" in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_and_version_need_no_package(place: Place):
    for argument in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-S", "-m", "bot", argument],
            cwd=place.folder,
            env=environment_of(place.folder),
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_the_version_is_that_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["preview"],
        ["apply"],
        ["nothing"],
        ["preview", "--nope", "a"],
        ["run", "--issue", "x"],
        ["run", "a"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_shows_the_usage(place: Place, arguments: list[str]):
    ran = place.bot(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: python -m bot")


def test_the_usage_names_the_command_that_was_called(place: Place, monkeypatch):
    monkeypatch.setattr("sys.argv", ["/usr/bin/charger-bot", "--help"])
    assert place.bot("--help").out.startswith("usage: charger-bot ")


@pytest.mark.parametrize("number", ["0", "-1"])
def test_no_issue_has_the_number(place: Place, number: str):
    ran = place.bot("run", "--issue", number)
    assert (ran.status, number in ran.err) == (2, True)


def test_the_help_says_what_for_and_what_the_exit_status_means():
    text = make_parser("bot").format_help()
    assert "\nTurns filled-in issue forms into edits of the list.\n" in text
    assert text.endswith("\n  2  wrong usage\n")
