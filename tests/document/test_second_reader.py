"""Another reader of Markdown finds the rows which the bot writes, each with all of its cells."""

import pytest
from mistletoe.block_token import Document as MistletoeDocument
from mistletoe.block_token import Table

from bot.document.apply import apply_change
from bot.document.cells import text_content
from bot.document.changes import Addition, Alteration, NewRow
from tests.games import TEXT, games

TEXTS = ["a", "a | b", "a \\| b", "a\\", "`a|b`", "*a* _b_", "<b>", "[a](b)", "#1 @a"]


def rows_read(text: str) -> list[int]:
    """The number of cells of each row of each table, headers left out."""
    found = []
    for token in MistletoeDocument(text).children or ():
        if isinstance(token, Table):
            found += [len(list(row.children or ())) for row in token.children or ()]
    return found


def rows_shown(text: str) -> list[int]:
    return [len(row.cells) for table in games(text).page.tables for row in table.rows]


@pytest.mark.parametrize("text", TEXTS)
def test_a_new_row(text: str):
    row = NewRow("Zelda", (text_content("Zelda"), text_content(text)))
    after = apply_change(games(), Addition("Nes", (row,))).after.text
    assert rows_read(after) == rows_shown(after)
    assert len(rows_read(after)) == len(rows_read(TEXT)) + 1


@pytest.mark.parametrize("text", TEXTS)
def test_a_changed_row(text: str):
    change = Alteration("Amiga", "Elite", "Elite", (None, text_content(text)))
    after = apply_change(games(), change).after.text
    assert rows_read(after) == rows_shown(after) == rows_read(TEXT)


def test_a_new_section():
    row = NewRow("a", (text_content("a"), text_content("b")))
    after = apply_change(games(), Addition("C64", (row,))).after.text
    assert rows_read(after) == rows_shown(after)
