"""Settings which are right alone, but not beside another."""

from pathlib import Path

import pytest
import yaml

from bot.errors import ListFileError
from bot.shape.contradictions import contradictions, problem_in_cell
from bot.shape.judge import LIST_FILE_ADAPTER
from bot.shape.load import read_list_file

FILES = Path(__file__).with_name("list_files")
GOOD, CONTRADICTORY = (sorted((FILES / name).iterdir()) for name in ("good", "contradictory"))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_files_contradict_nothing(path: Path):
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert list(contradictions(LIST_FILE_ADAPTER.validate_python(values))) == []


@pytest.mark.parametrize("path", CONTRADICTORY, ids=lambda path: path.stem)
def test_each_setting_is_right_alone_but_not_beside_another(path):
    """No JSON Schema can compare two settings, so the bot alone refuses the file."""
    text = path.read_text(encoding="utf-8")
    LIST_FILE_ADAPTER.validate_python(yaml.safe_load(text))
    with pytest.raises(ListFileError):
        read_list_file(text, path.name)


def test_each_contradiction_is_found_with_its_place():
    file = LIST_FILE_ADAPTER.validate_python(
        {
            "entry": "tool",
            "sections": {"field": "kind", "name": "kind", "new": False},
            "columns": {
                "Tool": {
                    "field": "kind",
                    "kind": "name",
                    "starts_with": "price",
                    "address": "site",
                    "exported": "kind",
                },
                "Site": {"field": "site", "kind": "links", "separator": "|", "empty": "a\rb"},
                "Cost": {
                    "field": "site",
                    "kind": "choice",
                    "shown": {"a": " x", "b": "x ", "c": "|"},
                },
            },
            "order": {"rows": {"by": "Name", "how": "natural"}},
            "forms": {"add": "add.yml", "add_section": "section.yml"},
        }
    )
    found = dict(contradictions(file))
    assert list(found) == [
        ("columns", "Tool", "starts_with"),
        ("columns", "Site", "empty"),
        ("columns", "Site", "separator"),
        ("columns", "Cost", "shown", "c"),
        ("columns", "Cost", "shown", "b"),
        ("columns", "Tool", "field"),
        ("columns", "Cost", "field"),
        ("columns", "Tool", "address"),
        ("columns", "Tool", "exported"),
        ("order", "rows", "by"),
        ("forms", "add_section"),
    ]
    message = "no column is called Name; there are Tool, Site, Cost"
    assert found["order", "rows", "by"] == message


@pytest.mark.parametrize("markdown", ["", "a", "a \\| b", "<br>", "\\|"])
def test_markdown_of_a_cell(markdown: str):
    assert problem_in_cell(markdown) is None


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("a|b", "a pipe would end the cell; write `\\|` for one in it"),
        ("|", "a pipe would end the cell; write `\\|` for one in it"),
        ("a\nb", "a cell has one line"),
        ("a|b\r", "a cell has one line"),
    ],
)
def test_markdown_which_no_cell_can_hold(markdown: str, problem: str):
    assert problem_in_cell(markdown) == problem
