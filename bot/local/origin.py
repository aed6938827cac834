"""The address of the repository of a clone."""

import re
import subprocess
from pathlib import Path

_WEB = re.compile(r"https?://(?:[^@/]*@)?(?P<host>[^/@]+)/(?P<path>.+)")
_SSH = re.compile(r"ssh://(?:[^@/]*@)?(?P<host>[^/@:]+)(?::\d+)?/(?P<path>.+)")
_SCP = re.compile(r"(?:[^@/:]*@)?(?P<host>[^/@:]+):(?P<path>[^/].*)")


def origin_address(folder: Path) -> str | None:
    """The web address of the remote `origin` of the clone around a folder; None without one.

    The three ways in which git writes a remote: https://git-scm.com/docs/git-clone#_git_urls
    A user name or token in it is left out.
    """
    command = ["git", "-C", str(folder), "remote", "get-url", "origin"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    remote = done.stdout.strip()
    match = _WEB.fullmatch(remote) or _SSH.fullmatch(remote) or _SCP.fullmatch(remote)
    if match is None:  # a folder on disk
        return None
    path = match["path"].rstrip("/").removesuffix(".git")
    return f"https://{match['host']}/{path}"
