"""Addresses that only lead on to another one."""

import pytest

from bot.forms.addresses import read_address
from bot.forms.redirects import address_inside, is_search, leads_on

INSIDE = "https%3A%2F%2Fx.example%2Fa.pdf"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.google.com/url?q={INSIDE}&sa=D&usg=AOv",
        f"https://www.Google.co.uk/url?sa=t&q=&esrc=s&url={INSIDE}",
        "https://www.google.com/url?q=https://x.example/a.pdf&sa=D",
        f"https://eur03.safelinks.protection.outlook.com/?url={INSIDE}&data=05%7C01&reserved=0",
        f"https://l.facebook.com/l.php?u={INSIDE}&h=AT0",
        f"https://duckduckgo.com/l/?uddg={INSIDE}",
        "https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D"
        "https%253A%252F%252Fx.example%252Fa.pdf%26sa%3DD",
    ],
)
def test_a_redirect_is_taken_off(address: str):
    assert read_address(address) == "https://x.example/a.pdf"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=https://x.example/?b=1&sa=D",
        f"https://www.google.com/url?q={INSIDE}&url=https%3A%2F%2Fy.example",
        "https://www.google.com/url?q=https%3A%2F%2Flocalhost",
        f"https://viewer.example/?file={INSIDE}",
        "https://urldefense.com/v3/__https://x.example/a.pdf__;!!AbC",
    ],
)
def test_a_redirect_that_is_not_certain_stays_and_needs_a_look(address: str):
    assert read_address(address) == address
    assert leads_on(address)
    assert address_inside(address) in {address, "https://localhost"}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.google.com/url?q=ocpp",
        "https://docs.google.com/document/d/1",
        "https://web.archive.org/web/2020/https://x.example/",
        "https://x.example/?q=www.y.example",
    ],
)
def test_other_addresses_stay(address: str):
    assert read_address(address) == address
    assert address_inside(address) == address
    assert not leads_on(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.google.com/search?q=go",
        "https://google.co.uk/search?q=go&tbm=isch",
        "https://www.bing.com/images/search?q=go",
        "https://duckduckgo.com/?q=go",
        "https://de.search.yahoo.com/search?p=go",
    ],
)
def test_a_search_is_known(url: str):
    assert is_search(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.google.com/",
        "https://duckduckgo.com/",
        "https://docs.google.com/document/d/1?q=go",
        "https://www.google.com/url?q=go",
        "https://x.example/search?q=go",
    ],
)
def test_other_addresses_are_no_search(url: str):
    assert not is_search(url)
