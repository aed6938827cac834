"""The answers of git about a clone."""

import subprocess
from pathlib import Path


def ask_git(folder: Path, *arguments: str) -> str | None:
    """The output of git in a folder; None where git is missing or fails."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.decode(errors="replace")
