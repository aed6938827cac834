"""GitHub's renderer."""

from pathlib import Path

import pytest

from bot.document.cmark import render
from bot.document.html import without_places

PAGES = Path("/proc/self/statm")
TABLE = "\n| a | b |\n| - | - |\n"


def test_an_empty_text():
    assert render("") == ""


def test_elements_have_their_places():
    assert '<p data-sourcepos="3:3-3:3">b</p>' in render("a\n\n> b")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (TABLE, "<th>a</th>"),
        ("https://x.example", '<a href="https://x.example">https://x.example</a>'),
        ("~~a~~", "<del>a</del>"),
        ("- [x] a", '<li><input type="checkbox" checked="" disabled="" /> a</li>'),
        ("```js\na\n```", '<pre lang="js"><code>a\n</code></pre>'),
        ("a <b>c</b>", "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>"),
        ("[a](javascript:b)", '<a href="">a</a>'),
        ("&#65534;a", "\N{REPLACEMENT CHARACTER}a"),
    ],
)
def test_what_github_adds_to_markdown(text: str, html: str):
    assert html in without_places(render(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a<br>b", "<p>a<!-- raw HTML omitted -->b</p>"),
        (f"{TABLE}| a<br>b | c |", "<td>a <!-- raw HTML omitted -->b</td>"),
        (f"{TABLE}| a<br>b | c |\n\na<br>b", "<p>a<!-- raw HTML omitted -->b</p>"),
    ],
)
def test_a_break_parts_words_in_cells_alone(text: str, html: str):
    assert html in without_places(render(text))


@pytest.mark.skipif(
    not PAGES.exists(), reason="Only Linux tells in a file how much memory a process has."
)
@pytest.mark.parametrize(
    "text",
    [TABLE + "| c | d |\n" * 2000, f"```\n{'a' * 2_000_000}\n```\n"],
    ids=["much of a tree", "much of HTML"],
)
def test_rendering_gives_its_memory_back(text: str):
    def pages_after(times: int) -> int:
        for _ in range(times):
            render(text)
        return int(PAGES.read_text(encoding="utf-8").split()[1])

    before = pages_after(3)
    # Ten trees would be more than 6,000 pages, ten times the HTML 4,800.
    assert pages_after(10) < before + 3000
