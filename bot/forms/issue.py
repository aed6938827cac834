"""An issue, as far as the bot looks at it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_LOGIN = re.compile(r"(?!_)[A-Za-z0-9_-]+(\[bot\])?")

BRANCH_PREFIX = "bot/issue-"
_BRANCH = re.compile(rf"{BRANCH_PREFIX}([1-9][0-9]{{0,8}})")


def branch_of(number: int) -> str:
    """The name of the branch that belongs to an issue."""
    return f"{BRANCH_PREFIX}{number}"


def number_of(branch: str) -> int | None:
    """The number of the issue that a branch belongs to; None for any other branch."""
    match = _BRANCH.fullmatch(branch)
    return int(match[1]) if match else None


def folded(labels: Iterable[str]) -> set[str]:
    """Labels to compare, since GitHub knows no case in them."""
    return {label.casefold() for label in labels}


class Author(NamedTuple):
    """Who opened the issue; `id` is the account's number, which a no-reply address needs."""

    login: str
    id: int | None = None
    may_write: bool = False

    @property
    def is_account(self) -> bool:
        """Whether the login is valid, so a mention and an address may contain it."""
        return _LOGIN.fullmatch(self.login) is not None


class Issue(NamedTuple):
    """One issue; `number` is None for a contribution that came another way and has none yet."""

    number: int | None
    title: str
    body: str
    labels: tuple[str, ...]
    author: Author | None = None
    is_open: bool = True

    @property
    def branch(self) -> str | None:
        """The name of the branch that belongs to the issue."""
        return branch_of(self.number) if self.number else None
