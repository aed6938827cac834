"""Errors, by who must act.

Here are those for a maintainer to fix. A contributor's mistakes are values, not errors.
"""

from typing import NamedTuple


def at_line(path: str, line: int | None) -> str:
    """A file with a line, counted from 1, where one is known; as compilers name a place."""
    return f"{path}:{line}" if line else path


class UsageError(Exception):
    """A command was called in a way which cannot work."""


class MaintainerError(Exception):
    """Something in the repository or its settings must be fixed before the bot can go on."""


class ReadmeError(MaintainerError):
    """README.md is no list the bot may edit.

    `line` counts from 1; it is None when the error has no place. `message` lacks the place.
    """

    def __init__(self, line: int | None, message: str) -> None:
        self.line = line
        self.message = message
        super().__init__(self.format("README.md"))

    def format(self, path: str) -> str:
        """The message with its place in the file at this path."""
        return f"{at_line(path, self.line)}: {self.message}"


class FormMistake(NamedTuple):
    """A mistake in a form: the path of its file, and a message which begins with the place."""

    file: str
    message: str


class FormError(MaintainerError):
    """Forms are missing, or cannot be read; the message has a line for each mistake."""

    def __init__(self, *mistakes: FormMistake) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(mistake.message for mistake in mistakes))


class ListFileError(MaintainerError):
    """.github/list.yml is missing, cannot be read, or does not fit the forms."""
