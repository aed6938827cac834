"""What list.yml may hold, and what it leaves to be understood."""

from bot.shape.list_file import ChoiceColumn, Direction
from bot.shape.load import read_list_file

SMALLEST = """
entry: tool
columns:
  Tool: {field: tool, kind: name}
  Free: {field: free, kind: yes/no}
forms: {add: add.yml}
"""


def test_the_settings_of_the_smallest_file():
    file = read_list_file(SMALLEST, "list.yml")
    assert (file.heading, file.sections, file.names, file.about) == (None, None, None, None)
    assert (file.strict, file.same_names, file.near_duplicates) == (False, False, True)
    assert (file.order.sections, file.order.rows) == (Direction.ALPHABETICAL, Direction.NATURAL)
    assert (file.correct.row, file.correct.change) == ("model", "correction")
    free = file.columns["Free"]
    assert isinstance(free, ChoiceColumn)
    assert (free.kind, free.separator, free.shown, free.empty) == ("yes/no", " / ", {}, "")


def test_the_file_of_the_correction_form():
    assert read_list_file(SMALLEST, "list.yml").correction_form is None
    other = f"{SMALLEST}correct: {{form: other.yml}}\n"
    assert read_list_file(other, "list.yml").correction_form == "other.yml"
    usual = SMALLEST.replace("add: add.yml", "add: add.yml, correct: correct.yml")
    assert read_list_file(usual, "list.yml").correction_form == "correct.yml"
