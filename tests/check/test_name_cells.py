"""The cell with the name of an entry."""

import pytest

from bot.check.cells import CellReading
from bot.check.name_cells import NameReader, is_name, names_begin_with_section
from bot.document.document import Document
from bot.document.parse import parse
from bot.document.section import Section
from tests.charger_list import SHAPE
from tests.games import TEXT, games, games_shape

HEADER = "| Model | OCPP Version | Communication | Notes | Source |\n| - | - | - | - | - |\n"


def chargers(brand: str, *models: str) -> tuple[Document, Section]:
    rows = "".join(f"| {model} | 1.6J | | | |\n" for model in models)
    other = f"### Easee\n\n{HEADER}| Easee Home | | | | |\n\n"
    other += f"### Easee Pro\n\n{HEADER}| Easee Pro 1 | | | | |\n\n"
    document = parse(f"## EV Charger List\n\n{other}### {brand}\n\n{HEADER}{rows}", SHAPE)
    return document, document.sections[2]


def read(model: str, *others: str, brand: str = "Zaptec") -> CellReading:
    document, section = chargers(brand, model, *others)
    return NameReader(document, section).read(section.rows[0])


def problems(reading: CellReading) -> list[tuple[str, dict]]:
    return [(problem.rule.code, dict(problem.facts)) for problem in reading.problems]


@pytest.mark.parametrize("model", ["Zaptec Go", "Zaptec Go 22 kW", "Zaptec Gö"])
def test_a_name_in_order(model: str):
    assert read(model) == CellReading([], None)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("ZAPTEC Go", "Zaptec Go"),
        ("Zaptec - Go", "Zaptec Go"),
        ("Zaptec Go – 2", "Zaptec Go - 2"),
    ],
)
def test_a_name_the_bot_would_write_differently(model: str, name: str):
    found = read(model)
    assert problems(found)[0] == ("not_normalized", {"received": model, "suggestion": name})
    assert found.fix
    assert found.fix.text == name


def test_a_name_with_its_section_twice_is_no_certain_one():
    found = read("Zaptec Zaptec Go")
    assert problems(found)[0][1]["suggestion"] == "Zaptec Go"
    assert found.fix is None


def test_a_name_without_that_of_its_section():
    found = read("Go", "Zaptec Pro")
    assert problems(found)[0] == ("not_normalized", {"received": "Go", "suggestion": "Zaptec Go"})
    assert found.fix
    assert read("Go", "Pro").problems == []  # no row begins with it: the heading may be wrong


def test_marks_around_a_name_are_said_and_stay():
    found = read("Zaptec Go,")
    assert problems(found)[0] == (
        "not_normalized",
        {"received": "Zaptec Go,", "suggestion": "Zaptec Go"},
    )
    assert found.fix is None


def test_a_name_which_would_become_that_of_another_row():
    found = read("ZAPTEC-Go", "Zaptec Go")
    assert [code for code, _ in problems(found)] == ["not_normalized"]
    assert found.fix is None
    assert read("ZAPTEC-Go", "Zaptec Pro").fix


def test_a_name_in_which_a_character_is_lost():
    assert read("ZAPTEC Go").fix
    document, _ = chargers("Zaptec", "ZAPTEC Go")
    lost = parse(document.text.replace("| 1.6J |", "| 1.6J \N{REPLACEMENT CHARACTER} |"), SHAPE)
    row = lost.sections[2].rows[0]
    assert NameReader(lost, lost.sections[2]).read(row).fix is None


@pytest.mark.parametrize(
    ("model", "known"),
    [("Easee Home", "Easee"), ("EASEE Home", "Easee"), ("Easee Pro Home", "Easee")],
)
def test_a_row_of_another_section(model: str, known: str):
    ((code, facts),) = problems(read(model, "Zaptec Pro"))
    assert (code, facts["received"], facts["known"]) == ("other_section", model, known)
    assert facts["section"] == "brand"


@pytest.mark.parametrize("model", ["Easee", "Zaptec Easee Home", "Easy Home", "Eas ee Home"])
def test_a_row_of_its_own_section(model: str):
    assert "other_section" not in [code for code, _ in problems(read(model, "Zaptec Pro"))]


def test_a_name_a_form_would_refuse():
    found = read(f"Zaptec {'x' * 200}")
    assert [code for code, _ in problems(found)] == ["too_long"]
    assert found.fix is None
    assert problems(read("-", "Zaptec Pro")) == [("no_letters", {"received": "-"})]


def test_names_which_do_not_begin_with_their_section():
    document = games(TEXT.replace("| Elite |", "| Nes  –  2 |"))
    section = document.sections[0]
    found = NameReader(document, section).read(section.rows[0])
    assert problems(found) == [
        ("not_normalized", {"received": "Nes  –  2", "suggestion": "Nes - 2"})
    ]
    assert found.fix
    long = games(TEXT.replace("Elite", "x" * 300)).sections[0]
    assert NameReader(document, section).read(long.rows[0]).problems == []


def test_rows_by_the_entry_they_mean():
    _, section = chargers("Zaptec", "Zaptec Go", "Go", "ZAPTEC-GO", "Zaptec Pro")
    found = [[row.name for row in rows] for rows in section.rows_by_meaning.values()]
    assert found == [["Zaptec Go", "Go", "ZAPTEC-GO"], ["Zaptec Pro"]]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Zaptec", True), ("go-e", True), ("Zaptec – Go", False), ("Zaptec ⚡", False), ("", False)],
)
def test_a_heading_which_is_a_name(heading: str, expected: bool):
    assert is_name(SHAPE, heading) is expected


def test_names_begin_with_the_section_where_one_does():
    assert names_begin_with_section(SHAPE, chargers("Zaptec", "Go", "ZAPTEC Pro")[1])
    assert not names_begin_with_section(SHAPE, chargers("Zaptec", "Go", "Pro")[1])
    assert not names_begin_with_section(SHAPE, chargers("Zaptec")[1])
    assert not names_begin_with_section(games_shape(), games().sections[0])
