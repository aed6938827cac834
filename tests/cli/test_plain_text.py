"""Markdown of the bot as a person reads it at a terminal."""

import pytest

from bot.cli.plain_text import lines_of, plain_line, plain_lines
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


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", [""]),
        ("one\ntwo", ["one two"]),
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<p></p><p>a</p>", ["a"]),
        ("<ul><li>a</li><li><p>b</p></li></ul>", ["- a", "- b"]),
        ("<ul><li></li><li>b</li></ul>", ["- b"]),
        ("a<br />b<br /><br />c", ["a", "b", "", "c"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["ab", "c"]),
        ("a <code>b c</code> d", ['a "b c" d']),
        ("a &lt;b&gt; &amp; c", ["a <b> & c"]),
        ("<h3>a</h3><pre>b</pre><h4>c</h4>", ["a", "b", "c"]),
        ("a <em>b</em><span> c</span>", ["a b c"]),
    ],
)
def test_lines(html: str, lines: list[str]):
    assert lines_of(html) == lines


@pytest.mark.parametrize(
    ("html", "line"),
    [
        ('<a href="https://x.example">a</a>', "a (https://x.example)"),
        ('<a href="http://x.example">a</a> b', "a (http://x.example) b"),
        ('<a href="https://x.example">https://x.example</a>', "https://x.example"),
        ('<a href="#a">a</a>', "a"),
        ("<a>a</a>", "a"),
        ('<a href="https://x.example">a <a href="https://y.example">b</a></a>',
         "a b (https://y.example) (https://x.example)"),
    ],
)  # fmt: skip
def test_a_link_is_followed_by_its_address(html: str, line: str):
    assert lines_of(html) == [line]
