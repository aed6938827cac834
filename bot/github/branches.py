"""The branch of an issue: its owner and its content."""

from dataclasses import replace
from itertools import pairwise

from bot.github import answers
from bot.github.commit import BotBranch, BranchUpdate
from bot.github.timeline import is_same_account


def read_branch(ref: answers.Ref | None, base: str = "") -> BotBranch | None:
    """Read the tip of an issue's branch, if there is one; `base` is that of the default branch."""
    if ref is None:
        return None
    return replace(read_commit(ref.target), is_leftover=ref.target.oid == base)


def read_commit(commit: answers.Commit) -> BotBranch:
    """Read a commit as the tip of a branch."""
    parents = commit.parents.nodes
    return BotBranch(
        tip=commit.oid,
        parents=tuple(parent.oid for parent in parents),
        tree=commit.tree,
        message=commit.message,
        readme=commit.readme,
        parent_readme=parents[0].readme if parents else None,
    )


def read_update(ref: answers.Ref | None, pull: answers.PullRequestNode) -> BranchUpdate | None:
    """The merges on top of the bot's commit, if nothing else is on the branch."""
    commits = [node.commit for node in pull.commits.nodes]
    is_whole = len(commits) == pull.commits.total_count and pull.changed_files == 1
    if ref is None or len(commits) < 2 or not is_whole or commits[-1].oid != ref.target.oid:
        return None
    own = read_commit(commits[0])
    for before, merge in pairwise(commits):
        parents = [parent.oid for parent in merge.parents.nodes]
        if len(parents) != 2 or parents[0] != before.oid:
            return None
    theirs, merged = commits[-1].parents.nodes[1].readme, commits[-1].readme
    if not (own.has_fingerprint and own.parent_readme and own.readme and theirs and merged):
        return None
    branch = replace(own, tip=ref.target.oid, readme=merged, parent_readme=theirs)
    return BranchUpdate(branch, own.parent_readme, own.readme, theirs, merged)


def taken_over_by(ref: answers.Ref | None, branch: BotBranch | None, viewer: str) -> str | None:
    """Who has taken a branch over: the author of its tip, or who has amended the bot's commit."""
    if ref is None or branch is None or branch.is_ours:
        return None
    for person in (ref.target.author, ref.target.committer):
        name = branch_owner(person)
        if not is_same_account(name, viewer):
            return name
    return "somebody"


def branch_owner(person: answers.Signature | None) -> str:
    """The login, else the name, of a commit's author or committer."""
    if person and person.user:
        return person.user.login
    return person.name if person and person.name else "somebody"
