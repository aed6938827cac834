"""A commit of the bot is known by what it is."""

from base64 import b64encode
from dataclasses import replace

import pytest
from dulwich.objects import Blob, Tree

from bot.github.answers import TreeEntry
from bot.github.commit import (
    BotBranch,
    blob_id,
    readme_tree,
    tree_id,
    with_fingerprint,
)

PARENT, TREE, OTHER = "1" * 40, "2" * 40, "3" * 40
MESSAGE = "Add Zaptec Go 2\n\nFor #1"
OURS = BotBranch(
    tip=OTHER,
    parents=(PARENT,),
    tree=TREE,
    message=with_fingerprint(MESSAGE, PARENT, TREE),
    readme="new",
    parent_readme="old",
)


def test_a_commit_of_a_person_is_not_ours():
    for message in ("", MESSAGE, f"{MESSAGE}\n\nBot-Commit: x"):
        branch = replace(OURS, message=message)
        assert not branch.has_fingerprint
        assert not branch.is_ours
        assert not branch.has_message(message)


def test_a_commit_of_the_bot_is_ours_with_its_message():
    assert OURS.has_fingerprint
    assert OURS.is_ours
    assert OURS.has_message(MESSAGE)
    assert not OURS.has_message("Another")


@pytest.mark.parametrize(
    "amended",
    [
        {"parents": (OTHER,)},
        {"parents": (PARENT, OTHER)},
        {"tree": OTHER},
        {"message": OURS.message.replace("Go 2", "Go 3")},
        {"message": f"{OURS.message}\n\nSigned-off-by: ada"},
    ],
)
def test_whatever_a_person_amends_is_noticed(amended: dict):
    assert not replace(OURS, **amended).has_fingerprint


def test_a_line_end_more_is_no_amendment():
    assert replace(OURS, message=f"{OURS.message}\n").has_message(MESSAGE)


def test_a_branch_with_nothing_on_it_is_ours():
    assert BotBranch(OTHER, is_leftover=True).is_ours


def test_a_tip_matches_a_change_of_a_list_whichever_commit_is_below():
    assert OURS.matches(MESSAGE, "new", "old")
    for wrong in (("Another", "new", "old"), (MESSAGE, "x", "old"), (MESSAGE, "new", "x")):
        assert not OURS.matches(*wrong)


@pytest.mark.parametrize(
    ("message", "gap"), [("Add it", "\n\n"), ("Add it\n\nCo-authored-by: a <b@c>", "\n")]
)
def test_trailers_are_one_block(message: str, gap: str):
    assert with_fingerprint(message, PARENT, TREE).startswith(f"{message}{gap}Bot-Commit: ")


def git_tree(readme: str, mode: int = 0o100644) -> Tree:
    """A folder as git has it."""
    tree = Tree()
    tree.add(b"LICENSE", 0o100644, Blob.from_string(b"MIT").id)
    tree.add(b"README.md", mode, Blob.from_string(readme.encode()).id)
    tree.add(b"bot", 0o040000, Tree().id)
    return tree


def entries_of(tree: Tree) -> list[TreeEntry]:
    entries = []
    for entry in tree.items():
        oid = entry.sha.decode()
        entries.append(TreeEntry(name=b64encode(entry.path), mode=entry.mode, oid=oid))
    return entries


def test_ids_are_those_of_git():
    assert blob_id("é\n") == Blob.from_string("é\n".encode()).id.decode()
    assert tree_id(entries_of(git_tree("a"))) == git_tree("a").id.decode()


def test_the_tree_after_a_change_of_the_list_is_foretold():
    before = git_tree("a")
    after = readme_tree(before.id.decode(), entries_of(before), "b")
    assert after == git_tree("b").id.decode()


def test_a_tree_that_is_not_known_whole_is_not_foretold():
    before = git_tree("a")
    assert readme_tree(before.id.decode(), entries_of(before)[1:], "b") is None


def test_a_list_that_is_no_plain_file_is_not_foretold():
    before = git_tree("a", mode=0o100755)
    assert readme_tree(before.id.decode(), entries_of(before), "b") is None
