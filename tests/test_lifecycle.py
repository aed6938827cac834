"""LIFECYCLE.md is complete, and the scenarios it names exist."""

import re

from bot.decision.decision import Status
from tests.charger_list import ROOT

TESTS = ROOT / "tests"
SCENARIOS = (
    "cli/test_merging.py",
    "cli/test_sweep.py",
    "local/test_merge.py",
    "scenarios/*.py",
    "workflows/*.py",
)
STATES, NOTICES = (
    (TESTS / "LIFECYCLE.md").read_text(encoding="utf-8").split("\n## Who hears what\n")
)


def rows_in(section: str) -> list[str]:
    """The rows of the one table of a section."""
    header, rule, *rows = [line for line in section.splitlines() if line.startswith("|")]
    assert header.endswith("| Shown by |")
    assert set(rule) == set("|-")
    return rows


def test_each_row_names_scenarios_which_exist():
    scenarios: set[str] = set()
    for pattern in SCENARIOS:
        for module in TESTS.glob(pattern):
            text = module.read_text(encoding="utf-8")
            scenarios.update(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
    for section in (STATES, NOTICES):
        for row in rows_in(section):
            named = set(re.findall(r"`(test_\w+)`", row.rpartition(" | ")[2]))
            assert named, row
            assert named <= scenarios


def test_each_status_has_a_row_on_who_hears_of_it():
    named: set[str] = set()
    for row in rows_in(NOTICES):
        named.update(re.findall(r"`([a-z_]+)`", row.partition(" | ")[0]))
    assert named == set(Status) - {Status.NOT_ASKED}
