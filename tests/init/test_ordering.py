"""The order of rows and of sections, seen in the list."""

import pytest

from bot.shape.list_file import ByColumn, Direction
from tests.init.reading import written

NAMES = {
    "natural": (["Tool 2", "Tool 9", "Tool 10", "Zebra"], "natural"),
    "alphabetical": (["Tool 10", "Tool 2", "Tool 30", "Tool 4"], "alphabetical"),
    "power rating": (["Go 11 kW", "Go 22 kW", "Go 2.0 11 kW", "Go 2.0 22 kW"], "power-rating"),
    "none": (["Pear", "Apple", "Quince", "Fig"], "bottom"),
    "too few to tell": (["Pear"], "natural"),
}


@pytest.mark.parametrize("name", NAMES)
def test_by_name(name):
    names, order = NAMES[name]
    rows = "".join(f"| {one} | of wood |\n" for one in names)
    assert written(f"| Tool | Notes |\n|---|---|\n{rows}").shape.file.order.rows == order


DATES = {
    "days": (["2026-01-09", "2026-03-01", "2026-03-02", "2026-11-30"], ("Date", "oldest-first")),
    "months": (["2026-11", "2026-03", "2025-12", "2025-01"], ("Date", "newest-first")),
    "words": (["Nov 30, 2026", "Nov 2, 2026", "May 1, 2026", "Jan 9, 2026"], "newest-first"),
    "words in a new year": (["Jan 3", "Dec 30", "Dec 2", "Oct 9"], "newest-first"),
    "ages": (["2d", "5d", "3w", "2mo"], "newest-first"),
    "slashes": (["2019/10", "2020/04", "2020/11", "2023/01"], "oldest-first"),
    "month, day, year": (["01/30/2025", "11/02/2025", "02/01/2026", "3/1/2026"], "oldest-first"),
    "not quite": (["Nov 9", "Nov 8", "Nov 6", "Nov 7", "Nov 3", "Nov 2"], "top"),
    "none": (["Nov 9", "Nov 12", "Nov 6", "Nov 7", "Nov 3"], "bottom"),
}


@pytest.mark.parametrize("name", DATES)
def test_by_date(name):
    dates, expected = DATES[name]
    names = ("Quince", "Apple", "Pear", "Fig", "Plum", "Cherry")
    rows = "".join(f"| {name} | {day} |\n" for name, day in zip(names, dates, strict=False))
    rows_order = written(f"| Tool | Date |\n|---|---|\n{rows}").shape.file.order.rows
    order = rows_order if isinstance(rows_order, str) else (rows_order.by, rows_order.how)
    assert order == expected


SECTIONS = {
    "alphabetical": (["ABB", "go-e", "Zaptec"], "alphabetical"),
    "numbers": (["1 Wood", "2 Steel", "10 Stone"], "natural"),
    "none": (["Wood", "Steel", "Bone"], "bottom"),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_of_sections(name):
    sections, order = SECTIONS[name]
    table = "| Tool | Use |\n|---|---|\n| Saw {0} | cuts |\n"
    text = "".join(f"## {one}\n\n{table.format(one)}\n" for one in sections)
    assert written(f"# Tools\n\n{text}").shape.file.order.sections == order


def test_by_another_column():
    cities = ["Bern", "Ghent", "Leeds", "Oslo", "Porto", "Rome", "Turin", "Wien", "Zug"]
    rows = "".join(f"| {'QAZFBXCMD'[n]} Pond | {city} |\n" for n, city in enumerate(cities))
    order = written(f"| Pond | Place |\n|---|---|\n{rows}").shape.file.order.rows
    assert isinstance(order, ByColumn)
    assert (order.by, order.how) == ("Place", Direction.NATURAL)
