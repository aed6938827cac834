import os
import subprocess
from datetime import date

import pytest

from bot.evidence.blame import changed_lines


def git(folder, *arguments, day="2026-01-01"):
    when = f"{day}T12:00:00Z"
    person = {"NAME": "Kaj", "EMAIL": "kaj@example.com", "DATE": when}
    environment = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in person.items()
    }
    subprocess.run(
        ["git", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env=os.environ | environment,
    )


@pytest.fixture
def clone(tmp_path):
    folder = tmp_path / "list"
    folder.mkdir()
    git(folder, "init", "-q")
    commit(folder, "one\ntwo\n", "2026-01-01")
    commit(folder, "one\n\tauthor 1\nthree\n", "2026-02-02")
    return folder


def commit(folder, text, day):
    (folder / "README.md").write_text(text)
    git(folder, "add", "README.md")
    git(folder, "commit", "-q", "-m", "Change", day=day)


def test_each_line_has_its_day(clone):
    new = date(2026, 2, 2)
    assert changed_lines(clone / "README.md") == {1: date(2026, 1, 1), 2: new, 3: new}


def test_a_line_that_is_not_committed_has_none(clone):
    (clone / "README.md").write_text("one\nfour\n")
    assert changed_lines(clone / "README.md") == {1: date(2026, 1, 1)}


def test_a_shallow_clone_knows_nothing(clone, tmp_path):
    git(tmp_path, "clone", "-q", "--depth", "1", clone.as_uri(), "shallow")
    assert changed_lines(tmp_path / "shallow" / "README.md") == {}


def test_a_file_outside_of_git(tmp_path):
    (tmp_path / "README.md").write_text("one\n")
    assert changed_lines(tmp_path / "README.md") == {}
