"""One HTTP request to one checked network address, within limits of size and time."""

import http.client
import io
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError

from bot.evidence.address import Target
from bot.evidence.deadline import Deadline
from bot.evidence.no_answer import NoAnswer, NoConnection
from bot.evidence.resolution import IPAddress, Resolver, is_public, public_addresses, resolve_host

MAX_BODY = 10_000_000  # bytes
_CHUNK = 65_536  # bytes
_CONNECT_SECONDS = 10.0
_TOO_LATE = "it did not answer in time"

HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; charger-ocpp-bot; checks the sources of a list)",
    "Accept": "text/html, application/pdf;q=0.9, */*;q=0.8",
    "Accept-Encoding": "identity",  # half of a compressed page can pass for the whole
    "Connection": "close",
}


@dataclass(frozen=True)
class Request:
    """A request to send. Without `keep_body` the body is read and thrown away."""

    method: str
    target: Target
    cookie: str | None = None
    keep_body: bool = False


@dataclass(frozen=True)
class Response:
    """A final response. `body` is empty unless it was kept.

    `is_whole` is False where it could not be seen whether the body came to its end.
    `is_too_large` means that reading ended at MAX_BODY.
    """

    status: int
    headers: urllib3.HTTPHeaderDict
    body: bytes = b""
    is_whole: bool = True
    is_too_large: bool = False


@dataclass(frozen=True)
class Network:
    """The way to the web.

    Programs use the defaults; only tests replace them, to reach servers of their own.
    """

    resolve: Resolver = resolve_host
    is_allowed: Callable[[IPAddress], bool] = is_public
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def send(self, request: Request, deadline: Deadline) -> Response:
        """Send one request on a connection of its own. Raises NoAnswer; follows no redirect."""
        target, connection = request.target, None
        *others, last = public_addresses(target.host, self.resolve, self.is_allowed)
        for address in others:
            with suppress(NoConnection):
                connection = self._connect_to(address, target, deadline)
                break
        connection = connection or self._connect_to(last, target, deadline)
        try:
            return _exchange(connection, request, deadline)
        finally:
            connection.close()

    def _connect_to(self, address: IPAddress, target: Target, deadline: Deadline) -> HTTPConnection:
        """Connect to a checked address; the certificate must be for the name of the host.

        Raises NoAnswer and NoConnection.
        """
        seconds = min(_CONNECT_SECONDS, deadline.remaining)
        if not seconds:
            raise NoAnswer(_TOO_LATE)
        if target.scheme == "https":
            connection: HTTPConnection = HTTPSConnection(
                str(address),
                target.port,
                timeout=seconds,
                ssl_context=self.tls,
                server_hostname=target.host,
            )
        else:
            connection = HTTPConnection(str(address), target.port, timeout=seconds)
        connection.response_class = _FinalResponse
        try:
            connection.connect()
        except ssl.SSLError:
            connection.close()
            raise NoAnswer("no secure connection could be made (certificate or TLS)") from None
        except (OSError, HTTPError):
            connection.close()
            raise NoConnection("no connection could be made") from None
        return connection


class _HeadReader(io.BufferedReader):
    """The lines of a response.

    In its head http.client takes the end of the connection for the end of the head, so a redirect
    to half an address would be followed.
    """

    is_in_head = True

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        if self.is_in_head and not line.endswith(b"\n"):
            raise ConnectionResetError  # the head was cut short
        return line


class _FinalResponse(http.client.HTTPResponse):
    """A response with a whole head, after any interim responses.

    http.client passes over 100 only, but servers send 102 and 103.
    """

    def begin(self) -> None:
        self.fp = reader = _HeadReader(self.fp.detach())
        super().begin()
        reader.is_in_head = False

    def _read_status(self) -> tuple[str, int, str]:
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]
            if not 100 <= status < 200 or status == http.HTTPStatus.SWITCHING_PROTOCOLS:
                return version, status, reason
            http.client.parse_headers(self.fp)


def _exchange(connection: HTTPConnection, request: Request, deadline: Deadline) -> Response:
    is_over = threading.Event()
    headers = {"Host": request.target.authority} | HEADERS
    if request.cookie:
        headers["Cookie"] = request.cookie
    try:
        with _time_limit(connection, deadline, is_over):
            connection.request(
                request.method,
                request.target.path,
                headers=headers,
                decode_content=False,
                preload_content=False,
            )
            response = _read(connection.getresponse(), keep_body=request.keep_body)
    except (OSError, HTTPError, http.client.HTTPException, ValueError) as error:
        if is_over.is_set() or isinstance(error, TimeoutError):
            raise NoAnswer(_TOO_LATE) from None
        if isinstance(error, ProtocolError | IncompleteRead):
            raise NoAnswer("the answer was cut short") from None
        raise NoAnswer("the answer was no proper HTTP") from None
    if is_over.is_set():  # a body without a length ends where the connection is closed, by us too
        raise NoAnswer(_TOO_LATE)
    return response


@contextmanager
def _time_limit(
    connection: HTTPConnection, deadline: Deadline, is_over: threading.Event
) -> Iterator[None]:
    """Close the connection at the deadline: a socket's own timeout begins again with every byte."""
    open_socket = connection.sock
    open_socket.settimeout(deadline.remaining or 0.001)

    def close() -> None:
        is_over.set()
        with suppress(OSError):  # closed meanwhile
            open_socket.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(deadline.remaining, close)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(response: urllib3.BaseHTTPResponse, *, keep_body: bool) -> Response:
    headers = response.headers
    chunks: list[bytes] = []
    size = 0
    for chunk in response.stream(_CHUNK):
        size += len(chunk)
        if size > MAX_BODY:
            break
        if keep_body:
            chunks.append(chunk)
    is_whole = "content-length" in headers or "chunked" in headers.get("transfer-encoding", "")
    return Response(
        response.status, headers, b"".join(chunks), is_whole=is_whole, is_too_large=size > MAX_BODY
    )
