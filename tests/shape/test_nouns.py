"""The nouns of a list in English sentences."""

import pytest

from bot.shape.nouns import in_small_letters, with_article


@pytest.mark.parametrize(
    ("noun", "shown"),
    [
        ("charger", "a charger"),
        ("entry", "an entry"),
        ("EV charger", "an EV charger"),
        ("unit", "a unit"),
    ],
)
def test_article(noun: str, shown: str) -> None:
    assert with_article(noun) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("OCPP Version", "OCPP version"),
        ("Two  Words", "two words"),
        ("", ""),
    ],
)
def test_small_letters(words: str, shown: str) -> None:
    assert in_small_letters(words) == shown
