"""One issue as `preview` and `apply` print it: JSON for programs, Markdown for GitHub.

For people see `bot.cli.readable`.
"""

from typing import NamedTuple

from bot.cli.terminal import escape_control, paint, printable_json
from bot.decision.decision import Decision
from bot.forms.issue import Issue
from bot.render.desired import DesiredState
from bot.render.problems import sentence


class Report(NamedTuple):
    """One issue: the name of its file, the outcome in a few words, and README.md before it."""

    name: str
    status: str
    details: str
    issue: Issue
    before: str
    decision: Decision
    desired: DesiredState


def json_line(report: Report) -> str:
    """One issue as the JSON object of schema/preview-1.json, on one line."""
    issue, desired = report.issue, report.desired
    proposed = desired.proposed
    label = proposed.label if proposed else desired.label
    problems = []
    for problem in desired.problems:
        problems.append({"field": problem.field, "message": sentence(problem)})
    record = {
        "issue": issue.number,
        "outcome": desired.outcome,
        "title": proposed.title if proposed else None,
        "body": proposed.body if proposed else None,
        "comment": desired.comment,
        "branch": issue.branch if proposed else None,
        "labels": [label] if label else [],
        "problems": problems,
        "readme": proposed.readme if proposed else None,
    }
    return printable_json(record)


def markdown(report: Report) -> str:
    """The texts for GitHub: pull request and reply, in Markdown."""
    desired = report.desired
    lines = [""]
    if proposed := desired.proposed:
        branch = report.issue.branch or "(the issue has no number)"
        lines += [f"Pull request: {proposed.title}", f"Branch: {branch}   Label: {proposed.label}"]
        lines += ["", *_indented(proposed.body), ""]
    if desired.comment:
        lines.append(f"Reply (label {desired.label}):" if desired.label else "Reply:")
        lines += ["", *_indented(desired.comment), ""]
    status = paint(escape_control(f"{report.name}: {report.status}"))
    return "\n".join([status, *map(escape_control, lines)])


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]
