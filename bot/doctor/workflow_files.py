"""Workflows, compared with those `init` writes: what one of these needs, the other must have.

A job may do more, and in its own way. GitHub's rules of events and their types:
https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
"""

import re
from collections.abc import Iterator

from bot.doctor import workflow_findings as findings
from bot.doctor.findings import SetupFinding
from bot.doctor.located_yaml import InvalidYaml, Located, read_yaml
from bot.init.workflows import UNKNOWN_ACTION, workflow_texts
from bot.names.near import closest
from bot.render.quoting import code, listed

_NEEDED = workflow_texts(UNKNOWN_ACTION)
WORKFLOWS = tuple(_NEEDED)
OPTIONAL_WORKFLOW = "check.yml"
# The types of an event whose workflow names none, where these are not all.
_USUAL_TYPES = {"pull_request_target": {"opened", "synchronize", "reopened"}}
# The minute, hour, day, month and weekday of POSIX cron, as GitHub reads it.
_CRON_VALUES = (
    "[0-5]?[0-9]",
    "[01]?[0-9]|2[0-3]",
    "0?[1-9]|[12][0-9]|3[01]",
    "0?[1-9]|1[0-2]|[A-Za-z]{3}",
    "[0-6]|[A-Za-z]{3}",
)


def _cron_part(value: str) -> str:
    """The pattern of one part: values, spans and steps between commas."""
    piece = rf"(?:\*|(?:{value})(?:-(?:{value}))?)(?:/[1-9][0-9]*)?"
    return f"{piece}(?:,{piece})*"


_CRON = re.compile(r"\s+".join(map(_cron_part, _CRON_VALUES)))


def check_workflow(path: str, name: str, data: bytes) -> Iterator[SetupFinding]:
    """Mistakes of the workflow in the file `name`, one of WORKFLOWS. Raises InvalidYaml."""
    workflow, needed = read_yaml(data), read_yaml(_NEEDED[name].encode())
    job, needed_job = _first_job(workflow), _first_job(needed)
    yield from _check_events(path, _by_name(workflow.get("on")), _by_name(needed.get("on")))
    yield from _check_concurrency(path, workflow, needed)
    permissions = job.get("permissions") or workflow.get("permissions")
    yield from _check_permissions(path, permissions, _by_name(needed_job.get("permissions")))
    yield from _check_command(path, job, needed_job)


def local_actions(data: bytes) -> list[Located]:
    """The folders of a workflow's actions in its own repository. Raises InvalidYaml."""
    actions = []
    for job in _by_name(read_yaml(data).get("jobs")).values():
        for step in _steps(job):
            action = step.get("uses")
            if action and action.text.startswith("./"):
                actions.append(action)
    return actions


def _first_job(workflow: Located) -> Located:
    jobs = workflow.get("jobs")
    if jobs is None or not isinstance(jobs.value, dict) or not jobs.value:
        raise InvalidYaml(None, "it has no jobs")
    first: Located = next(iter(jobs.value.values()))
    return first


def _steps(job: Located) -> list[Located]:
    steps = job.get("steps")
    return steps.items if steps else []


def _by_name(setting: Located | None) -> dict[str, Located]:
    """What is written as one word, as a list of words, or as settings by name."""
    if setting is None:
        return {}
    if isinstance(setting.value, dict):
        return setting.value
    return {word.text: word for word in setting.items or [setting]}


def _check_events(
    path: str, events: dict[str, Located], needed: dict[str, Located]
) -> Iterator[SetupFinding]:
    for name, settings in needed.items():
        if name not in events:
            near = closest(name, events.keys() - needed.keys())
            finding = findings.MISSPELT_EVENT if near else findings.NO_EVENT
            yield finding.at(path, _line(events.get(near)), event=code(name), near=code(near))
            continue
        types = _by_name(events[name].get("types")).keys() or _USUAL_TYPES.get(name)
        if types is not None:  # else all
            missing = [kind for kind in _by_name(settings.get("types")) if kind not in types]
            if missing:
                types_missing = listed(list(map(code, missing)))
                yield findings.NO_TYPES.at(
                    path, events[name].line, types=types_missing, event=code(name)
                )
    schedule = events.get("schedule")
    for entry in schedule.items if schedule else ():
        cron = entry.get("cron")
        if cron is None or not _CRON.fullmatch(cron.text.strip()):
            written = code(cron.text if cron else "")
            yield findings.NO_TIME.at(path, (cron or entry).line, written=written)


def _check_concurrency(path: str, workflow: Located, needed: Located) -> Iterator[SetupFinding]:
    group = needed.get("concurrency", "group")
    if workflow.get("concurrency") is None:
        setting = f'concurrency: {{group: "{group.text if group else ""}"}}'
        yield findings.NO_CONCURRENCY.at(path, setting=code(setting))
    cancels = workflow.get("concurrency", "cancel-in-progress")
    may_cancel = needed.get("concurrency", "cancel-in-progress")
    if cancels and may_cancel and cancels.value is True and may_cancel.value is False:
        yield findings.CANCELS.at(path, cancels.line)


def _check_permissions(
    path: str, permissions: Located | None, needed: dict[str, Located]
) -> Iterator[SetupFinding]:
    if permissions and permissions.text == "write-all":
        return
    levels = _by_name(permissions)
    for name, level in needed.items():
        if name not in levels or levels[name].text not in {"write", level.text}:
            permission = code(f"{name}: {level.text}")
            yield findings.NO_PERMISSION.at(path, _line(permissions), permission=permission)


def _check_command(path: str, job: Located, needed: Located) -> Iterator[SetupFinding]:
    (command,) = _commands(needed)
    commands = _commands(job)
    for step in _steps(job):
        script = step.get("run")
        if script and f"-m bot {command}" in script.text:
            return  # without the action
    if command not in commands:
        near = closest(command, commands)
        finding = findings.MISSPELT_COMMAND if near else findings.NO_COMMAND
        setting = code(f"command: {command}")
        yield finding.at(path, _line(commands.get(near)), setting=setting)


def _commands(job: Located) -> dict[str, Located]:
    """The commands of the action in the steps of a job."""
    commands = {}
    for step in _steps(job):
        command = step.get("with", "command")
        if command:
            commands[command.text] = command
    return commands


def _line(where: Located | None) -> int | None:
    return where.line if where else None
