"""`preview`: what would become of issues that lie in files, without GitHub."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bot.cli.report import Report, json_line, readable
from bot.cli.terminal import error_line
from bot.decision.decision import Outcome
from bot.decision.situation import Situation
from bot.errors import MaintainerError, UsageError
from bot.forms.form import Forms, load_forms
from bot.forms.issue import Issue
from bot.local.issue_file import UnreadableIssue, read_issue, read_issue_file
from bot.local.readme import read_readme
from bot.render.desired import DesiredState, desired_state


@dataclass(frozen=True)
class Options:
    """What both commands are called with."""

    issues: tuple[str, ...]
    readme: Path
    forms: Path
    label: str | None
    cumulative: bool
    as_json: bool


def preview(options: Options) -> int:
    """Show what would become of issues. Returns the exit status; raises UsageError and
    MaintainerError.
    """
    before = read_readme(options.readme)
    forms = load_forms(options.forms)
    faults: list[MaintainerError] = []
    for name, issue in read_issues(options, forms):
        desired = desired_state(Situation(issue, before), forms)
        tell(options, Report(name, issue, desired, before, status_of(desired)))
        faults += [desired.fault] if desired.fault else []
        if options.cumulative and desired.proposed:
            before = desired.proposed.readme
    return end(options, faults)


def read_issues(options: Options, forms: Forms) -> list[tuple[str, Issue]]:
    """Read all issues, before anything is done with the first. Raises UsageError."""
    labels = [form.issue_label for form in forms]
    if options.label and options.label not in labels:
        raise UsageError(
            f"--label {options.label}: no form has this label; there are {', '.join(labels)}"
        )
    if options.issues.count("-") > 1:
        raise UsageError("standard input can be read once only")
    try:
        return [(name, _read_issue(name, options.label)) for name in options.issues]
    except UnreadableIssue as error:
        raise UsageError(str(error)) from None


def _read_issue(name: str, label: str | None) -> Issue:
    if name != "-":
        return read_issue_file(name, label)
    return read_issue(sys.stdin.buffer.read() if sys.stdin else b"", "standard input", label)


def status_of(desired: DesiredState) -> str:
    """What becomes of an issue, in a few words."""
    match desired.outcome:
        case Outcome.PULL_REQUEST:
            return "would become a pull request"
        case Outcome.REPLY if desired.fault:
            return "the list needs a maintainer"
        case Outcome.REPLY:
            return "would get a reply"
        case _:
            return "nothing to do: the issue is closed or has no label of a form"


def tell(options: Options, report: Report) -> None:
    """Print what becomes of one issue."""
    print(json_line(report) if options.as_json else readable(report))


def end(options: Options, faults: list[MaintainerError]) -> int:
    """Print each fault once, and return the exit status."""
    for fault in {str(fault): fault for fault in faults}.values():
        print(error_line(fault, options.readme), file=sys.stderr)
    return 1 if faults else 0
