"""README.md in, the list and its places out, or what stands in the way of reading it."""

import pytest

from bot.document.lines import split_lines
from bot.document.parse import read_listing
from bot.document.structure import Heading, Table, read_structure
from bot.errors import ReadmeError

HEADER = "| Model | OCPP Version | Communication | Notes | Source |"
DELIMITERS = "| --- | --- | --- | --- | --- |"
TABLE = f"\n{HEADER}\n{DELIMITERS}\n"
ROW = "| Zaptec Go | 1.6J | x | y | z |\n"
START = "## EV Charger List\n\n"
NOT_READ = (
    "GitHub does not read this heading as it is written; put a blank line before and after it."
)
CONFLICT = "a merge conflict is left here; keep what is right of its sides, and take the lines with marks out."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "",
            'README.md: there is no heading "## EV Charger List", under which the list is expected.',
        ),
        (
            f"{START}{START}",
            'README.md:3: the heading "## EV Charger List" is there twice; keep one.',
        ),
        (
            "> " * 5000,
            "README.md: a line holds quotes or lists too deep inside each other to be read.",
        ),
        (START, f"README.md:1: no brand in the list has a table with the header {HEADER}."),
        (
            f"{START}### Zaptec\n{TABLE}{TABLE}",
            "README.md:8: a brand has two tables; join them into one, or give this one a heading of its own.",
        ),
        (f"{START}### Zaptec\n{TABLE}{ROW}<zaptec>\n### ABB\n", f"README.md:9: {NOT_READ}"),
        (f"{START}```\n```\n=======", f"README.md:5: {CONFLICT}"),
        (f"{START}=======\n\n```\n```", f"README.md:3: {CONFLICT}"),
    ],
)
def test_what_stands_in_the_way_is_told_with_its_line(text: str, told: str):
    with pytest.raises(ReadmeError) as caught:
        read_listing(text)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("table", "line"),
    [
        (f"> {HEADER}\n> {DELIMITERS}\n", 5),
        (f"> {HEADER}\n> {DELIMITERS}\n> {ROW}", 7),
        (f"{HEADER}\n{DELIMITERS}\n{ROW}-\n  {ROW}", 8),
    ],
)
def test_a_table_that_ends_elsewhere_for_github_is_told_with_the_first_line_in_doubt(
    table: str, line: int
):
    (brand,) = read_listing(f"{START}### Zaptec\n\n{table}").brands
    with pytest.raises(ReadmeError) as caught:
        list(brand.rows)
    told = "GitHub ends the table elsewhere; begin each row with its pipe, and put a blank line after the last."
    assert str(caught.value) == f"README.md:{line}: {told}"


@pytest.mark.parametrize("rows", [ROW, ROW * 3])
@pytest.mark.parametrize(
    "behind", ["### ABB", "### ABB\n", f"### ABB\n{TABLE}", "## License\n\nMIT\n"]
)
def test_a_table_runs_on_into_the_heading_right_below_it(rows: str, behind: str):
    def runs_on(text: str) -> bool:
        listing = read_listing(f"{START}### Zaptec\n{TABLE}{text}")
        return listing.runs_on(listing.brands[0])

    assert runs_on(rows + behind)
    assert not runs_on(f"{rows}\n{behind}")
    assert not runs_on(rows)
    assert not runs_on(behind)


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
        ("X\n---", [(1, 2, False)]),
        ("# `a\n# b`", [(1, 1, False), (2, 1, False)]),
        ("<div>\n# a\n\n# b", [(4, 1, False)]),
        (
            "    # a\n\n[x]: y\n# b\n```\n# c\n```\n***\n# d\ne\n# f",
            [(4, 1, False), (9, 1, False), (11, 1, False)],
        ),
    ],
)
def test_headings_are_found_where_they_stand(text: str, headings: list[tuple[int, int, bool]]):
    assert read_structure(split_lines(text)).headings == tuple(
        Heading(*heading) for heading in headings
    )


@pytest.mark.parametrize(
    ("below", "rows"),
    [
        ("", 0),
        ("| c | d |", 1),
        ("| c | d |\nx\n| e | f |\n    y", 4),
        ("| c | d |\n\n| e | f |", 1),
        ("x\n \t\n| e | f |", 1),
        ("X\n| e | f |", 2),
        ("x\n\u00a0\n| e | f |", 3),
        ("[x]: y\n|", 2),
        *(
            (f"| c | d |\nx\n{block}", 2)
            for block in ("# x", "> x", "```", "~~~", "---", "- x", "1. x", "<div>")
        ),
    ],
)
def test_a_table_ends_where_another_block_begins(below: str, rows: int):
    lines = split_lines(f"x\n\n| a | b |\n| - | - |\n{below}")
    assert read_structure(lines).tables == (Table(3, tuple(range(5, 5 + rows))),)


def test_a_table_may_stand_right_below_a_text():
    assert read_structure(split_lines("x\n| a | b |\n| - | - |\n| c | d |\n")).tables == (
        Table(2, (4,)),
    )


@pytest.mark.parametrize("mark", ["> ", "- "])
def test_a_table_inside_another_block_is_none(mark: str):
    assert (
        read_structure(
            split_lines(f"{mark}| a | b |\n{' ' if mark == '- ' else '>'} | - | - |\n")
        ).tables
        == ()
    )


def test_brands_have_their_lines_and_those_of_their_rows():
    listing = read_listing(
        f"# Chargers\n\n- [ABB](#abb)\n{TABLE}{ROW}\n## EV Charger List\n\n- [ABB](#abb)\n{TABLE}{ROW}\n"
        f"### ABB\n\n#### Old\n{TABLE}\n### Quillon\n\n| a | b |\n| - | - |\n\n### Zap*tec*\n{TABLE}{ROW}{ROW}\n"
        f"## ABB\n{TABLE}{ROW}"
    )
    assert (listing.start, listing.end) == (9, 36)
    brands = [(brand.name, brand.anchor, brand.line, brand.end) for brand in listing.brands]
    assert brands == [("ABB", "abb", 17, 24), ("Zaptec", "zaptec", 29, 36)]
    assert [[row.line for row in brand.rows] for brand in listing.brands] == [[], [33, 34]]
    assert [entry.line for entry in listing.contents] == [3]
