"""What `preview` and `apply` print of an issue: for people in colour on a terminal, for programs
a line of JSON.
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff

from bot.cli.terminal import escape_control, printable_json
from bot.forms.issue import Issue
from bot.render.desired import DesiredState
from bot.render.problems import sentence

_COLOURS = {"+": "32", "-": "31", "@": "36", "=": "1"}


@dataclass(frozen=True)
class Report:
    """What is told of one issue: the name of its file, the decision, and README.md before it."""

    name: str
    issue: Issue
    desired: DesiredState
    before: str
    status: str


def json_line(report: Report) -> str:
    """One submission as the documented JSON object."""
    issue, desired = report.issue, report.desired
    proposed = desired.proposed
    labels = [proposed.label] if proposed else [desired.label] if desired.label else []
    record = {
        "issue": issue.number,
        "outcome": desired.outcome,
        "title": proposed.title if proposed else None,
        "body": proposed.body if proposed else None,
        "comment": desired.comment,
        "branch": issue.branch if proposed else None,
        "labels": labels,
        "problems": [
            {"field": problem.field, "message": sentence(problem)} for problem in desired.problems
        ],
        "readme": proposed.readme if proposed else None,
    }
    return printable_json(record)


def readable(report: Report) -> str:
    """One submission for a person: what becomes of it, the diff, the pull request and the reply."""
    return "\n".join(_paint(escape_control(line)) for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    issue, desired = report.issue, report.desired
    yield f"== {report.name}: {report.status}"
    yield ""
    if proposed := desired.proposed:
        yield from _diff(report.before, proposed.readme)
        yield ""
        yield f"Pull request: {proposed.title}"
        yield f"Branch: {issue.branch or '(the issue has no number)'}   Label: {proposed.label}"
        yield ""
        yield from _indented(proposed.body)
        yield ""
    if desired.comment:
        yield f"Reply{f' (label {desired.label})' if desired.label else ''}:"
        yield ""
        yield from _indented(desired.comment)
        yield ""


def _diff(before: str, after: str) -> list[str]:
    old, new = ([line.rstrip("\r") for line in text.split("\n")] for text in (before, after))
    return list(unified_diff(old, new, "README.md", "README.md", n=1, lineterm=""))


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.split("\n")]


def _paint(line: str) -> str:
    colour = _COLOURS.get(line[:1])
    if not colour or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return line
    return f"\x1b[{colour}m{line}\x1b[0m"
