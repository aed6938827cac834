"""When lines last changed, from real git."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from bot.local.blame import line_dates


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    environment = dict(os.environ)
    for role in ("AUTHOR", "COMMITTER"):
        environment[f"GIT_{role}_NAME"] = environment[f"GIT_{role}_EMAIL"] = "a@b.example"
        environment[f"GIT_{role}_DATE"] = f"{day}T12:00:00Z"
    command: list[str | Path] = ["git", "-C", folder, *arguments]
    subprocess.run(command, check=True, capture_output=True, env=environment)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A list that changed on two days, and has a line more that is not committed."""
    folder = tmp_path / "clone"
    folder.mkdir()
    git(folder, "init", "--quiet")
    rows = ["| Ark, the first | of them all |", "| Ink, the second | of them all |"]
    for day, second in (("2020-01-01", rows[1]), ("2024-06-30", "| Ink | changed |")):
        (folder / "README.md").write_text(f"{rows[0]}\n{second}\n", encoding="utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", "x", day=day)
    return folder


def test_each_line_has_the_day_of_its_last_change(clone: Path):
    file = clone / "README.md"
    assert line_dates(file) == {1: date(2020, 1, 1), 2: date(2024, 6, 30)}
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("| Ark,", "|   Ark,") + "| New | |\n", encoding="utf-8")
    assert line_dates(file) == {1: date(2020, 1, 1), 2: date(2024, 6, 30)}


def test_a_line_that_moves_has_not_changed(clone: Path):
    file = clone / "README.md"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(reversed(lines)), encoding="utf-8")
    git(clone, "commit", "--quiet", "--all", "--message", "y", day="2025-01-01")
    assert line_dates(file)[2] == date(2020, 1, 1)


def test_a_shallow_clone_knows_only_its_own_history(clone: Path, tmp_path: Path):
    git(tmp_path, "clone", "--quiet", "--depth", "1", clone.as_uri(), "shallow")
    assert line_dates(tmp_path / "shallow" / "README.md") == {}


def test_without_a_clone_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "README.md"
    file.write_text("a\n", encoding="utf-8")
    assert line_dates(file) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert line_dates(file) == {}
