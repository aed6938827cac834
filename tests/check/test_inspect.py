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
