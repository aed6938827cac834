"""YAML as people write it."""

import pytest
import yaml

from bot.init.yaml_text import block, line

VALUES = ["", "Yes", "2.1", "a: b", "# c", "é", "- x", "null", "'\"", {"a": ["b", True]}]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_read_again(value):
    assert yaml.safe_load(block({"k": value})) == {"k": value}
    assert yaml.safe_load(f"k: {line(value)}") == {"k": value}


def test_lists_are_indented_and_keys_keep_their_order():
    assert block({"b": ["x", "y"], "a": 1}) == "b:\n  - x\n  - y\na: 1\n"


def test_a_text_of_several_lines_is_a_block():
    assert block({"a": "b\nc\n"}) == "a: |\n  b\n  c\n"


def test_words_that_yaml_takes_for_others_are_in_quotes():
    assert line(["Yes", "2.1", "ü"]) == "['Yes', '2.1', ü]"


def test_a_long_line_is_not_broken():
    assert line({"a": "word " * 100}).count("\n") == 0
