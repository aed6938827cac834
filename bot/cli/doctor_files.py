"""The part of `doctor` without GitHub: the list, the forms and the workflows in a clone."""

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.doctor.diagnosis import diagnose_forms, diagnose_list, diagnose_sections
from bot.doctor.form_files import check_config, check_form_file, check_links
from bot.doctor.located_yaml import InvalidYaml
from bot.doctor.workflow_files import (
    OPTIONAL_WORKFLOW,
    WORKFLOWS,
    check_workflow,
    local_actions,
)
from bot.document.anchors import anchors as make_anchors
from bot.document.page import read_page
from bot.document.parse import parse
from bot.errors import FormError, ListFileError, MaintainerError, at_line
from bot.forms.binding import LIST_FILE
from bot.forms.form import Forms
from bot.init.workflows import UNKNOWN_ACTION
from bot.local.forms import FORMS_FOLDER, load_forms
from bot.local.readme import README, read_readme
from bot.render import findings, workflow_findings
from bot.render.findings import SetupFinding
from bot.rules.rule import Level

_WORKFLOWS_FOLDER = Path(".github", "workflows")
_SUFFIXES = {".yml", ".yaml"}
_CONFIG = "config.yml"
_ACTION_FILES = ("action.yml", "action.yaml")


def look_at_files() -> tuple[list[SetupFinding], Forms | None]:
    """The mistakes in the files of the working directory, and the forms if they can be read."""
    found: list[SetupFinding] = []
    forms, unreadable = _forms()
    anchors: Collection[str] | None = None
    try:
        text = read_readme(README)
        anchors = set(make_anchors(heading.text for heading in read_page(text).headings))
        if forms:
            document = parse(text, forms.shape)
            found += diagnose_list(document)
            found += diagnose_sections(document, forms)
    except MaintainerError as error:
        found.append(findings.broken_list(str(error)))
    found += _look_at_form_files(anchors)
    errors = [one.what for one in found if one.level is Level.ERROR]
    for one in unreadable:
        file = one.what.partition(":")[0]
        if not any(what.startswith(file) for what in errors):  # else it is found with its line
            found.append(one)
    if forms:
        found += diagnose_forms(forms)
    for name in WORKFLOWS:
        found += _look_at_workflow(name)
    found += _look_for_placeholder()
    return found, forms


def _forms() -> tuple[Forms | None, list[SetupFinding]]:
    """The forms and list.yml, or why they cannot be read."""
    try:
        return load_forms(FORMS_FOLDER), []
    except ListFileError as error:
        return None, [findings.broken_list_file(line) for line in str(error).split("\n")]
    except FormError as error:
        return None, [findings.broken_form(line) for line in str(error).split("\n")]


def _look_at_form_files(anchors: Collection[str] | None) -> Iterator[SetupFinding]:
    """The mistakes in forms and config.yml; `anchors` are those of README.md if it can be read."""
    for path in sorted(FORMS_FOLDER.glob("*")):
        if path.suffix not in _SUFFIXES or not path.is_file():
            continue
        name = path.as_posix()
        try:
            data = path.read_bytes()
        except OSError as error:
            yield findings.broken_form(f"{name}: the form cannot be read: {error.strerror}.")
            continue
        yield from check_config(name, data) if path.name == _CONFIG else check_form_file(name, data)
        if anchors is not None:
            yield from check_links(name, data, anchors)


def _look_at_workflow(name: str) -> Iterator[SetupFinding]:
    """Whether a workflow is there, and does what the bot needs; one may do without the check."""
    file = _WORKFLOWS_FOLDER / name
    path = file.as_posix()
    try:
        data = file.read_bytes()
        yield from check_workflow(path, name, data)
        for action in local_actions(data):
            if not any(Path(action.text, one).is_file() for one in _ACTION_FILES):
                yield workflow_findings.no_action(f"{path}:{action.line}", action.text)
    except FileNotFoundError:
        if name != OPTIONAL_WORKFLOW:
            yield workflow_findings.no_workflow(path)
    except OSError as error:
        yield workflow_findings.broken_workflow(path, str(error.strerror))
    except InvalidYaml as error:
        yield workflow_findings.broken_workflow(at_line(path, error.line), str(error))


def _look_for_placeholder() -> Iterator[SetupFinding]:
    """The lines which name no repository of the bot yet."""
    files = sorted(_WORKFLOWS_FOLDER.glob("*.y*ml"))
    for file in [FORMS_FOLDER.parent / LIST_FILE, *files]:
        try:
            lines = file.read_bytes().splitlines()
        except OSError:
            continue  # found where the file is read
        for number, line in enumerate(lines, start=1):
            if UNKNOWN_ACTION.encode() in line:
                place = f"{file.as_posix()}:{number}"
                yield workflow_findings.unknown_action(place, UNKNOWN_ACTION)
