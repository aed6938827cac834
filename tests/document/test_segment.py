"""A page put together from segments is the page rendered as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.document.cmark import render
from bot.document.html import without_places
from bot.document.page import Page
from bot.document.segment import Segment

TABLE = "| a | b |\n| - | - |\n| c | [d](#e) |"
LINES = [
    "# A", "### B", "#### B", "#c", "####### d", "#\te", "# # next", "## f | g", " # h", "> # i", "- # j",
    "", "", "", "k", "  l", "    m", "\tn", "===", "---", "- o", "- [p](#q)", "  - [r](#s)", "1. [t](u)", "> v",
    "```", "~~~", "    ```", "<!--", "-->", "<!-- w -->", "<div>", "</div>", "<pre>", "</pre>", "<?", "?>",
    TABLE, "| x | y |", "| - | - |", "| z", "> | a | b |\n> | - | - |\n> | c | d |", "[a]", "[a]: /b", "[a\\]: /b",
    "[^1]", "[^1]: c", "*d", "e*", "`f", "g`", "&#1;", "&#65534;", "\0", "\ufeff# h", "www.a.io", "- [ ] i",
]  # fmt: skip
ENDS = ("\n", "\n", "\r\n", "\r")


def seen(page: Page | Segment):
    tables = []
    for table in page.tables:
        rows = [(row.line, row.cells, row.spans) for row in table.rows]
        tables.append((table.line, table.last_line, table.is_nested, table.header, rows))
    pieces = list(map(without_places, page.pieces))
    return page.headings, page.link_items, page.code, pieces, tables


@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)), max_size=14), st.booleans()
)
def test_segments_give_the_whole(lines: list[tuple[str, str]], has_end: bool):
    text = "".join(line.replace("\n", end) + end for line, end in lines)
    text = text if has_end else text.rstrip("\r\n")
    assert seen(Page(text)) == seen(Segment(render(text)))


@pytest.mark.parametrize("above", LINES)
def test_what_is_open_above_a_heading(above: str):
    for below in LINES:
        text = f"k\n{above}\n# A\n{below}\n\n## B\n{above}\n# C\n{TABLE}\n"
        assert seen(Page(text)) == seen(Segment(render(text)))


def test_an_edit_renders_its_segment_alone():
    page = Page(f"# A\n\n{TABLE}\n\n# B\n\n{TABLE}\n\n# C\n")
    edited = Page(f"# A\n\n{TABLE}\n| x | y |\n\n# B\n\n{TABLE}\n\n# C\n")
    same = [
        one.content is other.content for one, other in zip(page.tables, edited.tables, strict=True)
    ]
    assert same == [False, True]
