"""The demo shows what README.md says, on two screens, whatever the real list holds."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.terminal import columns
from bot.document.parse import parse
from tests.charger_list import ROOT, SHAPE

SCREEN_LINES, SCREEN_COLUMNS = 40, 100


@pytest.fixture(scope="module")
def demo() -> str:
    command: list[str | Path] = ["sh", ROOT / "examples/demo.sh", sys.executable]
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert done.stderr == b""
    return done.stdout.decode()


def test_the_demo_fits_on_two_screens(demo: str):
    lines = demo.expandtabs().splitlines()
    assert len(lines) <= 2 * SCREEN_LINES
    assert max(map(columns, lines)) <= SCREEN_COLUMNS


def test_the_demo_shows_a_branch_for_each_change_and_a_reply(demo: str):
    made = re.findall(r"^(\S+)\.md: branch (\S+) made$", demo, re.MULTILINE)
    assert made == [
        ("101-new-charger", "bot/issue-101"),
        ("102-new-brand", "bot/issue-102"),
        ("103-correction", "bot/issue-103"),
    ]
    assert re.search(r"^104-mistakes\.md: reply with \d problems, label needs-info$", demo, re.M)
    assert "4 issues: 3 with a pull request, 1 with a reply only" in demo
    assert demo.count(" unchanged\n") == 3


def test_readme_shows_lines_of_the_demo(demo: str):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```text\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    (shown,) = [block for block in blocks if "bot/issue-" in block]
    rest = demo.splitlines()
    for line in shown.splitlines():
        assert line in rest
        rest = rest[rest.index(line) + 1 :]


def test_the_list_of_the_demo_is_not_the_real_one():
    documents = [
        parse((ROOT / name).read_text(encoding="utf-8"), SHAPE).checked()
        for name in ("README.md", "examples/list/README.md")
    ]
    real, invented = [{one.name for one in document.sections} for document in documents]
    assert invented
    assert not real & invented
