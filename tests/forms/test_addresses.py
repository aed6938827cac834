"""Addresses: which are refused, and how the others are written."""

import pytest

from bot.forms.addresses import ADDRESS_LIMIT, read_address, readable_host, without_entities
from bot.rules import value_rules
from bot.rules.rule import Fact, FieldErrors, Problem, Rule

X = "https://x.example"


@pytest.mark.parametrize(
    "address",
    [
        X,
        f"{X}/",
        f"{X}/?a=1&b=2#c",
        f"{X}//a/../b",
        f"{X}/a%20b%C3%A9",
        f"{X}/it's/A,b;c",
        f"{X}/2020/https://y.example/",
        f"{X}/?utm=32N",
        f"{X}/?gclids=1&mc=2",
        f"{X}/?ref=1&source=2&id=3&campaign=4",
        f"{X}/?a=utm_b&my_gclid=1",
        f"{X}/?gadget=1&hsabc=2",
        f"{X}/?q=b..c",
        "http://www.x.example/a",
        "https://r3--x.example/?a",
        "https://a.local.x.example/a",
        "https://home.localx.example/",
        "https://x.xn--p1ai/",
        f"https://{'a.' * 123}example/",
        f"https://{'a.' * 123}example/?b=c",
        f"{X}/{'a' * 982}",
    ],
)
def test_a_public_address_stays_as_it_is(address: str):
    assert read_address(address) == address


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("HTTPS://X.Example/A", f"{X}/A"),
        (f"{X}/?utm_a=1&b=2&gclid&c#d", f"{X}/?b=2&c#d"),
        (f"{X}/?utm_a=1", f"{X}/"),
        (f"{X}/?a=1&amp;b=2", f"{X}/?a=1&b=2"),
        (f"{X}/?a=1&amp;utm_x=1&amp;b=2", f"{X}/?a=1&b=2"),
        (f"{X}/?a=1&#38;b=2", f"{X}/?a=1&b=2"),
        (f"{X}/a(b)", f"{X}/a%28b%29"),
        (f"{X}/a|b", f"{X}/a%7Cb"),
        (f"{X}//a?é#é", f"{X}//a?%C3%A9#%C3%A9"),
        (f"{X}/L’a", f"{X}/L%E2%80%99a"),
        (f"{X}/L’X", f"{X}/L%E2%80%99X"),
        (f"{X}/?a[b]=1", f"{X}/?a%5Bb%5D=1"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9"),
        ("https://b%C3%BCcher.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://ｂｏｘ.example/", "https://box.example/"),
        (f"{X}#", X),
        (f"{X}?", X),
    ],
)
def test_an_address_is_written_so_that_markdown_keeps_it(typed: str, written: str):
    assert read_address(typed) == written


@pytest.mark.parametrize(
    "name", ["utm_source", "GCLID", "fbclid", "hsa_acc", "srsltid", "_ga", "gad_source", "wt_mc_a"]
)
def test_a_parameter_that_only_tracks_is_taken_off(name: str):
    assert read_address(f"{X}/?{name}=1&a=2") == f"{X}/?a=2"


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("https://x.example/...", value_rules.ADDRESS_CUT),
        ("https://x.ex.../a", value_rules.ADDRESS_CUT),
        ("https://x.example/a…", value_rules.ADDRESS_CUT),
        ("", value_rules.ADDRESS_UNREAD),
        ("https://", value_rules.ADDRESS_UNREAD),
        ("https:///a", value_rules.ADDRESS_UNREAD),
        ("https://[x/", value_rules.ADDRESS_UNREAD),
        ("https://x.example:99999/", value_rules.ADDRESS_UNREAD),
        ("ftp://x.example/a", value_rules.ADDRESS_UNREAD),
        ("//x.example/a", value_rules.ADDRESS_UNREAD),
        ("https://me@x.example/", value_rules.ADDRESS_USER),
        ("https://@x.example/", value_rules.ADDRESS_USER),
        ("https://:me@x.example/", value_rules.ADDRESS_USER),
        ("https://x\\y.example/", value_rules.ADDRESS_USER),
        ("https://x.example:/", value_rules.ADDRESS_PORT),
        ("https://x.example:8/", value_rules.ADDRESS_PORT),
        ("https://localhost/", value_rules.ADDRESS_HOST),
        ("https://127.0.0.1/", value_rules.ADDRESS_HOST),
        ("https://charger.local/a", value_rules.ADDRESS_HOST),
        ("https://CHARGER.LOCAL/?a=b", value_rules.ADDRESS_HOST),
        ("http://nas.lan", value_rules.ADDRESS_HOST),
        ("https://wiki.internal/a.pdf", value_rules.ADDRESS_HOST),
        ("https://router.home.arpa/a", value_rules.ADDRESS_HOST),
        ("https://router.localdomain/a", value_rules.ADDRESS_HOST),
        ("https://zaptec.onion/a", value_rules.ADDRESS_HOST),
        ("https://é..example/", value_rules.ADDRESS_HOST),
        (f"https://{'b.' * 124}exampl/", value_rules.ADDRESS_HOST),
    ],
)
def test_no_public_address_is_refused_as_it_was_typed(address: str, rule: Rule):
    with pytest.raises(FieldErrors) as raised:
        read_address(address)
    ((found, _, facts),) = raised.value.args
    assert (found, facts) == (rule, {"received": address})


