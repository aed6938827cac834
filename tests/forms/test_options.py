"""Answers to a dropdown in other words than those of its options."""

import pytest

from bot.forms.options import read_choices
from bot.rules.rule import FieldErrors
from bot.shape.list_file import ListFile
from bot.shape.load import bind
from bot.shape.shape import ColumnShape


@pytest.fixture
def free() -> ColumnShape:
    """A column of yes and no, shown as a tick and a cross."""
    free = {"kind": "yes/no", "field": "free", "shown": {"Yes": "✓", "No": "✗"}}
    columns = {"Name": {"kind": "name", "field": "name"}, "Free": free}
    file = {"entry": "tool", "columns": columns, "forms": {"add": "add.yml"}}
    return bind(ListFile.model_validate(file), {"free": ["Yes", "No"]}).columns[1]


@pytest.mark.parametrize(
    ("answer", "option"),
    [("Y", "Yes"), ("n", "No"), ("true", "Yes"), ("✅", "Yes"), ("❌", "No"), ("✗", "No")],
)
def test_yes_and_no_in_other_words(free, answer, option):
    assert read_choices(free, answer) == (option,)


@pytest.mark.parametrize("answer", ["x", "maybe", "yes no"])
def test_what_is_neither(free, answer):
    with pytest.raises(FieldErrors):
        read_choices(free, answer)
