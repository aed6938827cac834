"""The column with the names of the entries."""

import pytest

from bot.document.lines import split_lines
from bot.document.page import read_page
from bot.document.section import Table
from bot.errors import ReadmeError
from bot.init.name_column import Names, choose_names
from tests.init.reading import column_of

PONDS = "| Name | City |\n|---|---|\n| Pond | Ghent |\n"


def choose(*sections: str) -> Names:
    """The names of tables, each of a section of its own."""
    header: tuple[str, ...] = ()
    rows = []
    cells: list[list[str]] = []
    for number, text in enumerate(sections):
        (table,) = read_page(text).tables
        found = Table(table, tuple(split_lines(text)), 0).rows
        header = table.header
        cells += [[one.markdown for one in row.written] for row in found]
        rows.append((f"Section {number}", found))
    columns = [column_of([row[index] for row in cells], name) for index, name in enumerate(header)]
    return choose_names(columns, rows)


def test_names_that_differ_are_a_column():
    assert choose(f"{PONDS}| Lake | Ghent |\n") == (0, None)


def test_a_mark_for_the_name_above_is_no_name():
    with pytest.raises(ReadmeError, match="the one above") as caught:
        choose(f"{PONDS}| ↳ | Porto |\n")
    assert caught.value.line == 4


def test_rows_of_a_section_may_share_a_name():
    assert choose(f"{PONDS}| Lake | Porto |\n| pond | Leeds |\n") == (0, (3, 5))
    assert choose(PONDS, PONDS) == (0, None)


@pytest.mark.parametrize("begin", ["Brook", "↳"])
def test_where_names_repeat_another_column_of_names_serves(begin):
    rows = "".join(f"| {begin} | AB-{n} | Ghent |\n" for n in range(6))
    table = f"| Name | Order code | City |\n|---|---|---|\n| Brook | AB-9 | Ghent |\n{rows}"
    assert choose(table) == (1, None)


def test_where_one_name_repeats_codes_which_do_not_serve():
    names = ["Brook", "Brook", "Lake", "Mere", "Pond", "Tarn"]
    rows = "".join(f"| {name} | AB-{n} |\n" for n, name in enumerate(names))
    assert choose(f"| Name | Order code |\n|---|---|\n{rows}") == (1, None)
    assert choose(f"| Name | Kind |\n|---|---|\n{rows}") == (0, (3, 4))


NAMES: dict[str, tuple[str, str, int]] = {
    "first": ("| Tool | Use |", "| Saw | cutting |\n| Plane | smoothing |", 0),
    "after a number": ("| # | Title |", "| 1 | Saw |\n| 2 | Plane |", 1),
    "after a date": ("| Day | Meeting |", "| 2026-01-02 | Saws |\n| 2026-01-03 | Planes |", 1),
    "after a type": ("| Type | Item |", "| Saw | Ryoba |\n| Saw | Dozuki |\n| Plane | Kanna |", 1),
    "after a logo": ("| Logo | Maker |", "| ![Ito](a.png) | Ito |\n| ![Abe](b.png) | Abe |", 1),
    "before a description": (
        "| Repository | Description |",
        "| [Saws](https://a.example) | A list of all the saws one can buy in this town |\n"
        "| [Planes](https://b.example) | A list of all the planes one can buy in this town |", 0),
    "after a place": ("| City | Event |", "| Ghent | Saws and more |\n| Porto | Planes |", 1),
    "called so": ("| Maker | Name |", "| Ito | Ryoba |\n| Abe | Kanna |", 1),
    "links at the end": ("| Topic | Paper |", "| saws | [On Saws](https://a.example) |\n"
                         "| saws | [More Saws](https://b.example) |", 1),
    "after a country some share": (
        "| Country | Staff | Founded | Operator |",
        "| Italy | 8 | 1990 | Acme |\n| Spain | 9 | 1991 | Bolt |\n| Spain | 9 | 1992 | Cord |\n"
        "| Norway | 7 | 1993 | Dash |", 3),
    "after a flag": ("| Country | Operator |", "| :it: | Acme |\n| :es: | Bolt |", 1),
    "after a country code": ("| Country | Operator |", "| IT | Acme |\n| ES | Bolt |", 1),
    "of which each column repeats some": (
        "| Pond | Depth |",
        "| Mill | deep |\n| Mill | low |\n| Long | deep |\n| Long | deep |\n| Old | shallow |", 0),
    "of countries": ("| Country | Capital |", "| Italy | Rome |\n| Spain | Madrid |", 0),
    "links in HTML which repeat, before places": (
        "| Company | Position | Location |",
        '| <a href="https://a.example"><b>Ito</b></a> | Saws | Ghent |\n'
        '| <a href="https://a.example"><b>Ito</b></a> | Saws | Porto |\n'
        '| <a href="https://b.example"><b>Abe</b></a> | Saws | Leeds |', 0),
    "twice, before details": (
        "| Gadget | Shop | Details |",
        "| Saw | Ito | good |\n| Axe | Ito | dear |\n| Plane | Abe | old |\n| Knife | Abe | cheap |\n"
        "| File | Ito | new |\n| Rasp | Abe | big |\n| Vice | Ito | odd |\n| Saw | Abe | red |", 0),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_column_with_the_names(name):
    header, rows, expected = NAMES[name]
    delimiter = "|---" * (header.count("|") - 1) + "|"
    assert choose(f"{header}\n{delimiter}\n{rows}\n")[0] == expected


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [("", False), ("a", False), ("[a](https://x.example)", True), ("[a](b) and more", False)],
)
def test_a_cell_is_one_link_or_more(cell, is_one):
    (value,) = column_of([cell]).values
    assert value.is_one_link is is_one
