"""A cell of the list with everything wrong with it, and texts among them."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from bot.document.cells import Cell, CellContent, text_content
from bot.document.values import empty_content, is_empty, shown_cell
from bot.forms.values import read_notes
from bot.names.cleaning import clean, has_excess_combining_marks
from bot.names.order import DASHES, replaced, skeleton
from bot.names.vocabulary import is_nothing
from bot.rules import row_rules, value_rules
from bot.rules.rule import FieldErrors, Problem
from bot.shape.shape import ColumnShape


class CellReading(NamedTuple):
    """The problems of a cell.

    `fix` is the cell as the bot would write it, where that is certain and differs.
    """

    problems: Sequence[Problem] = ()
    fix: CellContent | None = None


def is_written_so(name: str, used: str, *, is_strict: bool) -> bool:
    """Whether a name is written as the bot would; a long dash is the style of its keeper.

    A strict list has hyphens.
    """
    return name == used or (not is_strict and replaced(name, DASHES) == used)


def normalization_problem(column: str, text: str, used: str) -> Problem | None:
    """What is wrong with a text the bot would write differently.

    Spaces and invisible characters are reported elsewhere.
    """
    if used != clean(text) or has_excess_combining_marks(text):
        return row_rules.NOT_NORMALIZED.problem(column, received=text, suggestion=used)
    if not unicodedata.is_normalized("NFC", text):
        return row_rules.DECOMPOSED.problem(column, received=text, suggestion=used)
    return None


def written_problems(errors: FieldErrors, field: str, *, is_strict: bool) -> list[Problem]:
    """What is wrong with a value in the list; its length only where the list is strict.

    The limits of the forms are for strangers, and the keeper of a list may write more.
    """
    problems = errors.problems(field)
    return [p for p in problems if is_strict or p.rule is not value_rules.TOO_LONG]


def without_value(column: ColumnShape) -> str:
    """The advice for a cell without a value, as part of a sentence."""
    empty = shown_cell(column.empty).text
    return f"write `{empty}`" if empty else "leave the cell empty"


def text_value(column: ColumnShape, cell: Cell) -> str:
    """One line of plain text; empty where the cell has a word for nothing."""
    return "" if is_empty(column, cell) or _is_word_for_nothing(column, cell) else cell.text


def _is_word_for_nothing(column: ColumnShape, cell: Cell) -> bool:
    return column.holds_remarks and bool(skeleton(cell.text)) and is_nothing(cell.text)


def _without_value(column: ColumnShape, cell: Cell) -> CellReading:
    problem = row_rules.WORD_FOR_NOTHING.problem(
        column.name, received=cell.text, without=without_value(column)
    )
    return CellReading([problem], empty_content(column))


def read_text_cell(column: ColumnShape, cell: Cell, value: str) -> CellReading:
    """The problems of one line of plain text, whose value is known."""
    if not value and is_empty(column, cell):
        return CellReading()
    if not value and _is_word_for_nothing(column, cell):
        return _without_value(column, cell)
    try:
        used = read_notes(cell.text)
    except FieldErrors as errors:
        return CellReading(written_problems(errors, column.name, is_strict=column.is_strict))
    if used == cell.text:
        return CellReading()
    if not used:
        return _without_value(column, cell)
    different = normalization_problem(column.name, cell.text, used)
    if different is None:
        return CellReading()
    return CellReading([different], text_content(used))
