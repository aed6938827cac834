"""The pages of GitHub's answers: how long one may be, and which further ones are needed."""

from collections.abc import Callable
from typing import TypeVar

from bot.github.answers import Connection, Repository, T
from bot.github.errors import QueryTooLarge, TooSlow
from bot.github.timeline import is_status

Answer = TypeVar("Answer")


def in_smaller_pages(ask: Callable[[int], Answer], size: int) -> tuple[Answer, int]:
    """Ask for a page of this size, and of half of it each time it is too large or takes too long.

    Returns the answer and its size. Raises QueryTooLarge or TooSlow where a page of one is.
    """
    while True:
        try:
            return ask(size), size
        except (QueryTooLarge, TooSlow):
            if size == 1:
                raise
            size //= 2


def further_pages(repository: Repository) -> dict[str, str | None]:
    """The cursors of the pages that are still needed, by the name of their variable."""
    cursors: dict[str, str | None] = {}
    issues, comments = repository.issues, repository.issue.comments
    pulls = repository.pull_requests
    if issues.page_info.has_next_page and issues.nodes[-1].number < repository.issue.number:
        cursors["issues"] = issues.page_info.end_cursor
    if comments.page_info.has_next_page and not any(map(is_status, comments.nodes)):
        cursors["comments"] = comments.page_info.end_cursor
    are_foreign = all(pull.is_cross_repository for pull in pulls.nodes)
    if pulls.page_info.has_previous_page and are_foreign:
        cursors["pulls"] = pulls.page_info.start_cursor
    return cursors


def with_pages(
    repository: Repository, further: Repository, cursors: dict[str, str | None]
) -> Repository:
    """The repository with the nodes of further pages after those already there.

    They hold what is later, save those of pull requests, whose order does not count.
    """
    update: dict[str, object] = {}
    if "issues" in cursors:
        update["issues"] = _joined(repository.issues, further.issues)
    if "comments" in cursors:
        comments = _joined(repository.issue.comments, further.issue.comments)
        update["issue"] = repository.issue.model_copy(update={"comments": comments})
    if "pulls" in cursors:
        update["pull_requests"] = _joined(repository.pull_requests, further.pull_requests)
    return repository.model_copy(update=update)


def _joined(first: Connection[T], second: Connection[T]) -> Connection[T]:
    nodes = (*first.nodes, *second.nodes)
    return second.model_copy(update={"nodes": nodes})
