"""What servers do: the table that the tests and the benchmark go through.

`truth` is what a person with a browser would say: is the page there, gone, or can nobody tell?
"""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.evidence.answer import Verdict
from bot.evidence.no_answer import NoConnection, NoSuchHost
from tests.evidence.bed.pdf import encrypted, make_pdf
from tests.evidence.bed.responses import (
    HTML,
    PAGE,
    WORDS,
    at_first,
    chunks,
    cookie_wall,
    counted_redirects,
    drip,
    endless,
    hang,
    head,
    limited_until_a_date,
    on_head,
    only_get,
    raw,
    redirect,
    respond,
    to,
)
from tests.evidence.bed.server import Bed, Request

Truth = Literal["there", "gone", "unclear"]
A, M, B, U, X = Verdict.ALIVE, Verdict.MOVED, Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.MISSING


@dataclass(frozen=True)
class Behaviour:
    name: str
    verdict: Verdict
    truth: Truth
    answer: Callable[[Request], Iterator[bytes]]
    path: str = "/page"


PDF = make_pdf("Zaptec Go supports OCPP 1.6J and OCPP 2.0.1", title="Zaptec Go manual")
BOMB = gzip.compress(bytes(20_000_000))
UTF16 = "\ufeff<title>Zaptec Go</title>OCPP 1.6J Zaptec Go".encode("utf-16-le")
EARLY_HINTS = head(103, {"Link": "</style.css>; rel=preload"})

