"""Fixes of cells, and of the order of rows and sections, each by itself."""

from collections.abc import Callable, Iterator

import pytest

from bot.check.fix_rows import (
    fix_cells,
    fixed_rows,
    reorder_rows,
    reorder_sections,
    sections_promise,
    separate_headings,
    split_by_longest_sorted_run,
)
from bot.document.cells import Cell, CellContent
from bot.document.document import Document
from bot.document.parse import parse
from bot.document.splices import Splice, apply_splices
from tests.charger_list import LIST, SHAPE
from tests.games import TABLE, TEXT, games, games_shape

Part = Callable[[Document], Iterator[Splice]]


def after(part: Part, document: Document) -> str:
    return apply_splices(document.lines, part(document))


@pytest.mark.parametrize("part", [fix_cells, reorder_rows, reorder_sections, separate_headings])
def test_a_list_in_order_stays(part: Part):
    for document in (games(), parse(LIST, SHAPE)):
        assert list(part(document)) == []


@pytest.mark.parametrize(
    ("cell", "fixed"),
    [
        ("| 1.6j |", "| 1.6J |"),
        ("| OCPP 1.6 JSON |", "| 1.6J |"),
        ("| **1.6j** |", "| **1.6j** |"),
        ("| 1.7 |", "| 1.7 |"),
    ],
)
def test_cells_with_a_certain_meaning(cell: str, fixed: str):
    text = LIST.replace("| Zaptec Pro | 1.6J |", f"| Zaptec Pro {cell}")
    assert after(fix_cells, parse(text, SHAPE)) == LIST.replace(
        "| Zaptec Pro | 1.6J |", f"| Zaptec Pro {fixed}"
    )


def test_several_cells_of_a_row():
    row = "| zaptec pro | 1.6j | cloud | none |"
    text = LIST.replace("| Zaptec Pro | 1.6J | ☁️ Cloud | |", row)
    fixed = LIST.replace("| Zaptec Pro | 1.6J | ☁️ Cloud | |", "| Zaptec pro | 1.6J | ☁️ Cloud |  |")
    assert after(fix_cells, parse(text, SHAPE)) == fixed


def test_a_row_whose_place_is_not_certain_stays():
    text = LIST.replace("| Zaptec Pro | 1.6J | ☁️ Cloud | |", "| Zaptec Pro* | 1.6j | ☁️ Cloud | |")
    assert list(fix_cells(parse(text, SHAPE))) == []
    assert list(reorder_rows(parse(text.replace("Zaptec Go", "Zaptec Zz"), SHAPE))) == []


def flawed(text: str) -> str:
    """The same with a second table in its first section, which keeps the bot from editing it."""
    return text.replace("### Amiga\n", f"### Amiga\n\n{TABLE}")


ROWS = "| Elite | 1988 |\n| Turrican | 1990 |\n"


@pytest.mark.parametrize(
    ("names", "order", "moved"),
    [
        (["b", "a"], ["a", "b"], 1),
        (["b", "c", "a"], ["a", "b", "c"], 1),
        (["c", "a", "b"], ["a", "b", "c"], 1),
        (["d", "b", "a", "c"], ["a", "b", "c", "d"], 2),
        (["b", "B", "a"], ["a", "B", "b"], 2),
    ],
)
def test_rows_out_of_order(names: list[str], order: list[str], moved: int):
    document = games(TEXT.replace(ROWS, "".join(f"| {name} | |\n" for name in names)))
    assert after(reorder_rows, document) == TEXT.replace(
        ROWS, "".join(f"| {name} | |\n" for name in order)
    )
    assert len(list(reorder_rows(document))) == 2 * moved


def test_rows_which_stay_out_of_order():
    turned = TEXT.replace(ROWS, "| b | |\n| a | |\n")
    assert list(reorder_rows(games(turned, rows="top"))) == []
    assert list(reorder_rows(games(flawed(turned)))) == []
    assert list(reorder_rows(games(turned.replace("| b |", "| ... | |\n| b |")))) == []


def test_rows_of_each_table():
    text = TEXT.replace(ROWS, f"| b | |\n| a | |\n\n#### Old\n\n{TABLE}| d | |\n| c | |\n")
    assert after(reorder_rows, games(text)) == TEXT.replace(
        ROWS, f"| a | |\n| b | |\n\n#### Old\n\n{TABLE}| c | |\n| d | |\n"
    )


def test_a_table_which_runs_into_a_heading():
    text = TEXT.replace("1990 |\n\n", "1990 |\n")
    assert after(separate_headings, games(text)) == TEXT
    assert list(separate_headings(games(flawed(text)))) == []
    assert list(separate_headings(games(TEXT[: TEXT.index("\n## License")]))) == []


AMIGA = TEXT[TEXT.index("### Amiga") : TEXT.index("### Nes")]
NES = TEXT[TEXT.index("### Nes") : TEXT.index("## License")]


