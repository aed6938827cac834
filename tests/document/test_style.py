"""A new row and a changed cell are written as the table around them is."""

import pytest

from bot.document.apply import apply_change
from bot.document.cells import CellContent, Link, text_content
from bot.document.changes import Addition, Alteration, NewRow, Removal
from bot.document.parse import parse
from bot.document.style import is_compact, table_style
from bot.document.values import name_content
from bot.shape.list_file import ListFile
from bot.shape.load import bind
from bot.shape.plain import take_settings

COLUMNS = {
    "Shop": {"field": "shop", "kind": "name"},
    "Sells": {"field": "sells", "kind": "text"},
    "Notes": {"field": "notes", "kind": "text"},
}
SHAPE = bind(
    take_settings(
        ListFile,
        {
            "entry": "shop",
            "columns": COLUMNS,
            "order": {"rows": "bottom"},
            "forms": {"add": "a.yml"},
        },
    ),
    {},
)
SPACED = "| Shop | Sells | Notes |\n| --- | --- | --- |\n"
COMPACT = "|Shop|Sells|Notes|\n|---|---|---|\n"
# A table, and the row that is new below it: of IKEA, which sells Sofas.
TABLES = {
    "spaced": (SPACED + "| Aldi | Food | a |\n", "| IKEA | Sofas |  |"),
    "without a row": (SPACED, "| IKEA | Sofas |  |"),
    "compact": (COMPACT + "|Aldi|Food|a|\n", "|IKEA|Sofas||"),
    "compact without a row": (COMPACT, "|IKEA|Sofas||"),
    "a spaced header": (SPACED + "|Aldi|Food|a|\n|Lidl|Food||\n", "|IKEA|Sofas||"),
    "one compact row": (
        SPACED + "| Aldi | Food | a |\n|Lidl|Food||\n| Spar | Food |  |\n",
        "| IKEA | Sofas |  |",
    ),
    "no outer pipes": (
        "Shop | Sells | Notes\n--- | --- | ---\nAldi | Food | a\n",
        "IKEA | Sofas |  |",
    ),
    "no outer pipes, compact": ("Shop|Sells|Notes\n-|-|-\nAldi|Food|a\n", "IKEA|Sofas||"),
    "no pipe at the end": (
        "| Shop | Sells | Notes\n|-|-|-\n| Aldi | Food | a\n",
        "| IKEA | Sofas |  |",
    ),
    "padded": (
        "| Shop   | Sells   | Notes |\n"
        "| ------ | ------- | ----- |\n"
        "| Aldi   | Food    | a     |\n",
        "| IKEA   | Sofas   |       |",
    ),
    "padded and compact": (
        "|Shop  |Sells  |Notes|\n|------|-------|-----|\n|Aldi  |Food   |a    |\n",
        "|IKEA  |Sofas  |     |",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_new_row(name: str):
    table, expected = TABLES[name]
    assert added(table, "IKEA", "Sofas") == expected


def added(table: str, shop: str, sells: str) -> str:
    """The last line of a table with one more row."""
    contents = (text_content(shop), text_content(sells), text_content(""))
    after = apply_change(parse(table, SHAPE), Addition("", (NewRow(shop, contents),))).after
    return after.lines[-1].rstrip("\n")


@pytest.mark.parametrize("name", ["- Aldi", "1. FC", "# 1", "> Lidl", "+1", "~~~"])
def test_a_pipe_keeps_a_name_from_being_a_mark(name: str):
    line = added("Shop|Sells|Notes\n-|-|-\nAldi|Food|a\n", name, "Food")
    assert line.startswith("|")


def test_a_link_needs_no_pipe_in_front():
    table = "Shop|Sells|Notes\n-|-|-\nAldi|Food|a\n"
    contents = (name_content("IKEA", "https://ikea.example"), text_content("x"), text_content("y"))
    after = apply_change(parse(table, SHAPE), Addition("", (NewRow("IKEA", contents),))).after
    assert after.lines[-1] == "[IKEA](https://ikea.example)|x|y\n"
    assert after.sections[0].row("IKEA").cells[0].links == (Link("IKEA", "https://ikea.example"),)


def test_no_pipe_follows_a_backslash():
    """Renderers disagree about a backslash in front of a pipe."""
    assert added(COMPACT + "|Aldi|Food|a|\n", "IKEA", "a\\") == "|IKEA|a\\\\ ||"


# A row, and the same with Sofas in its second cell.
ROWS = {
    "spaced": ("| IKEA | Food | a |", "| IKEA | Sofas | a |"),
    "compact": ("|IKEA|Food|a|", "|IKEA|Sofas|a|"),
    "compact and empty": ("|IKEA||a|", "|IKEA|Sofas|a|"),
    "padded": ("| IKEA | Food     | a |", "| IKEA | Sofas    | a |"),
    "compact and padded": ("|IKEA|Food   |a|", "|IKEA|Sofas  |a|"),
    "no outer pipes": ("IKEA | Food | a", "IKEA | Sofas | a"),
    "with one text between spaces": ("|IKEA| Food |a|", "|IKEA| Sofas |a|"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_changed_cell(name: str):
    before, after = ROWS[name]
    assert changed(before, (None, text_content("Sofas"), None)) == after


def changed(row: str, contents: tuple[CellContent | None, ...]) -> str:
    change = Alteration("", "IKEA", "IKEA", contents)
    after = apply_change(parse(SPACED + row + "\n", SHAPE), change).after
    return after.lines[-1].rstrip("\n")


def test_a_changed_name_without_a_pipe_in_front():
    assert changed("IKEA | Food | a", (text_content("Ikea"), None, None)) == "Ikea | Food | a"


def test_the_other_rows_stay():
    """Whatever their style, and whatever is taken out."""
    table = COMPACT + "| Aldi | Food | a |\n|Lidl|Food||\n"
    after = apply_change(parse(table, SHAPE), Removal("", "Lidl")).after
    assert after.text == COMPACT + "| Aldi | Food | a |\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("| a | b |\n|c|d|\n", "| IKEA | Sofas |  |"),
        ("|a|b|c|\n|d|e|f|\n| g | h | i |\n", "|IKEA|Sofas||"),
        ("a | b | c\n| d | e | f\n", "| IKEA | Sofas |  |"),
        ("a | b | c\nd | e | f\n| g | h | i |\n", "IKEA | Sofas |  |"),
        ("|\ta|\tb|c|\n", "| IKEA | Sofas |  |"),
        ("Xa | b | cX\n", "IKEA | Sofas |  |"),
    ],
)
def test_the_style_of_most_rows(rows: str, expected: str):
    assert added(SPACED + rows, "IKEA", "Sofas") == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("|Aldi|Food|a|", True),
        ("|Aldi |Food |", True),
        ("|X|Food|", True),
        ("| Aldi|Food|a|", False),
        ("|Aldi|Food| a|", False),
        ("||  ||", False),
        ("Aldi", False),
    ],
)
def test_a_compact_row_has_no_space_in_front_of_a_text(row: str, expected: bool):
    assert is_compact(row) is expected


@pytest.mark.parametrize(
    ("rows", "has_last_pipe"),
    [(["| a |", "| b"], True), (["| a |", "| b", "| c"], False), (["| a |"], True)],
)
def test_the_last_pipe_is_that_of_half_of_the_rows(rows: list[str], has_last_pipe: bool):
    assert table_style("| A |", "| - |", rows).has_last_pipe is has_last_pipe
