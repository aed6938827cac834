"""The results of merging the bot's branches as they are into today's list."""

from collections.abc import Sequence
from dataclasses import replace

from bot.github.observation import Observation
from bot.github.repository import Remote
from bot.local.merge import merges_cleanly


def with_merges(remote: Remote, observations: Sequence[Observation]) -> list[Observation]:
    """Try the merges of outdated branches, and separate updated branches from taken over ones.

    Costs no request where no branch is outdated, else one for a hundred texts. Raises
    MaintainerError where git is missing, and the errors of `bot.github.errors`.
    """
    wanted: list[str] = []
    for observation in observations:
        if update := observation.update:
            wanted += (update.base, update.ours, update.theirs, update.merged)
        else:
            wanted += _outdated(observation)
    texts = remote.texts(wanted) if wanted else {}
    tried = []
    for observation in observations:
        after = observation
        if update := observation.update:
            # Nobody has taken a branch over whose merges are those that git makes.
            merged = merges_cleanly(texts[update.base], texts[update.ours], texts[update.theirs])
            if merged == texts[update.merged]:
                after = observation.with_update(update)
        if outdated := _outdated(after):
            base, ours = outdated
            merged = merges_cleanly(texts[base], texts[ours], after.situation.readme)
            after = replace(after, merged_readme=merged)
        tried.append(after)
    return tried


def _outdated(observation: Observation) -> tuple[str, str] | tuple[()]:
    """The ids of the list below an outdated branch and of the list on it."""
    branch = observation.branch
    if observation.is_behind and branch and branch.readme and branch.parent_readme:
        return branch.parent_readme, branch.readme
    return ()
