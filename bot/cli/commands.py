"""The commands in one table; the module of a command is imported when it is called."""

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from bot import __version__
from bot.cli.terminal import terminal_width
from bot.local.readme import README

_ISSUE_FILES = """an ISSUE is a file, or - for standard input:
  Markdown with front matter: number, title, labels, author, state; then the body
  the JSON of `gh issue view N --json number,title,body,labels,author,state`
  the JSON of `gh issue list --json ...`, with many issues
  the JSON of `gh api repos/OWNER/NAME/issues` or of one issue there
  the payload of a webhook

--json prints one line for each issue, described by schema/preview-1.json:
  issue, outcome (pull_request, reply or nothing), title, body, comment, branch,
  labels, problems (field and message) and readme, the whole new text of the list
"""


# The names and keywords of an argument, for `ArgumentParser.add_argument`.
Argument = tuple[tuple[str, ...], dict[str, Any]]


def _argument(*names: str, **keywords: Any) -> Argument:
    return names, keywords


def _flag(name: str, about: str) -> Argument:
    return _argument(name, action="store_true", help=about)


def _path(name: str, metavar: str, about: str, **keywords: Any) -> Argument:
    return _argument(name, type=Path, metavar=metavar, help=about, **keywords)


class ExitStatus(NamedTuple):
    """The meaning of the exit statuses 0, 1 and 2."""

    done: str = "done"
    failed: str = "the list or the set-up needs a maintainer"
    misused: str = "wrong usage"

    def help(self) -> str:
        """The last lines of a help text."""
        return f"exit status:\n  0  {self.done}\n  1  {self.failed}\n  2  {self.misused}"


_OF_SUBMISSIONS = ExitStatus("done, also where a submission is refused")


class Command(NamedTuple):
    """One command: how the help describes it; `details` follow the arguments there.

    Its function has its name, in a module of the same name, takes the arguments by keyword and
    returns the exit status.
    """

    name: str
    help: str
    description: str
    exit_status: ExitStatus
    arguments: tuple[Argument, ...] = ()
    details: str = ""

    def run(self, arguments: dict[str, Any]) -> int:
        """Import the function and call it. Raises its errors."""
        status: int = getattr(import_module(f"bot.cli.{self.name}"), self.name)(**arguments)
        return status


def _issue_number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(f"{text} is not the number of an issue")
    return int(text)


_LIST = _argument(
    "readme", nargs="?", type=Path, default=README, help="the list (default: README.md)"
)
_ISSUES = (
    _argument(
        "issues", nargs="+", metavar="ISSUE", help="a file with one issue or many, see below"
    ),
    _path("--readme", "PATH", "the list (default: README.md)", default=README),
    _path(
        "--forms", "DIR", "the forms (default: .github/ISSUE_TEMPLATE beside the list, else here)"
    ),
    _argument("--label", metavar="NAME", help="the label of issues without any"),
    _flag("--cumulative", "each issue sees the list as the issues before it left it"),
    _flag("--json", "one line of JSON for each issue"),
    _flag("--markdown", "the texts for GitHub: pull request and reply, in Markdown"),
)

