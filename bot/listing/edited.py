"""A change carried out and proved: the list before and after it."""

from dataclasses import dataclass

from bot.listing.changes import Change
from bot.listing.edit import MovedAnchor, edit
from bot.listing.listing import Listing, read_listing
from bot.listing.proof import prove


@dataclass(frozen=True)
class Edited:
    """The list before and after a change, and the anchors that moved with it."""

    before: Listing
    after: Listing
    moved_anchors: tuple[MovedAnchor, ...]


def carry_out(before: Listing, change: Change) -> Edited:
    """Edit the list and prove the edit. Raises BrokenList when a reader would see anything but the change."""
    text, moved_anchors = edit(before, change)
    after = read_listing(text)
    prove(before, change, after)
    return Edited(before, after, moved_anchors)
