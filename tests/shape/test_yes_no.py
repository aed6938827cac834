"""Yes and no, as words and as emoji."""

import pytest

from bot.shape.yes_no import no_beside, yes_or_no


@pytest.mark.parametrize(
    "text", ["", " ", "maybe", "x", "X", "×", "×\ufe0f", "× ×", "yes no", "no ✅", "yes!", "yesno"]
)
def test_neither(text: str):
    assert yes_or_no(text) is None


@pytest.mark.parametrize(
    "text", ["yes", "YES", "y", "✅", "✅ Yes", "✔\ufe0f", "☑\ufe0e", "+", ":+1:"]
)
def test_yes(text: str):
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["no", "N", "❌", "❌ No", "✖\ufe0f", "🚫", ":x:"])
def test_no(text: str):
    assert yes_or_no(text) is False


@pytest.mark.parametrize(
    ("yes", "no"),
    [("Yes", "No"), ("✅", "❌"), ("✔\ufe0f", "✖"), ("+", ""), (":+1:", ":-1:"), ("Free", None)],
)
def test_the_no_of_the_same_style(yes: str, no: str | None):
    assert no_beside(yes) == no
