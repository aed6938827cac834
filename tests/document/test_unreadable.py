"""Why a section cannot be read, in the words of its keeper."""

import pytest

from bot.document.document import Document
from bot.document.page import Page
from bot.document.parse import parse
from bot.document.unreadable import other_columns_finding, resembles
from bot.rules.finding import Finding
from tests.charger_list import SHAPE
from tests.games import TABLE, TEXT, games, games_shape

HEADER = "| Model | OCPP Version | Communication | Notes | Source |\n| - | - | - | - | - |\n"


def flaws(document: Document) -> list[tuple[str, int, str]]:
    """The name of each section with flaws, the line and the rule of each of them."""
    found = []
    for section in (*document.sections, *document.unreadable):
        for flaw in section.errors:
            found.append((section.name, flaw.place.line, flaw.problem.rule.code))
    return found


def flaw_of(document: Document) -> Finding:
    ((flaw,),) = [s.errors for s in (*document.sections, *document.unreadable) if s.errors]
    return flaw


def below(text: str, shape: str = "games") -> Document:
    """A list whose second section has this text."""
    if shape == "games":
        return games(f"## Games\n\n### A\n\n{TABLE}\n### Nes\n\n{text}\n")
    return parse(f"## EV Charger List\n\n### A\n\n{HEADER}\n### ⚡ Nes\n\n{text}\n", SHAPE)


@pytest.mark.parametrize(
    "text",
    [
        "Soon.",
        "a | b",
        "- Elite",
        "```\nexample\n```",
        "a\tb",
        "> | a | b |\n> | - | - |",
        "- | Game | Year |\n  | - | - |",
        "<!-- | a | b | -->",
    ],
)
def test_a_section_of_prose_has_no_flaw(text: str):
    assert flaws(below(text)) == []


def test_a_section_of_prose_has_not_the_flaws_of_the_one_above():
    flawed = f"## Games\n\n### A\n\n{TABLE}\nText\n\n    | Elite | 1988 |\n\n"
    assert flaws(games(f"{flawed}### Nes\n\nSoon.\n")) == [("A", 10, "stray_row")]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("| Elite | 1988 |", 10, "stray_row"),
        ("Text\n\n    | Elite | 1988 |", 12, "stray_row"),
        ("| Name | Year |\n| - | - |", 10, "columns"),
        ("| a | b | c |\n\n| Name | Year |\n| - | - |", 12, "columns"),
        ("```\nx\n| Elite | 1988 |\n```", 12, "fenced_rows"),
        ("~~~\n<table>\n| a | b |\n~~~", 12, "fenced_rows"),
        ("<table>\n</table>", 10, "html_table"),
        ("x\n\nElite\t1988\tnew", 12, "tabbed_rows"),
        ("x <td>\n\nElite\t1988\tnew", 10, "html_table"),
    ],
)
def test_rows_in_another_form(text: str, line: int, rule: str):
    assert flaws(below(text)) == [("Nes", line, rule)]


def test_bullets_are_rows_where_they_begin_with_the_section():
    document = below("- Nes Go", "chargers")
    assert flaws(document) == [("Nes", 10, "no_table_in_section")]
    assert flaw_of(document).problem.facts["received"] == "⚡ Nes"
    assert flaws(below("- Nes Go")) == []
    assert flaws(below("- Other Go", "chargers")) == []


def test_two_tables():
    document = games(TEXT.replace("1990 |\n", f"1990 |\n\n{TABLE}"))
    assert flaws(document) == [("Amiga", 17, "two_tables")]
    assert flaw_of(document).problem.facts == {"received": "Amiga"}
    three = games(TEXT.replace("1990 |\n", f"1990 |\n\n{TABLE}\n{TABLE}"))
    assert [line for _, line, _ in flaws(three)] == [17, 20]


def test_two_tables_each_below_a_heading():
    assert flaws(games(TEXT.replace("1990 |\n", f"1990 |\n\n#### Old\n\n{TABLE}"))) == []


def chargers(text: str) -> Document:
    return parse(f"## EV Charger List\n\n{text}", SHAPE)


def test_a_sub_heading_which_is_another_section():
    two = f"### Volt\n\n{HEADER}| Volt A | | | | |\n\n#### Nova\n\n{HEADER}"
    document = chargers(f"{two}| Nova B | | | | |\n| NOVA C | | | | |\n")
    assert flaws(document) == [("Volt", 9, "section_level"), ("Nova", 9, "section_level")]
    assert document.sections[0].errors[0].problem.facts == {"heading": "### Nova"}
    assert document.unreadable[0].errors[0].problem.facts == {"heading": "### Nova"}
    assert flaws(chargers(f"{two}| Nova B | | | | |\n| Volt C | | | | |\n")) == []
    assert flaws(chargers(two)) == []
    assert flaws(chargers(two.replace("#### Nova", "#### Volt N") + "| Volt N 1 | | | | |")) == []


def test_a_sub_heading_without_a_table_above():
    text = f"### A\n\n{HEADER}\n### Volt\n\n#### Nova\n\n{HEADER}| Nova B | | | | |\n"
    assert ("Nova", 10, "section_level") in flaws(chargers(text))


