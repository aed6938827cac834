"""A change carried out and verified."""

import pytest

from bot.document.apply import apply_change
from bot.document.cells import CellContent
from bot.document.changes import Addition, Alteration, NewRow, Removal
from bot.document.links import MovedAnchor
from bot.errors import ReadmeError
from tests.games import TEXT, game, games


def test_the_list_before_and_after():
    before = games()
    result = apply_change(before, Removal("Amiga", "Elite"))
    assert result.before is before
    assert result.after.text == TEXT.replace("| Elite | 1988 |\n", "")
    assert result.after.sections[0].names == ("Turrican",)
    assert result.moved_anchors == ()


def test_anchors_which_are_moved():
    result = apply_change(games(), Addition("License", (game("a"),)))
    assert result.moved_anchors == (MovedAnchor("License", "license", "license-1"),)


def test_a_list_without_a_row_takes_the_first():
    text = TEXT[: TEXT.index("### Nes")].replace("| Turrican | 1990 |\n", "")
    emptied = text.replace("| Elite | 1988 |\n", "").replace("  - [Nes](#nes)\n", "")
    assert apply_change(games(emptied), Addition("Amiga", (game("Elite", "1988"),))).after.text == (
        text.replace("  - [Nes](#nes)\n", "")
    )


@pytest.mark.parametrize("markdown", ["a\n## b", "a | b", "<!--", "*a*", "\n\n"])
def test_a_cell_which_shows_something_else_is_refused(markdown: str):
    row = NewRow("a", (CellContent("a", "a"), CellContent(markdown, "c")))
    with pytest.raises(ReadmeError):
        apply_change(games(), Addition("Amiga", (row,)))


def test_a_page_which_could_not_be_read_any_more_is_refused():
    name = CellContent("a |\n\n# b\n\n## Games\n\n| c", "a")
    change = Alteration("Amiga", "Elite", "a", (name, None))
    with pytest.raises(ReadmeError) as caught:
        apply_change(games(), change)
    assert str(caught.value) == "README.md:8: the list could not be read after the edit."
