"""A section of the list: its rows, and one of them by its name."""

import pytest

from bot.document.page import Page
from bot.document.parse import parse
from bot.document.section import Section, Table
from tests.charger_list import SHAPE
from tests.games import TABLE, TEXT, games

HEADER = "| Model | OCPP Version | Communication | Notes | Source |\n| - | - | - | - | - |\n"


def volt(rows: str) -> Section:
    (section,) = parse(f"## EV Charger List\n\n### Volt\n\n{HEADER}{rows}", SHAPE).sections
    return section


def names(section: Section) -> list[str]:
    return [row.name for row in section.rows]


def test_a_head_without_the_white_space_around():
    document = games(TEXT.replace("| Game | Year |\n| --- | --- |", "  |Game|Year|\t\r\n|-|-| "))
    assert document.sections[0].tables[0].head == ("|Game|Year|", "|-|-|")


def test_the_rows_of_several_tables():
    text = TEXT.replace("| Metroid | 1986 |\n", f"| A | |\n\n#### Old\n\n{TABLE}| B | |\n")
    nes = games(text).sections[1]
    assert (len(nes.tables), names(nes), nes.names) == (2, ["A", "B"], ("A", "B"))


def test_a_row_by_its_name():
    (amiga, _) = games().sections
    assert amiga.row("elite").line == 14
    assert amiga.row("Elite", 14).name == "Elite"
    for name, line in (("Metroid", None), ("Elite", 15)):
        with pytest.raises(LookupError, match=name):
            amiga.row(name, line)


def test_rows_of_one_name():
    text = TEXT.replace("| Turrican |", "| ELITE |")
    (amiga, _) = games(text).sections
    assert [[row.line for row in rows] for rows in amiga.rows_by_identity.values()] == [[14, 15]]
    with pytest.raises(LookupError):
        amiga.row("Elite")
    assert amiga.row("Elite", 15).name == "ELITE"


def test_rows_by_what_they_mean():
    section = volt("| Volt Go 2 | | | | |\n| VOLT go 2 | | | | | X\n| Nova | | | | |\n")
    found = {identity.name: len(rows) for identity, rows in section.rows_by_meaning.items()}
    assert found == {"volt go 2": 2, "volt nova": 1}
    assert section.rows[1].source == "| VOLT go 2 | | | | | X"


def test_rows_called_by_a_name_with_or_without_that_of_their_section():
    section = volt("| Volt Go 2 | | | | |\n")
    assert section.rows_called("go 2") == section.rows_called("VOLT Go 2") == list(section.rows)
    assert section.rows_called("Go") == []


def test_the_head_of_a_table_keeps_its_letters():
    lines = ("  Xa | bX\r\n", " :- | - \n")
    (shown,) = Page("".join(lines)).tables
    assert Table(shown, lines, 0).head == ("Xa | bX", ":- | -")


def test_the_names_of_its_entries_with_and_without_its_own():
    section = volt("| Volt Go 2 | | | | |\n| Nova | | | | |\n")
    assert section.normalized_names == {"volt go 2", "go 2", "nova"}
