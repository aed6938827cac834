"""Tables as GitHub shows them."""

from bot.document.cmark import render
from bot.render.table import table, table_row


def test_a_table_has_a_row_for_each_of_its_rows():
    markdown = table(("A", "B"), [("x", ""), ("y", "z")])
    assert markdown == "| A | B |\n| --- | --- |\n| x |  |\n| y | z |"


def test_the_first_column_may_have_no_name():
    assert table(("", "B"), []) == "| | B |\n| --- | --- |"


def test_numbers_are_aligned_to_the_right():
    html = render(table(("Name", "Count"), [("x", "3")], numbers=1))
    assert html.count('<th align="right"') == html.count('<td align="right"') == 1


def test_a_cell_stays_on_one_line():
    assert table_row(["a\nb", "c"]) == "| a<br>b | c |"
