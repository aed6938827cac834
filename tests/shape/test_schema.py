"""The schema of list.yml: the model, a hook and an editor read the same files the same way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bot.shape.judge import LIST_FILE_ADAPTER
from bot.shape.schema import SCHEMA_FILE, list_schema

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / SCHEMA_FILE
FILES = Path(__file__).with_name("list_files")
GOOD, BAD = sorted((FILES / "good").iterdir()), sorted((FILES / "bad").iterdir())
JAVASCRIPT = ROOT / ".venv" / "javascript"


def test_the_published_schema_is_that_of_the_code(request):
    if request.config.getoption("--bless"):
        SCHEMA.write_text(list_schema(), encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == list_schema()


def names(paths: list[Path]) -> list[str]:
    return [path.stem for path in paths]


def test_the_model():
    refused = []
    for path in GOOD + BAD:
        try:
            LIST_FILE_ADAPTER.validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError:
            refused.append(path)
    assert names(refused) == names(BAD)


def test_a_hook():
    """check-jsonschema, as pre-commit runs it."""
    program = Path(sys.executable).with_name("check-jsonschema")
    command: list[str | Path] = [
        program,
        "--schemafile",
        SCHEMA,
        "--output-format",
        "json",
        *GOOD,
        *BAD,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert not report["parse_errors"]
    refused = {Path(error["filename"]) for error in report["errors"]}
    assert names(sorted(refused)) == names(BAD)


@pytest.mark.skipif(
    not (JAVASCRIPT / "node_modules").exists(), reason="no editor's reading: make .venv/npm"
)
def test_an_editor():
    """yaml-language-server, with which editors read YAML."""
    script = Path(__file__).with_name("editor.mjs")
    command: list[str | Path] = ["node", script, SCHEMA, *GOOD, *BAD]
    done = subprocess.run(command, cwd=JAVASCRIPT, capture_output=True, text=True, check=True)
    refused = {Path(file) for file, messages in json.loads(done.stdout).items() if messages}
    assert names(sorted(refused)) == names(BAD)


def test_this_lists_own_file():
    text = (ROOT / ".github" / "list.yml").read_text(encoding="utf-8")
    LIST_FILE_ADAPTER.validate_python(yaml.safe_load(text))
    assert f"$schema=../{SCHEMA_FILE}\n" in text
