"""README.md in, the list and its places out, or the error in it."""

import pytest

from bot.document.document import Document
from bot.document.page import Page
from bot.document.parse import parse
from bot.errors import ReadmeError
from tests.charger_list import SHAPE
from tests.games import TEXT, games, games_shape

HEADER = "| Model | OCPP Version | Communication | Notes | Source |"
DELIMITERS = "| --- | --- | --- | --- | --- |"
TABLE = f"\n{HEADER}\n{DELIMITERS}\n"
ROW = "| Zaptec Go | 1.6J | x | y | z |\n"
START = "## EV Charger List\n\n"
CONFLICT = (
    "A merge conflict is left here. Keep the right one of its sides, and delete the lines with "
    "marks."
)


def read_listing(text: str) -> Document:
    return parse(text, SHAPE).checked()


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "",
            'README.md:1: There is no heading "## EV Charger List", below which the list is '
            "expected.",
        ),
        (
            "# A\n\n## EV Chargers List\n\n## License\n",
            'README.md:3: The list is expected below a heading "## EV Charger List", and the page '
            "has ## EV Chargers List. Rename the heading of the list, or change `heading` in "
            "`.github/list.yml`.",
        ),
        (
            "# A\n\n## B\n",
            'README.md:1: The list is expected below a heading "## EV Charger List", and the page '
            "has # A, ## B. Rename the heading of the list, or change `heading` in "
            "`.github/list.yml`.",
        ),
        (
            "# A\n\n##EV Charger List\n",
            'README.md:3: There is no heading "## EV Charger List", below which the list is '
            "expected.",
        ),
        (
            f"{START}{START}",
            'README.md:3: The heading "EV Charger List" of the list is there twice. Keep one.',
        ),
        (START, f'README.md:1: The list has no table with the header "{HEADER}".'),
        (
            f"{START}| a |\n|---|\n\n| Model | Notes | Source |\n|---|---|---|\n",
            'README.md:6: The header of this table is "| Model | Notes | Source |", and '
            f'`.github/list.yml` has "{HEADER}". Make them the same.',
        ),
        (f"{START}```\n```\n=======", f"README.md:5: {CONFLICT}"),
        (f"{START}=======\n\n```\n```", f"README.md:3: {CONFLICT}"),
    ],
)
def test_errors_of_the_page_have_their_line(text: str, reported: str):
    with pytest.raises(ReadmeError) as caught:
        read_listing(text)
    assert str(caught.value) == reported


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            f"{TABLE}{TABLE}",
            'README.md:8: The section "Zaptec" has two tables. Join them into one, or give this '
            "one a heading of its own.",
        ),
        (f"{TABLE}{ROW}\n{ROW}", "README.md:9: This looks like a row"),
        ("\n<table>\n<tr><td>Zaptec Go</td></tr></table>\n", "README.md:5: This is HTML"),
        (f"\n```\n{HEADER}\n{ROW}```\n", "README.md:6: These rows are in a block of code"),
        ("\nModel\tOCPP Version\tNotes\n", "README.md:5: These values are separated by tabs"),
        ("\n| Models | Notes |\n| - | - |\n", 'README.md:5: The columns are "Models | Notes"'),
        ("\nSoon.\n", 'README.md:3: "Zaptec" is a heading of the list, but has no table'),
    ],
)
def test_errors_of_a_section_stop_only_that_section(text: str, reported: str):
    document = read_listing(f"{START}### Zaptec\n{text}\n### ABB\n{TABLE}| ABB Terra | | | | |\n")
    with pytest.raises(ReadmeError) as caught:
        document.section("zaptec")
    assert str(caught.value).startswith(reported)
    abb = document.section("ABB")
    assert abb
    assert [row.name for row in abb.rows] == ["ABB Terra"]


@pytest.mark.parametrize("level", ["#", "##", "####"])
def test_a_section_of_another_level_is_no_section_and_cannot_be_made_anew(level: str):
    document = read_listing(
        f"{START}### ABB\n{TABLE}| ABB Terra | | | | |\n\n{level} Zaptec\n{TABLE}{ROW}"
    )
    with pytest.raises(ReadmeError, match=r"### Zaptec|### Brand"):
        document.section("Zaptec")


@pytest.mark.parametrize(
    "heading",
    [
        "## EV Charger List",
        "## ⚡️ EV Charger List",
        "## :zap: EV charger  list (12)",
        "EV Charger List 🔌\n---",
        "### ev-charger list ###",
    ],
)
def test_the_heading_of_the_list_is_known_by_its_letters(heading: str):
    level = "####" if heading.startswith("###") else "###"
    document = read_listing(f"{heading}\n\n{level} Zaptec\n{TABLE}{ROW}")
    assert [section.name for section in document.sections] == ["Zaptec"]


