"""Characters nobody sees, or which deceive."""

import pytest

from bot.names.cleaning import clean, deceptive_words, encodable, mixed_word
from bot.render.quoting import reveal_invisible


def test_piles_of_marks_and_halves_of_characters_go():
    assert clean("x" + "\u0325" * 40) == "x" + "\u0325" * 30
    assert clean("a" + "\u0325\u0327" * 20 + "b\u0325") == clean(
        "a" + "\u0325\u0327" * 15 + "b\u0325"
    )
    assert clean("a\u0325\u0327" + "X" * 40) == "\u1e01\u0327" + "X" * 40
    assert clean("a\x07\ud800\u200bb") == "ab"
    assert clean("a\u3164b\u2800c") == "a b c"
    assert encodable("a\ud800b") == "a?b"


@pytest.mark.parametrize(
    "char", "\u034f\u17b4\u17b5\u180b\u180f\u2065\u3164\ufe00\ufe0d\ufff8\U000e0100\U000e01ef"
)
def test_what_unicode_calls_ignorable_is_invisible_whatever_its_category(char: str):
    assert clean(f"\u5145\u7535{char}") == "\u5145\u7535"
    assert reveal_invisible(f"a{char}\n") == f"a<U+{ord(char):04X}>\n"


@pytest.mark.parametrize(
    ("text", "cleaned", "shown"),
    [
        (
            "\u2601\ufe0f 1\ufe0f\u20e3 \u203c\ufe0e",
            "\u2601\ufe0f 1\ufe0f\u20e3 \u203c\ufe0e",
            None,
        ),
        ("\u2194\ufe0f", "\u2194\ufe0f", None),
        (
            "\u2601\ufe0f \u2194\ufe0f X\ufe0f",
            "\u2601\ufe0f \u2194\ufe0f X",
            "\u2601\ufe0f \u2194\ufe0f X<U+FE0F>",
        ),
        ("\u2601\ufe0f\ufe0e\ufe0f", "\u2601\ufe0f", "\u2601\ufe0f<U+FE0E><U+FE0F>"),
        ("\ufe0fa\ufe0e e\u0301\ufe0f", "a \u00e9", "<U+FE0F>a<U+FE0E> e\u0301<U+FE0F>"),
        ("\u2601 \u200b\ufe0f b", "\u2601 b", "\u2601 <U+200B><U+FE0F> b"),
        ("\u2260\ufe0f =\u0338\ufe0f", "\u2260 \u2260", "\u2260<U+FE0F> =\u0338<U+FE0F>"),
    ],
)
def test_a_variation_selector_stays_only_where_it_chooses_a_look(
    text: str, cleaned: str, shown: str | None
):
    assert clean(text) == clean(cleaned) == cleaned
    assert reveal_invisible(text) == (shown or text)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ladoga", ""),
        ("Ладога é2", ""),
        ("é Ladogа2", "Ladogа"),
        ("x2ж_x", ""),
        ("Nº 2", ""),
        ("漢ひカ", ""),
        ("漢x", ""),
        ("JSON版한", ""),
        ("漢ж", "漢ж"),
    ],
)
def test_the_word_that_mixes_alphabets_is_found(name: str, word: str):
    assert mixed_word(name) == word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("22 kΩ, 3 μA, Δt, Ладога, Αλφα, Wi-Fi-сеть", []),
        ("é Ladogа2", ["Ladogа"]),
        (
            "Тwo bad wordѕ, \N{GREEK CAPITAL LETTER ALPHA}lfa and \N{GREEK CAPITAL LETTER ALPHA}lfa",
            ["Тwo", "wordѕ", "\N{GREEK CAPITAL LETTER ALPHA}lfa"],
        ),
    ],
)
def test_in_a_text_only_words_that_deceive_are_found(text: str, words: list[str]):
    assert deceptive_words(text) == words
