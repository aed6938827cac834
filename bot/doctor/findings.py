"""Findings of `doctor`: the fact, why it matters and how to fix it."""

from dataclasses import dataclass, replace

from bot.errors import at_line
from bot.render import error_messages
from bot.render.problems import message, more_of_kind
from bot.render.quoting import code
from bot.rules.finding import Finding
from bot.rules.rule import Level

_CHECK = "`python -m bot check` names each place"
_ACTIONS = "Settings > Actions > General"
_LEAVE_OUT = (
    "Settings > Rules > Rulesets, or Settings > Branches: leave out branches named `bot/issue-*`."
)


@dataclass(frozen=True)
class SetupFinding:
    """One mistake in the set-up of the bot; words in braces differ from place to place."""

    level: Level
    what: str
    why: str
    fix: str

    def of(self, **words: str | int) -> "SetupFinding":
        """The finding with these words in place of the braces."""
        what, fix = self.what.format(**words), self.fix.format(**words)
        return replace(self, what=what, fix=fix)

    def at(self, file: str, line: int | None = None, **words: str | int) -> "SetupFinding":
        """The same in a file, with the line where one is known."""
        found = self.of(**words)
        return replace(found, what=f"{at_line(file, line)}: {found.what}")

    def __str__(self) -> str:
        return (
            f"{self.level}: {self.what}\n  why it matters: {self.why}\n  how to fix it: {self.fix}"
        )


def error(what: str, why: str, fix: str) -> SetupFinding:
    """A finding which keeps the bot from its work."""
    return SetupFinding(Level.ERROR, what, why, fix)


def warning(what: str, why: str, fix: str) -> SetupFinding:
    """A finding the bot can work with."""
    return SetupFinding(Level.WARNING, what, why, fix)


