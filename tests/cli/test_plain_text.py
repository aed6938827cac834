"""Markdown of the bot as a person reads it at a terminal."""

import pytest

from bot.cli.plain_text import plain_line, plain_lines
from bot.render.quoting import code, neutralize


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Plain words.", "Plain words."),
        ("Allowed are `Cloud` and `Direct`.", 'Allowed are "Cloud" and "Direct".'),
        ("**Two things** need _another_ look.", "Two things need another look."),
        ("a\\_b &amp; c<!-- --> d", "a_b & c d"),
        ("See [the row](https://example.com/a).", "See the row (https://example.com/a)."),
        ("<https://example.com/a>", "https://example.com/a"),
        ("[Add it](../issues/new?template=a.yml)", "Add it"),
        ("`` a`b ``", '"a`b"'),
        ("a\n\nb", "a b"),
    ],
)
def test_a_sentence(markdown: str, text: str):
    assert plain_line(markdown) == text


def test_paragraphs_items_and_rows_are_lines():
    markdown = "One\ntwo.\n\n- a\n- b\n\n| H | I |\n|---|---|\n| 1 | 2 |\n"
    assert plain_lines(markdown) == ["One two.", "- a", "- b", "H I", "1 2"]


@pytest.mark.parametrize("typed", ["*a*", "<b>", "a|b", "@ada #12", "a_b_c", "[x](y)", "&copy;"])
def test_what_was_typed_is_shown_as_typed(typed: str):
    assert plain_line(neutralize(typed)) == typed
    assert plain_line(code(typed)) == f'"{typed}"'
