"""The results of merging the bot's branches as they are into today's list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.github.observation import Observation
from bot.github.repository import Remote
from bot.local.merge import merges_cleanly


def with_merges(remote: Remote, observations: Sequence[Observation]) -> list[Observation]:
    """Try the merges of outdated branches, and separate updated branches from taken over ones.

    Costs no request where no branch is outdated, else one for a hundred texts. Raises
    MaintainerError where git is missing, and the errors of `bot.github.errors`.
    """
    wanted = [oid for seen in observations for oid in _blobs(seen)]
    texts = remote.texts(wanted) if wanted else {}
    return [_with_merges(seen, texts) for seen in observations]


def _blobs(seen: Observation) -> Iterable[str]:
    """The ids of the texts to merge."""
    if seen.update:
        update = seen.update
        return update.base, update.ours, update.theirs, update.merged
    branch = seen.branch
    if seen.is_behind and branch and branch.readme and branch.parent_readme:
        return branch.parent_readme, branch.readme
    return ()


def _with_merges(seen: Observation, texts: dict[str, str]) -> Observation:
    """Nobody has taken a branch over whose merges are those that git makes."""
    update = seen.update
    if update:
        merged = merges_cleanly(texts[update.base], texts[update.ours], texts[update.theirs])
        if merged == texts[update.merged]:
            seen = seen.with_update(update)
    branch = seen.branch
    if not (seen.is_behind and branch and branch.readme and branch.parent_readme):
        return seen
    base, ours = texts[branch.parent_readme], texts[branch.readme]
    return replace(seen, merged_readme=merges_cleanly(base, ours, seen.situation.readme))
