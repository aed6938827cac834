"""Git, as a process."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from bot.errors import MaintainerError


def run_git(
    folder: Path, *arguments: str, given: bytes | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, with an environment of its own if one is given.

    Raises MaintainerError without git.
    """
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=False, env=env)
    except FileNotFoundError:
        raise MaintainerError("git is not installed.") from None


def ask_git(folder: Path, *arguments: str) -> str | None:
    """The output of git in a folder; None where git is missing or fails."""
    try:
        done = run_git(folder, *arguments)
    except (OSError, MaintainerError):
        return None
    return None if done.returncode else done.stdout.decode(errors="replace")
