"""The transport: PyGithub without its retries and pauses, with every request counted."""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from github import Auth, Github, GithubException, UnknownObjectException
from github.Repository import Repository
from github.Requester import Requester

from bot.errors import MaintainerError
from bot.github.errors import (
    QueryTooLarge,
    TransientError,
    graphql_error,
    is_of_others,
    translate_errors,
)
from bot.github.mutations import Mutation, document
from bot.render import error_messages

Result = dict[str, Any] | Exception

_API_VERSION = "2022-11-28"


class _Requester(Requester):
    """Counts requests, and takes an answer for none where it is not JSON.

    PyGithub itself would take a page of HTML for an object without values.
    """

    request_count = 0
    rate_limit_remaining = sys.maxsize

    def requestJson(self, *arguments: Any, **named: Any) -> tuple[int, dict[str, Any], str]:  # noqa: N802
        self.request_count += 1
        status, headers, text = super().requestJson(*arguments, **named)
        remaining, limit = self.rate_limiting
        if limit > 0:
            self.rate_limit_remaining = min(self.rate_limit_remaining, remaining)
        if status < 400 and text:
            try:
                json.loads(text)
            except ValueError:
                raise TransientError("the answer was not JSON") from None
        return status, headers, text


class Client:
    """One repository, `owner/name`, on one server, given by the addresses of its interfaces.

    `before_write` is called before each request that writes. All methods raise the errors of
    `bot.github.errors`.
    """

    def __init__(
        self,
        name: str,
        token: str,
        api_url: str,
        graphql_url: str,
        before_write: Callable[[], None] = lambda: None,
    ) -> None:
        # By default PyGithub repeats a POST after a 5xx, though it may have been done, and pauses
        # before each request.
        client = Github(
            auth=Auth.Token(token),
            base_url=api_url,
            retry=None,
            seconds_between_requests=None,
            seconds_between_writes=None,
            lazy=True,
            api_version=_API_VERSION,
        )
        self._requester = _Requester(**client.requester.kwargs)
        self._graphql_url = graphql_url
        self._before_write = before_write
        self.name = name
        self.repository = Repository(self._requester, url=f"/repos/{name}")

    @property
    def request_count(self) -> int:
        """The number of requests so far."""
        return self._requester.request_count

    @property
    def rate_limit_remaining(self) -> int:
        """The fewest requests that GitHub said are left this hour.

        REST and GraphQL are counted apart; on a server without a limit it is very many.
        """
        return self._requester.rate_limit_remaining

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Around one writing request."""
        self._before_write()
        with translate_errors():
            yield

    def query(self, document: str, **variables: Any) -> dict[str, Any]:
        """The `data` that GraphQL answers with; the first of its errors is raised.

        The document takes the repository as `$owner` and `$name`. What the token may not see of
        other repositories is left out.
        """
        owner, _, name = self.name.partition("/")
        answer = self._graphql(document, {"owner": owner, "name": name} | variables)
        for error in answer.get("errors") or ():
            if not is_of_others(error):
                raise graphql_error(error)
        data: dict[str, Any] | None = answer.get("data")
        if data is None:
            raise TransientError("the answer is empty")
        return data

    def mutate(self, mutations: Sequence[Mutation]) -> list[Result]:
        """Send one document; the answer or the error of each mutation, in their order."""
        self._before_write()
        answer = self._graphql(*document(mutations))
        data = answer.get("data") or {}
        results: list[Result] = []
        for index in range(len(mutations)):
            results.append(data.get(f"m{index}") or TransientError("the answer has gaps"))
        for error in answer.get("errors") or ():
            exception = graphql_error(error)
            if isinstance(exception, QueryTooLarge):  # the mutations themselves may be done
                exception = TransientError("the answer is too large")
            path = error.get("path") or [""]
            if not re.fullmatch(r"m\d+", str(path[0])):
                raise exception
            results[int(path[0][1:])] = exception
        return results

    def do(self, mutations: Sequence[Mutation]) -> None:
        """Send one document, all of which is to be done; the most lasting error is raised."""
        raise_first(self.mutate(mutations))

    def _graphql(self, document: str, variables: dict[str, Any]) -> dict[str, Any]:
        body = {"query": document, "variables": variables}
        with translate_errors():
            try:
                _, answer = self._requester.requestJsonAndCheck(
                    "POST", self._graphql_url, input=body
                )
            except UnknownObjectException as error:
                raise MaintainerError(error_messages.NO_GRAPHQL) from error
        return dict(answer)

    def get(self, path: str) -> Any:
        """The JSON of a resource of the repository; raises PyGithub's errors."""
        return self._requester.requestJsonAndCheck("GET", f"{self.repository.url}{path}")[1]

    def get_if_allowed(self, path: str) -> Any:
        """The same; None where the token may not read it, or the server lacks it."""
        try:
            return self.get(path)
        except GithubException as error:
            if error.status in {403, 404}:
                return None
            raise

    def put_label(self, number: int, label: str) -> None:
        """Put a label on an issue; one the repository lacks is made."""
        with self.writing():
            self.repository.get_issue(number).add_to_labels(label)

    def make_label(self, name: str, colour: str, description: str) -> None:
        """Make a label in the repository."""
        with self.writing():
            self.repository.create_label(name, colour, description)

    def post(self, path: str, fields: dict[str, Any]) -> Any:
        """Make a resource of the repository; the JSON of the answer."""
        with self.writing():
            address = f"{self.repository.url}{path}"
            return self._requester.requestJsonAndCheck("POST", address, input=fields)[1]


def raise_first(results: Iterable[Result]) -> None:
    """Raise the first error that will not pass by itself, else the first of all."""
    errors = [result for result in results if isinstance(result, Exception)]
    lasting = [error for error in errors if not isinstance(error, TransientError)]
    for error in [*lasting, *errors]:
        raise error
