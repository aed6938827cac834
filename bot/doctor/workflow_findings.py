"""What `doctor` finds in the workflows; `place` is the file, with the line where one is known."""

from collections.abc import Sequence

from bot.doctor.findings import SetupFinding, error_at
from bot.render.quoting import code, listed
from bot.rules.rule import Level


def no_workflow(name: str) -> SetupFinding:
    """A workflow is missing."""
    return SetupFinding(
        Level.ERROR, f"{name} is missing.", "Nothing starts the bot.", "Restore the file."
    )


def broken_workflow(place: str, problem: str) -> SetupFinding:
    """A workflow is there, but cannot be read."""
    return error_at(
        place,
        f"This workflow cannot be read: {problem}.",
        "GitHub does not run what it cannot read.",
        "Correct the line, or restore the file from an earlier commit.",
    )


def unknown_action(place: str, placeholder: str) -> SetupFinding:
    """A file names no repository for the action."""
    return error_at(
        place,
        f"{placeholder} is no repository.",
        "GitHub finds no such action or file: a run ends before it begins, and editors find no "
        "schema.",
        f"Replace {placeholder} with the repository of the bot on GitHub.",
    )


def no_action(place: str, folder: str) -> SetupFinding:
    """A workflow uses an action from a folder without one."""
    return error_at(
        place,
        f"There is no action in {code(folder)}.",
        "The run ends before the bot begins.",
        "Name the repository of the bot, as OWNER/NAME@SHA, or a folder with an `action.yml`.",
    )


def no_event(place: str, event: str, near: str) -> SetupFinding:
    """An event does not start a workflow."""
    fix = f"Write {code(event)} instead of {code(near)}." if near else "Add it under `on:`."
    return error_at(
        place,
        f"The workflow does not start on {code(event)}.",
        "The bot hears of some changes late or never.",
        fix,
    )


def no_types(place: str, event: str, types: Sequence[str]) -> SetupFinding:
    """Some types of an event do not start a workflow."""
    missing = listed(list(map(code, types)))
    return error_at(
        place,
        f"The workflow does not start on {missing} of {code(event)}.",
        "The bot hears of some changes late or never.",
        "Add what is missing to `types:`.",
    )


def no_time(place: str, written: str) -> SetupFinding:
    """A schedule has no time, or one which GitHub does not read."""
    return error_at(
        place,
        f"{code(written)} is no time of a schedule.",
        "GitHub does not run a workflow with a mistake.",
        'Write minute, hour, day, month and weekday, such as `cron: "17 3 * * *"`.',
    )


def no_concurrency(place: str, group: str) -> SetupFinding:
    """Runs of a workflow do not wait for each other."""
    setting = f'concurrency: {{group: "{group}"}}'
    return SetupFinding(
        Level.WARNING,
        f"{place}: The runs do not wait for each other.",
        "Two runs can write the same at once, and one of them fails.",
        f"Add {code(setting)}.",
    )


def cancels(place: str) -> SetupFinding:
    """A new run ends the one before it."""
    return SetupFinding(
        Level.WARNING,
        f"{place}: A new run cancels the one before it.",
        "A run that ends between two writes leaves a branch without its pull request or a reply.",
        "Write `cancel-in-progress: false`.",
    )


def no_permission(place: str, permission: str) -> SetupFinding:
    """A workflow does not ask for a permission."""
    return error_at(
        place,
        f"The job lacks {code(permission)}.",
        "GitHub refuses what the bot reads or writes there.",
        "Add it under `permissions:` of the job. A token in the secret BOT_TOKEN needs it too.",
    )


def no_command(place: str, command: str, near: str) -> SetupFinding:
    """No step of a workflow runs the command for which it is there."""
    setting = f"command: {command}"
    fix = f"Write {code(setting)}." if near else f"Add {code(setting)} to the step of the bot."
    return error_at(
        place,
        f"No step of its first job has {code(setting)}.",
        "The bot does something else, or does not start.",
        fix,
    )