def test_sections_out_of_order():
    text = TEXT.replace(AMIGA + NES, NES + AMIGA)
    assert after(reorder_sections, games(text)) == TEXT
    assert list(reorder_sections(games(text, sections="bottom"))) == []


@pytest.mark.parametrize("end", ["", "\n"])
def test_sections_out_of_order_at_the_end_of_the_page(end: str):
    above = TEXT[: TEXT.index("### Amiga")]
    text = above + NES + AMIGA.rstrip() + end
    fixed = above + AMIGA.rstrip() + "\n\n" + NES.rstrip()
    assert after(reorder_sections, games(text)).rstrip() == fixed


def test_sections_without_an_empty_line_between():
    text = TEXT.replace(AMIGA + NES, NES.rstrip() + "\n" + AMIGA)
    assert after(reorder_sections, games(text)) == TEXT


def test_a_list_without_sections():
    shape = games_shape(
        without=("sections: {field: system, name: system}\n", ", add_section: section.yml")
    )
    document = parse(f"## Games\n\n{TABLE}{ROWS}", shape)
    assert list(reorder_sections(document)) == []


def promised(document: Document) -> list[tuple[str, list[list[str]]]]:
    found = []
    for one in fixed_rows(document):
        tables = [[cells[0].text for cells in rows] for rows in one.tables]
        found.append((one.section.name, tables))
    return found


def test_the_promise_of_fixed_rows():
    turned = TEXT.replace(ROWS, "| b | |\n| a | |\n")
    assert promised(games(turned)) == [("Amiga", [["a", "b"]]), ("Nes", [["Metroid"]])]
    assert promised(games(turned, rows="top"))[0] == ("Amiga", [["b", "a"]])
    assert promised(games(flawed(turned)))[0] == ("Amiga", [[], ["b", "a"]])
    placeholder = turned.replace("| b |", "| ... | |\n| b |")
    assert promised(games(placeholder))[0] == ("Amiga", [["...", "b", "a"]])


def test_the_promise_of_fixed_cells():
    text = LIST.replace("| Zaptec Pro | 1.6J |", "| Zaptec Pro | 1.6j |")
    section = fixed_rows(parse(text, SHAPE))[-1]
    name, versions, *_ = section.tables[0][1]
    assert versions == CellContent("1.6J", "1.6J")
    assert name == Cell("Zaptec Pro")


def test_the_promise_of_the_sections():
    document = games(TEXT.replace(AMIGA + NES, NES + AMIGA))
    for is_reordered, names in ((False, ["Nes", "Amiga"]), (True, ["Amiga", "Nes"])):
        promise = sections_promise(document, is_reordered=is_reordered)
        assert [one.section.name for one in promise] == names
    rows = sections_promise(document, is_reordered=False)[0].tables[0]
    assert rows[0] == (Cell("Metroid"), Cell("1986"))
    kept = sections_promise(games(sections="top"), is_reordered=True)
    assert [one.section.name for one in kept] == ["Amiga", "Nes"]


@pytest.mark.parametrize(
    ("things", "kept", "moved"),
    [
        ([], [], []),
        ([1], [1], []),
        ([1, 2, 2, 3], [1, 2, 2, 3], []),
        ([3, 1, 2], [1, 2], [3]),
        ([1, 5, 2, 3], [1, 2, 3], [5]),
        ([2, 1], [1], [2]),
        ([4, 1, 5, 2, 6, 3], [1, 2, 3], [4, 5, 6]),
    ],
)
def test_the_longest_run_in_order(things: list[int], kept: list[int], moved: list[int]):
    assert split_by_longest_sorted_run(things, lambda thing: thing) == (kept, moved)


def test_several_sections_go_to_one_place():
    parts = {name: NES.replace("Nes", name) for name in "ABCDZ"}
    above, below = TEXT[: TEXT.index("### Amiga")], TEXT[TEXT.index("## License") :]
    text = above + "".join(parts[name] for name in "ADCBZ") + below
    assert (
        after(reorder_sections, games(text))
        == above + "".join(parts[name] for name in "ABCDZ") + below
    )


def test_a_moved_section_keeps_its_letters():
    nes = NES.replace("### Nes\n", "### Nes\n\nSee X\n")
    assert after(reorder_sections, games(TEXT.replace(AMIGA + NES, nes + AMIGA))) == TEXT.replace(
        AMIGA + NES, AMIGA + nes
    )


def test_a_heading_on_the_last_line():
    text = TEXT[: TEXT.index("\n## License")]
    assert after(separate_headings, games(f"{text}## License")) == f"{text}\n## License"


def test_cells_of_a_section_which_cannot_be_edited_stay():
    text = TEXT.replace("| Elite |", "| El‘ite |")
    for page, name in ((text, "El’ite"), (flawed(text), "El‘ite")):
        tables = fixed_rows(games(page))[0].tables
        assert tables[-1][0][0].text == name
