"""What the workflows' YAML promises: events, order, rights, caches, times and what is checked out."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from .stage import ROOT

FOLDER = ROOT / ".github" / "workflows"
INSTALL = [
    'uv venv --python ">=3.11,<3.15"',
    "uv pip sync --require-hashes --only-binary :all: requirements/run.txt",
]


def read(path: Path) -> dict[str, Any]:
    workflow: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else str(key): value for key, value in workflow.items()}


WORKFLOWS = {path.stem: read(path) for path in sorted(FOLDER.glob("*.yml"))}
WRITE = {"contents": "write", "issues": "write", "pull-requests": "write"}
DEFAULT_BRANCH = "github.ref_name == github.event.repository.default_branch"

EVENTS: dict[str, dict[str, Any]] = {
    "contribute": {
        "issues": {
            "types": [
                *("opened", "edited", "labeled", "unlabeled", "reopened", "closed", "unlocked")
            ]
        },
        "issue_comment": {"types": ["created"]},
        "pull_request_target": {"types": ["closed", "reopened"]},
        "workflow_dispatch": {
            "inputs": {
                "issue": {
                    "description": "Number of the issue to look at again",
                    "type": "number",
                    "required": True,
                }
            }
        },
    },
    "sweep": {
        "push": {
            "paths": ["README.md", ".github/ISSUE_TEMPLATE/**"],
            "branches-ignore": ["bot/**"],
        },
        "schedule": [{"cron": "17 3 * * *"}],
        "workflow_dispatch": None,
    },
    "stale": {"schedule": [{"cron": "23 2 * * *"}], "workflow_dispatch": None},
    "sources": {"schedule": [{"cron": "41 4 * * 1"}], "workflow_dispatch": None},
    "check": {"pull_request": {"paths": ["README.md"]}},
    "ci": {"push": {"branches": ["main"]}, "pull_request": None},
    "pages": {
        "push": {
            "paths": [
                "README.md",
                "bot/**",
                ".github/ISSUE_TEMPLATE/**",
                "requirements/run.txt",
                ".github/workflows/pages.yml",
            ],
            "branches-ignore": ["bot/**"],
        },
        "workflow_dispatch": None,
    },
}
CONCURRENCY = {
    "contribute": (
        "contribute-${{ github.head_ref || format('bot/issue-{0}', github.event.issue.number"
        " || inputs.issue) }}",
        False,
    ),
    "sweep": ("sweep-${{ github.ref }}", False),
    "stale": ("stale", False),
    "sources": ("sources", False),
    "check": ("check-${{ github.event.pull_request.number }}", True),
    "ci": ("ci-${{ github.ref }}", True),
    "pages": ("pages-${{ github.ref }}", False),
}
PERMISSIONS = {
    "contribute": {"contribute": WRITE, "ask": {"contents": "read"}, "remark": WRITE},
    "sweep": {"sweep": WRITE},
    "stale": {"stale": {"issues": "write"}},
    "sources": {
        "ask": {"contents": "read"},
        "report": {"contents": "read", "actions": "read", "issues": "write"},
    },
    "check": {"check": {"contents": "read"}},
    "ci": {"check": {"contents": "read"}},
    "pages": {
        "build": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    },
}
# What a workflow may do with caches, and the jobs that may do otherwise. Whoever may start a run from outside fills none.
CACHE_MODES = {
    "contribute": ("read", {"ask": "none"}),
    "sweep": ("write", {}),
    "stale": ("none", {}),
    "sources": ("read", {"ask": "none"}),
    "check": ("none", {}),
    "ci": ("none", {}),
    "pages": ("none", {}),
}
FETCH_DEPTHS = {("check", "check"): 2, ("sources", "report"): 0}
CONDITIONS = {
    ("sweep", "sweep"): f"github.event_name != 'push' || {DEFAULT_BRANCH}",
    ("pages", "build"): DEFAULT_BRANCH,
    ("sources", "ask"): DEFAULT_BRANCH,
    ("contribute", "ask"): "needs.contribute.outputs.ask == 'yes'",
}
JOBS = [(name, job) for name, workflow in WORKFLOWS.items() for job in workflow["jobs"]]


def steps(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOWS[name]["jobs"][job].get("steps", [])
    return found


def settings(name: str, job: str, action: str) -> list[dict[str, Any]]:
    """What the steps of a job give to an action."""
    return [step.get("with", {}) for step in steps(name, job) if action in step.get("uses", "")]


def test_each_workflow_is_held_here():
    tables = (EVENTS, CONCURRENCY, PERMISSIONS, CACHE_MODES)
    assert all(set(table) == set(WORKFLOWS) for table in tables)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_events_and_times(name):
    assert WORKFLOWS[name]["on"] == EVENTS[name]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_which_run_waits_for_which(name):
    group, cancels = CONCURRENCY[name]
    assert WORKFLOWS[name]["concurrency"] == {"group": group, "cancel-in-progress": cancels}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_rights(name):
    assert WORKFLOWS[name]["permissions"] == {}
    jobs = WORKFLOWS[name]["jobs"]
    assert {job: jobs[job]["permissions"] for job in jobs} == PERMISSIONS[name]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_caches(name):
    mode, others = CACHE_MODES[name]
    jobs = WORKFLOWS[name]["jobs"]
    assert WORKFLOWS[name]["cache-mode"] == mode
    found = {job: jobs[job]["cache-mode"] for job in jobs if "cache-mode" in jobs[job]}
    assert found == others
    for job in jobs:
        for given in settings(name, job, "setup-uv"):
            assert given["enable-cache"] == (others.get(job, mode) != "none")


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_when_a_job_runs_and_for_how_long(name, job):
    found = WORKFLOWS[name]["jobs"][job]
    assert found.get("if") == CONDITIONS.get((name, job))
    assert found["runs-on"] == "ubuntu-latest"
    assert found["timeout-minutes"] <= 60


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_what_is_checked_out_keeps_no_token(name, job):
    for given in settings(name, job, "actions/checkout"):
        assert given.get("persist-credentials") is False
        assert given.get("fetch-depth", 1) == FETCH_DEPTHS.get((name, job), 1)
        assert not {"ref", "repository"}.intersection(given)  # never what a stranger has written


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_dependencies_are_locked_wheels_for_a_named_interpreter(name, job):
    for step in steps(name, job):
        lines = step.get("run", "").splitlines()
        if any(line.startswith("uv ") for line in lines):
            assert lines == INSTALL


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_the_token_is_given_to_the_bot_alone(name, job):
    for step in steps(name, job):
        if "GITHUB_TOKEN" in step.get("env", {}):
            lines = [line for line in step["run"].splitlines() if not line.startswith("mkdir ")]
            assert lines[0].startswith(".venv/bin/python -m bot ")


def test_what_waits_for_an_answer_ends_in_five_weeks():
    (given,) = settings("stale", "stale", "actions/stale")
    assert given["any-of-issue-labels"] == "needs-info,duplicate"
    assert (given["days-before-issue-stale"], given["days-before-issue-close"]) == (21, 14)
    assert (given["days-before-pr-stale"], given["days-before-pr-close"]) == (-1, -1)
    assert given.get("remove-issue-stale-when-updated", True)
