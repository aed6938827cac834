"""`check` finds what is wrong with a list, and where."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.check import inspect as inspection
from bot.document.lines import split_lines
from bot.render.problems import message
from bot.rules.rule import Level
from tests.charger_list import LIST, ROOT
from tests.check.pages import FOLDERS, document_in, inspect, sections
from tests.games import TABLE, TEXT, games
from tests.lists import WrittenList, lists
from tests.strategies import hostile


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_findings(folder: Path):
    expected = yaml.safe_load((folder / "findings.yml").read_text(encoding="utf-8"))
    found = [
        (f"{f.place.line}:{f.place.column}", f.level, message(f.problem))
        for f in inspection.inspect(document_in(folder))
    ]
    places = [(one["at"], one["level"]) for one in expected]
    assert sorted(places) == sorted((at, level) for at, level, _ in found), found
    for one, place in zip(expected, places, strict=True):
        texts = [words for at, level, words in found if (at, level) == place]
        assert any(all(part in words for part in one["says"]) for words in texts), texts


@settings(max_examples=60)
@given(lists(), st.lists(st.tuples(st.integers(min_value=0), hostile()), max_size=5))
def test_nothing_that_people_write_is_a_crash(written: WrittenList, typed: list[tuple[int, str]]):
    text = written.text
    for place, piece in typed:
        text = text[: place % (len(text) + 1)] + piece + text[place % (len(text) + 1) :]
    for found in inspect(text):
        assert 1 <= found.place.line <= max(len(split_lines(text)), 1)
        assert found.place.column >= 1
        assert "\n" not in message(found.problem)


def test_a_character_that_the_renderer_counts_otherwise_is_no_crash():
    row = "| Zaptec Go\0 | 1.6J | ☁️ Cloud | \0 | \x85 | \0 beyond |\n"
    place = LIST.index("| Zaptec")
    found = [
        one
        for one in inspect(LIST[:place] + row + LIST[place:])
        if one.problem.rule.code == "cells_beyond"
    ]
    assert [one.place.column for one in found] == [row.index("\0 beyond") + 1]


def test_names_without_end_are_only_too_long():
    text = sections({f"{letter * 20_000}": [f"A {letter * 60_000}"] for letter in "ab"})
    codes = [one.problem.rule.code for one in inspect(text)]
    assert codes.count("too_long") == 4
    assert "nearly_twice" not in codes


def test_the_readme_has_no_error():
    found = inspect((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [one.problem.rule.code for one in found if one.level is not Level.NOTE] == []


def found(text: str, rows: str = "natural") -> list[tuple[str, int, int]]:
    """The rule, line and column of each finding in a list of games."""
    result = inspection.inspect(games(text, rows))
    return [(one.problem.rule.code, *one.place) for one in result]


def test_a_list_in_order():
    assert found(TEXT) == []


def test_of_a_merge_conflict_only_that():
    assert found(TEXT.replace("MIT", "<<<<<<< HEAD") + "| a |") == [("merge_conflict", 25, 1)]


def test_a_text_above_a_table_is_no_mistake():
    below = f"{TABLE}| Metroid | 1986 |"
    for above in ("Text", "Text\nand more", "<!-- a -->", "[a]: b", "***"):
        assert found(TEXT.replace(below, f"{above}\n{below}")) == []
    assert found(TEXT.replace(f"### Nes\n\n{below}", f"### Nes\n{below}")) == []


def test_tables_of_other_columns_in_the_list():
    other = TABLE.replace("Year", "Years")
    assert found(TEXT.replace("1986 |\n", f"1986 |\n\n#### Old\n\n{other}")) == [
        ("columns", 25, 10)
    ]
    assert (
        found(TEXT.replace("1986 |\n", "1986 |\n\n#### Old\n\n| a | b | c |\n| - | - | - |\n"))
        == []
    )
    assert found(TEXT.replace("MIT", other)) == []
    assert found(TEXT.replace("# Fun\n", f"# Fun\n\n{other}")) == []
    above = found(TEXT.replace("### Amiga\n", f"### C64\n\n{other}\n### Amiga\n"))
    assert above == [("columns", 12, 10)]


def test_a_table_above_the_first_section():
    text = TEXT.replace("## Games\n", f"## Games\n\n{TABLE}")
    (one,) = inspection.inspect(games(text))
    assert (one.problem.rule.code, one.place.line) == ("table_without_section", 10)
    assert one.problem.facts["heading"] == "### System"


@pytest.mark.parametrize(
    ("size", "count"), [(409_600, 0), (409_601, 1), (800_000, 1), (800_001, 2)]
)
def test_the_size_of_the_page(size: int, count: int):
    text = TEXT + "\n" + "x" * (size - len(TEXT.encode()) - 1)
    result = inspection.inspect(games(text))
    assert [one.problem.rule.code for one in result] == ["size"] * count
    for one, limit in zip(result, (512_000, 1_000_000), strict=False):
        assert (one.place, one.problem.facts["count"]) == ((1, 1), size)
        assert one.problem.facts["limit"] == limit


def test_look_alike_letters_of_headings_and_contents():
    text = (
        TEXT.replace("# Fun", "# Good Fuп").replace("[Nes]", "[Nеs]").replace("### Nes", "### Nеs")
    )
    codes = found(text)
    assert ("look_alikes", 1, 8) in codes
    assert ("look_alikes", 5, 6) in codes
    assert ("look_alikes", 17, 5) not in codes
    assert [line for _, line, _ in codes].count(17) == 1


def test_names_of_sections():
    assert found(TEXT.replace("### Nes", "### Nes (2)").replace("#nes", "#nes-2")) == [
        ("section_count", 17, 5)
    ]
    text = TEXT.replace("### Nes", "###   N‘s").replace("[Nes](#nes)", "[N‘s](#ns)")
    assert found(text) == [("not_normalized", 17, 7)]
    assert found(text.replace("‘", " – ").replace("#ns", "#n--s")) == []
    long = "x" * 200
    assert (
        found(
            TEXT.replace("Nes]", f"{long}]")
            .replace("### Nes", f"### {long}")
            .replace("#nes", f"#{long}")
        )
        == []
    )


def test_sections_out_of_order():
    text = TEXT.replace("### Amiga", "### Zx").replace("[Amiga](#amiga)", "[Zx](#zx)")
    (one,) = inspection.inspect(games(text))
    assert (one.problem.rule.code, one.place) == ("section_order", (17, 5))
    assert (one.problem.facts["received"], one.problem.facts["known"]) == ("Nes", "Zx")
    assert inspection.inspect(games(text, sections="bottom")) == ()


def test_rows_out_of_order():
    text = TEXT.replace("| Elite |", "| Zool |")
    (one,) = inspection.inspect(games(text))
    assert (one.problem.rule.code, one.problem.field, one.place) == ("row_order", "Game", (15, 3))
    assert found(text, "top") == []
    years = found(TEXT, "{by: Year, how: newest-first}")
    assert years == [("row_order", 15, 14)]
    placeholder = TEXT.replace("| Turrican | 1990 |\n", "| Turrican | 1990 |\n| ... | |\n| A | |\n")
    assert found(placeholder) == [("row_order", 17, 3)]


def test_a_section_without_rows():
    assert found(TEXT.replace("| Metroid | 1986 |\n", "")) == [("no_rows", 17, 5)]


def test_a_table_which_runs_into_a_heading():
    assert found(TEXT.replace("1990 |\n\n", "1990 |\n")) == [("runs_on", 16, 1)]
    assert found(TEXT[: TEXT.index("\n## License")].replace("- [License](#license)\n", "")) == []


def test_each_finding_once_and_in_the_order_of_the_lines():
    text = TEXT.replace("| Elite |", "| E\u00adlite |").replace("| Metroid |", "| M\u00ad |")
    assert found(text) == [("invisible", 14, 4), ("invisible", 21, 4)]
