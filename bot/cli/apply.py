"""`apply`: the outcome of issues in files, as commits on branches of a clone."""

from typing import Any

from bot.cli.issues import Options, Printer, details_of, read_all, status_of
from bot.cli.progress import with_progress
from bot.cli.report import Report
from bot.decision.decide import decide
from bot.decision.decision import Decision, Outcome, Status
from bot.decision.situation import Situation
from bot.errors import UsageError
from bot.forms.form import Forms
from bot.forms.issue import Issue
from bot.local.clone import BranchOutcome, Clone, CloneBase, WrongClone
from bot.local.forms import load_forms
from bot.render.desired import DesiredState, render


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
    situation, after, branch = Situation(issue, base.readme), base, issue.branch or ""
    decision = decide(situation, forms)
    desired = render(decision, situation, forms)
    status, details = status_of(issue, decision, desired), details_of(issue, desired, forms)
    if proposed := desired.proposed:
        applied, after = clone.apply(branch, proposed, base)
        status = f"branch {branch} {applied}"
        if applied is BranchOutcome.TAKEN_OVER:
            decision, desired = Decision(Status.TAKEN_OVER), DesiredState(Outcome.NOTHING)
            details = ""
    elif clone.has(branch):
        status += f"; the earlier branch {branch} is left as it is"
    return Report(name, status, details, issue, base.readme, decision, desired), after
