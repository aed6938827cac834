"""A cell of plain text."""

from dataclasses import replace

import pytest

from bot.check.cells import (
    CellReading,
    normalization_problem,
    read_text_cell,
    text_value,
    without_value,
    written_problems,
)
from bot.document.cells import Cell, CellContent
from bot.document.values import shown_cell
from bot.rules import row_rules, value_rules
from bot.rules.rule import Problem, combine, field_error
from bot.shape.load import bind, read_list_file
from bot.shape.shape import ColumnShape
from tests.charger_list import SHAPE

FILE = """
entry: tool
columns:
  Tool: {field: tool, kind: name}
  Made: {field: made, kind: text}
  Use: {field: use, kind: text, empty: "*none*"}
  Notes: {field: notes, kind: text, remarks: true, empty: "?"}
forms: {add: add.yml}
"""
COLUMN = {column.name: column for column in bind(read_list_file(FILE, "list.yml"), {}).columns}


def read(column: str, markdown: str) -> CellReading:
    return read_cell(COLUMN[column], shown_cell(markdown))


def read_cell(column: ColumnShape, cell: Cell) -> CellReading:
    return read_text_cell(column, cell, text_value(column, cell))


@pytest.mark.parametrize(
    ("column", "markdown", "value"),
    [
        ("Made", "", ""),
        ("Use", "*none*", ""),
        ("Notes", "?", ""),
        ("Made", "in Kobe", "in Kobe"),
        ("Made", "no", "no"),
        ("Use", r"a \| b", "a | b"),
    ],
)
def test_nothing_is_wrong_with_text_as_the_bot_writes_it(column, markdown, value):
    assert read(column, markdown) == CellReading()
    assert text_value(COLUMN[column], shown_cell(markdown)) == value


@pytest.mark.parametrize("word", ["no", "N/A", "ok"])
def test_a_word_for_nothing_is_no_remark(word):
    assert text_value(COLUMN["Notes"], shown_cell(word)) == ""
    problems, fix = read("Notes", word)
    assert [(one.rule, one.field, one.facts) for one in problems] == [
        (row_rules.WORD_FOR_NOTHING, "Notes", {"received": word, "without": "write `?`"})
    ]
    assert fix == CellContent("?", "?")


def test_a_dash_is_an_empty_cell():
    problems, fix = read("Made", "-")
    facts = {"received": "-", "without": "leave the cell empty"}
    assert list(problems) == [Problem(row_rules.WORD_FOR_NOTHING, "Made", facts)]
    assert fix == CellContent("", "")
    assert read("Use", "-").fix == CellContent("*none*", "none")


def test_a_letter_of_two_characters_is_one():
    problems, fix = read("Made", "Cafe\u0301")
    assert [one.rule for one in problems] == [row_rules.DECOMPOSED]
    assert fix
    assert fix.text == "Café"


def test_only_a_strict_list_limits_its_keeper():
    long = shown_cell("a" * 301)
    assert read_cell(COLUMN["Made"], long) == CellReading([])
    (problem,) = read_cell(replace(COLUMN["Made"], is_strict=True), long).problems
    assert problem.rule is value_rules.TOO_LONG


def test_a_list_that_is_not_strict_has_the_other_mistakes():
    too_long = field_error(value_rules.TOO_LONG, received="x", length=2, limit=1)
    errors = combine([too_long, field_error(value_rules.PICTURE, received="x")])
    for is_strict in (True, False):
        found = written_problems(errors, "Made", is_strict=is_strict)
        assert {one.field for one in found} == {"Made"}
        rules = [value_rules.TOO_LONG, value_rules.PICTURE]
        assert [one.rule for one in found] == rules[0 if is_strict else 1 :]


@pytest.mark.parametrize(
    ("text", "used", "rule"),
    [
        ("a", "a", None),
        (" a\u200b b ", "a b", None),  # reported elsewhere
        ("a", "b", row_rules.NOT_NORMALIZED),
        ("e\u0301", "é", row_rules.DECOMPOSED),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 9, row_rules.NOT_NORMALIZED),
    ],
)
def test_what_differs_is_named(text, used, rule):
    problem = normalization_problem("Made", text, used)
    if rule is None:
        assert problem is None
        return
    assert problem
    assert (problem.rule, problem.field) == (rule, "Made")
    assert problem.facts == {"received": text, "suggestion": used}


@pytest.mark.parametrize(
    ("column", "advice"),
    [
        (COLUMN["Made"], "leave the cell empty"),
        (COLUMN["Use"], "write `none`"),
        (SHAPE.columns[-1], "write `Source needed!`"),
    ],
)
def test_a_cell_without_a_value_gets_advice(column, advice):
    assert without_value(column) == advice
