"""Quotes of texts from strangers."""

import pytest

from bot.render.quoting import (
    block,
    code,
    escape_unprintable,
    in_one_line,
    inert,
    listed,
    neutralize,
    neutralize_and_truncate,
    quoted,
    reveal_invisible,
    shortened,
)


def test_a_selector_which_changes_nothing_is_shown():
    assert reveal_invisible("a\ufe0f ☁\ufe0f") == "a<U+FE0F> ☁\ufe0f"


def test_what_ends_a_line_without_being_seen_is_reported():
    assert reveal_invisible("a\u2028b\u2029c\x85d\ne") == "a<U+2028>b<U+2029>c<U+0085>d\ne"


def test_what_a_terminal_would_not_show_is_escaped_in_json():
    assert (
        escape_unprintable('"é\u202e"\n"\x7f\U000e0041"') == '"é\\u202e"\n"\\u007f\\udb40\\udc41"'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "`a`"),
        (" a  b ", "`a b`"),
        ("", "(nothing)"),
        ("`a", "`` `a ``"),
        ("a`", "`` a` ``"),
        ("a``b", "```a``b```"),
        ("x" * 100, f"`{'x' * 100}`"),
        ("x" * 101, f"`{'x' * 99}…`"),
        ("a\u200b", "`a<U+200B>`"),
        (" " * 399 + "ab", "`a`"),
        ("`" * 79, f"{'`' * 80} {'`' * 79} {'`' * 80}"),
        ("`" * 80, r"\`" * 80),
    ],
)
def test_code_is_one_short_line(text: str, shown: str):
    assert code(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Go #x", "`Go #x`"),
        ("fixes 2", "`fixes 2`"),
        ("see http://x", "`see http://x`"),
        ("closes #5", "<code>closes #<!-- -->5</code>"),
        ("a`b @ada", r"<code>a\`b @<!-- -->ada</code>"),
        ("Fixed: GH-7", "<code>Fixed: GH<!-- -->-7</code>"),
        ("resolves http://x/1", r"<code>resolves http\:<!-- -->//x/1</code>"),
        ("[skip ci]", r"<code>\[skip ci\]</code>"),
        ("*NO_CI*", r"<code>\*NO_CI\*</code>"),
    ],
)
def test_code_is_quiet_in_the_message_of_a_squashed_commit(text: str, shown: str):
    assert inert(text) == shown


def test_what_is_quoted_refers_to_nothing():
    assert (
        neutralize("GH-1 abcdef0 http://x")
        == r"GH<!-- -->-1 abcdef<!-- -->0<!-- --> http\:<!-- -->//x"
    )
    assert block("a\n```\nb", "diff") == "````diff\na\n```\nb\n````"
    assert block("a", "") == "```\na\n```"


def test_long_texts_are_cut_at_the_end_of_a_line():
    line = "x" * 99 + "\n"
    assert shortened(line * 120) == line * 120
    assert shortened(line * 121) == line * 119 + "x" * 99 + "\n… (1 more)"

    assert shortened("a\nb\nc", 3) == "a\n… (2 more)"
    assert shortened(f"a\n{'b' * 1000}\n" + "c\n" * 1500, 3) == "a\n… (1,501 more)"


def test_code_may_be_longer_or_shorter():
    assert code("x" * 11, 10) == f"`{'x' * 9}…`"
    assert code("x" * 200, 200) == f"`{'x' * 200}`"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("", 2, ""),
        ("ab", 2, "ab"),
        ("abc", 2, "ab…"),
        ("@a@b", 10, "@<!-- -->a…"),
        ("@a", 9, "@…"),
        ("@a", 10, "@<!-- -->a"),
    ],
)
def test_neutralized_text_is_cut(text: str, most: int, shown: str):
    assert neutralize_and_truncate(text, most) == shown


def test_what_is_cut_is_seen():
    assert neutralize_and_truncate("a\u200bb", 20) == "a\\<U+200B>b"
    assert neutralize_and_truncate("abcdef", 5) == "abcde…"
    assert neutralize_and_truncate("abcde", 5) == "abcde"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("", 10, "> “”"),
        ("  a   b \n\n # c\n", 100, "> “a b<br># c”"),
        ("abcdef", 3, "> “abc…”"),
        ("x" * 1001, 1000, f"> “{'x' * 1000}…”"),
    ],
)
def test_a_quotation_is_one_line(text: str, most: int, shown: str):
    assert quoted(text, most) == shown


def test_a_quotation_has_a_thousand_characters():
    assert quoted("x" * 1001) == quoted("x" * 1001, 1000)


def test_ends_of_lines_stay_in_a_row():
    assert in_one_line("a\nb\n") == "a<br>b<br>"


def test_words_are_listed():
    assert [listed(["a", "b", "c"][:n]) for n in (0, 1, 2, 3)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("words", "most", "said"),
    [
        ("", None, ""),
        ("a", None, "a"),
        ("ab", None, "a and b"),
        ("abcd", None, "a, b, c and d"),
        ("abc", 3, "a, b and c"),
        ("abcde", 2, "a, b and 3 more"),
    ],
)
def test_words_in_a_sentence(words: str, most: int | None, said: str):
    assert listed(list(words), most) == said


def test_no_text_of_a_stranger_has_a_mark_of_the_bot():
    mark = "<!-- charger-bot: status merged -->"
    for shown in (code(mark), inert(f"@a {mark}"), block(mark, "diff"), quoted(mark)):
        assert "<!-- charger-bot" not in shown
