"""The command line as people call it, and the folders and files that they call it on."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from bot.__main__ import main

from .charger_list import LIST, ROOT
from .stage import new_charger

FORMS = Path(".github") / "ISSUE_TEMPLATE"
BODY = new_charger()
ADDED = "| Zaptec Go 2 | 1.6J | ☁️ Cloud |  | [www\\.zaptec.com](https://www.zaptec.com/go2) |"
NEIGHBOUR = next(line for line in LIST.splitlines() if line.startswith("| Zaptec Go |"))
PERSON = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2026-02-03T04:05:06Z",
}
IDENTITY = PERSON | {key.replace("AUTHOR", "COMMITTER"): value for key, value in PERSON.items()}


class Ran(NamedTuple):
    """What a command has left: its exit status, and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Place:
    """A folder with a list and the forms, and the bot that is called in it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    def write(self, name: str, content: str | bytes) -> str:
        """Lay a file down, byte for byte; gives its name."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def bot(self, *arguments: str) -> Ran:
        """Call the bot in this process; an exception that it lets through fails the test."""
        try:
            status = main([*arguments])
        except SystemExit as end:  # argparse leaves so
            status = int(end.code or 0)
        return Ran(status, *self.capsys.readouterr())

    def process(self, *arguments: str, given: bytes = b"", **environment: str) -> Ran:
        """Call the bot as a process of its own, with only what it needs in its environment."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=self.folder,
            env=environment_of(self.folder) | environment,
            input=given,
            capture_output=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def git(self, *arguments: str) -> str:
        """Let a person use git here."""
        command = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(
            command, env=environment_of(self.folder) | IDENTITY, capture_output=True, check=True
        )
        return done.stdout.decode().rstrip("\n")

    def commit(self) -> str:
        """Commit all that lies here; gives the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "By hand")
        return self.git("rev-parse", "HEAD")


def environment_of(folder: Path) -> dict[str, str]:
    """No home, no settings of the machine: PATH, and where the bot is."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "no-home"),
        "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
    }


def make_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Place:
    """A folder with the list and the forms, which is now the working folder of this process as well."""
    place = Place(folder / "list", capsys)
    place.write("README.md", LIST)
    shutil.copytree(ROOT / FORMS, place.folder / FORMS)
    shutil.copy(ROOT / ".github" / "list.yml", place.folder / ".github")
    monkeypatch.chdir(place.folder)
    for name in [name for name in os.environ if name.startswith("GIT_") or name == "COLUMNS"]:
        monkeypatch.delenv(name)
    for name, value in environment_of(place.folder).items():
        monkeypatch.setenv(name, value)
    return place


def make_clone(place: Place, *options: str) -> Place:
    """The same as a git repository with one commit, on the branch main."""
    place.git("init", "--quiet", "--initial-branch=main", *options)
    place.commit()
    return place


def markdown(body: str = BODY, **front: Any) -> str:
    """An issue as a file with front matter; by default number 12 with the label new-charger."""
    fields = {"title": "New charger: ", "number": 12, "labels": ["new-charger"]} | front
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\n{body}"