ARCHIVED = error(
    "The repository is archived.",
    "Nothing can be written.",
    "Unarchive it in its settings.",
)
NO_ISSUES = error(
    "Issues are turned off.",
    "The forms open issues. A fork begins without them.",
    "Settings > General > Features: tick Issues.",
)
NO_PULL_REQUESTS = error(
    "Pull requests are turned off.",
    "The bot has nowhere to propose a change.",
    "Turn them on under Settings > General > Features.",
)
COLLABORATORS_ONLY = warning(
    "Only collaborators may open pull requests.",
    "The bot makes its branches, but GitHub can refuse its pull requests.",
    error_messages.COLLABORATORS_ONLY,
)
MAY_NOT_OPEN = error(
    "GitHub Actions may not open pull requests.",
    "The bot makes its branches, but no pull request.",
    error_messages.MAY_NOT_OPEN,
)
UNKNOWN_SETTING = warning(
    "This token may not read whether GitHub Actions may open pull requests.",
    "If they may not, the bot makes its branches, but no pull request.",
    f"Look yourself, or use an administrator's token. {error_messages.MAY_NOT_OPEN}",
)
WEAK_FORK_APPROVAL = warning(
    "Pull requests from forks start workflows without approval for all but new accounts.",
    "A stranger can run code of their own in your checks, though without secrets.",
    f"{_ACTIONS} > Approval for running fork pull request workflows from contributors: require "
    "it for first-time contributors.",
)
BRANCHES_STAY = warning(
    "A rule keeps the bot from deleting its branches: Restrict deletions (`deletion`).",
    "Each branch stays after its pull request is merged or closed, and one run is red.",
    _LEAVE_OUT,
)
SIGNATURES_REQUIRED = warning(
    "A rule asks for signed commits on the bot's branches (`required_signatures`).",
    "GitHub signs the commits of Actions and of apps, but not those of a person's BOT_TOKEN. "
    "It can also refuse to move a branch onto unsigned commits of the default branch.",
    _LEAVE_OUT,
)
MERGES_UNSEEN = warning(
    "Auto-merge is on, and approvals stay when a branch is pushed to.",
    "The bot pushes to its branches: what comes after your approval can be merged unseen.",
    "Settings > Rules: tick “Dismiss stale pull request approvals when new commits are "
    "pushed”, or turn auto-merge off under Settings > General.",
)
BROKEN_LIST = error(
    "{message}",
    "The bot edits nothing while the list is broken.",
    "Restore the file, or save it as UTF-8.",
)
BROKEN_FORM = error(
    "{message}",
    "The bot reads its questions and labels from the forms.",
    "Correct or restore the form, or name another in `.github/list.yml`.",
)
BROKEN_LIST_FILE = error(
    "{message}",
    "The bot reads from this file which columns the list has, and which forms fill them.",
    "Correct the line. Where there is no file, `python -m bot init` writes one.",
)
FORM_DIFFERS = error(
    "The form {file} {what}.",
    "The bot would not find, or not understand, what people answer.",
    "Change the form back, or `.github/list.yml` along with it.",
)
SAME_LABEL = error(
    "The form {file} sets the label {label}, as {other} does.",
    "The bot takes the issues of one for those of the other.",
    "Begin `labels:` of each form with a label of its own.",
)
SECTION_GONE = error(
    "The form {file} offers {names}, where README.md has no table of the list.",
    "The bot cannot add to a section that is not there.",
    "Correct the heading or the columns in README.md, or the options of the form.",
)
SECTION_NOT_OFFERED = warning(
    "The form {file} does not offer {names}, though README.md has a table there.",
    "Nobody can choose it.",
    "Add it to the options of the form.",
)
NO_LABEL = error(
    "The label {label} does not exist.",
    "GitHub silently drops a form's label that does not exist, and the bot looks only at "
    "labelled issues.",
    "Run `python -m bot doctor --fix`.",
)
SELECTED_ACTIONS = warning(
    "Only selected actions may run.",
    "The workflows use actions of GitHub and astral-sh/setup-uv; without them no run begins.",
    f"{_ACTIONS} > Actions permissions: allow those that are named in .github/workflows.",
)
OWN_ACTIONS = replace(
    SELECTED_ACTIONS, level=Level.ERROR, what="Only actions of this owner may run."
)
RULESET_FORBIDS = error(
    "A ruleset covers the bot's branches, and refuses its work there: {rules}.",
    "GitHub refuses its branches or its commits, and each submission waits for you. Only an "
    "account which may bypass the rules gets by; that of GitHub Actions cannot.",
    "Settings > Rules > Rulesets: leave out branches named `bot/issue-*`.",
)
PROTECTION_FORBIDS = replace(
    RULESET_FORBIDS,
    what="Branch protection covers the bot's branches, and refuses its work there: {rules}.",
    fix="Settings > Branches: leave out branches named `bot/issue-*`.",
)


def in_list(finding: Finding, count: int, fixed: int) -> SetupFinding:
    """Something is wrong with the list `count` times, though the bot can edit it.

    `check --fix` corrects `fixed` of them.
    """
    why = "Readers may be misled."
    if finding.level is Level.ERROR:
        why = "Readers may be misled, and `check` calls it an error."
    how = f"{_CHECK}."
    if fixed:
        how = f"{_CHECK}, and `check --fix` corrects {fixed} of {count}."
    return SetupFinding(Level.WARNING, _what(finding, count), why, how)


def keeps_from_editing(finding: Finding, count: int) -> SetupFinding:
    """Something keeps the bot from editing the list, or a part of it."""
    why = "The bot edits nothing there."
    return SetupFinding(Level.ERROR, _what(finding, count), why, f"{_CHECK}.")


def _what(finding: Finding, count: int) -> str:
    return f"README.md:{finding.place.line}: {message(finding.problem)}{more_of_kind(count)}"


def pattern_forbids(kind: str, pattern: str, text: str) -> SetupFinding:
    """A rule asks for a pattern in which what the bot writes does not fit, as far as is known."""
    return SetupFinding(
        Level.ERROR if kind == "branch_name_pattern" else Level.WARNING,
        f"A rule for the bot's branches asks for a pattern (`{kind}`: {code(pattern)}).",
        f"GitHub refuses what does not fit. The bot writes {code(text)}, for example.",
        f"{_LEAVE_OUT} Or widen the pattern.",
    )
