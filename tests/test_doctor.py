"""`doctor` finds what is not as the bot needs it, and says how to mend it."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.check.inspect import finding_of, inspect
from bot.doctor.diagnosis import (
    diagnose_forms,
    diagnose_list,
    diagnose_settings,
    diagnose_workflows,
    needed_labels,
)
from bot.errors import ReadmeError
from bot.forms.form import Field, Kind, load_forms
from bot.github.settings import read_settings
from bot.render import findings, problems
from bot.render.settings import MAY_NOT_OPEN, NO_PERMISSION

from .stage import API, FORMS, LIST, ROOT, Stage, form

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


def test_a_list_commands_no_runner(capsys, monkeypatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text(
        LIST.replace("Zaptec Pro |", "Zaptec Pro ##[error]told |"), encoding="utf-8"
    )
    main(["doctor", "--offline"])
    told = capsys.readouterr().out
    assert "# #[error]told" in told
    assert "##[" not in told


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
    made = {
        label.name: (label.color, label.description) for label in stage.repository.labels.values()
    }
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


def test_one_warning_is_counted_as_one(stage, capsys):
    del stage.repository.permissions["administration"]
    with stage.hub.in_process(API):
        main(["doctor"])
    assert capsys.readouterr().out.endswith("\n0 errors, 1 warning\n")


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
    assert (
        "GitHub shows no file beyond 512,000"
        in whats(diagnose_list(LIST + "<!--" + "x" * 420_000 + "-->"))[0]
    )


def test_a_broken_list_is_an_error():
    assert [finding.level for finding in diagnose_list("# Nothing")] == ["error"]


def test_forms_that_differ_from_the_code_are_found(tmp_path: Path):
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace('"2.1"', '"2.2"'), encoding="utf-8")
    assert list(diagnose_forms(FORMS)) == []
    assert [
        "offers other OCPP versions" in what for what in whats(diagnose_forms(load_forms(tmp_path)))
    ] == [True] * 3


def test_a_workflow_that_may_not_write_is_found():
    assert list(diagnose_workflows(FINE)) == []
    weak = FINE | {"sweep.yml": {"contents": "write", "issues": "read"}}
    assert whats(diagnose_workflows(weak)) == [
        ".github/workflows/sweep.yml lacks `issues: write`.",
        ".github/workflows/sweep.yml lacks `pull-requests: write`.",
    ]
    assert (
        whats(diagnose_workflows({"contribute.yml": None}))[0]
        == ".github/workflows/contribute.yml is missing."
    )


def test_a_fork_begins_without_issues(stage):
    stage.repository.has_issues = False
    with stage.hub.in_process(API):
        settings = read_settings(stage.remote().client)
    assert whats(diagnose_settings(settings, FORMS)) == ["Issues are turned off."]


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
        ({"rules": {"creation"}}, "does not let the bot make branches (rule `creation`)", 1),
        ({"rules": {"deletion"}}, "does not let the bot delete its branches", 1),
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


# Each finding: who makes it and of what, and the three things that it says.
WITHOUT_SOURCE = next(found for found in inspect(LIST) if found.problem.rule.code == "no_source")
TOLD = [
    (
        findings.broken_list,
        ["README.md: No such file."],
        "error: README.md: No such file.",
        "The bot edits nothing while the list is broken.",
        "Mend the file.",
    ),
    (
        findings.in_list,
        [WITHOUT_SOURCE],
        f"note: README.md:{WITHOUT_SOURCE.place.line}: {problems.told(WITHOUT_SOURCE.problem)}",
        "Readers are worse off.",
        "`python -m bot check` tells more, and mends what it can with `--fix`.",
    ),
    (
        findings.in_list,
        [finding_of(ReadmeError(7, "this line is not UTF-8."))],
        "error: README.md:7: this line is not UTF-8.",
        "The bot may edit nothing there, and programs cannot read it.",
        "`python -m bot check` tells more, and mends what it can with `--fix`.",
    ),
    (
        findings.broken_form,
        ["new-brand.yml is no YAML."],
        "error: new-brand.yml is no YAML.",
        "The bot reads its questions and labels from the forms.",
        "Restore the form from the repository that this one was made from.",
    ),
    (
        findings.form_differs,
        ["new-brand.yml", "asks otherwise"],
        "error: The form new-brand.yml asks otherwise.",
        "The bot would not find, or not understand, what people answer.",
        "Change the form back, or the code along with it.",
    ),
    (
        findings.no_label,
        ["invalid"],
        "error: The label invalid does not exist.",
        "GitHub silently drops a form's label that does not exist, and the bot looks only at labelled issues.",
        "Run `python -m bot doctor --fix`.",
    ),
    (
        findings.may_not_open,
        [],
        "error: GitHub Actions may not open pull requests.",
        "The bot makes its branches, but no pull request.",
        MAY_NOT_OPEN,
    ),
    (
        findings.unknown_setting,
        [],
        "warning: This token may not read whether GitHub Actions may open pull requests.",
        "If they may not, the bot makes its branches, but no pull request.",
        f"Look yourself, or use an administrator's token. {MAY_NOT_OPEN}",
    ),
    (
        findings.no_workflow,
        ["sweep.yml"],
        "error: sweep.yml is missing.",
        "Nothing starts the bot.",
        "Restore the file.",
    ),
    (
        findings.workflow_lacks,
        ["sweep.yml", "issues: write"],
        "error: sweep.yml lacks `issues: write`.",
        "GitHub refuses what the bot must write there.",
        f"Add it under `permissions:` of the job. {NO_PERMISSION}",
    ),
    (
        findings.archived,
        [],
        "error: The repository is archived.",
        "Nothing can be written.",
        "Unarchive it in its settings.",
    ),
    (
        findings.no_issues,
        [],
        "error: Issues are turned off.",
        "The forms open issues. A fork begins without them.",
        "Settings > General > Features: tick Issues.",
    ),
]


@pytest.mark.parametrize(
    ("finding", "of", "what", "why", "mend"), TOLD, ids=[what for _, _, what, _, _ in TOLD]
)
def test_a_finding_says_what_it_is_why_it_matters_and_how_to_mend_it(
    finding, of: list, what: str, why: str, mend: str
):
    assert str(finding(*of)) == f"{what}\n  why it matters: {why}\n  how to mend it: {mend}"


def with_options(field_id: str) -> tuple[Field, ...]:
    fields = form(Kind.INVALID).fields
    return tuple(
        replace(field, options=("Other",)) if field.id == field_id else field for field in fields
    )


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (
            {"fields": form(Kind.INVALID).fields[1:]},
            "does not ask for brand, model, correction, new_model, ",
        ),
        ({"issue_label": "wrong"}, "sets the label wrong instead of invalid"),
        (
            {"fields": with_options("communication")},
            "offers other Communication than Cloud, Direct",
        ),
        (
            {"fields": with_options("correction")},
            "offers other Correction than Change the details, ",
        ),
    ],
)
def test_a_form_that_differs_is_named(changed: dict, what: str):
    (told,) = whats(diagnose_forms([replace(form(Kind.INVALID), **changed)]))
    assert told.startswith(f"The form invalid.yml {what}")
