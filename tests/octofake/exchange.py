"""Requests and answers, as they go over the wire."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

ENTERPRISE = "/api/v3"


@dataclass(frozen=True)
class Site:
    """The addresses of a GitHub: of its REST interface and of its pages."""

    api: str
    pages: str


@dataclass(frozen=True)
class Request:
    """What a client has sent; `path` is relative to the REST interface, or `/graphql`."""

    method: str
    path: str
    site: Site
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None

    @property
    def is_graphql(self) -> bool:
        """Tell whether this goes to the GraphQL interface."""
        return self.path == "/graphql"

    @property
    def is_write(self) -> bool:
        """Tell whether this can change anything on GitHub."""
        if self.is_graphql:
            return str((self.body or {}).get("query")).lstrip().startswith("mutation")
        return self.method not in ("GET", "HEAD")


@dataclass(frozen=True)
class Response:
    """What is sent back: JSON, or text as it is."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        """Return the bytes of the body."""
        if self.body is None or self.status == 204:
            return b""
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()

    @property
    def all_headers(self) -> dict[str, str]:
        """Return the headers with the type of the content."""
        kind = "text/html" if isinstance(self.body, str) else "application/json"
        return {"Content-Type": f"{kind}; charset=utf-8"} | self.headers


def read_request(
    method: str, url: str, headers: dict[str, str], body: bytes | str | None
) -> Request:
    """Read a request from an absolute address."""
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}"
    path, api, pages = parts.path, origin, origin.replace("//api.", "//")
    if path.startswith(ENTERPRISE):
        path, api = path.removeprefix(ENTERPRISE), origin + ENTERPRISE
    elif path == "/api/graphql":
        path, api = "/graphql", origin + ENTERPRISE
    lower = {name.lower(): value for name, value in headers.items()}
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return Request(method, path, Site(api, pages), query, lower, json.loads(body) if body else None)
