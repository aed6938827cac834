import ssl

import pytest
import trustme

from bot.evidence.address import parse_address
from bot.evidence.deadline import Deadline
from bot.evidence.no_answer import NoAnswer, NoConnection
from bot.evidence.transport import Request
from tests.evidence.bed.responses import respond
from tests.evidence.bed.server import Bed

CERTIFICATES = trustme.CA()


def answer(request):
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"


@pytest.fixture(scope="module")
def bed():
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    CERTIFICATES.issue_cert("right.bed.test").configure_cert(tls)
    with Bed({"right": answer, "wrong": answer}, tls=tls) as bed:
        yield bed


def fetch(bed, name, seconds=5):
    trusted = ssl.create_default_context()
    CERTIFICATES.configure_trust(trusted)
    target = parse_address(bed.url(name).replace("http:", "https:"))
    request = Request("GET", target, keep_body=True)
    return bed.network(tls=trusted).send(request, Deadline.after(seconds))


def test_the_certificate_is_checked_for_the_name_not_for_the_network_address(bed):
    assert fetch(bed, "right").body == b"OK"
    assert bed.server_names[-1] == "right.bed.test"


def test_a_certificate_for_another_name_is_refused(bed):
    with pytest.raises(NoAnswer) as caught:
        fetch(bed, "wrong")
    assert str(caught.value) == "no secure connection could be made (certificate or TLS)"


def test_a_server_silent_from_the_start_is_waited_for_until_the_deadline():
    with Bed({"page": answer}) as bed, pytest.raises(NoConnection):
        fetch(bed, "page", seconds=0.1)  # no TLS there


@pytest.mark.parametrize("places", ["12", "21", "212"])
def test_one_address_of_a_host_is_enough(places):
    addresses = [f"127.0.0.{place}" for place in places]  # of which the first is the server's
    with Bed({"page": answer}, {"page": addresses}) as bed:
        network = bed.network(is_allowed=lambda address: True)
        request = Request("GET", parse_address(bed.url("page")))
        assert network.send(request, Deadline.after(5)).status == 200


def test_a_long_page_comes_whole():
    body = bytes(range(256)) * 1000
    with Bed({"page": respond(200, body)}) as bed:
        request = Request("GET", parse_address(bed.url("page")), keep_body=True)
        assert bed.network().send(request, Deadline.after(5)).body == body


def test_a_proxy_in_the_environment_is_not_used(bed, monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
        monkeypatch.setenv(name.upper(), "http://127.0.0.1:1")
    assert fetch(bed, "right").body == b"OK"
