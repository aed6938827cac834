"""One issue for people: the outcome in one line, the diff, problems and remarks as text."""

from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice

from bot.cli.plain_text import plain_line, plain_lines
from bot.cli.report import Report
from bot.cli.terminal import cut, escape_control, paint, reveal_control, terminal_width, wrap
from bot.decision.decision import AppliedProposal
from bot.render.changes import unchanged_ends
from bot.render.problems import sentence
from bot.render.quoting import reveal_invisible
from bot.render.repository_links import Links
from bot.render.review import review_points

_INDENT = "  "
_MOST_TYPED = 300  # columns of an answer that is read as something else


def readable(report: Report) -> str:
    """The issue in lines no wider than the terminal, with an empty line at the end."""
    width = terminal_width()
    lines = [paint(escape_control(f"{report.name}: {report.status}"))]
    if report.details:
        lines += _item(report.details, width)
    change = report.decision.about
    if report.desired.proposed and isinstance(change, AppliedProposal):
        lines += _diff(report.before, report.desired.proposed.readme, width)
        for remark in _remarks(change):
            lines += _item(remark, width)
    elif report.desired.problems:
        for problem in report.desired.problems:
            text = plain_line(sentence(problem))
            lines += _item(f"- {problem.field}: {text}" if problem.field else f"- {text}", width)
    else:
        for line in plain_lines(report.desired.comment or ""):
            lines += _item(line, width)
    return "\n".join([*lines, ""])


def _item(text: str, width: int) -> list[str]:
    """A line below the status, wrapped; a list item under its own text."""
    indent = _INDENT * 2 if text.startswith("- ") else _INDENT
    return [escape_control(line) for line in wrap(_INDENT + reveal_control(text), width, indent)]


def _remarks(change: AppliedProposal) -> Iterator[str]:
    """What a reviewer looks at, and answers of which the row has not every word."""
    shape = change.applied.before.shape
    for point in review_points(change, shape, Links()):
        yield f"- {plain_line(point)}"
    for answer in change.proposal.normalized:
        words = answer.typed.split()
        if not all(word in answer.used for word in words):
            typed = cut(reveal_invisible(" ".join(words)[:_MOST_TYPED]), _MOST_TYPED)
            yield f"- {answer.label}: {typed} is read as {reveal_invisible(answer.used) or 'empty'}"


def _diff(before: str, after: str, width: int) -> Iterator[str]:
    """The changed lines, whole, and the line before and after each change, cut to the width."""
    old = [line.rstrip("\r") for line in before.split("\n")]
    new = [line.rstrip("\r") for line in after.split("\n")]
    start, end = unchanged_ends(old, new)
    lines = unified_diff(old[start : len(old) - end], new[start : len(new) - end], n=1)
    for line in islice(lines, 2, None):  # without the names of the files
        if line.startswith("@@"):
            number = int(line.partition("+")[2].split()[0].partition(",")[0])
            yield f"{_INDENT}README.md, line {start + number}:"
        elif line.startswith(" ") and line != " ":
            yield escape_control(cut(f"{_INDENT}{reveal_control(line)}", width))
        elif line != " ":
            for part in wrap(f"{_INDENT}{reveal_control(line)}", width, _INDENT * 3):
                yield paint(escape_control(part), line[0])
