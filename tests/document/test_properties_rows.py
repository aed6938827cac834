"""Whatever others wrote into a table: a charger comes as one row, or nothing is touched."""

import pytest

from bot.decision.decision import AppliedProposal, Decision
from bot.document.parse import parse
from bot.errors import ReadmeError
from bot.forms.form import Kind
from tests.asked import submit
from tests.charger_list import SHAPE
from tests.page import Cell, Other, Page, Part, Row
from tests.promised import with_rows
from tests.stage import RIGHT

HEADER = "| Model | OCPP Version | Communication | Notes | Source |"
DELIMITERS = "| --- | --- | --- | --- | --- |"
TABLE = f"{HEADER}\n{DELIMITERS}\n"
# Each block is in the table of Zaptec, between or below its rows.
TRICKY = {
    # cells
    "too few cells": "| Zaptec Max | 1.6J |",
    "one cell": "| Zaptec Max |",
    "one cell and no pipe after it": "| Zaptec Max",
    "too many cells": "| Zaptec Max | 1.6J | x | y | z | one more | two more |",
    "empty cells without a space": "| Zaptec Max | 1.6J | x |||",
    "two pipes in front": "|| Zaptec Max | 1.6J | x | y | z |",
    "only pipes": "||||||",
    "one pipe": "|",
    "cells of spaces": "|  |  |  |  |  |",
    "an escaped pipe": "| Zaptec Max | 1.6J | x | a \\| b | z |",
    "an escaped pipe in the name": "| Zaptec \\| Max | 1.6J | x | y | z |",
    "two backslashes before a pipe": "| Zaptec Max | 1.6J | x | a \\\\| b | z |",
    "three backslashes before a pipe": "| Zaptec Max | 1.6J | x | a \\\\\\| b | z |",
    "a backslash before the last pipe": "| Zaptec Max | 1.6J | x | y | z \\|",
    "code with an escaped pipe": "| Zaptec Max | 1.6J | x | `a \\| b` | z |",
    "code with a bare pipe": "| Zaptec Max | 1.6J | x | `a | b` | z |",
    "code that is not closed": "| Zaptec Max | 1.6J | x | `a | b | z |",
    "a link with a pipe": "| Zaptec Max | 1.6J | x | y | [a|b](https://x.example/a|b) |",
    "an entity for a pipe": "| Zaptec Max | 1.6J | x | a &#124; b | z |",
    "an entity for a line end": "| Zaptec Max&NewLine; | 1.6J | x | a&NewLine;b | z |",
    "HTML in cells": "| <b>Zaptec Max</b> | 1.6J<br>2.0 | x | <!-- y --> | z |",
    "stress in the name": "| **Zaptec** *Max* | 1.6J | x | y | z |",
    "a link as the name": "| [Zaptec Max](https://x.example) | 1.6J | x | y | z |",
    "a picture": "| Zaptec Max | 1.6J | x | ![y](https://x.example/y.png) | z |",
    "a table cell in HTML": "| Zaptec Max | 1.6J | x | </td><td>y | z |",
    # lines
    "a row without pipes around": "Zaptec Max | 1.6J | x | y | z",
    "a row without any pipe": "Zaptec Max",
    "a row of one space less": " | Zaptec Max | 1.6J | x | y | z |",
    "a row three spaces in": "   | Zaptec Max | 1.6J | x | y | z |",
    "a row four spaces in": "    | Zaptec Max | 1.6J | x | y | z |",
    "a row after a tab": "\t| Zaptec Max | 1.6J | x | y | z |",
    "spaces after a row": "| Zaptec Max | 1.6J | x | y | z |   ",
    "text after a row": "| Zaptec Max | 1.6J | x | y | z | (no longer sold)",
    "a second line of delimiters": DELIMITERS,
    "a second header": HEADER,
    "the same row twice": "| Zaptec Max | 1.6J | x | y | z |\n| Zaptec Max | 1.6J | x | y | z |",
    "a line separator in a row": "| Zaptec Max | 1.6J | x | one\u2028two | z |",
    "a paragraph separator in a row": "| Zaptec Max | 1.6J | x | one\u2029two | z |",
    "a next-line character in a row": "| Zaptec Max | 1.6J | x | one\x85two | z |",
    "a vertical tab in a row": "| Zaptec Max | 1.6J | x | one\x0btwo | z |",
    "a form feed in a row": "| Zaptec Max | 1.6J | x | one\x0ctwo | z |",
    "a file separator in a row": "| Zaptec Max | 1.6J | x | one\x1ctwo | z |",
    "a lone CR in a row": "| Zaptec Max | 1.6J | x | one\rtwo | z |",
    "a lone CR after a row": "| Zaptec Max | 1.6J |  | y | z |\r| Zaptec Mix | 1.6J |  | y | z |",
    "CRLF after a row": "| Zaptec Max | 1.6J | x | y | z |\r",
    "a no-break space alone on a line": "\u00a0",
    "a form feed alone on a line": "\x0c",
    "spaces alone on a line": "   \t",
    "a zero byte in a row": "| Zaptec Max | 1.6J | x | one\0two | z |",
    "a byte order mark before a row": "\ufeff| Zaptec Max | 1.6J | x | y | z |",
    # blocks that end a table
    "a blank line": "",
    "a blank line and another row": "\n| Zaptec Max | 1.6J | x | y | z |",
    "a heading": "### Not a brand",
    "a heading of another level": "#### Old models",
    "a heading without a space": "###Not a heading",
    "a heading with a table of its own": f"### Zzz\n\n{TABLE}| Zzz One | 1.6J | x | y | z |",
    "a chapter": "## Another chapter",
    "a heading of two lines": "Not a brand\n---",
    "a heading of two lines with equals signs": "Not a chapter\n===",
    "a heading of two lines below a blank one": "\nNot a brand\n---\n",
    "a quote": "> a quote",
    "a quote with a heading": "> ### Quoted",
    "a quote with a table": f"> {HEADER}\n> {DELIMITERS}",
    "a list": "- an item",
    "a list with stars": "* an item",
    "a list with plus signs": "+ an item",
    "a numbered list": "1. an item",
    "a list that begins with two": "2. an item",
    "an empty item": "-",
    "a nested list": "- an item\n  - another\n    - ### Deep",
    "a list with a heading": "- ### Listed\n\n  text",
    "a list with a table": f"- {HEADER}\n  {DELIMITERS}",
    "a fence": "```\n| Zaptec Max | 1.6J | x | y | z |\n```",
    "a fence with a heading": "~~~\n### Fenced\n~~~",
    "a fence that is not closed": "```\n### Fenced",
    "an indented fence": "   ```\n### Fenced\n   ```",
    "a block of code": "\n    ### Indented\n",
    "a thematic break": "***",
    "a thematic break with hyphens": "---",
    "a thematic break with spaces": "- - -",
    "a block of HTML": "<div>\n\n### Inside\n\n</div>",
    "a table in HTML": "<table>\n<tr><td>Zaptec Max</td></tr>\n</table>",
    "a tag of no kind": "<zaptec>",
    "a comment": "<!-- | Zaptec Max | 1.6J | x | y | z | -->",
    "a comment with a heading": "<!--\n### Commented\n-->",
    "a comment that is not closed": "<!--\n### Commented",
    "a script": "<script>\n### Scripted\n</script>",
    "a definition of a link": "[zaptec]: https://x.example",
    "a definition of a link below a blank line": "\n[zaptec]: https://x.example",
    "a footnote": "[^1]: a note",
    "text below a blank line": "\nZaptec Max is no longer sold.",
    "another table": "\n| a | b |\n| --- | --- |\n| c | d |",
    "the table again": f"\n{TABLE}| Zaptec Max | 1.6J | x | y | z |",
}
LIST = (
    "# Chargers\n\n"
    "- [EV Charger List](#ev-charger-list)\n  - [go-e](#go-e)\n  - [Zaptec](#zaptec)\n\n"
    f"## EV Charger List\n\n### go-e\n\n{TABLE}| go-e Gemini | 1.6J | x | y | z |\n\n"
    f"### Zaptec\n\n{TABLE}| Zaptec Go | 1.6J | x | y | z |\n%s"
    "| Zaptec Pro | 1.6J | x | y | z |\n%s\n## License\n\nMIT\n"
)
PLACES = {
    "between its rows": lambda block: LIST % (f"{block}\n", ""),
    "below its rows": lambda block: LIST % ("", f"{block}\n"),
}
IN_THE_WAY = {
    "one pipe",
    "a row four spaces in",
    "a row after a tab",
    "a quote with a table",
    "a list that begins with two",
    "an empty item",
    "a list with a table",
    "a tag of no kind",
    "the table again",
}
MODELS = ("go-e Max", "Zaptec A", "Zaptec Max 2", "Zaptec Z")


