"""The text of an HTML page, as lines."""

import pytest

from bot.cli.html_lines import HtmlLines


def lines_of(html: str) -> list[str]:
    text = HtmlLines()
    text.feed(html)
    text.close()
    return text.lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("", [""]),
        ("one\ntwo", ["one two"]),
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<p></p><p>a</p>", ["a"]),
        ("<ul><li>a</li><li><p>b</p></li></ul>", ["- a", "- b"]),
        ("<ul><li></li><li>b</li></ul>", ["- b"]),
        ("a<br>b<br><br>c", ["a", "b", "", "c"]),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["ab", "c"]),
        ("a <code>b c</code> d", ['a "b c" d']),
        ("a &lt;b&gt; &amp; c", ["a <b> & c"]),
        ("<h3>a</h3><pre>b</pre><summary>c</summary><h4>d</h4>", ["a", "b", "c", "d"]),
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
        ("a</a>", "a"),
        ('<a href="https://x.example">a <a href="https://y.example">b</a></a>',
         "a b (https://y.example) (https://x.example)"),
    ],
)  # fmt: skip
def test_a_link_is_followed_by_its_address(html: str, line: str):
    assert lines_of(html) == [line]
