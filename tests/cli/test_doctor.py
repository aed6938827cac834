"""`doctor` finds what is not as the bot needs it, and says how to fix it."""

import pytest

from bot.__main__ import main
from bot.doctor.diagnosis import diagnose_settings
from bot.doctor.labels import missing_labels
from bot.github.settings import read_settings
from tests.charger_list import FORMS, ROOT
from tests.command_line import Place
from tests.stage import API, Stage


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()
    stage.enter_workflow(monkeypatch)
    stage.repository.permissions["administration"] = "read"
    return stage


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
    made = [
        (label.name, label.color, label.description) for label in stage.repository.labels.values()
    ]
    assert made == missing_labels(FORMS, [])


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


def test_one_warning_is_counted_as_one(stage, capsys):
    del stage.repository.permissions["administration"]
    with stage.hub.in_process(API):
        main(["doctor"])
    assert capsys.readouterr().out.endswith("\n\n0 errors, 1 warning\n")


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


@pytest.mark.parametrize(
    ("change", "what", "status"),
    [
        ({"has_pull_requests": False}, "Pull requests are turned off.", 1),
        ({"collaborators_only": True}, "Only collaborators may open pull requests.", 0),
        ({"allowed_actions": "selected"}, "Only selected actions may run.", 0),
        ({"allowed_actions": "local_only"}, "Only actions of this owner may run.", 1),
        (
            {"fork_approval": "first_time_contributors_new_to_github"},
            "start workflows without approval",
            0,
        ),
        ({"rules": {"creation"}}, "Restrict creations (`creation`)", 1),
        ({"rules": {"pull_request"}}, "before merging (`pull_request`)", 1),
        ({"rules": {"deletion"}}, "keeps the bot from deleting its branches", 0),
        ({"protections": {"**/*": {"lock_branch": True}}}, "Branch protection covers", 1),
        ({"allow_auto_merge": True, "keeps_approvals": True}, "Auto-merge is on", 0),
    ],
)
def test_a_setting_that_is_in_the_way_is_found(stage, capsys, change, what, status):
    for name, value in change.items():
        setattr(stage.repository, name, value)
    with stage.hub.in_process(API):
        assert main(["doctor"]) == status
    out = capsys.readouterr().out
    assert what in out
    assert out.count("why it matters") == 1


def test_auto_merge_with_approvals_that_go_is_no_finding(stage, capsys):
    stage.repository.allow_auto_merge = True
    with stage.hub.in_process(API):
        assert main(["doctor"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_a_fork_begins_without_issues(stage):
    stage.repository.has_issues = False
    with stage.hub.in_process(API):
        settings = read_settings(stage.remote().client)
    found = diagnose_settings(settings, FORMS)
    assert [finding.what for finding in found] == ["Issues are turned off."]


def test_doctor_without_variables_names_two_ways_on(place: Place, monkeypatch):
    for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    place.git("init", "--quiet")
    place.git("remote", "add", "origin", "git@github.com:acme/list.git")
    ran = place.bot("doctor")
    assert ran.status == 1
    assert "`python -m bot doctor --offline`" in ran.err
    assert "GITHUB_REPOSITORY=acme/list GITHUB_TOKEN=$(gh auth token)" in ran.err


def test_labels_can_only_be_made_on_github(place: Place):
    ran = place.bot("doctor", "--offline", "--fix")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith("--fix creates labels on GitHub, and --offline does not ask it\n")
