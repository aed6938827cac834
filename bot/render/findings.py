"""Findings of `doctor`: the fact, why it matters and how to fix it."""

from dataclasses import dataclass

from bot.render import settings
from bot.render.problems import message
from bot.rules import finding as rules
from bot.rules.rule import Level

_CHECK = "`python -m bot check` says more, and fixes what it can with `--fix`."


@dataclass(frozen=True)
class SetupFinding:
    """One thing that is not as the bot needs it."""

    level: Level
    what: str
    why: str
    fix: str

    def __str__(self) -> str:
        return (
            f"{self.level}: {self.what}\n  why it matters: {self.why}\n  how to fix it: {self.fix}"
        )


def broken_list(message: str) -> SetupFinding:
    """README.md is not there, or is no text."""
    return SetupFinding(
        Level.ERROR, message, "The bot edits nothing while the list is broken.", "Fix the file."
    )


def in_list(found: rules.Finding) -> SetupFinding:
    """Something is wrong with the list, though the bot can edit it."""
    return SetupFinding(Level.WARNING, _what(found), "Readers are worse off.", _CHECK)


def keeps_from_editing(found: rules.Finding) -> SetupFinding:
    """Something keeps the bot from editing the list, or a part of it."""
    return SetupFinding(Level.ERROR, _what(found), "The bot edits nothing there.", _CHECK)


def _what(found: rules.Finding) -> str:
    return f"README.md:{found.place.line}: {message(found.problem)}"


def broken_form(message: str) -> SetupFinding:
    """A form cannot be read."""
    why = "The bot reads its questions and labels from the forms."
    return SetupFinding(
        Level.ERROR,
        message,
        why,
        "Restore the form from the repository that this one was made from.",
    )


def form_differs(name: str, what: str) -> SetupFinding:
    """A form does not ask what the code reads."""
    why = "The bot would not find, or not understand, what people answer."
    return SetupFinding(
        Level.ERROR,
        f"The form {name} {what}.",
        why,
        "Change the form back, or the code along with it.",
    )


def no_label(label: str) -> SetupFinding:
    """A label does not exist in the repository."""
    why = (
        "GitHub silently drops a form's label that does not exist, and the bot looks only at "
        "labelled issues."
    )
    return SetupFinding(
        Level.ERROR, f"The label {label} does not exist.", why, "Run `python -m bot doctor --fix`."
    )


def may_not_open() -> SetupFinding:
    """Actions may not open pull requests."""
    why = "The bot makes its branches, but no pull request."
    return SetupFinding(
        Level.ERROR, "GitHub Actions may not open pull requests.", why, settings.MAY_NOT_OPEN
    )


def unknown_setting() -> SetupFinding:
    """The setting can be read by an administrator only."""
    what = "This token may not read whether GitHub Actions may open pull requests."
    why = "If they may not, the bot makes its branches, but no pull request."
    return SetupFinding(
        Level.WARNING,
        what,
        why,
        f"Look yourself, or use an administrator's token. {settings.MAY_NOT_OPEN}",
    )


def no_workflow(name: str) -> SetupFinding:
    """A workflow is missing."""
    return SetupFinding(
        Level.ERROR, f"{name} is missing.", "Nothing starts the bot.", "Restore the file."
    )


def workflow_lacks(name: str, permission: str) -> SetupFinding:
    """A workflow does not ask for a permission."""
    why = "GitHub refuses what the bot must write there."
    return SetupFinding(
        Level.ERROR,
        f"{name} lacks `{permission}`.",
        why,
        f"Add it under `permissions:` of the job. {settings.NO_PERMISSION}",
    )


def archived() -> SetupFinding:
    """The repository is archived."""
    return SetupFinding(
        Level.ERROR,
        "The repository is archived.",
        "Nothing can be written.",
        "Unarchive it in its settings.",
    )


def no_issues() -> SetupFinding:
    """The repository has no issues."""
    why = "The forms open issues. A fork begins without them."
    return SetupFinding(
        Level.ERROR, "Issues are turned off.", why, "Settings > General > Features: tick Issues."
    )
