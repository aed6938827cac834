"""How a commit of the bot is known, and when it is as it should be."""

import hashlib
import re
from dataclasses import dataclass

_FINGERPRINT = re.compile(
    r"\n\n?Bot-Commit: ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([0-9a-f]{40})\s*\Z"
)


def with_fingerprint(message: str, parent: str, tree: str) -> str:
    """The message with a trailer that names the only parent, the tree, and a digest of the
    message itself.

    Whatever a person does to the commit, an amendment, a rebase or a merge, changes one of the
    three, so that the fingerprint no longer fits: the commit is known by what it is, not by a name that
    anybody can write.
    """
    gap = (
        "\n" if message.rpartition("\n\n")[2].startswith("Co-authored-by: ") else "\n\n"
    )  # one block of trailers
    return f"{message}{gap}Bot-Commit: {parent} {tree} {blob_id(message)}"


@dataclass(frozen=True)
class BotBranch:
    """The tip of an issue's branch; the `readme` of the tip and of its parent are ids of blobs,
    if they have one.

    Of a branch put back to a commit nothing but the tip is known.
    """

    tip: str
    parents: tuple[str, ...] = ()
    tree: str = ""
    message: str = ""
    readme: str | None = None
    parent_readme: str | None = None

    @property
    def is_ours(self) -> bool:
        """Whether the tip is exactly a commit that the bot made, directly on the list."""
        match = _FINGERPRINT.search(self.message)
        if match is None:
            return False
        made = (match[1],), match[2], match[3]
        return made == (self.parents, self.tree, blob_id(self.message[: match.start()]))

    def matches(self, message: str, readme: str, base_readme: str | None) -> bool:
        """Whether the tip is this change of this list; another commit under it is no reason to
        move it.
        """
        same_message = _FINGERPRINT.sub("", self.message) == message
        return (
            self.is_ours
            and same_message
            and (self.readme, self.parent_readme) == (readme, base_readme)
        )


def blob_id(text: str) -> str:
    """The id that git gives to a file with this text:
    https://git-scm.com/book/en/v2/Git-Internals-Git-Objects.
    """
    data = text.encode()
    return hashlib.sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()
