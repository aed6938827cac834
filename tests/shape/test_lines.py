"""Where a setting is in the YAML of list.yml."""

import pytest
import yaml

from bot.shape.lines import child_of, line_of, message

NODE = yaml.compose("entry: tool\ncolumns:\n  Tool:\n    kind: name\nlist:\n- a\n- b: c\n1: d\n")


def test_a_message():
    assert message("list.yml", 3, "a cell has one line") == "list.yml:3: a cell has one line."


@pytest.mark.parametrize(
    ("location", "line"),
    [
        ((), 1),
        (("other",), 1),
        (("entry",), 1),
        (("columns", "Tool", "kind"), 4),
        (("columns", "Tool", "other"), 3),
        (("columns", "name", "Tool"), 3),
        (("list", 0), 6),
        (("list", 1, "b"), 7),
        ((1,), 8),
    ],
)
def test_the_line_of_a_value_or_of_the_nearest_around_it(
    location: tuple[str | int, ...], line: int
):
    assert line_of(NODE, location) == line


def test_the_key_and_the_value_of_a_part():
    found = child_of(NODE, "entry")
    assert found
    assert [node.value for node in found] == ["entry", "tool"]
    assert child_of(NODE, "other") is None
    assert child_of(found[1], "entry") is None
    items = child_of(NODE, "list")
    assert items
    assert child_of(items[1], "a") is None
