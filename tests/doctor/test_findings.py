"""What `doctor` says of a repository, and of the files of its forms."""

from pathlib import Path

import pytest

from bot.doctor import findings, form_findings, workflow_findings
from bot.doctor.findings import SetupFinding
from bot.render import error_messages
from bot.rules import finding, list_rules
from bot.rules.rule import Level

GOLDEN = Path(__file__).with_name("findings.txt")


def all_findings() -> list[SetupFinding]:
    """Each finding once, and again where it may read otherwise."""
    place = ".github/ISSUE_TEMPLATE/new-charger.yml:12"
    found = finding.finding(list_rules.NO_ROWS, 12, received="Zaptec")
    return [
        findings.broken_list("README.md is missing."),
        findings.in_list(found, 1, 0),
        findings.in_list(found, 3, 2),
        findings.keeps_from_editing(found, 1),
        findings.broken_form("new-charger.yml: not valid YAML."),
        findings.broken_list_file("list.yml:3: `columns` is missing."),
        findings.form_differs("new-charger.yml", "has no field notes"),
        findings.same_label("invalid.yml", "new-charger.yml", "new-charger"),
        findings.section_gone("new-game.yml", ["Nes", "Amiga"]),
        findings.section_not_offered("new-game.yml", [f"Section {n}" for n in range(9)]),
        findings.no_label("invalid"),
        findings.MAY_NOT_OPEN,
        findings.UNKNOWN_SETTING,
        findings.ARCHIVED,
        findings.NO_ISSUES,
        findings.NO_PULL_REQUESTS,
        findings.COLLABORATORS_ONLY,
        findings.selected_actions("selected"),
        findings.selected_actions("local_only"),
        findings.WEAK_FORK_APPROVAL,
        findings.rules_forbid(["Restrict updates (`update`)"], is_classic=False),
        findings.rules_forbid(["Restrict updates (`update`)"], is_classic=True),
        findings.BRANCHES_STAY,
        findings.SIGNATURES_REQUIRED,
        findings.pattern_forbids("branch_name_pattern", "^feature/", "bot/issue-1"),
        findings.pattern_forbids("commit_message_pattern", "^fix: ", "Add An Entry"),
        findings.MERGES_UNSEEN,
        form_findings.invalid_yaml(place, "a list lacks its `]`, or a comma"),
        form_findings.no_text(place, "description"),
        form_findings.no_fields(place),
        form_findings.labels_as_text(place, "new-charger,bug"),
        form_findings.no_label(place),
        form_findings.unknown_type(place, "text", ("input", "textarea")),
        form_findings.unknown_type(place, "", ("input", "textarea")),
        form_findings.not_true_or_false(place, "maybe"),
        form_findings.repeated(place, "id", "notes", 9),
        form_findings.option_not_text(place, "2.0"),
        form_findings.option_nested(place),
        form_findings.option_none(place, "none"),
        form_findings.upload(place),
        form_findings.config(place, "`contact_links` must be a list."),
        form_findings.heading_gone(place, "lisense", "license"),
        form_findings.heading_gone(place, "a`b", ""),
        *of_workflows(),
    ]


def of_workflows() -> list[SetupFinding]:
    place = ".github/workflows/contribute.yml:12"
    return [
        workflow_findings.no_workflow("contribute.yml"),
        workflow_findings.broken_workflow(place, "a line before it lacks its colon"),
        workflow_findings.unknown_action(place, "OWNER/NAME"),
        workflow_findings.no_action(place, "./nowhere"),
        workflow_findings.no_event("contribute.yml", "issues", ""),
        workflow_findings.no_event(place, "issues", "issue"),
        workflow_findings.no_types(place, "issues", ["edited", "closed"]),
        workflow_findings.no_time(place, "17 25 * * *"),
        workflow_findings.no_concurrency("contribute.yml", "sweep-${{ github.ref }}"),
        workflow_findings.cancels(place),
        workflow_findings.no_permission(place, "issues: write"),
        workflow_findings.no_command("contribute.yml", "run", ""),
        workflow_findings.no_command(place, "run", "runn"),
    ]


def test_findings_read_as_in_the_golden_file(request: pytest.FixtureRequest):
    text = "\n\n".join(map(str, all_findings())) + "\n"
    if request.config.getoption("--bless"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_a_finding_is_three_lines():
    assert str(findings.broken_list("README.md is missing.")) == (
        "error: README.md is missing.\n"
        "  why it matters: The bot edits nothing while the list is broken.\n"
        "  how to fix it: Restore the file, or save it as UTF-8."
    )


def test_a_finding_of_the_list_is_as_bad_as_what_it_keeps_from():
    found = finding.finding(list_rules.NO_ROWS, 12, received="Zaptec")
    worse, stops = findings.in_list(found, 1, 0), findings.keeps_from_editing(found, 1)
    assert (worse.level, stops.level) == (Level.WARNING, Level.ERROR)
    assert worse.what == stops.what
    assert worse.what.startswith("README.md:12: The table of `Zaptec` has no row.")


def test_the_setting_to_change_is_named():
    assert findings.MAY_NOT_OPEN.fix == error_messages.MAY_NOT_OPEN
    assert findings.UNKNOWN_SETTING.fix.endswith(error_messages.MAY_NOT_OPEN)
    assert findings.COLLABORATORS_ONLY.fix == error_messages.COLLABORATORS_ONLY
