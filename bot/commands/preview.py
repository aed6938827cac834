"""`preview`: what would become of issues that lie in files, without GitHub."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bot.commands.issue_file import UnreadableIssue, read_issue, read_issue_file
from bot.commands.readme import read_readme
from bot.commands.report import Report, json_line, readable
from bot.commands.terminal import error_line
from bot.decision.decide import decide
from bot.decision.desired import Desired, Outcome
from bot.decision.snapshot import Snapshot
from bot.faults import NeedsMaintainer, WrongUsage
from bot.intake.form import Forms, load_forms
from bot.intake.issue import Issue


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
    """Show what would become of issues. Returns the exit status; raises WrongUsage and NeedsMaintainer."""
    before = read_readme(options.readme)
    forms = load_forms(options.forms)
    faults: list[NeedsMaintainer] = []
    for name, issue in read_issues(options, forms):
        desired = decide(Snapshot(issue, before), forms)
        tell(options, Report(name, issue, desired, before, status_of(desired)))
        faults += [desired.fault] if desired.fault else []
        if options.cumulative and desired.proposed:
            before = desired.proposed.readme
    return end(options, faults)


def read_issues(options: Options, forms: Forms) -> list[tuple[str, Issue]]:
    """Read all issues, before anything is done with the first. Raises WrongUsage."""
    labels = [form.issue_label for form in forms]
    if options.label and options.label not in labels:
        raise WrongUsage(f"--label {options.label}: no form has this label; there are {', '.join(labels)}")
    if options.issues.count("-") > 1:
        raise WrongUsage("standard input can be read once only")
    try:
        return [(name, _read_issue(name, options.label)) for name in options.issues]
    except UnreadableIssue as error:
        raise WrongUsage(str(error)) from None


def _read_issue(name: str, label: str | None) -> Issue:
    if name != "-":
        return read_issue_file(name, label)
    return read_issue(sys.stdin.buffer.read() if sys.stdin else b"", "standard input", label)


def status_of(desired: Desired) -> str:
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


def end(options: Options, faults: list[NeedsMaintainer]) -> int:
    """Print each fault once, and return the exit status."""
    for fault in {str(fault): fault for fault in faults}.values():
        print(error_line(fault, options.readme), file=sys.stderr)
    return 1 if faults else 0
