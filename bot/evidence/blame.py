"""When each line of a file was last changed, as git knows."""

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def changed_lines(path: Path) -> dict[int, date]:
    """The day of the last change of each line, counted from 1.

    Empty where the file is in no clone, or in a shallow one, in which git names the wrong commit;
    lines that are not committed are left out.
    """
    if _git(path, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    return _read_porcelain(_git(path, "blame", "--line-porcelain", "--", path.name))


def _git(path: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=path.resolve().parent, capture_output=True, check=False
        )
    except FileNotFoundError:  # no git here
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _read_porcelain(text: str) -> dict[int, date]:
    """Read https://git-scm.com/docs/git-blame#_the_porcelain_format."""
    days: dict[int, date] = {}
    line = 0
    is_committed = False
    for row in text.split("\n"):
        word, _, rest = row.partition(" ")
        if row.startswith("\t"):  # the line itself, which ends its entry
            line = 0
        elif not line:
            is_committed = bool(word.strip("0"))
            numbers = rest.split(" ")
            line = int(numbers[1]) if len(numbers) > 1 else 0
        elif word == "committer-time" and is_committed:
            days[line] = datetime.fromtimestamp(int(rest), UTC).date()
    return days
