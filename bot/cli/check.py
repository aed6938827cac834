"""`check`: mistakes in the list, line by line; `--fix` corrects those beyond doubt."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.check.inspect import inspect
from bot.cli.actions import add_to_summary, is_in_actions
from bot.cli.formats import as_annotations, as_json, as_sarif, as_summary, as_text
from bot.cli.terminal import error_line, escape_control
from bot.document.document import Document
from bot.document.lines import new_lines
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.evidence.entry import longest_unchanged
from bot.export.source_entries import source_entries
from bot.local.blame import line_dates
from bot.local.forms import forms_of
from bot.local.readme import read_readme, write_whole
from bot.render.changes import ROWS_UNREADABLE, differing_rows
from bot.rules import list_rules
from bot.rules.finding import Finding, finding
from bot.rules.rule import Level

_OLD = timedelta(days=365)
FORMATS: dict[str, Callable[[str, Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_annotations,
}


def check(readme: Path, form: str | None, *, fix: bool, base: Path | None) -> int:
    """Print the mistakes in the list; without a `form` as annotations in Actions, else as text.

    `base` is an earlier version, whose rows the summary of a job compares. Returns 1 if there is
    an error. Raises MaintainerError.
    """
    shape = forms_of(readme).shape
    before = ""
    if base:
        with suppress(ReadmeError):  # where it is no text, there is nothing to compare with
            before = read_readme(base)
    earlier = parse(before, shape)
    findings: tuple[Finding, ...]
    try:
        document = parse(read_readme(readme), shape)
        if fix:
            document = _fixed(readme, document)
        findings = inspect(document)
    except ReadmeError as error:  # it is no text
        document = parse("", shape)
        findings = (finding(list_rules.NO_TEXT, error.line or 1),)
    if form is None:
        form = "github" if is_in_actions() else "text"
    if form == "github":
        # GitHub shows only ten of each level, so those on new lines come first:
        # https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
        new = new_lines(before, document.text)
        findings = tuple(sorted(findings, key=lambda finding: finding.place.line not in new))
        add_to_summary(as_summary(findings, _differing(earlier, document) if base else ""))
    with suppress(BrokenPipeError):  # the reader has seen enough; the status counts all the same
        print(FORMATS[form](readme.as_posix(), findings))
        if form == "text":
            _print_oldest(readme, document)
    return 1 if any(finding.level is Level.ERROR for finding in findings) else 0


def _print_oldest(readme: Path, document: Document) -> None:
    """The ten rows longest without a change, and the ten longest without a source, as git knows.

    Younger ones than a year are not worth a look yet.
    """
    old = datetime.now(UTC).date() - _OLD
    changed = {line: day for line, day in line_dates(readme).items() if day <= old}
    if not changed:
        return
    entries, _ = source_entries(document)
    kinds = ["change"]
    if any(column.kind == "links" for column in document.shape.columns):
        kinds.append("source")
    for what in kinds:
        oldest = longest_unchanged(entries, changed, without_source=what == "source")
        if oldest:
            print(f"\nLongest without a {what}:")
        for entry, day in oldest:
            name = escape_control(entry.name)
            print(f"{readme.as_posix()}:{entry.line}: {name}, last changed {day}")


def _differing(before: Document, after: Document) -> str:
    """The rows which differ from the earlier list, or that one of the two cannot be read."""
    try:
        return differing_rows(before, after)
    except ReadmeError:
        return ROWS_UNREADABLE


def _fixed(path: Path, document: Document) -> Document:
    """Fix the list and write it; the list as it was if nothing can be fixed."""
    from bot.check.fix import fix  # takes time to load, and nothing else needs it

    try:
        result = fix(document)
    except ReadmeError as error:  # which is among the findings
        why = ReadmeError(error.line, "Nothing was fixed, because of the error here.")
        print(error_line(why, path), file=sys.stderr)
        return document
    for unfixed in result.unfixed:
        print(error_line(unfixed, path), file=sys.stderr)
    if result.text != document.text:
        write_whole(path, result.text)
    return parse(result.text, document.shape)
