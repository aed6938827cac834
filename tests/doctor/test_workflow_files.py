"""What `doctor` finds in a workflow, beginning from those which work."""

from pathlib import Path

import pytest
import yaml

from bot.doctor.located_yaml import InvalidYaml
from bot.doctor.workflow_files import WORKFLOWS, check_workflow, local_actions
from bot.init.workflows import workflow_texts
from tests.charger_list import ROOT
from tests.workflows.test_settings import EVENTS

TEXTS = {name: (ROOT / ".github/workflows" / name).read_text("utf-8") for name in WORKFLOWS}


def found(name: str, before: str = "", after: str = "") -> list[str]:
    """The findings after a change of a workflow, with the word of the line in front."""
    assert before in TEXTS[name]
    text = TEXTS[name].replace(before, after, 1)
    return [one.what for one in check_workflow(name, name, text.encode())]


def line(name: str, text: str) -> int:
    return TEXTS[name][: TEXTS[name].index(text)].count("\n") + 1


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_workflows_of_this_repository_and_of_others_are_in_order(name: str):
    assert found(name) == []
    other = workflow_texts("acme/bot@" + "0" * 40)[name]
    assert list(check_workflow(name, name, other.encode())) == []


@pytest.mark.parametrize(
    ("name", "event"),
    [(name, event) for name in WORKFLOWS for event in EVENTS[Path(name).stem]],
)
def test_each_event_is_needed_and_a_slip_in_one_is_named(name: str, event: str):
    number = line(name, f"  {event}:")
    (slip,) = check_workflow(
        name, name, TEXTS[name].replace(f"  {event}:", f"  {event}x:", 1).encode()
    )
    assert slip.what == f"{name}:{number}: The workflow does not start on `{event}`."
    assert slip.fix == f"Write `{event}` instead of `{event}x`."


def test_an_event_which_is_none_of_a_list_is_added():
    text = TEXTS["check.yml"]
    begin, end = text.index("on:"), text.index("permissions:")
    for events in ("on: push\n", "on: [push, merge_group]\n"):
        (one,) = check_workflow(
            "check.yml", "check.yml", (text[:begin] + events + text[end:]).encode()
        )
        assert one.what == "check.yml: The workflow does not start on `pull_request`."
    events = "on: [push, pull_request]\n"
    assert not list(check_workflow("a", "check.yml", (text[:begin] + events + text[end:]).encode()))


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        ("opened, edited, labeled", "opened, labeled", "`edited` of `issues`"),
        ("types: [created]", "types: deleted", "`created` of `issue_comment`"),
        ("    types: [closed, reopened]\n", "", "`closed` of `pull_request_target`"),
    ],
)
def test_each_type_of_an_event_is_needed(before: str, after: str, missing: str):
    (what,) = found("contribute.yml", before, after)
    assert what.endswith(f": The workflow does not start on {missing}.")


def test_an_event_without_types_has_all():
    types = "    types: [opened, edited, labeled, unlabeled, reopened, closed, unlocked]\n"
    assert found("contribute.yml", types) == []


@pytest.mark.parametrize("cron", ["0 0 1 1 0", "*/5 0-23/2 1,31 JAN-dec mon,5", "17  3 * * *"])
def test_times_which_github_reads(cron: str):
    assert found("sweep.yml", "17 3 * * *", cron) == []


@pytest.mark.parametrize(
    "cron", ["17 3 * *", "60 3 * * *", "17 24 * * *", "17 3 0 * *", "17 3 * 13 *", "@daily", "x"]
)
def test_times_which_github_does_not_read(cron: str):
    number = line("sweep.yml", "17 3 * * *")
    assert found("sweep.yml", "17 3 * * *", cron) == [
        f"sweep.yml:{number}: `{cron}` is no time of a schedule."
    ]


def test_a_schedule_without_a_time():
    number = line("sweep.yml", "cron:")
    (what,) = found("sweep.yml", "cron:", "chron:")
    assert what == f"sweep.yml:{number}: (nothing) is no time of a schedule."


def test_the_group_of_runs_to_add_is_that_of_the_workflows_for_other_lists():
    text = TEXTS["sweep.yml"].replace("concurrency:", "none:").encode()
    (alone,) = check_workflow("sweep.yml", "sweep.yml", text)
    group = yaml.safe_load(workflow_texts("acme/bot@" + "0" * 40)["sweep.yml"])["concurrency"]
    assert alone.fix == f'Add `concurrency: {{group: "{group["group"]}"}}`.'


def test_runs_wait_for_each_other():
    number = line("sweep.yml", "cancel-in-progress")
    cancels = f"sweep.yml:{number}: A new run cancels the one before it."
    assert found("sweep.yml", "cancel-in-progress: false", "cancel-in-progress: true") == [cancels]
    assert found("check.yml", "cancel-in-progress: true", "cancel-in-progress: false") == []
    alone = ["sweep.yml: The runs do not wait for each other."]
    assert found("sweep.yml", "concurrency:", "none:") == alone
    assert found("sweep.yml", "cancel-in-progress: false\n") == []


@pytest.mark.parametrize("permissions", ["read-all", "{contents: read}", "{}"])
def test_the_job_may_write(permissions: str):
    text = TEXTS["sweep.yml"]
    begin, end = text.index("    permissions:"), text.index("    steps:")
    of_job = f"{text[:begin]}    permissions: {permissions}\n{text[end:]}"
    of_all = (text[:begin] + text[end:]).replace("permissions: {}", f"permissions: {permissions}")
    for changed in (of_job, of_all):
        whats = [one.what for one in check_workflow("a", "sweep.yml", changed.encode())]
        assert [what.partition(": ")[2] for what in whats] == [
            "The job lacks `contents: write`.",
            "The job lacks `issues: write`.",
            "The job lacks `pull-requests: write`.",
        ]
        allowed = changed.replace(f"permissions: {permissions}", "permissions: write-all")
        assert list(check_workflow("a", "sweep.yml", allowed.encode())) == []


def test_a_step_runs_the_command():
    number = line("sweep.yml", "command: sweep")
    wrong = f"sweep.yml:{number}: No step of its first job has `command: sweep`."
    assert found("sweep.yml", "command: sweep", "command: sweeep") == [wrong]
    (without,) = found("sweep.yml", "          command: sweep\n")
    assert without == "sweep.yml: No step of its first job has `command: sweep`."
    first = found("contribute.yml", "command: run", "command: runn")  # a later job keeps it
    number = line("contribute.yml", "command: run")
    assert first == [f"contribute.yml:{number}: No step of its first job has `command: run`."]
    text = TEXTS["sweep.yml"]
    by_hand = text[: text.index("uses: ./")] + "run: python -m bot sweep\n"
    assert list(check_workflow("a", "sweep.yml", by_hand.encode())) == []


@pytest.mark.parametrize("text", ["on: push\n", "", "jobs: 3\n", "- 1\n"])
def test_what_has_no_jobs_is_no_workflow(text: str):
    with pytest.raises(InvalidYaml, match="it has no jobs"):
        list(check_workflow("sweep.yml", "sweep.yml", text.encode()))
    assert local_actions(text.encode()) == []


def test_actions_of_the_repository_itself_are_found():
    actions = local_actions(TEXTS["sweep.yml"].encode())
    assert [(one.text, one.line) for one in actions] == [("./", line("sweep.yml", "uses: ./"))]
