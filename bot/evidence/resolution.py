"""From the name of a host to its public addresses, the only ones to connect to."""

import ipaddress
import socket
from collections.abc import Callable

from bot.evidence.no_answer import NoConnection, NoSuchHost, NotAsked

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str], list[IPAddress]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052


def resolve_host(host: str) -> list[IPAddress]:
    """All addresses of a host. Raises NoConnection, and NoSuchHost where it does not exist."""
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError:  # a label of more than 63 characters
        raise NoSuchHost("there is no such host") from None
    except socket.gaierror as error:
        if error.errno == socket.EAI_NONAME:
            raise NoSuchHost("there is no such host") from None
        raise NoConnection("the name of the host could not be looked up") from None
    return [ipaddress.ip_address(address[0]) for *_, address in answers]


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
    """The allowed addresses of a host, in the order of preference.

    Raises NoConnection, NoSuchHost, and NotAsked where there is none.
    """
    allowed = [address for address in dict.fromkeys(resolve(host)) if is_allowed(address)]
    if not allowed:
        raise NotAsked("the host is not on the public internet, so it was not asked")
    return allowed
