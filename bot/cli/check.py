"""`check`: mistakes in the list, line by line; `--fix` fixes those that need no judgement."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from bot.check.finding import Finding
from bot.check.inspect import finding_of, inspect
from bot.cli.actions import add_to_summary, is_in_actions
from bot.cli.formats import as_annotations, as_json, as_sarif, as_summary, as_text
from bot.cli.terminal import error_line
from bot.document.lines import new_lines
from bot.document.parse import read_listing
from bot.errors import ReadmeError
from bot.local.readme import read_readme, write_readme
from bot.render.changes import ROWS_UNTOLD, differing_rows
from bot.rules.rule import Level

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
    before = _list_before(base)
    try:
        text = read_readme(readme)
        if fix:
            text = _fixed(readme, text)
        found = inspect(text)
    except ReadmeError as fault:
        text, found = "", (finding_of(fault),)
    if form is None:
        form = "github" if is_in_actions() else "text"
    if form == "github":
        found = _new_first(found, before, text)
        add_to_summary(as_summary(found, _differing(before, text) if base else ""))
    with suppress(
        BrokenPipeError
    ):  # the reader has seen enough, and the status counts all the same
        print(FORMATS[form](readme.as_posix(), found))
    return 1 if any(finding.level is Level.ERROR for finding in found) else 0


def _list_before(base: Path | None) -> str:
    """The list that rows are compared with; nothing where there is none, or where it is no text."""
    try:
        return read_readme(base) if base else ""
    except ReadmeError:
        return ""


def _new_first(found: Sequence[Finding], before: str, text: str) -> tuple[Finding, ...]:
    """The findings on new lines first, since GitHub shows only ten of each level.

    https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
    """
    new = new_lines(before, text)
    return tuple(sorted(found, key=lambda finding: finding.place.line not in new))


def _differing(before: str, text: str) -> str:
    """The rows that differ from the earlier list, or that one of the two cannot be read."""
    try:
        return differing_rows(read_listing(before), read_listing(text))
    except ReadmeError:
        return ROWS_UNTOLD


def _fixed(path: Path, text: str) -> str:
    """Fix the list and write it; returns the text as it was if nothing can be fixed."""
    from bot.check.fix import mend  # takes time to load, and nothing else needs it

    try:
        mended = mend(text)
    except ReadmeError as fault:
        print(f"{error_line(fault, path)} Nothing was mended.", file=sys.stderr)
        return text
    for left in mended.left:
        print(error_line(left, path), file=sys.stderr)
    if mended.text != text:
        write_readme(path, mended.text)
    return mended.text
