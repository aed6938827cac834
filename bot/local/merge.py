"""Three-way merges of the list as git does them, in a throw-away repository."""

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import MaintainerError

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
        merged = _run(
            repository, "merge-tree", "--write-tree", "refs/heads/ours", "refs/heads/theirs"
        )
        if merged.returncode == _CONFLICT:
            return None
        if merged.returncode != _CLEAN:
            raise MaintainerError(f"git cannot merge: {_message(merged)}")
        tree = merged.stdout.decode().split()[0]
        return _git(repository, "cat-file", "blob", f"{tree}:{_FILE}").decode()


def _commit(branch: str, mark: int, text: str) -> bytes:
    """A text as a commit: https://git-scm.com/docs/git-fast-import."""
    data = text.encode()
    parent = "" if mark == 1 else "from :1\n"
    head = (
        f"commit refs/heads/{branch}\nmark :{mark}\ncommitter bot <bot> 0 +0000\ndata 0\n"
        f"{parent}M 100644 inline {_FILE}\ndata {len(data)}\n"
    )
    return head.encode() + data + b"\n"


def _git(repository: Path, *arguments: str, given: bytes = b"") -> bytes:
    done = _run(repository, *arguments, given=given)
    if done.returncode:
        raise MaintainerError(f"git cannot merge: {_message(done)}")
    return done.stdout


def _run(
    repository: Path, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run git without the settings of whoever runs it. Raises MaintainerError without git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(repository), *arguments]
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env=kept | settings
        )
    except FileNotFoundError:
        raise MaintainerError("git is not installed.") from None


def _message(done: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(done.stderr.decode(errors="replace").split())
