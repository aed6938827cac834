import pytest

from bot.names.entities import unescaped


@pytest.mark.parametrize(
    ("text", "characters"),
    [("", ""), ("a; b", "a; b"), ("Plug &amp; Charge", "Plug & Charge"), ("&#x41;&lt;&", "A<&")],
)
def test_entities_become_characters(text: str, characters: str):
    assert unescaped(text) == characters
