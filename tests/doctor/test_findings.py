"""What `doctor` says of a repository, and of the files of its forms."""

from pathlib import Path

import pytest

from bot.doctor import findings, form_findings, workflow_findings
from bot.doctor.findings import SetupFinding
from bot.render import error_messages
from bot.rules import finding, list_rules
from bot.rules.rule import Level

GOLDEN = Path(__file__).with_name("findings.txt")
NAMES = "`Section 0`, `Section 1`, `Section 2`, `Section 3`, `Section 4` and 4 more"
CONCURRENCY = '`concurrency: {group: "sweep-${{ github.ref }}"}`'


def all_findings() -> list[SetupFinding]:
    """Each finding once, and again where it may read otherwise."""
    place = ".github/ISSUE_TEMPLATE/new-charger.yml:12"
    found = finding.finding(list_rules.NO_ROWS, 12, received="Zaptec")
    return [
        findings.BROKEN_LIST.of(message="README.md is missing."),
        findings.in_list(found, 1, 0),
        findings.in_list(found, 3, 2),
        findings.keeps_from_editing(found, 1),
        findings.BROKEN_FORM.of(message="new-charger.yml: not valid YAML."),
        findings.BROKEN_LIST_FILE.of(message="list.yml:3: `columns` is missing."),
        findings.FORM_DIFFERS.of(file="new-charger.yml", what="has no field notes"),
        findings.SAME_LABEL.of(file="invalid.yml", other="new-charger.yml", label="new-charger"),
        findings.SECTION_GONE.of(file="new-game.yml", names="`Nes` and `Amiga`"),
        findings.SECTION_NOT_OFFERED.of(file="new-game.yml", names=NAMES),
        findings.NO_LABEL.of(label="invalid"),
        findings.MAY_NOT_OPEN,
        findings.UNKNOWN_SETTING,
        findings.ARCHIVED,
        findings.NO_ISSUES,
        findings.NO_PULL_REQUESTS,
        findings.COLLABORATORS_ONLY,
        findings.SELECTED_ACTIONS,
        findings.OWN_ACTIONS,
        findings.WEAK_FORK_APPROVAL,
        findings.RULESET_FORBIDS.of(rules="Restrict updates (`update`)"),
        findings.PROTECTION_FORBIDS.of(rules="Restrict updates (`update`)"),
        findings.BRANCHES_STAY,
        findings.SIGNATURES_REQUIRED,
        findings.pattern_forbids("branch_name_pattern", "^feature/", "bot/issue-1"),
        findings.pattern_forbids("commit_message_pattern", "^fix: ", "Add An Entry"),
        findings.MERGES_UNSEEN,
        form_findings.INVALID_YAML.at(place, message="a list lacks its `]`, or a comma"),
        form_findings.NO_TEXT.at(place, key="description"),
        form_findings.NO_FIELDS.at(place),
        form_findings.LABELS_AS_TEXT.at(place, fixed="`labels: [new-charger, bug]`"),
        form_findings.NO_LABEL.at(place),
        form_findings.UNKNOWN_TYPE.at(place, kind="`text`", allowed="input, textarea"),
        form_findings.NO_TYPE.at(place, allowed="input, textarea"),
        form_findings.NOT_TRUE_OR_FALSE.at(place, written="`maybe`"),
        form_findings.REPEATED.at(place, what="id", text="`notes`", first=9),
        form_findings.OPTION_NOT_TEXT.at(place, written="`2.0`", quoted='`"2.0"`'),
        form_findings.OPTION_NESTED.at(place),
        form_findings.OPTION_NONE.at(place, written="`none`"),
        form_findings.UPLOAD.at(place),
        form_findings.CONFIG.at(place, message="`contact_links` must be a list."),
        form_findings.HEADING_GONE.at(place, anchor="`#lisense`", near="`#license`"),
        form_findings.HEADING_GONE.at(place, anchor="``#a`b``", near="a heading that is there"),
        *of_workflows(),
    ]


def of_workflows() -> list[SetupFinding]:
    place = ".github/workflows/contribute.yml:12"
    return [
        workflow_findings.NO_WORKFLOW.of(path="contribute.yml"),
        workflow_findings.BROKEN_WORKFLOW.at(place, problem="a line before it lacks its colon"),
        workflow_findings.UNKNOWN_ACTION.at(place, placeholder="OWNER/NAME"),
        workflow_findings.NO_ACTION.at(place, folder="`./nowhere`"),
        workflow_findings.NO_EVENT.at("contribute.yml", event="`issues`"),
        workflow_findings.MISSPELT_EVENT.at(place, event="`issues`", near="`issue`"),
        workflow_findings.NO_TYPES.at(place, types="`edited` and `closed`", event="`issues`"),
        workflow_findings.NO_TIME.at(place, written="`17 25 * * *`"),
        workflow_findings.NO_CONCURRENCY.at("contribute.yml", setting=CONCURRENCY),
        workflow_findings.CANCELS.at(place),
        workflow_findings.NO_PERMISSION.at(place, permission="`issues: write`"),
        workflow_findings.NO_COMMAND.at("contribute.yml", setting="`command: run`"),
        workflow_findings.MISSPELT_COMMAND.at(place, setting="`command: run`"),
    ]


def test_findings_read_as_in_the_golden_file(request: pytest.FixtureRequest):
    text = "\n\n".join(map(str, all_findings())) + "\n"
    if request.config.getoption("--bless"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_a_finding_is_three_lines():
    assert str(findings.BROKEN_LIST.of(message="README.md is missing.")) == (
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
