"""The action, used by a second repository with the files which `init` writes and nothing else.

act runs the workflows without Docker, as in tests/workflows/test_workflow.py; the action's commit is a folder
with the files of this repository.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.__main__ import main
from tests.init.reading import ACTION
from tests.octofake.hub import OctoFake
from tests.octofake.issues import Issue
from tests.octofake.repository import Repository
from tests.workflows.act import Act, Run

ROOT = Path(__file__).parents[2]
README = ROOT / "tests" / "init" / "shapes" / "devices-by-brand" / "README.md"
ISSUE = """\
### Brand

Arvik

### Device

Arvik Mulberry 77

### Local

Yes

### Battery

No

### Firmware

2.1

### Notes

_No response_
"""
USES = f"      - uses: {ACTION}\n"
HEADER = "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"


class Lister:
    """A keeper of a list: a clone with only README.md, and the same on GitHub."""

    def __init__(self, folder: Path) -> None:
        self.clone = folder / "clone"
        self.clone.mkdir()
        (self.clone / "README.md").write_bytes(README.read_bytes())
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("remote", "add", "origin", "https://github.com/keeper/devices")
        self.hub = OctoFake()
        self.hub.token = "actions-token"
        self.repository: Repository = self.hub.repository("keeper/devices", files={"README.md": ""})

    def git(self, *arguments: str) -> None:
        command = ["git", "-C", str(self.clone), "-c", "user.name=Ada", "-c", "user.email=a@b.c"]
        subprocess.run([*command, *arguments], check=True, capture_output=True)

    def push(self) -> None:
        """Commit the files of the clone, on disk and on GitHub."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Files")
        paths = [path for path in self.clone.rglob("*") if path.is_file()]
        names = [path.relative_to(self.clone).as_posix() for path in paths]
        files = {name: (self.clone / name).read_bytes() for name in names if name[:5] != ".git/"}
        self.repository.commit(files)

    def submit(self) -> Issue:
        """Somebody fills in the form which `init` has written."""
        self.repository.add_label("new-device")
        return self.repository.open_issue(
            self.hub.user("ada"), "New device: ", ISSUE, labels=["new-device"]
        )


@pytest.fixture
def keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lister:
    made = Lister(tmp_path)
    monkeypatch.chdir(made.clone)
    assert main(["init", "--action", ACTION]) == 0
    made.push()
    return made


@pytest.fixture
def act(keeper: Lister, tmp_path: Path) -> Iterator[Act]:
    action = tmp_path / "action"
    for part in ("bot", "requirements"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, action / part, ignore=ignored)
    shutil.copy(ROOT / "action.yml", action)
    with keeper.hub.serve() as api:
        yield Act(tmp_path, keeper.clone, api, {ACTION: action})


def test_a_repository_of_three_workflows(keeper: Lister):
    files = sorted(path.name for path in (keeper.clone / ".github").rglob("*") if path.is_file())
    assert files == [
        "check.yml",
        "contribute.yml",
        "correction.yml",
        "list.yml",
        "new-brand.yml",
        "new-device.yml",
        "sweep.yml",
    ]


def test_an_issue_becomes_a_pull_request(keeper: Lister, act: Act):
    issue = keeper.submit()
    run = act.run("issues", keeper.hub.event(issue, "opened"), "contribute.yml")
    assert run.status == 0, run.printed
    (pull,) = keeper.repository.pull_requests("open")
    assert (pull.title, pull.head) == ("Add Arvik Mulberry 77", "bot/issue-1")
    row = "| Arvik Mulberry 77 | :white_check_mark: | :x: | 2.1 |  |"
    assert row in keeper.repository.text("README.md", ref="bot/issue-1")
    (comment,) = issue.comments
    assert f"#{pull.number}" in comment.body


def test_a_sweep_finds_the_same_and_changes_nothing(keeper: Lister, act: Act):
    keeper.submit()
    payload = {"ref": "refs/heads/main", "repository": {"default_branch": "main"}}
    assert act.run("push", payload, "sweep.yml").status == 0
    assert len(keeper.repository.pull_requests("open")) == 1
    keeper.hub.clear_requests()
    assert act.run("push", payload, "sweep.yml").status == 0
    assert keeper.hub.writes == []


def test_a_pull_request_by_hand_is_checked(keeper: Lister, act: Act):
    text = README.read_text(encoding="utf-8")
    (keeper.clone / "README.md").write_text(text.replace("| 1.5.0 |", "| 1.5.1 |"))
    keeper.push()
    payload = {"number": 7, "pull_request": {"number": 7}}
    run = act.run("pull_request", payload, "check.yml")
    assert run.status == 0, run.printed
    assert "1.5.1" in run.commands["summary"]
    (keeper.clone / "README.md").write_text(text.replace("| Arvik 10 |", "| Arvik 12 Plus |"))
    keeper.push()
    run = act.run("pull_request", payload, "check.yml")
    assert run.status == 1
    assert "error" in run.commands


def test_the_page_is_written_without_a_module_of_the_caller(keeper: Lister, act: Act):
    for name in ("yaml.py", "bot.py"):
        (keeper.clone / name).write_text("raise SystemExit(7)\n")
    run = use(keeper, act, "command: site")
    assert run.status == 0, run.printed
    assert "_site/index.html\n" in run.printed


MISSING = {
    "": "The input command must be run, sweep, check or site.",
    "doctor": "The input command must be run, sweep, check or site.",
    "sweep": "The input token is empty; github.token will do.",
}


@pytest.mark.parametrize("command", MISSING)
def test_an_input_which_is_missing_ends_the_action(keeper: Lister, act: Act, command: str):
    assert use(keeper, act, f"command: '{command}'").status == 1
    assert keeper.hub.requests == []


@pytest.mark.parametrize(("command", "message"), MISSING.items())
def test_an_input_which_is_missing_is_named(command: str, message: str):
    """In bash alone: act 0.2.89 can lose what a step prints which takes a few milliseconds only."""
    steps = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
    (script,) = [step["run"] for step in steps if step.get("id") == "bot"]
    environment = {"PATH": os.environ["PATH"], "COMMAND": command, "GITHUB_TOKEN": ""}
    done = subprocess.run(
        ["bash", "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, f"::error::{message}\n")


def test_an_issue_is_named_by_the_caller(keeper: Lister, act: Act):
    keeper.submit()
    assert use(keeper, act, "command: run, token: actions-token, issue: 1").status == 0
    assert len(keeper.repository.pull_requests("open")) == 1


def test_an_input_is_no_shell(keeper: Lister, act: Act):
    run = use(keeper, act, "command: run, token: t, issue: '1; touch owned'")
    assert run.status == 1
    assert not list(keeper.clone.rglob("owned"))
    assert keeper.hub.requests == []


def use(keeper: Lister, act: Act, inputs: str) -> Run:
    """A workflow of one step with the action, run after a push."""
    text = f"{HEADER}      - uses: actions/checkout@v7\n{USES}        with: {{{inputs}}}\n"
    (keeper.clone / ".github/workflows/own.yml").write_text(text)
    payload: dict[str, Any] = {"ref": "refs/heads/main"}
    return act.run("push", payload, "own.yml")
