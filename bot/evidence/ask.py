"""Asking for one address: HEAD, then GET where HEAD is refused, through at most five redirects."""

import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from http.cookiejar import CookieJar

from bot.evidence.address import InvalidAddress, Target, follow_redirect, parse_address
from bot.evidence.answer import Question, SourceAnswer, Verdict
from bot.evidence.deadline import Deadline
from bot.evidence.judgement import PERMANENT_REDIRECTS, REDIRECTS, judge
from bot.evidence.politeness import AskedToWait, HostGates, NoTurn, retry_after_seconds
from bot.evidence.transport import (
    Network,
    NoAnswer,
    NoConnection,
    NoSuchHost,
    NotAsked,
    Request,
    Response,
)

MAX_REDIRECTS = 5
_ADDRESS_SECONDS = 60.0
_HEAD_SECONDS = 15.0  # some servers never answer HEAD
_WAIT_STATUS = frozenset({429, 503})


@dataclass(frozen=True)
class Limits:
    """The seconds for one address, and for one HEAD request."""

    address: float = _ADDRESS_SECONDS
    head: float = _HEAD_SECONDS


@dataclass(frozen=True)
class Visit:
    """A chain of redirects and its end.

    `permanent` is the last address reached by permanent redirects alone.
    """

    start: Target
    permanent: Target
    response: Response

    @property
    def moved_to(self) -> str | None:
        """The new address, where there is one for good."""
        return self.permanent.url if self.permanent != self.start else None


class Asker:
    """Asks for addresses; one object may serve many threads."""

    def __init__(self, network: Network, gates: HostGates, limits: Limits | None = None) -> None:
        self._network = network
        self._gates = gates
        self._limits = limits or Limits()

    def ask(self, question: Question, deadline: Deadline) -> SourceAnswer:
        """Whether the address is there, without keeping its page."""
        return self.fetch(question, deadline)[0]

    def fetch(
        self, question: Question, deadline: Deadline, *, keep_body: bool = False
    ) -> tuple[SourceAnswer, Response | None]:
        """The answer for one address, and the final response where there was one."""
        asked_at = datetime.now(UTC).replace(microsecond=0)
        chain = _Chain(self._network, self._gates, self._limits, keep_body=keep_body)
        visit, is_reached = None, True
        try:
            start = parse_address(question.address)
            visit = chain.follow(start, deadline.earlier(self._limits.address))
            verdict, reason = judge(visit.response.status, visit.response.headers)
        except NoSuchHost as error:
            verdict, reason, is_reached = Verdict.MISSING, str(error), False
        except AskedToWait as error:
            verdict, reason = Verdict.BLOCKED, str(error)
        except (InvalidAddress, NoAnswer, NoTurn) as error:
            verdict, reason = Verdict.UNKNOWN, str(error)
            is_reached = not isinstance(error, NoConnection) or isinstance(error, NotAsked)
        moved_to = None
        if visit and visit.moved_to and verdict is Verdict.ALIVE:
            verdict, reason, moved_to = Verdict.MOVED, "it has moved for good", visit.moved_to
        answer = SourceAnswer(
            address=question.address,
            verdict=verdict,
            reason=reason,
            asked_at=asked_at,
            moved_to=moved_to,
            is_reached=is_reached,
        )
        return answer, visit.response if visit else None


class _Chain:
    """One chain of redirects, with the cookies set in it."""

    def __init__(
        self, network: Network, gates: HostGates, limits: Limits, *, keep_body: bool
    ) -> None:
        self._network = network
        self._gates = gates
        self._limits = limits
        self._keep_body = keep_body
        self._cookies = CookieJar()

    def follow(self, start: Target, deadline: Deadline) -> Visit:
        """Follow redirects to the end. Raises NoAnswer, NoTurn."""
        target = permanent = start
        is_permanent = True
        for _ in range(MAX_REDIRECTS + 1):
            response = self._request_page(target, deadline)
            location = response.headers.get("location")
            if response.status not in REDIRECTS or not location:
                return Visit(start, permanent, response)
            try:
                target = follow_redirect(target, location)
            except InvalidAddress as error:
                raise NoAnswer(f"it redirects to an address of another kind: {error}") from None
            is_permanent = is_permanent and response.status in PERMANENT_REDIRECTS
            if is_permanent:
                permanent = target
        raise NoAnswer(f"it redirects more than {MAX_REDIRECTS} times")

    def _request_page(self, target: Target, deadline: Deadline) -> Response:
        if self._keep_body:
            return self._request(target, "GET", deadline)
        try:
            response = self._request(target, "HEAD", deadline)
        except NoConnection:
            raise
        except NoAnswer:
            return self._request(target, "GET", deadline)
        is_refused = response.status >= 400 and response.status != 429
        if is_refused and _seconds_to_wait(response) is None:
            return self._request(target, "GET", deadline)
        return response

    def _request(self, target: Target, method: str, deadline: Deadline) -> Response:
        """One request, and a second one where the server named a time within the deadline."""
        response = self._request_once(target, method, deadline)
        seconds = _seconds_to_wait(response)
        if seconds is None:
            return response
        self._gates.postpone(target.host, seconds)
        if seconds >= deadline.remaining:
            return response
        return self._request_once(target, method, deadline)

    def _request_once(self, target: Target, method: str, deadline: Deadline) -> Response:
        with self._gates.turn(target.host, deadline):
            request = Request(method, target, self._cookie_header(target), self._keep_body)
            limit = self._limits.head if method == "HEAD" else self._limits.address
            response = self._network.send(request, deadline.earlier(limit))
        self._keep_cookies(target, response.headers.getlist("set-cookie"))
        return response

    def _cookie_header(self, target: Target) -> str | None:
        request = urllib.request.Request(target.url)  # noqa: S310 -- the jar wants one
        self._cookies.add_cookie_header(request)
        return request.get_header("Cookie")

    def _keep_cookies(self, target: Target, values: Sequence[str]) -> None:
        if not values:
            return
        message = Message()
        for value in values:
            message.add_header("Set-Cookie", value)
        request = urllib.request.Request(target.url)  # noqa: S310 -- nothing is opened
        self._cookies.extract_cookies(_Headers(message), request)  # type: ignore[arg-type]


def _seconds_to_wait(response: Response) -> float | None:
    if response.status not in _WAIT_STATUS:
        return None
    return retry_after_seconds(response.headers.get("retry-after", ""), datetime.now(UTC))


@dataclass(frozen=True)
class _Headers:
    """The part of a response that a cookie jar reads."""

    message: Message

    def info(self) -> Message:
        return self.message
