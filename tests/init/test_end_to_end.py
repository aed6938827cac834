"""From a README.md to the first pull request: init, doctor and preview, as people call them."""

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.__main__ import main
from tests.init.reading import ACTION
from tests.init.test_initialise import FOLDERS

ROWS = {  # what some of the lists show
    "apis-by-category": "(https://new.example/page) | Mulberry 77 | `apiKey` | Yes | Yes |",
    "conferences": "| ✅ | ✅ |",
    "devices-by-brand": "| Arvik Mulberry 77 | :white_check_mark: | :white_check_mark: |",
    "models-newest-first": "| N/A | MIT |",
    "photo-apps": "| :white_check_mark: | ✅ | Mulberry 77 | [▶](https://new.example/page) | 🔒 |",
    "ten-columns": "| 🟢 Active |",
    "tools-by-category": "| Windows | Free |  | [Website](https://new.example/page) |",
}
ANSWERS = {"input": "Mulberry 77", "textarea": "https://new.example/page"}


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def clone(request, tmp_path, monkeypatch) -> Path:
    """A clone with one of the lists, and the files for it."""
    readme = request.param / "README.md"
    folder = tmp_path / request.param.name
    folder.mkdir()
    (folder / "README.md").write_bytes(readme.read_bytes())
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    monkeypatch.chdir(folder)
    assert main(["init", "--action", ACTION]) == 0
    return folder


def add_form(clone: Path) -> dict:
    settings = yaml.safe_load((clone / ".github/list.yml").read_text(encoding="utf-8"))
    path = clone / ".github/ISSUE_TEMPLATE" / settings["forms"]["add"]
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def issue(clone: Path, form: dict) -> Path:
    """An issue made with the form, each required field answered."""
    lines = ["---", "number: 7", f"labels: {form['labels']}", "---"]
    for field in form["body"]:
        if field["type"] == "markdown":
            continue
        lines += [f"### {field['attributes']['label']}", "", answer(clone, field), ""]
    path = clone.parent / "issue.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def answer(clone: Path, field: dict) -> str:
    attributes = field["attributes"]
    if not field.get("validations", {}).get("required"):
        return "_No response_"
    if field["type"] == "dropdown":
        return attributes["options"][0]
    if field["id"] == "address":
        return "https://new.example/page"
    if field["id"] == "section":
        return attributes["placeholder"]
    if field["id"] == "brand":
        return "Arvik"
    if "date" in attributes.get("description", ""):
        return "2026-05-05"
    return ANSWERS[field["type"]]


def test_doctor_has_no_error_and_a_first_submission_works(clone, capsys):
    capsys.readouterr()
    status = main(["doctor", "--offline"])
    assert status == 0, capsys.readouterr().out
    path = issue(clone, add_form(clone))
    capsys.readouterr()
    assert main(["preview", "--json", str(path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    result = json.loads(line)
    assert result["outcome"] == "pull_request", result["problems"]
    before = (clone / "README.md").read_bytes().decode().splitlines()
    after = result["readme"].splitlines()
    added = [row for row in after if row not in before]
    assert len(after) == len(before) + 1
    assert len(added) == 1
    assert "Mulberry 77" in added[0]
    assert ROWS.get(clone.name, "") in added[0]
