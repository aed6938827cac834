"""Who owns the branch of an issue, and what is on it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.github.answers import Commit, PullRequestNode, Signature
from bot.github.branches import (
    branch_owner,
    read_branch,
    read_commit,
    read_update,
    taken_over_by,
)
from bot.github.commit import BotBranch, BranchUpdate
from tests.github.answered import APP, BOT, commit, merge, nodes, pull_node, ref, theirs
from tests.github.seen import BRANCH, OTHER, TIP

MERGED, AGAIN = "5" * 40, "6" * 40
NOBODY = {"name": None, "user": None}
US, MAINTAINER = {"name": "x", "user": {"login": BOT}}, {"name": "y", "user": {"login": "m"}}


def test_no_branch_is_nobodys():
    assert read_branch(None) is None
    assert taken_over_by(None, None, APP) is None
    assert read_update(None, pull_node()) is None


def test_our_branch_is_not_taken_over():
    assert read_branch(ref(commit())) == BRANCH
    assert taken_over_by(ref(commit()), BRANCH, APP) is None


def test_a_branch_at_the_default_one_is_left_over():
    tip = theirs()
    leftover = read_branch(ref(tip), OTHER)
    assert leftover == replace(read_commit(tip), is_leftover=True)
    assert taken_over_by(ref(tip), leftover, APP) is None


def test_a_commit_without_parent_or_list_is_read():
    assert read_commit(theirs(parents=nodes(), file=None)) == BotBranch(
        OTHER, tree=BRANCH.tree, message="Mine"
    )
    orphan = theirs(parents=nodes({"oid": OTHER, "file": None}))
    assert read_commit(orphan).parent_readme is None


@pytest.mark.parametrize(
    ("author", "committer", "owner"),
    [
        (MAINTAINER, US, "m"),
        (US, MAINTAINER, "m"),  # who has amended the bot's commit
        (US, US, "somebody"),
        (NOBODY, US, "somebody"),
        (None, US, "somebody"),
    ],
)
def test_a_branch_belongs_to_the_author_of_its_tip_or_who_amended_it(author, committer, owner):
    tip = theirs(author=author, committer=committer)
    assert taken_over_by(ref(tip), read_commit(tip), APP) == owner


@pytest.mark.parametrize(
    ("person", "owner"),
    [
        (None, "somebody"),
        (NOBODY, "somebody"),
        ({"name": "", "user": None}, "somebody"),
        ({"name": "Ada", "user": None}, "Ada"),
        ({"name": "Ada", "user": {"login": "ada"}}, "ada"),
    ],
)
def test_an_owner_has_a_login_or_a_name(person, owner):
    assert branch_owner(Signature.model_validate(person) if person else None) == owner


def pull_of(*commits: Commit, **changes: Any) -> PullRequestNode:
    """A pull request with these commits."""
    found = nodes(*({"commit": one} for one in commits)) | {"totalCount": len(commits)}
    return pull_node(**{"commits": found} | changes)


@pytest.mark.parametrize(
    "commits",
    [
        (commit(), merge(MERGED, TIP)),
        (commit(), merge(AGAIN, TIP), merge(MERGED, AGAIN)),
    ],
)
def test_merges_of_the_default_branch_on_our_commit_are_an_update(commits):
    update = read_update(ref(commits[-1]), pull_of(*commits))
    branch = replace(BRANCH, tip=MERGED, readme="m" * 40, parent_readme=OTHER)
    assert BRANCH.parent_readme
    assert BRANCH.readme
    assert update == BranchUpdate(branch, BRANCH.parent_readme, BRANCH.readme, OTHER, "m" * 40)


@pytest.mark.parametrize(
    "commits",
    [
        (commit(),),
        (theirs(), merge(MERGED, OTHER)),
        (commit(), theirs(oid=MERGED, parents=nodes({"oid": TIP, "file": None}))),
        (commit(), merge(MERGED, OTHER)),
        (commit(), merge(MERGED, TIP, file=None)),
        (commit(file=None), merge(MERGED, TIP)),
        (commit(), merge(MERGED, TIP, parents=nodes(*[{"oid": TIP, "file": None}] * 2))),
    ],
)
def test_anything_else_on_the_branch_is_no_update(commits):
    assert read_update(ref(commits[-1]), pull_of(*commits)) is None


def test_commits_that_are_not_all_known_are_no_update():
    commits = commit(), merge(MERGED, TIP)
    whole = pull_of(*commits)
    assert read_update(ref(commits[-1]), whole)
    assert read_update(ref(merge(AGAIN, TIP)), whole) is None
    assert read_update(ref(commits[-1]), pull_of(*commits, changedFiles=2)) is None
    more = whole.commits.model_copy(update={"total_count": 3})
    partly = whole.model_copy(update={"commits": more})
    assert read_update(ref(commits[-1]), partly) is None
