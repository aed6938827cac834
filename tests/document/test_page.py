"""Markdown in, what GitHub shows of it out: headings, contents, tables, code, each with its line."""

import gc
import weakref

import pytest

from bot.document.cells import Cell, Link
from bot.document.html import without_places
from bot.document.page import Page
from bot.document.segment import Heading, LinkItem
from bot.document.tables import ShownRow, ShownTable

TABLE = "\n| a | b |\n| - | - |\n"


def indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def only_table(text: str) -> ShownTable:
    (table,) = Page(text).tables
    return table


def only_row(line: str) -> ShownRow:
    (row,) = only_table(TABLE + line).rows
    return row


def test_a_page_out_of_memory_takes_its_segments_along():
    page = Page(f"# A\n{TABLE}")
    content = weakref.ref(page.tables[0].content)
    del page
    gc.collect()
    assert content() is None


def test_headings_have_their_line_level_and_text():
    rendering = Page("# A *b* &amp; c\n\nd\n> ### e\n\nf\n===\n\n    # g\n")
    assert rendering.headings == [
        Heading(1, 1, "A b & c", False),
        Heading(4, 3, "e", True),
        Heading(6, 1, "f", False),
    ]
    assert rendering.code == [(9, 9)]


def test_blocks_of_code_have_their_first_and_last_line():
    assert Page("```text\na\n```\n\nb\n\n    c\n\n    d\n" + TABLE + "\n~~~\n").code == [
        (1, 3),
        (7, 10),
        (14, 14),
    ]


@pytest.mark.parametrize(
    ("item", "entries"),
    [
        (
            "- [One & *two*](#one--two) more",
            [LinkItem(1, "#one--two", "One & two", 1, 1, 1, is_plain=False)],
        ),
        (
            "- [é](#%C3%A9)\n  1. [b](#a&amp;b)\n- [c](#c)",
            [
                LinkItem(1, "#%C3%A9", "é", 2, 1, 1, is_plain=True),
                LinkItem(2, "#a&b", "b", 2, 1, 2, is_plain=True),
                LinkItem(3, "#c", "c", 3, 1, 1, is_plain=True),
            ],
        ),
        (
            "- [a](#a)\n\n- see\n  - [b](#b)\n    more",
            [
                LinkItem(1, "#a", "a", 2, 1, 1, is_plain=True),
                LinkItem(4, "#b", "b", 5, 1, 2, is_plain=False),
            ],
        ),
        (
            '- **[a](#a)**\n- [b](#b "c")\n  1. d\n- ***[e](#e)***\n  - f\n- **[g](#g) h**',
            [
                LinkItem(1, "#a", "a", 1, 1, 1, is_plain=True),
                LinkItem(2, "#b", "b", 3, 1, 1, is_plain=True),
                LinkItem(4, "#e", "e", 5, 1, 1, is_plain=True),
                LinkItem(6, "#g", "g", 6, 1, 1, is_plain=False),
            ],
        ),
        (
            f"- [a](#a)\n\n  b\n{indented(TABLE)}\n- [c](#c)\n\n- d",
            [
                LinkItem(1, "#a", "a", 7, 1, 1, is_plain=False),
                LinkItem(8, "#c", "c", 9, 1, 1, is_plain=True),
            ],
        ),
        (
            "- - [a](#a)\n    - [b](#b)\n  - [c](#c)",
            [
                LinkItem(1, "#a", "a", 2, 1, 2, is_plain=True),
                LinkItem(2, "#b", "b", 2, 1, 3, is_plain=True),
                LinkItem(3, "#c", "c", 3, 1, 2, is_plain=True),
            ],
        ),
        (
            "- [a](#a)\n\nand\n\n1. [b](#b)\n",
            [
                LinkItem(1, "#a", "a", 2, 1, 1, is_plain=True),
                LinkItem(5, "#b", "b", 5, 2, 2, is_plain=True),
            ],
        ),
        ("- see [a](#a)\n- [b](https://x.example/#b)\n\n[c](#c)", []),
    ],
)
def test_contents_are_items_that_begin_with_a_link_into_the_page(
    item: str, entries: list[LinkItem]
):
    found = [entry for entry in Page(item).link_items if entry.anchor is not None]
    assert found == entries


def test_items_that_begin_with_a_link_to_a_heading_elsewhere_are_known_by_their_texts():
    text = "- [a](#a)\n- [b & *c*](README.md#b)\n- [d](https://d.example)\n- see [e](e.md#e)\n- [f](#f#g)\n"
    items = Page(text).link_items
    elsewhere = {item.text for item in items if item.anchor is None and "#" in item.href}
    assert elsewhere == {"b & c"}


def test_a_table_has_its_line_its_header_and_its_rows():
    table = only_table("x\n" + "\n| *a* &amp; | b |\n| - | - |\n| c | d |\n\\> | e\n")
    assert (table.line, table.header) == (3, ("a &", "b"))
    assert [(row.line, [cell.text for cell in row.cells]) for row in table.rows] == [
        (5, ["c", "d"]),
        (6, [">", "e"]),
    ]