@pytest.mark.parametrize(
    "above", ["Made in Norway.\n", "![](https://x.example/a.png)\n", "[a]: b\n"]
)
def test_a_table_may_follow_a_text(above: str):
    document = read_listing(f"{START}### Zaptec\n\n{above}{TABLE.lstrip()}{ROW}")
    (section,) = document.sections
    assert [(row.line, row.name) for row in section.rows] == [(8, "Zaptec Go")]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("", []),
        ("# a\n\n### b", [(1, 1, False), (3, 3, False)]),
        ("\ufeff# a", [(1, 1, False)]),
        ("\ufeff\ufeff# a", []),
        ("# a\r\n\r\nb\rc\r\n---\r\n", [(1, 1, False), (3, 2, False)]),
        (
            "> # a\n\n- # b\n  - ## c\n\n# d",
            [(1, 1, True), (3, 1, True), (4, 2, True), (6, 1, False)],
        ),
        ("> - a\n>\n> # b", [(3, 1, True)]),
        ("- > a\n\n  # b", [(3, 1, True)]),
        ("X\n---", [(1, 2, False)]),
        ("# `a\n# b`", [(1, 1, False), (2, 1, False)]),
        ("<div>\n# a\n\n# b", [(4, 1, False)]),
        (
            "    # a\n\n[x]: y\n# b\n```\n# c\n```\n***\n# d\ne\n# f",
            [(4, 1, False), (9, 1, False), (11, 1, False)],
        ),
    ],
)
def test_headings_are_found_in_their_places(text: str, headings: list[tuple[int, int, bool]]):
    found = [(one.line, one.level, one.is_nested) for one in Page(text).headings]
    assert found == headings


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        ("", 0),
        ("| c | d |", 1),
        ("| c | d |\nx\n| e | f |\n    y", 3),
        ("| c | d |\n\n| e | f |", 1),
        ("x\n \t\n| e | f |", 1),
        ("X\n| e | f |", 2),
        ("x\n\u00a0\n| e | f |", 3),
        ("[x]: y\n|", 1),
        *(
            (f"| c | d |\nx\n{block}", 2)
            for block in ("# x", "> x", "```", "~~~", "---", "- x", "1. x", "<div>")
        ),
    ],
)
def test_a_table_ends_where_another_block_begins(below: str, rows: int):
    (table,) = Page(f"x\n\n| a | b |\n| - | - |\n{below}").tables
    assert (table.line, table.last_line) == (3, 4 + rows)
    assert [row.line for row in table.rows] == list(range(5, 5 + rows))


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_a_table_inside_another_block_is_nested(mark: str):
    more = " " if mark == "- " else ">"
    (table,) = Page(f"{mark}| a | b |\n{more} | - | - |\n").tables
    assert table.is_nested


def test_brands_have_their_lines_and_those_of_their_rows():
    listing = read_listing(
        f"# Chargers\n\n- [ABB](#abb)\n{TABLE}{ROW}\n## EV Charger List\n\n- [ABB](#abb)\n{TABLE}{ROW}\n"
        f"### ABB\n\n#### Old\n{TABLE}\n### Quillon\n\n| a | b |\n| - | - |\n\n### Zap*tec*\n{TABLE}{ROW}{ROW}\n"
        f"## ABB\n{TABLE}{ROW}"
    )
    assert (listing.start, listing.end) == (9, 36)
    brands = [(brand.name, brand.anchor, brand.line, brand.end) for brand in listing.sections]
    assert brands == [("ABB", "abb", 17, 24), ("Zaptec", "zaptec", 29, 36)]
    assert [[row.line for row in brand.rows] for brand in listing.sections] == [[], [33, 34]]
    assert [entry.line for entry in listing.contents] == [3]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Text\n\n##EV Charger List\n", 3),
        ("EV Charger List\n\n#EV charger-list\n", 3),
        ("EV Charger List\n\n#Chargers\n", 1),
        ("Text\n\n<h2>EV Charger List</h2>\n", 3),
    ],
)
def test_a_line_like_the_heading_of_the_list(text: str, line: int):
    assert parse(text, SHAPE).errors[0].place.line == line


def test_a_page_without_heading_of_its_own_for_the_list():
    shape = games_shape(without=("heading: Games\n",))
    table = "| Game | Year |\n| --- | --- |\n"
    text = f"## A\n\n{table}| a | |\n\n## B\n\n  | b | |\n\n## C\n\n| x | y |\n| - | - |\n"
    document = parse(text, shape)
    assert [section.name for section in document.sections] == ["A"]
    (flawed,) = document.unreadable
    assert (flawed.name, flawed.anchor, flawed.line, flawed.end) == ("B", "b", 7, 11)
    assert [flaw.place.line for flaw in flawed.errors] == [9]


