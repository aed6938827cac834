"""Workflows, compared with those `init` writes: what one of these needs, the other must have.

A job may do more, and in its own way. GitHub's rules of events and their types:
https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
"""

import re
from collections.abc import Iterator

from bot.doctor.located_yaml import InvalidYaml, Located, read_yaml
from bot.errors import at_line
from bot.init.workflows import UNKNOWN_ACTION, workflow_texts
from bot.names.near import closest
from bot.render import workflow_findings as findings
from bot.render.findings import SetupFinding

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
    given = job.get("permissions") or workflow.get("permissions")
    yield from _check_permissions(path, given, _by_name(needed_job.get("permissions")))
    yield from _check_command(path, job, needed_job)


def local_actions(data: bytes) -> list[Located]:
    """The folders of actions which a workflow uses from its own repository. Raises InvalidYaml."""
    jobs = read_yaml(data).get("jobs")
    used = []
    for job in _by_name(jobs).values():
        used += [step.get("uses") for step in _steps(job)]
    return [action for action in used if action and action.text.startswith("./")]


def _first_job(workflow: Located) -> Located:
    jobs = workflow.get("jobs")
    if jobs is None or not isinstance(jobs.value, dict) or not jobs.value:
        raise InvalidYaml(None, "it has no jobs")
    first: Located = next(iter(jobs.value.values()))
    return first


def _steps(job: Located) -> list[Located]:
    steps = job.get("steps")
    return steps.items if steps else []


def _by_name(given: Located | None) -> dict[str, Located]:
    """What is written as one word, as a list of words, or as settings by name."""
    if given is None:
        return {}
    if isinstance(given.value, dict):
        return given.value
    return {one.text: one for one in given.items or [given]}


def _check_events(
    path: str, events: dict[str, Located], needed: dict[str, Located]
) -> Iterator[SetupFinding]:
    for name, settings in needed.items():
        if name not in events:
            near = closest(name, events.keys() - needed.keys())
            place = _place(path, events[near] if near else None)
            yield findings.no_event(place, name, near)
            continue
        there = set(_by_name(events[name].get("types"))) or _USUAL_TYPES.get(name)
        types = _by_name(settings.get("types"))
        missing = [one for one in types if there and one not in there]
        if missing:
            yield findings.no_types(_place(path, events[name]), name, missing)
    schedule = events.get("schedule")
    for entry in schedule.items if schedule else ():
        cron = entry.get("cron")
        if cron is None or not _CRON.fullmatch(cron.text.strip()):
            yield findings.no_time(_place(path, cron or entry), cron.text if cron else "")


def _check_concurrency(path: str, workflow: Located, needed: Located) -> Iterator[SetupFinding]:
    given = workflow.get("concurrency")
    if given is None:
        group = needed.get("concurrency", "group")
        yield findings.no_concurrency(path, group.text if group else "")
        return
    cancel, kept = (one.get("concurrency", "cancel-in-progress") for one in (workflow, needed))
    if cancel and kept and cancel.value is True and kept.value is False:
        yield findings.cancels(_place(path, cancel))


def _check_permissions(
    path: str, given: Located | None, needed: dict[str, Located]
) -> Iterator[SetupFinding]:
    if given and given.text == "write-all":
        return
    there = _by_name(given)
    for permission, level in needed.items():
        allowed = {"write", level.text}
        if permission not in there or there[permission].text not in allowed:
            yield findings.no_permission(_place(path, given), f"{permission}: {level.text}")


def _check_command(path: str, job: Located, needed: Located) -> Iterator[SetupFinding]:
    (command,) = _commands(needed)
    given = _commands(job)
    if command in given or any(_calls(step, command) for step in _steps(job)):
        return
    near = closest(command, given)
    yield findings.no_command(_place(path, given[near] if near else None), command, near)


def _commands(job: Located) -> dict[str, Located]:
    found = [step.get("with", "command") for step in _steps(job)]
    return {command.text: command for command in found if command}


def _calls(step: Located, command: str) -> bool:
    """Whether a step runs the bot without the action."""
    script = step.get("run")
    return script is not None and f"-m bot {command}" in script.text


def _place(path: str, where: Located | None) -> str:
    return at_line(path, where.line if where else None)
