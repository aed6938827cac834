"""Characters nobody sees, or which deceive."""

import pytest

from bot.names.cleaning import (
    around_hidden_space,
    clean,
    clean_name,
    deceptive_words,
    encodable,
    forbidden_in_name,
    has_excess_combining_marks,
    in_allowed_characters,
    mixed_word,
    script,
    unique,
)
from bot.render.quoting import reveal_invisible
from tests.charger_list import SHAPE


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
        ("x漢한ㄅ", ""),
        ("漢ж", "漢ж"),
        ("\U00017000\U00017001", ""),
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


@pytest.mark.parametrize("text", ["", "Go 2", "é e\u0301", "x" + "\u0325" * 30, "\u0915\u093f"])
def test_marks_in_order(text: str):
    assert not has_excess_combining_marks(text)


def test_more_marks_than_any_language_needs():
    assert has_excess_combining_marks("x" + "\u0325" * 31)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Go  2 ", "Go 2"),
        ("Gö – 2—3", "Gö - 2-3"),
        ("Go ‘2’", "Go ’2’"),
        ("2 ✕ 11 ⨯ ∙ ⋅", "2 × 11 × · ·"),
        ("Go®\ufe0f ™\ufe0e", "Go® ™"),
        ("Go 2\ufe0f", "Go 2"),
        ("☁\ufe0f", "☁\ufe0f"),
    ],
)
def test_a_name_has_one_character_for_a_sign(typed: str, name: str):
    assert clean_name(typed) == name


def test_a_hidden_space():
    assert around_hidden_space("a Go\u200b\u200b2")
    for text in ("", "Go Pro", "Go\u200b", "\u200bGo", "Go \u200bPro"):
        assert not around_hidden_space(text)


@pytest.mark.parametrize(
    ("text", "around"),
    [
        (" Go\u200bPro ", "Go\u200bPro"),
        ("x" * 99 + "\u200b" + "y" * 99, f"…{'x' * 41}\u200b{'y' * 41}…"),
        ("x\u200b" + "y" * 41, "x\u200b" + "y" * 41),
    ],
)
def test_the_words_around_a_hidden_space_are_quoted(text: str, around: str):
    assert around_hidden_space(text) == around


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Go 2 [EU]", "Go 2 (EU)"),
        (
            "Säule \N{DOUBLE LOW-9 QUOTATION MARK}Blitz\N{LEFT DOUBLE QUOTATION MARK} 22 kW",
            "Säule \N{LEFT DOUBLE QUOTATION MARK}Blitz\N{RIGHT DOUBLE QUOTATION MARK} 22 kW",
        ),
        ("Go ½", "Go 1/2"),
        ("Go Ⅲ…", "Go III..."),
        ("Ｇｏ ２", "Go 2"),
        ("go#2", ""),
        ("Go 2 [EU]#", "Go 2 (EU)"),
        ("Go*", "Go"),
        ("@Go 2 ?", "Go 2"),
        ("Go @ 2", ""),
        ("<Go>", ""),
    ],
)
def test_characters_no_name_may_have_become_those_like_them(name: str, meant: str):
    assert in_allowed_characters(name, SHAPE.file.names) == meant


@pytest.mark.parametrize(
    ("name", "marks", "forbidden"),
    [
        ("", "", ""),
        ("Go 2", "", ""),
        ("Go*<>", None, ""),
        ("Go-2", "-", ""),
        ("Gö Жар 漢字", "", ""),
        ("Go\u0325", None, ""),
        ("\u0915\u093f", "", ""),
        ("Go-2", "", "-"),
        ("G*o<*>", "-", "*<>"),
        ("Go²", "-", "²"),
        ("Ｇo", "-", "Ｇ"),
        ("ﬁne", "-", "ﬁ"),
        ("g\u0325", "-", "\u0325"),
        ("Ж\u0325", "-", "\u0325"),
        ("α\u0325", "-", "\u0325"),
        ("2\u0325", "-", "\u0325"),
        ("\u0325", "-", "\u0325"),
    ],
)
def test_characters_a_name_may_not_have(name: str, marks: str | None, forbidden: str):
    assert forbidden_in_name(name, marks) == forbidden


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("a", "LATIN"),
        ("ж", "CYRILLIC"),
        ("漢", "CJK"),
        ("ひ", "CJK"),
        ("\u093f", "DEVANAGARI"),
        ("1", ""),
        ("-", ""),
        ("\u0325", "COMBINING"),
    ],
)
def test_the_script_of_a_letter(char: str, name: str):
    assert script(char) == name


def test_each_item_once():
    assert unique([]) == []
    assert unique(iter("banana")) == ["b", "a", "n"]
