"""Which tables are the list; a page without one gets a reason, and the line where there is one."""

import pytest

from bot.document.page import read_page
from bot.errors import ReadmeError
from bot.init.survey import OtherTable, Survey, html_tables, survey

TABLE = "| Name | City |\n|---|---|\n| Pond | Ghent |\n"

PAGES = {
    "no table": ("# Ponds\n\nSoon.\n", None, "there is no table"),
    "bullets": ("# Ponds\n\n- [Pond](https://pond.example) - deep\n", 3, "bullets"),
    "numbers": ("# Ponds\n\n1. Pond\n2. Lake\n", 3, "bullets"),
    "HTML table": ("# Ponds\n\n<table>\n<tr><td>Pond</td></tr>\n</table>\n", 3, "HTML"),
    "HTML table and bullets": ("- a\n\n<table><tr><td>Pond</td></tr></table>\n", 3, "HTML"),
    "table in a quote": (f"# Ponds\n\n> {TABLE.replace(chr(10), chr(10) + '> ')}\n", 3, "quote"),
    "fenced table": (f"# Ponds\n\n```\n{TABLE}```\n", None, "there is no table"),
    "column without name": ("| Name | |\n|---|---|\n| Pond | x |\n", 1, "column 2 has no name"),
    "columns alike": ("| Name | NAME |\n|---|---|\n| Pond | x |\n", 1, "two columns"),
    "tables of one heading": (f"# Ponds\n\n{TABLE}\ntext\n\n{TABLE}\ntext\n\n{TABLE}", 9, "share"),
    "tables without heading": (f"{TABLE}\ntext\n\n{TABLE}", 7, "no heading"),
    "tables below the only heading": (
        f"{TABLE}\na\n\n{TABLE}\n# Ponds\n\n{TABLE}\na\n\n{TABLE}\na\n\n{TABLE}",
        19,
        "share",
    ),
    "below the title": (
        f"# Ponds\n\n{TABLE}\n## Deep ones\n\n{TABLE}",
        3,
        "need headings of one level",
    ),
    "empty": ("", None, "there is no table"),
}


def found(text: str) -> Survey:
    return survey(text, read_page(text))


def below(*names: str, level: int = 2, table: str = TABLE) -> str:
    """Headings, each with a table."""
    return "".join(f"{'#' * level} {name}\n\n{table}\n" for name in names)


def section_names(text: str) -> list[str]:
    return [name for name, _ in found(text).sections]


@pytest.mark.parametrize("name", PAGES)
def test_refused(name):
    text, line, reason = PAGES[name]
    with pytest.raises(ReadmeError) as caught:
        found(text)
    assert caught.value.line == line
    assert reason in caught.value.message


def test_one_table_is_a_list_without_sections():
    one = found(f"# Ponds\n\n## Deep\n\n{TABLE}")
    assert (one.header, one.level, one.parents) == (("Name", "City"), None, ("Deep", "Ponds"))
    assert [name for name, _ in one.sections] == [""]
    assert [table.line for table in one.tables] == [5]
    assert one.heading
    assert one.heading.text == "Deep"


def test_spaces_around_a_header_are_no_part_of_its_name():
    text = "| Tool &nbsp; &nbsp; | Use |\n|---|---|\n| Saw | cuts |\n"
    assert found(text).header == ("Tool", "Use")


def test_tables_of_one_header_are_sections():
    text = f"# Waters\n\n{below('A', 'B (2)')}"
    assert (found(text).level, found(text).heading) == (2, None)
    assert section_names(text) == ["A", "B"]


def test_of_tables_with_other_columns_each_is_named():
    seas = below("Seas", table="| Name | Salt |\n|---|---|\n| Sea | yes |\n")
    salts = below("Salts", table="| Salt | Kind |\n|---|---|\n| Rock | raw |\n")
    turned = below("Turned", table="| City | Name |\n|---|---|\n| Ghent | Pond |\n")
    wide = below(
        "Wide", table="| Name | City | Salt | Depth |\n|---|---|---|---|\n| A | B | C | D |\n"
    )
    others = found(f"# Waters\n\n{below('A', 'B')}{seas}{salts}{turned}{wide}").others
    assert others == (
        OtherTable(17, "it also has the column Salt and it lacks the column City"),
        OtherTable(23, "its columns are Salt | Kind"),
        OtherTable(29, "its columns are in another order"),
        OtherTable(35, "it also has the columns Salt, Depth"),
    )


def test_of_headers_equally_frequent_the_one_with_most_rows_is_served():
    long = "| Sea | Salt |\n|---|---|\n" + "".join(f"| Sea {n} | yes |\n" for n in range(9))
    text = f"# Waters\n\n{below('Ponds')}{below('Seas', table=long)}"
    assert found(text).header == ("Sea", "Salt")


def test_a_heading_around_the_list_and_other_tables_is_not_that_of_the_list():
    sections = below("Place 1", "Place 2", level=3)
    other = below("Seas", level=3, table="| Name | Salt |\n|---|---|\n| Sea | yes |\n")
    above = found(f"# Waters\n\n{other}## Ponds\n\n{sections}").heading
    assert above
    assert above.text == "Ponds"
    assert found(f"# Waters\n\n## Ponds\n\n{sections}{other}").heading is None


def test_a_heading_above_a_table_of_contents_is_not_that_of_the_list():
    contents = "- [A](#a)\n- [B](#b)\n"
    sections = below("A", "B", level=3)
    assert found(f"# Waters\n\n## Ponds\n\n{contents}\n{sections}").heading is None
    named = found(f"# Waters\n\n{contents}\n## Ponds\n\n{sections}").heading
    assert named
    assert named.text == "Ponds"


def test_where_names_repeat_the_headings_above_are_the_sections():
    text = "# W\n\n" + "".join(f"## {n}\n\n{below('Deep', level=3)}" for n in ("North", "South"))
    assert (found(text).level, section_names(text)) == (2, ["North", "South"])
    text = text.replace("### Deep", "### Mud") + below("Clear", level=3)
    assert section_names(text.replace("### Mud", "### Deep")) == ["North", "South"]
    half = text.replace("### Mud", "### Deep") + below("Wide", level=3)
    assert section_names(half) == ["Deep", "Deep", "Clear", "Wide"]


def test_of_levels_equally_frequent_the_one_with_most_rows_has_the_sections():
    long = TABLE + "| Lake | Porto |\n| Tarn | Leeds |\n"
    lower = below("C", level=3, table=long) + below("D", level=3)
    assert section_names(f"# Waters\n\n{below('A', 'B')}## Deep\n\n{lower}") == ["C", "D"]


def test_a_table_outside_of_the_sections_is_left():
    outside = found(f"# Waters\n\n{TABLE}\n{below('A', 'B')}").others
    reason = "it is not below a heading of level 2, as most tables are"
    assert outside == (OtherTable(3, reason),)


def test_of_tables_half_may_share_a_heading_with_one_above():
    ponds = f"{TABLE}\ntext\n\n{TABLE}\n"
    assert section_names(f"# Waters\n\n## A\n\n{ponds}\n## B\n\n{ponds}") == ["A", "B"]
    with pytest.raises(ReadmeError, match="share a heading"):
        found(f"# Waters\n\n## A\n\n{ponds}\ntext\n\n{TABLE}\n## B\n\n{TABLE}\ntext\n\n{TABLE}")


def test_tables_in_html_are_found_outside_of_code():
    text = "<TABLE>\n\n```\n<table>\n```\n\ntext <table class='a'>\n"
    assert list(html_tables(text, read_page(text))) == [1, 7]
