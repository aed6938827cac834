"""Text as Markdown which shows just that text."""

import pytest

from bot.document.escape import escape, escape_address


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("plain", "plain"),
        ("5 $", "5 $"),
        ("$5 and $6", "<span>$</span>5 and <span>$</span>6"),
        (r"a\|b", r"a&#92;\|b"),
        ("a*b", r"a\*b"),
        ("@a #1 :car:", "@<!-- -->a #<!-- -->1 :<!-- -->car:"),
        ("www.x.y &amp; http://z", r"www\.x.y \&amp; http\://z"),
        ("_a_ b_c", r"\_a\_ b_c"),
    ],
)
def test_what_is_typed_is_escaped(text: str, markdown: str):
    assert escape(text) == markdown


def test_entities_in_addresses_are_escaped_each():
    assert (
        escape_address("https://x.y/?a=1&copy;=2&#38;&b")
        == "https://x.y/?a=1&amp;copy;=2&amp;#38;&b"
    )
    assert escape_address("https://x.y/)*a*_(b)") == r"https://x.y/\)*a*_\(b\)"
