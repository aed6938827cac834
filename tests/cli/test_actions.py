"""What a command knows of the workflow that runs it."""

import os
from io import StringIO
from pathlib import Path

import pytest

from bot.cli.actions import add_to_summary, is_in_actions, is_log, repository_address


def test_outside_of_a_workflow_nothing_is_known_or_written():
    assert not is_in_actions({})
    assert repository_address({}) is None
    add_to_summary("text", {})


@pytest.mark.parametrize(("value", "is_one"), [("true", True), ("false", False), ("", False)])
def test_a_workflow_says_that_it_is_one(value: str, is_one: bool):
    assert is_in_actions({"GITHUB_ACTIONS": value}) is is_one


def test_a_summary_grows(tmp_path: Path):
    path = tmp_path / "summary"
    for text in ("é\n", "b\n"):
        add_to_summary(text, {"GITHUB_STEP_SUMMARY": str(path)})
    assert path.read_bytes() == b"\xc3\xa9\nb\n"


def test_a_repository_is_named_by_server_and_name():
    server, name = {"GITHUB_SERVER_URL": "https://ghe.example"}, {"GITHUB_REPOSITORY": "a/b"}
    assert repository_address(server | name) == "https://ghe.example/a/b"
    assert repository_address(server) is None
    assert repository_address(name) is None


def test_an_output_is_the_log_of_a_workflow_unless_it_is_a_file(tmp_path: Path, monkeypatch):
    reading, writing = os.pipe()
    with (
        (tmp_path / "file").open("w") as file,
        os.fdopen(reading) as _,
        os.fdopen(writing, "w") as pipe,
    ):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        assert [is_log(one) for one in (pipe, StringIO(), file)] == [True, True, False]
        monkeypatch.delenv("GITHUB_ACTIONS")
        assert [is_log(one) for one in (pipe, StringIO(), file)] == [False, False, False]
