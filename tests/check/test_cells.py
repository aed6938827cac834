"""How the check reads a cell of options or links, and what it suggests."""

import pytest

from bot.check.inspect import inspect
from bot.document.parse import parse
from bot.render.problems import message
from bot.rules.rule import Problem
from bot.shape.load import bind, read_list_file
from bot.shape.shape import Shape
from tests.charger_list import LIST, SHAPE

APPS = bind(
    read_list_file(
        """\
entry: {one: app, many: apps}
columns:
  Name: {field: name, kind: name}
  Licence: {field: licence, kind: choice}
  Runs on: {field: systems, kind: choices, separator: ", "}
forms: {add: add.yml}
""",
        "list.yml",
    ),
    {"licence": ("GPL", "BSD, MIT"), "systems": ("Linux", "Windows")},
)


def problems(text: str, shape: Shape = SHAPE) -> list[Problem]:
    return [finding.problem for finding in inspect(parse(text, shape))]


def problems_with(before: str, after: str) -> list[Problem]:
    """What is wrong with the list of the chargers once one cell is another."""
    assert before in LIST
    fine = problems(LIST)
    return [one for one in problems(LIST.replace(before, after, 1)) if one not in fine]


def test_an_option_with_the_separator_in_it_is_one_option():
    table = "# Apps\n\n| Name | Licence | Runs on |\n| --- | --- | --- |\n"
    assert problems(f"{table}| Ink | BSD, MIT | Linux, Windows |\n", APPS) == []


def test_a_slip_in_an_option_is_answered_with_the_words_of_the_cell():
    (found,) = problems_with("Pro | 1.6J | ☁️ Cloud |", "Pro | 1.6J | Clowd |")
    assert found.facts["suggestion"] == "☁️ Cloud"
    assert "Did you mean `☁️ Cloud`?" in message(found)


@pytest.mark.parametrize(
    ("text", "suggestion"), [("the manual", ""), ("source needed", "Source needed!")]
)
def test_a_cell_without_links_suggests_only_what_it_nearly_says(text: str, suggestion: str):
    row = f"| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | {text} |\n"
    (found,) = problems_with("| Zaptec Pro |", f"{row}| Zaptec Pro |")
    assert found.facts["suggestion"] == suggestion


def test_a_control_character_is_named():
    found = problems_with("☁️ Cloud | |", "☁️ Cloud | a\x07b |")
    assert "a control character" in [one.facts.get("name") for one in found]
