"""The forms of a list of interfaces, whose cells hold words such as `No`."""

from pathlib import Path

import yaml

from bot.forms.form import Forms
from bot.local.forms import load_forms

LIST_FILE = """\
entry: {one: interface, many: interfaces}
columns:
  API: {field: api, kind: name, address: link}
  Auth: {field: auth, kind: text}
  HTTPS: {field: https, kind: yes/no}
forms: {add: add.yml, correct: correct.yml}
correct: {row: api, change: change}
"""


def field(name: str, *options: str, required: bool = False) -> dict:
    attributes = {"label": name.capitalize()} | ({"options": list(options)} if options else {})
    return {
        "type": "dropdown" if options else "input",
        "id": name,
        "attributes": attributes,
        "validations": {"required": required},
    }


FIELDS = [
    field("api", required=True),
    field("link"),
    field("auth"),
    field("https", "Yes", "No"),
]
CHANGE = field("change", "Change the details", "Remove the entry", required=True)


def api_forms(folder: Path) -> Forms:
    """The forms, written into a folder and read from there."""
    forms = folder / "ISSUE_TEMPLATE"
    forms.mkdir()
    for name, body in (("add", FIELDS), ("correct", [CHANGE, *FIELDS])):
        form = {"name": name, "description": name, "labels": [name], "body": body}
        (forms / f"{name}.yml").write_text(yaml.safe_dump(form), encoding="utf-8")
    (folder / "list.yml").write_text(LIST_FILE, encoding="utf-8")
    return load_forms(forms)
