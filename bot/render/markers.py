"""Marks in the texts of the bot which only programs see; people can move or delete them."""

import re

from bot.decision.decision import Status

_STATUS = re.compile(r"<!-- charger-bot: status(?: (?P<status>[a-z_]+))? -->")
_TAKEN_OVER = "<!-- charger-bot: taken over -->"
_WRITTEN_FOR = re.compile(r"<!-- charger-bot: written for ([0-9a-f]{12}) -->\s*\Z")


def with_status(comment: str, status: Status) -> str:
    """The comment with its status at the end of the first line."""
    first, gap, rest = comment.partition("\n\n")
    return f"{first} <!-- charger-bot: status {status} -->{gap}{rest}"


def status_in(comment: str) -> str | None:
    """The status that a comment of the bot names; empty where it names none, None without a mark.

    Nothing that a stranger typed can be on its first line.
    """
    match = _STATUS.search(comment.partition("\n")[0])
    if match is None:
        return None
    return match["status"] or ""


def with_digest(body: str, digest: str) -> str:
    """The text of a pull request with the digest of the submission it is written for."""
    return f"{body}\n\n<!-- charger-bot: written for {digest} -->"


def written_for(body: str) -> str | None:
    """The digest of the submission a pull request's text is written for."""
    if match := _WRITTEN_FOR.search(body):
        return match[1]
    return None


def as_taken_over(line: str) -> str:
    """The first line of a pull request taken over by a person."""
    return f"{line} {_TAKEN_OVER}"


def is_taken_over(body: str) -> bool:
    """Whether a pull request says on top that a person has taken it over."""
    return _TAKEN_OVER in body.partition("\n")[0]