@pytest.mark.parametrize(
    ("line", "cells", "places"),
    [
        ("| c | d |", (Cell("c"), Cell("d")), [(2, 4), (6, 8)]),
        ("é|d", (Cell("é"), Cell("d")), [(1, 2), (4, 4)]),
        ("| c |", (Cell("c"), Cell("")), [(2, 4)]),
        ("\v| é |", (Cell("\v"), Cell("é")), [(1, 1), (3, 6)]),
        ("| c&#65534; | &#xFFFF; |", (Cell("c\ufffd"), Cell("\ufffd")), [(2, 12), (14, 23)]),
        ("| &lt;c | \\| |", (Cell("<c"), Cell("|")), [(2, 8), (10, 13)]),
        (
            "| [t*i*&gt;](https://x.example/?a&b) [u](#u) | v |",
            (Cell("ti> u", (Link("ti>", "https://x.example/?a&b"), Link("u", "#u"))), Cell("v")),
            [(2, 45), (47, 49)],
        ),
    ],
)
def test_a_row_has_its_cells_and_their_bytes(line: str, cells: tuple[Cell, ...], places: list):
    row = only_row(line)
    assert [cell.shown for cell in row.cells] == [cell.shown for cell in cells]
    assert list(row.spans) == places


@pytest.mark.parametrize("header", range(4))
@pytest.mark.parametrize("row", range(4))
def test_places_count_from_the_row_however_far_it_and_the_header_are_set_in(header: int, row: int):
    spaces = " " * header
    (found,) = only_table(f"\n{spaces}| é | b |\n{spaces}| - | - |\n{' ' * row}| cé | d |\n").rows
    assert list(found.spans) == [(2, 6), (8, 10)]


def test_a_page_is_cut_at_its_headings_and_tables():
    rendering = Page(f"# A\n\nb\n\n### C\n{TABLE}\nd\n{TABLE}| e | f |\n")
    pieces = list(map(without_places, rendering.pieces))
    assert pieces[:5] == ["", "<h1>A</h1>", "\n<p>b</p>\n", "<h3>C</h3>", "\n"]
    assert [piece.count("<td") for piece in pieces[5:]] == [0, 0, 2, 0]
    assert (pieces[6], "".join(pieces[8:])) == ("\n<p>d</p>\n", "\n")
    assert rendering.piece_of_heading == {1: 1, 5: 3}
    assert rendering.piece_of_table == {7: 5, 12: 7}


def test_lines_and_lists_count_on_below_each_heading():
    page = Page(
        "# A\n\n- [x](#x)\n  - [y](#y)\n\n# B\n\n1. [z](#z)\n\n# C\n\n- a\n- [w](#w)\n  - [v](#v)\n"
    )
    assert [(item.line, item.last, item.outermost, item.innermost) for item in page.link_items] == [
        (3, 5, 1, 1),
        (4, 5, 1, 2),
        (8, 9, 3, 3),
        (13, 14, 4, 4),
        (14, 14, 4, 5),
    ]
    assert [heading.line for heading in page.headings] == [1, 6, 10]


@pytest.mark.parametrize(
    "item",
    [
        "- <b>[a](#b)",
        "- <b>x</b>\n  [a](#a)",
        "- ![i](j) [a](#a)",
        "- `c` [a](#a)",
        "- *x* [a](#a)",
        "1. > [a](#a)",
        "- [ ] [a](#a)",
    ],
)
def test_an_item_which_begins_with_something_else(item: str):
    assert Page(item).link_items == []


@pytest.mark.parametrize(
    ("item", "is_plain"),
    [
        ("- [a](#a)", True),
        ("- [a <b>c</b>](#a)", True),
        ("- **[a](#a)**", True),
        ("- [a](#a) `c`", False),
        ("- [a](#a) <b>", False),
        ("- [a](#a) **b**", False),
        ("- [a](#a)\n\n  [b](#b)", False),
        ("- [a](#a)\n\n  > b", False),
        ("- [a](#a)\n  # b", False),
    ],
)
def test_an_item_with_nothing_beside_its_link(item: str, is_plain: bool):
    (found,) = Page(item).link_items
    assert found.is_plain is is_plain


def test_html_in_a_heading_is_no_part_of_its_text():
    assert Page("# a <b>c").headings == [Heading(1, 1, "a c", False)]


def test_tables_below_a_quote_or_list_are_not_nested():
    text = f"> a\n{TABLE}\n- b\n{indented(TABLE)}\n\nc\n{TABLE}"
    assert [table.is_nested for table in Page(text).tables] == [False, True, False]
    assert [heading.is_nested for heading in Page("> # a\n\n- # b\n\n# c").headings] == [
        True,
        True,
        False,
    ]
