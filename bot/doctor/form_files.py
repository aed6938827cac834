"""The files of the forms, checked for what GitHub or the bot would not read, line by line.

GitHub's rules: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
and https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/configuring-issue-templates-for-your-repository
"""

import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from bot.doctor import form_findings
from bot.doctor.findings import SetupFinding
from bot.doctor.located_yaml import InvalidYaml, Located, read_yaml
from bot.names.near import closest
from bot.render.quoting import code

_README_LINK = re.compile(r"README\.md#(?P<anchor>[^\s\"'<>()\[\]:]+)")
_CHOICES = {"dropdown", "checkboxes"}
_TYPES = ("checkboxes", "dropdown", "input", "markdown", "textarea", "upload")
_CONTACT = ("name", "url", "about")


def check_form_file(name: str, data: bytes) -> Iterator[SetupFinding]:
    """Problems of a form."""
    try:
        form = read_yaml(data)
    except InvalidYaml as error:
        yield form_findings.INVALID_YAML.at(name, error.line, message=str(error))
        return
    for key in ("name", "description"):
        text = form.get(key)
        if text is None or not isinstance(text.value, str) or not text.text.strip():
            yield form_findings.NO_TEXT.at(name, text.line if text else None, key=key)
    labels = form.get("labels")
    if labels and isinstance(labels.value, str):
        names = ", ".join(map(str.strip, labels.text.split(",")))
        fixed = code(f"labels: [{names}]")
        yield form_findings.LABELS_AS_TEXT.at(name, labels.line, fixed=fixed)
    yield from _check_body(name, form.get("body"))


def _check_body(name: str, body: Located | None) -> Iterator[SetupFinding]:
    questions: list[Located | None] = []
    ids: list[Located | None] = []
    for field in body.items if body else ():
        kind = field.get("type")
        if kind is None or kind.text != "markdown":
            yield from _check_field(name, field, kind.text if kind else "")
            questions.append(field.get("attributes", "label"))
            ids.append(field.get("id"))
    if not ids:
        yield form_findings.NO_FIELDS.at(name, body.line if body else None)
    yield from _check_repeated(name, "label", questions)
    yield from _check_repeated(name, "id", ids)


def _check_field(name: str, field: Located, kind: str) -> Iterator[SetupFinding]:
    line, allowed = field.line, ", ".join(_TYPES)
    label = field.get("attributes", "label")
    if label is None or not label.text.strip():
        yield form_findings.NO_LABEL.at(name, line)
    if kind == "upload":
        yield form_findings.UPLOAD.at(name, line)
    if not kind:
        yield form_findings.NO_TYPE.at(name, line, allowed=allowed)
    elif kind not in _TYPES:
        yield form_findings.UNKNOWN_TYPE.at(name, line, kind=code(kind), allowed=allowed)
    for switch in (field.get("validations", "required"), field.get("attributes", "multiple")):
        if switch and not isinstance(switch.value, bool):
            written = code(switch.text)
            yield form_findings.NOT_TRUE_OR_FALSE.at(name, switch.line, written=written)
    options = field.get("attributes", "options")
    if options is None or kind not in _CHOICES:
        return
    choices: list[Located | None] = []
    for option in options.items:
        choice = option.get("label") or option
        yield from _check_option(name, choice if kind == "checkboxes" else option)
        choices.append(choice)
    yield from _check_repeated(name, "option", choices)


def _check_option(name: str, option: Located) -> Iterator[SetupFinding]:
    line = option.line
    if isinstance(option.value, dict | list):
        yield form_findings.OPTION_NESTED.at(name, line)
    elif not isinstance(option.value, str):
        written, quoted = code(option.text), code(f'"{option.text}"')
        yield form_findings.OPTION_NOT_TEXT.at(name, line, written=written, quoted=quoted)
    elif option.text.strip().casefold() == "none":
        yield form_findings.OPTION_NONE.at(name, line, written=code(option.text))


def _check_repeated(name: str, what: str, values: list[Located | None]) -> Iterator[SetupFinding]:
    lines: dict[str, int] = {}
    for value in values:
        if value is None or not value.text.strip():
            continue
        text = value.text.strip()
        if text in lines:
            first = lines[text]
            yield form_findings.REPEATED.at(
                name, value.line, what=what, text=code(text), first=first
            )
        lines.setdefault(text, value.line)


def check_config(name: str, data: bytes) -> Iterator[SetupFinding]:
    """Problems of config.yml, the settings of the page for choosing a form."""
    try:
        config = read_yaml(data)
    except InvalidYaml as error:
        yield form_findings.INVALID_YAML.at(name, error.line, message=str(error))
        return
    if not isinstance(config.value, dict):
        yield form_findings.CONFIG.at(name, 1, message="There are no settings in the file.")
        return
    for key, setting in config.value.items():
        line = setting.line
        if key == "blank_issues_enabled":
            if not isinstance(setting.value, bool):
                yield form_findings.CONFIG.at(name, line, message=f"`{key}` must be true or false.")
        elif key == "contact_links":
            yield from _check_contacts(name, setting)
        else:
            yield form_findings.CONFIG.at(name, line, message=f"There is no setting `{key}`.")


def _check_contacts(name: str, links: Located) -> Iterator[SetupFinding]:
    if not isinstance(links.value, list):
        message = "`contact_links` must be a list."
        yield form_findings.CONFIG.at(name, links.line, message=message)
    for link in links.items:
        for key in _CONTACT:
            value = link.get(key)
            if value is None or not isinstance(value.value, str) or not value.text.strip():
                message = f"A contact link needs the text `{key}`."
                yield form_findings.CONFIG.at(name, link.line, message=message)
        address = link.get("url")
        # GitHub shows no link with mailto: qpiai/quantum-sdk#10.
        if address and not re.match(r"https?://", address.text):
            message = "The `url` of a contact link begins with https://."
            yield form_findings.CONFIG.at(name, address.line, message=message)


def check_links(name: str, data: bytes, anchors: Collection[str]) -> Iterator[SetupFinding]:
    """Links to headings of README.md that are not there; `anchors` are those that are."""
    for number, line in enumerate(data.decode(errors="replace").splitlines(), start=1):
        for match in _README_LINK.finditer(line):
            anchor = unquote(match["anchor"]).rstrip(".,;!?")
            if anchor not in anchors:
                near = closest(anchor, anchors)
                target = code(f"#{near}") if near else "a heading that is there"
                gone = code(f"#{anchor}")
                yield form_findings.HEADING_GONE.at(name, number, anchor=gone, near=target)
