"""The order of rows and of sections, seen in the list."""

import pytest

from bot.init.columns import ColumnGuess
from bot.init.ordering import OrderGuess, guess_row_order, guess_section_order
from bot.shape.list_file import Direction, ListEnd

TOOL = ColumnGuess("Tool", "name", "")
DATE, PLACE = ColumnGuess("Date", "text", "", is_date=True), ColumnGuess("Place", "text", "")


def order_of(second: ColumnGuess, names: list[str], texts: list[str]) -> OrderGuess:
    """The order of a table of two columns."""
    return guess_row_order([TOOL, second], [[names], [texts]])


NAMES = {
    "natural": (
        ["Tool 2", "Tool 9", "Tool 10", "Zebra"],
        OrderGuess(Direction.NATURAL, "by name, as 100% of the rows are"),
    ),
    "alphabetical": (
        ["Tool 10", "Tool 2", "Tool 30", "Tool 4"],
        OrderGuess(Direction.ALPHABETICAL, "by name, digits as letters, as 100% of the rows are"),
    ),
    "power rating": (
        ["Go 11 kW", "Go 22 kW", "Go 2.0 11 kW", "Go 2.0 22 kW"],
        OrderGuess(Direction.POWER_RATING, "by name, then power rating, as 100% of the rows are"),
    ),
    "none": (
        ["Pear", "Apple", "Quince", "Fig"],
        OrderGuess(ListEnd.BOTTOM, "in no order, so new rows go to the bottom"),
    ),
    "too few to tell": (
        ["Pear"],
        OrderGuess(Direction.NATURAL, "by name, since there are too few rows to tell"),
    ),
}


@pytest.mark.parametrize("name", NAMES)
def test_by_name(name):
    names, order = NAMES[name]
    assert guess_row_order([TOOL], [[names]]) == order


DATES = {
    "days": (["2026-01-09", "2026-03-01", "2026-03-02", "2026-11-30"], ("Date", "oldest-first")),
    "months": (["2026-11", "2026-03", "2025-12", "2025-01"], ("Date", "newest-first")),
    "words": (["Nov 30, 2026", "Nov 2, 2026", "May 1, 2026", "Jan 9, 2026"], ("", "newest-first")),
    "words in a new year": (["Jan 3", "Dec 30", "Dec 2", "Oct 9"], ("", "newest-first")),
    "ages": (["2d", "5d", "3w", "2mo"], ("", "newest-first")),
    "slashes": (["2019/10", "2020/04", "2020/11", "2023/01"], ("", "oldest-first")),
    "month, day, year": (
        ["01/30/2025", "11/02/2025", "02/01/2026", "3/1/2026"],
        ("", "oldest-first"),
    ),
    "not quite": (["Nov 9", "Nov 8", "Nov 6", "Nov 7", "Nov 3", "Nov 2"], ("", "top")),
    "none": (["Nov 9", "Nov 12", "Nov 6", "Nov 7", "Nov 3"], ("", "bottom")),
}


@pytest.mark.parametrize("name", DATES)
def test_by_date(name):
    dates, expected = DATES[name]
    names = ["Quince", "Apple", "Pear", "Fig", "Plum", "Cherry"][: len(dates)]
    found = order_of(DATE, names, dates)
    assert (found.by, found.how) == expected


def test_new_rows_go_to_the_top_where_most_of_them_did():
    found = order_of(
        DATE, ["Quince", "Apple", "Pear", "Fig", "Plum", "Cherry"], DATES["not quite"][0]
    )
    assert found.reason == "mostly newest first, so new rows go to the top"


SECTIONS = {
    "alphabetical": (["ABB", "go-e", "Zaptec"], "alphabetical"),
    "numbers": (["1 Wood", "2 Steel", "10 Stone"], "natural"),
    "none": (["Wood", "Steel", "Bone"], "bottom"),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_of_sections(name):
    sections, order = SECTIONS[name]
    assert guess_section_order(sections).how == order


def test_by_another_column():
    names = [f"{letter} Pond" for letter in "QAZFBXCMD"]
    cities = ["Bern", "Ghent", "Leeds", "Oslo", "Porto", "Rome", "Turin", "Wien", "Zug"]
    reason = "by Place, as 100% of the rows are"
    assert order_of(PLACE, names, cities) == OrderGuess(Direction.NATURAL, reason, "Place")
    few = order_of(PLACE, names[:4], cities[:4])
    assert few.how is ListEnd.BOTTOM


def test_each_table_is_in_order_on_its_own():
    tables = ["Axe", "Hoe", "Saw"], ["Adze", "Maul", "Rasp"]
    assert guess_row_order([TOOL], [tables]).how is Direction.NATURAL


def test_rows_of_one_name_say_nothing_of_an_order():
    found = guess_row_order([TOOL], [[["Saw"] * 9]])
    assert found.reason == "by name, since there are too few rows to tell"
