"""Three-way merges of the list as git does them, in a throw-away repository."""

import os
import subprocess
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import MaintainerError
from bot.local.git import run_git

_FILE = "README.md"
_CLEAN, _CONFLICT = 0, 1  # https://git-scm.com/docs/git-merge-tree#_exit_status


def merges_cleanly(base: str, ours: str, theirs: str) -> str | None:
    """Merge two changes of a text; None where they conflict.

    A clean merge need not be right: git can put a row below another brand. Raises MaintainerError
    where git is missing or older than 2.38.
    """
    with TemporaryDirectory() as folder:
        repository = Path(folder)
        _git(repository, "init", "--quiet", "--bare")
        commits = (_commit("base", 1, base), _commit("ours", 2, ours), _commit("theirs", 3, theirs))
        _git(repository, "fast-import", "--quiet", given=b"".join(commits))
        branches = ("refs/heads/ours", "refs/heads/theirs")
        command = ("merge-tree", "--write-tree", *branches)
        merged = _git(repository, *command, allowed=(_CLEAN, _CONFLICT))
        if merged.returncode == _CONFLICT:
            return None
        tree = merged.stdout.decode().split()[0]
        return _git(repository, "cat-file", "blob", f"{tree}:{_FILE}").stdout.decode()


def _commit(branch: str, mark: int, text: str) -> bytes:
    """A text as a commit: https://git-scm.com/docs/git-fast-import."""
    data = text.encode()
    parent = "" if mark == 1 else "from :1\n"
    head = (
        f"commit refs/heads/{branch}\nmark :{mark}\ncommitter bot <bot> 0 +0000\ndata 0\n"
        f"{parent}M 100644 inline {_FILE}\ndata {len(data)}\n"
    )
    return head.encode() + data + b"\n"


def _git(
    repository: Path, *arguments: str, given: bytes = b"", allowed: Collection[int] = (_CLEAN,)
) -> subprocess.CompletedProcess[bytes]:
    """Run git without the settings of whoever runs it.

    Raises MaintainerError without git, and for another exit status than those allowed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    done = run_git(repository, *arguments, given=given, env=kept | settings)
    if done.returncode not in allowed:
        message = " ".join(done.stderr.decode(errors="replace").split())
        raise MaintainerError(f"git cannot merge: {message}")
    return done
