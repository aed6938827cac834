"""What holds for the list of chargers holds for lists of other shapes."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.check.inspect import inspect
from bot.document.apply import apply_change
from bot.document.changes import Addition, Alteration, Removal
from bot.document.edit import edit
from bot.document.lines import split_lines
from bot.document.parse import parse
from bot.document.verify import verify_edit
from bot.errors import ReadmeError
from bot.export.catalogue import read_catalogue
from bot.rules.rule import Level
from tests.page import Other, Page, Part, Row
from tests.shapes import ShapedList, changes, new_rows, shaped_lists

FEWER = settings(max_examples=150)
NEW_NAMES = ["Zoo | Park", "x*y", "1.0", "Notes"]


@FEWER
@given(shaped_lists())
def test_the_check_has_no_word_against_what_the_bot_writes(shaped: ShapedList):
    assume(all(shaped.names.values()))  # a section without rows is a warning
    assert [one for one in inspect(shaped.document) if one.level is not Level.NOTE] == []


@FEWER
@given(shaped_lists())
def test_nothing_the_bot_writes_is_left_out_of_exports(shaped: ShapedList):
    catalogue = read_catalogue(shaped.document)
    assert not catalogue.left_out
    assert len(catalogue.entries) == sum(map(len, shaped.names.values()))


@FEWER
@given(st.data(), shaped_lists())
def test_removing_what_was_added_gives_back_every_byte(data: st.DataObject, shaped: ShapedList):
    section = data.draw(st.sampled_from(list(shaped.names)))
    row = data.draw(new_rows(shaped.shape, NEW_NAMES))
    added = apply_change(shaped.document, Addition(section, (row,))).after
    assert added.text != shaped.document.text
    if shaped.names[section] or not shaped.shape.has_sections:
        assert apply_change(added, Removal(section, row.name)).after.text == shaped.document.text


@FEWER
@given(st.data(), shaped_lists())
def test_a_new_section_comes_and_goes_in_any_shape(data: st.DataObject, shaped: ShapedList):
    assume(shaped.shape.has_sections)
    row = data.draw(new_rows(shaped.shape, NEW_NAMES))
    added = apply_change(shaped.document, Addition("New ones", (row,))).after
    assert "New ones" in [section.name for section in added.sections]
    assert apply_change(added, Removal("New ones", row.name)).after.text == shaped.document.text


@FEWER
@given(st.data(), shaped_lists())
def test_a_reader_sees_the_promised_change_and_no_other(data: st.DataObject, shaped: ShapedList):
    change = data.draw(changes(shaped))
    before = Page(shaped.document.text)
    after = Page(apply_change(shaped.document, change).after.text)
    others = [[p for p in page.parts if not is_row(p)] for page in (before, after)]
    assert others[0] == others[1]
    gone, come = without(before.rows, after.rows), without(after.rows, before.rows)
    column = shaped.shape.name_column.index
    if isinstance(change, Addition):
        assert not gone
        assert {row.cells[column].text for row in come} == {row.name for row in change.rows}
    elif isinstance(change, Removal):
        assert not come
        assert [row.cells[column].text for row in gone] == [change.name]
    else:
        assert isinstance(change, Alteration)
        assert len(gone) == len(come) <= 1
        for was, became in zip(gone, come, strict=True):
            pairs = zip(was.cells, became.cells, change.contents, strict=True)
            assert all(content or one == other for one, other, content in pairs)
            assert became.cells[column].text == change.new_name


def is_row(part: object) -> bool:
    return isinstance(part, Row) and not part.is_header


def without(rows: list[Row], others: list[Row]) -> list[Row]:
    """The rows which are not among the others, counting each as often as it is there."""
    left = list(others)
    found = []
    for row in rows:
        if row in left:
            left.remove(row)
        else:
            found.append(row)
    return found


def seen(text: str) -> list[Part]:
    """What a reader sees, but for the space between paragraphs."""
    return [part for part in Page(text).parts if part not in {Other("<p>"), Other("</p>")}]


@FEWER
@given(st.data(), shaped_lists())
def test_a_fault_planted_in_an_edit_is_refused(data: st.DataObject, shaped: ShapedList):
    """A line is lost, moved or changed, and the page shows it."""
    change = data.draw(changes(shaped))
    right = edit(shaped.document, change).text
    lines = list(split_lines(right))
    place = data.draw(st.integers(0, len(lines) - 1))
    fault = data.draw(st.sampled_from(["lose", "move", "change"]))
    line = lines.pop(place)
    if fault == "move":
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    elif fault == "change":
        lines.insert(place, re.sub(r"\w", "Q", line, count=1))
    wrong = "".join(lines)
    assume(seen(wrong) != seen(right))
    after = parse(wrong, shaped.shape)
    assume(not after.errors)
    with pytest.raises(ReadmeError):
        verify_edit(shaped.document, change, after)
