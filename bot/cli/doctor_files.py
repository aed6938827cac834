"""The part of `doctor` without GitHub: the list, the forms and the workflows in a clone."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from bot.doctor.diagnosis import (
    PERMISSIONS,
    WORKFLOWS,
    diagnose_forms,
    diagnose_list,
    diagnose_permissions,
    diagnose_sections,
)
from bot.doctor.form_files import check_config, check_form_file, check_links
from bot.doctor.located_yaml import InvalidYaml, read_yaml
from bot.document.anchors import anchors as make_anchors
from bot.document.page import read_page
from bot.document.parse import parse
from bot.errors import FormError, ListFileError, MaintainerError
from bot.forms.form import Forms
from bot.init.workflows import UNKNOWN_ACTION
from bot.local.forms import FORMS_FOLDER, load_forms
from bot.local.readme import README, read_readme
from bot.render import findings
from bot.render.findings import SetupFinding
from bot.rules.rule import Level

_WORKFLOWS_FOLDER = Path(".github", "workflows")
_SUFFIXES = {".yml", ".yaml"}
_CONFIG = "config.yml"


def look_at_files() -> tuple[list[SetupFinding], Forms | None]:
    """The mistakes in the files of the working directory, and the forms if they can be read."""
    found: list[SetupFinding] = []
    forms, unreadable = _forms()
    anchors: Collection[str] | None = None
    try:
        page = read_page(read_readme(README))
        anchors = set(make_anchors(heading.text for heading in page.headings))
        if forms:
            document = parse(read_readme(README), forms.shape)
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
        found += _look_at_workflow(_WORKFLOWS_FOLDER / name)
    return found, forms


def _forms() -> tuple[Forms | None, list[SetupFinding]]:
    """The forms and list.yml, or why they cannot be read."""
    try:
        return load_forms(FORMS_FOLDER), []
    except ListFileError as error:
        return None, [findings.broken_list_file(line) for line in str(error).split("\n")]
    except FormError as error:
        return None, [findings.broken_form(str(error))]


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


def _look_at_workflow(path: Path) -> Iterator[SetupFinding]:
    """Whether a workflow is there, can be read, and may write."""
    name = path.as_posix()
    try:
        data = path.read_bytes()
        if f"uses: {UNKNOWN_ACTION}@".encode() in data:
            yield findings.unknown_action(name, UNKNOWN_ACTION)
        permissions = _permissions(data)
    except FileNotFoundError:
        yield findings.no_workflow(name)
    except OSError as error:
        yield findings.broken_workflow(name, str(error.strerror))
    except InvalidYaml as error:
        place = f"{name}:{error.line}" if error.line else name
        yield findings.broken_workflow(place, str(error))
    else:
        yield from diagnose_permissions(name, permissions)


def _permissions(data: bytes) -> Mapping[str, str]:
    """The permissions of the first job of a workflow, else of all. Raises InvalidYaml."""
    workflow = read_yaml(data)
    jobs = workflow.get("jobs")
    if jobs is None or not isinstance(jobs.value, dict) or not jobs.value:
        raise InvalidYaml(None, "it has no jobs")
    first = next(iter(jobs.value.values()))
    given = first.get("permissions") or workflow.get("permissions")
    if given and given.text == "write-all":
        return dict.fromkeys(PERMISSIONS, "write")
    if given is None or not isinstance(given.value, dict):
        return {}
    return {permission: level.text for permission, level in given.value.items()}
