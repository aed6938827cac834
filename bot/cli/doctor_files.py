"""The part of `doctor` without GitHub: the list, the forms and the workflows in a clone."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.doctor.diagnosis import (
    PERMISSIONS,
    WORKFLOWS,
    diagnose_forms,
    diagnose_list,
    diagnose_workflows,
)
from bot.doctor.form_files import check_config, check_form_file, check_links
from bot.document.anchors import anchors as make_anchors
from bot.document.page import read_page
from bot.document.parse import parse
from bot.errors import FormError, ListFileError, MaintainerError
from bot.forms.form import Forms, load_forms
from bot.local.document import FORMS_FOLDER
from bot.local.readme import README, read_readme
from bot.render import findings
from bot.render.findings import SetupFinding
from bot.rules.rule import Level
from bot.shape.yaml_loader import BAD_VALUE

_WORKFLOWS_FOLDER = Path(".github", "workflows")
_CONFIG = "config.yml"


def look_at_files() -> tuple[list[SetupFinding], Forms | None]:
    """What is wrong with the files in the working directory, and the forms if they can be read."""
    found: list[SetupFinding] = []
    forms, unreadable = _forms()
    anchors: Collection[str] | None = None
    try:
        page = read_page(read_readme(README))
        anchors = set(make_anchors(heading.text for heading in page.headings))
        if forms:
            found += diagnose_list(parse(read_readme(README), forms.shape))
    except MaintainerError as error:
        found.append(findings.broken_list(str(error)))
    found += _look_at_form_files(anchors)
    errors = [one.what for one in found if one.level is Level.ERROR]
    for message in unreadable:
        file = message.partition(":")[0]
        if not any(what.startswith(file) for what in errors):  # else it is found with its line
            found.append(findings.broken_form(message))
    if forms:
        found += diagnose_forms(forms)
    found += diagnose_workflows({name: _permissions(name) for name in WORKFLOWS})
    return found, forms


def _forms() -> tuple[Forms | None, list[str]]:
    """The forms and list.yml, or the messages why they cannot be read."""
    try:
        return load_forms(FORMS_FOLDER), []
    except (FormError, ListFileError) as error:
        return None, str(error).split("\n")


def _look_at_form_files(anchors: Collection[str] | None) -> Iterator[SetupFinding]:
    """The mistakes in forms and config.yml; `anchors` are those of README.md if it can be read."""
    for path in sorted([*FORMS_FOLDER.glob("*.yml"), *FORMS_FOLDER.glob("*.yaml")]):
        name = path.as_posix()
        data = path.read_bytes()
        yield from check_config(name, data) if path.name == _CONFIG else check_form_file(name, data)
        if anchors is not None:
            yield from check_links(name, data, anchors)


def _permissions(name: str) -> Mapping[str, str] | None:
    """The permissions of the first job of a workflow; None without such a workflow."""
    try:
        workflow: Any = yaml.safe_load((_WORKFLOWS_FOLDER / name).read_bytes())
        job = next(iter(workflow["jobs"].values()))
        permissions = job.get("permissions") or {}
    except (OSError, yaml.YAMLError, StopIteration, *BAD_VALUE):
        return None
    if permissions == "write-all":
        return dict.fromkeys(PERMISSIONS, "write")
    return permissions if isinstance(permissions, dict) else {}