def read(text: str, model: str) -> Decision:
    """What the bot makes of a model to add."""
    answers = RIGHT[Kind.ADD_SECTION] | {"brand": model.partition(" ")[0], "models": model}
    return submit(text, Kind.ADD_SECTION, answers)


def test_a_line_end_inside_a_cell_is_part_of_the_cell():
    text = LIST % ("| Zaptec Max&NewLine;x | 1.6J | x | a&NewLine;b | z |\n", "")
    (brand,) = [brand for brand in parse(text, SHAPE).sections if brand.name == "Zaptec"]
    assert [row.name for row in brand.rows] == ["Zaptec Go", "Zaptec Max\nx", "Zaptec Pro"]
    assert [cell.text for cell in brand.rows[1].cells] == [
        "Zaptec Max\nx",
        "1.6J",
        "x",
        "a\nb",
        "z",
    ]


@pytest.mark.parametrize("name", TRICKY)
def test_names_read_alone_are_those_of_the_rows(name: str):
    for place in PLACES.values():
        for section in parse(place(TRICKY[name]), SHAPE).sections:
            column = SHAPE.name_column.index
            assert list(section.names) == [row.cells[column].text for row in section.rows]


@pytest.mark.parametrize("mark", ["> ", "1. "])
def test_blocks_deep_inside_each_other_keep_nothing_from_being_read(mark: str):
    document = parse(LIST % (mark * 5000 + "\n", ""), SHAPE).checked()
    assert [section.name for section in document.sections] == ["go-e", "Zaptec"]


def is_cut_off(parts: list[Part]) -> bool:
    """Whether rows are below the end of their table, where GitHub shows their pipes."""
    return any(isinstance(part, Other) and "| Zaptec" in part.html for part in parts)


def test_the_table_of_tricky_rows_is_long():
    assert len(TRICKY) >= 57


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", TRICKY)
def test_a_charger_is_one_row_more_or_the_line_in_the_way_is_named(name: str, place: str):
    text = PLACES[place](TRICKY[name])
    before = Page(text).parts
    for model in MODELS:
        decision = read(text, model)
        if decision.error:
            assert isinstance(decision.error, ReadmeError)
            assert name in IN_THE_WAY or is_cut_off(before)
            assert decision.error.line
            assert f"README.md:{decision.error.line}:" in str(decision.error)
            continue
        assert isinstance(decision.about, AppliedProposal), decision
        texts = (model, "1.6J", "☁️ Cloud", "", "Source needed!")
        promised = with_rows(before, model.partition(" ")[0], [Row(tuple(map(Cell, texts)))])
        assert Page(decision.about.applied.after.text).parts == promised
