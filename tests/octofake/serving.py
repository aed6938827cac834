"""The two ways to the fake: inside the process, and over HTTP on this machine."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import requests
import responses

from .errors import Violation
from .exchange import Request, Response, read_request
from .faults import ProcessKilled

Handle = Callable[[Request], Response]
METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE")


@contextmanager
def in_process(handle: Handle, base_url: str) -> Iterator[None]:
    """Answer what this process asks through `requests`; any other address is refused.

    No proxy is between, and none is looked for, which takes `requests` longer than to ask.
    """
    site = urlsplit(base_url)
    origin = f"{site.scheme}://{site.netloc}"

    def callback(prepared: Any) -> tuple[int, dict[str, str], bytes]:
        url = prepared.url.replace(":443/", "/").replace(":80/", "/")
        if not f"{url}/".startswith(f"{origin}/"):
            raise Violation(f"{prepared.method} {url} would leave {base_url}")
        request = read_request(prepared.method, url, dict(prepared.headers), prepared.body)
        response = handle(request)
        return response.status, response.all_headers, response.content

    direct = patch.dict(os.environ, no_proxy=site.hostname)
    with direct, responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        for method in METHODS:
            mock.add_callback(method, re.compile(".*"), callback, content_type=None)
        yield


@contextmanager
def over_http(handle: Handle) -> Iterator[str]:
    """Serve on a free port of this machine; gives the base address."""
    server = Server(("127.0.0.1", 0), Handler)
    server.handle_api = handle
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Server(ThreadingHTTPServer):
    """A server that does not wait for idle connections when it stops."""

    daemon_threads = True
    block_on_close = False
    handle_api: Handle


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Server

    def serve(self) -> None:
        """Read a request, let it be served and send the answer."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = f"http://{self.headers['Host']}{self.path}"
        try:
            self.send(
                self.server.handle_api(read_request(self.command, url, dict(self.headers), body))
            )
        except requests.Timeout:
            self.connection.recv(1)  # Says nothing until the client gives up.
            self.close_connection = True
        except (requests.ConnectionError, ProcessKilled):
            self.close_connection = True
        except AssertionError as problem:
            self.send(Response(500, {"message": f"octofake: {problem}"}))

    def send(self, response: Response) -> None:
        """Send an answer."""
        self.send_response(response.status)
        for name, value in response.all_headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(response.content)))
        self.end_headers()
        self.wfile.write(response.content)
        self.wfile.flush()

    def log_request(self, *args: Any) -> None:
        """Keep quiet."""


for method in METHODS:
    setattr(Handler, f"do_{method}", Handler.serve)
