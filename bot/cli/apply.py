"""`apply`: issues that lie in files, as commits on branches of a clone."""

from bot.cli.preview import Options, end, read_issues, status_of, tell
from bot.cli.report import Report
from bot.decision.decision import Outcome
from bot.decision.situation import Situation
from bot.errors import MaintainerError, UsageError
from bot.forms.form import load_forms
from bot.forms.issue import Issue
from bot.local.clone import Applied, Base, Clone, WrongClone
from bot.render.desired import DesiredState, desired_state


def apply(options: Options) -> int:
    """Make the same as commits on branches of the clone around README.md, whose commit is what
    counts.

    Returns the exit status; raises UsageError and MaintainerError.
    """
    forms = load_forms(options.forms)
    faults: list[MaintainerError] = []
    issues = read_issues(options, forms)
    _check_numbers(issues)
    try:
        clone = Clone(options.readme)
        base = clone.base()
        for name, issue in issues:
            desired = desired_state(Situation(issue, base.readme), forms)
            report, after = _apply_one(name, issue, desired, clone, base)
            tell(options, report)
            faults += [desired.fault] if desired.fault else []
            base = after if options.cumulative else base
    except WrongClone as error:
        raise UsageError(str(error)) from None
    return end(options, faults)


def _check_numbers(issues: list[tuple[str, Issue]]) -> None:
    """A branch is named after the number of its issue, so each needs one of its own."""
    seen: dict[int, str] = {}
    for name, issue in issues:
        if issue.number is None:
            raise UsageError(
                f"{name}: the issue has no number, which its branch is named after; add `number: 12`"
            )
        if issue.number in seen:
            raise UsageError(
                f"{name}: the number {issue.number} is that of {seen[issue.number]} too"
            )
        seen[issue.number] = name


def _apply_one(
    name: str, issue: Issue, desired: DesiredState, clone: Clone, base: Base
) -> tuple[Report, Base]:
    status, after, branch = status_of(desired), base, issue.branch or ""
    if desired.proposed:
        applied, after = clone.apply(branch, desired.proposed, base)
        status = f"branch {branch} {applied}"
        if applied is Applied.TAKEN_OVER:
            desired = DesiredState(Outcome.NOTHING)
    elif clone.has(branch):
        status += f"; the branch {branch} of before is left as it is"
    return Report(name, issue, desired, base.readme, status), after