def test_letters_of_several_alphabets_in_a_host_are_refused():
    with pytest.raises(FieldErrors) as raised:
        read_address("https://www.zаptec.com/")
    facts = {"received": "www.zаptec.com", "word": "zаptec"}
    assert raised.value.args == (Problem(value_rules.MIXED_SCRIPTS, facts=facts),)


def test_an_address_may_be_too_long_once_it_is_encoded():
    with pytest.raises(FieldErrors) as raised:
        read_address(f"{X}/{'a' * 979}~é")
    written = f"{X}/{'a' * 979}~%C3%A9"
    facts: dict[str, Fact] = {"received": written, "limit": ADDRESS_LIMIT, "length": 1004}
    assert raised.value.args == (Problem(value_rules.TOO_LONG, facts=facts),)


@pytest.mark.parametrize(
    ("rest", "foreign"),
    [
        ("“b", "“"),
        ("{b}{c}", "{}"),
        ("\\_b", "\\"),
        ("[b]", "[]"),
        ("?b[", "["),
        ("?b]", "]"),
        ('?"b', '"'),
        ("#`b", "`"),
        ("b’", "’"),
        ("b’?", "’"),
    ],
)
def test_characters_of_no_address_are_named_once(rest: str, foreign: str):
    address = f"{X}/a{rest}"
    with pytest.raises(FieldErrors) as raised:
        read_address(address)
    facts = {"received": address, "characters": foreign}
    assert raised.value.args == (Problem(value_rules.ADDRESS_CHARACTERS, facts=facts),)


@pytest.mark.parametrize("text", ["a & b", "&copy;", "&amp", "&#123456;", "a&ampb;"])
def test_what_is_no_entity_of_an_address_stays(text: str):
    assert without_entities(text) == text


@pytest.mark.parametrize(
    ("text", "read"),
    [("&quot;a&quot;", '"a"'), ("&amp;amp;lt;", "<"), ("&#x26;&AMP;", "&&"), ("&nbsp;", "\xa0")],
)
def test_entities_are_read_as_their_characters(text: str, read: str):
    assert without_entities(text) == read


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://x.example/a", "x.example"),
        ("https://xn--bcher-kva.example/", "bücher.example"),
        ("https://x.xn--p1ai/", "x.рф"),
        ("https://xn--zptec-4ve.example/", "xn--zptec-4ve.example"),
        ("https://xn--80ak6aa92e.example/", "xn--80ak6aa92e.example"),  # all Cyrillic, as Latin
        ("https://xn--strae-oqa.example/", "straße.example"),
        ("https://xn--a.example/", "xn--a.example"),
        ("", ""),
    ],
)
def test_a_host_is_shown_in_its_own_letters_unless_they_deceive(url: str, host: str):
    assert readable_host(url) == host
