"""Whose fault it is: what a maintainer must mend is raised from here; a contributor's mistakes
are values.
"""


class UsageError(Exception):
    """A command was called in a way that cannot work."""


class MaintainerError(Exception):
    """Something in the repository or its settings must be mended before the bot can go on."""


class ReadmeError(MaintainerError):
    """README.md is not a list that the bot may edit.

    `line` counts from 1; it is None when the fault has no place. `told` is the message without the
    place.
    """

    def __init__(self, line: int | None, message: str) -> None:
        self.line = line
        self.told = message
        super().__init__(self.format("README.md"))

    def format(self, name: str) -> str:
        """The message with the place, in the file of that name."""
        return f"{name}:{self.line}: {self.told}" if self.line else f"{name}: {self.told}"


class FormError(MaintainerError):
    """A form under .github/ISSUE_TEMPLATE is missing or cannot be read."""
