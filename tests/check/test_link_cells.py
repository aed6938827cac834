"""A cell with links."""

import pytest

from bot.check.cells import CellReading
from bot.check.link_cells import links_value, read_links_cell
from bot.document.cells import Link
from bot.document.document import Document
from bot.document.parse import parse
from bot.shape.load import bind, read_list_file
from tests.charger_list import SHAPE

FILE = """
entry: tool
columns:
  Tool: {field: tool, kind: name}
  Site: {field: site, kind: links, separator: ", ", title: 🔗, empty: "-"}
  More: {field: more, kind: links, markup: true}
forms: {add: add.yml}
"""
TOOLS = bind(read_list_file(FILE, "list.yml"), {})
A, B = Link("a", "https://x.example/a"), Link("b", "https://y.example/b")


def chargers(cell: str) -> Document:
    header = "| Model | OCPP Version | Communication | Notes | Source |\n| - | - | - | - | - |\n"
    return parse(f"## EV Charger List\n\n### A\n\n{header}| A b | 1.6J | | | {cell} |\n", SHAPE)


def tools(cell: str, more: str = "") -> Document:
    return parse(f"| Tool | Site | More |\n| - | - | - |\n| a | {cell} | {more} |\n", TOOLS)


def read(document: Document, column: int = -1) -> tuple[object, CellReading]:
    shape = document.shape
    row = document.sections[0].rows[0]
    found = shape.columns[column]
    value = links_value(found, row)
    return value, read_links_cell(found, row, value)


def problems(document: Document, column: int = -1) -> list[tuple[str, dict]]:
    found = read(document, column)[1].problems
    assert {problem.field for problem in found} <= {document.shape.columns[column].name}
    return [(problem.rule.code, dict(problem.facts)) for problem in found]


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("[a](https://x.example/a)", (A,)),
        (r"[a](https://x.example/a) \| [b](https://y.example/b)", (A, B)),
    ],
)
def test_links_in_order(cell: str, links: tuple[Link, ...]):
    assert read(chargers(cell)) == (links, CellReading([], None))


def test_a_cell_which_asks_for_a_link():
    assert read(chargers("Source needed!"))[0] == ()
    assert problems(chargers("Source needed!")) == [
        ("no_link", {"received": "Source needed!", "name": "source"})
    ]


def test_a_cell_without_a_link_in_a_list_which_asks_for_none():
    assert read(tools("-"), 1) == ((), CellReading())
    assert read(tools("-"), 2) == ((), CellReading())


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [("the manual", ""), ("source needed", "Source needed!"), ("", "")],
)
def test_a_cell_with_something_else(cell: str, suggestion: str):
    value, reading = read(chargers(cell))
    assert value is None
    ((code, facts),) = problems(chargers(cell))
    assert code == "links_cell"
    assert facts["suggestion"] == suggestion
    assert facts["without"] == "write `Source needed!`"
    assert (reading.fix is not None) == (suggestion != "" or cell == "")


def test_a_link_with_text_beside_it():
    cell = "[a](https://x.example/a), the manual"
    ((code, facts),) = problems(chargers(cell))
    assert (code, facts["received"], facts["suggestion"]) == ("links_cell", "a, the manual", "")
    assert read(chargers(cell))[0] is None
    assert read(chargers(cell))[1].fix is None


def test_a_picture_which_means_nothing():
    assert problems(chargers("![](a)"))[0][0] == "links_cell"
    assert read(chargers("![](a)"))[1].fix is None


@pytest.mark.parametrize("title", ["&nbsp;", "&#8288;"])
def test_a_title_nobody_sees_is_none(title: str):
    value, reading = read(chargers(f"[{title}](https://x.example/a)"))
    assert value is None
    assert [problem.rule.code for problem in reading.problems] == ["untitled"]


def test_links_without_the_separator():
    cell = "[a](https://x.example/a) [b](https://y.example/b)"
    assert problems(chargers(cell))[0][0] == "links_cell"
    assert problems(tools(cell.replace(") ", "), ")), 1) == []


def test_a_title_the_bot_would_write_differently():
    cell = "[a](https://X.example/a?utm_source=b)"
    ((code, facts),) = problems(chargers(cell))
    assert (code, facts["suggestion"]) == ("not_normalized", "[a](https://x.example/a)")
    assert facts["received"] == "[a](https://X.example/a?utm_source=b)"
    fix = read(chargers(cell))[1].fix
    assert fix
    assert fix.links == (A,)


