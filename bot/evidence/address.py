"""Addresses on the web: taken apart, prepared for a request, and followed through a redirect."""

import re
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import idna

from bot.evidence.answer import MAX_ADDRESS

_PORTS = {"http": 80, "https": 443}
# What may be in a path or query as it is; also the percent sign, which begins an escape.
_SAFE = "!$%&'()*+,-./:;=?@_~[]|"
_HOST = re.compile(r"[a-z0-9._-]+")


class InvalidAddress(ValueError):
    """The text is no address to ask for; the message is a sentence without the text."""


class Target(NamedTuple):
    """One address, ready for a request: `host` in lower-case ASCII, `path` with the query."""

    scheme: str
    host: str
    port: int
    path: str
    fragment: str

    @property
    def url(self) -> str:
        """The address as text, with the fragment."""
        return urlunsplit((self.scheme, self.authority, self.path, "", self.fragment))

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(text: str) -> Target:
    """Take an address apart. Raises InvalidAddress for anything but http and https with a host."""
    try:
        parts = urlsplit(text.strip())  # leaves out tabs and line breaks inside
        port = parts.port
        host = parts.hostname or ""
    except ValueError:
        raise InvalidAddress("it is no valid address") from None
    if parts.scheme not in _PORTS:
        raise InvalidAddress("only http and https are asked for")
    if parts.username is not None or parts.password is not None:
        raise InvalidAddress("it has a user name in front of the host")
    path = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        path += "?" + quote(parts.query, safe=_SAFE)
    fragment = quote(parts.fragment, safe=_SAFE)
    target = Target(parts.scheme, _ascii_host(host), port or _PORTS[parts.scheme], path, fragment)
    if len(target.url) > MAX_ADDRESS:
        raise InvalidAddress("it is too long")
    return target


def follow_redirect(target: Target, location: str) -> Target:
    """The next address of a redirect; it inherits the fragment (RFC 9110, section 10.2.2).

    `location` is the header as http.client gives it: Latin-1, though servers send UTF-8. Raises
    InvalidAddress.
    """
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode()
    try:
        joined = urljoin(target.url, location.strip())
    except ValueError:
        raise InvalidAddress("it is no valid address") from None
    following = parse_address(joined)
    if following.fragment or not target.fragment:
        return following
    return parse_address(f"{following.url}#{target.fragment}")


def _ascii_host(host: str) -> str:
    if ":" in host:  # an IPv6 address
        return host
    try:
        ascii_host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        raise InvalidAddress("its host name is not valid") from None
    ascii_host = ascii_host.rstrip(".").lower()
    if not _HOST.fullmatch(ascii_host) or len(ascii_host) > 253:
        raise InvalidAddress("its host name is not valid")
    return ascii_host
