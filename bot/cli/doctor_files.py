"""The part of `doctor` without GitHub: the list, the forms and the workflows in a clone."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bot.doctor import findings, workflow_findings
from bot.doctor.diagnosis import diagnose_forms, diagnose_list, diagnose_sections
from bot.doctor.findings import SetupFinding
from bot.doctor.form_files import check_config, check_form_file, check_links
from bot.doctor.located_yaml import InvalidYaml
from bot.doctor.workflow_files import OPTIONAL_WORKFLOW, WORKFLOWS, check_workflow, local_actions
from bot.document.anchors import anchors as make_anchors
from bot.document.page import read_page
from bot.document.parse import parse
from bot.errors import FormError, FormMistake, ListFileError, MaintainerError
from bot.forms.binding import LIST_FILE
from bot.forms.form import Forms
from bot.init.workflows import UNKNOWN_ACTION
from bot.local.forms import FORMS_FOLDER, load_forms
from bot.local.readme import README, read_readme
from bot.render.quoting import code
from bot.rules.rule import Level

_WORKFLOWS_FOLDER = Path(".github", "workflows")
_SUFFIXES = {".yml", ".yaml"}
_CONFIG = "config.yml"
_ACTION_FILES = ("action.yml", "action.yaml")


def look_at_files() -> tuple[list[SetupFinding], Forms | None]:
    """The mistakes in the files of the working directory, and the forms if they can be read."""
    all_findings: list[SetupFinding] = []
    forms: Forms | None = None
    mistakes: tuple[FormMistake, ...] = ()
    broken_lines: list[str] = []  # of list.yml
    try:
        forms = load_forms(FORMS_FOLDER)
    except ListFileError as error:
        broken_lines = str(error).split("\n")
    except FormError as error:
        mistakes = error.mistakes
    anchors: Collection[str] | None = None
    try:
        text = read_readme(README)
        anchors = set(make_anchors(heading.text for heading in read_page(text).headings))
        if forms:
            document = parse(text, forms.shape)
            all_findings += diagnose_list(document)
            all_findings += diagnose_sections(document, forms)
    except MaintainerError as error:
        all_findings.append(findings.BROKEN_LIST.of(message=str(error)))
    all_findings += _look_at_form_files(anchors, mistakes)
    all_findings += [findings.BROKEN_LIST_FILE.of(message=line) for line in broken_lines]
    if forms:
        all_findings += diagnose_forms(forms)
    for name in WORKFLOWS:
        all_findings += _look_at_workflow(name)
    all_findings += _look_for_placeholder()
    return all_findings, forms


def _look_at_form_files(
    anchors: Collection[str] | None, mistakes: Iterable[FormMistake]
) -> Iterator[SetupFinding]:
    """The mistakes in forms and config.yml, then those of `mistakes` in files without an error."""
    reported = set()
    for path in sorted(FORMS_FOLDER.glob("*")):
        if path.suffix in _SUFFIXES and path.is_file():
            for finding in _look_at_form_file(path, anchors):
                yield finding
                if finding.level is Level.ERROR:
                    reported.add(path.as_posix())
    for mistake in mistakes:
        if mistake.file not in reported:  # else it is found with its line
            yield findings.BROKEN_FORM.of(message=mistake.message)


def _look_at_form_file(path: Path, anchors: Collection[str] | None) -> Iterator[SetupFinding]:
    """The mistakes in a form or config.yml; `anchors` are those of README.md if it can be read."""
    name = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{name}: the form cannot be read: {error.strerror}."
        yield findings.BROKEN_FORM.of(message=message)
        return
    check = check_config if path.name == _CONFIG else check_form_file
    yield from check(name, data)
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
            folder = Path(action.text)
            if not any((folder / one).is_file() for one in _ACTION_FILES):
                missing = code(action.text)
                yield workflow_findings.NO_ACTION.at(path, action.line, folder=missing)
    except FileNotFoundError:
        if name != OPTIONAL_WORKFLOW:
            yield workflow_findings.NO_WORKFLOW.of(path=path)
    except OSError as error:
        yield workflow_findings.BROKEN_WORKFLOW.at(path, problem=str(error.strerror))
    except InvalidYaml as error:
        yield workflow_findings.BROKEN_WORKFLOW.at(path, error.line, problem=str(error))


def _look_for_placeholder() -> Iterator[SetupFinding]:
    """The lines with the placeholder for the repository of the bot."""
    files = sorted(_WORKFLOWS_FOLDER.glob("*.y*ml"))
    for file in (FORMS_FOLDER.parent / LIST_FILE, *files):
        try:
            lines = file.read_bytes().splitlines()
        except OSError:
            continue  # found where the file is read
        for number, line in enumerate(lines, start=1):
            if UNKNOWN_ACTION.encode() in line:
                unknown = workflow_findings.UNKNOWN_ACTION
                yield unknown.at(file.as_posix(), number, placeholder=UNKNOWN_ACTION)
