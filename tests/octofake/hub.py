"""The door to the fake: what tests make it with, and what serves each request."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock
from typing import Any

from . import (
    graphql_execution,
    rest,
    rest_issues,
    rest_pulls,
    rest_refs,
    rest_repository,
    serving,
    webhooks,
)
from .errors import Violation
from .exchange import Request, Response
from .faults import BAD_GATEWAY, Failure, Fault, Interrupted, Kind, Refusal, Stale
from .issues import Issue
from .records import Photograph, photograph
from .repository import Repository
from .world import User, World

SERVED_BY = (
    rest_issues,
    rest_pulls,
    rest_refs,
    rest_repository,
)  # They register their operations when they are imported.


@dataclass
class Recorded:
    """A request as it was served; the status is None if no answer came."""

    request: Request
    operation: str
    status: int | None = None
    is_refused: bool = False

    @property
    def is_done(self) -> bool:
        """Tell whether anything of it was done."""
        return self.status is not None and self.status < 300 and not self.is_refused

    @property
    def method(self) -> str:
        """Return the method."""
        return self.request.method

    @property
    def path(self) -> str:
        """Return the path, without the address of the interface."""
        return self.request.path

    @property
    def is_write(self) -> bool:
        """Tell whether it could change anything."""
        return self.request.is_write


class OctoFake:
    """A GitHub of our own, with people, repositories, faults and a memory of what was asked."""

    def __init__(self) -> None:
        """Start an empty GitHub whose token belongs to GitHub Actions."""
        self.world = World()
        self.requests: list[Recorded] = []
        self.violations: list[str] = []
        self.faults: list[Fault] = []
        self.before_each_request: Callable[[Request], object] | None = None
        self.after_each_request: Callable[[Request, Response | None], object] | None = None
        self.before_writes: list[Photograph] = []
        self.left_this_hour: dict[str, int] = {}
        self.lock = RLock()

    @property
    def viewer(self) -> User:
        """Return whose token it is."""
        return self.world.viewer

    @viewer.setter
    def viewer(self, user: User) -> None:
        self.world.viewer = user

    @property
    def token(self) -> str | None:
        """Return the one token that is good, or nothing once it was revoked."""
        return self.world.token

    @token.setter
    def token(self, token: str) -> None:
        self.world.token = token

    def user(self, login: str) -> User:
        """Return an account; a name that ends in `[bot]` is an app's."""
        return self.world.user(login)

    def repository(
        self,
        name_with_owner: str,
        files: Mapping[str, str | bytes] | None = None,
        default_branch: str = "main",
        labels: Sequence[str] = (),
    ) -> Repository:
        """Make a repository, with a first commit if there are files."""
        owner, _, name = name_with_owner.partition("/")
        repository = Repository(self.world, self.user(owner), name, default_branch)
        for label in labels:
            repository.add_label(label)
        if files:
            repository.commit(files, message="First commit")
        return repository

    def revoke_token(self) -> None:
        """Let every request be refused from now on."""
        self.world.token = None

    def event(
        self, issue: Issue, action: str, sender: User | None = None, **more: Any
    ) -> dict[str, Any]:
        """Return the payload of a webhook about an issue."""
        return webhooks.issues_event(issue, action, sender or issue.author, **more)

    # What was asked

    @property
    def writes(self) -> list[Recorded]:
        """Return the requests that could change something."""
        return [recorded for recorded in self.requests if recorded.is_write]

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        self.requests.clear()

    def verify(self) -> None:
        """Fail if the program did anything that GitHub does not know."""
        if self.violations:
            raise Violation("\n".join(self.violations))

    # Time travel and accidents

    def snapshot(self) -> Photograph:
        """Photograph the whole state (not the requests)."""
        return photograph(self.world)

    def restore(self, taken: Photograph) -> None:
        """Go back to a photograph; issues, pull requests and so on stay the same objects."""
        self.before_writes.clear()
        taken.put_back()

    def fault(
        self,
        kind: Kind,
        at: int = 1,
        done: bool = False,
        where: Callable[[Request], bool] | None = None,
    ) -> None:
        """Let the request `at` from now (of those that `where` picks) go wrong, before or after it was done."""
        self.faults.append(Fault(kind, at, done, where))

    # Serving

    @contextmanager
    def in_process(self, base_url: str = "https://api.github.com") -> Iterator[None]:
        """Answer everything that this process asks through `requests`."""
        with serving.in_process(self.handle, base_url):
            yield
        self.verify()

    @contextmanager
    def serve(self) -> Iterator[str]:
        """Answer over HTTP on this machine; gives the base address."""
        with serving.over_http(self.handle) as base_url:
            yield base_url
        self.verify()

    def handle(self, request: Request) -> Response:
        """Serve a request, or let it go wrong; the hook after it sees None where no answer comes."""
        if self.before_each_request:
            self.before_each_request(request)
        with self.lock:
            response = None
            try:
                response = self.recorded(request)
                return response
            finally:
                if self.after_each_request:
                    self.after_each_request(request, response)

    def recorded(self, request: Request) -> Response:
        """Serve a request and remember it."""
        try:
            recorded = Recorded(request, operation_name(request))
            self.requests.append(recorded)
            response = self.with_faults(request)
        except Violation as violation:
            self.violations.append(str(violation))
            raise
        recorded.status = response.status
        if request.is_graphql and isinstance(response.body, dict) and "errors" in response.body:
            recorded.is_refused = not any((response.body.get("data") or {}).values())
        return response

    def with_faults(self, request: Request) -> Response:
        """Serve a request as the fault wants that is due."""
        due = [fault for fault in self.faults if fault.is_due(request)]
        if not due:
            return self.served(request)
        self.faults = [fault for fault in self.faults if fault not in due]
        fault = due[0]
        if isinstance(fault.kind, Stale):
            return self.stale(request, fault.kind)
        if isinstance(fault.kind, Refusal):
            return self.refused(request, fault.kind)
        if isinstance(fault.kind, Interrupted):
            self.refused(request, fault.kind)
            return Response(BAD_GATEWAY.status, BAD_GATEWAY.body)
        if fault.done:
            self.served(request)
        if isinstance(fault.kind, Failure):
            raise fault.kind.exception(fault.kind.message)
        return Response(fault.kind.status, fault.kind.body, fault.kind.headers)

    def refused(self, request: Request, kind: Refusal | Interrupted) -> Response:
        """Serve a document without one of its mutations, or without the rest from one on."""
        self.world.refusal = kind
        try:
            return self.served(request)
        finally:
            self.world.refusal = None

    def stale(self, request: Request, kind: Stale) -> Response:
        """Serve a reading request from an older state."""
        if request.is_write:
            raise Violation(
                f"only a reading request can be stale, not {request.method} {request.path}"
            )
        old = kind.photograph or (self.before_writes[-kind.writes :] or [self.snapshot()])[0]
        now = self.snapshot()
        old.put_back()
        try:
            return self.served(request)
        finally:
            now.put_back()

    def served(self, request: Request) -> Response:
        """Serve a request as it should be."""
        if request.is_write and any(isinstance(fault.kind, Stale) for fault in self.faults):
            self.before_writes.append(self.snapshot())
        answer = graphql_execution.answer if request.is_graphql else rest.answer
        response = answer(self.world, request)
        headers = (
            rate_headers(len(self.requests), self.world.now)
            | self.left_after(request)
            | response.headers
        )
        return Response(response.status, response.body, headers)

    def left_after(self, request: Request) -> dict[str, str]:
        """Count a request, and tell how many more its interface takes this hour, if a test has said it."""
        resource = "graphql" if request.is_graphql else "core"
        if resource in self.left_this_hour:
            self.left_this_hour[resource] = max(0, self.left_this_hour[resource] - 1)
        left = self.left_this_hour.get(resource, 999)
        return {"X-RateLimit-Resource": resource, "X-RateLimit-Remaining": str(left)}


def operation_name(request: Request) -> str:
    """Return the name by which a request is recorded."""
    return (
        graphql_execution.operation_name(request)
        if request.is_graphql
        else rest.operation_name(request)
    )


def rate_headers(count: int, now: int) -> dict[str, str]:
    """Return the headers that tell how much is left; nothing is refused for it, unless a fault says so."""
    return {
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Used": "1",
        "X-RateLimit-Reset": str(now + 3600),
        "X-GitHub-Request-Id": f"OCTO:FAKE:{count:04}",
    }
