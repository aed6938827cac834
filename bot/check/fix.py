"""Automatic fixes, with as few lines as possible, verified like the bot's edits."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from bot.check.contents import check_contents
from bot.check.fix_contents import add_entries, fix_links, reorder_entries
from bot.check.fix_rows import (
    fix_cells,
    fixed_rows,
    reorder_rows,
    reorder_sections,
    sections_promise,
    separate_headings,
)
from bot.document.document import Document
from bot.document.heading_links import follow_headings
from bot.document.parse import parse
from bot.document.splices import Splice, apply_splices
from bot.document.verify_fix import Promise, verify_fix
from bot.errors import ReadmeError

Part = Callable[[Document], Iterator[Splice]]


class FixResult(NamedTuple):
    """The list with what could be fixed, and why the rest was not, with the lines of `text`."""

    text: str
    unfixed: tuple[ReadmeError, ...]


class _Step(NamedTuple):
    """What is fixed and verified at once: its parts, one after the other, and their promise.

    `left_out` says what was not done, if it fails.
    """

    left_out: str
    parts: tuple[Part, ...]
    promise: Callable[[Document], Promise]


def fix(document: Document) -> FixResult:
    """Fix the order of rows, sections and contents, links of the contents, and cells.

    One step can let another fix more, so they are taken until nothing changes.
    Raises ReadmeError when README.md cannot be edited.
    """
    document.checked()
    unfixed: list[ReadmeError] = []
    known: set[str] = set()
    while document.text not in known:
        known.add(document.text)
        unfixed.clear()
        for step in _STEPS:
            document = _apply_step(step, document, unfixed)
    return FixResult(document.text, tuple(unfixed))


def _apply_step(step: _Step, before: Document, unfixed: list[ReadmeError]) -> Document:
    """The list after a step, or after those of its parts which can be taken alone."""
    try:
        return _apply_and_verify(step, step.parts, before)
    except ReadmeError as error:
        after = before
        for part in step.parts:
            with suppress(ReadmeError):
                after = _apply_and_verify(step, [part], after)
        if after is before:
            unfixed.append(ReadmeError(error.line, f"{step.left_out}: {error.message}"))
        return after


def _apply_and_verify(step: _Step, parts: Sequence[Part], before: Document) -> Document:
    """The list after parts of a step.

    Raises ReadmeError, with a line from before, when anything else would change.
    """
    after = before
    for part in parts:
        splices = list(part(after))
        if not splices:
            continue
        earlier, after = after, _reread(before, apply_splices(after.lines, splices))
        links = follow_headings(earlier, after)
        if links:
            after = _reread(before, apply_splices(after.lines, links))
    if after is not before:
        verify_fix(before, step.promise(before), after)
        if _contents_rules(after) - _contents_rules(before):
            message = "the table of contents would be wrong in another way."
            raise ReadmeError(before.start or None, message)
    return after


def _reread(before: Document, text: str) -> Document:
    """The list with another text. Raises ReadmeError, with a line from before."""
    after = parse(text, before.shape)
    if after.errors:
        raise ReadmeError(before.start or None, "it could no longer be read as a list.")
    return after


def _contents_rules(document: Document) -> Counter[str]:
    return Counter(found.problem.rule.code for found in check_contents(document))


_STEPS = (
    _Step("the rows were not fixed", (fix_cells, reorder_rows, separate_headings), fixed_rows),
    _Step(
        "the table of contents was not fixed",
        (fix_links, add_entries, reorder_entries),
        lambda document: sections_promise(document, is_reordered=False),
    ),
    _Step(
        "the sections and their entries were not put in order",
        (reorder_sections, reorder_entries),
        lambda document: sections_promise(document, is_reordered=True),
    ),
)
