"""The column with the names of the entries."""

import pytest

from bot.errors import ReadmeError
from bot.init.initialise import initialise
from tests.init.reading import ACTION, written

PONDS = "| Name | City |\n|---|---|\n| Pond | Ghent |\n"


def test_a_mark_for_the_name_above_is_no_name():
    with pytest.raises(ReadmeError, match="the one above") as caught:
        initialise(f"{PONDS}| ↳ | Porto |\n", ACTION)
    assert caught.value.line == 4


def test_rows_may_share_a_name():
    found = written(f"{PONDS}| Lake | Porto |\n| pond | Leeds |\n")
    assert found.shape.file.same_names
    assert "rows may share a Name, as lines 3 and 5 do" in found.made.guesses


def test_where_names_repeat_another_column_of_names_serves():
    rows = "".join(f"| Brook {n % 3} | AB-{n} | Ghent |\n" for n in range(6))
    found = written(f"| Name | Order code | City |\n|---|---|---|\n{rows}")
    assert found.shape.name_column.name == "Order code"


NAMES = {
    "first": ("| Tool | Use |", "| Saw | cutting |\n| Plane | smoothing |", "Tool"),
    "after a number": ("| # | Title |", "| 1 | Saw |\n| 2 | Plane |", "Title"),
    "after a date": ("| Day | Meeting |", "| 2026-01-02 | Saws |\n| 2026-01-03 | Planes |",
                     "Meeting"),
    "after a type": ("| Type | Item |", "| Saw | Ryoba |\n| Saw | Dozuki |\n| Plane | Kanna |",
                     "Item"),
    "called so": ("| Maker | Name |", "| Ito | Ryoba |\n| Abe | Kanna |", "Name"),
    "links at the end": ("| Topic | Paper |", "| saws | [On Saws](https://a.example) |\n"
                         "| saws | [More Saws](https://b.example) |", "Paper"),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_column_with_the_names(name):
    header, rows, expected = NAMES[name]
    delimiter = "|---" * (header.count("|") - 1) + "|"
    shape = written(f"# List\n\n{header}\n{delimiter}\n{rows}\n").shape
    assert shape.name_column.name == expected
