"""A change carried out and proved: the list before and after it."""

from dataclasses import dataclass

from bot.document.changes import Change
from bot.document.edit import MovedAnchor, edit
from bot.document.parse import Listing, read_listing
from bot.document.verify import verify_edit


@dataclass(frozen=True)
class Edited:
    """The list before and after a change, and the anchors that moved with it."""

    before: Listing
    after: Listing
    moved_anchors: tuple[MovedAnchor, ...]


def apply_change(before: Listing, change: Change) -> Edited:
    """Edit the list and prove the edit. Raises ReadmeError when a reader would see anything but
    the change.
    """
    text, moved_anchors = edit(before, change)
    after = read_listing(text)
    verify_edit(before, change, after)
    return Edited(before, after, moved_anchors)
