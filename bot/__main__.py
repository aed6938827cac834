"""`python -m bot`: the command line."""

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, TextIO

from bot.cli.commands import COMMANDS, make_parser
from bot.cli.terminal import error_line, escape_control
from bot.errors import FormError, ListFileError, MaintainerError, UsageError
from bot.local.readme import README

_NEEDS_MAINTAINER, _WRONG_USAGE = 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns its exit status: 0 done, 1 needs a maintainer, 2 wrong usage."""
    # Reading a long list makes many objects and no garbage; looking for cycles took a third of
    # the time.
    gc.set_threshold(100_000)
    _open_output()
    program = "charger-bot" if Path(sys.argv[0]).stem == "charger-bot" else "python -m bot"
    arguments = sys.argv[1:] if arguments is None else arguments
    # A parser for each command takes a twentieth of the time of a `preview`.
    named = [command for command in COMMANDS if command.name in arguments[:1]]
    given = vars(make_parser(program, named or COMMANDS).parse_args(arguments))
    name = given.pop("command")
    try:
        return _run(name, given)
    except MaintainerError as error:
        return _failed(error, given.get("readme", README))
    except UsageError as error:
        print(f"{program} {name}: {escape_control(' '.join(str(error).split()))}", file=sys.stderr)
        return _WRONG_USAGE
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] == "bot":
            raise
        print(
            f"error: The package {error.name} is missing. Run `make .venv/run` in the clone, "
            f"then use `.venv/bin/python -m bot`.",
            file=sys.stderr,
        )
        return _NEEDS_MAINTAINER


def _run(name: str, arguments: dict[str, Any]) -> int:
    """Run a command and write its output."""
    (command,) = [command for command in COMMANDS if command.name == name]
    status = 0
    try:
        status = command.run(arguments)
        sys.stdout.flush()  # fails here, if at all, rather than when Python ends
    except OSError as error:  # the output cannot be written
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # its reader has seen enough
            return status
        message = f"The output cannot be written: {error.strerror}."
        return _failed(MaintainerError(message), README)
    return status


def _failed(error: Exception, readme: Path) -> int:
    errors = [error]
    if isinstance(error, ListFileError | FormError):  # a line for each mistake
        errors = [MaintainerError(line) for line in str(error).split("\n")]
    for one in errors:
        print(error_line(one, readme), file=sys.stderr)
    return _NEEDS_MAINTAINER


def _open_output() -> None:
    """Write UTF-8 whatever the locale says, and nowhere where the output is closed."""
    sys.stdout = sys.stdout or _devnull()
    sys.stderr = sys.stderr or _devnull()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _devnull() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _fast_exit(status: int) -> NoReturn:
    """End the process without freeing each object of a long list, a tenth of the time.

    As hard_exit does in mypy: https://github.com/python/mypy/blob/master/mypy/util.py
    """
    with suppress(OSError):  # main has reported it
        sys.stdout.flush()
    os._exit(status)


if __name__ == "__main__":
    _fast_exit(main())