def test_sections_of_an_empty_page_are_on_the_second_level():
    assert parse("", games_shape(without=("heading: Games\n",))).section_level == 2


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("# Games\n", 2),
        ("### Games\n", 4),
        ("## Games\n\n### A\n\n#### x\n\n{0}\n#### y\n\n{0}\n### B\n\n{0}", 3),
        ("## Games\n\n### A\n\n#### x\n\n{0}", 4),
        ("## Games\n\n{0}\n#### x\n\n{0}", 4),
        ("# Games\n\n### A\n\n{0}\n#### x\n\n{0}\n#### y\n\n{0}", 4),
    ],
)
def test_the_level_of_sections(text: str, level: int):
    assert games(text.format("| Game | Year |\n| --- | --- |\n")).section_level == level


def test_the_level_of_sections_can_be_set():
    sections = "sections: {field: system, name: system}\n"
    shape = games_shape(without=(sections,), more=sections.replace("}", ", level: 4}"))
    table = "| Game | Year |\n| --- | --- |\n"
    text = f"## Games\n\n### A\n\n{table}\n#### x\n\n{table}"
    assert [section.name for section in parse(text, shape).sections] == ["x"]


def test_without_the_heading_of_the_list_no_table_is_outside_of_it():
    text = "## Other\n\n| Game | Year |\n| --- | --- |\n"
    assert games(text).unreadable == ()


def test_a_heading_of_the_list_as_low_as_those_of_its_sections():
    table = "| Game | Year |\n| --- | --- |\n"
    (flaw,) = games(f"Text.\n\n### Games\n\n### A\n\n{table}").errors
    assert (flaw.problem.rule.code, flaw.place.line) == ("list_heading_level", 3)
    assert flaw.problem.facts == {"heading": "## Games"}


def test_of_two_headings_of_the_list_the_higher_one_counts():
    document = games("### Games\n\nText.\n\n## Games\n\n### A\n\n| Game | Year |\n| --- | --- |\n")
    assert (document.start, document.errors) == (5, ())


def test_a_table_in_a_quote_above_the_list_is_none_of_it():
    table = "> | Game | Year |\n> | --- | --- |\n> | Pong | 1972 |\n"
    assert games(f"{table}\n{TEXT}").unreadable == ()
    (flawed,) = games(TEXT.replace("### Amiga", f"{table}\n### Amiga")).unreadable
    assert flawed.errors[0].problem.rule.code == "nested_table"


def test_a_table_on_the_first_line_may_be_meant_for_the_list():
    (flaw,) = parse(
        "| Game | Price |\n| - | - |\n", games_shape(without=("heading: Games\n",))
    ).errors
    assert (flaw.problem.rule.code, flaw.place.line) == ("other_header", 1)


def test_a_list_without_sections_has_one_table():
    sections = ("sections: {field: system, name: system}\n", ", add_section: section.yml")
    shape = games_shape(without=sections)
    table = "| Game | Year |\n| --- | --- |\n"
    (flaw,) = parse(f"## Games\n\n{table}\nText.\n\n{table}", shape).errors
    assert (flaw.problem.rule.code, flaw.place.line) == ("second_table", 8)


def test_a_flaw_in_a_list_without_sections_keeps_it_from_being_edited():
    sections = ("sections: {field: system, name: system}\n", ", add_section: section.yml")
    shape = games_shape(without=sections)
    text = "## Games\n\n| Game | Year |\n| --- | --- |\n| Elite | 1984 |\n\n| Uno | 1971 |\n"
    with pytest.raises(ReadmeError, match="looks like a row"):
        parse(text, shape).section("")


def test_a_table_outside_of_the_list_is_a_flaw_of_its_heading():
    table = "| Game | Year |\n| --- | --- |\n"
    document = games(f"## Games\n\n### A\n\n{table}\n# B\n\n{table}")
    (flawed,) = document.unreadable
    assert (flawed.name, flawed.anchor, flawed.line, flawed.end) == ("B", "", 8, 9)
    assert (flawed.tables, flawed.shape) == ((), document.shape)


def test_code_without_an_end_above_a_table_of_the_list_is_named():
    table = "| Game | Year |\n| --- | --- |\n"
    unclosed = games(f"## Games\n\n### A\n\n{table}\n```\n\n### B\n\n{table}").errors
    assert [(flaw.problem.rule.code, flaw.place.line) for flaw in unclosed] == [
        ("unclosed_code", 8)
    ]
    assert games(f"## Games\n\n### A\n\n{table}\n```\n\n### B\n").errors == ()
