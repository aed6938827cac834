"""The common parts of `preview` and `apply`: arguments, issues in files, and output."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bot.cli.readable import readable
from bot.cli.report import Report, json_line, markdown
from bot.cli.terminal import error_line, escape_control, pluralize, terminal_width, wrap
from bot.decision.decide import decide
from bot.decision.decision import Outcome
from bot.decision.situation import Situation
from bot.errors import MaintainerError, UsageError
from bot.forms.form import Forms
from bot.forms.issue import Issue
from bot.local.forms import forms_folder
from bot.local.issue_file import UnreadableIssue, read_issues, read_issues_from
from bot.names.near import closest
from bot.render.context import Context
from bot.render.desired import DesiredState, render
from bot.render.quoting import listed

_IN_SUMMARY = {
    Outcome.PULL_REQUEST: "with a pull request",
    Outcome.REPLY: "with a reply only",
    Outcome.NOTHING: "with nothing to do",
}


class Options(NamedTuple):
    """The arguments of both commands."""

    issues: Sequence[str]
    readme: Path
    forms: Path | None
    label: str | None
    cumulative: bool
    json: bool
    markdown: bool

    @property
    def forms_folder(self) -> Path:
        """The named forms, else those beside the list, else those here."""
        return self.forms or forms_folder(self.readme)


def read_all(options: Options, forms: Forms) -> list[tuple[str, Issue]]:
    """Read all issues, each with its name, before the first is handled. Raises UsageError."""
    if options.json and options.markdown:
        raise UsageError("--json and --markdown exclude each other")
    labels = forms.labels
    if options.label and options.label.casefold() not in map(str.casefold, labels):
        raise UsageError(f"--label: {_unknown_labels([options.label], labels)}")
    if list(options.issues).count("-") > 1:
        raise UsageError("standard input can be read once only")
    issues = []
    try:
        for name in options.issues:
            if name == "-":
                data = sys.stdin.buffer.read() if sys.stdin else b""
                issues += read_issues(data, "standard input", options.label)
            else:
                issues += read_issues_from(name, options.label)
    except UnreadableIssue as error:
        raise UsageError(str(error)) from None
    return issues


def _unknown_labels(labels: Sequence[str], known: list[str]) -> str:
    """No form has these labels: the labels there are, and the one probably meant."""
    text = f"No form has the label {' or '.join(labels)}; the forms have {listed(known)}."
    near = _nearest_label(labels, known)
    return f"{text} Did you mean {near}?" if near else text


def _nearest_label(labels: Sequence[str], known: list[str]) -> str | None:
    """The label probably meant by one of those given, whose case GitHub ignores."""
    by_folded = {label.casefold(): label for label in known}
    for label in labels:
        if near := closest(label.casefold(), by_folded, least=0.7):
            return by_folded[near]
    return None


def decide_on(name: str, issue: Issue, readme: str, forms: Forms) -> Report:
    """Decide on an issue from a file, held against this list."""
    situation = Situation(issue, readme)
    decision = decide(situation, forms)
    desired = render(decision, situation, Context(), forms)
    status, details = _status(issue, desired), _details(issue, desired, forms)
    return Report(name, status, details, issue, readme, decision, desired)


def _status(issue: Issue, desired: DesiredState) -> str:
    """The outcome for an issue in a few words."""
    if desired.proposed:
        return "pull request"
    if desired.outcome is Outcome.NOTHING:
        why = "unknown label" if issue.labels else "no label"
        return f"nothing to do: {why if issue.is_open else 'the issue is closed'}"
    if desired.error:
        return "the list needs a maintainer first"
    label = f", label {desired.label}" if desired.label else ""
    if desired.problems:
        return f"reply with {pluralize(len(desired.problems), 'problem')}{label}"
    return f"reply{label}"


def _details(issue: Issue, desired: DesiredState, forms: Forms) -> str:
    """The text after the status: title, label and branch, or how to get a label right."""
    if proposed := desired.proposed:
        branch = f", branch {issue.branch}" if issue.branch else ""
        return f"{proposed.title} (label {proposed.label}{branch})"
    if desired.outcome is not Outcome.NOTHING or not issue.is_open:
        return ""
    labels = forms.labels
    if issue.labels:
        return _unknown_labels(issue.labels, labels)
    return f"The forms have the labels {listed(labels)}; --label gives one to files without any."


class Printer:
    """Prints the report of each issue and, at the end, a summary and each error once."""

    def __init__(self, options: Options, forms: Forms) -> None:
        self._options = options
        self._labels = forms.labels
        self._outcomes: Counter[Outcome] = Counter()
        self._errors: dict[str, MaintainerError] = {}

    def print(self, report: Report) -> None:
        """Print the outcome for one issue."""
        self._outcomes[report.desired.outcome] += 1
        if error := report.desired.error:
            self._errors[str(error)] = error
        if self._options.json:
            print(json_line(report))
            # JSON has no place for a slip in a label, and without a label nothing is done.
            issue = report.issue
            is_undone = report.desired.outcome is Outcome.NOTHING and issue.is_open
            if is_undone and _nearest_label(issue.labels, self._labels):
                message = f"{report.name}: {_unknown_labels(issue.labels, self._labels)}"
                print(f"warning: {escape_control(message)}", file=sys.stderr)
        elif self._options.markdown:
            print(markdown(report))
        else:
            print(readable(report))

    def end(self) -> int:
        """Print a summary of several issues, and the errors; returns the exit status."""
        total = self._outcomes.total()
        if total != 1 and not self._options.json:
            counts = []
            for outcome, count in self._outcomes.items():
                counts.append(f"{count} {_IN_SUMMARY[outcome]}")
            summary = f"{pluralize(total, 'issue')}: {', '.join(counts) or 'nothing to do'}"
            print("\n".join(wrap(summary, terminal_width())))
        for error in self._errors.values():
            print(error_line(error, self._options.readme), file=sys.stderr)
        return 1 if self._errors else 0
