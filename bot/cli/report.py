"""What `preview` and `apply` print of one issue: JSON for programs, Markdown for GitHub.

For people see `bot.cli.readable`.
"""

from collections.abc import Iterator
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
    lines = [paint(escape_control(f"{report.name}: {report.status}"))]
    lines += map(escape_control, _texts(report.issue, report.desired))
    return "\n".join(lines)


def _texts(issue: Issue, desired: DesiredState) -> Iterator[str]:
    yield ""
    if proposed := desired.proposed:
        yield f"Pull request: {proposed.title}"
        yield f"Branch: {issue.branch or '(the issue has no number)'}   Label: {proposed.label}"
        yield ""
        yield from _indented(proposed.body)
        yield ""
    if desired.comment:
        yield f"Reply (label {desired.label}):" if desired.label else "Reply:"
        yield ""
        yield from _indented(desired.comment)
        yield ""


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]