def test_tables_of_the_list_outside_of_it():
    text = TEXT.replace("MIT", TABLE).replace("# Fun\n", f"# Fun\n\n{TABLE}")
    document = games(text)
    assert flaws(document) == [("Fun", 3, "table_outside"), ("License", 28, "table_outside")]
    facts = document.unreadable[0].errors[0].problem.facts
    assert facts == {"suggested": "### System", "heading": "## Games"}


def test_tables_of_other_columns_outside_of_the_list():
    assert flaws(games(TEXT.replace("MIT", TABLE.replace("Year", "Licence")))) == []
    assert flaws(games(f"{TABLE}\n{TEXT}")) == []
    both = games(f"{TABLE}\n{TEXT.replace('MIT', TABLE)}")
    assert [name for name, _, _ in flaws(both)] == ["License"]


@pytest.mark.parametrize(
    ("header", "column", "received"),
    [
        ("| Game | Years |", 10, "Game | Years"),
        ("| Name | Year |", 3, "Name | Year"),
        ("| Yea | Year |", 3, "Yea | Year"),
        ("|Game|", 1, "Game"),
        ("| Year | Game |", 3, "Year | Game"),
        ("| Game | Year | More |", 17, "Game | Year | More"),
        (r"| Game | *Years* |", 11, "Game | Years"),
        (r"| Game | A&amp;B |", 1, "Game | A&B"),
    ],
)
def test_the_place_where_a_header_begins_to_differ(header: str, column: int, received: str):
    text = f"x\n\n{header}\n{'|-' * (header.count('|') - 1)}|\n"
    (table,) = Page(text).tables
    found = other_columns_finding(text.splitlines(), games_shape(), table)
    assert found.place == (3, column)
    assert found.problem.facts == {"received": received, "suggestion": "Game | Year"}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Model | OCPP version | Other | NOTES", True),
        ("Model | Notes :zap: | Source", True),
        ("Model | Notes", False),
        ("a | b | c | d | e", True),
        ("a | b | c | d", False),
        ("Model | OCPP | b | c", False),
    ],
)
def test_a_table_meant_for_one_of_the_list(header: str, expected: bool):
    (table,) = Page(f"| {header} |\n|{'-|' * (header.count('|') + 1)}\n").tables
    assert resembles(SHAPE, table) is expected


def test_a_header_which_is_the_begin_of_the_right_one():
    (table,) = Page("x\n\n| Game |\n| - |\n").tables
    found = other_columns_finding(["x", "", "x | Game |", "| - |"], games_shape(), table)
    assert found.place == (3, 1)


def test_a_table_outside_of_a_list_without_heading():
    shape = games_shape(without=("heading: Games\n",))
    text = f"## A\n\n{TABLE}\n### B\n\n{TABLE}| a | |\n\n# C\n\n{TABLE}"
    outside = [flaw for flaw in flaws(parse(text, shape)) if flaw[2] == "table_outside"]
    assert outside == []


def test_lines_at_the_edges_of_a_section():
    document = games(f"## Games\n\n### A <td>\n\nx\n\n### B\n\n{TABLE}")
    assert flaws(document) == []
    right_below = games(f"## Games\n\n### A\n<td>\n\n### B\n\n{TABLE}")
    assert flaws(right_below) == [("A", 4, "html_table")]
    last = games(f"## Games\n\n### A\n\nx\na\tb\tc\n### B <td>\n\n{TABLE}")
    assert flaws(last) == [("A", 6, "tabbed_rows")]


def test_a_table_between_headings_of_the_same_section():
    two = f"### Volt\n\n{HEADER}| Volt A | | | | |\n\n"
    other = f"#### Volt\n\n##### Nova\n\n{HEADER}| Nova B | | | | |\n"
    document = chargers(two + other)
    assert ("Volt", 11, "section_level") in flaws(document)
    assert document.sections[0].errors[0].problem.facts == {"heading": "### Nova"}


def test_the_last_line_of_a_section_may_be_a_flaw():
    document = games(f"## Games\n\n### A\n\n{TABLE}\n\n| a | |\n### B\n\n{TABLE}| b | |\n")
    assert flaws(document) == [("A", 9, "stray_row")]


def test_half_of_the_columns_are_enough_to_resemble_those_of_the_list():
    (table,) = Page("| Game | a | b |\n| - | - | - |\n").tables
    assert resembles(games_shape(), table)


def test_a_table_outside_of_the_list_belongs_below_its_heading():
    flaw = flaw_of(games(f"# Games\n\n## A\n\n{TABLE}\n# B\n\n{TABLE}"))
    assert flaw.problem.facts == {"suggested": "## System", "heading": "# Games"}


def test_the_first_section_may_be_too_low():
    text = f"#### Zaptec\n\n{HEADER}| Zaptec Go | | | | |\n\n### Volt\n\n{HEADER}"
    document = parse(f"## EV Charger List\n\n{text}", SHAPE)
    assert flaws(document) == [("Zaptec", 3, "section_level")]


def test_a_table_in_a_quote_is_a_flaw_below_its_heading():
    row = "> | Game | Year |\n> | - | - |\n> | Elite | 1988 |\n"
    document = games(f"# Fun\n\n## Games\n\n### A\n\n{TABLE}\n{row}\n## License\n")
    assert flaws(document) == [("A", 10, "nested_table")]
    shape = games_shape(without=("heading: Games\n",))
    assert flaws(parse(f"{row}\n## A\n\n{TABLE}", shape)) == [("", 1, "nested_table")]
