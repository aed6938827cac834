import pytest

from bot.evidence.address import InvalidAddress, follow_redirect, parse_address
from bot.evidence.answer import MAX_ADDRESS


@pytest.mark.parametrize(
    "address",
    [
        "https://www.zaptec.com/info-hub/inside-zaptec/ocpp",
        "https://help.zaptec.com/hc/en-001/articles/4530001974033#h_01HF9AAA8G4GPFEXEYDZX0HQM8",
        "http://zaptec.com/a%20b?c=d%26e&f=[g]|h",
        "https://zaptec.com:8443/",
        "http://[2001:4860::1]/",
        "https://" + f"{'a' * 61}." * 4 + "bcdef/",
        "https://zaptec.com/" + "x" * (MAX_ADDRESS - 19),
    ],
)
def test_a_proper_address_stays_as_it_is(address):
    assert parse_address(address).url == address


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (" https://ZAPTEC.com ", "https://zaptec.com/"),
        ("https://zaptec.com./x", "https://zaptec.com/x"),
        ("https://zaptec.com/User Manual.pdf?a=ä", "https://zaptec.com/User%20Manual.pdf?a=%C3%A4"),
        ("https://zaptec.com/a\nb", "https://zaptec.com/ab"),
        ("https://ladesäule.de/", "https://xn--ladesule-4za.de/"),
        ("https://ｚａｐｔｅｃ.com/", "https://zaptec.com/"),
        ("https://zaptec.com:443/", "https://zaptec.com/"),
        ("http://zaptec.com/x#a b", "http://zaptec.com/x#a%20b"),
    ],
)
def test_an_address_is_prepared_for_a_request(address, url):
    assert parse_address(address).url == url


@pytest.mark.parametrize(
    "address",
    [
        "ftp://zaptec.com/",
        "mailto:info@zaptec.com",
        "//zaptec.com/",
        "zaptec.com",
        "https://",
        "https://user@zaptec.com/",
        "https://:secret@zaptec.com/",
        "https://zaptec.com:99999/",
        "https://zap tec.com/",
        "https://zaptec.com\\@10.0.0.1/",
        "https://[::1/",
        "https://" + "a" * 300 + ".com/",
        "https://" + f"{'a' * 61}." * 4 + "bcdefg/",
        "https://zaptec.com/" + "ä" * 400,
        "https://zap\u2060..tec.com/",
        "",
    ],
)
def test_everything_else_is_refused(address):
    with pytest.raises(InvalidAddress):
        parse_address(address)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/new", "https://zaptec.com/new#ocpp"),
        ("new", "https://zaptec.com/old/new#ocpp"),
        ("//go-e.com/new", "https://go-e.com/new#ocpp"),
        ("http://go-e.com/new#there", "http://go-e.com/new#there"),
        (" /new page ", "https://zaptec.com/new%20page#ocpp"),
        ("/\u00c3\u009cbersicht", "https://zaptec.com/%C3%9Cbersicht#ocpp"),
        ("/\u00dcbersicht", "https://zaptec.com/%C3%9Cbersicht#ocpp"),
        ("/n\tew", "https://zaptec.com/new#ocpp"),
        ("?a=1", "https://zaptec.com/old/page?a=1#ocpp"),
        ("", "https://zaptec.com/old/page#ocpp"),
    ],
)
def test_a_redirect_keeps_the_fragment(location, url):
    assert follow_redirect(parse_address("https://zaptec.com/old/page#ocpp"), location).url == url


def test_the_fragment_is_not_sent():
    target = parse_address("https://zaptec.com/page?a=b#ocpp")
    assert (target.path, target.authority) == ("/page?a=b", "zaptec.com")


def test_a_redirect_to_an_endless_address_is_not_followed():
    with pytest.raises(InvalidAddress, match="too long"):
        follow_redirect(parse_address("https://zaptec.com/"), "/" + "x" * 60_000)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://[::1/", "it is no valid address"),
        ("ftp://x.example", "only http and https are asked for"),
        ("https://ada@x.example", "it has a user name in front of the host"),
        ("https://a b.example", "its host name is not valid"),
        ("https://\u2060..example", "its host name is not valid"),
    ],
)
def test_the_reason_is_a_clause_without_the_address(address: str, reason: str):
    with pytest.raises(InvalidAddress) as caught:
        parse_address(address)
    assert str(caught.value) == reason


def test_a_host_in_capital_letters_of_any_alphabet_is_the_same_host():
    assert parse_address("https://ÜBER.example").host == parse_address("https://über.example").host
