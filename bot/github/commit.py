"""How a commit of the bot is recognised and compared with the desired one."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.github.answers import TreeEntry

_FINGERPRINT = re.compile(
    r"\n\n?Bot-Commit: ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([0-9a-f]{40})\s*\Z"
)
README = "README.md"
_FILE = 0o100644


def with_fingerprint(message: str, parent: str, tree: str) -> str:
    """The message with a trailer that names the parent, the tree and a digest of the message.

    An amendment, a rebase or a merge by a person changes one of the three, and the fingerprint no
    longer fits: a commit is recognised by what it is, and not by a name that anybody can write.
    """
    has_trailers = message.rpartition("\n\n")[2].startswith("Co-authored-by: ")
    gap = "\n" if has_trailers else "\n\n"  # trailers are one block
    return f"{message}{gap}Bot-Commit: {parent} {tree} {blob_id(message)}"


@dataclass(frozen=True)
class BotBranch:
    """The tip of an issue's branch; `readme` and `parent_readme` are ids of blobs, or None.

    `is_leftover` when nothing is on the branch but commits of the default branch. Of a branch put
    back to a commit nothing but the tip is known.
    """

    tip: str
    parents: tuple[str, ...] = ()
    tree: str = ""
    message: str = ""
    readme: str | None = None
    parent_readme: str | None = None
    is_leftover: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether nobody else has put anything on the branch."""
        return self.is_leftover or self.has_fingerprint

    @property
    def has_fingerprint(self) -> bool:
        """Whether the tip is exactly a commit of the bot, directly on the list."""
        match = _FINGERPRINT.search(self.message)
        if match is None:
            return False
        made = (match[1],), match[2], match[3]
        return made == (self.parents, self.tree, blob_id(self.message[: match.start()]))

    def has_message(self, message: str) -> bool:
        """Whether the commit is the bot's, with this message."""
        return self.has_fingerprint and _FINGERPRINT.sub("", self.message) == message

    def matches(self, message: str, readme: str, base_readme: str | None) -> bool:
        """Whether the tip is this change of this list, whichever commit is below it."""
        texts = (self.readme, self.parent_readme)
        return self.has_message(message) and texts == (readme, base_readme)


class BranchUpdate(NamedTuple):
    """The bot's commit with the default branch merged into it, as by "Update branch".

    The four texts of README.md are ids of blobs: of the list below the bot's commit, of that
    commit, of the list that was merged, and of the merge. Nobody has taken the branch over if a
    clean merge of the first three is the fourth.
    """

    branch: BotBranch
    base: str
    ours: str
    theirs: str
    merged: str


def readme_tree(tree: str, entries: "Iterable[TreeEntry]", readme: str) -> str | None:
    """The id that a tree gets when README.md becomes a text; None where that cannot be known.

    That is where the entries are not all of the tree, or where README.md is no plain file.
    """
    before = tuple(entries)
    if tree_id(before) != tree:
        return None
    after = []
    for entry in before:
        if entry.name == README.encode():
            if entry.mode != _FILE:
                return None
            after.append(entry.model_copy(update={"oid": blob_id(readme)}))
        else:
            after.append(entry)
    return tree_id(after)


def tree_id(entries: "Iterable[TreeEntry]") -> str:
    """The id that git gives to a folder, from its entries in git's order.

    https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
    """
    parts = [b"%o %b\0%b" % (e.mode, e.name, bytes.fromhex(e.oid)) for e in entries]
    return _object_id(b"tree", b"".join(parts))


def blob_id(text: str) -> str:
    """Git's id of a file with this text."""
    return _object_id(b"blob", text.encode())


def _object_id(kind: bytes, data: bytes) -> str:
    header = b"%b %d\0" % (kind, len(data))
    return hashlib.sha1(header + data, usedforsecurity=False).hexdigest()
