"""Tables as GitHub shows them."""

import pytest

from bot.document.cells import Cell, Link
from bot.document.cmark import render
from bot.document.html import without_places
from bot.document.page import Page
from bot.document.tables import ShownTable, read_row

HEAD = "| *A* &amp; | B |\n| - | - |\n"


def only_table(text: str) -> ShownTable:
    (table,) = Page(text).tables
    return table


def test_a_table_without_rows():
    table = only_table(f"x\n\n{HEAD}")
    assert (table.line, table.last_line, table.rows, table.texts(0)) == (3, 4, (), ())
    assert table.header == ("A &", "B")


@pytest.mark.parametrize("row", ["", "> | c | d |\n"])
def test_a_table_in_a_quote_is_nested(row: str):
    quoted = "".join(f"> {line}\n" for line in HEAD.splitlines())
    assert only_table(quoted + row).is_nested is True
    assert only_table(HEAD + row.removeprefix("> ")).is_nested is False


def test_a_table_below_a_paragraph():
    table = only_table(f"x\n{HEAD}| c | d |\ne\n")
    assert (table.line, table.last_line) == (2, 5)
    assert [row.line for row in table.rows] == [4, 5]
    assert only_table(f"x\ny\n{HEAD}").line == 3


def test_the_texts_of_a_column_are_those_of_the_rows():
    table = only_table(f"{HEAD}| c | `d` |\n| &lt;e | [f](#f) |\n| | g |\nh\n")
    for column in (0, 1):
        assert table.texts(column) == tuple(row.cells[column].text for row in table.rows)
    assert table.texts(1) == ("d", "f", "g", "")


def test_the_rows_of_a_long_table_in_any_order():
    table = only_table(HEAD + "".join(f"| *{n}* | {n} |\n" for n in range(40)))
    shown = [(row.line, row.cells[0].html, row.cells[1].text) for row in reversed(table.rows)]
    assert shown == [(n + 3, f"<em>{n}</em>", str(n)) for n in reversed(range(40))]


def test_the_places_of_cells():
    (row,) = only_table(f"{HEAD}  | é | d |\n").rows
    assert row.spans == ((2, 5), (7, 9))
    (short,) = only_table(f"{HEAD}| c |\n").rows
    assert short.spans == ((2, 4),)
    assert len(short.cells) == 2


@pytest.mark.parametrize(
    ("markdown", "cell"),
    [
        ("", Cell("")),
        ("plain é", Cell("plain é")),
        ("&lt;", Cell("<")),
        ("a&#1;b", Cell("a\x01b")),
        ("*a*", Cell("a", (), "<em>a</em>", frozenset({"em"}))),
        ("`a`~~b~~", Cell("ab", (), "<code>a</code><del>b</del>", frozenset({"code", "del"}))),
        ("<b>a", Cell("a", (), "<!-- raw HTML omitted -->a", frozenset({"omitted"}))),
        (
            "[a *b*](#c) d",
            Cell(
                "a b d", (Link("a b", "#c"),), '<a href="#c">a <em>b</em></a> d', frozenset({"em"})
            ),
        ),
        (
            "[a](#b 'c')",
            Cell("a", (Link("a", "#b"),), '<a href="#b" title="c">a</a>', frozenset({"title"})),
        ),
        (
            "![a](b)",
            Cell("", (), '<img src="b" alt="a" />', frozenset({"img"})),
        ),
        (
            "[a&#2;](?b&#2;&amp;c)",
            Cell(
                "a\x02", (Link("a\x02", "?b%02&c"),), '<a href="?b%02&amp;c">a\x02</a>', frozenset()
            ),
        ),
    ],
)
def test_cells(markdown: str, cell: Cell):
    (row,) = only_table(f"{HEAD}| {markdown} | x |\n").rows
    assert row.cells == (cell, Cell("x"))


def test_a_link_in_the_title_of_another_is_markup_of_that():
    (row,) = only_table(f"{HEAD}| [a <https://b.example> c](#d) | x |\n").rows
    (link,) = row.cells[0].links
    assert link == Link("a https://b.example c", "#d")
    assert row.cells[0].markup == {"nested link"}


def test_a_row_from_its_html_alone():
    html = without_places(render(f"{HEAD}| c | [d](#d) |\n"))
    row = html.partition("<tbody>")[2].partition("</tbody>")[0]
    assert read_row(row.strip()) == (Cell("c"), Cell("d", (Link("d", "#d"),), '<a href="#d">d</a>'))
    assert read_row("<tr>\n</tr>") == ()


def test_a_table_in_a_quote():
    assert only_table("> " + HEAD.replace("\n|", "\n> |")).is_nested
    assert not only_table(HEAD).is_nested