def test_a_bare_address_gets_a_title():
    ((code, facts),) = problems(chargers("https://x.example/a"))
    assert (code, facts["received"]) == ("not_normalized", "https://x.example/a")
    fix = read(chargers("https://x.example/a"))[1].fix
    assert fix
    assert fix.links == (Link("x.example", "https://x.example/a"),)


@pytest.mark.parametrize(
    "cell",
    [
        "https://x.example/a?utm_source=b",
        "<https://x.example/a>",
        "www.x.example",
        "https://x.example/a, https://y.example/b",
    ],
)
def test_a_bare_address_is_a_style_where_the_list_is_not_strict(cell: str):
    value, reading = read(tools(cell), 1)
    assert value
    assert reading == CellReading([], None)


def test_a_bare_address_stays_where_another_link_is_fixed():
    cell = "https://x.example/a, [b](https://y.example/b?utm_source=b)"
    fix = read(tools(cell), 1)[1].fix
    assert fix
    assert fix.links == (Link("https://x.example/a", "https://x.example/a"), B)


def test_a_link_without_a_title():
    cell = "[](https://x.example/a)"
    assert read(chargers(cell))[0] is None
    assert problems(chargers(cell)) == [
        ("untitled", {"received": cell, "suggestion": "[x.example](https://x.example/a)"})
    ]
    assert problems(chargers("[ ](https://x.example/a)"))[0][0] == "untitled"


def test_an_address_there_twice():
    cell = r"[a](https://x.example/a) \| [b](https://x.example/a)"
    assert problems(chargers(cell)) == [
        ("link_twice", {"received": "[b](https://x.example/a)"}),
    ]
    assert read(chargers(cell))[1].fix is None


def test_more_links_than_a_form_takes():
    cell = r" \| ".join(f"[a](https://x.example/{n})" for n in range(6))
    assert problems(chargers(cell)) == [("too_many_links", {"count": 6, "limit": 5})]
    assert problems(tools(cell.replace(r" \|", ",")), 1) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ftp://x.example/a", "address_unread"),
        ("https://localhost/a", "address_host"),
        ("https://x.example:99999/a", "address_unread"),
        ("https://x.example:8443/", "address_port"),
        ("https://ada@x.example/", "address_user"),
        ("mailto:ada@x.example", "address_unread"),
        ("#a", "address_unread"),
        ("a.pdf", "address_unread"),
    ],
)
def test_an_address_a_form_would_refuse(address: str, code: str):
    """A strict list holds its keeper to the same; another may link to whatever GitHub opens."""
    cell = f"[a]({address})"
    assert problems(chargers(cell)) == [(code, {"received": address})]
    assert read(chargers(cell))[1].fix is None
    assert problems(tools(cell), 1) == []


def test_an_address_which_leads_nowhere():
    for address in ("x.example/a", "www.x.example"):
        found = problems(tools(f"[a]({address})"), 1)
        assert found == [("address_unread", {"received": address})]


def test_of_several_links_each_is_named():
    cell = r"[a](https://localhost/) \| [b](https://Y.example/b)"
    assert [facts["received"] for _, facts in problems(chargers(cell))] == [
        "https://localhost/",
        "[b](https://Y.example/b)",
    ]
    assert read(chargers(cell))[1].fix is None


def test_the_own_title_of_a_column_stays():
    assert read(tools("[🔗](https://x.example/a)"), 1)[1] == CellReading([], None)
    fix = read(tools("[🔗](https://X.example/a)"), 1)[1].fix
    assert fix
    assert fix.links == (Link("🔗", "https://x.example/a"),)


@pytest.mark.parametrize("cell", ["**[a](https://x.example/a)**, new", "![a](b)", "<a>"])
def test_a_column_which_allows_markup(cell: str):
    value, reading = read(tools("-", cell))
    assert reading == CellReading()
    assert value == tools("-", cell).sections[0].rows[0].cells[2].links


def test_a_row_without_the_cell():
    header = "| Tool | Site | More |\n| - | - | - |\n"
    document = parse(f"{header}| a |\n", TOOLS)
    (problem,) = read(document, 1)[1].problems
    assert problem.rule.code == "links_cell"
    assert problem.facts["without"] == "write `-`"
