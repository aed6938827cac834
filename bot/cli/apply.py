"""`apply`: the outcome of issues in files, as commits on branches of a clone."""

from typing import Any

from bot.cli.issues import Options, Printer, decide_on, read_all
from bot.cli.progress import with_progress
from bot.cli.report import Report
from bot.decision.decision import Decision, Outcome, Status
from bot.errors import UsageError
from bot.forms.form import Forms
from bot.forms.issue import Issue
from bot.local.clone import BranchOutcome, Clone, CloneBase, WrongClone
from bot.local.forms import load_forms
from bot.render.desired import DesiredState


def apply(**arguments: Any) -> int:
    """Commit the outcome of issues to branches of the clone around README.md.

    The list is that of the commit which is checked out. The arguments are the fields of `Options`.
    Returns the exit status. Raises UsageError and MaintainerError.
    """
    options = Options(**arguments)
    forms = load_forms(options.forms_folder)
    issues = read_all(options, forms)
    _check_numbers(issues)
    printer = Printer(options, forms)
    try:
        clone = Clone(options.readme)
        base = clone.base()
        for name, issue in with_progress(issues):
            report, after = _apply_one(name, issue, forms, clone, base)
            printer.print(report)
            if options.cumulative:
                base = after
    except WrongClone as error:
        raise UsageError(str(error)) from None
    return printer.end()


def _check_numbers(issues: list[tuple[str, Issue]]) -> None:
    """A branch is named after the number of its issue, so each needs one of its own.

    Raises UsageError.
    """
    seen: dict[int, str] = {}
    for name, issue in issues:
        if issue.number is None:
            raise UsageError(
                f"{name}: the issue has no number to name its branch after; add `number: 12`"
            )
        if issue.number in seen:
            raise UsageError(f"{name}: {seen[issue.number]} has the number {issue.number} too")
        seen[issue.number] = name


def _apply_one(
    name: str, issue: Issue, forms: Forms, clone: Clone, base: CloneBase
) -> tuple[Report, CloneBase]:
    report, branch = decide_on(name, issue, base.readme, forms), issue.branch or ""
    if proposed := report.desired.proposed:
        outcome, after = clone.apply(branch, proposed, base)
        report = report._replace(status=f"branch {branch} {outcome}")
        if outcome is BranchOutcome.TAKEN_OVER:
            decision, desired = Decision(Status.TAKEN_OVER), DesiredState(Outcome.NOTHING)
            report = report._replace(details="", decision=decision, desired=desired)
        return report, after
    if clone.has(branch):
        status = f"{report.status}; the earlier branch {branch} is left as it is"
        report = report._replace(status=status)
    return report, base