TABLE = (
    # the page is there
    Behaviour("plain", A, "there", respond(200)),
    Behaviour("fragment", A, "there", respond(200), "/page#ocpp"),
    Behaviour("spaces", A, "there", respond(200), "/User Manual (1).pdf?a=b c|d"),
    Behaviour("letters", A, "there", respond(200), "/Ladestationen/Übersicht"),
    Behaviour("created", A, "there", respond(201)),
    Behaviour("no-content", A, "there", respond(204, b"")),
    Behaviour("head-400", A, "there", on_head(respond(400))),
    Behaviour("head-405", A, "there", on_head(respond(405))),
    Behaviour("head-403", A, "there", on_head(respond(403))),
    Behaviour("head-404", A, "there", on_head(respond(404))),
    Behaviour("head-500", A, "there", on_head(respond(500))),
    Behaviour("head-501", A, "there", on_head(respond(501))),
    Behaviour("head-closes", A, "there", on_head(raw())),
    Behaviour("head-hangs", A, "there", on_head(hang())),
    Behaviour("head-garbage", A, "there", on_head(raw(b"<html>no HTTP at all</html>"))),
    Behaviour(
        "early-hints", A, "there", lambda request: iter([EARLY_HINTS, *respond(200)(request)])
    ),
    Behaviour(
        "processing", A, "there", lambda request: iter([head(102, {}) * 3, *respond(200)(request)])
    ),
    Behaviour("old-http", A, "there", only_get(head(200, {"Content-Type": HTML}, "1.0"), PAGE)),
    Behaviour("chunked", A, "there", only_get(chunks(PAGE[:50], PAGE[50:]))),
    Behaviour("no-length", A, "there", only_get(head(200, {"Content-Type": HTML}), PAGE)),
    Behaviour(
        "declared-100-mb",
        A,
        "there",
        on_head(respond(405), hang(head(200, {"Content-Length": "100000000"}), bytes(11_000_000))),
    ),
    Behaviour("endless", A, "there", on_head(respond(405), endless)),
    Behaviour(
        "gzip-unasked", A, "there", respond(200, gzip.compress(PAGE), Content_Encoding="gzip")
    ),
    Behaviour("gzip-bomb", A, "there", respond(200, BOMB, Content_Encoding="gzip")),
    Behaviour("utf-16", A, "there", respond(200, UTF16, "text/html")),
    Behaviour(
        "soft-404",
        A,
        "there",
        respond(200, b"<title>Page not found</title><p>404" + WORDS.encode()),
    ),
    Behaviour("pdf", A, "there", respond(200, PDF, "application/pdf")),
    Behaviour("pdf-as-octets", A, "there", respond(200, PDF, "application/octet-stream")),
    Behaviour("pdf-encrypted", A, "there", respond(200, encrypted(PDF), "application/pdf")),
    Behaviour("html-as-pdf", A, "there", respond(200, PAGE, "application/pdf")),
    Behaviour("busy-then-alive", A, "there", at_first(respond(503, Retry_After="0"))),
    Behaviour(
        "limited-then-alive",
        A,
        "there",
        at_first(respond(429, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT")),
    ),
    Behaviour("broken-then-alive", A, "there", at_first(respond(502))),
    Behaviour("redirect-302", A, "there", redirect(302, to("plain"))),
    Behaviour("redirect-303", A, "there", redirect(303, to("plain"))),
    Behaviour("redirect-307", A, "there", redirect(307, to("plain"))),
    Behaviour("five-redirects", A, "there", counted_redirects(5)),
    Behaviour("cookie-wall", A, "there", cookie_wall),
    Behaviour("second-address", A, "there", respond(200)),
    # it is there, at another address
    Behaviour("moved-301", M, "there", redirect(301, to("plain"))),
    Behaviour("moved-308", M, "there", redirect(308, to("plain"))),
    Behaviour("moved-twice", M, "there", redirect(301, to("moved-301"))),
    Behaviour("moved-then-login", M, "there", redirect(301, to("redirect-302"))),
    Behaviour(
        "moved-relative",
        M,
        "there",
        lambda request: (respond(200) if request.path.endswith("/") else redirect(301, "page/"))(
            request
        ),
    ),
    Behaviour(
        "moved-with-space",
        M,
        "there",
        lambda request: (
            redirect(301, " /new page.pdf ") if request.path == "/page" else respond(200)
        )(request),
    ),
    Behaviour(
        "moved-with-letters",
        M,
        "there",
        lambda request: (
            redirect(301, "/Übersicht".encode().decode("latin-1"))
            if request.path == "/page"
            else respond(200)
        )(request),
    ),
    # somebody is there and lets no program in
    Behaviour("refused-401", B, "there", respond(401)),
    Behaviour("refused-403", B, "there", respond(403)),
    Behaviour("challenge-403", B, "there", respond(403, cf_mitigated="challenge")),
    Behaviour("challenge-404", B, "unclear", respond(404, cf_mitigated="challenge")),
    Behaviour("challenge-202", B, "there", respond(202, b"", x_amzn_waf_action="challenge")),
    Behaviour("challenge-vercel", B, "there", respond(429, x_vercel_mitigated="challenge")),
    Behaviour("refused-405", B, "unclear", respond(405)),
    Behaviour("limited", B, "unclear", respond(429)),
    Behaviour("limited-for-an-hour", B, "unclear", respond(429, Retry_After="3600")),
    Behaviour("limited-until-a-date", B, "unclear", limited_until_a_date),
    Behaviour("refused-451", B, "unclear", respond(451)),
    Behaviour("refused-999", B, "there", respond(999)),
    # nobody can tell today
    Behaviour("bad-request", U, "unclear", respond(400)),
    Behaviour("fault-500", U, "unclear", respond(500)),
    Behaviour("fault-503", U, "unclear", respond(503)),
    Behaviour("fault-522", U, "unclear", respond(522)),
    Behaviour("choices", U, "unclear", respond(300)),
    Behaviour("not-modified", U, "unclear", respond(304, b"")),
    Behaviour("redirect-nowhere", U, "unclear", raw(head(301, {"Content-Length": "0"}))),
    Behaviour("redirect-loop", U, "unclear", redirect(302, to("redirect-loop"))),
    Behaviour("moved-loop", U, "unclear", redirect(301, to("moved-loop"))),
    Behaviour("six-redirects", U, "there", counted_redirects(6)),
    Behaviour("redirect-mailto", U, "unclear", redirect(302, "mailto:info@zaptec.com")),
    Behaviour("redirect-script", U, "unclear", redirect(302, "javascript:alert(1)")),
    Behaviour("redirect-file", U, "unclear", redirect(302, "file:///etc/passwd")),
    Behaviour("redirect-bad-port", U, "unclear", redirect(302, "http://plain.bed.test:99999/")),
    Behaviour("redirect-private", U, "unclear", redirect(302, "http://10.0.0.1/")),
    Behaviour(
        "redirect-metadata", U, "unclear", redirect(301, "http://169.254.169.254/latest/meta-data/")
    ),
    Behaviour("redirect-decimal", U, "unclear", redirect(302, "http://private-host.bed.test/")),
    Behaviour("redirect-mapped", U, "unclear", redirect(302, "http://[::ffff:10.0.0.1]/")),
    Behaviour("redirect-nat64", U, "unclear", redirect(302, "http://[64:ff9b::a00:1]/")),
    Behaviour("redirect-broken", U, "unclear", redirect(302, "http://[::1/")),
    Behaviour("private-host", U, "unclear", respond(200)),
    Behaviour("multicast-host", U, "unclear", respond(200)),
    Behaviour("local-ipv6-host", U, "unclear", respond(200)),
    Behaviour("lookup-fails", U, "unclear", respond(200)),
    Behaviour("never-answers", U, "unclear", hang()),
    Behaviour("drips-its-head", U, "unclear", drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x")),
    Behaviour("drips-interim", U, "unclear", drip(b"", EARLY_HINTS)),
    Behaviour("drips-its-body", U, "unclear", on_head(respond(405), drip(head(200, {}), b"x"))),
    Behaviour(
        "hangs-in-its-body",
        U,
        "unclear",
        on_head(respond(405), hang(head(200, {"Content-Length": "9"}), b"x")),
    ),
    Behaviour("closes", U, "unclear", raw()),
    Behaviour("garbage", U, "unclear", raw(b"\x00\x01\x02\xff" * 100)),
    Behaviour("cut-in-its-head", U, "unclear", raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/ht")),
    Behaviour("cut-in-its-location", U, "unclear", raw(b"HTTP/1.1 301 Moved\r\nLocation: /User")),
    Behaviour("cut-short", U, "unclear", only_get(head(200, {"Content-Length": "5000"}), PAGE)),
    Behaviour("cut-chunk", U, "unclear", only_get(chunks(PAGE, end=False))),
    Behaviour(
        "many-headers", U, "unclear", raw(head(200, {f"X-{number}": "x" for number in range(500)}))
    ),
    # it is gone
    Behaviour("gone-404", X, "gone", respond(404)),
    Behaviour("gone-410", X, "gone", respond(410)),
    Behaviour("gone-host", X, "gone", respond(200)),
    Behaviour("gone-for-get", X, "gone", on_head(respond(405), respond(404))),
    Behaviour(
        "gone-after-hints", X, "gone", lambda request: iter([EARLY_HINTS, *respond(404)(request)])
    ),
    Behaviour("gone-without-length", X, "gone", raw(head(404, {}))),
    Behaviour("redirect-to-gone", X, "gone", redirect(302, to("gone-404"))),
    Behaviour("moved-to-gone", X, "gone", redirect(301, to("gone-410"))),
    Behaviour("redirect-to-no-host", X, "gone", redirect(301, to("gone-host"))),
)

ADDRESSES: dict[str, list[str] | NoConnection] = {
    "second-address": ["127.0.0.2", "10.0.0.1", "127.0.0.1"],
    "private-host": ["192.168.1.1", "10.0.0.1", "127.0.0.9"],
    "multicast-host": ["224.0.1.1"],
    "local-ipv6-host": ["fe80::1", "fec0::1", "::1", "2002:a00:1::"],
    "lookup-fails": NoConnection("the name of the host could not be looked up"),
    "gone-host": NoSuchHost("there is no such host"),
}


def make_bed() -> Bed:
    """A bed with all behaviours of the table; use it in a `with` statement."""
    return Bed({one.name: one.answer for one in TABLE}, ADDRESSES)
