"""Each behaviour on the page has a source and a test."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from tests import octofake


def sources() -> dict[str, str]:
    """Each behaviour on the page with its source."""
    page = (Path(octofake.__file__).parent / "README.md").read_text(encoding="utf-8")
    _, _, table = page.partition("| behaviour | source |\n|---|---|\n")
    rows = table.partition("\n\n")[0].splitlines()
    return dict(row.removeprefix("| ").removesuffix(" |").split(" | ") for row in rows)


def test_each_behaviour_on_the_page_is_marked_on_a_test():
    marks: list[pytest.Mark] = []
    for path in Path(__file__).parent.glob("test_*.py"):
        module = import_module(f"tests.octofake.{path.stem}")
        for thing in vars(module).values():
            marks += getattr(thing, "pytestmark", [])
    assert {mark.args[0] for mark in marks if mark.name == "models"} == sources().keys()
    assert len(sources()) > 30


@pytest.mark.parametrize(("behaviour", "source"), sources().items())
def test_each_behaviour_on_the_page_has_the_address_of_its_source(behaviour: str, source: str):
    for named in source.split(", "):
        assert re.match(r"https://[\w.-]+/\S+|[\w-]+/[\w.-]+#\d+$", named), behaviour
