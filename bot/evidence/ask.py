"""Asking for one address: HEAD, then GET where HEAD is refused, through at most five redirects."""

import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from http.cookiejar import CookieJar
from types import SimpleNamespace
from typing import Any

from bot.evidence.address import InvalidAddress, Target, follow_redirect, parse_address
from bot.evidence.answer import SourceAnswer, Verdict
from bot.evidence.deadline import Deadline
from bot.evidence.judgement import PERMANENT_REDIRECTS, REDIRECTS, judge
from bot.evidence.no_answer import NoAnswer, NoConnection, NoSuchHost, NotAsked
from bot.evidence.politeness import AskedToWait, HostGates, NoTurn, retry_after_seconds
from bot.evidence.question import Question
from bot.evidence.transport import Network, Request, Response

MAX_REDIRECTS = 5
_WAIT_STATUS = frozenset({429, 503})


@dataclass(frozen=True)
class Asker:
    """Asks for addresses, each within some seconds; one object may serve many threads."""

    network: Network
    gates: HostGates
    seconds: float = 60.0
    head_seconds: float = 15.0  # some servers never answer HEAD

    def ask(self, question: Question, deadline: Deadline) -> SourceAnswer:
        """Whether the address is there, without keeping its page."""
        return self.fetch(question, deadline)[0]

    def fetch(
        self, question: Question, deadline: Deadline, *, keep_body: bool = False
    ) -> tuple[SourceAnswer, Response | None]:
        """The answer for one address, and the final response where there was one."""
        asked_at = datetime.now(UTC).replace(microsecond=0)
        response, moved_to, is_reached = None, None, True
        try:
            start = parse_address(question.address)
            chain = _Chain(self, deadline.earlier(self.seconds), keep_body=keep_body)
            permanent, response = chain.follow(start)
            verdict, reason = judge(response.status, response.headers)
            if permanent != start and verdict is Verdict.ALIVE:
                verdict, reason, moved_to = Verdict.MOVED, "it has moved for good", permanent.url
        except NoSuchHost as error:
            verdict, reason, is_reached = Verdict.MISSING, str(error), False
        except AskedToWait as error:
            verdict, reason = Verdict.BLOCKED, str(error)
        except (InvalidAddress, NoAnswer, NoTurn) as error:
            verdict, reason = Verdict.UNKNOWN, str(error)
            is_reached = not isinstance(error, NoConnection) or isinstance(error, NotAsked)
        answer = SourceAnswer(
            address=question.address,
            verdict=verdict,
            reason=reason,
            asked_at=asked_at,
            moved_to=moved_to,
            is_reached=is_reached,
        )
        return answer, response


@dataclass(frozen=True)
class _Chain:
    """One chain of redirects, with the cookies set in it."""

    asker: Asker
    deadline: Deadline
    keep_body: bool
    cookies: CookieJar = field(default_factory=CookieJar)

    def follow(self, start: Target) -> tuple[Target, Response]:
        """The last address reached by permanent redirects alone, and the final response.

        Raises NoAnswer, NoTurn.
        """
        target = permanent = start
        is_permanent = True
        for _ in range(MAX_REDIRECTS + 1):
            response = self._request_page(target)
            location = response.headers.get("location")
            if response.status not in REDIRECTS or not location:
                return permanent, response
            try:
                target = follow_redirect(target, location)
            except InvalidAddress as error:
                raise NoAnswer(f"it redirects to an address of another kind: {error}") from None
            is_permanent = is_permanent and response.status in PERMANENT_REDIRECTS
            if is_permanent:
                permanent = target
        raise NoAnswer(f"it redirects more than {MAX_REDIRECTS} times")

    def _request_page(self, target: Target) -> Response:
        if self.keep_body:
            return self._request(target, "GET")
        try:
            response = self._request(target, "HEAD")
        except NoConnection:
            raise
        except NoAnswer:
            return self._request(target, "GET")
        is_refused = response.status >= 400 and response.status != 429
        if is_refused and _seconds_to_wait(response) is None:
            return self._request(target, "GET")
        return response

    def _request(self, target: Target, method: str) -> Response:
        """One request, and a second one where the server named a time within the deadline."""
        response = self._request_once(target, method)
        seconds = _seconds_to_wait(response)
        if seconds is None:
            return response
        self.asker.gates.postpone(target.host, seconds)
        if seconds >= self.deadline.remaining:
            return response
        return self._request_once(target, method)

    def _request_once(self, target: Target, method: str) -> Response:
        seconds = self.asker.head_seconds if method == "HEAD" else self.asker.seconds
        url_request = urllib.request.Request(target.url)  # noqa: S310 -- for the jar, not opened
        with self.asker.gates.turn(target.host, self.deadline):
            self.cookies.add_cookie_header(url_request)
            request = Request(method, target, url_request.get_header("Cookie"), self.keep_body)
            response = self.asker.network.send(request, self.deadline.earlier(seconds))
        message = Message()
        for value in response.headers.getlist("set-cookie"):
            message.add_header("Set-Cookie", value)
        # All that a cookie jar reads of a response.
        headers: Any = SimpleNamespace(info=lambda: message)
        self.cookies.extract_cookies(headers, url_request)
        return response


def _seconds_to_wait(response: Response) -> float | None:
    if response.status not in _WAIT_STATUS:
        return None
    return retry_after_seconds(response.headers.get("retry-after", ""), datetime.now(UTC))
