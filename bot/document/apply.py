"""A change carried out and verified."""

from typing import NamedTuple

from bot.document.changes import Change
from bot.document.document import Document
from bot.document.edit import edit
from bot.document.heading_links import MovedAnchor
from bot.document.parse import parse
from bot.document.verify import verify_edit
from bot.errors import ReadmeError


class Applied(NamedTuple):
    """The list before and after a change, and the anchors moved by it."""

    before: Document
    after: Document
    moved_anchors: tuple[MovedAnchor, ...]


def apply_change(before: Document, change: Change) -> Applied:
    """Edit the list and verify the edit.

    Raises ReadmeError when a reader would see anything but the change.
    """
    result = edit(before, change)
    after = parse(result.text, before.shape)
    if after.errors:
        raise ReadmeError(before.start or None, "the list could not be read after the edit.")
    verify_edit(before, change, after)
    return Applied(before, after, result.moved_anchors)
