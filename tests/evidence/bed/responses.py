"""What a server can answer: whole, in parts, late, or never."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.evidence.bed.server import Request

HTML = "text/html; charset=utf-8"
WORDS = "This page says a good deal about charging at home and on the road. " * 5
TEXT = f"Zaptec Go speaks OCPP 1.6J. {WORDS}"
PAGE = f"<!doctype html><title>Zaptec Go</title><p>{TEXT}</p></html>".encode()


def respond(
    status: int, body: bytes = PAGE, kind: str = HTML, **headers: str
) -> Callable[[Request], Iterator[bytes]]:
    """An answer with a length; `HEAD` gets the same without its body."""

    def answer(request: Request) -> Iterator[bytes]:
        yield head(
            status, {"Content-Type": kind, "Content-Length": str(len(body))} | _named(headers)
        )
        if request.method != "HEAD" and status not in {204, 304}:
            yield body

    return answer


def head(status: int, headers: dict[str, str], version: str = "1.1") -> bytes:
    if status >= 200:  # the bed hangs up after each answer
        headers = {"Connection": "close"} | headers
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/{version} {status} Whatever\r\n{lines}\r\n".encode("latin-1")


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


THERE = respond(200)


def redirect(
    status: int, location: str | Callable[[Request], str]
) -> Callable[[Request], Iterator[bytes]]:
    def answer(request: Request) -> Iterator[bytes]:
        text = location if isinstance(location, str) else location(request)
        yield head(status, {"Location": text, "Content-Length": "0"})

    return answer


def to(name: str, path: str = "/page") -> Callable[[Request], str]:
    return lambda request: request.link(name, path)


def on_head(first: Callable, then: Callable = THERE) -> Callable[[Request], Iterator[bytes]]:
    """One answer to HEAD, another one to GET."""
    return lambda request: (first if request.method == "HEAD" else then)(request)


def at_first(first: Callable, then: Callable = THERE) -> Callable[[Request], Iterator[bytes]]:
    """One answer to the first request, another one to those after it."""
    return lambda request: (then if request.count else first)(request)


def raw(*parts: bytes) -> Callable[[Request], Iterator[bytes]]:
    return lambda request: iter(parts)


def only_get(*parts: bytes) -> Callable[[Request], Iterator[bytes]]:
    return on_head(respond(405), raw(*parts))


def hang(*parts: bytes) -> Callable[[Request], Iterator[bytes]]:
    """Send the parts, then nothing until the bed is closed."""

    def answer(request: Request) -> Iterator[bytes]:
        yield from parts
        request.bed.closing.wait()

    return answer


def drip(start: bytes, part: bytes) -> Callable[[Request], Iterator[bytes]]:
    """Send a part every 50 ms without end, so that no single wait takes long."""

    def answer(request: Request) -> Iterator[bytes]:
        yield start
        while not request.bed.closing.wait(0.05):
            yield part

    return answer


def endless(request: Request) -> Iterator[bytes]:
    yield head(200, {"Content-Type": HTML})
    while not request.bed.closing.is_set():
        yield b"x" * 65_536


def counted_redirects(number: int) -> Callable[[Request], Iterator[bytes]]:
    def answer(request: Request) -> Iterator[bytes]:
        step = int(request.path.rpartition("/")[2]) if request.path != "/page" else 0
        if step == number:
            return respond(200)(request)
        name = f"{'five' if number == 5 else 'six'}-redirects"
        return redirect(302, request.link(name, f"/{step + 1}"))(request)

    return answer


def cookie_wall(request: Request) -> Iterator[bytes]:
    if "seen=1" in request.headers.get("cookie", ""):
        return respond(200)(request)
    return redirect_with(302, request.link("cookie-wall"), {"Set-Cookie": "seen=1; Path=/"})(
        request
    )


def redirect_with(
    status: int, location: str, headers: dict[str, str]
) -> Callable[[Request], Iterator[bytes]]:
    return raw(head(status, {"Location": location, "Content-Length": "0"} | headers))


def limited_until_a_date(request: Request) -> Iterator[bytes]:
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    return respond(429, Retry_After=in_an_hour)(request)


def chunks(*parts: bytes, end: bool = True) -> bytes:
    body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return (
        head(200, {"Content-Type": HTML, "Transfer-Encoding": "chunked"})
        + body
        + (b"0\r\n\r\n" if end else b"")
    )
