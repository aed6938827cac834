"""A server on loopback which plays many hosts; the Host header chooses the behaviour."""

import socket
import ssl
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address

from bot.evidence.no_answer import NoConnection
from bot.evidence.resolution import is_public
from bot.evidence.transport import Network

DOMAIN = "bed.test"
LOOPBACK = ip_address("127.0.0.1")


@dataclass(frozen=True)
class Request:
    """A request as it came. `count` is the number of requests to this host before."""

    method: str
    path: str
    headers: dict[str, str]
    count: int
    bed: "Bed"
    by_path: bool

    def link(self, name: str, path: str = "/page") -> str:
        """The address of another host, for the way in which this one was asked for."""
        if self.by_path:
            return f"http://127.0.0.1:{self.bed.port}/{name}{path}"
        return self.bed.url(name, path)


Behave = Callable[[Request], Iterator[bytes]]


@dataclass
class Bed:
    """The server; `addresses` has the network addresses of a host, or an error, if not its own."""

    behaviours: dict[str, Behave]
    addresses: dict[str, list[str] | NoConnection] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    requests: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    server_names: list[str] = field(default_factory=list)

    def __enter__(self):
        self.closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.closing.set()
        self._listener.close()

    def url(self, name: str, path: str = "/page") -> str:
        return f"http://{name}.{DOMAIN}:{self.port}{path}"

    def network(self, **changes) -> Network:
        """The switch for tests: hosts of the bed are resolved here, and loopback may be asked."""
        return Network(**{"resolve": self._resolve, "is_allowed": self._is_allowed} | changes)

    def _resolve(self, host: str):
        found = self.addresses.get(host.removesuffix(f".{DOMAIN}"), ["127.0.0.1"])
        if isinstance(found, NoConnection):
            raise type(found)(*found.args)
        return [ip_address(address) for address in found]

    def _is_allowed(self, address) -> bool:
        return address == LOOPBACK or is_public(address)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, accepted: socket.socket) -> None:
        with suppress(OSError), self._secured(accepted) as connection:
            head = b""
            while b"\r\n\r\n" not in head:
                chunk = connection.recv(65_536)
                if not chunk:
                    return
                head += chunk
            for part in self._answer(head.decode("latin-1")):
                connection.sendall(part)

    def _secured(self, connection: socket.socket) -> socket.socket:
        if self.tls is None:
            return connection
        self.tls.sni_callback = lambda _, name, __: self.server_names.append(name)
        return self.tls.wrap_socket(connection, server_side=True)

    def _answer(self, head: str) -> Iterator[bytes]:
        first, *lines = head.split("\r\n\r\n", maxsplit=1)[0].split("\r\n")
        method, path, _ = first.split(" ")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines)
        }
        name = headers["host"].partition(":")[0].removesuffix(f".{DOMAIN}")
        by_path = name == "127.0.0.1"
        if by_path:  # asked by a program without a switch: the name is the first part of the path
            _, name, path = (path + "/").split("/", 2)
            path = "/" + path.removesuffix("/")
        seen = self.requests[name]
        request = Request(method, path, headers, len(seen), self, by_path)
        seen.append(f"{method} {path}")
        return self.behaviours[name](request)
