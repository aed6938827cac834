"""What `doctor` finds in the settings that GitHub has for pull requests, actions and rules."""

from bot.render import settings
from bot.render.findings import SetupFinding
from bot.rules.rule import Level

_ACTIONS = "Settings > Actions > General"
_RULES = {
    "creation": "make branches",
    "update": "move its branches",
    "deletion": "delete its branches",
    "non_fast_forward": "rebuild its branches",
}
RULES = frozenset(_RULES)


def no_pull_requests() -> SetupFinding:
    """The repository has no pull requests."""
    return SetupFinding(
        Level.ERROR,
        "Pull requests are turned off.",
        "The bot has nowhere to propose a change.",
        "Turn them on under Settings > General > Features.",
    )


def collaborators_only() -> SetupFinding:
    """Only collaborators may open pull requests."""
    return SetupFinding(
        Level.WARNING,
        "Only collaborators may open pull requests.",
        "The bot makes its branches, but GitHub can refuse its pull requests.",
        settings.COLLABORATORS_ONLY,
    )


def selected_actions(allowed: str) -> SetupFinding:
    """Not all actions may run; `allowed` is GitHub's word for those that may."""
    level, which = Level.WARNING, "Only selected actions may run."
    if allowed == "local_only":
        level, which = Level.ERROR, "Only actions of this owner may run."
    return SetupFinding(
        level,
        which,
        "The workflows use actions of GitHub and astral-sh/setup-uv; without them no run begins.",
        f"{_ACTIONS} > Actions permissions: allow those that are named in .github/workflows.",
    )


def weak_fork_approval() -> SetupFinding:
    """Almost anybody's pull request starts the checks."""
    return SetupFinding(
        Level.WARNING,
        "Pull requests from forks start workflows without approval for all but new accounts.",
        "A stranger can run code of their own in your checks, though without secrets.",
        f"{_ACTIONS} > Approval for running fork pull request workflows from contributors: require "
        "it for first-time contributors.",
    )


def rule_forbids(rule: str) -> SetupFinding:
    """A ruleset covers the bot's branches."""
    return SetupFinding(
        Level.ERROR,
        f"A ruleset does not let the bot {_RULES[rule]} (rule `{rule}`).",
        "GitHub refuses what the bot must write there; its submissions wait for you.",
        "Settings > Rules > Rulesets: leave out branches named `bot/issue-*`, or let the bot's "
        "account bypass it. The account of GitHub Actions cannot bypass a ruleset.",
    )


def merges_unseen() -> SetupFinding:
    """Auto-merge and approvals that outlive a push."""
    return SetupFinding(
        Level.WARNING,
        "Auto-merge is on, and approvals stay when a branch is pushed to.",
        "The bot pushes to its branches: what comes after your approval can be merged unseen.",
        "Settings > Rules: tick “Dismiss stale pull request approvals when new commits are "
        "pushed”, or turn auto-merge off under Settings > General.",
    )
