"""The findings of `check` in formats for people and programs."""

import os
from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from bot.cli.terminal import escape_control, pluralize, printable_json
from bot.names.cleaning import encodable
from bot.render.problems import message
from bot.render.quoting import shortened
from bot.rules.finding import Finding
from bot.rules.rule import Level

_SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_GITHUB_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def count_levels(findings: Sequence[Finding]) -> str:
    """`1 error, 2 warnings, 0 notes`."""
    counts = Counter(finding.level for finding in findings)
    return ", ".join(pluralize(counts[level], level) for level in Level)


def text_line(name: str, finding: Finding) -> str:
    """A finding as compilers print one."""
    line, column = finding.place
    return escape_control(f"{name}:{line}:{column}: {finding.level}: {message(finding.problem)}")


def as_text(name: str, findings: Sequence[Finding]) -> str:
    """One line a finding, and a count."""
    return "\n".join([*(text_line(name, finding) for finding in findings), count_levels(findings)])


def as_json(name: str, findings: Sequence[Finding]) -> str:
    """A list of objects."""
    records = []
    for finding in findings:
        record = {
            "file": name,
            "line": finding.place.line,
            "column": finding.place.column,
            "level": finding.level,
            "code": finding.problem.rule.code,
            "column_name": finding.problem.field,
            "message": message(finding.problem),
        }
        records.append(record)
    return printable_json(records, indent=2)


def as_sarif(name: str, findings: Sequence[Finding]) -> str:
    """The Static Analysis Results Interchange Format.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/
    """
    summaries = {finding.problem.rule.code: finding.problem.rule.summary for finding in findings}
    rules = []
    for code, summary in sorted(summaries.items()):
        rules.append({"id": code, "shortDescription": {"text": summary}})
    driver = {"name": "charger-ocpp-bot check", "rules": rules}
    file = {"uri": quote(os.fsencode(name))}
    results = []
    for finding in findings:
        region = {"startLine": finding.place.line, "startColumn": finding.place.column}
        result = {
            "ruleId": finding.problem.rule.code,
            "level": str(finding.level),
            "message": {"text": message(finding.problem)},
            "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
        }
        results.append(result)
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return printable_json({"version": "2.1.0", "$schema": _SARIF_SCHEMA, "runs": [run]}, indent=2)


def as_annotations(name: str, findings: Sequence[Finding]) -> str:
    """Commands to the runner of a workflow, which shows them beside the lines.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    file = _escaped(encodable(name)).replace(":", "%3A").replace(",", "%2C")
    lines = []
    for finding in findings:
        place, level = finding.place, _GITHUB_LEVELS[finding.level]
        text = _escaped(escape_control(message(finding.problem)))
        lines.append(f"::{level} file={file},line={place.line},col={place.column}::{text}")
    return "\n".join(lines) or count_levels(findings)


def _escaped(text: str) -> str:
    """Escaped as the runner wants it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_summary(findings: Sequence[Finding], differing: str) -> str:
    """The findings in the list, and the rows changed since before, in Markdown."""
    lines = []
    for place, problem in findings:
        lines.append(f"- Line {place.line}, {problem.rule.level}: {message(problem)}")
    rows = differing and f"#### Rows that differ\n\n{differing}"
    parts = [f"### The list: {count_levels(findings)}", shortened("\n".join(lines)), rows]
    return "\n\n".join(filter(None, parts)) + "\n"
