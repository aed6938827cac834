"""A row: what it shows, how it is written, and how its cells change."""

import pytest

from bot.document.cells import CellContent, text_content
from bot.document.rows import Row, WrittenCell
from tests.games import TABLE, games


def row_of(line: str, table: str = TABLE) -> Row:
    (row,) = games(f"## Games\n\n### Nes\n\n{table}{line}\n").sections[0].rows
    return row


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", False),
        ("a < b", False),
        ("a@<!-- -->b", False),
        (r"\<b>", False),
        (r"<\*b>", False),
        ("<span>$</span>5", False),
        ("<3", False),
        ("<b>", True),
        ("a</b>", True),
        ("<!-- a -->", True),
        ("<?php", True),
        (r"\\<b>", True),
        ("<span>a</span>", True),
    ],
)
def test_html_besides_what_keeps_a_text_as_it_is(markdown: str, expected: bool):
    assert WrittenCell(markdown, 1).holds_html is expected


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("| Elite | 1988 |", [("Elite", 3), ("1988", 11)]),
        ("|Elite|1988|", [("Elite", 2), ("1988", 8)]),
        ("Elite | 1988", [("Elite", 1), ("1988", 9)]),
        ("  |  é\t| 1988 |", [("é", 6), ("1988", 10)]),
        ("| Elite |", [("Elite", 3)]),
        ("| Elite |  |", [("Elite", 3), ("", 12)]),
        (r"| E\|l | 1 |", [(r"E\|l", 3), ("1", 10)]),
        ("| Eli\0te | 1 |", [("Eli\N{REPLACEMENT CHARACTER}te", 3), ("1", 12)]),
        ("| a | b | c |", [("a", 3), ("b", 7)]),
    ],
)
def test_cells_as_written_with_their_columns(line: str, written: list[tuple[str, int]]):
    assert [tuple(cell) for cell in row_of(line).written] == written


def test_a_cell_may_be_missing():
    row = row_of(r"| E\|l |")
    assert [row.is_written(column) for column in (0, 1)] == [True, False]
    assert [row.markdown(column) for column in (0, 1)] == [r"E\|l", ""]


def test_cells_as_shown():
    row = row_of("| *Elite* | [1988](#a) |")
    assert row.name == "Elite"
    assert row.line == 7
    assert row.shown == (("Elite", ()), ("1988", (("1988", "#a"),)))
    assert row_of("| Elite |").shown == (("Elite", ()), ("", ()))


@pytest.mark.parametrize(
    ("line", "extra"),
    [
        ("| a | b |", ""),
        ("| a |", ""),
        ("a | b", ""),
        ("| a | b | ", ""),
        ("| a | b | | |", ""),
        ("| a | b | c |", "c"),
        ("  a | b | c | d", "c | d"),
        ("| é | b | \0 c |", "\0 c"),
        ("| a | b | Xc X | ", "Xc X"),
    ],
)
def test_what_is_written_after_the_last_column(line: str, extra: str):
    assert row_of(line).extra_text == extra


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| a | b |", True),
        ("|a||", True),
        ("a | b", False),
        ("| a | b", False),
        (" | a | b |", False),
        ("| a | b | c |", False),
        ("| a |", False),
        (r"| a \| b |", False),
        (r"| a | b\* |", False),
    ],
)
def test_a_row_which_plainly_has_its_cells(line: str, expected: bool):
    assert row_of(line).is_regular is expected


OTHER = text_content("Other")


@pytest.mark.parametrize("line", ["| a | b |", "a|b", "| a |", "  |\ta | b | c | \t", "| \0 | b |"])
def test_a_row_without_changes(line: str):
    assert row_of(line).line_with((None, None)) == line


@pytest.mark.parametrize(
    ("line", "contents", "after"),
    [
        ("| a | b |", (OTHER, None), "| Other | b |"),
        ("| a | b |", (OTHER, OTHER), "| Other | Other |"),
        ("|a|b|", (None, OTHER), "|a|Other|"),
        ("|a|b |", (None, OTHER), "|a|Other|"),
        ("|a|b  |", (None, OTHER), "|a|Other|"),
        ("|a|b        |", (None, OTHER), "|a|Other    |"),
        ("| a       | b |", (OTHER, None), "| Other   | b |"),
        ("| a |    |", (None, OTHER), "| a | Other |"),
        ("a | b", (OTHER, None), "Other | b"),
        ("a | b", (text_content("Xa"), None), "Xa | b"),
        ("a | b", (None, OTHER), "a | Other "),
        ("  | \0 | é | c", (None, OTHER), "  | \0 | Other | c"),
        ("| é | b |", (None, OTHER), "| é | Other |"),
        ("| a |", (None, OTHER), "| a | Other |"),
        ("| a", (OTHER, OTHER), "| Other| Other |"),
        ("| a |", (OTHER, None), "| Other |"),
    ],
)
def test_a_row_with_other_cells(line: str, contents: tuple[CellContent | None, ...], after: str):
    assert row_of(line).line_with(contents) == after


def test_of_several_missing_cells_all_are_written():
    assert row_of("| a |").line_with((None, None, OTHER)) == "| a |  | Other |"


def test_the_links_of_a_cell_are_in_markdown_or_in_html():
    row = row_of(
        '| [Elite](https://x.example) <a href="https://y.example">b</a> | `<a href="c">` |'
    )
    assert row.links(0) == (("Elite", "https://x.example"), ("b", "https://y.example"))
    assert row.links(1) == ()
