"""What `doctor` says of a repository."""

import pytest

from bot.render import findings, settings
from bot.rules import finding, list_rules
from bot.rules.rule import Level


def test_a_finding_is_three_lines():
    assert str(findings.broken_list("README.md is missing.")) == (
        "error: README.md is missing.\n"
        "  why it matters: The bot edits nothing while the list is broken.\n"
        "  how to fix it: Fix the file."
    )


def test_a_finding_of_the_list_names_its_line():
    found = finding.finding(list_rules.NO_ROWS, 12, received="Zaptec")
    what = "README.md:12: The table of `Zaptec` has no row. Put one below its header, or take the "
    worse, stops = findings.in_list(found), findings.keeps_from_editing(found)
    assert (worse.level, stops.level) == (Level.WARNING, Level.ERROR)
    assert worse.what == stops.what == f"{what}section out."
    assert (worse.why, stops.why) == ("Readers are worse off.", "The bot edits nothing there.")
    assert worse.fix == stops.fix
    assert "--fix" in worse.fix


def test_what_is_wrong_is_named():
    assert findings.form_differs("a.yml", "has no field b").what == "The form a.yml has no field b."
    assert findings.no_label("invalid").what == "The label invalid does not exist."
    assert findings.no_workflow("a.yml").what == "a.yml is missing."
    lacks = findings.workflow_lacks("a.yml", "issues: write")
    assert lacks.what == "a.yml lacks `issues: write`."
    assert lacks.fix.endswith(settings.NO_PERMISSION)
    assert findings.broken_form("a.yml: nothing.").what == "a.yml: nothing."


def test_the_setting_to_change_is_named():
    assert findings.may_not_open().fix == settings.MAY_NOT_OPEN
    assert findings.unknown_setting().fix.endswith(settings.MAY_NOT_OPEN)
    assert findings.collaborators_only().fix == settings.COLLABORATORS_ONLY


@pytest.mark.parametrize(
    ("allowed", "level", "which"),
    [("selected", Level.WARNING, "Only selected"), ("local_only", Level.ERROR, "Only actions of")],
)
def test_fewer_actions_may_be_too_few(allowed: str, level: Level, which: str):
    found = findings.selected_actions(allowed)
    assert found.level is level
    assert found.what.startswith(which)


def test_each_rule_of_a_ruleset_is_put_into_words():
    found = {rule: findings.rule_forbids(rule).what for rule in findings.RULES}
    assert found["deletion"] == (
        "A ruleset does not let the bot delete its branches (rule `deletion`)."
    )
    assert len(set(found.values())) == len(findings.RULES) == 4


@pytest.mark.parametrize(
    "found",
    [
        findings.archived(),
        findings.no_issues(),
        findings.no_pull_requests(),
        findings.unknown_setting(),
        findings.weak_fork_approval(),
        findings.merges_unseen(),
        findings.may_not_open(),
    ],
)
def test_a_finding_says_what_and_why_and_how(found: findings.SetupFinding):
    for text in (found.what, found.why, found.fix):
        assert text[0].isupper()
        assert text.endswith(".")
