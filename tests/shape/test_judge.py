"""What pydantic says of list.yml, in words of its keeper."""

from typing import Any

import pytest
import yaml

from bot.errors import ListFileError
from bot.shape.judge import judge

SMALLEST = """
entry: tool
columns:
  Tool: {field: tool, kind: name}
forms: {add: add.yml}
"""


def mistakes(text: str) -> list[str]:
    values: Any = yaml.safe_load(text)
    with pytest.raises(ListFileError) as caught:
        judge(values, yaml.compose(text), "list.yml")
    return str(caught.value).splitlines()


def test_a_file_in_order():
    file = judge(yaml.safe_load(SMALLEST), yaml.compose(SMALLEST), "list.yml")
    assert (file.entry, file.forms.add, list(file.columns)) == ("tool", "add.yml", ["Tool"])


@pytest.mark.parametrize(
    ("was", "became", "mistake"),
    [
        ("entry: tool\n", "", "list.yml:1: `entry` is missing."),
        ("kind: name", "kind: names", "list.yml:4: `columns.Tool` needs a `kind`, one of "),
        ("add.yml", "a/b.yml", "list.yml:5: `forms.add` should be the name of a .yml file, "),
        ("field: tool", "field: a b", "list.yml:4: `columns.Tool.field` should be an id, of "),
        ("entry: tool", "entry: yes", "list.yml:2: `entry` should be a text, for which yes and "),
        ("entry: tool", "strict: 1\nentry: tool", "list.yml:2: `strict` should be true or false."),
        (", kind: name", ", kind: name, empty: a", "list.yml:4: `columns.Tool.empty` is no setti"),
    ],
)
def test_a_mistake_has_its_line_and_what_is_allowed(was: str, became: str, mistake: str):
    (found,) = mistakes(SMALLEST.replace(was, became))
    assert found.startswith(mistake)


def test_all_mistakes_at_once():
    text = SMALLEST.replace("entry: tool", "entry: 1\nlevel: 2").replace("add.yml", "add")
    assert [line.partition("`")[2].partition("`")[0] for line in mistakes(text)] == [
        "entry",
        "forms.add",
        "level",
    ]
