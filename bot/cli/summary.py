"""The log and the job summary of runs and sweeps."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.cli.terminal import pluralize
from bot.errors import MaintainerError
from bot.render.desired import DesiredState
from bot.render.problems import problem_line
from bot.render.quoting import code, neutralize, reveal_invisible
from bot.render.table import table


class SweepResult(NamedTuple):
    """What became of one issue in a sweep.

    `error` is what a maintainer must fix; `is_left` when it waits for the next sweep. `kept_by` is
    the rule which forbids deleting its branch: no error, since one would make each sweep red.
    `is_unclear` when GitHub has given no clear answer.
    """

    number: int
    desired: DesiredState | None = None
    error: str = ""
    kept_by: str = ""
    is_settled: bool = False
    is_left: bool = False
    is_unclear: bool = False

    @property
    def outcome(self) -> str:
        """Fixed words only."""
        if self.is_left:
            return "left for the next sweep"
        if self.error:
            return "needs a maintainer"
        if self.kept_by:
            return "its branch is kept by a rule"
        return str(self.desired.outcome) if self.desired else ""


def log_line(number: int, desired: DesiredState) -> str:
    """One line of fixed words and numbers: the runner obeys commands in a log."""
    label = f", label {desired.label}" if desired.label else ""
    return (
        f"issue {number}: {desired.outcome}{label}, {pluralize(len(desired.problems), 'problem')}"
    )


def summary(number: int, desired: DesiredState) -> str:
    """The decision, in Markdown."""
    lines = [f"### Issue #{number}: {desired.outcome.replace('_', ' ')}", ""]
    if desired.proposed:
        lines += [f"{code(desired.proposed.title)}, label {code(desired.proposed.label)}", ""]
    lines += map(problem_line, desired.problems)
    lines += [_as_text(str(desired.error))] if desired.error else []
    return "\n".join(lines) + "\n"


def error_summary(number: int, error: MaintainerError) -> str:
    """The error before any decision, in Markdown."""
    return f"### Issue #{number}: needs a maintainer\n\n{_as_text(str(error))}\n"


def _as_text(error: str) -> str:
    """An error on one line, since it may hold any name of the list."""
    return neutralize(reveal_invisible(" ".join(error.split())))


def sweep_line(swept: SweepResult, remaining: int) -> str:
    """One line of progress."""
    return f"issue {swept.number}: {swept.outcome}; {remaining} remain"


def sweep_summary(swept: Sequence[SweepResult], ended_by: str = "") -> str:
    """The outcomes of all issues: a count of the settled ones, and a table of the others.

    `ended_by` is the error that ended the sweep before its end.
    """
    others = [
        result for result in swept if result.error or not (result.is_settled or result.kept_by)
    ]
    settled = sum(result.is_settled for result in swept)
    lines = [f"### Sweep of {pluralize(len(swept), 'issue')}", "", f"Settled: {settled}.", ""]
    if others:
        rows = [(f"#{result.number}", result.outcome, _as_text(result.error)) for result in others]
        lines.append(table(("Issue", "What became of it", "What is wrong"), rows))
    if kept := [result for result in swept if result.kept_by]:
        rule = _as_text(kept[0].kept_by)
        lines += ["", f"Branches that could not be deleted: {len(kept)}. {rule}"]
    if left := sum(result.is_left for result in swept):
        reason = "GitHub's limits were near"
        if any(result.is_unclear for result in swept):
            reason = "GitHub gave no clear answers"
        lines += ["", f"Left for the next sweep, since {reason}: {left}."]
    if ended_by:
        lines += ["", f"An error ended the sweep early: {_as_text(ended_by)}"]
    return "\n".join(lines) + "\n"
