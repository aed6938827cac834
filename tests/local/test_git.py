"""What git says of a clone."""

import subprocess
from pathlib import Path

import pytest

from bot.local.git import ask_git


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    command = ["git", "init", "--quiet", "--initial-branch=é", str(tmp_path / "clone")]
    subprocess.run(command, check=True)
    return tmp_path / "clone"


def test_outside_of_a_clone_git_says_nothing(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert ask_git(tmp_path, "rev-parse", "--show-toplevel") is None


def test_in_a_clone_its_words_are_returned(clone: Path):
    assert ask_git(clone, "symbolic-ref", "HEAD") == "refs/heads/é\n"


def test_a_question_that_git_refuses_has_no_answer(clone: Path):
    assert ask_git(clone, "rev-parse", "HEAD^{commit}") is None


def test_without_git_there_is_no_answer(clone: Path, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert ask_git(clone, "symbolic-ref", "HEAD") is None
