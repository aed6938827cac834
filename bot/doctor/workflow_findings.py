"""The findings of `doctor` in the workflows."""

from dataclasses import replace

from bot.doctor.findings import error, warning

NO_WORKFLOW = error("{path} is missing.", "Nothing starts the bot.", "Restore the file.")
BROKEN_WORKFLOW = error(
    "This workflow cannot be read: {problem}.",
    "GitHub does not run what it cannot read.",
    "Correct the line, or restore the file from an earlier commit.",
)
UNKNOWN_ACTION = error(
    "{placeholder} is no repository.",
    "GitHub finds no such action or file: a run ends before it begins, and editors find no schema.",
    "Replace {placeholder} with the repository of the bot on GitHub.",
)
NO_ACTION = error(
    "There is no action in {folder}.",
    "The run ends before the bot begins.",
    "Name the repository of the bot, as OWNER/NAME@SHA, or a folder with an `action.yml`.",
)
NO_EVENT = error(
    "The workflow does not start on {event}.",
    "The bot hears of some changes late or never.",
    "Add it under `on:`.",
)
MISSPELT_EVENT = replace(NO_EVENT, fix="Write {event} instead of {near}.")
NO_TYPES = error(
    "The workflow does not start on {types} of {event}.",
    "The bot hears of some changes late or never.",
    "Add what is missing to `types:`.",
)
NO_TIME = error(
    "{written} is no time of a schedule.",
    "GitHub does not run a workflow with a mistake.",
    'Write minute, hour, day, month and weekday, such as `cron: "17 3 * * *"`.',
)
NO_CONCURRENCY = warning(
    "The runs do not wait for each other.",
    "Two runs can write the same at once, and one of them fails.",
    "Add {setting}.",
)
CANCELS = warning(
    "A new run cancels the one before it.",
    "A run that ends between two writes leaves a branch without its pull request or a reply.",
    "Write `cancel-in-progress: false`.",
)
NO_PERMISSION = error(
    "The job lacks {permission}.",
    "GitHub refuses what the bot reads or writes there.",
    "Add it under `permissions:` of the job. A token in the secret BOT_TOKEN needs it too.",
)
NO_COMMAND = error(
    "No step of its first job has {setting}.",
    "The bot does something else, or does not start.",
    "Add {setting} to the step of the bot.",
)
MISSPELT_COMMAND = replace(NO_COMMAND, fix="Write {setting}.")
