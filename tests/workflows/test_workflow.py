"""The real workflows, run by act from the payload of an event to the pull requests in the fake."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.charger_list import LIST, ROOT
from tests.octofake.issues import Issue
from tests.stage import Stage, new_charger

from .act import WORKFLOWS, Act

NO_SOURCE = "https://zaptec.invalid/go2"  # nobody is ever asked: RFC 2606
HOSTILE = (
    "::error::owned%0A ##[error]owned ::set-output name=a::b ::add-mask::list\n"
    "::stop-commands::x\n ##[group]owned"
)


class Runner(Act):
    """The working tree as the repository of the machine."""

    def __init__(self, folder: Path, stage: Stage, api: str) -> None:
        clone = folder / "clone"
        for part in (".github", "bot", "requirements"):
            shutil.copytree(ROOT / part, clone / part, ignore=shutil.ignore_patterns("__pycache__"))
        for file in (".gitignore", "action.yml"):
            shutil.copy(ROOT / file, clone)
        for workflow in (clone / WORKFLOWS).iterdir():
            text = workflow.read_text(encoding="utf-8")
            # act does not know this property of 2026 yet.
            known = re.sub(r"^ *cache-mode:.*\n", "", text, flags=re.MULTILINE)
            workflow.write_text(known, encoding="utf-8")
        super().__init__(folder, clone, api, {})
        self.stage = stage
        self._git("init", "--quiet", "--initial-branch=main")
        self._git("remote", "add", "origin", "https://github.com/acme/list")
        self._commit("All")

    def _git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.clone), *arguments]
        return subprocess.run(
            command, env=self.environment(), check=True, capture_output=True, text=True
        ).stdout

    def _commit(self, message: str) -> None:
        self._git("add", "--all")
        person = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
        self._git(*person, "commit", "--quiet", "--message", message)

    def commit_list(self, text: str) -> None:
        """Let a person commit the list."""
        (self.clone / "README.md").write_text(text, encoding="utf-8")
        self._commit("List")

    def left_behind(self) -> set[str]:
        """What is in the clone or at home after a run and was not before, caches apart."""
        at_home = {path.name for path in self.home.iterdir()}
        return set(self._git("status", "--porcelain", "--ignored").splitlines()) | at_home - {
            ".cache",
            ".config",
        }


@pytest.fixture
def runner(stage: Stage, tmp_path: Path) -> Iterator[Runner]:
    stage.token = stage.hub.token = "actions-token"
    with stage.hub.serve() as api:
        yield Runner(tmp_path, stage, api)


def opened(stage: Stage, issue: Issue) -> dict[str, Any]:
    return stage.hub.event(issue, "opened")


def tokens(stage: Stage) -> set[str]:
    return {request.request.headers["authorization"] for request in stage.hub.requests}


def test_a_form_becomes_a_pull_request_and_a_second_run_changes_nothing(
    stage: Stage, runner: Runner
):
    issue = stage.submit(new_charger(sources=NO_SOURCE))
    run = runner.run("issues", opened(stage, issue))
    assert run.status == 0, run.printed
    (pull,) = stage.repository.pull_requests("open")
    assert (pull.title, pull.head) == ("Add Zaptec Go 2", "bot/issue-1")
    assert f"- `{NO_SOURCE}` **was not found**: there is no such host." in str(pull.body)
    assert "| Zaptec Go 2 |" in stage.list_on("bot/issue-1")
    assert f"#{pull.number}" in stage.reply(issue).body
    assert run.commands == {
        "summary": "### Issue #1: pull request\n\n`Add Zaptec Go 2`, label `new-charger`\n\n",
        "set-output": "",
    }
    assert "issue 1: pull_request, 0 problems\n" in run.printed
    assert tokens(stage) == {"token actions-token"}
    assert runner.left_behind() == {"artifact"}

    stage.hub.clear_requests()
    again = runner.run("issues", stage.hub.event(issue, "labeled", label="new-charger"))
    assert again.status == 0, again.printed
    assert again.commands["summary"] == run.commands["summary"]
    assert (len(stage.hub.requests), stage.hub.writes) == (1, [])


def test_a_person_lets_it_look_at_an_issue_again_with_a_token_of_their_own(
    stage: Stage, runner: Runner
):
    for _ in range(11):
        stage.submit("Hello", "question")
    stage.submit(new_charger(sources=NO_SOURCE))
    stage.hub.token = "token-of-the-app"
    run = runner.run("workflow_dispatch", {"inputs": {"issue": "12"}}, BOT_TOKEN="token-of-the-app")
    assert run.status == 0, run.printed
    (pull,) = stage.repository.pull_requests("open")
    assert pull.head == "bot/issue-12"
    assert tokens(stage) == {"token token-of-the-app"}
    assert "token-of-the-app" not in json.dumps(run.entries)


def closed(branch: str) -> dict[str, Any]:
    """The payload of a pull request that was closed, as far as anything looks at it."""
    return {"action": "closed", "number": 2, "pull_request": {"number": 2, "head": {"ref": branch}}}


def test_a_pull_request_that_a_person_closes_is_reported_on_the_issue_at_once(
    stage: Stage, runner: Runner
):
    issue = stage.submit(new_charger())
    stage.run(issue)
    stage.repository.pull_requests()[0].close(by=stage.maintainer)
    run = runner.run("pull_request_target", closed("bot/issue-1"))
    assert run.status == 0, run.printed
    assert stage.reply(issue).body.startswith("**A maintainer has closed pull request #2")


def test_a_strangers_branch_asks_for_nothing(stage: Stage, runner: Runner):
    stage.submit(new_charger())
    run = runner.run("pull_request_target", closed("bot/issue-1$(touch owned)"))
    assert run.status == 0, run.printed
    assert (stage.hub.requests, runner.left_behind()) == ([], set())


def test_hostile_text_gives_the_runner_no_commands(stage: Stage, runner: Runner):
    body = new_charger(
        HOSTILE, brand=f"Zaptec {HOSTILE}", ocpp_versions=HOSTILE, notes=HOSTILE, sources=HOSTILE
    )
    issue = stage.submit(f"{HOSTILE}\n\n{body}\n\n{HOSTILE}", title=HOSTILE.replace("\n", " "))
    run = runner.run("issues", opened(stage, issue))
    assert run.status == 0, run.printed
    assert "owned" not in run.printed
    assert "##[" not in run.printed
    assert not re.search(r"^\s*::", run.printed, re.MULTILINE)
    assert set(run.commands) == {"summary", "set-output"}  # the output is a fixed word
    assert run.commands["summary"].startswith("### Issue #1: reply\n\n- **")
    assert not re.search(r"^\s*(::|##\[)", run.commands["summary"], re.MULTILINE)


def test_a_broken_list_is_a_red_run_that_names_file_and_line(stage: Stage, runner: Runner):
    stage.repository.commit({"README.md": stage.list_on().replace("### go-e", "### Zaptec")})
    issue = stage.submit(new_charger())
    run = runner.run("issues", opened(stage, issue))
    assert run.status == 1
    assert re.search(r"^error: README\.md:\d+: .+$", run.printed, re.MULTILINE), run.printed
    assert "summary" in run.commands
    assert "the list needs a maintainer" in stage.reply(issue).body
    assert stage.repository.pull_requests() == []


def pushed(branch: str) -> dict[str, Any]:
    """The payload of a push, as far as the workflow looks at it."""
    return {"ref": f"refs/heads/{branch}", "repository": {"default_branch": "main"}}


def test_a_push_of_the_list_sweeps_all_issues(stage: Stage, runner: Runner):
    for models in ("Zaptec Go 2", "Zaptec Go 3", "#"):
        stage.submit(new_charger(models))
    run = runner.run("push", pushed("main"), "sweep.yml")
    assert run.status == 0, run.printed
    assert len(stage.repository.pull_requests("open")) == 2
    assert "issue 1: pull_request; 2 remain\n" in run.printed
    assert "issue 3: reply; 0 remain\n" in run.printed
    assert run.commands["summary"].startswith("### Sweep of 3 issues\n")
    assert runner.left_behind() == set()


def test_every_week_the_sources_are_asked_and_the_issue_is_kept(stage: Stage, runner: Runner):
    (runner.bin / "gh").write_text("#!/bin/sh\n")  # there was no earlier run
    (runner.bin / "gh").chmod(0o755)
    runner.commit_list(re.sub(r"\(https://[^)]*\)", f"({NO_SOURCE})", LIST))
    run = runner.run("schedule", pushed("main"), "sources.yml")
    assert run.status == 0, run.printed
    assert f"[1/1] missing: {NO_SOURCE}\n" in run.printed
    assert "The issue needs no change.\n" in run.printed
    state = json.loads((runner.home / "artifact").read_text(encoding="utf-8"))
    assert state["records"][NO_SOURCE]["absence"]["count"] == 1
    assert (stage.repository.issues(), tokens(stage)) == ([], {"token actions-token"})


def test_a_push_of_the_list_builds_the_page_with_links_to_the_repository(runner: Runner):
    shutil.copy(ROOT / "README.md", runner.clone)
    run = runner.run("push", pushed("main"), "pages.yml")
    assert run.status == 0, run.printed
    site = runner.home / "artifact"
    page = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="https://github.com/acme/list/issues/new?template=new-brand.yml"' in page
    assert {path.name for path in site.iterdir()} == {
        "catalogue.csv",
        "catalogue.json",
        "index.html",
        "schema",
    }


def test_a_pull_request_made_by_hand_shows_its_mistakes_beside_its_lines(runner: Runner):
    runner.commit_list(LIST)
    runner.commit_list(
        LIST.replace(
            "| Zaptec Pro | 1.6J |", f"| Zaptec Pro {HOSTILE.partition(chr(10))[0]} | 1.7 |"
        )
    )
    run = runner.run("pull_request", {"number": 7, "pull_request": {"number": 7}}, "check.yml")
    assert run.status == 1
    reported = [entry for entry in run.entries if entry.get("command") == "error"]
    assert reported, run.printed
    assert "owned" not in set(run.commands)
    assert "| **new** | Zaptec Pro" in run.commands["summary"]
    assert "| **removed** | Zaptec Pro |" in run.commands["summary"]
