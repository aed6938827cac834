"""The schema of list.yml: the model, a hook and an editor read the same files the same way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bot.errors import ListFileError
from bot.shape.list_file import ListFile
from bot.shape.load import read_list_file
from bot.shape.schema import SCHEMA_FILE, list_schema

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / SCHEMA_FILE
FILES = Path(__file__).with_name("list_files")
GOOD, BAD, UNQUOTED, CONTRADICTORY = (
    sorted((FILES / name).iterdir()) for name in ("good", "bad", "unquoted", "contradictory")
)
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
            ListFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError:
            refused.append(path)
    assert names(refused) == names(BAD)


def test_the_messages(request):
    """Each names the line, the setting, and what is allowed."""
    messages = []
    for path in BAD + UNQUOTED + CONTRADICTORY:
        with pytest.raises(ListFileError) as caught:
            read_list_file(path.read_text(encoding="utf-8"), path.name)
        messages.append(f"{caught.value}\n")
    expected = FILES / "messages.txt"
    if request.config.getoption("--bless"):
        expected.write_text("".join(messages), encoding="utf-8")
    assert "".join(messages) == expected.read_text(encoding="utf-8")


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


@pytest.mark.parametrize("path", UNQUOTED, ids=lambda path: path.stem)
def test_yes_without_quotes_is_text_for_others_and_true_for_the_bot(path):
    """PyYAML reads YAML 1.1, hooks and editors YAML 1.2; the message says what to do."""
    with pytest.raises(ListFileError, match="quotes"):
        read_list_file(path.read_text(encoding="utf-8"), "list.yml")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_good_files_contradict_nothing(path):
    read_list_file(path.read_text(encoding="utf-8"), path.name)


@pytest.mark.parametrize("path", CONTRADICTORY, ids=lambda path: path.stem)
def test_each_setting_is_right_alone_but_not_beside_another(path):
    """No JSON Schema can compare two settings, so the bot alone refuses the file."""
    text = path.read_text(encoding="utf-8")
    ListFile.model_validate(yaml.safe_load(text))
    with pytest.raises(ListFileError):
        read_list_file(text, path.name)


def test_this_lists_own_file():
    text = (ROOT / ".github" / "list.yml").read_text(encoding="utf-8")
    ListFile.model_validate(yaml.safe_load(text))
    assert f"$schema=../{SCHEMA_FILE}\n" in text
