"""What no run shows: the settings of the workflows, read from their YAML."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.decision.decision import IssueLabel

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
TEMPLATES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "bot" / "init" / "templates").glob("*.yml"))
}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
LIST = ["README.md", ".github/list.yml", ".github/ISSUE_TEMPLATE/**"]
NOT_OF_THE_BOT = ["bot/**"]
ON_DEFAULT_BRANCH = "github.ref_name == github.event.repository.default_branch"
WRITES = {"contents": "write", "issues": "write", "pull-requests": "write"}
READS = {"contents": "read"}
PINNED = re.compile(r"(?P<name>[\w./-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+")

EVENTS: dict[str, dict[str, Any]] = {
    "contribute": {
        "issues": {
            "types": ["opened", "edited", "labeled", "unlabeled", "reopened", "closed", "unlocked"]
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
        "push": {"paths": LIST, "branches-ignore": NOT_OF_THE_BOT},
        "schedule": [{"cron": "17 3 * * *"}],
        "workflow_dispatch": None,
    },
    "check": {"pull_request": {"paths": LIST}},
    "pages": {
        "push": {
            "paths": [
                *LIST,
                "bot/**",
                "action.yml",
                "requirements/run.txt",
                ".github/workflows/pages.yml",
            ],
            "branches-ignore": NOT_OF_THE_BOT,
        },
        "workflow_dispatch": None,
    },
    "sources": {"schedule": [{"cron": "41 4 * * 1"}], "workflow_dispatch": None},
    "stale": {"schedule": [{"cron": "47 2 * * *"}], "workflow_dispatch": None},
    "ci": {
        "push": {"branches": ["main"], "paths-ignore": ["README.md"]},
        "pull_request": {"paths-ignore": ["README.md"]},
    },
}
# The group of runs, and whether a new run ends the one which goes on.
CONCURRENCY = {
    "contribute": (
        "contribute-${{ github.head_ref "
        "|| format('bot/issue-{0}', github.event.issue.number || inputs.issue) }}",
        False,
    ),
    "sweep": ("sweep-${{ github.ref }}", False),
    "check": ("check-${{ github.event.pull_request.number }}", True),
    "pages": ("pages-${{ github.ref }}", False),
    "sources": ("sources", False),
    "stale": ("stale", False),
    "ci": ("ci-${{ github.ref }}", True),
}
CACHE_MODES = {
    "contribute": "read",
    "sweep": "write",
    "sources": "read",
    "check": "none",
    "pages": "none",
    "stale": "none",
    "ci": "none",
}
PERMISSIONS = {
    "contribute": {"contribute": WRITES, "ask": READS, "remark": WRITES},
    "sweep": {"sweep": WRITES},
    "check": {"check": READS},
    "pages": {"build": READS, "publish": {"pages": "write", "id-token": "write"}},
    "sources": {"ask": READS, "report": {**READS, "actions": "read", "issues": "write"}},
    "stale": {"stale": {"issues": "write"}},
    "ci": {"check": READS},
}
CONDITIONS = {
    ("contribute", "ask"): "needs.contribute.outputs.questions == 'yes'",
    ("sweep", "sweep"): f"github.event_name != 'push' || {ON_DEFAULT_BRANCH}",
    ("pages", "build"): ON_DEFAULT_BRANCH,
    ("sources", "ask"): ON_DEFAULT_BRANCH,
    ("stale", "stale"): ON_DEFAULT_BRANCH,
}
TIMEOUTS = {  # minutes
    ("sweep", "sweep"): 60,
    ("sources", "ask"): 60,
    ("ci", "check"): 20,
    ("pages", "publish"): 15,
}
FETCH_DEPTHS = {("check", "check"): 2, ("pages", "build"): 0, ("sources", "report"): 0}
TOKENS = {
    ("contribute", "contribute"): "${{ secrets.BOT_TOKEN || github.token }}",
    ("contribute", "remark"): "${{ secrets.BOT_TOKEN || github.token }}",
    ("sweep", "sweep"): "${{ secrets.BOT_TOKEN || github.token }}",
}

each = pytest.mark.parametrize("name", WORKFLOWS)


def jobs(name: str) -> dict[str, Any]:
    return WORKFLOWS[name]["jobs"]


def steps_of(action: str) -> list[tuple[str, str, dict[str, Any]]]:
    """The inputs of each step which uses an action, with the workflow and the job."""
    found = []
    for name in WORKFLOWS:
        for job, content in jobs(name).items():
            for step in content["steps"]:
                inputs = step.get("with", {})
                found.append((step.get("uses", "").partition("@")[0], name, job, inputs))
    return [(name, job, inputs) for used, name, job, inputs in found if used == action]


def test_each_workflow_is_looked_at():
    assert set(WORKFLOWS) == set(EVENTS)


@each
def test_events(name: str):
    assert WORKFLOWS[name][True] == EVENTS[name]  # YAML reads `on` as true


@each
def test_concurrency(name: str):
    group, cancel = CONCURRENCY[name]
    assert WORKFLOWS[name]["concurrency"] == {"group": group, "cancel-in-progress": cancel}


@each
def test_permissions(name: str):
    assert WORKFLOWS[name]["permissions"] == {}
    assert {job: content["permissions"] for job, content in jobs(name).items()} == PERMISSIONS[name]


@each
def test_who_may_use_the_cache(name: str):
    assert WORKFLOWS[name]["cache-mode"] == CACHE_MODES[name]
    for job, content in jobs(name).items():
        asks = (name, job) in {("contribute", "ask"), ("sources", "ask")}
        assert content.get("cache-mode") == ("none" if asks else None), job


@each
def test_conditions_and_timeouts(name: str):
    for job, content in jobs(name).items():
        assert content.get("if") == CONDITIONS.get((name, job)), job
        assert content["timeout-minutes"] == TIMEOUTS.get((name, job), 10), job
        assert content["runs-on"] == "ubuntu-latest"


def test_the_jobs_which_ask_come_between_those_which_write():
    assert {job: content.get("needs") for job, content in jobs("contribute").items()} == {
        "contribute": None,
        "ask": "contribute",
        "remark": "ask",
    }
    assert jobs("sources")["report"]["needs"] == "ask"
    assert jobs("pages")["publish"]["needs"] == "build"


def test_no_checkout_keeps_the_token_and_history_comes_where_it_is_read():
    steps = steps_of("actions/checkout")
    assert len(steps) == 9
    for name, job, inputs in steps:
        assert inputs["persist-credentials"] is False, name
        assert inputs.get("fetch-depth") == FETCH_DEPTHS.get((name, job)), name
        assert set(inputs) <= {"persist-credentials", "fetch-depth"}, name  # no other ref


def test_caches_of_jobs_without_the_action():
    given = {(name, job): inputs for name, job, inputs in steps_of("astral-sh/setup-uv")}
    caches = {place: inputs["enable-cache"] for place, inputs in given.items()}
    assert caches == {
        ("contribute", "ask"): False,
        ("sources", "ask"): False,
        ("sources", "report"): True,
    }
    report = given["sources", "report"]
    assert report["save-cache"] is False
    assert report["cache-local-path"] == ACTION["runs"]["steps"][0]["with"]["cache-local-path"]


def test_the_action_takes_a_cache_where_it_writes_and_keeps_one_after_a_sweep():
    inputs = ACTION["runs"]["steps"][0]["with"]
    assert inputs["enable-cache"] == "${{ inputs.command == 'run' || inputs.command == 'sweep' }}"
    assert inputs["save-cache"] == "${{ inputs.command == 'sweep' }}"


def test_the_cache_holds_byte_code():
    folder = ACTION["runs"]["steps"][0]["with"]["cache-local-path"]
    assert folder == "${{ runner.temp }}/bot-cache"
    run = ACTION["runs"]["steps"][-1]
    assert 'export PYTHONPYCACHEPREFIX="$RUNNER_TEMP/bot-cache/python"' in run["run"]
    assert "PYTHONDONTWRITEBYTECODE" not in run["env"]


def test_the_workflows_use_the_action():
    given = {(name, job): inputs for name, job, inputs in steps_of("./")}
    assert {place: inputs["command"] for place, inputs in given.items()} == {
        ("contribute", "contribute"): "run",
        ("contribute", "remark"): "run",
        ("sweep", "sweep"): "sweep",
        ("check", "check"): "check",
        ("pages", "build"): "site",
    }
    tokens = {place: inputs["token"] for place, inputs in given.items() if "token" in inputs}
    assert tokens == TOKENS


def test_no_job_which_asks_strangers_sees_a_token():
    for name in ("contribute", "sources"):
        text = yaml.safe_dump(jobs(name)["ask"])
        assert "secrets" not in text
        assert "token" not in text.replace("id-token", "")


def test_each_action_is_pinned_by_commit_with_its_version():
    for path in [ROOT / "action.yml", *FILES]:
        for line in path.read_text(encoding="utf-8").splitlines():
            used = re.search(r"^\s*(?:- )?uses: (?P<action>.+)$", line)
            if used and used["action"] != "./":
                assert PINNED.fullmatch(used["action"]), f"{path.name}: {line}"


def test_one_commit_of_each_action():
    text = "".join(path.read_text(encoding="utf-8") for path in [ROOT / "action.yml", *FILES])
    pins: dict[str, set[str]] = {}
    for match in PINNED.finditer(text):
        pins.setdefault(match["name"], set()).add(match.group())
    assert len(pins) > 5
    assert not [name for name, used in pins.items() if len(used) > 1]


def test_wheels_only_and_a_named_interpreter_wherever_packages_are_installed():
    for path in [ROOT / "action.yml", *FILES]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uv venv" in line:
                assert '--python ">=3.11,<3.15"' in line, path.name
            if "uv pip" in line:
                assert "--require-hashes --only-binary :all:" in line, path.name


def test_no_input_of_the_action_is_in_a_line_of_the_shell():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_only_submissions_which_wait_for_their_author_end_by_themselves():
    (_, _, reminder), (_, _, settled) = steps_of("actions/stale")
    assert set(reminder["any-of-issue-labels"].split(",")) == set(IssueLabel)
    days = {key: value for key, value in reminder.items() if key.startswith("days-")}
    assert days == {
        "days-before-issue-stale": 21,
        "days-before-issue-close": 14,
        "days-before-pr-stale": -1,
        "days-before-pr-close": -1,
    }
    assert settled["only-issue-labels"] == settled["stale-issue-label"]
    assert settled["stale-issue-label"] == reminder["stale-issue-label"]
    assert (settled["days-before-stale"], settled["days-before-close"]) == (-1, -1)
    assert not [key for key in (*reminder, *settled) if "exempt" in key or "ignore" in key]


@each
def test_nothing_is_set_for_all_jobs_at_once(name: str):
    known = {"name", "run-name", True, "permissions", "cache-mode", "concurrency", "jobs"}
    assert set(WORKFLOWS[name]) <= known  # `on` is true to YAML; no `env`, which each job would see


def test_ci_is_one_command_on_the_oldest_and_the_newest_python():
    check = jobs("ci")["check"]
    assert [step["run"] for step in check["steps"] if "run" in step] == ["make check"]
    assert check["strategy"]["matrix"] == {"python": ["3.11", "3.14"]}
    ((_, _, python),) = steps_of("actions/setup-python")
    assert python == {"python-version": "${{ matrix.python }}"}  # and no cache


def test_how_long_artifacts_are_kept():
    kept = {}
    for name, job, inputs in steps_of("actions/upload-artifact"):
        kept[name, job, inputs["name"]] = inputs["retention-days"]
    assert kept == {
        ("contribute", "contribute", "questions"): 1,
        ("contribute", "ask", "answers"): 1,
        ("sources", "ask", "answers"): 7,
        ("sources", "report", "sources-state"): 90,
    }


def test_only_runs_which_ended_well_hand_on_what_they_have_seen():
    (find,) = [step for step in jobs("sources")["report"]["steps"] if step.get("id") == "earlier"]
    assert '--branch "$GITHUB_REF_NAME" --status success --limit 1' in find["run"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_workflows_of_other_lists_are_set_like_these(name: str):
    template = TEMPLATES[name]
    assert template[True] == EVENTS[name]
    assert (template["permissions"], set(template["jobs"])) == ({}, {name})
    concurrency = template["concurrency"]
    assert (concurrency["group"], concurrency["cancel-in-progress"]) == CONCURRENCY[name]
    (job,) = template["jobs"].values()
    assert job["permissions"] == PERMISSIONS[name][name]
    assert job.get("if") == CONDITIONS.get((name, name))
    assert job["timeout-minutes"] == TIMEOUTS.get((name, name), 10)
    checkout, run = job["steps"]
    depth = {"fetch-depth": FETCH_DEPTHS[name, name]} if (name, name) in FETCH_DEPTHS else {}
    assert checkout["with"] == {"persist-credentials": False, **depth}
    assert run["with"].get("token") == TOKENS.get((name, name))
