"""`doctor` finds what is not as the bot needs it, and says how to mend it."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.decision.diagnosis import diagnose_forms, diagnose_list, diagnose_settings, diagnose_workflows, needed_labels
from bot.intake.form import load_forms

from .stage import API, FORMS, LIST, ROOT, Stage

FINE = {"contribute.yml": dict.fromkeys(("contents", "issues", "pull-requests"), "write")}
FINE["sweep.yml"] = FINE["contribute.yml"]


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.chdir(ROOT)
    for name, value in {
        "GITHUB_REPOSITORY": "acme/list",
        "GITHUB_TOKEN": "secret",
        "GITHUB_API_URL": API,
        "GITHUB_GRAPHQL_URL": f"{API}/graphql",
    }.items():
        monkeypatch.setenv(name, value)
    stage = Stage()
    stage.repository.permissions["administration"] = "read"
    return stage


def whats(found) -> list[str]:
    return [finding.what for finding in found]


def test_this_repository_is_in_order(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["doctor", "--offline"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings (GitHub was not asked)\n"


def test_an_empty_place_has_everything_missing(capsys, monkeypatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    assert main(["doctor", "--offline"]) == 1
    told = capsys.readouterr().out
    for name in ("README.md", "new-charger.yml", "contribute.yml", "sweep.yml"):
        assert name in told


def test_a_repository_that_is_ready_has_no_finding(stage, capsys):
    with stage.hub.in_process(API):
        assert main(["doctor"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings\n"


def test_missing_labels_are_found_and_made(stage, capsys):
    stage.repository.labels.clear()
    with stage.hub.in_process(API):
        assert main(["doctor"]) == 1
        assert main(["doctor", "--fix"]) == 0
    assert "The label needs-info does not exist." in capsys.readouterr().out
    made = {label.name: (label.color, label.description) for label in stage.repository.labels.values()}
    assert set(made) == set(needed_labels(FORMS))
    assert all(color and description for color, description in made.values())


def test_a_setting_that_forbids_pull_requests_is_found(stage, capsys):
    stage.repository.actions_may_open_pull_requests = False
    with stage.hub.in_process(API):
        assert main(["doctor"]) == 1
    assert "Settings > Actions > General" in capsys.readouterr().out


def test_a_token_that_may_not_read_the_setting_says_so(stage, capsys):
    del stage.repository.permissions["administration"]
    with stage.hub.in_process(API):
        assert main(["doctor"]) == 0
    assert "may not read whether" in capsys.readouterr().out


def test_an_archive_is_found(stage, capsys):
    stage.repository.archived = True
    with stage.hub.in_process(API):
        assert main(["doctor"]) == 1
    assert "The repository is archived." in capsys.readouterr().out


def test_without_a_token_it_names_what_is_missing(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.setenv("GITHUB_REPOSITORY", "acme/list")
    assert main(["doctor"]) == 1
    assert "GITHUB_TOKEN" in capsys.readouterr().err


def test_a_row_out_of_order_and_a_brand_out_of_the_contents_are_warned_of():
    swapped = LIST.replace("| Zaptec Go |", "| Zaptec Zz |").replace("  - [go-e](#go-e)\n", "")
    found = list(diagnose_list(swapped))
    assert [finding.level for finding in found] == ["warning", "warning"]
    assert "`Zaptec Pro` belongs before `Zaptec Zz`" in found[1].what
    assert "`go-e` is not in the table of contents" in found[0].what


def test_a_list_near_githubs_limits_is_warned_of():
    assert "GitHub shows no file beyond 512,000" in whats(diagnose_list(LIST + "<!--" + "x" * 420_000 + "-->"))[0]


def test_a_broken_list_is_an_error():
    assert [finding.level for finding in diagnose_list("# Nothing")] == ["error"]


def test_forms_that_differ_from_the_code_are_found(tmp_path: Path):
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace('"2.1"', '"2.2"'), encoding="utf-8")
    assert list(diagnose_forms(FORMS)) == []
    assert ["offers other OCPP versions" in what for what in whats(diagnose_forms(load_forms(tmp_path)))] == [True] * 3


def test_a_workflow_that_may_not_write_is_found():
    assert list(diagnose_workflows(FINE)) == []
    weak = FINE | {"sweep.yml": {"contents": "write", "issues": "read"}}
    assert whats(diagnose_workflows(weak)) == [
        ".github/workflows/sweep.yml lacks `issues: write`.",
        ".github/workflows/sweep.yml lacks `pull-requests: write`.",
    ]
    assert whats(diagnose_workflows({"contribute.yml": None}))[0] == ".github/workflows/contribute.yml is missing."


def test_a_fork_begins_without_issues(stage):
    stage.repository.has_issues = False
    with stage.hub.in_process(API):
        settings = stage.remote().settings()
    assert whats(diagnose_settings(settings, FORMS)) == ["Issues are turned off."]
