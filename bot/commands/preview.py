"""`preview` and `apply`: what becomes of issues that lie in files, without GitHub."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bot.commands.issue_file import UnreadableIssue, read_issue, read_issue_file
from bot.commands.terminal import Report, json_line, readable
from bot.decision.decide import decide
from bot.decision.desired import Desired, Outcome
from bot.decision.snapshot import Snapshot
from bot.faults import BrokenList, NeedsMaintainer
from bot.hosts.clone import Base, Clone, WrongClone
from bot.intake.form import load_forms
from bot.intake.issue import Issue


class WrongUsage(Exception):
    """The command was called in a way that cannot work."""


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
    for name, issue in _issues(options):
        desired = decide(Snapshot(issue, before), forms)
        _tell(options, Report(name, issue, desired, before, _status(desired)))
        faults += [desired.fault] if desired.fault else []
        if options.cumulative and desired.proposed:
            before = desired.proposed.readme
    return _end(faults)


def apply(options: Options) -> int:
    """Make the same as commits on branches of the clone around README.md, whose commit is what counts.

    Returns the exit status; raises WrongUsage and NeedsMaintainer.
    """
    forms = load_forms(options.forms)
    faults: list[NeedsMaintainer] = []
    try:
        clone = Clone(options.readme)
        base = clone.base()
        for name, issue in _issues(options):
            desired = decide(Snapshot(issue, base.readme), forms)
            report, after = _apply_one(name, issue, desired, clone, base)
            _tell(options, report)
            faults += [desired.fault] if desired.fault else []
            base = after if options.cumulative else base
    except WrongClone as error:
        raise WrongUsage(str(error)) from None
    return _end(faults)


def _apply_one(name: str, issue: Issue, desired: Desired, clone: Clone, base: Base) -> tuple[Report, Base]:
    status, after = _status(desired), base
    if desired.proposed:
        if issue.branch is None:
            raise WrongUsage(f"{name}: the issue has no number, which its branch is named after; add `number: 12`")
        applied, after = clone.apply(issue.branch, desired.proposed, base)
        status = f"branch {issue.branch} {applied}"
    return Report(name, issue, desired, base.readme, status), after


def _issues(options: Options) -> list[tuple[str, Issue]]:
    """All issues, read before anything is done with the first."""
    try:
        return [(name, _read_issue(name, options.label)) for name in options.issues]
    except UnreadableIssue as error:
        raise WrongUsage(str(error)) from None


def _read_issue(name: str, label: str | None) -> Issue:
    return read_issue(sys.stdin.buffer.read(), "standard input", label) if name == "-" else read_issue_file(name, label)


def read_readme(path: Path) -> str:
    """Read the list from a file, keeping its line ends. Raises NeedsMaintainer."""
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise NeedsMaintainer(f"{path}: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise BrokenList(error.object.count(b"\n", 0, error.start) + 1, "this line is not UTF-8.") from None


def _status(desired: Desired) -> str:
    match desired.outcome:
        case Outcome.PULL_REQUEST:
            return "would become a pull request"
        case Outcome.REPLY if desired.fault:
            return "the list needs a maintainer"
        case Outcome.REPLY:
            return "would get a reply"
        case _:
            return "nothing to do: the issue is closed or has no label of a form"


def _tell(options: Options, report: Report) -> None:
    print(json_line(report) if options.as_json else readable(report))


def _end(faults: list[NeedsMaintainer]) -> int:
    for fault in dict.fromkeys(map(str, faults)):
        print(f"error: {fault}", file=sys.stderr)
    return 1 if faults else 0
