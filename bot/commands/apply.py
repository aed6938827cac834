"""`apply`: issues that lie in files, as commits on branches of a clone."""

from bot.commands.preview import Options, WrongUsage, end, read_issues, status_of, tell
from bot.commands.terminal import Report
from bot.decision.decide import decide
from bot.decision.desired import Desired
from bot.decision.snapshot import Snapshot
from bot.faults import NeedsMaintainer
from bot.hosts.clone import Base, Clone, WrongClone
from bot.intake.form import load_forms
from bot.intake.issue import Issue


def apply(options: Options) -> int:
    """Make the same as commits on branches of the clone around README.md, whose commit is what counts.

    Returns the exit status; raises WrongUsage and NeedsMaintainer.
    """
    forms = load_forms(options.forms)
    faults: list[NeedsMaintainer] = []
    try:
        clone = Clone(options.readme)
        base = clone.base()
        for name, issue in read_issues(options):
            desired = decide(Snapshot(issue, base.readme), forms)
            report, after = _apply_one(name, issue, desired, clone, base)
            tell(options, report)
            faults += [desired.fault] if desired.fault else []
            base = after if options.cumulative else base
    except WrongClone as error:
        raise WrongUsage(str(error)) from None
    return end(faults)


def _apply_one(name: str, issue: Issue, desired: Desired, clone: Clone, base: Base) -> tuple[Report, Base]:
    status, after = status_of(desired), base
    if desired.proposed:
        if issue.branch is None:
            raise WrongUsage(f"{name}: the issue has no number, which its branch is named after; add `number: 12`")
        applied, after = clone.apply(issue.branch, desired.proposed, base)
        status = f"branch {issue.branch} {applied}"
    return Report(name, issue, desired, base.readme, status), after
