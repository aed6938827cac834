import socket
from ipaddress import ip_address

import pytest

from bot.evidence.no_answer import NoConnection, NoSuchHost, NotAsked
from bot.evidence.resolution import is_public, public_addresses, resolve_host

PUBLIC = ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808"]
NOT_PUBLIC = [
    "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0", "255.255.255.255", "224.0.1.1", "192.0.2.1", "240.0.0.1",
    "::", "::1", "fe80::1", "fec0::1", "fc00::1", "ff0e::1", "2001:db8::1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_may_be_asked(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_all_others_may_not(address):
    assert not is_public(ip_address(address))


def test_of_a_host_with_both_kinds_only_the_public_ones_count():
    found = [ip_address(address) for address in ("10.0.0.1", "8.8.8.8", "8.8.8.8", "::1")]
    assert public_addresses("host", lambda host: found, is_public) == [ip_address("8.8.8.8")]


def test_a_host_without_a_public_address():
    with pytest.raises(NotAsked):
        public_addresses("host", lambda host: [ip_address("10.0.0.1")], is_public)


def test_addresses_in_place_of_a_name_are_not_looked_up():
    assert resolve_host("127.0.0.1") == [ip_address("127.0.0.1")]
    assert resolve_host("::1") == [ip_address("::1")]


@pytest.mark.parametrize("host", ["a" * 64 + ".com", "no-such-host.invalid"])
def test_a_host_that_does_not_exist(host):
    with pytest.raises(NoSuchHost, match=r"^there is no such host$"):
        resolve_host(host)


def test_a_host_which_cannot_be_looked_up_now(monkeypatch):
    def fail(*_, **__):
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(NoConnection, match=r"^the name of the host could not be looked up"):
        resolve_host("zaptec.com")


@pytest.mark.parametrize("host", ["0x7f000001", "2130706433", "0177.0.0.1", "127.1"])
def test_odd_spellings_of_an_address_are_judged_by_what_they_reach(host):
    with pytest.raises(NotAsked):
        public_addresses(host, resolve_host, is_public)
