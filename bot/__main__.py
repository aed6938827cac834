"""`python -m bot`: the command line."""

import argparse
import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from bot.cli.terminal import error_line, shown
from bot.errors import MaintainerError, UsageError
from bot.local.readme import README

if TYPE_CHECKING:
    from bot.cli.preview import Options

_DONE, _NEEDS_MAINTAINER, _WRONG_USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a maintainer is needed, 2 wrong usage."""
    gc.set_threshold(
        100_000
    )  # a long list is many objects, and to look for cycles in them took a third of the time
    parser = _parser()
    options = parser.parse_args(arguments)
    _open_output()
    status: int = _DONE
    try:
        status = options.call(options)
        sys.stdout.flush()  # here, where it can fail, and not when Python ends
    except MaintainerError as fault:
        print(error_line(fault, options.readme), file=sys.stderr)
        return _NEEDS_MAINTAINER
    except UsageError as fault:
        print(
            f"{parser.prog} {options.command}: {shown(' '.join(str(fault).split()))}",
            file=sys.stderr,
        )
        return _WRONG_USAGE
    except OSError as error:  # the output cannot be written
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # whoever read it has had enough
            return status
        print(error_line(error), file=sys.stderr)
        return _NEEDS_MAINTAINER
    return status


def _open_output() -> None:
    """The list is UTF-8, whatever the locale says; what goes to a closed output goes nowhere."""
    sys.stdout = sys.stdout or _devnull()
    sys.stderr = sys.stderr or _devnull()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _devnull() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _run(options: argparse.Namespace) -> int:
    from bot.cli.run import run

    return run(options.issue, options.answers, options.questions)


def _sweep(_: argparse.Namespace) -> int:
    from bot.cli.sweep import sweep

    return sweep()


def _doctor(options: argparse.Namespace) -> int:
    from bot.cli.doctor import doctor

    return doctor(offline=options.offline, fix=options.fix)


def _check(options: argparse.Namespace) -> int:
    from bot.cli.check import CheckOptions, check

    return check(CheckOptions(options.readme, options.format, fix=options.fix, base=options.base))


def _preview(options: argparse.Namespace) -> int:
    from bot.cli.preview import preview

    return preview(_preview_options(options))


def _apply(options: argparse.Namespace) -> int:
    from bot.cli.apply import apply

    return apply(_preview_options(options))


def _export(options: argparse.Namespace) -> int:
    from bot.cli.export import export

    return export(options.readme, options.format)


def _site(options: argparse.Namespace) -> int:
    from bot.cli.site import site

    return site(options.readme, options.output, options.repository)


def _sources(options: argparse.Namespace) -> int:
    from bot.cli.sources import SourcesOptions, sources

    return sources(
        SourcesOptions(
            options.readme,
            as_json=options.json,
            state=options.state,
            source=options.source,
            questions=options.questions,
            answers=options.answers,
            issue=options.issue,
        )
    )


def _preview_options(options: argparse.Namespace) -> "Options":
    from bot.cli.preview import Options

    return Options(
        issues=tuple(options.issues),
        readme=options.readme,
        forms=options.forms or options.readme.parent / ".github" / "ISSUE_TEMPLATE",
        label=options.label,
        cumulative=options.cumulative,
        as_json=options.json,
    )


def _parser() -> argparse.ArgumentParser:
    called = "charger-bot" if Path(sys.argv[0]).stem == "charger-bot" else "python -m bot"
    parser = argparse.ArgumentParser(
        prog=called, description="Turns filled-in issue forms into edits of the list."
    )
    parser.set_defaults(readme=README)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser(
        "run", help="bring one issue to its pull request or reply, inside GitHub Actions"
    )
    run.add_argument(
        "--issue",
        type=_number,
        metavar="N",
        help="the issue to look at, instead of the one of the event",
    )
    run.add_argument(
        "--answers", type=Path, metavar="FILE", help="what `sources --questions` has found out"
    )
    run.add_argument(
        "--questions", type=Path, metavar="FILE", help="write there what to ask about new sources"
    )
    run.set_defaults(call=_run)
    sweep = commands.add_parser("sweep", help="bring all open issues about, inside GitHub Actions")
    sweep.set_defaults(call=_sweep)
    _add_check(
        commands.add_parser("check", help="is the list in order? tells file, line and column")
    )
    doctor = commands.add_parser(
        "doctor", help="are labels, settings, forms and README fit for the bot?"
    )
    doctor.add_argument("--offline", action="store_true", help="only what needs no token")
    doctor.add_argument("--fix", action="store_true", help="make the labels that are missing")
    doctor.set_defaults(call=_doctor)
    for name, call, text in (
        ("preview", _preview, "show what would happen to issues in files; writes nothing"),
        ("apply", _apply, "the same, as commits on branches bot/issue-<n> of the local clone"),
    ):
        command = commands.add_parser(name, help=text, description=text)
        command.set_defaults(call=call)
        _add_options(command)
    _add_export(
        commands.add_parser(
            "export", help="print the list for programs, for spreadsheets, or in numbers"
        )
    )
    _add_sources(commands.add_parser("sources", help="are the sources of the list there?"))
    _add_site(
        commands.add_parser("site", help="write a page to search the list, with its downloads")
    )
    return parser


def _add_export(command: argparse.ArgumentParser) -> None:
    _add_readme(command)
    command.add_argument(
        "--format", choices=("json", "csv", "statistics"), default="json", help="json unless told"
    )
    command.set_defaults(call=_export)


def _add_site(command: argparse.ArgumentParser) -> None:
    _add_readme(command)
    command.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="the folder to write to"
    )
    command.add_argument(
        "--repository",
        metavar="URL",
        help="the address of the repository, which GitHub Actions tells by itself",
    )
    command.set_defaults(call=_site)


def _add_sources(command: argparse.ArgumentParser) -> None:
    _add_readme(command)
    command.add_argument("--json", action="store_true", help="print JSON")
    command.add_argument(
        "--state", type=Path, metavar="FILE", help="what earlier runs have seen; read and written"
    )
    instead = command.add_mutually_exclusive_group()
    instead.add_argument("--source", metavar="ADDRESS", help="ask for this one, and read its page")
    instead.add_argument(
        "--questions", type=Path, metavar="FILE", help="ask for those of a submission"
    )
    instead.add_argument(
        "--answers", type=Path, metavar="FILE", help="ask nobody; take the JSON of another run"
    )
    command.add_argument(
        "--issue", action="store_true", help="keep the issue up to date, inside GitHub Actions"
    )
    command.set_defaults(call=_sources)


def _add_check(command: argparse.ArgumentParser) -> None:
    _add_readme(command)
    command.add_argument(
        "--format",
        choices=("text", "json", "sarif", "github"),
        help="how to tell (text; in a workflow: github)",
    )
    command.add_argument(
        "--fix", action="store_true", help="mend what is mechanical, such as the order"
    )
    command.add_argument(
        "--base",
        type=Path,
        metavar="README",
        help="the list before; the summary of the job shows the rows that differ",
    )
    command.set_defaults(call=_check)


def _add_readme(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "readme", nargs="?", type=Path, default=README, help="the list (README.md)"
    )


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text} is not the number of an issue")
    return int(text)


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "issues",
        nargs="+",
        metavar="ISSUE",
        help="Markdown with front matter, the JSON of `gh issue view`, a webhook payload, or - for standard input",
    )
    command.add_argument("--readme", type=Path, default=README, metavar="PATH", help="the list")
    command.add_argument(
        "--forms",
        type=Path,
        metavar="DIR",
        help="the forms (.github/ISSUE_TEMPLATE beside the list)",
    )
    command.add_argument(
        "--label", metavar="NAME", help="the label of issues whose file names none"
    )
    command.add_argument(
        "--cumulative",
        action="store_true",
        help="each issue sees the list as the ones before left it",
    )
    command.add_argument("--json", action="store_true", help="one line of JSON for each issue")


def fast_exit(status: int) -> NoReturn:
    """End the process without freeing each object of a long list first, which takes a tenth of
    the time.

    As hard_exit does in mypy: https://github.com/python/mypy/blob/master/mypy/util.py
    """
    with suppress(OSError):  # main has told it
        sys.stdout.flush()
    os._exit(status)


if __name__ == "__main__":
    fast_exit(main())
