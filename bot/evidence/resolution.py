"""From the name of a host to the addresses that may be connected to: public ones only."""

import ipaddress
import socket
from collections.abc import Callable

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str], list[IPAddress]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052


class HostNotFound(Exception):
    """The name service has no such host."""


class ResolutionFailed(Exception):
    """The name service gave no usable answer this time."""


class NotPublic(Exception):
    """None of the host's addresses is public."""


def resolve_host(host: str) -> list[IPAddress]:
    """All addresses of a host. Raises HostNotFound and ResolutionFailed."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            raise HostNotFound from None
        raise ResolutionFailed from None
    except UnicodeError:  # a label of more than 63 characters
        raise HostNotFound from None
    return [ipaddress.ip_address(address[0]) for *_, address in found]


def is_public(address: IPAddress) -> bool:
    """Whether an address is on the public internet, and an IPv4 address inside it too.

    `is_global` alone lets multicast, IPv6 site-local, 6to4 and NAT64 addresses pass.
    """
    if not address.is_global or address.is_multicast:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return True
    inner = address.ipv4_mapped or address.sixtofour
    if address in _NAT64:
        inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return not address.is_site_local and (inner is None or is_public(inner))


def public_addresses(
    host: str, resolve: Resolver, is_allowed: Callable[[IPAddress], bool]
) -> list[IPAddress]:
    """The addresses of a host that may be connected to, in the order of preference.

    Raises HostNotFound, ResolutionFailed and NotPublic.
    """
    found = resolve(host)
    allowed = [address for address in dict.fromkeys(found) if is_allowed(address)]
    if not allowed:
        raise NotPublic
    return allowed
