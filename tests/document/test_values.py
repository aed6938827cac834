"""Values of a row, and the cells for them."""

import pytest

from bot.document.cells import Cell, CellContent, Link
from bot.document.values import (
    choices_content,
    empty_content,
    is_empty,
    links_content,
    markdown_content,
    name_content,
    separator_text,
    shown_cell,
    value_content,
)
from bot.shape.load import bind, read_list_file
from bot.shape.shape import ColumnShape

FILE = """
entry: tool
columns:
  Tool: {field: tool, kind: name}
  About: {field: about, kind: text}
  Price: {field: price, kind: choices, shown: {Free: "**Free** :+1:"}, separator: ", ", empty: "*?*"}
  Links: {field: links, kind: links, separator: "<br>"}
  Source: {field: source, kind: links, empty: "[Add one](#add)"}
  New: {field: new, kind: yes/no, shown: {"Yes": ✅}}
forms: {add: add.yml}
"""
COLUMNS = bind(
    read_list_file(FILE, "list.yml"), {"price": ["Free", "Paid"], "new": ["Yes", "No"]}
).columns
LINKS = (Link("a", "https://x.example"), Link("b", "https://y.example"))


def column(name: str) -> ColumnShape:
    return next(one for one in COLUMNS if one.name == name)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("a", "a"),
        ("*a* &lt;", "a <"),
        (r"a \| b", "a | b"),
        (" a ", "a"),
        ("a<br>b", "a b"),
        ("**a<BR />b**", "a b"),
        ("a <br>b", "a b"),
        ("a</br>b", "a b"),
        ("a<br> b", "a b"),
        ("H<sub>2</sub>O", "H2O"),
        (r"`a<br>b` \<br>", "a<br>b <br>"),
    ],
)
def test_what_a_cell_shows(markdown: str, text: str):
    assert shown_cell(markdown).text == text


def test_a_cell_with_markdown_of_the_keeper():
    link = Link("Add *one*", "#add")
    assert markdown_content("[Add *one*](#add)") == CellContent(
        "[Add *one*](#add)", "Add one", (link._replace(title="Add one"),)
    )


def test_options_come_in_the_order_of_the_form():
    price = column("Price")
    assert choices_content(price, ["Paid", "Free", "Other"]) == CellContent(
        "**Free** :+1:, Paid", "Free :+1:, Paid"
    )
    assert choices_content(price, ["Other"]) == CellContent("*?*", "?")


def test_a_cell_without_a_value():
    assert empty_content(column("About")) == CellContent("", "")
    assert empty_content(column("Source")).links == (Link("Add one", "#add"),)


def test_links_are_separated_as_the_column_has_it():
    assert links_content(column("Source"), LINKS) == CellContent(
        r"[a](https://x.example) \| [b](https://y.example)", "a | b", LINKS
    )
    assert links_content(column("Links"), LINKS).text == "a b"
    assert [separator_text(text) for text in ("<br>", ", ", r" \| ", " ")] == [
        " ",
        ", ",
        " | ",
        " ",
    ]


@pytest.mark.parametrize(
    ("name", "value", "markdown"),
    [
        ("Tool", "a*", r"a\*"),
        ("About", "a|b", r"a\|b"),
        ("About", "", ""),
        ("Price", ("Paid",), "Paid"),
        ("Price", (), "*?*"),
        ("New", ("Yes",), "✅"),
        ("Links", LINKS[:1], "[a](https://x.example)"),
        ("Links", (), ""),
        ("Source", (), "[Add one](#add)"),
    ],
)
def test_the_cell_of_a_value(name: str, value: object, markdown: str):
    assert value_content(column(name), value, None).markdown == markdown


def test_only_a_name_takes_its_address():
    assert value_content(column("Tool"), "a", "https://x.example").links == LINKS[:1]
    assert value_content(column("About"), "a", "https://x.example").links == ()
    assert name_content("a", "https://x.example") == CellContent(
        "[a](https://x.example)", "a", LINKS[:1]
    )
    assert name_content("a*", "") == name_content("a*", None) == CellContent(r"a\*", "a*")


@pytest.mark.parametrize(
    ("name", "markdown", "expected"),
    [
        ("About", "", True),
        ("About", "&nbsp;", True),
        ("About", "-", False),
        ("About", "![a](b)", False),
        ("Price", "?", True),
        ("Price", "", False),
        ("Source", "[Add one](#add)", True),
        ("Source", "Add one", False),
        ("Source", "[Add one](#other)", False),
    ],
)
def test_empty_cells(name: str, markdown: str, expected: bool):
    assert is_empty(column(name), shown_cell(markdown)) is expected
    assert is_empty(column("About"), Cell(" "))