COMMANDS = (
    Command(
        "run",
        "handle one issue, inside GitHub Actions",
        "Read one issue from GitHub and bring its branch, pull request, labels and comment up to "
        "date. Reads the variables that GitHub Actions sets.",
        _OF_SUBMISSIONS,
        (
            _argument(
                "--issue",
                type=_issue_number,
                metavar="N",
                help="the issue to handle, instead of the one in the event",
            ),
            _path("--answers", "FILE", "what `sources --questions` has found out"),
            _path("--questions", "FILE", "write there what to ask about new sources"),
        ),
    ),
    Command(
        "sweep",
        "handle all open issues, inside GitHub Actions",
        "Bring every open issue up to date. Reads the variables that GitHub Actions sets.",
        _OF_SUBMISSIONS,
    ),
    Command(
        "preview",
        "show the outcome of issues in files, offline",
        "Show the change, the problems and the remarks for each issue. Needs no network and "
        "writes nothing.",
        _OF_SUBMISSIONS,
        _ISSUES,
        _ISSUE_FILES,
    ),
    Command(
        "apply",
        "make the same changes as commits in a clone",
        "Commit each change to a branch bot/issue-<number> of the clone around the list. "
        "The work tree and the branch that is checked out stay as they are.",
        _OF_SUBMISSIONS,
        _ISSUES,
        _ISSUE_FILES,
    ),
    Command(
        "check",
        "find mistakes in the list",
        "Report each mistake in the list as file:line:column.",
        ExitStatus("no error, perhaps warnings", "the list or the set-up has an error"),
        (
            _LIST,
            _argument(
                "--format",
                dest="form",
                choices=("text", "json", "sarif", "github"),
                help="the output (default: text; in a workflow: github)",
            ),
            _flag("--fix", "fix what needs no judgement, such as the order"),
            _path(
                "--base", "README", "an earlier version; the job summary shows the rows that differ"
            ),
        ),
    ),
    Command(
        "doctor",
        "find mistakes in forms, labels, workflows and settings",
        "Check that the files and the settings of the repository suit the bot, and say how to fix "
        "what does not. Without --offline, needs GITHUB_REPOSITORY and GITHUB_TOKEN.",
        ExitStatus("no error, perhaps warnings", "there is an error, or GitHub cannot be asked"),
        (_flag("--offline", "look only at files"), _flag("--fix", "create missing labels")),
    ),
    Command(
        "export",
        "print the list as JSON, CSV or statistics",
        "Print the list for programs (json), for spreadsheets (csv) or in numbers (statistics).",
        ExitStatus("printed, also where rows are left out", "the list or the set-up is unreadable"),
        (
            _LIST,
            _argument(
                "--format",
                dest="form",
                choices=("json", "csv", "statistics"),
                default="json",
                help="the output (default: json)",
            ),
        ),
    ),
    Command(
        "init",
        "make the files that give an existing list a bot",
        "Read README.md in a clone, and write list.yml, the forms and the workflows for its list. "
        "Overwrites nothing.",
        ExitStatus(
            "written, or printed only",
            "the list cannot be served, or a file cannot be written",
            "wrong usage, or a file is there already",
        ),
        (
            _argument(
                "--action",
                metavar="OWNER/NAME@SHA",
                help="the repository and commit of the bot (default: those of the clone that runs)",
            ),
            _flag("--dry-run", "print the files only"),
        ),
    ),
    Command(
        "sources",
        "ask whether the sources of the list are there",
        "Ask each source of the list once, one request at a time for a host, and report what is "
        "dead or has moved.",
        ExitStatus(
            "no source is dead; with --issue, the report is up to date",
            "a source is dead, no host is reached, or the set-up needs a maintainer",
        ),
        (
            _LIST,
            _flag("--json", "print JSON"),
            _path("--state", "FILE", "what earlier runs have seen; read and written"),
            _argument("--source", metavar="ADDRESS", help="ask this one, and read its page"),
            _path("--questions", "FILE", "ask those of a submission"),
            _path("--answers", "FILE", "ask nobody; take the JSON of another run"),
            _flag("--issue", "keep the report issue up to date, inside GitHub Actions"),
        ),
    ),
    Command(
        "site",
        "write a web page to search the list",
        "Write a page to search the list, and its downloads, as files for any web server.",
        ExitStatus(
            "written",
            "the list or the set-up is unreadable",
            "wrong usage, or the folder cannot be written",
        ),
        (
            _LIST,
            _path("--output", "DIR", "the folder to write to", required=True),
            _argument(
                "--repository",
                metavar="URL",
                help="the repository with the forms (default: in GitHub Actions this one, "
                "in a clone the remote origin)",
            ),
        ),
    ),
)


class _HelpFormatter(RawDescriptionHelpFormatter):
    """Help as wide as other output; the width of argparse takes 3 ms to find out."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_width())


def make_parser(program: str, commands: Iterable[Command] = COMMANDS) -> ArgumentParser:
    """The parser of the command line; it leaves the command's name in `command`."""
    parser = ArgumentParser(
        program,
        description="Turns filled-in issue forms into edits of the list.",
        epilog=ExitStatus().help(),
        formatter_class=_HelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{program} {__version__}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in commands:
        subparser = subparsers.add_parser(
            command.name,
            help=command.help,
            description=command.description,
            epilog=f"{command.details}\n{command.exit_status.help()}".lstrip(),
            formatter_class=_HelpFormatter,
        )
        for names, keywords in command.arguments:
            subparser.add_argument(*names, **keywords)
    return parser
