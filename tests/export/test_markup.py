"""Texts for HTML."""

import pytest

from bot.export.markup import html_text, is_web_address


@pytest.mark.parametrize("text", ["", "Zaptec Go 2", "https://x.example/a_b?c=1#d"])
def test_a_plain_text_stays(text: str):
    assert html_text(text) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>", "&lt;b&gt;"),
        ("a & b", "a &amp; b"),
        ("\"'", "&quot;&#x27;"),
        ("a\u202eb", "a&lt;U+202E&gt;b"),
        ("é", "é"),
    ],
)
def test_what_could_be_markup_or_is_not_seen_is_escaped(text: str, html: str):
    assert html_text(text) == html


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://x.example", True),
        ("HTTP://x.example", True),
        ("", False),
        ("http:/x", False),
        ("mailto:a@x.example", False),
        ("javascript:alert('https://')", False),
        (" https://x.example", False),
    ],
)
def test_a_browser_opens_only_a_web_address_as_a_page(address: str, is_one: bool):
    assert is_web_address(address) is is_one
